"""Language identification of short chat lines."""

import socket

import pytest

from livedesk.adapters.engines.langid import LanguageId
from livedesk.core.ids import Language
from tests.adapters.engines.conftest import shared

CODES = "zh en ja ko es pt fr de it nl pl ru uk tr ar fa ur hi bn th vi id he el sw"
LANGUAGES = tuple(Language(code) for code in CODES.split())
SURE = 0.8


@pytest.fixture(scope="module")
def identifier() -> LanguageId:
    return LanguageId(LANGUAGES)


def lid_lines() -> list[tuple[str, str]]:
    rows = (shared("eval") / "lid.tsv").read_text("utf-8").splitlines()
    return [(language, text) for language, text in (row.split("\t") for row in rows)]


@pytest.mark.parametrize("text", ["", "   ", "12,400", "👍👍", "???", "-", "60*40*35", "😍❤️"])
def test_that_a_line_without_letters_has_no_language(identifier: LanguageId, text: str) -> None:
    assert identifier.identify(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("起订量多少", "zh"),
        ("發貨到台灣要多久", "zh"),
        ("最小ロットはいくつですか", "ja"),
        ("ﾊﾞｯｸﾞ", "ja"),
        ("비싸요", "ko"),
        ("แพงไป", "th"),
        ("יקר מדי", "he"),
        ("ακριβό", "el"),
        ("অনেক দাম", "bn"),
        ("महंगा है", "hi"),
        ("дуже дорого, чи є у вас", "uk"),
        ("вы это продаёте", "ru"),
        ("چنده؟", "fa"),
        ("مہنگا ہے", "ur"),
    ],
)
def test_that_the_script_decides_and_is_sure(identifier: LanguageId, text: str, language: str) -> None:
    answer = identifier.identify(text)
    assert answer is not None
    assert answer.language == language
    assert answer.confidence >= SURE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("这个 price 多少 for 1000 pcs", "zh"),
        ("A108-2 多少钱", "zh"),
        ("hola amigo how much for this 椅子", "en"),
        ("hi price?", "en"),
        ("PLEASE SHOW THE BACK SIDE AGAIN", "en"),
        ("OK", "en"),
    ],
)
def test_that_mixed_and_very_short_lines_go_by_most_of_the_line(
    identifier: LanguageId, text: str, language: str
) -> None:
    answer = identifier.identify(text)
    assert answer is not None
    assert answer.language == language


def test_that_a_script_outside_the_list_is_still_named() -> None:
    answer = LanguageId([Language("zh"), Language("en")]).identify("ราคาเท่าไหร่")
    assert answer is not None
    assert answer.language == "th"


def test_that_the_only_latin_language_is_no_certainty() -> None:
    answer = LanguageId([Language("zh"), Language("en")]).identify("vous livrez au Maroc ?")
    assert answer is not None
    assert answer.language == "en"
    assert answer.confidence < SURE


def test_that_it_beats_py3langid_alone(identifier: LanguageId) -> None:
    from py3langid.langid import MODEL_FILE
    from py3langid.langid import LanguageIdentifier as Py3LangId

    plain = Py3LangId.from_model_file(MODEL_FILE, norm_probs=True)
    lines = lid_lines()
    ours = sum(
        (answer := identifier.identify(text)) is not None and answer.language == language
        for language, text in lines
    )
    theirs = sum(plain.classify(text)[0] == language for language, text in lines)
    plain.set_languages([str(language) for language in LANGUAGES])
    restricted = sum(plain.classify(text)[0] == language for language, text in lines)
    assert ours > restricted >= theirs


def test_that_a_sure_answer_is_nearly_always_right(identifier: LanguageId) -> None:
    answers = [(language, identifier.identify(text)) for language, text in lid_lines()]
    sure = [(language, answer) for language, answer in answers if answer and answer.confidence >= SURE]
    assert len(sure) >= 55
    assert sum(answer.language == language for language, answer in sure) >= len(sure) - 1


@pytest.mark.parametrize(
    ("file", "language", "share"), [("booth.en-zh", "en", 0.95), ("booth.zh-en", "zh", 1.0)]
)
def test_that_booth_lines_are_known(identifier: LanguageId, file: str, language: str, share: float) -> None:
    rows = (shared("eval") / f"{file}.tsv").read_text("utf-8").splitlines()
    answers = [identifier.identify(row.split("\t")[0]) for row in rows]
    assert sum(answer is not None and answer.language == language for answer in answers) >= share * len(rows)


def test_that_it_works_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    answer = LanguageId(LANGUAGES).identify("vous livrez au Maroc ?")
    assert answer is not None
    assert answer.language == "fr"
