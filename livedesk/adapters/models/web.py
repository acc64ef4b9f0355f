"""Fetches files over HTTP for whoever downloads a model: to the last byte, on from where it stopped, or not at all.

aiohttp rather than huggingface_hub: that library does not compare what came with the hub's checksum, cannot be
stopped while it waits, fetches large files from addresses that a mirror does not stand in for, and knows no package
index. The computer's own certificates count (truststore), and its proxies.
"""

import asyncio
import hashlib
import json
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from livedesk.core.errors import ErrorCode, UserFacing, disk_error

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

_CHUNK_BYTES = 1 << 16
_HASH_CHUNK_BYTES = 1 << 20
_LONGEST_WAIT_S = 60.0
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_LOGIN_NEEDED, _RANGE_NOT_THERE = 511, 416
PART, NOTE = ".part", ".part.json"
"""What a file is called while it comes, and the note beside it that says which content it is a part of."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file to fetch. `size` 0 and empty checksums are not known; `git_sha1` is git's checksum of a blob."""

    name: str
    url: str
    size: int = 0
    sha256: str = ""
    git_sha1: str = ""

    @property
    def identity(self) -> str:
        """What tells this content from another; "" where nothing does, and a part of it cannot be gone on with."""
        return self.sha256 or self.git_sha1

    @property
    def host(self) -> str:
        """The name of the server, for messages."""
        return host_of(self.url)


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long to try. `pause_s` doubles with every try in which nothing came."""

    tries: int = 5
    first_tries: int = 2
    """For the first word with a server: a place that cannot be reached is told soon."""
    pause_s: float = 1.0
    connect_s: float = 10.0
    silence_s: float = 30.0


class Meter:
    """Adds up the bytes of several files for one progress report, which never goes back."""

    def __init__(self, total: int, report: Callable[[int, int], None] | None) -> None:
        self._total, self._report, self._most = total, report, 0
        self._came: dict[str, int] = {}

    def put(self, name: str, came: int) -> None:
        """So many bytes of the file `name` are here."""
        self._came[name] = came
        done = sum(self._came.values())
        if self._report and done > self._most:
            self._most = done
            self._report(min(done, self._total) if self._total else done, self._total)


class _Again(Exception):  # noqa: N818
    """This try failed; another one may do better."""

    def __init__(self, code: ErrorCode, wait_s: float = 0.0) -> None:
        super().__init__(code)
        self.code, self.wait_s = code, wait_s


class _Changed(Exception):  # noqa: N818
    """What came is not the content that was promised."""


class Web:
    """One conversation with servers, for the loop it was entered in; use as `async with Web(...) as web`."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._session: ClientSession | None = None

    async def __aenter__(self) -> "Web":
        import ssl

        import aiohttp
        import truststore

        patience = self._patience
        timeout = aiohttp.ClientTimeout(
            total=None, sock_connect=patience.connect_s, sock_read=patience.silence_s
        )
        connector = aiohttp.TCPConnector(ssl=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self._session = aiohttp.ClientSession(
            timeout=timeout, connector=connector, trust_env=True, headers={"User-Agent": "livedesk"}
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def head(self, url: str) -> "ClientResponse":
        """Return the answer to a HEAD request, whatever its status; redirections are not followed."""
        return await self._first(url, "HEAD", {"Accept-Encoding": "identity"})

    async def text(self, url: str, accept: str) -> tuple[str, str]:
        """Return a small document and its content type; raises `UserFacing` with `host`."""
        response = await self._first(url, "GET", {"Accept": accept})
        check_status(response.status, host_of(url), host_of(url), code="")
        return response.headers.get("Content-Type", ""), await response.text(errors="replace")

    async def _first(self, url: str, method: str, headers: dict[str, str]) -> "ClientResponse":
        """Ask for something small, in a few tries; the body is read."""
        tries = 0
        while True:
            tries += 1
            try:
                async with self._open(url, method, headers) as response:
                    if response.status in _BUSY:
                        raise _Again(
                            ErrorCode.DOWNLOAD_BUSY, retry_after(response.headers.get("Retry-After"))
                        )
                    await response.read()
                    return response
            except _Again as again:
                if tries >= self._patience.first_tries:
                    raise UserFacing(again.code, host=host_of(url)) from again
                await asyncio.sleep(again.wait_s or self._patience.pause_s)

    async def fetch(self, file: RemoteFile, folder: Path, meter: Meter) -> None:
        """Bring `file` into `folder`, going on with a part of the same content that lies there.

        It has its name only once all of it is on the disk and is what the checksums say. Raises `UserFacing`:
        NO_CONNECTION, WIFI_LOGIN, UNTRUSTED_SERVER or DOWNLOAD_... with `host` and `file`, DISK_FULL or
        FOLDER_NOT_WRITABLE.
        """
        try:
            if await _is_here(folder / file.name, file):
                meter.put(file.name, file.size)
                return
            part = _Part(folder / file.name, file)
        except OSError as error:
            raise disk_error(error, str(folder)) from error
        idle = restarts = 0
        while True:
            before = part.size
            try:
                await self._fetch_rest(file, part, meter)
                await part.finish()
                return
            except _Again as again:
                idle = 0 if part.size > before else idle + 1
                if idle >= self._patience.tries:
                    raise UserFacing(again.code, host=file.host, file=file.name) from again
                await asyncio.sleep(again.wait_s or self._patience.pause_s * 2 ** max(0, idle - 1))
            except _Changed as error:
                part.clear()
                restarts += 1
                if restarts > 1:
                    raise UserFacing(ErrorCode.DOWNLOAD_CHANGED, host=file.host, file=file.name) from error
            except OSError as error:
                raise disk_error(error, str(folder)) from error

    async def _fetch_rest(self, file: RemoteFile, part: "_Part", meter: Meter) -> None:
        begin = part.size
        if file.size and begin == file.size:
            return
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={begin}-"} if begin else {})
        async with self._open(file.url, "GET", headers) as response:
            self._check_answer(response, file, part, begin)
            with part.path.open("ab") as out:
                async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
                    out.write(chunk)
                    part.size += len(chunk)
                    if file.size and part.size > file.size:
                        raise _Changed
                    meter.put(file.name, part.size)
        if part.size < file.size:
            raise _Again(ErrorCode.DOWNLOAD_CUT)

    def _check_answer(self, response: "ClientResponse", file: RemoteFile, part: "_Part", begin: int) -> None:
        """See that the body goes on where the part ends; a server that knows no ranges begins anew."""
        status = response.status
        if status in _BUSY:
            raise _Again(ErrorCode.DOWNLOAD_BUSY, retry_after(response.headers.get("Retry-After")))
        if status == _RANGE_NOT_THERE or (status == 403 and response.history and begin):
            part.clear()  # more is here than there, or a signed address is over
            raise _Again(ErrorCode.DOWNLOAD_CUT)
        check_status(status, file.host, file.name, response.headers.get("X-Error-Code", ""))
        check_is_no_page(response.headers.get("Content-Type", ""), file.host)
        if status != 206:
            if begin:
                part.clear()
            return
        place, _, whole = response.headers.get("Content-Range", "").removeprefix("bytes ").partition("/")
        if place.partition("-")[0] != str(begin) or (file.size and whole not in ("*", str(file.size))):
            raise _Changed

    @asynccontextmanager
    async def _open(self, url: str, method: str, headers: dict[str, str]) -> "AsyncIterator[ClientResponse]":
        assert self._session is not None
        with _told(url):
            follows = method == "GET"
            async with self._session.request(
                method, url, headers=headers, allow_redirects=follows
            ) as response:
                yield response


class _Part:
    """A file that is still coming, with the note that says what it is a part of."""

    def __init__(self, target: Path, file: RemoteFile) -> None:
        """Take up what lies there; what is a part of something else goes. Raises `OSError`."""
        self._target, self._file = target, file
        self.path = target.with_name(target.name + PART)
        self._note = target.with_name(target.name + NOTE)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not file.identity or _read_note(self._note) != file.identity:
            self.clear()
            self._note.write_text(json.dumps({"of": file.identity}), encoding="utf-8")
        self.size = self.path.stat().st_size if self.path.exists() else 0

    def clear(self) -> None:
        """Forget what came so far."""
        self.path.unlink(missing_ok=True)
        self.size = 0

    async def finish(self) -> None:
        """Give the whole file its name; raises `_Changed` where it is not what was promised."""
        if not self.path.exists():
            self.path.touch()
        if not await _is_right(self.path, self._file):
            raise _Changed
        with self.path.open("rb+") as stream:
            os.fsync(stream.fileno())
        self.path.replace(self._target)
        self._note.unlink(missing_ok=True)


def host_of(url: str) -> str:
    """Return the server's name in `url`, without what else may stand there (a user's name, a password)."""
    return urlsplit(url).hostname or url


def check_status(status: int, host: str, file: str, code: str) -> None:
    """Raise `UserFacing` for an answer that is no file. `code` is the hub's own word ("GatedRepo"), "" for none."""
    if status < 400 or status == _RANGE_NOT_THERE:
        return
    if status == _LOGIN_NEEDED:
        raise UserFacing(ErrorCode.WIFI_LOGIN, host=host)
    if status == 407:
        raise UserFacing(ErrorCode.NO_CONNECTION, host=host)
    # The hub answers 401 for what does not exist, too, and says so in a header.
    if status in (404, 410) or code in ("RepoNotFound", "EntryNotFound", "RevisionNotFound"):
        raise UserFacing(ErrorCode.DOWNLOAD_NOT_THERE, host=host, file=file)
    if status >= 500:
        raise UserFacing(ErrorCode.DOWNLOAD_BUSY, host=host)
    raise UserFacing(ErrorCode.DOWNLOAD_REFUSED, host=host, file=file)


def check_is_no_page(content_type: str, host: str) -> None:
    """Raise `UserFacing(WIFI_LOGIN)` for a web page where a model's file is due: no such file is one."""
    if content_type.partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml"):
        raise UserFacing(ErrorCode.WIFI_LOGIN, host=host)


def retry_after(value: str | None) -> float:
    """Return the seconds that a Retry-After header asks for (RFC 9110, 10.2.3), at most a minute; 0 for none."""
    if not value:
        return 0.0
    try:
        wait = float(value)
    except ValueError:
        try:
            wait = (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds()
        except (TypeError, ValueError):
            return 0.0
    return min(_LONGEST_WAIT_S, max(0.0, wait))


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Turn what aiohttp raises into what it means."""
    import aiohttp

    try:
        yield
    except aiohttp.ClientConnectorCertificateError as error:
        raise UserFacing(ErrorCode.UNTRUSTED_SERVER, host=host_of(url)) from error
    except (aiohttp.InvalidURL, aiohttp.TooManyRedirects) as error:
        raise UserFacing(ErrorCode.WIFI_LOGIN, host=host_of(url)) from error
    except (aiohttp.ClientPayloadError, aiohttp.ServerDisconnectedError) as error:
        raise _Again(ErrorCode.DOWNLOAD_CUT) from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise _Again(ErrorCode.NO_CONNECTION) from error


def _read_note(path: Path) -> str:
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["of"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


async def _is_here(path: Path, file: RemoteFile) -> bool:
    """Whether an earlier try has brought this very content; another one of that name goes."""
    if not path.is_file():
        return False
    if file.identity and await _is_right(path, file):
        return True
    path.unlink()
    return False


async def _is_right(path: Path, file: RemoteFile) -> bool:
    """Compare size and checksums, with a rest for the loop after every piece."""
    size = path.stat().st_size
    if file.size and size != file.size:
        return False
    sha256, git = hashlib.sha256(), hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    with path.open("rb") as stream:
        while chunk := stream.read(_HASH_CHUNK_BYTES):
            sha256.update(chunk)
            if file.git_sha1:
                git.update(chunk)
            await asyncio.sleep(0)
    if file.sha256:
        return sha256.hexdigest() == file.sha256
    return not file.git_sha1 or git.hexdigest() == file.git_sha1
