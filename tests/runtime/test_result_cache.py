"""The same question is computed once, and never answered with what would be wrong now."""

from dataclasses import replace

import pytest

from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.records import Reason
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime import result_cache
from livedesk.runtime.result_cache import LONGEST_TEXT, ResultCache, question
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier

ASKED = TranslateRequest(Work.CHAT_MESSAGE, 1, 1, "多少钱", ZH, EN, 0.0)


def answer(request: TranslateRequest = ASKED, reason: Reason | None = None) -> TranslateResult:
    return TranslateResult(request, "" if reason else "how much", ZH, True, reason, ms=12.0, model="m")


def test_that_the_answer_is_for_who_asks_now() -> None:
    cache = ResultCache()
    cache.put(question(ASKED, ZH, 1), answer())
    again = replace(ASKED, item=7, revision=3)
    got = cache.get(question(again, ZH, 1), again, is_sure=False)
    assert got == replace(answer(), request=again, is_language_sure=False, ms=0.0)


@pytest.mark.parametrize(
    "other",
    [
        question(replace(ASKED, text="多少"), ZH, 1),
        question(ASKED, Language("ja"), 1),
        question(replace(ASKED, target=Language("es")), ZH, 1),
        question(replace(ASKED, on_air=(Sku("A1"),)), ZH, 1),
        question(ASKED, ZH, 2),
    ],
)
def test_that_another_question_has_no_answer(other: result_cache.Question) -> None:
    cache = ResultCache()
    cache.put(question(ASKED, ZH, 1), answer())
    assert cache.get(other, ASKED, is_sure=True) is None


@pytest.mark.parametrize(
    ("reason", "is_kept"),
    [
        (None, True),
        (Reason.LOOP, True),
        (Reason.NOT_TRANSLATED, True),
        (Reason.ENGINE_FAILED, False),
        (Reason.NO_MODEL, False),
        (Reason.NO_PATH, False),
    ],
)
def test_that_what_may_be_otherwise_next_time_is_not_kept(reason: Reason | None, is_kept: bool) -> None:
    cache = ResultCache()
    cache.put(question(ASKED, ZH, 1), answer(reason=reason))
    assert len(cache) == is_kept


def test_that_the_least_used_answer_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_cache, "MOST_RESULTS", 2)
    cache = ResultCache()
    first, second, third = (replace(ASKED, text=text) for text in "甲乙丙")
    cache.put(question(first, ZH, 1), answer(first))
    cache.put(question(second, ZH, 1), answer(second))
    assert cache.get(question(first, ZH, 1), first, is_sure=True)
    cache.put(question(third, ZH, 1), answer(third))
    assert len(cache) == 2
    assert cache.get(question(second, ZH, 1), second, is_sure=True) is None
    assert cache.get(question(first, ZH, 1), first, is_sure=True)


def test_that_a_very_long_line_is_not_kept() -> None:
    cache = ResultCache()
    for length in (LONGEST_TEXT, LONGEST_TEXT + 1):
        long = replace(ASKED, text="价" * length)
        cache.put(question(long, ZH, 1), answer(long))
    assert len(cache) == 1


def test_that_the_translator_asks_the_engine_once() -> None:
    source = FakeEngineSource([(ZH, EN)])
    fake = source.engines[ZH, EN] = FakeEngine(EN, answers={"多少钱": "how much"})
    translator = Translator(source, FakeLanguageIdentifier(ZH))
    results = [translator.translate([replace(ASKED, item=n)])[0] for n in (1, 2, 3)]
    assert [r.text for r in results] == ["How much"] * 3 or [r.text for r in results] == ["how much"] * 3
    assert [r.request.item for r in results] == [1, 2, 3]
    assert len(fake.calls) == 1


def test_that_an_engine_that_failed_is_asked_again() -> None:
    source = FakeEngineSource([(ZH, EN)])
    fake = source.engines[ZH, EN] = FakeEngine(EN, answers={"多少钱": "how much"})
    translator = Translator(source, FakeLanguageIdentifier(ZH))
    fake.is_failing = True
    assert translator.translate([ASKED])[0].reason is Reason.ENGINE_FAILED
    fake.is_failing = False
    assert translator.translate([ASKED])[0].reason is None
