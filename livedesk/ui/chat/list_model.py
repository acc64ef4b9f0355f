"""The buyers' messages of the session for the chat panel, each with the replies it got."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from livedesk.core.ids import Language, MessageId
from livedesk.core.records import Message, MessageState, Reply, ReplyState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.chat.words import hidden_text
from livedesk.ui.leads.words import country_name
from livedesk.ui.lines.list_model import LinesModel
from livedesk.ui.names import intent_text

_SHOWN_STATES = (ReplyState.SENDING, ReplyState.SENT, ReplyState.FAILED)
_ON_ITS_WAY = (ReplyState.SENDING, ReplyState.SENT)


class ChatModel(LinesModel[Message]):
    """All messages by id, newest last; replies hang on their message."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replies: dict[MessageId, dict[int, Reply]] = {}

    def put_replies(self, replies: Iterable[Reply]) -> list[Reply]:
        """Take new and changed replies; return those that were news."""
        news = []
        for reply in replies:
            of_message = self._replies.setdefault(reply.message, {})
            shown = of_message.get(reply.id)
            if shown is not None and reply.revision < shown.revision:
                continue
            of_message[reply.id] = reply
            news.append(reply)
        for message in {reply.message for reply in news}:
            self.tell_changed(message)
        return news

    def shown_replies(self, message: MessageId) -> tuple[Reply, ...]:
        """Return the replies that stand beneath `message`: on their way, sent or failed."""
        return tuple(r for r in self._all_replies(message) if r.state in _SHOWN_STATES)

    def draft(self, message: MessageId) -> Reply | None:
        """Return the newest reply to `message` that was not sent yet, with its preview."""
        waiting = [r for r in self._all_replies(message) if r.state not in _ON_ITS_WAY]
        return waiting[-1] if waiting else None

    def failed_reply(self, message: MessageId | None) -> Reply | None:
        """Return the newest failed reply to `message`; with None, the newest of all."""
        ids = [message] if message is not None else list(self._replies)
        failed = [r for m in ids for r in self._all_replies(m) if r.state is ReplyState.FAILED]
        return max(failed, key=lambda r: r.id, default=None)

    def is_open(self, message: Message) -> bool:
        """Return whether `message` still wants an answer: in sight, none was sent, none is on its way."""
        if message.hidden is not None or message.is_answered:
            return False
        return not any(r.state in _ON_ITS_WAY for r in self._all_replies(message.id))

    def next_open(self, after: MessageId | None) -> Message | None:
        """Return the next message that wants an answer, from the oldest again after the last."""
        others = [m for m in self.records() if m.id != after and self.is_open(m)]
        later = [m for m in others if after is not None and m.id > after]
        return next(iter(later or others), None)

    def languages(self) -> list[Language]:
        """Return the languages that buyers have written in, the most frequent first."""
        counts: dict[Language, int] = {}
        for message in self.records():
            if message.language:
                counts[message.language] = counts.get(message.language, 0) + 1
        return sorted(counts, key=lambda language: -counts[language])

    @override
    def number(self, record: Message) -> int:
        return record.id

    @override
    def is_older(self, record: Message, shown: Message) -> bool:
        return record.revision < shown.revision

    @override
    def text(self, record: Message) -> str:
        lines = [f"{record.buyer_name}: {record.text}"]
        if record.photo:
            lines.append(self.tr("(with a photo)"))
        translation = record.translation
        if record.state is MessageState.TRANSLATED and translation and translation.text != record.text:
            lines.insert(1, translation.text)
        for reply in self.shown_replies(record.id):
            lines += _reply_lines(reply)
        return "\n".join(lines)

    def forget(self, messages: Iterable[MessageId]) -> None:
        """Forget messages of a buyer who is deleted, and what they were answered."""
        for message in messages:
            self._replies.pop(message, None)
            self.remove((message,))

    @override
    def description(self, record: Message) -> str:
        said = [hidden_text(record.hidden)] if record.hidden else []
        said.append(words.source_name(record.source, record.platform))
        said += [country_name(record.country)] if record.country else []
        return ", ".join([*said, *map(intent_text, record.intents)])

    @override
    def clear(self) -> None:
        self._replies.clear()
        super().clear()

    def _all_replies(self, message: MessageId) -> Sequence[Reply]:
        of_message = self._replies.get(message, {})
        return [of_message[number] for number in sorted(of_message)]


def _reply_lines(reply: Reply) -> list[str]:
    translation = reply.translation
    if translation is not None and translation.text and translation.text != reply.text:
        return [f"> {translation.text}", f"> {reply.text}"]
    return [f"> {reply.text}"]
