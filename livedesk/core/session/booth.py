"""The booth's state machine: every input goes in here, with the time, and what follows comes out.

`Booth.handle` is a pure function of its state, the input and the clock, so a recorded tape replays to the same
events. It owns the session, captions, chat, replies, terms, health and notices, and the products by way of `Goods`;
the desk thread owns it. Its length is that of the list of inputs.
"""

from dataclasses import replace

from livedesk.core import events as ev
from livedesk.core.audience.audience import Audience
from livedesk.core.captions.log import CaptionLog
from livedesk.core.captions.segmenter import Segmenter, SegmentHeard
from livedesk.core.chat.canned_book import CannedBook
from livedesk.core.chat.linking import Linker
from livedesk.core.chat.log import ChatLog, buyer_of, clean
from livedesk.core.chat.moderation import HiddenWhy
from livedesk.core.chat.reply import ReplyBook
from livedesk.core.ids import EN, ZH, Language, SegmentId, buyer_id
from livedesk.core.leads.book import LeadBook
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import (
    Caption,
    Message,
    MessageState,
    Notice,
    NoticeCode,
    NoticeLevel,
    Origin,
    Product,
    ReplyState,
    SessionState,
)
from livedesk.core.session import show
from livedesk.core.session.batches import BatchBook
from livedesk.core.session.board import Board
from livedesk.core.session.corrections import TermBook, correct_caption, correct_message
from livedesk.core.session.goods import Goods
from livedesk.core.session.moderating import ModerationBook
from livedesk.core.session.outcome import Outcome
from livedesk.core.session.replying import Replying
from livedesk.core.settings import CaptionMode
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

BEHIND_AFTER_S = 2.0
"""A final that waits longer than this stops partials, and the strip says "behind"."""


