import pytest
from PySide6.QtCore import QPoint

from livedesk.core.ids import EN, ZH
from livedesk.core.records import Caption, Reason
from livedesk.ui.captions.delegate import CHECKED, MEASURE_CHARACTERS, SIDE_PX, CaptionDelegate
from livedesk.ui.captions.list_model import CaptionModel
from livedesk.ui.lines.delegate import RowLayout
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.theme.theme import AppTheme
from tests.ui.lines.records import AR, DOUBT, ES, bilingual, caption, translation

WIDTH = 700


@pytest.fixture
def model(qapp: object) -> CaptionModel:
    model = CaptionModel()
    model.set_language(EN)
    return model


@pytest.fixture
def delegate(theme: AppTheme, model: CaptionModel) -> CaptionDelegate:
    return CaptionDelegate(theme, model, model)


def _row(
    delegate: CaptionDelegate, model: CaptionModel, shown: Caption, *, is_current: bool = True
) -> RowLayout:
    model.clear()
    model.put([shown] if is_current else [shown, bilingual(shown.segment + 1)])
    return delegate.row_layout(model.index(0), WIDTH)


def _blocks(layout: RowLayout) -> list[TextBlock]:
    return [block for _, _, block in layout.blocks]


def _texts(layout: RowLayout) -> list[str]:
    return [block.text for block in _blocks(layout)]


def _faint(layout: RowLayout, theme: AppTheme) -> list[str]:
    """Return the faint part of each block (texts here hold no emoji, so Qt counts as Python does)."""
    faint = theme.colour("faint")
    return [
        "".join(
            block.text[r.start : r.start + r.length]
            for r in block.formats
            if r.format.foreground().color() == faint
        )
        for block in _blocks(layout)
    ]


def test_that_the_current_caption_is_the_largest(delegate: CaptionDelegate, model: CaptionModel) -> None:
    current = _row(delegate, model, bilingual(1))
    older = _row(delegate, model, bilingual(1), is_current=False)
    assert _texts(current) == _texts(older) == ["Twenty-four in a carton.", "一箱二十四个。"]
    assert _blocks(current)[0].line_height > _blocks(older)[0].line_height
    assert current.height > older.height


def test_that_what_may_still_change_is_faint_in_both_languages(
    delegate: CaptionDelegate, model: CaptionModel, theme: AppTheme
) -> None:
    partial = caption(
        1,
        "两千个以上价格可以到",
        translation("from two thousand the price", stable_length=17, is_final=False),
        is_final=False,
        agreed_length=5,
    )
    assert _faint(_row(delegate, model, partial), theme) == [" the price", "价格可以到"]


def test_that_a_final_translation_of_a_final_line_is_all_ink(
    delegate: CaptionDelegate, model: CaptionModel, theme: AppTheme
) -> None:
    assert _faint(_row(delegate, model, bilingual(1)), theme) == ["", ""]


def test_that_a_translation_made_before_the_line_was_final_stays_faint(
    delegate: CaptionDelegate, model: CaptionModel, theme: AppTheme
) -> None:
    late = caption(1, "完了", translation("almost done", stable_length=6, is_final=False), revision=4)
    assert _faint(_row(delegate, model, late), theme) == [" done", ""]


