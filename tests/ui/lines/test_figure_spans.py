import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.ui.lines.figure_spans import figure_spans


def _marked(text: str, language: Language, *values: str) -> list[str]:
    return [text[start : start + length] for start, length in figure_spans(text, language, values)]


@pytest.mark.parametrize(
    ("text", "language", "value", "expected"),
    [
        ("Carton of 24, 12,000 in one container.", EN, "12000", "12,000"),
        ("一箱二十四个，一个四十尺柜一万两千四。", ZH, "12400", "一万两千四"),
        ("The price is 3.20.", EN, "3.2", "3.20"),
        ("about 12 thousand pieces", EN, "12000", "12 thousand"),
        ("about twelve thousand pieces", EN, "12000", "twelve thousand"),
        ("我要1.2万个", ZH, "12000", "1.2万"),
    ],
)
def test_that_the_figure_is_found_however_it_is_written(
    text: str, language: Language, value: str, expected: str
) -> None:
    assert _marked(text, language, value) == [expected]


def test_that_only_the_doubtful_figure_is_marked() -> None:
    assert _marked("24 in a carton, 500 in a pallet", EN, "500") == ["500"]


def test_that_a_figure_said_twice_is_marked_twice() -> None:
    assert _marked("500 pcs red, 500 pcs blue", EN, "500") == ["500", "500"]


def test_that_positions_count_characters_behind_an_emoji() -> None:
    assert figure_spans("🙂🙂 500", EN, ["500"]) == [(3, 3)]


def test_that_a_value_that_is_not_there_or_no_number_marks_nothing() -> None:
    assert figure_spans("Carton of 24", EN, ["12000", "no number", ""]) == []
    assert figure_spans("Carton of 24", EN, []) == []
