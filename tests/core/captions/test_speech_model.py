"""Which speech model listens to which language."""

from pathlib import Path

from livedesk.core.captions.speech_model import SpeechEngineKind, SpeechModel, best_for
from livedesk.core.ids import EN, ZH, Language

ES = Language("es")


def model(name: str, *languages: Language, listed: bool = True, quick: bool = False) -> SpeechModel:
    engine = SpeechEngineKind.ZIPFORMER if quick else SpeechEngineKind.WHISPER
    return SpeechModel(name, engine, frozenset(languages), Path("/models") / name, is_listed=listed)


BASE = model("whisper-base", ZH, EN, ES)
SMALL = model("whisper-small", ZH, EN, ES)
QUICK = model("zipformer-zh-en", ZH, EN, quick=True)
OWN = model("my-whisper", listed=False)


def test_that_the_chosen_model_is_taken() -> None:
    assert best_for(ZH, [BASE, QUICK, SMALL], "whisper-small") is SMALL
    assert best_for(ZH, [BASE, QUICK], "whisper-base") is BASE
    assert best_for(ZH, [BASE, OWN], "my-whisper") is OWN


def test_that_another_is_taken_where_the_chosen_one_is_gone_or_does_not_know_the_language() -> None:
    assert best_for(ZH, [BASE], "whisper-large") is BASE
    assert best_for(ES, [QUICK, BASE], "zipformer-zh-en") is BASE


def test_that_the_quick_model_comes_first_where_it_knows_the_language() -> None:
    assert best_for(ZH, [BASE, QUICK]) is QUICK
    assert best_for(ES, [BASE, QUICK]) is BASE


def test_that_a_listed_model_comes_before_one_nobody_checked() -> None:
    assert best_for(ZH, [model("own-zipformer", ZH, listed=False, quick=True), BASE]) is BASE


def test_that_the_first_of_equals_is_taken() -> None:
    assert best_for(ZH, [SMALL, BASE]) is SMALL


def test_that_a_model_without_languages_is_taken_to_know_any() -> None:
    assert best_for(Language("sw"), [OWN]) is OWN


def test_that_there_is_none_for_a_language_no_model_knows() -> None:
    assert best_for(Language("sw"), [BASE, QUICK]) is None
    assert best_for(ZH, []) is None
