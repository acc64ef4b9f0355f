"""What the operator typed but did not send yet, for each message: switching rows never loses a word."""

from dataclasses import dataclass

from livedesk.core.ids import Language, MessageId
from livedesk.core.records import Reply, ReplyState


@dataclass(frozen=True, slots=True)
class Prepared:
    """A canned answer as it came into the box: `text` in the host's language, `translation` in `language`."""

    text: str
    translation: str
    language: Language | None

    def of(self, text: str, language: Language | None) -> str:
        """Return the translation that people wrote, "" where the box or the buyer's language says otherwise now."""
        is_same = text.strip() == self.text.strip() and language == self.language
        return self.translation if is_same else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The reply box for one message."""

    text: str = ""
    is_private: bool = False
    prepared: Prepared | None = None


_EMPTY = Draft()


class Drafts:
    """The drafts of a session. What was never typed here may come back from a stored session."""

    def __init__(self) -> None:
        self._drafts: dict[MessageId, Draft] = {}

    def get(self, message: MessageId) -> Draft:
        """Return the draft for `message`, an empty one where there is none."""
        return self._drafts.get(message, _EMPTY)

    def keep(self, message: MessageId, draft: Draft) -> None:
        """Remember what the box holds."""
        self._drafts[message] = draft

    def follow(self, reply: Reply) -> bool:
        """Take what became of a reply; return whether the draft of its message changed.

        A failed reply gives its text back unless something else was typed since; one on its way takes the
        text it carries out of the box; one from a stored session fills a box that nobody touched.
        """
        draft = self._drafts.get(reply.message)
        is_free = draft is None or not draft.text.strip()
        if reply.state is ReplyState.FAILED and is_free:
            self._drafts[reply.message] = Draft(reply.text, reply.is_private, _prepared(reply))
            return True
        if reply.state in (ReplyState.SENDING, ReplyState.SENT):
            if draft is not None and draft.text.strip() == reply.text.strip() and not is_free:
                self._drafts[reply.message] = _EMPTY
                return True
            return False
        if draft is None and reply.text:
            self._drafts[reply.message] = Draft(reply.text, reply.is_private, _prepared(reply))
            return True
        return False

    def forget(self, message: MessageId) -> None:
        """Forget the draft for a message that is deleted."""
        self._drafts.pop(message, None)

    def clear(self) -> None:
        """Forget all drafts: another session began."""
        self._drafts.clear()


def _prepared(reply: Reply) -> Prepared | None:
    """Return what people wrote in the buyer's language, where the reply came with it."""
    line = reply.translation
    is_ours = line is not None and line.is_corrected and line.reason is None
    return Prepared(reply.text, line.text, reply.language) if line is not None and is_ours else None
