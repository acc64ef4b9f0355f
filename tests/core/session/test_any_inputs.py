"""Whatever comes in, in whatever order, the booth keeps its promises."""

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, Language, MessageId, ReplyId, SegmentId, SessionId, Sku
from livedesk.core.records import (
    Caption,
    Health,
    HealthState,
    LineWarning,
    MessageState,
    Notice,
    NoticeCode,
    NoticeLevel,
    Origin,
    Part,
    Reason,
    Reply,
    ReplyState,
    SessionState,
    WarningKind,
)
from livedesk.core.session.show import MAX_PINNED
from livedesk.core.translation.order import MAX_WAITING_MESSAGES
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from tests.core.session.rig import ES, Rig, products, show_items

_LANGUAGES = st.sampled_from([ZH, EN, ES])
_TEXTS = st.sampled_from(["大家好", "大家好，欢迎", "一万二", "price?", "👍", " ", "ok", "\u202e"])
_SPEECH = "大家好，欢迎来到我们的直播间，今天的杯子一万二千个起订。" * 5
_SKUS = st.sampled_from("ABCDX").map(Sku)
_MESSAGES = st.integers(1, 3).map(MessageId)
_REPLIES = st.integers(1, 3).map(ReplyId)
_DOUBT = (LineWarning(WarningKind.FIGURES, ("12000",), ("1200",)),)
_UNDERSTOOD = (None, Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)

_SHOW_COMMANDS = st.one_of(
    st.sampled_from([ev.PauseSession(), ev.ContinueSession(), ev.ContinueSession(), ev.EndSession()]),
    st.builds(ev.StartSession, name=st.just("Fair"), is_rehearsal=st.booleans()),
    st.builds(ev.PinProduct, sku=_SKUS),
    st.builds(ev.UnpinProduct, sku=_SKUS),
    st.builds(ev.MarkSoldOut, sku=_SKUS, is_sold_out=st.booleans()),
    st.builds(ev.GoToShowItem, index=st.integers(-1, 4)),
    st.builds(ev.AcceptFigures, segment=st.integers(1, 6).map(SegmentId)),
    st.builds(ev.CorrectCaption, segment=st.integers(1, 6).map(SegmentId), language=_LANGUAGES, text=_TEXTS),
    st.builds(ev.DismissNotice, code=st.sampled_from(NoticeCode)),
    st.builds(
        ev.ChangeLanguages,
        host_language=_LANGUAGES,
        audience_languages=st.lists(_LANGUAGES, max_size=2, unique=True).map(tuple),
    ),
)
_CORRECTIONS = st.one_of(
    st.builds(ev.CorrectCaption, segment=st.integers(1, 6).map(SegmentId), language=_LANGUAGES, text=_TEXTS),
    st.builds(ev.CorrectMessage, message=_MESSAGES, text=_TEXTS),
)
_CHAT_COMMANDS = st.one_of(
    st.builds(ev.TranslateMessage, message=_MESSAGES),
    st.builds(ev.CorrectMessage, message=_MESSAGES, text=_TEXTS),
    st.builds(ev.SetMessageLanguage, message=_MESSAGES, language=_LANGUAGES),
    st.builds(ev.DraftReply, message=_MESSAGES, text=_TEXTS),
    st.builds(
        ev.SendReply, message=_MESSAGES, text=_TEXTS, is_private=st.booleans(), as_written=st.booleans()
    ),
    st.builds(ev.RetryReply, reply=_REPLIES),
)
_SOME_PRODUCTS = st.lists(
    st.builds(
        lambda sku, number, stock: replace(products(sku)[0], number=number, stock=stock),
        st.sampled_from("ABCDEX"),
        st.integers(-1, 4),
        st.sampled_from([None, 0, 5]),
    ),
    max_size=3,
).map(tuple)
_SOME_SKUS = st.lists(_SKUS, max_size=3).map(tuple)
_CATALOGUE_COMMANDS = st.one_of(
    st.builds(ev.PutProducts, products=_SOME_PRODUCTS),
    st.builds(ev.PutProducts, products=_SOME_PRODUCTS, based_on=_SOME_PRODUCTS),
    st.builds(ev.RemoveProducts, skus=_SOME_SKUS),
    st.builds(ev.MoveProduct, sku=_SKUS, index=st.integers(-1, 5)),
    st.sampled_from([ev.UndoCatalogue(), ev.RedoCatalogue(), ev.StopFillingTexts(), ev.ClearOffer()]),
    st.builds(ev.FillTexts, skus=_SOME_SKUS, languages=st.lists(_LANGUAGES, max_size=2).map(tuple)),
    st.builds(ev.ApproveTexts, skus=_SOME_SKUS, language=st.none() | _LANGUAGES),
    st.builds(ev.SetShow, items=st.integers(0, 3).map(show_items)),
    st.builds(
        ev.PutOffer, sku=_SKUS, text=_TEXTS, ends_at=st.none() | st.sampled_from([1_000.5, 1_010.0, 2_000.0])
    ),
)
_FACTS = st.one_of(
    st.builds(
        ev.HealthReported,
        health=st.builds(Health, part=st.sampled_from(Part), state=st.sampled_from(HealthState)),
    ),
    st.builds(
        ev.NoticeRaised,
        notice=st.builds(Notice, code=st.sampled_from(NoticeCode), level=st.sampled_from(NoticeLevel)),
    ),
    st.builds(
        ev.CatalogueLoaded,
        products=st.sampled_from([products("A", "B", "C", "D"), products("B"), ()]),
        show=st.sampled_from([(), show_items(1), show_items(4)]),
    ),
)


