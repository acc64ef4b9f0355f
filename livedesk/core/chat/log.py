"""The buyers' messages of a session: no line counts twice, none waits for ever, each buyer keeps a language."""

import unicodedata
from dataclasses import replace

from livedesk.core.chat.moderation import HiddenWhy
from livedesk.core.events import ChatReceived, ChatWithdrawn
from livedesk.core.ids import BuyerId, Language, MessageId, buyer_id
from livedesk.core.records import Message, MessageState, Reason, Translation
from livedesk.core.translation import figures
from livedesk.core.translation.order import MAX_WAITING_MESSAGES
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

_KEPT_CONTROLS = "\n\t\u200d\u200c"
"""Line breaks, and the joiners that emoji and some scripts need."""
_INSTEAD = str.maketrans(
    dict.fromkeys("\r\x85\u2028\u2029", "\n") | dict.fromkeys("\u115f\u1160\u2800\u3164\uffa0", " ")
)
"""Other line breaks, and letters that look like nothing: a name made of them would be none."""
_UNNAMED = "?"
_MOST_MARKS = 6
"""On one letter; no script needs more."""


class ChatLog:
    """All messages of the running session, by id."""

    def __init__(self, messages: tuple[Message, ...] = ()) -> None:
        self._messages = {m.id: m for m in messages}
        self._ids = {(m.source, m.external_id): m.id for m in messages}
        self._last = max(self._messages, default=0)
        self._waiting: dict[MessageId, None] = {}
        self._unanswered = sum(map(_is_open, messages))
        self._numbers = {m.buyer: number for m in messages if (number := _number_in(m.buyer_name))}
        self._last_number = max(self._numbers.values(), default=0)
        self._buyer_languages: dict[BuyerId, Language] = {
            m.buyer: m.language for m in messages if m.language and m.is_language_sure
        }

    def __len__(self) -> int:
        return len(self._messages)

    @property
    def unanswered(self) -> int:
        """How many messages have no answer yet."""
        return self._unanswered

    @property
    def is_waiting(self) -> bool:
        """Whether a message still waits for its translation."""
        return bool(self._waiting)

    def get(self, message: MessageId) -> Message | None:
        """Return the message, None where there is none."""
        return self._messages.get(message)

    def name_of(self, buyer: BuyerId) -> str:
        """Return what a buyer was last called, "" for one who wrote nothing."""
        names = (m.buyer_name for m in reversed(self._messages.values()) if m.buyer == buyer)
        return next(names, "")

    def of_buyer(self, buyer: BuyerId) -> list[Message]:
        """Return everything that a buyer wrote, in its order."""
        return [m for m in self._messages.values() if m.buyer == buyer]

    def find(self, source: str, external_id: str) -> Message | None:
        """Return the message that a source delivered under `external_id`."""
        found = self._ids.get((source, external_id))
        return self._messages.get(found) if found is not None else None

    def received(self, chat: ChatReceived, now: float) -> Message | None:
        """Take a line from a source; None where it was delivered before or holds nothing."""
        text = clean(chat.text)
        if not (text or chat.photo) or (chat.source, chat.external_id) in self._ids:
            return None
        name = self._name(chat)
        self._last += 1
        number = MessageId(self._last)
        message = Message(
            id=number,
            source=chat.source,
            external_id=chat.external_id,
            buyer=buyer_of(chat),
            buyer_name=name,
            text=text,
            received_at=now,
            products=chat.products,
            platform=chat.platform,
            country=chat.country,
            photo=chat.photo,
        )
        self._ids[(chat.source, chat.external_id)] = number
        self._messages[number] = message
        self._unanswered += 1
        if chat.reads:
            self._buyer_languages.setdefault(message.buyer, chat.reads)
        return message

    def _name(self, chat: ChatReceived) -> str:
        """Return what to call who wrote `chat`: phones without a name are told apart by a number, "#3"."""
        name = name_of(chat)
        if name != _UNNAMED or not chat.buyer_key:
            return name
        buyer = buyer_of(chat)
        if buyer not in self._numbers:
            self._last_number += 1
            self._numbers[buyer] = self._last_number
        return f"#{self._numbers[buyer]}"

    def withdrawn(self, lines: ChatWithdrawn) -> list[Message]:
        """Hide what a platform took back; return what is hidden by it."""
        if lines.external_id:
            found = self.find(lines.source, lines.external_id)
            meant = [found] if found else []
        else:
            buyer = buyer_id(lines.source, lines.buyer_key)
            meant = [m for m in self._messages.values() if m.buyer == buyer]
        return [self.put(replace(m, hidden=HiddenWhy.PLATFORM)) for m in meant if m.hidden is None]

    def ask(
        self,
        message: Message,
        target: Language,
        default: Language,
        now: float,
        language: Language | None = None,
    ) -> tuple[Message, TranslateRequest]:
        """Return `message` waiting for its translation, and the request for it.

        `language` is what the operator says it is in; otherwise it is identified, with this buyer's last
        language and then `default` as hints.
        """
        last = self._buyer_languages.get(message.buyer)
        waiting = replace(
            message,
            revision=message.revision + 1,
            state=MessageState.WAITING,
            language=language or message.language,
            is_language_sure=language is not None,
        )
        self._messages[message.id] = waiting
        self._waiting.pop(message.id, None)
        self._waiting[message.id] = None
        if language:
            self._buyer_languages[message.buyer] = language
        hints = (last, default) if last else (default,)
        request = TranslateRequest(
            Work.CHAT_MESSAGE, message.id, waiting.revision, message.text, language, target, now, hints
        )
        return waiting, request

    def language_of(self, message: Message, default: Language) -> Language:
        """Return what to write to the author of `message` in, while that is not known for sure too."""
        return message.language or self._buyer_languages.get(message.buyer, default)

    def skip_overflow(self) -> list[Message]:
        """Mark the oldest waiting messages beyond the limit as skipped; return them."""
        return self._skip_down_to(MAX_WAITING_MESSAGES)

    def abandon_waiting(self) -> list[Message]:
        """Mark every waiting message as skipped: the desk stops."""
        return self._skip_down_to(0)

    def _skip_down_to(self, limit: int) -> list[Message]:
        skipped = []
        while len(self._waiting) > limit:
            oldest = next(iter(self._waiting))
            del self._waiting[oldest]
            message = self._messages[oldest]
            skipped.append(
                self.put(replace(message, revision=message.revision + 1, state=MessageState.SKIPPED))
            )
        return skipped

    def translated(self, result: TranslateResult, now: float) -> Message | None:
        """Take a translation; None where it answers an older question than the last one asked.

        A message that was skipped while the engine had it in hand is translated all the same.
        """
        request = result.request
        message = self._messages.get(MessageId(request.item))
        if message is None:
            return None
        was_in_hand = message.state is MessageState.SKIPPED and message.revision == request.revision + 1
        if message.revision != request.revision and not was_in_hand:
            return None
        self._waiting.pop(message.id, None)
        if result.is_language_sure:
            self._buyer_languages[message.buyer] = result.language
        is_understood = result.reason in (None, Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
        translation = Translation(
            language=request.target,
            text=result.text,
            source_revision=request.revision,
            stable_length=len(result.text),
            is_final=True,
            reason=result.reason,
            warnings=result.warnings,
            lag_ms=round((now - request.asked_at) * 1000),
            model=result.model,
        )
        return self.put(
            replace(
                message,
                language=result.language,
                is_language_sure=result.is_language_sure,
                state=MessageState.TRANSLATED if is_understood else MessageState.UNTRANSLATED,
                translation=translation,
            )
        )

    def corrected(self, message_id: MessageId, text: str, target: Language) -> Message | None:
        """Take what a person says a message is in `target`; None where there is no such message.

        What they approved unchanged is no longer in doubt; in what they wrote the figures are compared again.
        """
        message = self._messages.get(message_id)
        if message is None:
            return None
        shown = message.translation
        is_approved = shown is not None and shown.text == text and shown.language == target
        doubt = figures.compare(message.text, message.language or target, text, target)
        self._waiting.pop(message.id, None)
        revision = message.revision + 1
        translation = Translation(
            language=target,
            text=text,
            source_revision=revision,
            stable_length=len(text),
            is_final=True,
            warnings=(doubt,) if doubt and not is_approved else (),
            lag_ms=shown.lag_ms if shown else 0,
            is_corrected=True,
        )
        return self.put(
            replace(message, revision=revision, state=MessageState.TRANSLATED, translation=translation)
        )

    def put(self, message: Message) -> Message:
        """Keep a changed message and return it."""
        self._unanswered += _is_open(message) - _is_open(self._messages[message.id])
        self._messages[message.id] = message
        return message

    def forget(self, buyer: BuyerId) -> list[Message]:
        """Drop everything of a buyer but the ids, lest a source deliver it again; return what was dropped."""
        dropped = [m for m in self._messages.values() if m.buyer == buyer]
        for message in dropped:
            del self._messages[message.id]
            self._waiting.pop(message.id, None)
            self._unanswered -= _is_open(message)
        self._buyer_languages.pop(buyer, None)
        self._numbers.pop(buyer, None)
        return dropped


def name_of(chat: ChatReceived) -> str:
    """Return what the buyer who wrote `chat` is called."""
    return " ".join(clean(chat.buyer_name).split()) or _UNNAMED


def is_unnamed(name: str) -> bool:
    """Whether a message's `buyer_name` only stands for a buyer who gave none."""
    return name == _UNNAMED or _number_in(name) > 0


def _number_in(name: str) -> int:
    digits = name.removeprefix("#")
    return int(digits) if digits != name and digits.isascii() and digits.isdecimal() else 0


def buyer_of(chat: ChatReceived) -> BuyerId:
    """Return who wrote `chat`, however a name without a key is spaced."""
    return buyer_id(chat.source, chat.buyer_key or name_of(chat))


def _is_open(message: Message) -> bool:
    """Whether a message wants an answer."""
    return not message.is_answered and message.hidden is None


def clean(text: str) -> str:
    """Return `text` without control, bidi-override and unpaired surrogate characters, trimmed.

    Such characters come from clients gone wrong or from people who want a line to read differently than it is. So do
    letters that nobody sees, which become blanks, and piles of marks, which would cover the lines around.
    """
    kept: list[str] = []
    marks = 0
    for c in text.replace("\r\n", "\n").translate(_INSTEAD):
        category = unicodedata.category(c)
        if _is_no_character(c, category):
            continue
        if category in ("Mn", "Me"):
            marks += 1
        elif category != "Cf":  # a joiner, which is no letter that marks could stand on
            marks = 0
        if marks <= _MOST_MARKS:
            kept.append(c)
    return "".join(kept).strip()


def _is_no_character(c: str, category: str) -> bool:
    """Whether a text has no business with `c`; what Unicode keeps free for ever makes an XML file unreadable."""
    if category in ("Cc", "Cf", "Cs", "Co"):
        return c not in _KEPT_CONTROLS
    return category == "Cn" and (ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF)
