"""From a request to a result: every line has a text or a reason, and one line's trouble is its own."""

import re

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import EngineLine, NoEngine, TranslationEngine
from livedesk.core.records import Reason, WarningKind
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.translating import SURE_FROM, Translator
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier

ES, TH = Language("es"), Language("th")
BOTH_WAYS = ((ZH, EN), (EN, ZH))
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvz", "aeiou"


def _request(
    text: str,
    source: Language | None = ZH,
    target: Language = EN,
    *,
    hints: tuple[Language, ...] = (),
    item: int = 1,
) -> TranslateRequest:
    return TranslateRequest(Work.CHAT_MESSAGE, item, 1, text, source, target, 0.0, hints)


def _translator(
    source: FakeEngineSource | None = None, *, confidence: float = 1.0, **known: Language
) -> Translator:
    engines = source or FakeEngineSource(BOTH_WAYS)
    return Translator(engines, FakeLanguageIdentifier(EN, confidence=confidence, known=known))


def _translate(text: str, answer: str) -> TranslateResult:
    """Translate one line with an engine that always gives the same answer."""
    engines = FakeEngineSource(BOTH_WAYS)
    engines.engines[ZH, EN] = _Parrot(EN, answers={"": answer})
    (result,) = _translator(engines).translate([_request(text)])
    return result


class _Parrot(FakeEngine):
    def _line(self, line: str) -> EngineLine:
        return super()._line("")


class _Wordy(FakeEngine):
    """Answers a made-up English word for every Chinese character; figures stay."""

    MAX_TOKENS = 400

    def _line(self, line: str) -> EngineLine:
        words = (
            re.sub(r"[㐀-鿿]", lambda m: f" {_word(m.group())} ", line).replace("，", ",").replace("。", ".")
        )
        tokens = tuple(words.split())
        return EngineLine(" ".join(tokens), tokens, hit_limit=False)


