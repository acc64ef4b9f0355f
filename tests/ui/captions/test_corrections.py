"""What the desk changed in what was heard, and stretches without captions, in the live panel."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.captions.heard import Correction, CorrectionKind
from livedesk.core.events import Command, UndoCorrection
from livedesk.core.ids import EN, SegmentId
from livedesk.core.records import Caption, SessionState
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.delegate import CHANGED, CaptionDelegate
from livedesk.ui.captions.list_model import CaptionModel
from livedesk.ui.captions.panel import LivePanel
from livedesk.ui.lines.delegate import RowLayout
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import Step
from tests.ui.fakes import FakeServices
from tests.ui.lines.records import bilingual, caption, session, translation

WIDTH = 600
POT = Correction(CorrectionKind.HOT_WORD, 3, "不沾锅", "不粘锅")
PRICE = Correction(CorrectionKind.NUMBER, 8, "三点五", "3.5")
CHANGED_LINE = replace(
    caption(1, "先看这不粘锅，只要3.5美元。", translation("First this non-stick pan, only 3.5 dollars.")),
    corrections=(replace(POT, start=3), replace(PRICE, start=9)),
)
GAP = replace(caption(2, ""), gap_s=12.4)


@pytest.fixture
def panel(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], services: FakeServices
) -> LivePanel:
    panel = LivePanel(theme, bridge, posted.append, services, QWidget())
    qtbot.addWidget(panel)
    panel.resize(640, 700)
    panel.show()
    bridge.session_changed.emit(session(SessionState.LIVE, "s1"))
    return panel


def _part(panel: LivePanel, row: int, part: str) -> QPoint:
    """Return where a clickable part is, in the list's viewport."""
    index = panel.model.index(row)
    rect = panel.view.visualRect(index)
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, CaptionDelegate)
    return rect.topLeft() + delegate.part_rect(index, rect.width(), part).center()


def _menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _row(theme: AppTheme, shown: Caption) -> RowLayout:
    model = CaptionModel()
    model.set_language(EN)
    model.put([shown])
    return CaptionDelegate(theme, model, model).row_layout(model.index(0), WIDTH)


# --- corrections ---


def test_that_a_changed_word_is_underlined_where_it_stands(theme: AppTheme) -> None:
    layout = _row(theme, CHANGED_LINE)
    source_x, source_y, source = layout.blocks[-1]
    assert source.text == CHANGED_LINE.text
    for number, change in enumerate(CHANGED_LINE.corrections):
        (rect,) = source.rects_of(change.start, len(change.written))
        found = layout.parts[f"{CHANGED}{number}"]
        assert found.contains(rect.translated(source_x, source_y).toRect())


def test_that_dots_are_drawn_below_the_changed_word_only(theme: AppTheme, qtbot: QtBot) -> None:
    class Canvas(QWidget):
        block = TextBlock("", 1, text_style(theme, Step.CAPTION))

        def paintEvent(self, _event: object) -> None:
            from PySide6.QtGui import QPainter

            painter = QPainter(self)
            self.block.draw(painter, 0, 0)
            painter.end()

    def drawn(**options: object) -> object:
        canvas = Canvas()
        qtbot.addWidget(canvas)
        canvas.block = TextBlock("abc def", 400, text_style(theme, Step.CAPTION), **options)  # type: ignore[arg-type]
        canvas.resize(400, 60)
        return canvas.grab().toImage()

    assert drawn() == drawn(underlined=[])
    assert drawn() != drawn(underlined=[(4, 3)])
    assert drawn(underlined=[(0, 3)]) != drawn(underlined=[(4, 3)])


def test_that_a_changed_word_broken_over_two_lines_is_clickable_on_both(theme: AppTheme) -> None:
    text = "很" * 40
    change = Correction(CorrectionKind.HOT_WORD, 0, "x", text)
    layout = _row(theme, replace(caption(1, text, translation("Very")), corrections=(change,)))
    assert f"{CHANGED}0" in layout.parts
    assert f"{CHANGED}0/1" in layout.parts


