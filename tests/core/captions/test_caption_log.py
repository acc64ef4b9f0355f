"""The rules by which captions change: finals stand, revisions decide, nothing waits without a reason."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.captions.log import CaptionLog
from livedesk.core.captions.segmenter import SegmentHeard
from livedesk.core.ids import EN, ZH, Language, SegmentId
from livedesk.core.records import Caption, LineWarning, Origin, Reason, WarningKind
from livedesk.core.settings import CaptionMode
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

ES = Language("es")
DOUBT = LineWarning(WarningKind.FIGURES, ("12000",), ("1200",))


def _segment(
    text: str, revision: int, *, segment: int = 1, agreed: int | None = None, final: bool = False
) -> SegmentHeard:
    length = len(text) if agreed is None else agreed
    return SegmentHeard(SegmentId(segment), revision, text, length, final, Origin.MICROPHONE, 2.5, 4.75)


def _hear(log: CaptionLog, heard: SegmentHeard, now: float = 100.0) -> Caption:
    caption = log.heard(heard, ZH, now)
    assert caption is not None
    return caption


def _ask(
    log: CaptionLog,
    heard: SegmentHeard,
    *targets: Language,
    now: float = 100.0,
    is_behind: bool = False,
) -> list[TranslateRequest]:
    return log.requests(_hear(log, heard, now), targets or (EN,), now, is_behind=is_behind)


def _result(
    request: TranslateRequest, text: str, reason: Reason | None = None, *warnings: LineWarning
) -> TranslateResult:
    return TranslateResult(request, text, ZH, True, reason, warnings, 12.0, "some-model", "ct2")


def _shown(caption: Caption | None, language: Language = EN) -> str | None:
    translation = caption.translation(language) if caption else None
    return translation.text if translation else None


# --- what was heard ---


def test_that_a_final_is_never_replaced_by_a_partial() -> None:
    log = CaptionLog()
    _hear(log, _segment("大家好", 2, final=True))
    assert log.heard(_segment("大家好啊", 3), ZH, 101.0) is None


def test_that_a_final_is_never_replaced_by_another_final() -> None:
    log = CaptionLog()
    _hear(log, _segment("大家好", 2, final=True))
    assert log.heard(_segment("大家坏", 3, final=True), ZH, 101.0) is None


@pytest.mark.parametrize("revision", [1, 2])
def test_that_an_older_revision_is_dropped_whenever_it_arrives(revision: int) -> None:
    log = CaptionLog()
    _hear(log, _segment("大家好", 2))
    assert log.heard(_segment("大", revision), ZH, 200.0) is None


def test_that_times_pass_through_unchanged() -> None:
    caption = _hear(CaptionLog(), _segment("大家好", 1), now=1_700_000_000.0)
    assert (caption.t0_s, caption.t1_s, caption.heard_at) == (2.5, 4.75, 1_700_000_000.0)


def test_that_a_caption_keeps_the_time_it_was_first_heard_at() -> None:
    log = CaptionLog()
    _hear(log, _segment("大", 1), now=100.0)
    assert _hear(log, _segment("大家好", 2, final=True), now=109.0).heard_at == 100.0


def test_that_a_typed_line_is_final_at_once() -> None:
    caption = CaptionLog().typed(SegmentId(1), "大家好", ZH, 12.5, 100.0)
    assert caption.is_final
    assert (caption.origin, caption.t0_s, caption.t1_s) == (Origin.TYPED, 12.5, 12.5)


# --- what is asked for ---


def test_that_a_partial_is_asked_for_only_if_its_agreed_prefix_grew() -> None:
    log = CaptionLog()
    assert _ask(log, _segment("大家", 1, agreed=0)) == []
    (first,) = _ask(log, _segment("大家好欢", 2, agreed=3))
    assert (first.work, first.text, first.revision) == (Work.CAPTION_PARTIAL, "大家好", 2)
    assert _ask(log, _segment("大家好欢迎", 3, agreed=3)) == []
    (second,) = _ask(log, _segment("大家好欢迎", 4, agreed=5))
    assert second.text == "大家好欢迎"


def test_that_a_space_is_no_growth_of_the_agreed_prefix() -> None:
    log = CaptionLog()
    (first,) = _ask(log, _segment("hello", 1, agreed=5))
    assert first.text == "hello"
    assert _ask(log, _segment("hello every", 2, agreed=6)) == []


def test_that_no_partial_is_asked_for_while_finals_lag() -> None:
    log = CaptionLog()
    assert _ask(log, _segment("大家好", 1), is_behind=True) == []
    assert len(_ask(log, _segment("大家好", 2))) == 1


def test_that_a_final_is_asked_for_whatever_the_lag() -> None:
    (request,) = _ask(CaptionLog(), _segment("大家好", 1, final=True), is_behind=True)
    assert (request.work, request.text, request.source) == (Work.FINAL_CAPTION, "大家好", ZH)


def test_that_each_audience_language_is_asked_for() -> None:
    requests = _ask(CaptionLog(), _segment("大家好", 1, final=True), EN, ES)
    assert [r.target for r in requests] == [EN, ES]


# --- what comes back ---


def test_that_a_late_translation_is_dropped() -> None:
    log = CaptionLog(mode=CaptionMode.FAST)
    (first,) = _ask(log, _segment("大家好", 1))
    (second,) = _ask(log, _segment("大家好欢迎", 2))
    assert _shown(log.translated(_result(second, "Hello, you are so welcome"), 101.0)) == "Hello, you"
    assert log.translated(_result(first, "Hello, you are very very welcome"), 102.0) is None


def test_that_a_partials_translation_never_replaces_the_finals() -> None:
    log = CaptionLog()
    (partial,) = _ask(log, _segment("大家好", 1))
    (final,) = _ask(log, _segment("大家好。", 2, final=True))
    assert _shown(log.translated(_result(final, "Hello."), 101.0)) == "Hello."
    assert log.translated(_result(partial, "Hello"), 102.0) is None


def test_that_a_partials_translation_bridges_the_wait_for_the_final() -> None:
    log = CaptionLog(mode=CaptionMode.FAST)
    (partial,) = _ask(log, _segment("大家好", 1))
    (final,) = _ask(log, _segment("大家好。", 2, final=True))
    caption = log.translated(_result(partial, "Hello to all of"), 101.0)
    assert caption is not None
    assert [(t.text, t.is_final) for t in caption.translations] == [("Hello", False)]
    caption = log.translated(_result(final, "Hello."), 102.0)
    assert caption is not None
    assert [(t.text, t.is_final) for t in caption.translations] == [("Hello.", True)]


@pytest.mark.parametrize("reason", Reason)
def test_that_a_final_without_a_translation_carries_the_reason(reason: Reason) -> None:
    log = CaptionLog()
    (final,) = _ask(log, _segment("大家好", 1, final=True))
    caption = log.translated(_result(final, "", reason), 101.0)
    assert caption is not None
    assert caption.translations[0].reason is reason
    assert caption.translations[0].is_final


def test_that_a_partial_that_failed_leaves_what_is_shown() -> None:
    log = CaptionLog()
    (first,) = _ask(log, _segment("大家好", 1))
    (second,) = _ask(log, _segment("大家好欢迎", 2))
    log.translated(_result(first, "Hello"), 101.0)
    assert log.translated(_result(second, "", Reason.LOOP), 102.0) is None


def test_that_what_two_translations_share_counts_as_stable() -> None:
    log = CaptionLog(mode=CaptionMode.FAST)
    (first,) = _ask(log, _segment("大家好", 1))
    (second,) = _ask(log, _segment("大家好欢迎", 2))
    (third,) = _ask(log, _segment("大家好欢迎。", 3, final=True))
    lengths = []
    for request, text in (
        (first, "Hello all of you here"),
        (second, "Hello all, you are very welcome"),
        (third, "Hi, welcome."),
    ):
        caption = log.translated(_result(request, text), 101.0)
        assert caption is not None
        lengths.append((caption.translations[0].text, caption.translations[0].stable_length))
    assert lengths == [
        ("Hello all", 0),
        ("Hello all, you", len("Hello")),
        ("Hi, welcome.", len("Hi, welcome.")),
    ]


# --- how early lines are shown ---


def test_that_in_steady_mode_only_what_two_translations_agree_on_is_shown() -> None:
    log = CaptionLog()
    first, second, third = (
        _ask(log, _segment(text, number))[0]
        for number, text in enumerate(("大家好", "大家好欢迎", "大家好欢迎来到"), 1)
    )
    assert log.translated(_result(first, "Hello everyone and more"), 101.0) is None
    caption = log.translated(_result(second, "Hello everyone, you are welcome"), 102.0)
    assert (_shown(caption), caption and caption.translations[0].stable_length) == ("Hello", len("Hello"))
    assert log.translated(_result(third, "Good day everyone, be welcome"), 103.0) is None


def test_that_in_finals_mode_no_partial_is_asked_for_or_shown() -> None:
    log = CaptionLog(mode=CaptionMode.FINALS)
    assert _ask(log, _segment("大家好", 1)) == []
    (final,) = _ask(log, _segment("大家好。", 2, final=True))
    assert _shown(log.translated(_result(final, "Hello."), 101.0)) == "Hello."


def test_that_finals_mode_takes_effect_at_once() -> None:
    log = CaptionLog(mode=CaptionMode.FAST)
    first, second = (_ask(log, _segment(text, n))[0] for n, text in enumerate(("大家好", "大家好欢迎"), 1))
    assert _shown(log.translated(_result(first, "Hello to all of"), 101.0)) == "Hello"
    (cleared,) = log.set_mode(CaptionMode.FINALS)
    assert cleared.translations == ()
    assert log.translated(_result(second, "Hello to all of you"), 102.0) is None


def test_that_leaving_finals_mode_takes_effect_at_once() -> None:
    log = CaptionLog(mode=CaptionMode.FINALS)
    assert _ask(log, _segment("大家好", 1)) == []
    assert log.set_mode(CaptionMode.FAST) == []
    (request,) = _ask(log, _segment("大家好欢迎", 2))
    assert _shown(log.translated(_result(request, "Hello to all of"), 101.0)) == "Hello"


def test_that_the_lag_runs_from_the_request_to_the_result() -> None:
    log = CaptionLog()
    (final,) = _ask(log, _segment("大家好", 1, final=True), now=100.0)
    caption = log.translated(_result(final, "Hello"), 101.25)
    assert caption is not None
    assert caption.translations[0].lag_ms == 1250


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_that_translations_stand_in_the_order_of_the_audience_languages(order: tuple[int, int]) -> None:
    log = CaptionLog()
    requests = _ask(log, _segment("大家好", 1, final=True), ES, EN)
    for number in order:
        caption = log.translated(_result(requests[number], f"text {number}"), 101.0)
    assert caption is not None
    assert [t.language for t in caption.translations] == [ES, EN]


def test_that_a_result_for_an_unknown_segment_is_ignored() -> None:
    request = TranslateRequest(Work.FINAL_CAPTION, 99, 1, "大家好", ZH, EN, 100.0)
    assert CaptionLog().translated(_result(request, "Hello"), 101.0) is None


# --- waiting, and giving up ---


def test_that_the_oldest_final_without_a_translation_is_known() -> None:
    log = CaptionLog()
    assert log.oldest_pending_at() is None
    (first,) = _ask(log, _segment("一", 1, segment=1, final=True), now=100.0)
    (second,) = _ask(log, _segment("二", 1, segment=2, final=True), now=105.0)
    assert log.oldest_pending_at() == 100.0
    log.translated(_result(first, "One"), 106.0)
    assert log.oldest_pending_at() == 105.0
    log.translated(_result(second, "Two"), 107.0)
    assert log.oldest_pending_at() is None


def test_that_a_waiting_partial_is_no_lag() -> None:
    log = CaptionLog()
    _ask(log, _segment("大家好", 1))
    assert log.oldest_pending_at() is None


def test_that_giving_up_leaves_every_final_with_a_reason() -> None:
    log = CaptionLog()
    english, spanish = _ask(log, _segment("大家好", 1, final=True), EN, ES)
    log.translated(_result(spanish, "Hola"), 101.0)
    (caption,) = log.abandon_pending()
    assert [(t.language, t.text, t.reason) for t in caption.translations] == [
        (EN, "", Reason.STOPPED),
        (ES, "Hola", None),
    ]
    assert log.oldest_pending_at() is None
    assert log.translated(_result(english, "Hello"), 102.0) is None


# --- doubtful figures ---


def test_that_doubtful_figures_are_counted_until_someone_checked_them() -> None:
    log = CaptionLog()
    (final,) = _ask(log, _segment("一万二", 1, final=True))
    log.translated(_result(final, "1,200", None, DOUBT), 101.0)
    assert log.doubts == 1
    caption = log.accept_figures(SegmentId(1))
    assert caption is not None
    assert caption.translations[0].warnings == ()
    assert log.doubts == 0
    assert log.accept_figures(SegmentId(1)) is None


def test_that_doubtful_figures_of_a_partial_are_not_counted() -> None:
    log = CaptionLog()
    (partial,) = _ask(log, _segment("一万二", 1))
    log.translated(_result(partial, "1,200", None, DOUBT), 101.0)
    assert log.doubts == 0


def test_that_doubts_survive_a_restart() -> None:
    log = CaptionLog()
    (final,) = _ask(log, _segment("一万二", 1, final=True))
    caption = log.translated(_result(final, "1,200", None, DOUBT), 101.0)
    assert caption is not None
    restored = CaptionLog((caption,))
    assert (restored.doubts, len(restored), restored.last_segment) == (1, 1, 1)


# --- any order of news ---


@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_that_any_order_of_news_keeps_finals_and_raises_revisions(data: st.DataObject) -> None:
    log = CaptionLog()
    waiting: list[TranslateRequest] = []
    shown: dict[int, Caption] = {}
    for _ in range(data.draw(st.integers(1, 25))):
        caption: Caption | None
        if waiting and data.draw(st.booleans()):
            request = waiting.pop(data.draw(st.integers(0, len(waiting) - 1)))
            reason = data.draw(st.sampled_from([None, Reason.LOOP, Reason.NO_MODEL]))
            caption = log.translated(_result(request, "" if reason else request.text, reason), 101.0)
        else:
            heard = data.draw(
                st.builds(
                    _segment,
                    st.sampled_from(["大家", "大家好", "大家好啊", "hello there"]),
                    st.integers(1, 6),
                    segment=st.integers(1, 3),
                    agreed=st.integers(0, 2),
                    final=st.booleans(),
                )
            )
            caption = log.heard(heard, ZH, 100.0)
            if caption:
                waiting += log.requests(caption, (EN, ES), 100.0, is_behind=data.draw(st.booleans()))
        if caption is None:
            continue
        before = shown.get(caption.segment)
        if before:
            assert caption.revision >= before.revision
            assert not before.is_final or replace(caption, translations=()) == replace(
                before, translations=()
            )
            for translation in before.translations:
                after = caption.translation(translation.language)
                assert after is not None
                assert after == translation or not translation.is_final
                assert after.source_revision >= translation.source_revision
        shown[caption.segment] = caption
    for caption in log.abandon_pending():
        shown[caption.segment] = caption
    finals = [c for c in shown.values() if c.is_final]
    assert all(t.is_final and (t.text or t.reason) for c in finals for t in c.translations)
    assert all({t.language for t in c.translations} == {EN, ES} for c in finals)