def _word(character: str) -> str:
    """Return a word one can say, of its own for each character."""
    number = ord(character)
    consonants = _CONSONANTS[number % 17], _CONSONANTS[number // 85 % 17]
    vowels = _VOWELS[number // 17 % 5], _VOWELS[number // 1445 % 5]
    return f"{consonants[0]}{vowels[0]}{consonants[1]}{vowels[1]}{'nrst'[number % 4]}"


def _wordy() -> FakeEngineSource:
    engines = FakeEngineSource(BOTH_WAYS)
    engines.engines[ZH, EN] = _Wordy(EN, model="fake-zh-en")
    return engines


# --- what needs no engine ---


@pytest.mark.parametrize(
    "text",
    ["", " ", "　　", "\n\n", "-", "---", "……", "？？？", "👍", "🔥🔥🔥", "👩‍👩‍👧", "12,000", "3.5", "❤️ 500"],
)
def test_that_what_has_no_words_goes_to_no_engine_and_invents_nothing(text: str) -> None:
    engines = FakeEngineSource(BOTH_WAYS)
    (result,) = _translator(engines).translate([_request(text)])
    assert (result.text, result.reason) == (text, Reason.NOTHING_TO_TRANSLATE)
    assert engines.engines[ZH, EN].calls == []


def test_that_the_same_language_is_its_own_translation() -> None:
    (result,) = _translator().translate([_request("你好", ZH, ZH)])
    assert (result.text, result.reason) == ("你好", Reason.SAME_LANGUAGE)


# --- which language ---


def test_that_a_language_that_was_given_is_taken() -> None:
    (result,) = _translator().translate([_request("你好吗", ZH)])
    assert (result.language, result.is_language_sure) == (ZH, True)


def test_that_a_sure_identification_is_taken_without_a_mark() -> None:
    translator = _translator(confidence=SURE_FROM)
    (result,) = translator.translate([_request("where is it", None, ZH, hints=(ES, EN))])
    assert (result.language, result.is_language_sure) == (EN, True)


def test_that_an_unsure_language_is_the_buyers_last_one_and_marked() -> None:
    engines = FakeEngineSource([(ES, ZH), (EN, ZH)])
    (result,) = _translator(engines, confidence=SURE_FROM - 0.1).translate(
        [_request("ok vale", None, ZH, hints=(ES, EN))]
    )
    assert (result.language, result.is_language_sure) == (ES, False)


def test_that_an_unsure_language_of_a_new_buyer_is_the_default_and_marked() -> None:
    (result,) = _translator(confidence=0.1).translate([_request("ok", None, ZH, hints=(EN,))])
    assert (result.language, result.is_language_sure) == (EN, False)


def test_that_a_line_without_letters_is_no_doubt() -> None:
    (result,) = _translator().translate([_request("👍", None, ZH, hints=(EN,))])
    assert (result.reason, result.is_language_sure) == (Reason.NOTHING_TO_TRANSLATE, True)


# --- no engine ---


@pytest.mark.parametrize(
    ("installable", "reason"), [([(ZH, EN)], Reason.NO_MODEL), ([], Reason.NO_PATH)], ids=["could be", "no"]
)
def test_that_a_missing_model_is_a_reason(
    installable: list[tuple[Language, Language]], reason: Reason
) -> None:
    engines = FakeEngineSource([], installable=installable)
    (result,) = _translator(engines).translate([_request("你好")])
    assert (result.text, result.reason) == ("", reason)


def test_that_a_broken_model_is_no_missing_path() -> None:
    class Broken(FakeEngineSource):
        def engine(self, source: Language, target: Language) -> TranslationEngine:
            raise NoEngine(is_installable=False, code="model_broken")

    (result,) = _translator(Broken([(ZH, EN)])).translate([_request("你好")])
    assert (result.text, result.reason) == ("", Reason.NO_MODEL)


def test_that_a_failing_engine_is_a_reason_and_recovers() -> None:
    engines = _wordy()
    translator = _translator(engines)
    engines.engines[ZH, EN].is_failing = True
    (failed,) = translator.translate([_request("你好吗")])
    assert (failed.text, failed.reason) == ("", Reason.ENGINE_FAILED)
    engines.engines[ZH, EN].is_failing = False
    (result,) = translator.translate([_request("你好吗")])
    assert result.reason is None


# --- what the engine answers ---


def test_that_a_loop_is_not_shown() -> None:
    result = _translate("我们的杯子很好看", "the cup " * 30)
    assert (result.text, result.reason) == ("", Reason.LOOP)


@pytest.mark.parametrize("answer", ["", "  "])
def test_that_an_empty_answer_is_not_shown(answer: str) -> None:
    result = _translate("我们的杯子很好看", answer)
    assert (result.text, result.reason) == ("", Reason.EMPTY)


def test_that_wrong_figures_that_could_be_any_are_marked_with_both_sides() -> None:
    result = _translate("起订量一万二千个，三百个一箱", "The MOQ is 1,500 pieces, 700 per carton.")
    (warning,) = result.warnings
    assert warning.kind is WarningKind.FIGURES
    assert {"12000", "300"} <= set(warning.in_source)
    assert set(warning.in_translation) == {"1500", "700"}


def test_that_a_right_figure_is_not_marked() -> None:
    assert _translate("起订量一万二千个", "The MOQ is 12,000 pieces.").warnings == ()


def test_that_the_model_and_the_engine_are_named() -> None:
    (result,) = _translator(_wordy()).translate([_request("你好吗")])
    assert (result.model, result.engine) == ("fake-zh-en", "fake")
    assert result.ms >= 0


# --- lines of every shape ---


def test_that_emoji_and_line_breaks_stay_in_their_places() -> None:
    engines = _wordy()
    (result,) = _translator(engines).translate([_request("🔥大家好\n欢迎👋", ZH)])
    first, second = result.text.split("\n")
    assert first.startswith("🔥")
    assert second.endswith("👋")
    assert not any(c in "🔥👋\n" for call in engines.engines[ZH, EN].calls for line in call for c in line)


@pytest.mark.parametrize("clauses", [2, 20, 120])
def test_that_a_long_line_does_not_lose_its_end(clauses: int) -> None:
    said = ["".join(chr(0x4E00 + (n * 397 + k * 101) % 5000) for k in range(8)) for n in range(clauses)]
    text = "，".join(said) + "，最后一句。"
    engines = _wordy()
    (result,) = _translator(engines).translate([_request(text)])
    seen = "".join(line for call in engines.engines[ZH, EN].calls for line in call)
    assert "最后一句" in seen
    assert result.text.rstrip(".").endswith(" ".join(map(_word, "最后一句")))
    assert all(clause in seen for clause in said)


def test_that_one_line_of_a_batch_does_not_spoil_the_others() -> None:
    engines = FakeEngineSource([*BOTH_WAYS, (ES, ZH)])
    requests = [
        _request("where is my order", EN, ZH, item=1),
        _request("👍", None, ZH, hints=(EN,), item=2),
        _request("hola amigo", ES, ZH, item=3),
        _request("สวัสดีครับ", TH, ZH, item=4),
        _request("how much is it", EN, ZH, item=5),
    ]
    results = _translator(engines).translate(requests)
    assert [r.request.item for r in results] == [1, 2, 3, 4, 5]
    assert results[1].reason is Reason.NOTHING_TO_TRANSLATE
    assert results[3].reason is Reason.NO_PATH
    assert len(engines.engines[EN, ZH].calls) == 1, "one call for a direction"
    assert len(engines.engines[EN, ZH].calls[0]) == 2


def test_that_closing_closes_the_engines() -> None:
    engines = FakeEngineSource(BOTH_WAYS)
    _translator(engines).close()
    assert all(engine.is_closed for engine in engines.engines.values())


def test_that_no_requests_give_no_results() -> None:
    assert _translator().translate([]) == []


def test_that_a_figure_that_is_certainly_wrong_is_put_right_and_said() -> None:
    result = _translate("一个四十尺柜一万两千四。", "12,000 in one 40-foot container.")
    assert result.text == "12,400 in one 40-foot container."
    assert [(w.kind, w.in_source, w.in_translation) for w in result.warnings] == [
        (WarningKind.FIGURES_REPAIRED, ("12400",), ("12000",))
    ]
