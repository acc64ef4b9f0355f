"""How one gets to the models: by key, menu, notice and settings; one window of them at most."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from livedesk.core.events import JobChanged, NoticePosted
from livedesk.core.jobs import Job, JobState
from livedesk.core.model_list import LIST_JOB, ModelList
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.ui.actions import ActionId
from livedesk.ui.bridge import Bridge
from livedesk.ui.main_window import MainWindow
from livedesk.ui.models.dialog import ModelsDialog
from livedesk.ui.settings.dialog import SettingsDialog
from tests.ui.models.test_dialog import LIST


@pytest.fixture
def window(qtbot: QtBot, make_window: Callable[[], MainWindow]) -> MainWindow:
    window = make_window()
    window.show()
    qtbot.waitExposed(window)
    return window


def press_the_key(window: MainWindow, _bridge: Bridge, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)


def take_the_menu(window: MainWindow, _bridge: Bridge, qtbot: QtBot) -> None:
    window.actions_table[ActionId.INSTALL_MODEL].trigger()


def answer_the_notice(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.receive(NoticePosted(Notice(NoticeCode.SPEECH_MODEL_MISSING, NoticeLevel.WARNING)))
    qtbot.waitUntil(lambda: bool(window.banner.shown_texts()))
    (button,) = [b for b in window.banner.findChildren(QPushButton) if b.text() == "Install a model…"]
    button.click()


def go_through_the_settings(window: MainWindow, _bridge: Bridge, qtbot: QtBot) -> None:
    window.actions_table[ActionId.SETTINGS].trigger()
    (settings,) = window.findChildren(SettingsDialog)
    settings.models.click()


@pytest.mark.parametrize("way", [press_the_key, take_the_menu, answer_the_notice, go_through_the_settings])
def test_that_every_way_leads_to_the_models(
    window: MainWindow, bridge: Bridge, qtbot: QtBot, way: Callable[[MainWindow, Bridge, QtBot], None]
) -> None:
    way(window, bridge, qtbot)
    qtbot.waitUntil(lambda: len(window.findChildren(ModelsDialog)) == 1)
    way(window, bridge, qtbot)
    assert len(window.findChildren(ModelsDialog)) == 1


def test_that_a_part_of_the_window_can_ask_for_one_model(
    window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.receive(JobChanged(Job(LIST_JOB, "", JobState.DONE, result=ModelList(LIST))))
    window.open_models("whisper-base")
    (dialog,) = window.findChildren(ModelsDialog)
    qtbot.waitUntil(
        lambda: dialog.speech_chip.isChecked() and dialog.rows["whisper-base"].install.isVisible()
    )
