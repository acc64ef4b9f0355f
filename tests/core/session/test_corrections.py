"""What a person puts right: terms of the glossary, and lines that the model got wrong."""

from dataclasses import replace

import pytest

from livedesk.core import events as ev
from livedesk.core.ids import EN, ZH, MessageId, SegmentId, Sku, TermId
from livedesk.core.records import LineWarning, MessageState, Reason, WarningKind
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.request import TranslateResult, Work
from livedesk.core.translation.terms import Term, TermUse
from livedesk.core.translation.terms_file import TermsFault, TermsProblem
from tests.core.session.rig import ES, Rig, products

DOUBT = LineWarning(WarningKind.FIGURES, ("12000",), ("1200",))
NEW = Term(TermId(""), {ZH: ("唛头",), EN: ("shipping mark",)})
KEPT = replace(NEW, id=TermId("own:1"))


def said(text: str = "支持贴牌。") -> Rig:
    return Rig().live().give(ev.AddHostLine(text))


def fix(text: str, language: str = EN) -> ev.CorrectCaption:
    return ev.CorrectCaption(SegmentId(1), language, text)  # type: ignore[arg-type]  # a plain code


def remembered(rig: Rig) -> list[tuple[str, str]]:
    return [(e.line.source, e.line.text) for e in rig.of(ev.LineRemembered)]


# --- captions ---


def test_that_a_corrected_caption_shows_the_correction_and_is_remembered() -> None:
    rig = said()
    rig.answer(rig.only_request(), "We support stickers.").after(3).give(fix(" We do private label. "))
    translation = rig.captions()[1].translation(EN)
    assert translation is not None
    assert (translation.text, translation.is_corrected, translation.is_final) == (
        "We do private label.",
        True,
        True,
    )
    assert translation.stable_length == len(translation.text)
    line = RememberedLine(ZH, EN, "支持贴牌。", "We do private label.", rig.now)
    assert rig.of(ev.LineRemembered) == [ev.LineRemembered(line)]


def test_that_an_approved_caption_loses_its_doubt_and_is_remembered() -> None:
    rig = said("一万二起订")
    rig.answer(rig.only_request(), "MOQ 1,200", warnings=(DOUBT,))
    assert rig.booth.session.doubts == 1
    rig.give(fix("MOQ 1,200"))
    translation = rig.captions()[1].translation(EN)
    assert translation is not None
    assert (translation.warnings, translation.is_corrected) == ((), True)
    assert rig.booth.session.doubts == 0
    assert remembered(rig) == [("一万二起订", "MOQ 1,200")]


def test_that_a_correction_with_other_figures_is_in_doubt_and_not_remembered() -> None:
    rig = said("12000个起订")
    rig.answer(rig.only_request(), "MOQ 12,000").give(fix("MOQ 1,200"))
    translation = rig.captions()[1].translation(EN)
    assert translation is not None
    assert translation.warnings
    assert rig.booth.session.doubts == 1
    assert remembered(rig) == []


def test_that_a_translation_that_comes_after_the_correction_is_dropped() -> None:
    rig = said()
    request = rig.only_request()
    rig.give(fix("We do private label."))
    assert not rig.booth.is_waiting_for_finals
    rig.answer(request, "We support stickers.")
    translation = rig.captions()[1].translation(EN)
    assert translation is not None
    assert translation.text == "We do private label."


def test_that_a_line_without_a_translation_can_be_given_one() -> None:
    rig = said()
    rig.answer(rig.only_request(), reason=Reason.NO_MODEL).give(fix("We do private label."))
    translation = rig.captions()[1].translation(EN)
    assert translation is not None
    assert (translation.text, translation.reason) == ("We do private label.", None)


def test_that_a_partial_an_unknown_or_an_empty_caption_is_not_corrected() -> None:
    rig = Rig().live().hear("支持贴牌", 1)
    assert rig.give(fix("We do")).last.events == []
    rig = said()
    assert rig.give(ev.CorrectCaption(SegmentId(9), EN, "Hello")).last.events == []
    assert rig.give(fix(" \u202e ")).last.events == []


def test_that_a_line_corrected_in_its_own_language_is_shown_only() -> None:
    rig = said().give(fix("支持贴牌和代工。", ZH))
    assert remembered(rig) == []
    assert len(rig.of(ev.CaptionChanged)) == 1


# --- messages ---


def test_that_a_corrected_message_shows_the_correction_and_is_remembered() -> None:
    rig = Rig().live().chat("sample cost pls?")
    rig.answer(rig.only_request(), "样品成本请？", language=EN)
    rig.give(ev.CorrectMessage(MessageId(1), "样品多少钱？"))
    message = rig.messages()[1]
    assert message.state is MessageState.TRANSLATED
    assert message.translation is not None
    assert (message.translation.text, message.translation.is_corrected) == ("样品多少钱？", True)
    assert remembered(rig) == [("sample cost pls?", "样品多少钱？")]