def test_that_an_emoji_before_the_tail_does_not_move_it(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    partial = caption(1, "好", translation("🎉🎉 new line", stable_length=6, is_final=False), is_final=False)
    ranges = _blocks(_row(delegate, model, partial))[0].formats
    assert [(r.start, r.length) for r in ranges] == [(8, 5)]


def test_that_a_waiting_line_keeps_its_place_free(delegate: CaptionDelegate, model: CaptionModel) -> None:
    waiting = _row(delegate, model, caption(1, "一箱二十四个。"))
    assert _texts(waiting) == ["…", "一箱二十四个。"]
    assert waiting.height == _row(delegate, model, bilingual(1)).height


@pytest.mark.parametrize(
    "reason", [r for r in Reason if r not in (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)]
)
def test_that_a_line_without_translation_shows_itself_and_says_why(
    delegate: CaptionDelegate, model: CaptionModel, reason: Reason
) -> None:
    layout = _row(delegate, model, caption(1, "刀头", translation("", reason=reason)))
    assert _texts(layout)[0] == "刀头"
    assert len(_texts(layout)) == 2
    assert len(_texts(layout)[1]) > 5


@pytest.mark.parametrize("reason", [Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE])
def test_that_a_line_that_needs_no_translation_stands_alone(
    delegate: CaptionDelegate, model: CaptionModel, reason: Reason
) -> None:
    assert _texts(_row(delegate, model, caption(1, "OK", translation("OK", reason=reason)))) == ["OK"]


def test_that_a_line_in_the_audiences_own_language_stands_alone(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    assert _texts(_row(delegate, model, caption(1, "Hello", language=EN))) == ["Hello"]


def test_that_a_doubtful_figure_is_marked_on_both_sides_and_named(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    doubtful = caption(
        1, "一个四十尺柜一万两千四。", translation("12,000 in one container.", warnings=(DOUBT,))
    )
    layout = _row(delegate, model, doubtful)
    assert _texts(layout)[1] == "figure differs: 12,000 / 12,400"
    marked = {block.text: len(block.mark_rects()) for block in _blocks(layout)}
    assert marked["12,000 in one container."] == 1
    assert marked["一个四十尺柜一万两千四。"] == 1
    assert CHECKED in layout.parts


def test_that_the_words_about_a_figure_stand_behind_a_short_line_and_below_a_long_one(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    short = translation("12,000.", warnings=(DOUBT,))
    long = translation("12,000 of these beautiful boards go into one container.", warnings=(DOUBT,))
    beside = _row(delegate, model, caption(1, "一", short), is_current=False)
    below = _row(delegate, model, caption(1, "一", long), is_current=False)
    assert beside.blocks[1][0] > SIDE_PX
    assert below.blocks[1][0] == SIDE_PX
    assert below.blocks[1][1] >= below.blocks[0][1] + below.blocks[0][2].height


def test_that_every_block_and_link_lies_within_the_row_at_any_width(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    text = "12,000 Mindestbestellmengenrabattstaffelpreise in one container. " * 3
    model.put([caption(1, "一万两千四" * 20, translation(text, warnings=(DOUBT,)))])
    for width in (180, 300, 520, 1200):
        layout = delegate.row_layout(model.index(0), width)
        for x, y, block in layout.blocks:
            assert y + block.height <= layout.height
            assert x + block.last_line_width <= width
        assert layout.parts[CHECKED].right() <= width
        assert layout.parts[CHECKED].bottom() <= layout.height + 8


def test_that_a_doubt_in_another_language_names_the_language(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    both = caption(1, "一", translation("One"), translation("Dos", ES, warnings=(DOUBT,)))
    assert any(text.startswith("Español: figure differs") for text in _texts(_row(delegate, model, both)))


def test_that_the_link_is_found_where_it_is_painted(delegate: CaptionDelegate, model: CaptionModel) -> None:
    model.put([caption(1, "一万两千四", translation("12,000", warnings=(DOUBT,)))])
    rect = delegate.row_layout(model.index(0), WIDTH).parts[CHECKED]
    assert delegate.part_at(model.index(0), WIDTH, rect.center()) == CHECKED
    assert delegate.part_at(model.index(0), WIDTH, QPoint(1, 1)) == ""


def test_that_arabic_hangs_on_the_right_and_its_source_on_the_left(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    model.set_language(AR)
    layout = _row(delegate, model, caption(1, "支持DDP吗？", translation("هل متاح DDP؟", AR)))
    (main_x, _, main), (below_x, _, below) = layout.blocks
    assert main.is_right_to_left
    assert main_x + main.line_rect(0).right() == pytest.approx(WIDTH - SIDE_PX, abs=1)
    assert not below.is_right_to_left
    assert below_x == SIDE_PX


def test_that_lines_are_no_longer_than_one_can_read_on_a_wide_screen(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    text = "The quick brown fox jumps over the lazy dog and on. " * 8
    model.put([caption(1, "一", translation(text))])
    block = delegate.row_layout(model.index(0), 1800).blocks[0][2]
    assert block.line_count >= len(text) / (MEASURE_CHARACTERS * 1.4)


def test_that_captions_scale_and_the_smallest_scale_is_still_whole_lines(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    heights = []
    for scale in (0.7, 1.0, 2.5):
        delegate.set_scale(scale)
        layout = _row(delegate, model, bilingual(1))
        heights.append(layout.height)
        assert all(b.height % b.line_height == 0 for b in _blocks(layout))
    assert heights[0] < heights[1] < heights[2]


def test_that_the_time_is_shown_only_under_the_mouse(delegate: CaptionDelegate, model: CaptionModel) -> None:
    layout = _row(delegate, model, bilingual(12))
    assert [block.text for _, _, block in layout.hover_blocks] == ["01:00"]


def test_that_a_row_is_laid_out_once_until_something_changes(
    delegate: CaptionDelegate, model: CaptionModel
) -> None:
    model.put([bilingual(1)])
    first = delegate.row_layout(model.index(0), WIDTH)
    assert delegate.row_layout(model.index(0), WIDTH) is first
    model.put([caption(1, "改", translation("Changed"), revision=2)])
    assert delegate.row_layout(model.index(0), WIDTH) is not first


def test_that_a_chinese_audience_reads_chinese_large(delegate: CaptionDelegate, model: CaptionModel) -> None:
    model.set_language(ZH)
    layout = _row(delegate, model, caption(1, "Hello", translation("你好", ZH), language=EN))
    assert _texts(layout) == ["你好", "Hello"]
