from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import (
    AcceptFigures,
    AddHostLine,
    CaptionChanged,
    Command,
    ContinueSession,
    SessionChanged,
    StartSession,
)
from livedesk.core.ids import EN, SegmentId
from livedesk.core.records import SessionState
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.delegate import CHECKED
from livedesk.ui.captions.panel import LivePanel
from livedesk.ui.lines.delegate import LineDelegate
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices
from tests.ui.lines.records import DOUBT, ES, bilingual, caption, session, translation

GERMAN = (
    "Die Mindestbestellmenge beträgt 500 Stück, ab zweitausend Stück sinkt der Stückpreis auf 3,20 US-Dollar "
    "einschließlich Markenaufdruck."
)


@pytest.fixture
def panel(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], services: FakeServices
) -> LivePanel:
    panel = LivePanel(theme, bridge, posted.append, services, QWidget())
    qtbot.addWidget(panel)
    panel.resize(640, 700)
    panel.show()
    return panel


def _go(bridge: Bridge, state: SessionState = SessionState.LIVE, name: str = "s1", **fields: int) -> None:
    bridge.session_changed.emit(session(state, name, **fields))


# --- empty states ---


def test_that_before_a_show_the_panel_says_what_to_do_and_does_it(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    _go(bridge, SessionState.IDLE, "")
    assert panel.start_page.isVisible()
    QTest.keyClicks(panel.start_page.name_field, "Canton Fair, day 2")
    qtbot.mouseClick(panel.start_page.rehearse_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.start_page.live_button, Qt.MouseButton.LeftButton)
    rehearsal, live = posted
    assert rehearsal == StartSession("Canton Fair, day 2", is_rehearsal=True)
    assert isinstance(live, StartSession)
    assert not live.is_rehearsal
    assert live.name


def test_that_a_running_show_without_captions_teaches(panel: LivePanel, bridge: Bridge) -> None:
    _go(bridge)
    assert not panel.start_page.isVisible()
    assert not panel.view.isVisible()
    bridge.captions_changed.emit([bilingual(1)])
    assert panel.view.isVisible()


def test_that_a_rehearsal_without_captions_does_not_say_on_air(panel: LivePanel, bridge: Bridge) -> None:
    def shown() -> list[str]:
        return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]

    bridge.session_changed.emit(replace(session(SessionState.LIVE, "s1"), is_rehearsal=True))
    assert [text for text in shown() if text.startswith("Rehearsing.")]
    assert not [text for text in shown() if "On air" in text]
    _go(bridge, name="s2")
    assert [text for text in shown() if text.startswith("On air.")]


