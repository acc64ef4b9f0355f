"""What a phone says, read from the text of one frame. Everything in it is a text until proved to be more.

Whatever does not fit becomes a `Refusal` that the phone is told; nothing in here raises.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn

from livedesk.core.audience import limits
from livedesk.core.chat.log import clean
from livedesk.core.ids import Language, Sku
from livedesk.core.leads.lead import LeadItem

_ID = re.compile(r"[0-9a-f]{32}")
_CODE = re.compile(r"[a-z]{2,3}")
_REGION = re.compile(r"[A-Z]{2}")
_NAME = re.compile(r"[\w.-]{0,100}", re.ASCII)
_MOST_REF = 2**53
"""The largest whole number that a phone's JavaScript can tell from the next."""
_MOST_PIECES = 10**9
REACTIONS = ("heart", "clap", "fire", "thanks")


class Why(StrEnum):
    """Why a phone's wish is refused; the page has a sentence for each."""

    RATE = "rate"
    LONG = "long"
    EMPTY = "empty"
    PAUSED = "paused"
    PHOTOS_OFF = "photos_off"
    BAD = "bad"
    IDLE = "idle"
    CONSENT = "consent"
    SIZE = "size"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Hello:
    """A phone comes in. `key` tells its buyer apart for the desk; the phone's own secret is not kept.

    `wished` is the language the page or the browser asks for, "" where that is none; `country` follows from the
    browser's locale.
    """

    key: str
    wished: Language
    country: str


@dataclass(frozen=True, slots=True)
class Choose:
    """The buyer wants to read another language."""

    wished: Language


@dataclass(frozen=True, slots=True)
class Ask:
    """A question; `sku` "" where it is about nothing in particular, `photo` "" without one."""

    ref: int
    text: str
    name: str
    sku: Sku
    photo: str


@dataclass(frozen=True, slots=True)
class React:
    """One tap."""

    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A wish for a quote; the buyer has agreed."""

    ref: int
    name: str
    company: str
    country: str
    contact: str
    items: tuple[LeadItem, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Forget:
    """The buyer wants everything deleted."""


@dataclass(frozen=True, slots=True)
class Ping:
    """Is the desk still there?"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What came does not fit; `ref` is the phone's number for it where that could be read."""

    why: Why
    ref: int | None = None


Incoming = Hello | Choose | Ask | React | Quote | Forget | Ping | Refusal


