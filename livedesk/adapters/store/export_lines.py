"""Captions, chat and replies of a session as one list by time, for the transcript and the table."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from livedesk.core.events import SessionRestored
from livedesk.core.ids import Language
from livedesk.core.records import Caption, Message, Reason, Reply, ReplyState, Translation

Languages = tuple[Language, ...] | Literal["both"]
"""What to export: these languages, or "both", the text as it was said and its first translation."""

WAITING = "waiting"
_NOTHING_LACKS = (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
_DRAFTS = (ReplyState.TYPED, ReplyState.TRANSLATED, ReplyState.CHECKED)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Kind(StrEnum):
    """Who a line is from: the host, a buyer, or the host to a buyer."""

    CAPTION = "caption"
    MESSAGE = "message"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the show. `name` is the buyer's, "" for a caption; `at` is seconds since 1970.

    `gap_s` is above 0 for a stretch without captions, which has no text. `source` is the platform where the buyer
    wrote, else how the line came; `intents` are the codes of what the buyer asks.
    """

    kind: Kind
    at: float
    name: str
    source: str
    language: Language | None
    text: str
    translations: tuple[Translation, ...]
    state: str = ""
    is_private: bool = False
    is_draft: bool = False
    is_unsent: bool = False
    gap_s: float = 0.0
    country: str = ""
    intents: tuple[str, ...] = ()
    has_photo: bool = False

    def translated(self, languages: Languages) -> list[Translation]:
        """Return the translations that are wanted and have a text."""
        return [t for t in _wanted(self, languages) if t.text]

    def texts(self, languages: Languages) -> list[tuple[Language | None, str]]:
        """Return what to show: the wanted languages, or the text as it was said where there is none of them."""
        said = (self.language, self.text)
        others = [(t.language, t.text) for t in self.translated(languages) if t.language != self.language]
        if languages == "both":
            return [said, *others]
        texts = dict([said, *others])
        return [(name, texts[name]) for name in languages if name in texts] or [said]

    def reasons(self, languages: Languages) -> tuple[str, ...]:
        """Return the codes of why wanted translations are missing."""
        if self.gap_s:
            return ()
        wants_others = languages == "both" or any(name != self.language for name in languages)
        if wants_others and not self.translations:
            return (self.state if self.kind == Kind.MESSAGE else WAITING,)
        lacking = [t for t in _wanted(self, languages) if not t.text and t.reason not in _NOTHING_LACKS]
        return tuple(dict.fromkeys(t.reason.value if t.reason else WAITING for t in lacking))


def lines_of(data: SessionRestored) -> list[Line]:
    """Return the lines of the session, the oldest first; hidden messages and what answered them are left out."""
    messages = {message.id: message for message in data.messages}
    hidden = {message.id for message in data.messages if message.hidden is not None}
    lines = [
        *(_caption(caption) for caption in data.captions),
        *(_message(message) for message in data.messages if message.id not in hidden),
        *(
            _reply(reply, messages.get(reply.message))
            for reply in data.replies
            if reply.message not in hidden
        ),
    ]
    return sorted(lines, key=lambda line: line.at)


def start_of(data: SessionRestored, lines: list[Line]) -> float:
    """Return when the show began, by its first line where the session does not say."""
    return data.session.started_at or min((line.at for line in lines), default=0.0)


def tidy(text: str) -> str:
    """Return `text` on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def clock(seconds: float) -> str:
    """Return mm:ss; the minutes go on past 59."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02d}:{whole % 60:02d}"


def _wanted(line: Line, languages: Languages) -> list[Translation]:
    if languages == "both":
        return list(line.translations[:1])
    return [t for t in line.translations if t.language in languages]


def _caption(caption: Caption) -> Line:
    return Line(
        kind=Kind.CAPTION,
        at=caption.heard_at,
        name="",
        source=caption.origin.value,
        language=caption.language,
        text=caption.text,
        translations=caption.translations,
        gap_s=caption.gap_s,
    )


def _message(message: Message) -> Line:
    return Line(
        kind=Kind.MESSAGE,
        at=message.received_at,
        name=message.buyer_name,
        source=message.platform or message.source,
        language=message.language,
        text=message.text,
        translations=(message.translation,) if message.translation else (),
        state=message.state.value,
        country=message.country,
        intents=tuple(intent.value for intent in message.intents),
        has_photo=bool(message.photo),
    )


def _reply(reply: Reply, message: Message | None) -> Line:
    return Line(
        kind=Kind.REPLY,
        at=reply.changed_at,
        name=message.buyer_name if message else "",
        source=(message.platform or message.source) if message else "",
        language=reply.language,
        text=reply.text,
        translations=((reply.translation,) if reply.translation else ()) + reply.others,
        state=reply.state.value,
        is_private=reply.is_private,
        is_draft=reply.state in _DRAFTS,
        is_unsent=reply.state != ReplyState.SENT,
        country=message.country if message else "",
    )
