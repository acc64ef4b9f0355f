import pytest

from livedesk.core.ids import EN, Language
from livedesk.ui.lines.scripts import is_right_to_left, line_height

AR, HE = Language("ar"), Language("he")


@pytest.mark.parametrize("text", ["هل متاح", "DDP شحن إلى جدة؟", "3 قطع"])
def test_that_a_line_in_arabic_runs_from_the_right_whatever_it_begins_with(text: str) -> None:
    assert is_right_to_left(text, AR)


def test_that_a_wrong_guess_does_not_turn_latin_text_around() -> None:
    assert not is_right_to_left("how much for 500?", HE)


def test_that_the_first_letter_decides_while_the_language_is_unknown() -> None:
    assert is_right_to_left("123 שלום hello")
    assert not is_right_to_left("hello שלום")
    assert not is_right_to_left("123 … 🙂")
    assert not is_right_to_left("")


def test_that_a_left_to_right_language_quoting_arabic_stays_left_to_right() -> None:
    assert not is_right_to_left("the word is سلام", EN)


@pytest.mark.parametrize("text", ["最低起订量", "สวัสดี", "नमस्ते", "مرحبا", "안녕"])
def test_that_dense_and_tall_scripts_get_more_room_between_lines(text: str) -> None:
    assert line_height(text, 28) > line_height("Minimum order", 28)


def test_that_line_heights_are_even() -> None:
    assert all(line_height(text, px) % 2 == 0 for text in ("a", "好") for px in range(8, 80))