def read(frame: str) -> Incoming:
    """Return what one text frame says."""
    try:
        fields = json.loads(frame, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return Refusal(Why.BAD)
    if not isinstance(fields, dict):
        return Refusal(Why.BAD)
    ref = _ref(fields.get("ref"))
    try:
        return _read(fields, ref)
    except _Misfit as misfit:
        return Refusal(misfit.why, ref)


def buyer_key(phone_id: str) -> str | None:
    """Return what the desk knows a phone by, None for what is no phone's id.

    The id itself opens this buyer's private answers, so it does not go where lists are exported.
    """
    return hashlib.sha256(phone_id.encode()).hexdigest()[:20] if _ID.fullmatch(phone_id) else None


def external_id(key: str, ask: Ask) -> str:
    """Return what names this question once and for all: sent again it is the same.

    The text is part of it, for a page that lost its memory counts from 1 again.
    """
    said = "\0".join((ask.text, ask.sku, ask.photo)).encode("utf-8", "replace")
    return f"{key}:{ask.ref}:{hashlib.sha256(said).hexdigest()[:12]}"


def ref_of(external: str) -> int | None:
    """Return the phone's own number of a question; None for an id that no phone made."""
    parts = external.split(":")
    return int(parts[1]) if len(parts) == 3 and parts[1].isascii() and parts[1].isdigit() else None


def wished_language(tag: str) -> Language:
    """Return the language of a tag such as "es-MX", "" where there is none in it."""
    code = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
    return Language(code if _CODE.fullmatch(code) else "")


def region(tag: str) -> str:
    """Return the country of a tag such as "zh-Hans-CN" as two letters, "" where it names none."""
    parts = re.split("[-_]", tag.strip())[1:]
    return next((part.upper() for part in parts if _REGION.fullmatch(part.upper())), "")


class _Misfit(Exception):  # noqa: N818 - the news that a field does not fit
    def __init__(self, why: Why = Why.BAD) -> None:
        super().__init__(why)
        self.why = why


def _read(fields: dict[str, object], ref: int | None) -> Incoming:
    match fields.get("t"):
        case "ping":
            return Ping()
        case "hello":
            return _hello(fields)
        case "language":
            return Choose(wished_language(_text(fields, "language", 40)))
        case "ask":
            return _ask(fields, ref)
        case "react":
            kind = fields.get("kind")
            if kind not in REACTIONS:
                raise _Misfit
            return React(str(kind))
        case "quote":
            return _quote(fields, ref)
        case "forget":
            return Forget()
        case _:
            raise _Misfit


def _hello(fields: dict[str, object]) -> Hello:
    key = buyer_key(_text(fields, "id", 64))
    if key is None:
        raise _Misfit
    locale = _text(fields, "locale", 64)
    wished = wished_language(_text(fields, "language", 40)) or wished_language(locale)
    return Hello(key, wished, region(locale))


def _ask(fields: dict[str, object], ref: int | None) -> Ask:
    if ref is None:
        raise _Misfit
    photo = _text(fields, "photo", 100)
    text = clean(_string(fields, "text"))
    if not text and not photo:
        raise _Misfit(Why.EMPTY)
    if len(text) > limits.QUESTION_LENGTH:
        raise _Misfit(Why.LONG)
    if not _NAME.fullmatch(photo):
        raise _Misfit
    return Ask(ref, text, _line(fields, "name", limits.NAME_LENGTH), Sku(_text(fields, "sku", 100)), photo)


def _quote(fields: dict[str, object], ref: int | None) -> Quote:
    if ref is None:
        raise _Misfit
    if fields.get("consent") is not True:
        raise _Misfit(Why.CONSENT)
    contact = _line(fields, "contact", limits.CONTACT_LENGTH, cuts=False)
    if not contact:
        raise _Misfit(Why.EMPTY)
    note = clean(_string(fields, "note"))
    if len(note) > limits.NOTE_LENGTH:
        raise _Misfit(Why.LONG)
    country = _text(fields, "country", 64).upper()
    return Quote(
        ref,
        name=_line(fields, "name", limits.NAME_LENGTH),
        company=_line(fields, "company", limits.COMPANY_LENGTH),
        country=country if _REGION.fullmatch(country) else "",
        contact=contact,
        items=_items(fields.get("items", [])),
        note=note,
    )


def _items(given: object) -> tuple[LeadItem, ...]:
    if not isinstance(given, list):
        raise _Misfit
    if len(given) > limits.QUOTE_ITEMS:
        raise _Misfit(Why.LONG)
    items: dict[Sku, LeadItem] = {}
    for entry in given:
        if not isinstance(entry, dict):
            raise _Misfit
        sku = Sku(_text(entry, "sku", 100))
        if not sku:
            raise _Misfit
        items[sku] = LeadItem(sku, _quantity(entry.get("quantity")))
    return tuple(items.values())


def _quantity(value: object) -> int | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= _MOST_PIECES:
        raise _Misfit
    return value


def _ref(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < _MOST_REF else None


def _string(fields: dict[str, object], name: str) -> str:
    value = fields.get(name, "")
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _Misfit
    return value


def _text(fields: dict[str, object], name: str, most: int) -> str:
    """Return a code of some kind: what is longer than any of them is none."""
    value = clean(_string(fields, name))
    if len(value) > most:
        raise _Misfit
    return value


def _line(fields: dict[str, object], name: str, most: int, *, cuts: bool = True) -> str:
    """Return one line of text; what is too long is cut where that loses nothing that is needed, else refused."""
    value = " ".join(clean(_string(fields, name)).split())
    if len(value) > most and not cuts:
        raise _Misfit(Why.LONG)
    return value[:most].rstrip()


def _no_number(_constant: str) -> NoReturn:
    raise ValueError
