"""Which language a buyer's line is taken for: the identifier, what the buyer wrote last, the session's default."""

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import Identified, LanguageIdentifier
from livedesk.core.records import Reason
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngineSource, FakeLanguageIdentifier

AR, ES, FA, HI = Language("ar"), Language("es"), Language("fa"), Language("hi")
ARABIC_LINE = "السعر من فضلك"


class Answers(LanguageIdentifier):
    """Gives one answer to every line."""

    def __init__(self, answer: Identified | None) -> None:
        self._answer = answer

    def identify(self, text: str) -> Identified | None:
        return self._answer


def ask(
    text: str, answer: Identified | None, *hints: Language, source: Language | None = None
) -> TranslateResult:
    engines = FakeEngineSource([(EN, ZH), (ES, ZH), (AR, ZH), (FA, ZH), (HI, ZH)])
    request = TranslateRequest(Work.CHAT_MESSAGE, 1, 1, text, source, ZH, 0.0, hints)
    return Translator(engines, Answers(answer)).translate([request])[0]


def test_that_a_sure_answer_is_taken() -> None:
    result = ask("hola", Identified(ES, 0.9, (EN, ES)), EN)
    assert (result.language, result.is_language_sure) == (ES, True)


def test_that_what_the_operator_says_is_taken() -> None:
    result = ask("hola", Identified(ES, 0.9, (EN, ES)), EN, source=EN)
    assert (result.language, result.is_language_sure) == (EN, True)


def test_that_an_unsure_line_is_in_what_the_buyer_wrote_last() -> None:
    result = ask("precio", Identified(EN, 0.5, (EN, ES)), ES, EN)
    assert (result.language, result.is_language_sure) == (ES, False)


def test_that_a_guess_and_the_buyers_last_language_together_are_sure() -> None:
    result = ask("precio", Identified(ES, 0.5, (EN, ES)), ES, EN)
    assert (result.language, result.is_language_sure) == (ES, True)


def test_that_a_guess_goes_before_the_sessions_default() -> None:
    result = ask("precio", Identified(ES, 0.5, (EN, ES)), EN)
    assert (result.language, result.is_language_sure) == (ES, False)


def test_that_the_sessions_default_goes_before_no_idea() -> None:
    result = ask("zzz", Identified(ES, 0.1, (EN, ES)), EN)
    assert (result.language, result.is_language_sure) == (EN, False)


@pytest.mark.parametrize("hints", [(EN,), (ES, EN), (EN, ES)])
def test_that_an_arabic_line_is_never_taken_for_a_language_in_latin_letters(
    hints: tuple[Language, ...],
) -> None:
    result = ask(ARABIC_LINE, Identified(AR, 0.1, (AR, FA)), *hints)
    assert (result.language, result.is_language_sure) == (AR, False)


def test_that_the_buyers_last_language_counts_where_it_fits_the_script() -> None:
    result = ask(ARABIC_LINE, Identified(AR, 0.6, (AR, FA)), FA, EN)
    assert (result.language, result.is_language_sure) == (FA, False)


@pytest.mark.parametrize("text", ["👍", "12,400", "???"])
def test_that_a_line_without_words_is_in_the_buyers_language_and_not_flagged(text: str) -> None:
    result = ask(text, None, ES, EN)
    assert (result.language, result.is_language_sure) == (ES, True)
    assert result.reason is Reason.NOTHING_TO_TRANSLATE
    assert result.text == text


def test_that_hindi_in_latin_letters_is_shown_as_it_is_with_a_reason() -> None:
    result = ask("kitna hai bhai batao", Identified(HI, 0.75, (HI, EN, ES)), EN)
    assert (result.language, result.is_language_sure) == (HI, False)
    assert (result.text, result.reason) == ("", Reason.WRONG_LANGUAGE)


def _host_line(text: str) -> TranslateRequest:
    return TranslateRequest(Work.FINAL_CAPTION, 1, 1, text, ZH, EN, 0.0)


def test_that_a_host_line_in_the_audiences_language_needs_no_translation() -> None:
    engines = FakeEngineSource(((ZH, EN),))
    (result,) = Translator(engines, FakeLanguageIdentifier(EN)).translate(
        [_host_line("Hello everyone, please type in your own language.")]
    )
    assert (result.reason, result.text) == (
        Reason.SAME_LANGUAGE,
        "Hello everyone, please type in your own language.",
    )


def test_that_a_host_line_in_an_unsure_language_is_not_guessed() -> None:
    engines = FakeEngineSource(((ZH, EN),))
    unsure = FakeLanguageIdentifier(EN, confidence=0.3)
    (result,) = Translator(engines, unsure).translate(
        [_host_line("Hello everyone, please type in your own language.")]
    )
    assert (result.reason, result.text) == (Reason.WRONG_LANGUAGE, "")


@pytest.mark.parametrize("work", [Work.FINAL_CAPTION, Work.CATALOGUE])
def test_that_what_a_host_writes_in_english_is_taken_for_it(work: Work) -> None:
    engines = FakeEngineSource([(ZH, EN)])
    text = "Today only: two for the price of one"
    request = TranslateRequest(work, 0, 1, text, ZH, EN, 0.0)
    result = Translator(engines, Answers(Identified(EN, 0.99, (EN,)))).translate([request])[0]
    assert (result.text, result.reason) == (text, Reason.SAME_LANGUAGE)
