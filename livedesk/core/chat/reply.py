"""Replies to buyers: TYPED > TRANSLATED > CHECKED > SENDING > SENT, or FAILED with what was typed kept.

A reply is translated into the buyer's language and read back before it goes; it is sent only with the translation
of exactly the text that the operator sent.
"""

from collections.abc import Collection
from dataclasses import replace

from livedesk.core.errors import ErrorCode
from livedesk.core.ids import Language, MessageId, ReplyId
from livedesk.core.records import Message, Reason, Reply, ReplyState, Translation, WarningKind
from livedesk.core.translation import figures
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

_OPEN = (ReplyState.TYPED, ReplyState.TRANSLATED, ReplyState.CHECKED, ReplyState.FAILED)
_CLOSED = (ReplyState.SENT, ReplyState.FAILED)
SENDABLE_REASONS = (None, Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
"""With any other reason there is no translation, and nothing is sent unless the operator insists."""


class ReplyBook:
    """All replies of the running session, by id; at most one open draft for each message."""

    def __init__(self, replies: tuple[Reply, ...] = ()) -> None:
        self._replies = {r.id: r for r in replies}
        self._last = max(self._replies, default=0)
        self._figures_checked: set[tuple[ReplyId, int]] = set()
        self._drafts: dict[MessageId, ReplyId] = {r.message: r.id for r in replies if r.state in _OPEN}

    @property
    def is_sending(self) -> bool:
        """Whether a reply is on its way."""
        return any(r.state is ReplyState.SENDING for r in self._replies.values())

    def get(self, reply: ReplyId) -> Reply | None:
        """Return the reply, None where there is none."""
        return self._replies.get(reply)

    def draft(
        self,
        message: Message,
        text: str,
        host: Language,
        language: Language,
        now: float,
        *,
        prepared: str = "",
    ) -> tuple[Reply, list[TranslateRequest]]:
        """The reply box changed: return the draft as it now is and what to ask for its preview.

        With `prepared`, the same as people wrote it in the buyer's language, nothing is asked.
        """
        reply = self._revise(message, text, language, now)
        requests = []
        if prepared and text.strip() and language != host:
            reply = _prepared(reply, prepared, host)
        elif text.strip():
            requests = [_request(Work.REPLY_PREVIEW, reply, text, host, language, now)]
        return self._put(reply), requests

    def send(
        self,
        message: Message,
        text: str,
        host: Language,
        language: Language,
        now: float,
        *,
        is_private: bool,
        as_written: bool,
        figures_checked: bool = False,
        prepared: str = "",
    ) -> tuple[Reply, list[TranslateRequest]] | None:
        """The operator sends: return the reply, on its way, and what to ask for if it cannot go at once.

        A reply whose translation has other figures fails unless `figures_checked`; sent again, it goes. `prepared`
        goes as it is, but for that.

        None where there is nothing to send, or where the same text to the same message is on its way already.
        """
        if not text.strip() or self._is_on_its_way(message.id, text):
            return None
        old = self._draft_of(message.id)
        if old and old.text == text and old.language == language:
            reply = replace(old, is_private=is_private, failure="", changed_at=now)
        else:
            reply = replace(self._revise(message, text, language, now), is_private=is_private)
        if as_written:
            written = Translation(language, text, reply.revision, len(text), True, Reason.SAME_LANGUAGE)
            reply = replace(reply, translation=written, back=None)
        elif prepared and language != host:
            reply = _prepared(reply, prepared, host)
        if figures_checked:
            self._figures_checked.add((reply.id, reply.revision))
        return self._go(reply, host, now)

    def retry(
        self, reply_id: ReplyId, host: Language, language: Language, now: float
    ) -> tuple[Reply, list[TranslateRequest]] | None:
        """Try a failed reply again, to a buyer who reads `language`: as `send`; None where it has not failed.

        Where it failed for its figures, the operator has read which and means it.
        """
        reply = self._replies.get(reply_id)
        if reply is None or reply.state is not ReplyState.FAILED:
            return None
        reason = reply.translation.reason if reply.translation else None
        is_as_written = reason is Reason.SAME_LANGUAGE and reply.language != host
        if reply.language != language and not is_as_written:
            reply = replace(
                reply, revision=reply.revision + 1, language=language, translation=None, back=None
            )
        elif reply.failure == ErrorCode.FIGURES_DIFFER:
            self._figures_checked.add((reply.id, reply.revision))
        return self._go(replace(reply, failure="", changed_at=now), host, now)

    def translated(
        self, result: TranslateResult, host: Language, now: float
    ) -> tuple[Reply | None, list[TranslateRequest], bool]:
        """Take a translation or a reading back.

        Returns the changed reply (None for old news), what to ask next, and whether it can be delivered now.
        """
        request = result.request
        reply = self._replies.get(ReplyId(request.item))
        if reply is None or reply.revision != request.revision:
            return None, [], False
        line = _translation(result, now)
        if request.is_back:
            state = ReplyState.CHECKED if reply.state is ReplyState.TRANSLATED else reply.state
            return self._put(replace(reply, back=line, state=state, changed_at=now)), [], False
        is_sending = reply.state is ReplyState.SENDING
        if is_sending is (request.work is Work.REPLY_PREVIEW) or reply.state in _CLOSED:
            return None, [], False  # a preview of what is on its way or done, or an answer nobody waits for
        if result.reason not in SENDABLE_REASONS:
            state = ReplyState.FAILED if is_sending else ReplyState.TYPED
            failed = replace(reply, translation=line, state=state, failure=str(result.reason), changed_at=now)
            if is_sending:
                self._drafts.setdefault(reply.message, reply.id)
            return self._put(failed), [], False
        if is_sending:
            reply = self._put(replace(reply, translation=line, changed_at=now))
            if self._is_doubtful(reply):
                return self.failed(reply.id, ErrorCode.FIGURES_DIFFER, now), [], False
            return reply, [], True
        reply = self._put(replace(reply, translation=line, state=ReplyState.TRANSLATED, changed_at=now))
        if result.reason is not None:
            return self._put(replace(reply, state=ReplyState.CHECKED)), [], False
        back = _request(Work.REPLY_PREVIEW, reply, result.text, request.target, host, now, is_back=True)
        return reply, [back], False

    def sent(self, reply_id: ReplyId, now: float) -> Reply | None:
        """The source took the reply; None for a reply that is not on its way."""
        reply = self._replies.get(reply_id)
        if reply is None or reply.state is not ReplyState.SENDING:
            return None
        return self._put(replace(reply, state=ReplyState.SENT, failure="", changed_at=now))

    def failed(self, reply_id: ReplyId, code: str, now: float) -> Reply | None:
        """The source could not take the reply; it becomes a draft again, unless a newer one was begun."""
        reply = self._replies.get(reply_id)
        if reply is None or reply.state is not ReplyState.SENDING:
            return None
        self._drafts.setdefault(reply.message, reply.id)
        return self._put(replace(reply, state=ReplyState.FAILED, failure=code, changed_at=now))

    def to(self, messages: Collection[MessageId]) -> list[Reply]:
        """Return the replies to these messages."""
        return [r for r in self._replies.values() if r.message in messages]

    def add_other(self, result: TranslateResult, now: float) -> Reply | None:
        """Take a sent public reply in one more language; None where its figures differ, or there is none."""
        request = result.request
        reply = self._replies.get(ReplyId(request.item))
        is_wanted = reply is not None and reply.revision == request.revision and not reply.is_private
        has_doubt = any(warning.kind is WarningKind.FIGURES for warning in result.warnings)
        if reply is None or not is_wanted or result.reason is not None or has_doubt or not result.text:
            return None
        line = _translation(result, now)
        others = tuple(other for other in reply.others if other.language != line.language)
        return self._put(replace(reply, others=(*others, line)))

    def forget(self, messages: Collection[MessageId]) -> list[ReplyId]:
        """Drop the replies to these messages; return which."""
        dropped = [r.id for r in self._replies.values() if r.message in messages]
        for reply in dropped:
            self._drafts.pop(self._replies.pop(reply).message, None)
        return dropped

    def abandon_sending(self, now: float) -> list[Reply]:
        """Mark every reply that is still on its way as failed: the desk stops."""
        sending = [r for r in self._replies.values() if r.state is ReplyState.SENDING]
        return [r for s in sending if (r := self.failed(s.id, Reason.STOPPED, now))]

    def _draft_of(self, message: MessageId) -> Reply | None:
        found = self._drafts.get(message)
        return self._replies[found] if found is not None else None

    def _revise(self, message: Message, text: str, language: Language, now: float) -> Reply:
        old = self._draft_of(message.id)
        if old is None:
            self._last += 1
            number = ReplyId(self._last)
            self._drafts[message.id] = number
            return Reply(number, message.id, 1, text, language, ReplyState.TYPED, now)
        return replace(
            old,
            revision=old.revision + 1,
            text=text,
            language=language,
            state=ReplyState.TYPED,
            translation=None,
            back=None,
            failure="",
            changed_at=now,
        )

    def _is_on_its_way(self, message: MessageId, text: str) -> bool:
        sending = (r for r in self._replies.values() if r.state is ReplyState.SENDING)
        return any(r.message == message and r.text == text for r in sending)

    def _go(self, reply: Reply, host: Language, now: float) -> tuple[Reply, list[TranslateRequest]]:
        """Put a reply on its way and ask for its translation where that is not there yet."""
        if self._drafts.get(reply.message) == reply.id:
            del self._drafts[reply.message]
        reply = self._put(replace(reply, state=ReplyState.SENDING))
        if _is_ready(reply):
            if self._is_doubtful(reply):
                return self.failed(reply.id, ErrorCode.FIGURES_DIFFER, now) or reply, []
            return reply, []
        return reply, [_request(Work.REPLY_TO_SEND, reply, reply.text, host, reply.language, now)]

    def _is_doubtful(self, reply: Reply) -> bool:
        """Whether the translation has other figures than the text, and nobody has said that it may go so."""
        line = reply.translation
        has_doubt = line is not None and any(w.kind is WarningKind.FIGURES for w in line.warnings)
        return has_doubt and (reply.id, reply.revision) not in self._figures_checked

    def _put(self, reply: Reply) -> Reply:
        self._replies[reply.id] = reply
        return reply


def _translation(result: TranslateResult, now: float) -> Translation:
    request = result.request
    return Translation(
        request.target,
        result.text,
        request.revision,
        len(result.text),
        True,
        result.reason,
        result.warnings,
        round((now - request.asked_at) * 1000),
        result.model,
    )


def _prepared(reply: Reply, text: str, host: Language) -> Reply:
    """Return `reply` with `text` as its translation, which people wrote; only the figures are compared."""
    doubt = figures.compare(reply.text, host, text, reply.language)
    warnings = (doubt,) if doubt else ()
    revision, length = reply.revision, len(text)
    forth = Translation(reply.language, text, revision, length, True, warnings=warnings, is_corrected=True)
    back = Translation(host, reply.text, revision, len(reply.text), True, is_corrected=True)
    return replace(reply, translation=forth, back=back, state=ReplyState.CHECKED)


def _is_ready(reply: Reply) -> bool:
    line = reply.translation
    return line is not None and line.source_revision == reply.revision and line.reason in SENDABLE_REASONS


def _request(
    work: Work,
    reply: Reply,
    text: str,
    source: Language,
    target: Language,
    now: float,
    *,
    is_back: bool = False,
) -> TranslateRequest:
    return TranslateRequest(work, reply.id, reply.revision, text, source, target, now, is_back=is_back)
