"""The microphone in the status strip: meter, too loud, on and off."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.records import Health, HealthState, Level, Part
from livedesk.core.typing_compat import override
from livedesk.ui.actions import ActionId, Actions
from livedesk.ui.i18n import Translator
from livedesk.ui.session.level_bar import FLOOR_DB, LevelBar, filled
from livedesk.ui.session.microphone_item import MicrophoneItem
from livedesk.ui.theme.theme import AppTheme

HEARD = Health(Part.MICROPHONE, HealthState.OK, detail="Lapel")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


@pytest.fixture
def actions(window: QWidget, theme: AppTheme, translator: Translator) -> Actions:
    return Actions(window, theme)


@pytest.fixture
def item(qtbot: QtBot, theme: AppTheme, window: QWidget, actions: Actions) -> MicrophoneItem:
    item = MicrophoneItem(theme, actions[ActionId.MICROPHONE], window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(item)
    window.show()
    qtbot.waitExposed(window)
    return item


# --- the bar ---


def test_that_a_level_fills_the_bar_by_decibels() -> None:
    assert filled(Level(0.0, 0.0)) == 0.0
    assert filled(Level(1.0, 0.7)) == 1.0
    assert filled(Level(0.5, 0.3)) == pytest.approx(1 - 6.02 / FLOOR_DB, abs=0.01)
    assert filled(Level(0.001, 0.0005)) == 0.0


def test_that_clipping_fills_the_bar() -> None:
    assert filled(Level(0.99, 0.2, is_clipped=True)) == 1.0


def test_that_a_rising_level_is_drawn_within_a_tenth_of_a_second(
    qtbot: QtBot, theme: AppTheme, window: QWidget
) -> None:
    bar = LevelBar(theme, parent=window)
    window.show()
    qtbot.waitExposed(window)
    empty = bar.grab().toImage()
    bar.show_level(Level(0.8, 0.4))
    assert bar.filled > 0.9
    qtbot.waitUntil(lambda: bar.grab().toImage() != empty, timeout=1000)


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_that_a_moving_bar_repaints_nothing_but_itself(
    qtbot: QtBot, item: MicrophoneItem, window: QWidget
) -> None:
    item.show_health(HEARD)
    qtbot.waitUntil(item.meter.isVisible)
    QTest.qWait(50)
    of_bar, of_item, of_window = _Paints(item.meter), _Paints(item), _Paints(window)
    for loud in (0.2, 0.6, 0.1):
        item.show_level(Level(loud, loud / 2))
        before = of_bar.count
        qtbot.waitUntil(lambda before=before: of_bar.count > before, timeout=1000)
    assert (of_item.count, of_window.count) == (0, 0)


# --- the item ---


def test_that_the_meter_is_seen_only_while_the_microphone_is_heard(item: MicrophoneItem) -> None:
    assert not item.meter.isVisible()
    item.show_health(HEARD)
    assert item.meter.isVisible()
    item.show_level(Level(0.5, 0.3))
    item.show_health(Health(Part.MICROPHONE, HealthState.FAILED))
    assert not item.meter.isVisible()
    assert item.meter.filled == 0.0


def test_that_a_level_that_comes_late_does_not_light_a_microphone_that_is_off(item: MicrophoneItem) -> None:
    item.show_level(Level(0.5, 0.3, is_clipped=True))
    assert item.meter.filled == 0.0
    assert item.text == "Microphone off"


def test_that_a_microphone_that_is_too_loud_says_so_for_a_while(qtbot: QtBot, item: MicrophoneItem) -> None:
    item.show_health(HEARD)
    item.show_level(Level(1.0, 0.8, is_clipped=True))
    assert item.text == "Too loud"
    assert "Turn it down" in item.toolTip()
    item.show_level(Level(0.3, 0.1))
    assert item.text == "Too loud"
    qtbot.waitUntil(lambda: item.text == "Microphone", timeout=4000)


def test_that_a_click_and_space_and_enter_switch_it(
    qtbot: QtBot, item: MicrophoneItem, actions: Actions
) -> None:
    switched: list[bool] = []
    actions[ActionId.MICROPHONE].triggered.connect(lambda: switched.append(True))
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Space)
    QTest.keyClick(item, Qt.Key.Key_Return)
    assert len(switched) == 3


def test_that_space_on_the_microphone_does_not_pause_the_show(
    qtbot: QtBot, item: MicrophoneItem, actions: Actions
) -> None:
    paused: list[bool] = []
    actions[ActionId.PAUSE].triggered.connect(lambda: paused.append(True))
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Space)
    assert paused == []


def test_that_it_says_how_to_switch_it(item: MicrophoneItem) -> None:
    assert "Switch the microphone on (M)" in item.toolTip()
    item.show_health(HEARD)
    assert "Switch it off (M)" in item.toolTip()