def test_that_the_mouse_over_a_changed_word_shows_what_was_heard(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge
) -> None:
    bridge.captions_changed.emit([CHANGED_LINE])
    point = _part(panel, 0, f"{CHANGED}0")
    viewport = panel.view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
    assert "Heard: 不沾锅" in QToolTip.text()
    assert "press H" in QToolTip.text()
    QToolTip.hideText()


def test_that_a_click_on_a_changed_word_offers_to_take_it_back(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.captions_changed.emit([CHANGED_LINE])
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=_part(panel, 0, f"{CHANGED}1"))
    menu = _menu(qtbot)
    assert [action.text() for action in menu.actions()] == [
        "Changed since it was heard",
        "Write “不沾锅”, not “不粘锅”",
        "Write “三点五”, not “3.5”",
    ]
    assert posted == []
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert posted == [UndoCorrection(SegmentId(1), 1)]


def test_that_the_newest_change_can_be_taken_back_by_keyboard(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.captions_changed.emit([CHANGED_LINE, bilingual(3)])
    panel.undo_correction()
    QTest.keyClick(_menu(qtbot), Qt.Key.Key_Return)
    assert posted == [UndoCorrection(SegmentId(1), 0)]


def test_that_the_selected_caption_is_meant_before_the_newest(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.captions_changed.emit([CHANGED_LINE, replace(CHANGED_LINE, segment=SegmentId(5))])
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.undo_correction()
    QTest.keyClick(_menu(qtbot), Qt.Key.Key_Return)
    assert posted == [UndoCorrection(SegmentId(1), 0)]


def test_that_esc_leaves_a_changed_word_as_it_is(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.captions_changed.emit([CHANGED_LINE])
    panel.undo_correction()
    QTest.keyClick(_menu(qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert posted == []


def test_that_a_line_still_being_said_offers_nothing(
    panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.captions_changed.emit([replace(CHANGED_LINE, is_final=False)])
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=_part(panel, 0, f"{CHANGED}0"))
    panel.undo_correction()
    assert QApplication.activePopupWidget() is None
    assert posted == []


def test_that_a_screen_reader_says_what_was_heard() -> None:
    model = CaptionModel()
    model.put([CHANGED_LINE, bilingual(2)])
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.data(model.index(0), role) == "“不粘锅” was heard as “不沾锅”; “3.5” was heard as “三点五”"
    assert model.data(model.index(1), role) == ""


def test_that_nothing_to_take_back_does_nothing(panel: LivePanel, bridge: Bridge) -> None:
    panel.undo_correction()
    bridge.captions_changed.emit([bilingual(1)])
    panel.undo_correction()
    assert QApplication.activePopupWidget() is None


# --- gaps ---


def test_that_a_gap_is_a_thin_row_that_says_how_long(theme: AppTheme) -> None:
    layout = _row(theme, GAP)
    assert [block.text for _, _, block in layout.blocks] == ["12 s without captions"]
    assert layout.height < _row(theme, bilingual(2)).height / 2
    assert layout.editable is None
    assert len(layout.boxes) == 2  # the hairlines on both sides


def test_that_a_long_gap_is_told_in_minutes(theme: AppTheme) -> None:
    layout = _row(theme, replace(GAP, gap_s=200.0))
    assert layout.blocks[0][2].text == "3 min 20 s without captions"


def test_that_a_gap_is_read_out_and_copied_as_words() -> None:
    model = CaptionModel()
    model.set_language(EN)
    model.put([GAP])
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) == "12 s without captions"


def test_that_a_gap_is_not_put_right(panel: LivePanel, bridge: Bridge) -> None:
    bridge.captions_changed.emit([bilingual(1), GAP])
    panel.correct()
    assert panel.editing.is_open
    panel.editing.end()
    panel.view.setCurrentIndex(panel.model.index(1))
    panel.correct()
    assert not panel.editing.is_open
