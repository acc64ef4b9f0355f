"""The Hugging Face hub, or a mirror that speaks as it does, as a source of models.

The hub answers a HEAD request for `/{repository}/resolve/{revision}/{file}` with the size and the checksum of the
file: `X-Linked-Size` and `X-Linked-ETag` (a sha256) for a large one, where it points to a store elsewhere, otherwise
`Content-Length` and `ETag` (git's sha1 of the file), at times behind a redirection on its own host. `X-Repo-Commit`
names the state of the repository, so that all files come from the same one.
"""

import json
import os
import re
from urllib.parse import quote, urljoin, urlsplit

from livedesk.adapters.models.manifest import ListedFile, ListedModel
from livedesk.adapters.models.web import RemoteFile, Web, check_is_no_page, check_status, host_of
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.model_list import ModelKind
from livedesk.core.translation.model import OPTIONAL_FILES

HUB = "https://huggingface.co"
ENDPOINT_VARIABLE = "HF_ENDPOINT"
"""Names a mirror, as huggingface_hub reads it."""

WEIGHTS = "model.safetensors"
_CONVERTER = "SFconvertbot"
"""The hub's own account that offers weights in the safe form to those who published the old one only."""

_MOST_REDIRECTIONS = 5
_SHA256, _SHA1 = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{40}")


def endpoint(mirror: str) -> str:
    """Return where the hub is to be had: the user's `mirror`, else the environment's, else the hub itself."""
    return (mirror or os.environ.get(ENDPOINT_VARIABLE, "") or HUB).rstrip("/")


async def plan(web: Web, model: ListedModel, mirror: str) -> list[RemoteFile]:
    """Return what to fetch for `model`; what the manifest knows of a file counts more than what the hub says.

    Raises `UserFacing` as `Web.fetch` does, and MODEL_NOT_SAFETENSORS where the weights are only to be had in a form
    that is not safe to open.
    """
    base = f"{endpoint(mirror)}/{model.repository}"
    revision = model.revision
    files: list[RemoteFile] = []
    for listed in model.files:
        try:
            found, commit = await _look(web, base, revision, listed)
        except UserFacing as error:
            is_old = error.code is ErrorCode.DOWNLOAD_NOT_THERE and listed.name == WEIGHTS
            if not is_old or model.kind is not ModelKind.MARIAN:
                raise
            found, _ = await _look(web, base, await _converted(web, model, mirror), listed)
            commit = revision
        revision = commit
        files.append(found)
    if model.kind is ModelKind.MARIAN:
        files += await _optional(web, base, revision, model)
    return files


async def _optional(web: Web, base: str, revision: str, model: ListedModel) -> list[RemoteFile]:
    """Return those files of a translation model that may be missing."""
    known = {file.name for file in model.files}
    found = []
    for name in OPTIONAL_FILES:
        if name not in known:
            try:
                found.append((await _look(web, base, revision, ListedFile(name, "", 0)))[0])
            except UserFacing as error:
                if error.code is not ErrorCode.DOWNLOAD_NOT_THERE:
                    raise
    return found


async def _look(web: Web, base: str, revision: str, listed: ListedFile) -> tuple[RemoteFile, str]:
    """Return what the hub says of a file, and the state of the repository (`revision` where it does not say)."""
    url = first = f"{base}/resolve/{quote(revision, safe='')}/{quote(listed.name)}"
    commit = etag = size = ""
    for _ in range(_MOST_REDIRECTIONS):
        answer = await web.head(url)
        headers = answer.headers
        check_status(answer.status, host_of(url), listed.name, headers.get("X-Error-Code", ""))
        commit = commit or headers.get("X-Repo-Commit", "")
        etag = etag or headers.get("X-Linked-ETag", "")
        size = size or headers.get("X-Linked-Size", "")
        if answer.status < 300:
            check_is_no_page(headers.get("Content-Type", ""), host_of(url))
            etag, size = etag or headers.get("ETag", ""), size or headers.get("Content-Length", "")
            break
        there = urljoin(url, headers.get("Location", ""))
        if commit and (etag or host_of(there) != host_of(url)):
            break  # the store of large files comes next, and all is said
        url = there  # a repository with another name, a cache of small files, a mirror that has moved
    else:
        raise UserFacing(ErrorCode.WIFI_LOGIN, host=host_of(url))
    etag = etag.removeprefix("W/").strip('"')
    if listed.sha256 and _SHA256.fullmatch(etag) and etag != listed.sha256:
        raise UserFacing(ErrorCode.DOWNLOAD_CHANGED, host=host_of(url), file=listed.name)
    found = RemoteFile(
        name=listed.name,
        url=_pinned(first, revision, commit or revision),
        size=listed.size or (int(size) if size.isdigit() else 0),
        sha256=listed.sha256 or (etag if _SHA256.fullmatch(etag) else ""),
        git_sha1=etag if _SHA1.fullmatch(etag) and not listed.sha256 else "",
    )
    return found, commit or revision


def _pinned(url: str, revision: str, commit: str) -> str:
    """Return the address of the file in that very state of the repository."""
    return url.replace(f"/resolve/{quote(revision, safe='')}/", f"/resolve/{quote(commit, safe='')}/", 1)


async def _converted(web: Web, model: ListedModel, mirror: str) -> str:
    """Return the revision in which the hub's converter offers the weights in the safe form.

    Most models of OPUS-MT are published with `pytorch_model.bin`, a Python pickle that can run programs; transformers
    looks for the same offer. Raises `UserFacing(MODEL_NOT_SAFETENSORS)` where there is none.
    """
    base = f"{endpoint(mirror)}/api/models/{model.repository}/discussions"
    try:
        _, text = await web.text(
            f"{base}?type=pull_request&status=open&author={_CONVERTER}&p=0", "application/json"
        )
        offers = [
            int(offer["num"])
            for offer in json.loads(text)["discussions"]
            if offer["isPullRequest"] and offer.get("author", {}).get("name") == _CONVERTER
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        offers = []
    for number in sorted(offers, reverse=True):
        revision = f"refs/pr/{number}"
        url = f"{endpoint(mirror)}/{model.repository}"
        try:
            await _look(web, url, revision, ListedFile(WEIGHTS, "", 0))
        except UserFacing as error:
            if error.code is not ErrorCode.DOWNLOAD_NOT_THERE:
                raise
            continue
        return revision
    raise UserFacing(ErrorCode.MODEL_NOT_SAFETENSORS, model=model.name, file="pytorch_model.bin")


def is_mirror(text: str) -> bool:
    """Whether `text` is an address that can stand for the hub."""
    parts = urlsplit(text)
    return parts.scheme in ("https", "http") and bool(parts.hostname)
