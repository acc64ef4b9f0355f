"""How replies go through the desk: what a command, a delivery or a translation changes in them, and what follows."""

from dataclasses import replace

from livedesk.core import events as ev
from livedesk.core.chat.log import ChatLog, clean
from livedesk.core.chat.reply import ReplyBook
from livedesk.core.ids import Language
from livedesk.core.records import Reason, Reply, ReplyState
from livedesk.core.session.outcome import Outcome
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work


class Replying:
    """The replies of one session, to the messages of `chat`."""

    def __init__(self, replies: ReplyBook, chat: ChatLog) -> None:
        self._replies = replies
        self._chat = chat

    def command(
        self,
        given: ev.DraftReply | ev.SendReply | ev.RetryReply,
        host: Language,
        default: Language,
        now: float,
        out: Outcome,
    ) -> None:
        """Draft, send or retry; `default` is what a buyer is taken to speak who has not shown otherwise."""
        if isinstance(given, ev.RetryReply):
            failed = self._replies.get(given.reply)
            message = self._chat.get(failed.message) if failed else None
        else:
            message = self._chat.get(given.message)
        if message is None:
            return
        language = self._chat.language_of(message, default)
        changed: tuple[Reply, list[TranslateRequest]] | None
        match given:
            case ev.DraftReply():
                changed = self._replies.draft(
                    message, given.text, host, language, now, prepared=clean(given.prepared)
                )
            case ev.SendReply():
                changed = self._replies.send(
                    message,
                    given.text,
                    host,
                    language,
                    now,
                    is_private=given.is_private,
                    as_written=given.as_written,
                    figures_checked=given.figures_checked,
                    prepared=clean(given.prepared),
                )
            case ev.RetryReply():
                changed = self._replies.retry(given.reply, host, language, now)
        if changed is None:
            return
        reply, requests = changed
        out.events.append(ev.ReplyChanged(reply))
        out.requests += requests
        if reply.state is ReplyState.SENDING and not requests:
            out.deliveries.append((message, reply))

    def delivered(
        self,
        fact: ev.ReplySent | ev.ReplyFailed,
        host: Language,
        audience: tuple[Language, ...],
        now: float,
        out: Outcome,
    ) -> None:
        """Note that a source took a reply, or could not; a public one goes on to the `audience` languages."""
        if isinstance(fact, ev.ReplyFailed):
            reply = self._replies.failed(fact.reply, fact.code, now)
        else:
            reply = self._replies.sent(fact.reply, now)
        if reply is None:
            return
        out.events.append(ev.ReplyChanged(reply))
        message = self._chat.get(reply.message)
        if message and isinstance(fact, ev.ReplySent):
            answered = self._chat.put(replace(message, is_answered=True))
            out.events.append(ev.MessageChanged(answered))
            out.requests += _for_readers(reply, host, audience, now)

    def read_along(self, result: TranslateResult, now: float, out: Outcome) -> None:
        """Take a public answer in a language of those who read along; a doubtful one is left out."""
        reply = self._replies.add_other(result, now)
        if reply is not None:
            out.events.append(ev.ReplyChanged(reply))

    def translated(self, result: TranslateResult, host: Language, now: float, out: Outcome) -> None:
        """Take a translation of a reply, or its reading back; deliver it when it waited for this."""
        reply, requests, is_ready = self._replies.translated(result, host, now)
        if reply is None:
            return
        out.events.append(ev.ReplyChanged(reply))
        out.requests += requests
        message = self._chat.get(reply.message)
        if is_ready and message:
            out.deliveries.append((message, reply))


def _for_readers(
    reply: Reply, host: Language, audience: tuple[Language, ...], now: float
) -> list[TranslateRequest]:
    """Return what to ask so that all who read along can read `reply`.

    What the operator sent as written may be in any language, so nothing is made of it.
    """
    line = reply.translation
    is_as_written = line is not None and line.reason is Reason.SAME_LANGUAGE and reply.language != host
    if reply.is_private or is_as_written:
        return []
    return [
        TranslateRequest(Work.PUBLIC_ANSWER, reply.id, reply.revision, reply.text, host, target, now)
        for target in dict.fromkeys(audience)
        if target not in (host, reply.language)
    ]
