"""Reads what other programs hand in: chat in the format of Social Stream Ninja, which brings it from 120 platforms.

One object, or a list of them (https://github.com/steveseguin/social_stream, api.md): `chatname` (HTML-escaped),
`chatmessage` (HTML with emoji as images, plain where `textonly`), `type` (the platform), `userid`, `id`, `event`,
`hasDonation`. Only the words are taken; addresses of pictures are never followed.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from typing import Any, NoReturn

from livedesk.core.chat.log import clean
from livedesk.core.chat.sources import INLET
from livedesk.core.events import ChatReceived
from livedesk.core.typing_compat import override

MOST_BYTES = 256 * 1024
"""Of one delivery."""
MOST_MESSAGES = 200
"""In one delivery."""

_MOST_TEXT, _MOST_MARKUP, _MOST_NAME, _MOST_ID = 2_000, 16_000, 80, 120
_COARSE_S = 10.0
"""A line without an id that comes again within this is the same line."""
_HAPPENINGS = frozenset(
    {"joined", "join", "left", "leave", "follow", "followed", "new_follower", "like", "liked", "likes", "share",
     "shared", "gift", "viewer_update", "viewer_updates", "viewers", "subscriber_update", "follower_update", "raid",
     "hosting", "thankyou", "sponsorship"}
)  # fmt: skip
"""`event` values of lines that nobody wrote; SSN marks some others with true."""


class InletProblem(StrEnum):
    """Why a delivery, or one message in it, was not taken."""

    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    NOT_AN_OBJECT = "not_an_object"
    BAD_FIELD = "bad_field"


_STATUS = {InletProblem.TOO_LARGE: 413, InletProblem.TOO_MANY: 413, InletProblem.BAD_FIELD: 422}


@dataclass(frozen=True, slots=True)
class InletFault:
    """One problem: with message `at` (from 0) of the delivery, in its field `name`."""

    problem: InletProblem
    at: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class InletRead:
    """What a delivery holds. `ignored` counts objects that are no buyer's words: joins, follows, likes, commands."""

    messages: tuple[ChatReceived, ...] = ()
    ignored: int = 0
    faults: tuple[InletFault, ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status to answer with: one bad message among good ones is no reason to send them all again."""
        if not self.faults or self.messages:
            return 200
        return _STATUS.get(self.faults[0].problem, 400)

    def answer(self) -> dict[str, Any]:
        """Return what to tell the other program, as JSON."""
        faults = [{"code": f.problem.value, "at": f.at, "field": f.name} for f in self.faults]
        return {"taken": len(self.messages), "ignored": self.ignored, "problems": faults}


def read_inlet(body: bytes | str, now: float) -> InletRead:
    """Return what a request's body or a WebSocket's text frame holds; never raises.

    `now` is seconds since 1970; it tells lines without an id apart that are the same otherwise.
    """
    if len(body) > MOST_BYTES:
        return _refused(InletProblem.TOO_LARGE)
    try:
        data = json.loads(body, parse_constant=_refuse)
    except RecursionError:
        return _refused(InletProblem.TOO_DEEP)
    except ValueError:
        return _refused(InletProblem.NOT_JSON)
    items = data if isinstance(data, list) else [data]
    if len(items) > MOST_MESSAGES:
        return _refused(InletProblem.TOO_MANY)
    messages: list[ChatReceived] = []
    faults: list[InletFault] = []
    for at, item in enumerate(items):
        try:
            messages += _message(item, now)
        except _BadField as bad:
            faults.append(InletFault(bad.problem, at, bad.name))
    return InletRead(tuple(messages), len(items) - len(messages) - len(faults), tuple(faults))


def _refused(problem: InletProblem) -> InletRead:
    return InletRead(faults=(InletFault(problem),))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


class _BadField(Exception):  # noqa: N818
    def __init__(self, problem: InletProblem, name: str = "") -> None:
        super().__init__(name)
        self.problem = problem
        self.name = name


def _message(item: object, now: float) -> Iterator[ChatReceived]:
    """Yield the line that `item` is, nothing where nobody wrote it; raises `_BadField`."""
    if not isinstance(item, dict):
        raise _BadField(InletProblem.NOT_AN_OBJECT)
    if isinstance(wrapped := item.get("overlayNinja"), dict):  # as SSN's own pages get it
        item = wrapped
    if not any(name in item for name in ("chatmessage", "chatname", "type")):
        return  # a command or a greeting of the program itself: {"join": ...}, {"action": ...}
    markup = _text(item, "chatmessage")[:_MOST_MARKUP]
    name = plain_text(_text(item, "chatname")[:_MOST_MARKUP])[:_MOST_NAME]
    platform = clean(_text(item, "type")).lower()[:_MOST_ID]
    user, number = clean(_text(item, "userid"))[:_MOST_ID], clean(_text(item, "id"))[:_MOST_ID]
    text = clean(markup) if item.get("textonly") is True else plain_text(markup)
    if not text or _is_happening(item):
        return
    if len(text) > _MOST_TEXT:
        text = text[: _MOST_TEXT - 1] + "…"
    # SSN counts its ids from anew at each start, so an id alone may be another line's tomorrow.
    key = number or f"{now // _COARSE_S:.0f}"
    said = hashlib.sha256("\0".join((platform, user, name, text)).encode("utf-8", "replace")).hexdigest()[:16]
    yield ChatReceived(
        source=INLET,
        external_id=f"{platform}:{key}:{said}",
        buyer_name=name,
        text=text,
        buyer_key=f"{user or name}@{platform}",
        platform=platform,
    )


def _text(item: dict[str, Any], name: str) -> str:
    """Return a field as text, "" where it is absent, false or null; SSN sends numbers as ids and names."""
    match item.get(name):
        case None | False:
            return ""
        case str() as text:
            return text
        case int() as number if not isinstance(number, bool):
            return str(number)
    raise _BadField(InletProblem.BAD_FIELD, name)


def _is_happening(item: dict[str, Any]) -> bool:
    """Whether the line tells what happened, rather than what somebody wrote; a donor's words are a buyer's."""
    event = item.get("event")
    if not event or item.get("hasDonation"):
        return False
    return not isinstance(event, str) or event.lower() in _HAPPENINGS


_TAG = re.compile(r"<[^>]*>?")
_MOST_OPEN = 20
"""html.parser takes time by the square of tags that never end; no program writes so many."""


def plain_text(markup: str) -> str:
    """Return the words of a piece of HTML: no tags, emoji images as their `alt`, breaks as line breaks."""
    if markup.count("<") > markup.count(">") + _MOST_OPEN:
        return clean(_TAG.sub(" ", markup))
    reader = _Words()
    try:
        reader.feed(markup)
        reader.close()
    except AssertionError:  # html.parser's answer to "<![x"
        return clean(_TAG.sub(" ", markup))
    return clean("".join(reader.words))


class _Words(HTMLParser):
    """Collects what a reader would see."""

    _SILENT = frozenset({"script", "style", "template"})
    _BREAKS = frozenset({"br", "p", "div", "li"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silent += 1
        elif tag == "img" and not self._silent:
            shown = dict(attrs)
            self.words.append(shown.get("alt") or shown.get("title") or "")
        elif tag in self._BREAKS and self.words:
            self.words.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT and self._silent:
            self._silent -= 1

    @override
    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)
