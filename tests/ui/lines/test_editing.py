"""Putting a translation right in its row, in the captions and in the chat."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, CorrectCaption, CorrectMessage
from livedesk.core.ids import EN, MessageId, SegmentId
from livedesk.core.records import LineWarning, Message, MessageState, Reason, SessionState, WarningKind
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.panel import LivePanel
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.lines.delegate import LineDelegate
from livedesk.ui.lines.figure_spans import doubt_spans
from livedesk.ui.lines.view import LinesView
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices
from tests.ui.lines.records import DOUBT, bilingual, caption, message, session, translation

LOST = LineWarning(WarningKind.TERM_LOST, ("唛头", "JZ-03"))


@pytest.fixture
def live(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], services: FakeServices
) -> LivePanel:
    panel = LivePanel(theme, bridge, posted.append, services, QWidget())
    qtbot.addWidget(panel)
    panel.resize(640, 700)
    panel.show()
    bridge.session_changed.emit(session(SessionState.LIVE, "s1"))
    return panel


@pytest.fixture
def chat(chat: ChatPanel, bridge: Bridge) -> ChatPanel:
    chat.resize(400, 700)
    chat.show()
    bridge.session_changed.emit(session(SessionState.LIVE, "s1"))
    return chat


def spot(view: LinesView, row: int) -> QPoint:
    """Return where the translation of a row stands."""
    delegate, index = view.itemDelegate(), view.model().index(row, 0)
    assert isinstance(delegate, LineDelegate)
    editable = delegate.row_layout(index, view.viewport().width()).editable
    assert editable is not None
    return view.visualRect(index).topLeft() + editable.topLeft() + QPoint(20, editable.height() // 2)


def double_click(view: LinesView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def texts(view: LinesView, row: int) -> list[str]:
    delegate = view.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    layout = delegate.row_layout(view.model().index(row, 0), view.viewport().width())
    return [block.text for _, _, block in layout.blocks]


# --- captions ---


def test_that_a_double_click_puts_a_caption_right(
    live: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.captions_changed.emit([bilingual(1), bilingual(2, english="There are 24 in one.")])
    double_click(live.view, spot(live.view, 1))
    editor = live.editing.editor
    assert editor.isVisible()
    assert editor.toPlainText() == "There are 24 in one."
    editor.selectAll()
    QTest.keyClicks(editor, "24 in a carton.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert posted == [CorrectCaption(SegmentId(2), EN, "24 in a carton.")]
    assert not editor.isVisible()


def test_that_enter_without_a_change_approves(live: LivePanel, bridge: Bridge, posted: list[Command]) -> None:
    bridge.captions_changed.emit([bilingual(1)])
    live.correct()
    QTest.keyClick(live.editing.editor, Qt.Key.Key_Enter)
    assert posted == [CorrectCaption(SegmentId(1), EN, "Twenty-four in a carton.")]


@pytest.mark.parametrize("typed", ["something else", ""])
def test_that_escape_leaves_the_line_as_it_was(
    live: LivePanel, bridge: Bridge, posted: list[Command], typed: str
) -> None:
    bridge.captions_changed.emit([bilingual(1)])
    live.correct()
    QTest.keyClicks(live.editing.editor, typed)
    QTest.keyClick(live.editing.editor, Qt.Key.Key_Escape)
    assert posted == []
    assert not live.editing.is_open
    assert live.view.hasFocus() or not live.isActiveWindow()


def test_that_an_empty_correction_is_none(live: LivePanel, bridge: Bridge, posted: list[Command]) -> None:
    bridge.captions_changed.emit([bilingual(1)])
    live.correct()
    live.editing.editor.setPlainText("  ")
    QTest.keyClick(live.editing.editor, Qt.Key.Key_Return)
    assert posted == []


def test_that_the_selected_caption_is_put_right_rather_than_the_newest(
    live: LivePanel, bridge: Bridge
) -> None:
    bridge.captions_changed.emit([bilingual(1, english="One."), bilingual(2, english="Two.")])
    live.correct()
    assert live.editing.editor.toPlainText() == "Two."
    live.view.setCurrentIndex(live.model.index(0))
    live.correct()
    assert live.editing.editor.toPlainText() == "One."


def test_that_a_line_without_a_translation_can_be_given_one(
    live: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    failed = translation("", reason=Reason.LOOP)
    bridge.captions_changed.emit([caption(1, "支持贴牌。", failed)])
    live.correct()
    assert live.editing.editor.toPlainText() == ""
    QTest.keyClicks(live.editing.editor, "Private label.")
    QTest.keyClick(live.editing.editor, Qt.Key.Key_Return)
    assert posted == [CorrectCaption(SegmentId(1), EN, "Private label.")]


def test_that_what_still_changes_is_not_put_right(live: LivePanel, bridge: Bridge) -> None:
    bridge.captions_changed.emit([caption(1, "支持", translation("We", is_final=False), is_final=False)])
    live.correct()
    assert not live.editing.is_open
    bridge.captions_changed.emit([caption(2, "支持贴牌。")])
    live.correct()
    assert not live.editing.is_open


def test_that_the_editor_stays_over_its_line_while_others_come(live: LivePanel, bridge: Bridge) -> None:
    bridge.captions_changed.emit([bilingual(n) for n in range(1, 30)])
    live.correct()
    QTest.keyClicks(live.editing.editor, " And more")
    assert live.editing.editor.geometry().contains(spot(live.view, 28))
    bridge.captions_changed.emit([bilingual(n) for n in range(30, 34)])
    assert live.editing.is_open
    assert live.editing.editor.toPlainText().endswith("And more")
    assert live.editing.editor.geometry().contains(spot(live.view, 28))
    assert not live.view.is_following
    QTest.keyClick(live.editing.editor, Qt.Key.Key_Escape)
    assert live.view.is_following


def test_that_another_session_closes_the_editor(
    live: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.captions_changed.emit([bilingual(1)])
    live.correct()
    bridge.session_changed.emit(session(SessionState.LIVE, "s2"))
    assert not live.editing.is_open
    assert posted == []


def test_that_a_long_correction_stays_in_sight(live: LivePanel, bridge: Bridge) -> None:
    bridge.captions_changed.emit([bilingual(1)])
    live.correct()
    live.editing.editor.setPlainText("a long correction that goes on and on " * 12)
    assert live.view.viewport().rect().contains(live.editing.editor.geometry())


# --- chat ---


def test_that_a_double_click_on_the_translation_puts_a_message_right(
    chat: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit([message(1)])
    double_click(chat.view, spot(chat.view, 0))
    editor = chat.editing.editor
    assert editor.toPlainText() == "价格？"
    editor.setPlainText("多少钱？")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert posted[-1] == CorrectMessage(MessageId(1), "多少钱？")


def test_that_a_double_click_elsewhere_still_answers(chat: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    rect = chat.view.visualRect(chat.model.index(0))
    double_click(chat.view, rect.topLeft() + QPoint(30, 14))
    assert not chat.editing.is_open
    assert chat.selected is not None


def test_that_only_a_selected_message_is_put_right_by_key(chat: ChatPanel, bridge: Bridge) -> None:
    bridge.messages_changed.emit([message(1)])
    chat.correct()
    assert not chat.editing.is_open
    chat.view.setCurrentIndex(chat.model.index(0))
    chat.correct()
    assert chat.editing.is_open


def test_that_a_message_that_was_not_translated_can_be(
    chat: ChatPanel, bridge: Bridge, posted: list[Command]
) -> None:
    bridge.messages_changed.emit(
        [message(1, translated="", reason=Reason.LOOP, state=MessageState.UNTRANSLATED)]
    )
    chat.view.setCurrentIndex(chat.model.index(0))
    chat.correct()
    chat.editing.editor.setPlainText("价格？")
    QTest.keyClick(chat.editing.editor, Qt.Key.Key_Return)
    assert posted[-1] == CorrectMessage(MessageId(1), "价格？")


# --- marks ---


def test_that_a_corrected_line_says_so(live: LivePanel, chat: ChatPanel, bridge: Bridge) -> None:
    by_hand = replace(translation("Hello"), is_corrected=True)
    mine = message(1)
    assert mine.translation is not None
    corrected: Message = replace(mine, translation=replace(mine.translation, is_corrected=True))
    bridge.captions_changed.emit([caption(1, "你好", by_hand), caption(2, "你好", translation("Hi"))])
    bridge.messages_changed.emit([corrected, message(2)])
    assert "✓ hand-checked" in texts(live.view, 0)
    assert "✓ hand-checked" not in texts(live.view, 1)
    assert "✓ hand-checked" in texts(chat.view, 0)
    assert "✓ hand-checked" not in texts(chat.view, 1)


def test_that_a_corrected_line_in_doubt_shows_the_doubt_only(live: LivePanel, bridge: Bridge) -> None:
    by_hand = replace(translation("12,000", warnings=(DOUBT,)), is_corrected=True)
    bridge.captions_changed.emit([caption(1, "一万两千四", by_hand)])
    assert "✓ hand-checked" not in texts(live.view, 0)
    assert any("12,400" in text for text in texts(live.view, 0))


def test_that_a_missing_name_is_named_and_marked_in_the_source(live: LivePanel, bridge: Bridge) -> None:
    bridge.captions_changed.emit([caption(1, "唛头和JZ-03", translation("And", warnings=(LOST,)))])
    assert any("唛头, JZ-03" in text for text in texts(live.view, 0))
    assert doubt_spans("唛头和JZ-03、唛头", EN, [LOST], is_source=True) == [(0, 2), (3, 5), (9, 2)]
    assert doubt_spans("唛头和JZ-03", EN, [LOST]) == []