class AnyInputs(RuleBasedStateMachine):
    """Feeds a booth anything and holds what it says against what it said before."""

    @initialize()
    def open(self) -> None:
        self.rig = Rig(EN, ES)
        self.rig.give(ev.CatalogueLoaded(products("A", "B", "C", "D"), show_items(3)))
        self.utterance = 1
        self.revision = self.spoken = 0
        self.session = SessionId("")
        self.captions: dict[int, Caption] = {}
        self.replies: dict[int, Reply] = {}
        self.on_the_way: Counter[int] = Counter()
        self._give(ev.StartSession("Fair", is_rehearsal=False))
        self._give(ev.ChatReceived("phone", "id-0", "Maria", "precio?"))

    def _give(self, given: ev.Input) -> None:
        """Hand an input over and compare each row it changed with the same row before."""
        self.rig.after(0.01).give(given)
        session = self.rig.booth.session.id
        if session != self.session:
            self.utterance, self.revision, self.spoken = 1, 0, 0
            self.session, self.captions, self.replies = session, {}, {}
            self.rig.requests = [r for r in self.rig.requests if r in self.rig.last.requests]
            self.on_the_way.clear()
        for caption in (e.caption for e in self.rig.of(ev.CaptionChanged)):
            before = self.captions.get(caption.segment)
            if before:
                _check_caption(before, caption)
            self.captions[caption.segment] = caption
        for reply in (e.reply for e in self.rig.of(ev.ReplyChanged)):
            earlier = self.replies.get(reply.id)
            if earlier:
                assert reply.revision >= earlier.revision
                assert earlier.state is not ReplyState.SENT or reply.state is ReplyState.SENT
                assert reply.text == earlier.text or reply.revision > earlier.revision
            self.replies[reply.id] = reply
        for message, reply in self.rig.last.deliveries:
            line = reply.translation
            assert reply.state is ReplyState.SENDING
            assert message.id == reply.message
            assert line is not None
            assert line.text.strip()
            assert line.source_revision == reply.revision
            assert line.reason in _UNDERSTOOD
            self.on_the_way[reply.id] += 1
            assert self.on_the_way[reply.id] == 1, "sent twice"

    @rule(given=_SHOW_COMMANDS)
    def the_operator_runs_the_show(self, given: ev.Command) -> None:
        self._give(given)

    @rule(given=_CATALOGUE_COMMANDS)
    def the_operator_changes_the_catalogue(self, given: ev.Command) -> None:
        self._give(given)

    @rule(given=_CHAT_COMMANDS)
    def the_operator_answers(self, given: ev.Command) -> None:
        self._give(given)

    @rule(given=_CHAT_COMMANDS)
    def the_operator_presses_twice(self, given: ev.Command) -> None:
        self._give(given)
        self._give(given)

    @rule(given=_CORRECTIONS)
    def a_person_corrects(self, given: ev.Command) -> None:
        self._give(given)

    @rule(text=_TEXTS)
    def the_operator_types_for_the_host(self, text: str) -> None:
        self._give(ev.AddHostLine(text))

    @rule(given=_FACTS)
    def a_part_reports(self, given: ev.Fact) -> None:
        self._give(given)

    @rule(seconds=st.sampled_from([0.1, 1.0, 2.5]))
    def time_passes(self, seconds: float) -> None:
        self.rig.after(seconds)
        self._give(ev.Ticked())

    @rule(number=st.integers(1, 60), text=_TEXTS, name=st.sampled_from(["Maria", "John", ""]))
    def a_buyer_writes(self, number: int, text: str, name: str) -> None:
        self._give(ev.ChatReceived("phone", f"id-{number}", name, text))

    @rule(count=st.integers(1, 9), first=st.integers(100, 160))
    def buyers_flood(self, count: int, first: int) -> None:
        for number in range(first, first + count):
            self._give(ev.ChatReceived("phone", f"id-{number}", "John", "price?"))

    @rule(
        grown=st.integers(1, 4), end=st.sampled_from([False, False, True]), tail=st.sampled_from(["", "嗯"])
    )
    def the_host_speaks(self, grown: int, end: bool, tail: str) -> None:
        self.revision += 1
        self.spoken += grown
        self._hear(self.utterance, self.revision, _SPEECH[: self.spoken] + tail, is_endpoint=end)
        if end:
            self.utterance, self.revision, self.spoken = self.utterance + 1, 0, 0

    @rule(back=st.integers(0, 1), late=st.integers(0, 2), text=_TEXTS, end=st.booleans())
    def a_late_word_arrives(self, back: int, late: int, text: str, end: bool) -> None:
        self._hear(max(0, self.utterance - back), self.revision - late, text, is_endpoint=end and back > 0)

    def _hear(self, utterance: int, revision: int, text: str, *, is_endpoint: bool) -> None:
        self._give(ev.Hypothesis(utterance, revision, text, 1.0, 2.0, is_endpoint, Origin.MICROPHONE))

    @precondition(lambda self: bool(self.rig.requests))
    @rule(is_last=st.booleans())
    def the_translator_goes_on(self, is_last: bool) -> None:
        request = self.rig.requests[-1 if is_last else 0]
        self.rig.requests.remove(request)
        self._give(
            TranslateResult(request, f"<{request.text}>", request.source or ES, True, None, (), 5.0, "m")
        )

    @precondition(lambda self: bool(self.rig.requests))
    @rule(
        data=st.data(),
        reason=st.sampled_from([None, None, None, *Reason]),
        language=_LANGUAGES,
        sure=st.booleans(),
        doubt=st.booleans(),
    )
    def the_translator_answers(
        self, data: Any, reason: Reason | None, language: Language, sure: bool, doubt: bool
    ) -> None:
        request = data.draw(st.sampled_from(self.rig.requests))
        text = request.text if reason in (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE) else ""
        text = text or ("" if reason else f"<{request.text.strip() or 'x'}>")
        self.rig.requests.remove(request)
        warnings = _DOUBT if doubt and reason is None else ()
        self._give(
            TranslateResult(request, text, request.source or language, sure, reason, warnings, 5.0, "m")
        )

    @precondition(lambda self: self.rig.booth.session.state is not SessionState.LIVE)
    @rule()
    def the_show_goes_on(self) -> None:
        self._give(ev.StartSession("Fair", is_rehearsal=False))
        self._give(ev.ContinueSession())

    @precondition(lambda self: any(self.on_the_way.values()))
    @rule(data=st.data(), is_sent=st.booleans())
    def a_source_answers(self, data: Any, is_sent: bool) -> None:
        reply = ReplyId(data.draw(st.sampled_from(sorted(+self.on_the_way))))
        del self.on_the_way[reply]
        self._give(ev.ReplySent(reply) if is_sent else ev.ReplyFailed(reply, "cannot_send"))

    @precondition(lambda self: self.rig.booth.session.state in (SessionState.LIVE, SessionState.PAUSED))
    @rule(when=st.integers(0, 9))
    def the_process_is_killed(self, when: int) -> None:
        """What the store holds comes back in a new process; partials were never stored. Rare, as in life."""
        if when:
            return
        before, rig = self.rig, Rig(EN, ES)
        finals = [c for c in self.captions.values() if c.is_final]
        stored = tuple(
            replace(c, translations=tuple(t for t in c.translations if t.is_final)) for c in finals
        )
        session, chat = before.booth.session, before.booth.chat
        ids = [MessageId(n) for n in range(1, len(chat) + 1)]
        messages = tuple(m for n in ids if (m := chat.get(n)))
        every_reply = (before.booth.replies.get(ReplyId(n)) for n in range(1, 500))
        replies = tuple(r for r in every_reply if r)
        rig.after(before.now - rig.now + 60)
        rig.give(ev.CatalogueLoaded(before.booth.products, session.show))
        self.rig, self.session, self.captions = rig, session.id, {c.segment: c for c in stored}
        self.on_the_way.clear()
        self._give(ev.SessionRestored(session, stored, messages, replies))
        assert self.rig.booth.session.state is SessionState.PAUSED
        self._give(ev.ContinueSession())

    # --- what always holds ---

    @invariant()
    def counters_equal_a_recount(self) -> None:
        booth = self.rig.booth
        messages = [m for n in range(1, len(booth.chat) + 1) if (m := booth.chat.get(MessageId(n)))]
        assert booth.session.messages == len(messages)
        assert booth.session.unanswered == sum(not m.is_answered for m in messages)
        doubtful = [
            c for c in self.captions.values() if any(t.is_final and t.warnings for t in c.translations)
        ]
        assert booth.session.doubts == len(doubtful)
        waiting = [m for m in messages if m.state is MessageState.WAITING]
        assert len(waiting) <= MAX_WAITING_MESSAGES
        for message in messages:
            reason = message.translation.reason if message.translation else None
            if message.state in (MessageState.TRANSLATED, MessageState.UNTRANSLATED):
                assert message.translation is not None
                assert message.translation.source_revision == message.revision
            if message.state is MessageState.TRANSLATED:
                assert reason in _UNDERSTOOD
            elif message.state is MessageState.UNTRANSLATED:
                assert reason is not None

    @invariant()
    def on_air_are_known_products(self) -> None:
        session = self.rig.booth.session
        assert len(session.pinned) <= MAX_PINNED
        assert set(session.pinned) <= {p.sku for p in self.rig.booth.products}
        assert 0 <= session.show_index < max(1, len(session.show))

    @invariant()
    def the_catalogue_is_in_order(self) -> None:
        booth = self.rig.booth
        skus = [p.sku for p in booth.products]
        numbers = [p.number for p in booth.products]
        assert len(set(skus)) == len(skus)
        assert len(set(numbers)) == len(numbers)
        assert all(number > 0 for number in numbers)
        offer = booth.session.offer
        assert offer is None or offer.sku in skus
        told = [e.products for e in self.rig.events if isinstance(e, ev.CatalogueChanged)]
        assert told[-1] is booth.products

    @invariant()
    def nothing_waits_for_an_answer_that_nobody_asked_for(self) -> None:
        asked = Counter((r.work, r.item, r.revision) for r in self.rig.requests)
        booth = self.rig.booth
        for number in range(1, len(booth.chat) + 1):
            message = booth.chat.get(MessageId(number))
            assert message is not None
            if message.state is MessageState.WAITING:
                assert asked[Work.CHAT_MESSAGE, message.id, message.revision] == 1
        for number in range(1, 500):
            reply = booth.replies.get(ReplyId(number))
            if reply is None:
                break
            if reply.state is ReplyState.SENDING:
                to_send = asked[Work.REPLY_TO_SEND, reply.id, reply.revision]
                assert (to_send > 0) != (self.on_the_way[reply.id] == 1)
        finals = [r for r in self.rig.requests if r.work is Work.FINAL_CAPTION]
        assert booth.is_waiting_for_finals == any(not self._is_corrected(r) for r in finals)

    def _is_corrected(self, request: TranslateRequest) -> bool:
        """Whether a person was faster than the translator."""
        translation = self.captions[request.item].translation(request.target)
        return translation is not None and translation.is_corrected


def _check_caption(before: Caption, after: Caption) -> None:
    assert after.revision >= before.revision
    assert (after.t0_s, after.heard_at) == (before.t0_s, before.heard_at)
    if before.is_final:
        assert replace(after, translations=()) == replace(before, translations=())
    for translation in before.translations:
        found = after.translation(translation.language)
        assert found is not None
        assert found.source_revision >= translation.source_revision
        if translation.is_final and not found.is_corrected:
            assert found in (translation, replace(translation, warnings=()))


TestAnyInputs = AnyInputs.TestCase
TestAnyInputs.settings = settings(deadline=None, max_examples=150, stateful_step_count=60)