class Booth:
    """All state of the desk. One thread at a time."""

    def __init__(
        self,
        host_language: Language = ZH,
        audience_languages: tuple[Language, ...] = (EN,),
        mode: CaptionMode = CaptionMode.STEADY,
    ) -> None:
        self.session = show.idle(host_language, audience_languages)
        self.captions = CaptionLog(mode=mode)
        self._segmenter = Segmenter(self._new_segment)
        self._next_segment = 1
        self._board = Board()
        self._since = 0.0
        self._terms = TermBook()
        self._batches = BatchBook()
        self._moderation = ModerationBook()
        self._canned = CannedBook()
        self._links: dict[LinkKind, Link] = {}
        self._audience = Audience()
        self._goods = Goods(self._board)
        self._leads = LeadBook(self._goods.moq_of)
        self._open_chat(ChatLog(), ReplyBook())

    def _open_chat(self, chat: ChatLog, replies: ReplyBook) -> None:
        """Begin with other messages and replies: a session has its own."""
        self.chat, self.replies = chat, replies
        self._linker = Linker(self._goods.mentions, chat)
        self._replying = Replying(replies, chat)

    @property
    def products(self) -> tuple[Product, ...]:
        """The catalogue in its order."""
        return self._goods.book.products

    def handle(self, given: ev.Input, now: float) -> Outcome:
        """Take one input at time `now` (seconds since 1970) and return what follows."""
        out = Outcome()
        before = self.session
        self._dispatch(given, now, out)
        self._tell_leads(now, out)
        self.session = replace(
            self.session,
            messages=len(self.chat),
            unanswered=self.chat.unanswered,
            doubts=self.captions.doubts,
        )
        if self.session != before:
            out.events.append(ev.SessionChanged(self.session))
        if self.session.pinned:
            pinned = self.session.pinned
            out.requests = [r if r.on_air else replace(r, on_air=pinned) for r in out.requests]
        return out

    def snapshot(self) -> list[ev.Event]:
        """Return the events that tell a new subscriber everything but the lines."""
        return [
            self._goods.book.event(),
            # Not while they are empty: a store that could not read them would take that for their end.
            *([ev.GlossaryChanged(self._terms.terms)] if self._terms.terms else ()),
            *([ev.BatchesChanged(self._batches.batches)] if self._batches.batches else ()),
            *([ev.LeadsChanged(self._leads.leads)] if self._leads.leads else ()),
            *([ev.CannedChanged(self._canned.answers)] if self._canned.answers else ()),
            ev.ModerationChanged(self._moderation.moderation),
            ev.AudienceChanged(self._audience),
            *map(ev.LinkChanged, self._links.values()),
            ev.SessionChanged(self.session),
            *self._board.events(),
        ]

    def abandon(self, now: float) -> Outcome:
        """The desk stops: every line still on its way gets a reason, so that nothing waits for ever."""
        out = Outcome()
        self._goods.stop_filling(out)
        out.events += map(ev.CaptionChanged, self.captions.abandon_pending())
        out.events += map(ev.MessageChanged, self.chat.abandon_waiting())
        out.events += map(ev.ReplyChanged, self.replies.abandon_sending(now))
        return out

    @property
    def is_waiting_for_finals(self) -> bool:
        """Whether a final caption is still without its translation."""
        return self.captions.oldest_pending_at() is not None

    @property
    def is_waiting(self) -> bool:
        """Whether any caption, message or reply still waits for the translator or for its delivery."""
        return self.is_waiting_for_finals or self.chat.is_waiting or self.replies.is_sending

    # One flat match: its length is the number of inputs.
    def _dispatch(self, given: ev.Input, now: float, out: Outcome) -> None:
        match given:
            case ev.StartSession():
                self._start(given, now, out)
            case ev.PauseSession() | ev.ContinueSession() | ev.EndSession():
                self._change_state(given, now, out)
            case ev.AddHostLine():
                self._typed(given.text, now, out)
            case ev.Hypothesis():
                if self._is_of_the_show(given.origin, given.t0_s):
                    self._heard(self._segmenter.feed(given, now), now, out)
            case ev.AudioLost():
                self._audio_lost(given, now, out)
            case ev.LevelMeasured():
                out.events.append(ev.LevelChanged(given.level))
            case ev.JobReported():
                out.events.append(ev.JobChanged(given.job))
            case ev.Ticked():
                self._tick(now, out)
            case (
                ev.PinProduct()
                | ev.UnpinProduct()
                | ev.MarkSoldOut()
                | ev.GoToShowItem()
                | ev.SetShow()
                | ev.PutOffer()
                | ev.ClearOffer()
            ):
                self.session = self._goods.put_on_air(given, self.session, now, out)
            case ev.SetCaptionMode():
                out.events += map(ev.CaptionChanged, self.captions.set_mode(given.mode))
            case (
                ev.CatalogueLoaded()
                | ev.PutProducts()
                | ev.RemoveProducts()
                | ev.MoveProduct()
                | ev.UndoCatalogue()
                | ev.RedoCatalogue()
                | ev.ApproveTexts()
            ):
                self.session = self._goods.edit(given, self.session, now, out)
            case ev.FillTexts():
                self._goods.fill(given, self.session, now, out)
            case ev.StopFillingTexts():
                self._goods.stop_filling(out)
            case ev.ChatReceived():
                self._chat_received(given, now, out)
            case ev.ChatWithdrawn():
                out.events += map(ev.MessageChanged, self.chat.withdrawn(given))
            case ev.TranslateMessage() | ev.SetMessageLanguage():
                self._translate_message(given, now, out)
            case ev.DraftReply() | ev.SendReply() | ev.RetryReply():
                host, default = self.session.host_language, self._default_language
                self._replying.command(given, host, default, now, out)
            case ev.ReplySent() | ev.ReplyFailed():
                session = self.session
                host, audience = session.host_language, session.audience_languages
                self._replying.delivered(given, host, audience, now, out)
            case TranslateResult():
                self._translated(given, now, out)
            case ev.AcceptFigures():
                out.events += _changed(self.captions.accept_figures(given.segment))
            case ev.UndoCorrection():
                self._undo_correction(given, now, out)
            case ev.CorrectCaption() | ev.CorrectMessage():
                self._correct(given, now, out)
            case ev.PutTerms() | ev.RemoveTerms() | ev.TermsLoaded() | ev.TermsRead():
                out.events += self._terms.change(given)
            case ev.PutBatch() | ev.RemoveBatch() | ev.BatchesLoaded():
                out.events += self._batches.change(given)
            case ev.PreviewLine(text, source, target):
                preview = Work.GLOSSARY_PREVIEW
                out.requests.append(TranslateRequest(preview, 0, 1, clean(text), source, target, now))
            case ev.SetChatRules() | ev.ModerationLoaded():
                out.events += self._moderation.change(given)
            case ev.BarBuyer():
                out.events += self._moderation.change(given, self.chat.name_of(given.buyer))
            case ev.HideMessage():
                self._hide(given, now, out)
            case ev.ForgetBuyer():
                self._forget(given, out)
            case ev.MakeLead():
                self._make_lead(given, now, out)
            case ev.QuoteWanted():
                self._quote_wanted(given, now, out)
            case ev.PutLeads() | ev.RemoveLeads() | ev.MergeLeads() | ev.LeadsLoaded():
                out.events += self._leads.change(given, now)
            case ev.PutCanned() | ev.RemoveCanned() | ev.CannedLoaded():
                out.events += self._canned.change(given)
            case ev.AudienceCounted():
                self._audience = given.audience
                out.events.append(ev.AudienceChanged(given.audience))
            case ev.LinkReported():
                self._link_reported(given.link, out)
            case ev.HealthReported():
                out.events += self._board.set_health(given.health)
            case ev.NoticeRaised():
                out.events += self._board.post(given.notice)
            case ev.DismissNotice():
                out.events += self._board.clear(given.code)
            case ev.ChangeLanguages():
                self.session = replace(
                    self.session,
                    host_language=given.host_language,
                    audience_languages=given.audience_languages,
                )
                self._goods.ask_for_offer(self.session, now, out)
            case ev.SessionRestored():
                self._restore(given, now, out)

    # --- the session ---

    def _start(self, start: ev.StartSession, now: float, out: Outcome) -> None:
        if self.session.state in (SessionState.LIVE, SessionState.PAUSED):
            return
        self.session = show.started(self.session, start.name, now, is_rehearsal=start.is_rehearsal)
        self._since = now
        self.captions = CaptionLog(mode=self.captions.mode)
        self._open_chat(ChatLog(), ReplyBook())
        self._segmenter = Segmenter(self._new_segment)
        self._next_segment = 1
        for code in (NoticeCode.SESSION_SAVED, NoticeCode.UNFINISHED_SESSION):
            out.events += self._board.clear(code)
        if start.is_rehearsal:
            out.events += self._board.post(Notice(NoticeCode.PRACTICE_ONLY, NoticeLevel.INFO))

    def _change_state(
        self, command: ev.PauseSession | ev.ContinueSession | ev.EndSession, now: float, out: Outcome
    ) -> None:
        before = self.session
        match command:
            case ev.PauseSession():
                self.session = show.paused(self.session, now)
            case ev.ContinueSession():
                self.session = show.continued(self.session, now)
            case ev.EndSession():
                self.session = show.ended(self.session, now)
        if self.session.state is before.state:
            return
        self._heard(self._segmenter.close(), now, out)
        if self.session.state is SessionState.ENDED:
            out.events += self._board.clear(NoticeCode.PRACTICE_ONLY)
            saved = {"captions": len(self.captions), "messages": len(self.chat)}
            out.events += self._board.post(Notice(NoticeCode.SESSION_SAVED, NoticeLevel.INFO, {**saved}))

    def _restore(self, restored: ev.SessionRestored, now: float, out: Outcome) -> None:
        """Go on with a session that a killed process left; what it left waiting is asked for again."""
        if self.session.state in (SessionState.LIVE, SessionState.PAUSED):
            return
        seen_at = [c.heard_at for c in restored.captions] + [m.received_at for m in restored.messages]
        self.session = show.restored(restored.session, max(seen_at, default=0.0))
        self._since = now
        self.captions = CaptionLog(restored.captions, self.captions.mode)
        self._open_chat(ChatLog(restored.messages), ReplyBook(restored.replies))
        self._segmenter = Segmenter(self._new_segment)
        self._next_segment = self.captions.last_segment + 1
        # The session goes first: who shows lines forgets the old ones on a new session's id.
        out.events.append(ev.SessionChanged(self.session))
        out.events += map(ev.CaptionChanged, restored.captions)
        out.events += map(ev.MessageChanged, restored.messages)
        out.events += map(ev.ReplyChanged, restored.replies)
        out.events += map(ev.ReplyChanged, self.replies.abandon_sending(now))
        out.events += self._board.clear(NoticeCode.UNFINISHED_SESSION)
        self._goods.ask_for_offer(self.session, now, out)
        for caption in restored.captions:
            self._request(caption, now, out)
        for message in restored.messages:
            was_asked = message.hidden is None or message.revision > 0
            if message.state is MessageState.WAITING and was_asked:
                self._ask_about(message, now, out, message.language if message.is_language_sure else None)

    # --- what the host says ---

    def _new_segment(self) -> SegmentId:
        segment = SegmentId(self._next_segment)
        self._next_segment += 1
        return segment

    def _typed(self, text: str, now: float, out: Outcome) -> None:
        text = clean(text)
        if not text or self.session.state is not SessionState.LIVE:
            return
        at_s = show.time_s(self.session, now)
        language = self.session.host_language
        caption = self.captions.typed(self._new_segment(), text, language, at_s, now)
        self._ask_for(caption, now, out)

    def _is_of_the_show(self, origin: Origin, t0_s: float) -> bool:
        """Whether what was heard from `t0_s` on was said in the show: its last words before a pause arrive in it."""
        is_late = origin is Origin.MICROPHONE and t0_s < self.session.ran_s
        return self.session.state is SessionState.LIVE or is_late

    def _heard(self, segments: list[SegmentHeard], now: float, out: Outcome) -> None:
        for segment in segments:
            caption = self.captions.heard(segment, self.session.host_language, now)
            if caption:
                self._ask_for(caption, now, out)

    def _audio_lost(self, lost: ev.AudioLost, now: float, out: Outcome) -> None:
        if self._is_of_the_show(Origin.MICROPHONE, lost.t0_s) and lost.t1_s > lost.t0_s:
            self._heard(self._segmenter.close(), now, out)
            gap = self.captions.gap(
                self._new_segment(), self.session.host_language, lost.t0_s, lost.t1_s, now
            )
            out.events.append(ev.CaptionChanged(gap))

    def _undo_correction(self, command: ev.UndoCorrection, now: float, out: Outcome) -> None:
        caption = self.captions.uncorrected(command.segment, command.index)
        if caption:
            out.withdrawn.append((Work.FINAL_CAPTION, caption.segment))
            self._ask_for(caption, now, out)

    def _ask_for(self, caption: Caption, now: float, out: Outcome) -> None:
        out.events.append(ev.CaptionChanged(caption))
        if caption.is_final:
            out.withdrawn.append((Work.CAPTION_PARTIAL, caption.segment))
        self._request(caption, now, out)

    def _request(self, caption: Caption, now: float, out: Outcome) -> None:
        targets = tuple(t for t in self.session.audience_languages if t != caption.language)
        out.requests += self.captions.requests(caption, targets, now, is_behind=self._is_behind(now))

    def _is_behind(self, now: float) -> bool:
        oldest = self.captions.oldest_pending_at()
        return oldest is not None and now - oldest > BEHIND_AFTER_S

    def _tick(self, now: float, out: Outcome) -> None:
        self._heard(self._segmenter.close_after_silence(now), now, out)
        waiting_since = self.captions.oldest_pending_at() if self._is_behind(now) else None
        out.events += self._board.judge_lag(waiting_since, now)
        self.session = self._goods.tick(self.session, now, out)
        out.events += map(ev.MessageChanged, self._linker.catch_up())

    # --- what buyers say ---

    def _chat_received(self, chat: ev.ChatReceived, now: float, out: Outcome) -> None:
        if self.session.state in (SessionState.IDLE, SessionState.ENDED):
            return
        if self._moderation.is_blocked(buyer_of(chat)):
            return
        message = self.chat.received(chat, now)
        if message is None:
            return
        if hidden := self._moderation.hides(message):
            known = replace(message, language=chat.language, is_language_sure=chat.language is not None)
            out.events.append(ev.MessageChanged(self.chat.put(replace(known, hidden=hidden))))
        else:
            self._ask_about(self._linker.linked(message), now, out, chat.language)

    def _hide(self, command: ev.HideMessage, now: float, out: Outcome) -> None:
        """Hide a message, or bring it back; one that was hidden as it came in is translated then."""
        message = self.chat.get(command.message)
        if message is None or command.is_hidden is (message.hidden is not None):
            return
        changed = self.chat.put(replace(message, hidden=HiddenWhy.OPERATOR if command.is_hidden else None))
        if not command.is_hidden and changed.revision == 0:
            known = changed.language if changed.is_language_sure else None
            self._ask_about(self._linker.linked(changed), now, out, known)
        else:
            out.events.append(ev.MessageChanged(changed))

    def _forget(self, command: ev.ForgetBuyer, out: Outcome) -> None:
        """Drop all that is known of a buyer; the store and the photos follow on the event."""
        messages = self.chat.forget(command.buyer)
        replies = self.replies.forget({m.id for m in messages})
        out.withdrawn += [(Work.CHAT_MESSAGE, m.id) for m in messages]
        out.events += self._leads.forget(command.buyer)
        out.events += self._moderation.change(ev.BarBuyer(command.buyer, None))
        photos = tuple(m.photo for m in messages if m.photo)
        out.events.append(
            ev.BuyerForgotten(command.buyer, tuple(m.id for m in messages), tuple(replies), photos)
        )
        out.events += self._board.post(Notice(NoticeCode.BUYER_FORGOTTEN, NoticeLevel.INFO))

    def _make_lead(self, command: ev.MakeLead, now: float, out: Outcome) -> None:
        """Make a lead, or bring the one there is up to date; the notice says so each time it is asked for."""
        message = self.chat.get(command.message)
        if message is None:
            return
        messages = self.chat.of_buyer(message.buyer)
        answers = self.replies.to({each.id for each in messages})
        lead, changed = self._leads.make(self.session.id, messages, answers, now)
        named: dict[str, str | int] = {"name": lead.name if lead else ""}
        out.events += [*changed, *self._board.post(Notice(NoticeCode.LEAD_KEPT, NoticeLevel.INFO, named))]

    def _quote_wanted(self, given: ev.QuoteWanted, now: float, out: Outcome) -> None:
        """A phone asks for a quote; who asks again changes its lead without another notice."""
        buyer = buyer_id(given.source, given.buyer_key or given.buyer_name)
        if self._moderation.is_blocked(buyer):
            return
        messages = self.chat.of_buyer(buyer)
        answers = self.replies.to({each.id for each in messages})
        is_new, changed = self._leads.quote_wanted(given, self.session.id, now, messages, answers)
        out.events += changed
        if is_new:
            named: dict[str, str | int] = {"name": " ".join(clean(given.buyer_name).split())}
            out.events += self._board.post(Notice(NoticeCode.LEAD_MADE, NoticeLevel.INFO, named))

    def _tell_leads(self, now: float, out: Outcome) -> None:
        """Let the leads follow what their buyers wrote and were answered."""
        for event in tuple(out.events):
            if isinstance(event, ev.MessageChanged):
                out.events += self._leads.follow(event.message, now)
            elif isinstance(event, ev.ReplyChanged) and event.reply.state is ReplyState.SENT:
                message = self.chat.get(event.reply.message)
                out.events += self._leads.answered(message, event.reply, now) if message else []

    def _link_reported(self, link: Link, out: Outcome) -> None:
        if self._links.get(link.kind, Link(link.kind, LinkState.OFF)) != link:
            self._links[link.kind] = link
            out.events.append(ev.LinkChanged(link))

    def _ask_about(
        self, message: Message, now: float, out: Outcome, language: Language | None = None
    ) -> None:
        host = self.session.host_language
        waiting, request = self.chat.ask(message, host, self._default_language, now, language)
        skipped = self.chat.skip_overflow()
        out.events += [ev.MessageChanged(waiting), *map(ev.MessageChanged, skipped)]
        out.withdrawn += [(Work.CHAT_MESSAGE, m.id) for m in skipped]
        out.requests.append(request)

    @property
    def _default_language(self) -> Language:
        """What a buyer is taken to speak who has not shown otherwise."""
        audience = self.session.audience_languages
        return audience[0] if audience else self.session.host_language

    def _translate_message(
        self, command: ev.TranslateMessage | ev.SetMessageLanguage, now: float, out: Outcome
    ) -> None:
        message = self.chat.get(command.message)
        if message is None:
            return
        if isinstance(command, ev.SetMessageLanguage):
            out.withdrawn.append((Work.CHAT_MESSAGE, message.id))
            self._ask_about(message, now, out, command.language)
        elif message.state in (MessageState.SKIPPED, MessageState.UNTRANSLATED):
            known = message.language if message.is_language_sure else None
            self._ask_about(message, now, out, known)

    def _correct(self, given: ev.CorrectCaption | ev.CorrectMessage, now: float, out: Outcome) -> None:
        text = clean(given.text)
        if not text:
            return
        if isinstance(given, ev.CorrectCaption):
            out.events += correct_caption(self.captions, given, text, now)
        else:
            host = self.session.host_language
            out.events += correct_message(self.chat, given, text, host, now, self._linker.linked)
            out.withdrawn.append((Work.CHAT_MESSAGE, given.message))

    # --- what the translator says ---

    def _translated(self, result: TranslateResult, now: float, out: Outcome) -> None:
        request = result.request
        if request.work is Work.CATALOGUE:
            self.session = self._goods.translated(result, self.session, now, out)
            return
        if request.asked_at < self._since:
            return  # an earlier session's line; ids count from 1 again
        match request.work:
            case Work.FINAL_CAPTION | Work.CAPTION_PARTIAL:
                out.events += _changed(self.captions.translated(result, now))
            case Work.CHAT_MESSAGE:
                message = self.chat.translated(result, now)
                if message:
                    out.events.append(ev.MessageChanged(self._linker.linked(message)))
            case Work.REPLY_PREVIEW | Work.REPLY_TO_SEND:
                self._replying.translated(result, self.session.host_language, now, out)
            case Work.PUBLIC_ANSWER:
                self._replying.read_along(result, now, out)
                return
            case Work.GLOSSARY_PREVIEW:
                out.events.append(ev.LinePreviewed(result))
                return
        in_use = {self.session.host_language, *self.session.audience_languages}
        out.events += self._board.judge_result(result, in_use, now, is_behind=self._is_behind(now))


def _changed(caption: Caption | None) -> list[ev.Event]:
    return [ev.CaptionChanged(caption)] if caption else []
