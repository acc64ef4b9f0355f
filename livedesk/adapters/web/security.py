"""What every answer of the web server says to the browser, and who is answered at all."""

import base64
import errno
import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass

from livedesk.core.errors import ErrorCode, UserFacing

_INLINE = re.compile(rb"<(script|style)(?:\s[^>]*)?>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_KEY = re.compile(r"[A-Za-z0-9_-]{27}")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex",
}


def new_key() -> str:
    """Return 160 random bits as they stand in an address."""
    return secrets.token_urlsafe(20)


def is_key(text: object) -> bool:
    """Whether `text` may be a key that `new_key` made."""
    return isinstance(text, str) and _KEY.fullmatch(text) is not None


def is_same(given: str, wanted: str) -> bool:
    """Compare two keys in a time that says nothing about how much of them is right."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is served: its bytes and what the browser may do in it."""

    body: bytes
    policy: str
    content_type: str = "text/html"


def page(body: bytes, authority: str, *, can_be_framed: bool = False) -> Page:
    """Return a page that stands at `authority` ("192.168.1.20:8484") with the strictest policy it can live with.

    Only the scripts and styles that are in it run. The WebSocket's address is spelt out: Safari up to 15 does not
    take 'self' for it.
    """
    hashes: dict[bytes, list[str]] = {b"script": [], b"style": []}
    for found in _INLINE.finditer(body):
        digest = base64.b64encode(hashlib.sha256(found[2]).digest()).decode()
        hashes[found[1].lower()].append(f"'sha256-{digest}'")
    ancestors = "*" if can_be_framed else "'none'"
    policy = (
        "default-src 'none'; "
        f"script-src {_sources(hashes[b'script'])}; style-src {_sources(hashes[b'style'])}; "
        f"img-src 'self' blob: data:; connect-src 'self' ws://{authority}; "
        f"base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
    )
    return Page(body, policy)


def _sources(hashes: Collection[str]) -> str:
    return " ".join(hashes) or "'none'"


def authority(host: str, port: int) -> str:
    """Return what browsers put into the Host header for this address."""
    name = f"[{host}]" if ":" in host else host
    return name if port == 80 else f"{name}:{port}"


def listen_error(error: OSError, host: str, port: int) -> UserFacing:
    """Return what it means to the user that nothing can listen there."""
    if error.errno in (errno.EADDRINUSE, errno.EACCES, errno.EPERM):
        return UserFacing(ErrorCode.PORT_IN_USE, port=port)
    return UserFacing(ErrorCode.ADDRESS_GONE, address=host)
