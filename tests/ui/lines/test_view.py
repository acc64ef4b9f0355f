"""The view keeps its place: shown with captions, which hang from the bottom edge."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.ui.captions.delegate import CaptionDelegate
from livedesk.ui.captions.list_model import CaptionModel
from livedesk.ui.lines.list_model import SHOWN_ROWS
from livedesk.ui.lines.pill import NewestPill
from livedesk.ui.lines.view import LinesView
from livedesk.ui.theme.theme import AppTheme
from tests.ui.lines.records import EN, bilingual, caption, translation


@pytest.fixture
def model(qapp: object) -> CaptionModel:
    model = CaptionModel()
    model.set_language(EN)
    return model


@pytest.fixture
def view(qtbot: QtBot, theme: AppTheme, model: CaptionModel) -> LinesView:
    view = LinesView(model, CaptionDelegate(theme, model, model), at_bottom=True)
    view.following_changed.connect(model.set_following)
    view.top_reached.connect(model.reveal_earlier, Qt.ConnectionType.QueuedConnection)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    return view


def _fill(model: CaptionModel, first: int, last: int) -> None:
    model.put(
        bilingual(n, f"第{n}句", f"This is sentence number {n}. " * (1 + n % 3))
        for n in range(first, last + 1)
    )


def _place(view: LinesView, segment: int) -> int:
    """Return where on the screen the row of `segment` begins."""
    model = view.model()
    assert isinstance(model, CaptionModel)
    return view.visualRect(model.index(model.row_of(segment))).top()


def _segment_at(view: LinesView, y: int) -> int:
    return int(view.indexAt(QPoint(50, y)).data(Qt.ItemDataRole.UserRole).segment)


def test_that_few_lines_hang_from_the_bottom(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 2)
    assert view.visualRect(model.index(1)).bottom() + 1 == view.viewport().height()
    assert view.visualRect(model.index(0)).bottom() + 1 == view.visualRect(model.index(1)).top()
    assert not view.indexAt(QPoint(10, 5)).isValid()


def test_that_the_newest_line_stays_in_sight(view: LinesView, model: CaptionModel) -> None:
    for n in range(1, 40):
        _fill(model, n, n)
        assert view.visualRect(model.index(model.rowCount() - 1)).bottom() + 1 == view.viewport().height()


def test_that_lines_read_back_do_not_move_when_new_ones_come(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 300)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert not view.is_following
    segment = _segment_at(view, 100)
    before = _place(view, segment)
    for n in range(301, 340):
        _fill(model, n, n)
    assert _place(view, segment) == before


def test_that_lines_read_back_do_not_move_when_lines_above_change(
    view: LinesView, model: CaptionModel
) -> None:
    _fill(model, 1, 300)
    view.verticalScrollBar().setValue(3000)
    segment = _segment_at(view, 100)
    before = _place(view, segment)
    model.put([caption(2, "改", translation("A much longer text than before. " * 20), revision=2)])
    assert _place(view, segment) == before


def test_that_revealing_earlier_lines_keeps_the_place(
    qtbot: QtBot, view: LinesView, model: CaptionModel
) -> None:
    _fill(model, 1, 2000)
    rows = model.rowCount()
    view.verticalScrollBar().setValue(120)
    segment = _segment_at(view, 100)
    before = _place(view, segment)
    qtbot.waitUntil(lambda: model.rowCount() == rows + SHOWN_ROWS)
    assert _place(view, segment) == before


def test_that_one_can_scroll_back_to_the_very_first_of_10000_lines(
    qtbot: QtBot, view: LinesView, model: CaptionModel
) -> None:
    _fill(model, 1, 10_000)
    bar = view.verticalScrollBar()
    while model.rowCount() < model.total:
        rows = model.rowCount()
        bar.setValue(max(1, bar.value() // 2))
        bar.setValue(0)
        qtbot.waitUntil(lambda rows=rows: model.rowCount() > rows)
    bar.setValue(0)
    assert _segment_at(view, 0) == 1
    view.go_to_newest()
    assert model.rowCount() == SHOWN_ROWS
    assert _segment_at(view, view.viewport().height() - 1) == 10_000


def test_that_scrolling_to_the_end_follows_again(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 100)
    bar = view.verticalScrollBar()
    bar.setValue(10)
    assert not view.is_following
    bar.setValue(bar.maximum())
    assert view.is_following


def test_that_a_held_view_stays_even_at_the_end(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 100)
    view.hold(is_held=True)
    before = _place(view, 99)
    _fill(model, 101, 105)
    assert _place(view, 99) == before
    view.go_to_newest()
    view.hold(is_held=False)
    assert view.is_following


def test_that_a_new_width_keeps_the_newest_line_or_the_line_read(
    view: LinesView, model: CaptionModel
) -> None:
    _fill(model, 1, 200)
    view.resize(380, 500)
    assert view.visualRect(model.index(199)).bottom() + 1 == view.viewport().height()
    view.verticalScrollBar().setValue(4000)
    segment = _segment_at(view, 0)
    before = _place(view, segment)
    view.resize(600, 500)
    assert _place(view, segment) == before


def test_that_the_pill_counts_what_came_and_leads_back(
    qtbot: QtBot, view: LinesView, model: CaptionModel
) -> None:
    pill = NewestPill(view)
    _fill(model, 1, 100)
    assert not pill.isVisible()
    view.verticalScrollBar().setValue(200)
    assert pill.isVisible()
    _fill(model, 101, 103)
    assert "3" in pill.text()
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert view.is_following
    assert not pill.isVisible()


def test_that_the_count_goes_down_as_one_scrolls_over_the_new_lines(
    view: LinesView, model: CaptionModel
) -> None:
    _fill(model, 1, 100)
    counts: list[int] = []
    view.unseen_changed.connect(counts.append)
    view.verticalScrollBar().setValue(200)
    _fill(model, 101, 130)
    assert counts[-1] == 30
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() - 400)
    assert 0 < counts[-1] < 30


def test_that_the_keyboard_walks_the_rows_and_scrolls(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 100)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 99
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 59
    assert view.is_row_visible(59)
    assert not view.is_following
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 99
    assert view.is_following
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.is_row_visible(0)


def test_that_copying_takes_both_languages_of_every_selected_row(
    view: LinesView, model: CaptionModel
) -> None:
    model.put([bilingual(1, "一", "One"), bilingual(2, "二", "Two"), bilingual(3, "三", "Three")])
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(1)).center())
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
        view.visualRect(model.index(2)).center(),
    )
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "Two\n二\n\nThree\n三"


def test_that_dragging_selects_every_row_it_crosses(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 5)
    first, last = (view.visualRect(model.index(row)).center() for row in (1, 3))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view.viewport(), QPoint(first.x(), first.y() + 20))
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert sorted(i.row() for i in view.selectionModel().selectedRows()) == [1, 2, 3]


def test_that_letters_are_left_to_the_desk(qtbot: QtBot, view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 5)
    view.setCurrentIndex(model.index(0))
    QTest.keyClick(view, Qt.Key.Key_T)
    assert view.currentIndex().row() == 0


def _ink_rows(view: LinesView, height: int) -> list[int]:
    """Return which of the upper `height` pixel rows of the window show any text."""
    image = view.viewport().grab().toImage()
    ground = image.pixelColor(1, 1)
    return [y for y in range(height) if any(image.pixelColor(x, y) != ground for x in range(12, 400, 2))]


def test_that_the_upper_edge_cuts_no_line_while_one_follows(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 40)
    model.put([caption(41, "一", translation("A line that is long enough for three. " * 3))])
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no frame around the list
    view.clearFocus()
    for height in range(300, 330, 2):  # the edge falls on every part of a line in turn
        view.resize(600, height)
        assert view.is_following
        assert 0 not in _ink_rows(view, 3)


def test_that_what_is_selected_or_focused_can_be_seen(view: LinesView, model: CaptionModel) -> None:
    _fill(model, 1, 3)
    view.clearFocus()
    plain = view.viewport().grab().toImage()
    view.setFocus()
    focused = view.viewport().grab().toImage()
    view.setCurrentIndex(model.index(1))
    selected = view.viewport().grab().toImage()
    assert plain != focused
    assert focused != selected