def test_that_a_waiting_message_that_was_corrected_waits_no_longer() -> None:
    rig = Rig().live().chat("sample cost pls?")
    request = rig.only_request()
    rig.give(ev.CorrectMessage(MessageId(1), "样品多少钱？"))
    assert rig.requests == []
    assert not rig.booth.is_waiting
    assert remembered(rig) == []  # nobody knows yet what language it is in
    rig.answer(request, "样品成本请？", language=EN)
    translation = rig.messages()[1].translation
    assert translation is not None
    assert translation.text == "样品多少钱？"


def test_that_a_correction_of_a_message_has_its_figures_compared() -> None:
    rig = Rig().live().chat("price for 500 pcs?")
    rig.answer(rig.only_request(), "500个的价格？", language=EN)
    rig.give(ev.CorrectMessage(MessageId(1), "5000个多少钱？"))
    translation = rig.messages()[1].translation
    assert translation is not None
    assert translation.warnings
    assert remembered(rig) == []


@pytest.mark.parametrize("text", ["", "  "])
def test_that_nothing_corrects_nothing(text: str) -> None:
    rig = Rig().live().chat("hi")
    assert rig.give(ev.CorrectMessage(MessageId(1), text)).last.events == []
    assert rig.give(ev.CorrectMessage(MessageId(7), "你好")).last.events == []


# --- the glossary ---


def test_that_terms_are_added_changed_and_removed() -> None:
    rig = Rig().give(ev.PutTerms((NEW,)))
    assert rig.of(ev.GlossaryChanged) == [ev.GlossaryChanged((KEPT,))]
    changed = replace(KEPT, texts={ZH: ("唛头",), EN: ("carton mark",)})
    assert rig.give(ev.PutTerms((changed,))).of(ev.GlossaryChanged) == [ev.GlossaryChanged((changed,))]
    assert rig.give(ev.RemoveTerms((KEPT.id,))).of(ev.GlossaryChanged) == [ev.GlossaryChanged(())]
    assert rig.give(ev.PutTerms((changed,))).of(ev.GlossaryChanged) == [ev.GlossaryChanged((changed,))]


def test_that_what_changes_nothing_is_not_told() -> None:
    rig = Rig().give(ev.TermsLoaded((KEPT,)))
    for command in (ev.PutTerms((KEPT,)), ev.RemoveTerms((TermId("own:9"),)), ev.TermsLoaded((KEPT,))):
        assert rig.give(command).last.events == []


def test_that_a_file_of_terms_is_taken_and_its_faults_are_told() -> None:
    fault = TermsProblem(3, TermsFault.ONE_LANGUAGE, "红米")
    rig = Rig().give(ev.TermsRead("terms.csv", (NEW,), (fault,)))
    told = ev.TermsImported("terms.csv", 1, (fault,))
    assert rig.last.events == [ev.GlossaryChanged((KEPT,)), told]
    assert rig.give(ev.TermsRead("terms.csv", (NEW,), (fault,))).last.events == [told]


def test_that_a_newcomer_is_told_the_terms_and_the_booths_name() -> None:
    name = {ZH: "朗汐厨具", EN: "Lumio Kitchen"}
    rig = Rig().give(ev.TermsLoaded((KEPT,)), ev.CatalogueLoaded(products("A"), name=name))
    told = rig.booth.snapshot()
    assert ev.GlossaryChanged((KEPT,)) in told
    assert ev.CatalogueChanged(products("A"), name) in told


def test_that_requests_say_what_is_on_air() -> None:
    rig = Rig().live().give(ev.CatalogueLoaded(products("A", "B")), ev.AddHostLine("你好"))
    assert rig.requests[-1].on_air == ()
    rig.give(ev.PinProduct(Sku("B")), ev.AddHostLine("大家好")).chat("hi")
    assert [r.on_air for r in rig.requests[-2:]] == [("B",), ("B",)]


def test_that_a_line_is_previewed_at_any_time() -> None:
    rig = Rig().give(ev.PreviewLine(" 唛头发我 ", ZH, ES))
    request = rig.only_request()
    assert (request.work, request.text, request.source, request.target) == (
        Work.GLOSSARY_PREVIEW,
        "唛头发我",
        ZH,
        ES,
    )
    result = TranslateResult(request, "", ZH, True, Reason.NO_MODEL, terms=(TermUse(KEPT.id, 0, 2, "x"),))
    assert rig.give(result).last.events == [ev.LinePreviewed(result)]
