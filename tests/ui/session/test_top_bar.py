"""The top bar: state by word and shape, a timer that ticks, one inline question."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, EndSession
from livedesk.core.records import Session
from livedesk.ui.actions import ActionId, Actions
from livedesk.ui.i18n import Translator
from livedesk.ui.main_window import MINIMUM
from livedesk.ui.session.state_pill import StatePill
from livedesk.ui.session.top_bar import TopBar
from livedesk.ui.theme.theme import AppTheme
from tests.ui.records import ENDED, IDLE, LIVE, PAUSED, REHEARSAL


class Watch:
    """A clock that stands still until it is told to move."""

    def __init__(self) -> None:
        self.at = 1000.0

    def now(self) -> float:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 100)
    return window


@pytest.fixture
def bar(
    qtbot: QtBot,
    theme: AppTheme,
    posted: list[Command],
    translator: Translator,
    watch: Watch,
    window: QWidget,
) -> TopBar:
    bar = TopBar(theme, Actions(window, theme), posted.append, now=watch.now, parent=window)
    bar.resize(1280, 48)
    window.show()
    qtbot.waitExposed(window)
    return bar


def test_that_the_menu_fits_the_smallest_window_and_leads_to_all_that_prepares_a_show(bar: TopBar) -> None:
    menu = bar.menu
    assert menu.sizeHint().height() <= MINIMUM[1] - bar.height()
    deeper = {action.objectName() for submenu in bar.submenus.values() for action in submenu.actions()}
    assert {ActionId.IMPORT_PRODUCTS, ActionId.SETTINGS, ActionId.SWITCH_LANGUAGE} <= deeper
    assert all(submenu.title() for submenu in bar.submenus.values())


def _pill(bar: TopBar) -> str:
    return bar.findChild(StatePill).text  # type: ignore[union-attr]


def _buttons(bar: TopBar) -> list[str]:
    return [b.text() for b in bar.findChildren(QPushButton) if b.isVisible()]


def _labels(bar: TopBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible() and label.text()]


def _click(bar: TopBar, text: str) -> None:
    (button,) = [b for b in bar.findChildren(QPushButton) if b.isVisible() and b.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("session", "pill", "buttons"),
    [
        (IDLE, "Not on air", ["Rehearse", "Go live"]),
        (LIVE, "LIVE 00:42:17", ["Pause", "End show"]),
        (REHEARSAL, "Rehearsal 00:42:17", ["Pause", "End show"]),
        (PAUSED, "Paused 00:42:17", ["Continue", "End show"]),
        (ENDED, "Ended 00:42:17", ["Rehearse", "Go live"]),
    ],
    ids=["idle", "live", "rehearsal", "paused", "ended"],
)
def test_that_each_state_has_its_word_and_its_next_steps(
    bar: TopBar, session: Session, pill: str, buttons: list[str]
) -> None:
    bar.show_session(session)
    assert _pill(bar) == pill
    assert _buttons(bar) == buttons


def test_that_states_differ_without_their_colours(bar: TopBar) -> None:
    pill = bar.findChild(StatePill)
    assert pill is not None
    shapes = set()
    for session in (IDLE, LIVE, REHEARSAL, PAUSED, ENDED):
        pill.show_session(session, 0)
        pill.resize(pill.sizeHint())
        image = pill.grab().toImage()
        ground = image.pixelColor(24, 4).lightness()
        mark = [
            abs(image.pixelColor(x, y).lightness() - ground) for x in range(12, 20) for y in range(10, 18)
        ]
        shapes.add(tuple(2 * difference > max(mark) for difference in mark))
    assert len(shapes) == 5


def test_that_the_timer_goes_on_while_live_and_stands_while_paused(
    qtbot: QtBot, bar: TopBar, watch: Watch
) -> None:
    bar.show_session(replace(LIVE, ran_s=59.98, running_since=watch.at))
    assert _pill(bar) == "LIVE 00:00:59"
    watch.at += 1
    qtbot.waitUntil(lambda: _pill(bar) == "LIVE 00:01:00")
    bar.show_session(replace(PAUSED, ran_s=61.0))
    watch.at += 100
    assert _pill(bar) == "Paused 00:01:01"


def test_that_a_clock_set_back_does_not_show_less_than_ran(bar: TopBar, watch: Watch) -> None:
    bar.show_session(replace(LIVE, ran_s=60.0, running_since=watch.at + 3600))
    assert _pill(bar) == "LIVE 00:01:00"


def test_that_name_languages_and_counts_are_told(bar: TopBar) -> None:
    bar.show_session(LIVE)
    labels = _labels(bar)
    assert "Canton Fair, kitchen line" in labels
    assert "中文 → English, Español" in labels
    assert "124 messages · 12 unanswered" in labels
    bar.show_session(replace(LIVE, messages=1, unanswered=0))
    assert "1 message" in _labels(bar)


def test_that_a_name_too_long_is_shortened_with_the_whole_in_the_tooltip(bar: TopBar) -> None:
    name = "广交会第二期家居用品展位直播 " * 8
    bar.show_session(replace(LIVE, name=name))
    (label,) = [label for label in bar.findChildren(QLabel) if label.toolTip() == name]
    assert label.text().endswith("…")
    assert label.width() < bar.width()


def test_that_end_show_asks_and_end_ends(bar: TopBar, posted: list[Command]) -> None:
    bar.show_session(LIVE)
    bar.ask_to_end()
    assert _buttons(bar) == ["End", "Keep going"]
    _click(bar, "End")
    assert posted == [EndSession()]
    assert _buttons(bar) == ["Pause", "End show"]


def test_that_keep_going_ends_nothing(bar: TopBar, posted: list[Command]) -> None:
    bar.show_session(LIVE)
    bar.ask_to_end()
    _click(bar, "Keep going")
    assert posted == []
    assert _buttons(bar) == ["Pause", "End show"]


def test_that_no_answer_means_keep_going(
    qtbot: QtBot, bar: TopBar, posted: list[Command], monkeypatch: pytest.MonkeyPatch
) -> None:
    bar.show_session(LIVE)
    assert bar.question.wait_ms == 5000
    bar.question.wait_ms = 10
    bar.ask_to_end()
    qtbot.waitUntil(lambda: _buttons(bar) == ["Pause", "End show"])
    assert posted == []


def test_that_an_ended_show_takes_the_question_away(bar: TopBar) -> None:
    bar.show_session(LIVE)
    bar.ask_to_end()
    bar.show_session(ENDED)
    assert _buttons(bar) == ["Rehearse", "Go live"]


def test_that_the_question_survives_news_of_the_show(bar: TopBar) -> None:
    bar.show_session(LIVE)
    bar.ask_to_end()
    bar.show_session(replace(LIVE, messages=125))
    assert _buttons(bar) == ["End", "Keep going"]
