"""A model hub, its store of large files and a package index on this machine, as the real ones answer, faults and all.

The answers follow huggingface.co: HEAD and GET of `/{repository}/resolve/{revision}/{file}`, large files behind a
redirection with `X-Linked-Size` and `X-Linked-ETag`, errors in `X-Error-Code`; and PEP 503 and 691 for the index.
"""

import hashlib
import json
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from livedesk.core.typing_compat import override

COMMIT = "c" * 40
LARGE = 1_000


@dataclass
class Fault:
    """What goes wrong with the requests whose path holds `where`; `times` of them, -1 for all."""

    where: str
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut_after: int = -1
    method: str = ""
    times: int = -1


class FakeWeb:
    """The server. `files` of revisions by name, `faults` in order; `seen` is what it was asked."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.repository = "team/model"
        self.revisions: dict[str, dict[str, bytes]] = {"main": {}}
        self.packages: dict[str, dict[str, bytes]] = {}
        self.package_hashes: dict[str, str] = {}
        self.offers: list[dict[str, Any]] = []
        self.faults: list[Fault] = []
        self.seen: list[tuple[str, str, str]] = []
        self.knows_ranges = True
        self.as_html = False
        self.has_checksums = True
        self.hold: Callable[[], object] | None = None
        self.moved_from = ""
        self.caches_small_files = False
        handler = type("Handler", (_Handler,), {"web": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
            self._server.handle_error = lambda *_: None  # type: ignore[method-assign]  # who hangs up is no error
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="fake-web")
        self._thread.start()

    @property
    def url(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def index(self) -> str:
        """Where the package index is."""
        return f"{self.url}/simple"

    def asked(self, part: str, method: str = "GET") -> list[str]:
        """Return the Range headers of the requests whose path holds `part`, "" for one without."""
        return [given for how, path, given in self.seen if how == method and part in path]

    def close(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    web: FakeWeb

    def do_HEAD(self) -> None:
        self._handle()

    def do_GET(self) -> None:
        self._handle()

    @override
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _handle(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.web.seen.append((self.command, path, self.headers.get("Range", "")))
        fault = self._fault(path)
        if fault and fault.status:
            self._answer(fault.status, fault.headers, fault.body)
        elif path.startswith("/api/resolve-cache/"):
            self._resolve(path.removeprefix("/api/resolve-cache"), fault, is_cached=True)
        elif path.startswith("/api/"):
            self._answer(
                200,
                {"Content-Type": "application/json"},
                json.dumps(
                    {"count": len(self.web.offers), "start": 0, "discussions": self.web.offers}
                ).encode(),
            )
        elif path.startswith("/simple/"):
            self._index(path.removeprefix("/simple/").strip("/"))
        elif path.startswith(("/cdn/", "/packages/")):
            self._body(self._content(path), {"Content-Type": "application/octet-stream"}, fault)
        else:
            self._resolve(path, fault)

    def _fault(self, path: str) -> Fault | None:
        for fault in self.web.faults:
            if fault.where in path and fault.method in ("", self.command) and fault.times:
                fault.times -= 1
                return fault
        return None

    def _content(self, path: str) -> bytes:
        kind, _, rest = path.strip("/").partition("/")
        group, _, name = rest.partition("/")
        stores = {r.replace("/", "-"): files for r, files in self.web.revisions.items()}
        return (stores if kind == "cdn" else self.web.packages)[group][name]

    def _index(self, project: str) -> None:
        files = self.web.packages.get(project)
        if files is None:
            self._answer(404, {"Content-Type": "text/html"}, b"<h1>404</h1>")
            return
        hashes = {
            name: hashlib.sha256(data).hexdigest() for name, data in files.items()
        } | self.web.package_hashes
        if self.web.as_html:
            links = [
                f'<a href="../../packages/{project}/{name}#sha256={hashes[name]}">{name}</a>'
                for name in files
            ]
            self._answer(200, {"Content-Type": "text/html"}, "\n".join(links).encode())
            return
        listed = [
            {"filename": name, "url": f"/packages/{project}/{name}", "hashes": {"sha256": hashes[name]}}
            for name in files
        ]
        kind = {"Content-Type": "application/vnd.pypi.simple.v1+json"}
        self._answer(200, kind, json.dumps({"files": listed, "name": project}).encode())

    def _resolve(self, path: str, fault: Fault | None, *, is_cached: bool = False) -> None:
        repository, found, rest = path.strip("/").partition("/resolve/")
        if self.web.moved_from and repository == self.web.moved_from:
            self._answer(307, {"Location": path.replace(repository, self.web.repository, 1)})
            return
        if not found or repository != self.web.repository:
            self._answer(401, {"X-Error-Code": "RepoNotFound", "X-Error-Message": "Repository not found"})
            return
        revision = next((r for r in ("refs/pr/3", "refs/pr/2") if rest.startswith(f"{r}/")), "")
        revision = revision or rest.partition("/")[0]
        name = rest.removeprefix(f"{revision}/")
        files = self.web.revisions.get("main" if revision == COMMIT else revision)
        if files is None or name not in files:
            code = "RevisionNotFound" if files is None else "EntryNotFound"
            self._answer(404, {"X-Error-Code": code, "X-Error-Message": f"no {name}"})
            return
        data = files[name]
        headers = {"X-Repo-Commit": COMMIT if revision in ("main", COMMIT) else revision}
        if len(data) < LARGE and self.web.caches_small_files and not is_cached:
            self._answer(307, {**headers, "Location": f"/api/resolve-cache{self.path}"})
            return
        if len(data) < LARGE:
            sha1 = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
            etag = {"ETag": f'"{sha1}"'} if self.web.has_checksums else {}
            self._body(data, {**headers, **etag, "Content-Type": "text/plain"}, fault)
            return
        linked = {"X-Linked-Size": str(len(data))}
        if self.web.has_checksums:
            linked["X-Linked-ETag"] = f'"{hashlib.sha256(data).hexdigest()}"'
        at = "main" if revision in ("main", COMMIT) else revision.replace("/", "-")
        self._answer(302, {**headers, **linked, "Location": f"{self.web.url}/cdn/{at}/{name}"})

    def _body(self, data: bytes, headers: dict[str, str], fault: Fault | None) -> None:
        begin, status = 0, 200
        asked = self.headers.get("Range", "")
        if asked and self.web.knows_ranges:
            begin = int(asked.removeprefix("bytes=").rstrip("-"))
            if begin >= len(data):
                self._answer(416, {"Content-Range": f"bytes */{len(data)}"})
                return
            status = 206
            headers = {**headers, "Content-Range": f"bytes {begin}-{len(data) - 1}/{len(data)}"}
        rest = data[begin:]
        cut = fault.cut_after if fault else -1
        self._answer(status, headers, rest, cut)

    def _answer(self, status: int, headers: dict[str, str], body: bytes = b"", cut: int = -1) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(body if cut < 0 else body[:cut])
        self.wfile.flush()
        if cut >= 0:
            if self.web.hold:
                self.web.hold()
            self.close_connection = True
