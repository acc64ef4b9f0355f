"""Pieces through an engine with everything fragile intact: the tries and their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.errors import Unavailable
from livedesk.core.ids import EN, ZH, Sku, TermId
from livedesk.core.records import LineWarning, WarningKind
from livedesk.core.translation.glossary import Match
from livedesk.core.translation.terms import Term, TermKind
from livedesk.runtime.protecting import Piece, Shielded, lost_warning, translate_shielded
from tests.contracts.fakes import FakeEngine

CUP = Term(
    TermId("name:JZ-03"),
    {ZH: ("便携式榨汁杯",), EN: ("Portable juicer cup",)},
    TermKind.PRODUCT,
    sku=Sku("JZ-03"),
)
MARK = Term(TermId("own:1"), {ZH: ("唛头",), EN: ("shipping mark",)})


def piece(text: str, *terms: Term, is_final: bool = True) -> Piece:
    found = [(text.index(t.text(ZH)), t) for t in terms]
    return Piece(
        text, tuple(Match(i, i + len(t.text(ZH)), t, t.text(EN)) for i, t in sorted(found)), is_final
    )


def run(fake: FakeEngine, *pieces: Piece) -> list[Shielded]:
    return translate_shielded(fake, pieces, ZH, EN)


def test_that_names_and_codes_come_back_in_their_places() -> None:
    fake = FakeEngine(EN, answers={"⟦1⟧，货号⟦2⟧多少？": "How much is ⟦1⟧, number ⟦2⟧?"})
    done = run(fake, piece("便携式榨汁杯，货号JZ-03多少？", CUP), piece("你好"))
    assert [d.text for d in done] == ["How much is portable juicer cup, number JZ-03?", "[en] 你好"]
    assert len(fake.calls) == 1
    assert (done[0].asked, done[0].line) == (fake.calls[0][0], fake.translate([fake.calls[0][0]])[0])


def test_that_what_is_only_a_code_never_reaches_the_engine() -> None:
    fake = FakeEngine(EN)
    done = run(fake, piece("JZ-03？"), piece("便携式榨汁杯", CUP), piece("a@example.cn"))
    assert [d.text for d in done] == ["JZ-03？", "Portable juicer cup", "a@example.cn"]
    assert fake.calls == []
    assert [d.line for d in done] == [None] * 3


def test_that_a_lost_placeholder_is_tried_in_clear() -> None:
    fake = FakeEngine(
        EN,
        answers={
            "⟦1⟧和⟦2⟧有货吗？": "Do you have it and ⟦2⟧?",
            "便携式榨汁杯和⟦1⟧有货吗？": "Have juicers and ⟦1⟧?",
        },
    )
    (done,) = run(fake, piece("便携式榨汁杯和JZ-03有货吗？", CUP))
    assert fake.calls[1] == ["便携式榨汁杯和⟦1⟧有货吗？", "便携式榨汁杯"]
    assert done.text == "Have juicers and JZ-03 (Portable juicer cup)?"
    assert done.lost == ()


def test_that_the_models_own_word_for_a_name_is_replaced() -> None:
    fake = FakeEngine(
        EN,
        answers={
            "⟦1⟧有货吗？": "Do you have it?",
            "便携式榨汁杯有货吗？": "Do you have a carry juice mug?",
            "便携式榨汁杯": "Carry juice mug.",
        },
    )
    (done,) = run(fake, piece("便携式榨汁杯有货吗？", CUP))
    assert (done.text, done.lost) == ("Do you have a portable juicer cup?", ())


def test_that_a_model_without_placeholders_is_asked_for_the_name_alone() -> None:
    answers = {"便携式榨汁杯有货吗？": "Is the juice mug there?", "便携式榨汁杯": "the juice mug"}
    fake = FakeEngine(EN, has_placeholders=False, answers=answers)
    (done,) = run(fake, piece("便携式榨汁杯有货吗？", CUP))
    assert fake.calls == [["便携式榨汁杯有货吗？"], ["便携式榨汁杯"]]
    assert done.text == "Is portable juicer cup there?"


def test_that_the_first_try_stays_where_the_second_is_worse() -> None:
    fake = FakeEngine(EN, answers={"⟦1⟧和⟦2⟧有吗？": "⟦2⟧ there?", "JZ-03和⟦1⟧有吗？": "There?"})
    (done,) = run(fake, piece("JZ-03和CG-32有吗？"))
    assert done.text == "CG-32 there (JZ-03)?"


def test_that_a_second_try_that_never_ends_is_not_taken() -> None:
    endless = " ".join(["JZ-03"] * (FakeEngine.MAX_TOKENS + 1))
    fake = FakeEngine(EN, answers={"⟦1⟧有吗？": "There?", "JZ-03有吗？": endless})
    assert run(fake, piece("JZ-03有吗？"))[0].text == "There (JZ-03)?"


def test_that_a_lost_word_of_the_users_is_a_warning() -> None:
    fake = FakeEngine(EN, answers={"⟦1⟧发我。": "Send me.", "唛头发我。": "Send me."})
    (done,) = run(fake, piece("唛头发我。", MARK))
    assert done.text == "Send me."
    assert lost_warning(done.lost) == LineWarning(WarningKind.TERM_LOST, ("唛头",))
    assert lost_warning(()) is None


def test_that_a_partial_is_asked_for_once_and_misses_nothing() -> None:
    fake = FakeEngine(EN, answers={"⟦1⟧有吗？": "There?"})
    (done,) = run(fake, piece("JZ-03有吗？", is_final=False))
    assert (done.text, len(fake.calls)) == ("There?", 1)


def test_that_several_broken_pieces_share_the_second_call() -> None:
    fake = FakeEngine(EN, answers={"⟦1⟧有吗？": "There?", "JZ-03有吗？": "JZ-03?", "CG-32有吗？": "CG-32?"})
    done = run(fake, piece("JZ-03有吗？"), piece("你好"), piece("CG-32有吗？"))
    assert [d.text for d in done] == ["JZ-03?", "[en] 你好", "CG-32?"]
    assert fake.calls[1:] == [["JZ-03有吗？", "CG-32有吗？"]]


def test_that_a_failing_engine_is_the_callers_to_handle() -> None:
    fake = FakeEngine(EN)
    fake.is_failing = True
    with pytest.raises(Unavailable):
        run(fake, piece("JZ-03有吗？"))


def test_that_no_pieces_give_nothing() -> None:
    assert run(FakeEngine(EN)) == []


_PARTS = st.sampled_from(["JZ-03", "有", "⟦2⟧", "a@b.cn", "⟦", "6 kg", "@王", " "]) | st.text(max_size=3)
_TEXTS = st.lists(_PARTS, max_size=10).map("，".join)


@given(st.lists(_TEXTS, max_size=4), st.booleans())
def test_that_every_code_of_any_text_survives_a_model_that_copies(
    texts: list[str], placeholders: bool
) -> None:
    done = run(FakeEngine(EN, has_placeholders=placeholders), *map(piece, texts))
    for text, shielded in zip(texts, done, strict=True):
        assert shielded.lost == ()
        for code in ("JZ-03", "a@b.cn"):
            assert shielded.text.count(code) == text.count(code)