def test_that_a_pause_says_so_and_can_be_ended(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    _go(bridge)
    assert not panel.state_line.isVisible()
    _go(bridge, SessionState.PAUSED)
    assert "Paused" in panel.state_line.text
    qtbot.mouseClick(panel.state_line.continue_button, Qt.MouseButton.LeftButton)
    assert posted == [ContinueSession()]


def test_that_an_ended_show_is_summed_up_and_can_be_exported(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge
) -> None:
    _go(bridge)
    bridge.captions_changed.emit([bilingual(n) for n in range(1, 119)])
    _go(bridge, SessionState.ENDED, ran_s=2537, messages=124)
    for part in ("00:42:17", "118", "124"):
        assert part in panel.state_line.text
    assert not panel.host_line.isVisible()
    with qtbot.waitSignal(panel.report_requested):
        qtbot.mouseClick(panel.state_line.report_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.export_requested):
        qtbot.mouseClick(panel.state_line.export_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.state_line.new_show_button, Qt.MouseButton.LeftButton)
    assert panel.start_page.isVisible()


def test_that_the_end_of_a_show_leaves_the_keyboard_to_no_button(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge
) -> None:
    _go(bridge)
    panel.activateWindow()
    panel.focus_host_line()
    qtbot.waitUntil(panel.host_line.field.hasFocus)
    _go(bridge, SessionState.ENDED)
    assert QApplication.focusWidget() is None


# --- the host's line ---


def test_that_enter_makes_the_typed_line_a_caption(
    panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    _go(bridge)
    panel.focus_host_line()
    assert panel.host_line.field.hasFocus()
    panel.host_line.field.insert("  欢迎  ")
    QTest.keyClick(panel.host_line.field, Qt.Key.Key_Return)
    QTest.keyClick(panel.host_line.field, Qt.Key.Key_Return)
    assert posted == [AddHostLine("欢迎")]
    assert panel.host_line.field.text() == ""


@pytest.mark.parametrize("state", [SessionState.IDLE, SessionState.PAUSED])
def test_that_a_line_typed_while_no_show_runs_is_explained_and_kept(
    panel: LivePanel, bridge: Bridge, posted: list[Command], state: SessionState
) -> None:
    _go(bridge, state)
    QTest.keyClicks(panel.host_line.field, "too early")
    QTest.keyClick(panel.host_line.field, Qt.Key.Key_Return)
    assert posted == []
    assert panel.host_line.explanation
    assert panel.host_line.field.text() == "too early"
    _go(bridge)
    assert panel.host_line.explanation == ""
    QTest.keyClick(panel.host_line.field, Qt.Key.Key_Return)
    assert posted == [AddHostLine("too early")]


def test_that_a_pasted_page_is_cut_to_a_line(panel: LivePanel, bridge: Bridge, posted: list[Command]) -> None:
    _go(bridge)
    QApplication.clipboard().setText("x" * 50_000)
    panel.host_line.field.paste()
    QTest.keyClick(panel.host_line.field, Qt.Key.Key_Return)
    (line,) = posted
    assert isinstance(line, AddHostLine)
    assert len(line.text) == 1000


def test_that_escape_leaves_the_box_and_keeps_the_text(panel: LivePanel, bridge: Bridge) -> None:
    _go(bridge)
    panel.focus_host_line()
    QTest.keyClicks(panel.host_line.field, "half")
    QTest.keyClick(panel.host_line.field, Qt.Key.Key_Escape)
    assert not panel.host_line.field.hasFocus()
    assert panel.host_line.field.text() == "half"


# --- doubtful figures ---


def _doubtful(segment: int) -> object:
    return caption(segment, "一万两千四", translation("12,000 pieces", warnings=(DOUBT,)))


def test_that_accepting_figures_takes_the_oldest_doubt(
    panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    _go(bridge)
    bridge.captions_changed.emit([bilingual(1), _doubtful(2), _doubtful(3)])
    panel.accept_figures()
    assert posted == [AcceptFigures(SegmentId(2))]


def test_that_a_doubt_out_of_sight_is_shown_before_it_is_accepted(
    panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    _go(bridge)
    bridge.captions_changed.emit([_doubtful(1), *(bilingual(n) for n in range(2, 900))])
    panel.accept_figures()
    assert posted == []
    assert panel.view.is_row_visible(panel.model.row_of(1))
    panel.accept_figures()
    assert posted == [AcceptFigures(SegmentId(1))]


def test_that_without_a_doubt_nothing_is_accepted(
    panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    _go(bridge)
    panel.accept_figures()
    bridge.captions_changed.emit([bilingual(1)])
    panel.accept_figures()
    assert posted == []


def test_that_a_click_on_the_mark_accepts_that_caption(
    panel: LivePanel, bridge: Bridge, posted: list[Command]
) -> None:
    _go(bridge)
    bridge.captions_changed.emit([_doubtful(1), _doubtful(2)])
    index = panel.model.index(1)
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    row = panel.view.visualRect(index)
    link = delegate.row_layout(index, row.width()).parts[CHECKED].translated(row.topLeft())
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=link.center())
    assert posted == [AcceptFigures(SegmentId(2))]


# --- sessions, languages, sizes ---


def test_that_a_new_session_forgets_the_captions_of_the_old_one(panel: LivePanel, bridge: Bridge) -> None:
    _go(bridge, name="s1")
    bridge.captions_changed.emit([bilingual(n) for n in range(1, 10)])
    _go(bridge, name="s2")
    assert panel.model.total == 0
    bridge.captions_changed.emit([caption(1, "新")])
    assert panel.model.total == 1


def test_that_captions_come_through_the_bridge_in_one_burst(
    qtbot: QtBot, panel: LivePanel, bridge: Bridge
) -> None:
    bridge.receive(SessionChanged(session()))
    for revision in range(1, 6):
        bridge.receive(CaptionChanged(caption(1, f"第{revision}版", revision=revision)))
    qtbot.waitUntil(lambda: panel.model.total == 1)
    assert panel.model.record(0).text == "第5版"


def test_that_the_first_audience_language_is_shown_and_another_can_be_chosen(
    panel: LivePanel, bridge: Bridge
) -> None:
    bridge.session_changed.emit(session(audience=(EN, ES)))
    assert panel.model.language == EN
    bridge.session_changed.emit(session(audience=(ES,)))
    assert panel.model.language == ES


def test_that_a_long_german_caption_is_whole_at_1280_by_800(panel: LivePanel, bridge: Bridge) -> None:
    # What is left of 1280 x 800 between catalogue and chat, under the bar and over the strip.
    panel.resize(584, 720)
    _go(bridge)
    bridge.captions_changed.emit([bilingual(n) for n in range(1, 30)])
    bridge.captions_changed.emit([caption(30, "最低起订量是五百个。", translation(GERMAN))])
    index = panel.model.index(panel.model.rowCount() - 1)
    rect, viewport = panel.view.visualRect(index), panel.view.viewport().rect()
    assert viewport.contains(rect)
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    layout = delegate.row_layout(index, rect.width())
    main = layout.blocks[0][2]
    assert main.line_count >= 3
    assert all(main.line_rect(n).right() <= main.width for n in range(main.line_count))
    assert sum(block.height for _, _, block in layout.blocks) < rect.height()


def test_that_a_larger_scale_keeps_the_newest_caption_in_sight(panel: LivePanel, bridge: Bridge) -> None:
    _go(bridge)
    bridge.captions_changed.emit([bilingual(n) for n in range(1, 60)])
    last = panel.model.index(panel.model.rowCount() - 1)
    before = panel.view.visualRect(last).height()
    panel.set_scale(2.5)
    assert panel.view.visualRect(last).height() > before
    assert panel.view.visualRect(last).bottom() + 1 == panel.view.viewport().height()
    panel.set_scale(99)
    assert panel.view.visualRect(last).height() < 4 * before


def test_that_a_growing_partial_pushes_up_by_whole_lines_only(panel: LivePanel, bridge: Bridge) -> None:
    _go(bridge)
    bridge.captions_changed.emit([bilingual(n) for n in range(1, 30)])
    words = GERMAN.split()
    tops = set()
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    for count in range(1, len(words) + 1):
        partial = translation(" ".join(words[:count]), is_final=False, revision=count)
        bridge.captions_changed.emit([caption(30, "最低", partial, revision=count, is_final=False)])
        tops.add(panel.view.visualRect(panel.model.index(28)).top())
    index = panel.model.index(29)
    line = delegate.row_layout(index, panel.view.viewport().width()).blocks[0][2].line_height
    assert len(tops) > 1
    assert {(max(tops) - top) % line for top in tops} == {0}


def test_that_texts_follow_the_language_of_the_window(panel: LivePanel, bridge: Bridge) -> None:
    _go(bridge, SessionState.PAUSED)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.view.accessibleName()
    assert panel.host_line.field.accessibleName()


def test_that_hovering_shows_no_hand_over_plain_text(panel: LivePanel, bridge: Bridge) -> None:
    _go(bridge)
    bridge.captions_changed.emit([bilingual(1)])
    QTest.mouseMove(
        panel.view.viewport(), panel.view.visualRect(panel.model.index(0)).topLeft() + QPoint(20, 30)
    )
    assert panel.view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
