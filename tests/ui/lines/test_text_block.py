import pytest
from PySide6.QtGui import QColor

from livedesk.core.ids import Language
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock, TextStyle, utf16_length
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import Step

AR = Language("ar")


@pytest.fixture
def style(theme: AppTheme) -> TextStyle:
    return text_style(theme, Step.LARGE)


def _ranges(block: TextBlock) -> list[tuple[int, int, QColor]]:
    return [(r.start, r.length, r.format.foreground().color()) for r in block.formats]


def test_that_the_unstable_tail_is_faint_and_the_rest_is_not(style: TextStyle, theme: AppTheme) -> None:
    block = TextBlock("from two thousand the price", 400, style, stable_length=17)
    assert _ranges(block) == [(17, 10, theme.colour("faint"))]


def test_that_final_text_has_no_faint_part(style: TextStyle) -> None:
    assert TextBlock("final", 400, style).formats == []
    assert TextBlock("final", 400, style, stable_length=99).formats == []


def test_that_the_tail_is_right_behind_emoji_which_qt_counts_twice(style: TextStyle) -> None:
    block = TextBlock("🙂🙂 faint", 400, style, stable_length=3)
    assert [(r.start, r.length) for r in block.formats] == [(5, 5)]
    assert utf16_length("🙂a") == 3


def test_that_a_marked_figure_has_its_colour_and_its_ground(style: TextStyle, theme: AppTheme) -> None:
    block = TextBlock("Carton of 24, 12,000 in one", 600, style, marks=[(14, 6)])
    assert _ranges(block) == [(14, 6, theme.colour("warn"))]
    (rect,) = block.mark_rects()
    assert 60 < rect.left() < rect.right() < block.last_line_width
    assert 0 <= rect.top() < rect.bottom() <= block.height


def test_that_a_figure_broken_over_two_lines_is_marked_on_both(style: TextStyle) -> None:
    text = "1" * 60
    block = TextBlock(text, 200, style, marks=[(0, 60)])
    assert len(block.mark_rects()) == block.line_count > 1


def test_that_a_mark_beyond_the_text_is_left_out(style: TextStyle) -> None:
    block = TextBlock("short", 200, style, marks=[(3, 40)])
    assert block.formats == []


def test_that_arabic_starts_at_the_right_edge(style: TextStyle) -> None:
    block = TextBlock("هل متاح DDP شحن؟", 400, style, language=AR)
    assert block.is_right_to_left
    assert block.line_rect(0).right() == pytest.approx(400, abs=1)
    assert block.line_rect(0).left() > 100


def test_that_a_tag_is_shown_as_it_was_typed(style: TextStyle) -> None:
    assert TextBlock("<b>hi</b> &amp;", 400, style).text == "<b>hi</b> &amp;"


def test_that_line_breaks_break_lines_and_positions_stay(style: TextStyle) -> None:
    block = TextBlock("one\ntwo\r\nthree", 400, style, stable_length=4)
    assert block.line_count == 3
    assert block.formats[0].start == 4


def test_that_heights_are_whole_lines_whatever_fonts_a_line_needs(style: TextStyle) -> None:
    text = "Latin 中文 🙂 हिन्दी العربية " * 6
    block = TextBlock(text, 300, style)
    assert block.line_count > 2
    assert block.height == block.line_count * block.line_height


@pytest.mark.parametrize("text", ["word " * 1000, "字" * 5000, "x" * 5000, "🙂" * 2500, "a\n" * 2500])
def test_that_a_message_of_5000_characters_is_cut_to_its_lines_with_an_ellipsis(
    theme: AppTheme, text: str
) -> None:
    block = TextBlock(text, 354, text_style(theme, Step.LARGE, max_lines=6))
    assert block.is_elided
    assert block.line_count <= 6
    assert block.text.endswith("…")
    assert all(block.line_rect(n).right() <= 354 + 1 for n in range(block.line_count))


def test_that_a_text_that_fits_is_not_elided(theme: AppTheme) -> None:
    block = TextBlock("fits well", 354, text_style(theme, Step.LARGE, max_lines=1))
    assert not block.is_elided
    assert block.text == "fits well"


def test_that_no_text_at_all_still_takes_a_line(style: TextStyle) -> None:
    assert TextBlock("", 300, style).height > 0
