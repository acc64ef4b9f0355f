"""Any text goes through the translator: no crash, no hang, nothing silently lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.adapters.engines.langid import LanguageId
from livedesk.adapters.text.script import Simplified
from livedesk.adapters.text.sentences import Sentencex
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import Reason
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngineSource

CODES = "zh en es ja ru ar hi th"
LANGUAGES = [Language(code) for code in CODES.split()]
TRANSLATOR = Translator(
    FakeEngineSource([(a, b) for a in LANGUAGES for b in LANGUAGES]),
    LanguageId(LANGUAGES),
    Sentencex(),
    Simplified(),
)
HOSTILE = (
    *(
        "a",
        "A",
        "我",
        "一",
        "零",
        "1",
        "1.",
        "1,",
        "!",
        "。",
        "\n",
        " ",
        "\u3000",
        "😍",
        "👨\u200d",
        "(",
        '"',
        "<b>",
        "&amp;",
        "http://",
    ),
    *(
        "a@",
        "@a",
        "a.",
        "a-",
        "www.",
        "pls ",
        "PLS ",
        "ha",
        "好的",
        "\u0301",
        "e\u0301",
        "\u200b",
        "\u202e",
        "ก",
        "\ud83d",
        "No. ",
    ),
    *(
        "⟦1⟧",
        "１",
        "1/",
        "1:",
        "一万",
        "百分之",
        "five ",
        "and ",
        "，",
        "٣",
        "%",
        "~",
        "|",
        "\\",
        "#1",
        "$",
        "x1",
    ),
)
scraps = st.sampled_from(
    [*HOSTILE, "how much", "多少钱", "A108-2", "12,000 pcs", "https://a.com/x", "Здравствуйте"]
)
lines = st.one_of(st.text(), st.lists(scraps, max_size=25).map("".join))
TRANSLATOR.translate([TranslateRequest(Work.CHAT_MESSAGE, 0, 1, "ready?", None, ZH, 0.0)])
"""Loads the identifier and the converter, which is not what the tests time."""


def translate(line: str, source: Language | None, target: Language) -> TranslateResult:
    request = TranslateRequest(Work.CHAT_MESSAGE, 1, 1, line, source, target, 0.0)
    return TRANSLATOR.translate([request])[0]


@given(lines, st.none() | st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
@settings(deadline=2000)
def test_that_any_line_has_a_translation_or_a_reason(
    line: str, source: Language | None, target: Language
) -> None:
    result = translate(line, source, target)
    assert result.reason is None or not result.text or result.text == line
    assert result.text.strip() or result.reason or not line.strip()
    if result.reason in (Reason.NOTHING_TO_TRANSLATE, Reason.SAME_LANGUAGE):
        assert result.text == line


@given(lines, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
@settings(deadline=2000)
def test_that_emoji_and_line_breaks_survive_a_translation(
    line: str, source: Language, target: Language
) -> None:
    result = translate(line, source, target)
    if result.reason is None:
        assert [c for c in result.text if c in "😍👨"] == [c for c in line if c in "😍👨"]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
@pytest.mark.parametrize("source", [EN, ZH, None])
@pytest.mark.timeout(2)
def test_that_a_hostile_line_takes_under_two_seconds(unit: str, source: Language | None) -> None:
    translate((unit * 10_000)[:10_000], source, EN if source == ZH else ZH)
