"""The run of show: what now, how long still, where a click leads, what to say. Time comes from the test."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, GoToShowItem
from livedesk.core.ids import EN, ZH
from livedesk.core.records import SessionState, ShowItem
from livedesk.ui.bridge import Bridge
from livedesk.ui.session.run_of_show import RunOfShow
from livedesk.ui.session.show_model import ShowModel, ShowRole
from livedesk.ui.session.show_rows import Progress, ShowRow, show_rows
from livedesk.ui.theme.theme import AppTheme
from tests.ui.catalogue.shelf import LONG_CHINESE, LONG_GERMAN, SHOW, session

START = 1_795_289_525.0
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


class HandSetClock:
    """Tells the time that the test sets."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> float:
        return self.at


@pytest.fixture
def clock() -> HandSetClock:
    return HandSetClock()


@pytest.fixture
def run(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], clock: HandSetClock
) -> RunOfShow:
    widget = RunOfShow(theme=theme, bridge=bridge, post=posted.append, now=clock.now)
    qtbot.addWidget(widget)
    widget.resize(340, 180)
    widget.show_session(session(show=SHOW, show_index=1, show_item_since=START))
    widget.activateWindow()
    qtbot.waitActive(widget)
    return widget


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


def rows_at(now: float, **changes: object) -> tuple[ShowRow, ...]:
    return show_rows(session(**{"show": SHOW, "show_index": 1, "show_item_since": START, **changes}), now)


def clock_time(at: float) -> str:
    return time.strftime("%H:%M", time.localtime(at))


def view(run: RunOfShow) -> QListView:
    found = run.findChild(QListView)
    assert found is not None
    return found


def shown(run: RunOfShow) -> list[ShowRow]:
    model = view(run).model()
    return [model.index(row, 0).data(ShowRole.ROW) for row in range(model.rowCount())]


def texts(run: RunOfShow) -> list[str]:
    return [label.text() for label in run.findChildren(QLabel) if label.isVisible()]


def script_button(run: RunOfShow) -> QPushButton:
    return next(b for b in run.findChildren(QPushButton) if b.text() == "Script")


def test_that_the_heading_fits_the_narrowest_column(qtbot: QtBot, run: RunOfShow) -> None:
    run.resize(264, 180)
    shown = [label for label in run.findChildren(QLabel) if label.isVisible()]
    assert [label.text() for label in shown] == ["Run of show", "2 of 4"]
    qtbot.waitUntil(lambda: all(label.width() >= label.sizeHint().width() for label in shown))


# --- time ---


@pytest.mark.parametrize(
    ("after_s", "text", "is_over"),
    [
        (0, "5:00 left", False),
        (61.4, "3:59 left", False),
        (299.2, "0:01 left", False),
        (300, "0:00 left", False),
        (300.5, "0:00 over", True),
        (375, "1:15 over", True),
        (300 + 1500, "25 min over", True),
    ],
)
def test_that_the_current_item_counts_down_and_then_over(after_s: float, text: str, is_over: bool) -> None:
    row = rows_at(START + after_s)[1]
    assert (row.progress, row.duration, row.is_over) == (Progress.CURRENT, text, is_over)


def test_that_a_long_item_counts_in_minutes() -> None:
    long = (replace(SHOW[0], minutes=30.0),)
    assert rows_at(START + 10, show=long, show_index=0)[0].duration == "30 min left"


def test_that_the_items_ahead_are_due_one_after_the_other() -> None:
    leads = [row.lead for row in rows_at(START + 30)]
    assert leads == ["", clock_time(START), clock_time(START + 300), clock_time(START + 540)]


def test_that_an_item_running_over_moves_what_comes_after_it() -> None:
    late = START + 300 + 600
    leads = [row.lead for row in rows_at(late)]
    assert leads[1:] == [clock_time(START), clock_time(late), clock_time(late + 240)]


@pytest.mark.parametrize("state", [SessionState.IDLE, SessionState.ENDED])
def test_that_without_a_running_show_items_have_numbers_and_planned_minutes(state: SessionState) -> None:
    rows = rows_at(START + 10_000, state=state)
    assert [(row.lead, row.duration) for row in rows] == [
        ("", "2 min"),
        ("2", "5 min"),
        ("3", "4 min"),
        ("4", "1.5 min"),
    ]
    assert not any(row.is_over for row in rows)


def test_that_an_item_without_planned_minutes_never_runs_over() -> None:
    row = rows_at(START + 10_000, show=(replace(SHOW[0], minutes=0.0),), show_index=0)[0]
    assert (row.duration, row.is_over) == ("", False)


def test_that_the_time_moves_on_each_second_while_the_list_is_seen(
    run: RunOfShow, clock: HandSetClock, qtbot: QtBot
) -> None:
    assert shown(run)[1].duration == "5:00 left"
    clock.at = START + 301.5
    timer = run.findChild(QTimer)
    assert timer.isActive()
    assert timer.interval() == 1000
    timer.timeout.emit()
    assert shown(run)[1].duration == "0:01 over"
    assert shown(run)[1].is_over


def test_that_no_timer_runs_while_hidden_or_without_a_running_show(run: RunOfShow) -> None:
    timer = run.findChild(QTimer)
    run.hide()
    assert not timer.isActive()
    run.show()
    assert timer.isActive()
    run.show_session(session(show=SHOW, state=SessionState.ENDED))
    assert not timer.isActive()


# --- what is listed ---


def test_that_done_current_and_coming_items_are_told_apart(run: RunOfShow) -> None:
    assert [row.progress for row in shown(run)] == [
        Progress.DONE,
        Progress.CURRENT,
        Progress.AHEAD,
        Progress.AHEAD,
    ]
    assert "2 of 4" in texts(run)
    spoken = view(run).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Welcome, 2 min, done"


def test_that_it_hides_itself_where_there_is_no_show(run: RunOfShow) -> None:
    run.show_session(session())
    assert not run.isVisible()
    assert shown(run) == []
    run.show_session(session(show=SHOW))
    assert run.isVisible()


def test_that_it_is_hidden_before_any_session(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command]
) -> None:
    widget = RunOfShow(theme=theme, bridge=bridge, post=posted.append)
    qtbot.addWidget(widget)
    assert widget.isHidden()
    widget.next_item()
    widget.previous_item()
    assert posted == []


def test_that_the_current_item_is_scrolled_into_view(run: RunOfShow) -> None:
    many = tuple(replace(SHOW[0], title={EN: f"Item {n}"}) for n in range(40))
    run.show_session(session(show=many, show_index=30, show_item_since=START))
    place = view(run).visualRect(view(run).model().index(30, 0))
    assert view(run).viewport().rect().contains(place)


def test_that_titles_follow_the_window_language(run: RunOfShow, chinese: None) -> None:
    QApplication.sendEvent(run, QEvent(QEvent.Type.LanguageChange))
    assert [row.title for row in shown(run)] == ["开场", "榨汁杯", "炒锅", "再见"]


@pytest.mark.parametrize("title", [LONG_GERMAN, LONG_CHINESE, "", "two\nlines"])
def test_that_long_and_odd_titles_are_drawn_inside_their_row(run: RunOfShow, title: str) -> None:
    items = (ShowItem({EN: title}, 5), ShowItem({EN: title}, 5))
    run.resize(240, 180)
    run.show_session(session(show=items, show_index=0, show_item_since=START))
    assert not view(run).viewport().grab().isNull()
    heights = [view(run).visualRect(view(run).model().index(row, 0)).height() for row in (0, 1)]
    assert heights == [48, 28]


def test_that_the_model_reports_exactly_the_rows_that_differ(qapp: QApplication) -> None:
    model = ShowModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    changed: list[int] = []
    model.show(rows_at(START))
    model.dataChanged.connect(lambda first, last, _roles: changed.extend([first.row(), last.row()]))
    model.show(rows_at(START))
    assert changed == []
    model.show(rows_at(START + 1))
    assert changed == [1, 1]
    model.show(())
    assert model.rowCount() == 0
    assert tester.model() is model


# --- moving ---


def test_that_a_click_moves_the_show_once(run: RunOfShow, posted: list[Command], qtbot: QtBot) -> None:
    place = view(run).visualRect(view(run).model().index(2, 0)).center()
    qtbot.mouseClick(view(run).viewport(), LEFT, pos=place)
    assert posted == [GoToShowItem(2)]


def test_that_a_click_on_the_current_item_posts_nothing(
    run: RunOfShow, posted: list[Command], qtbot: QtBot
) -> None:
    place = view(run).visualRect(view(run).model().index(1, 0)).center()
    qtbot.mouseClick(view(run).viewport(), LEFT, pos=place)
    assert posted == []


@pytest.mark.parametrize(
    ("key", "index"), [(Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 0)]
)
def test_that_alt_and_an_arrow_move_the_show_once(
    run: RunOfShow, posted: list[Command], qtbot: QtBot, key: Qt.Key, index: int
) -> None:
    view(run).setFocus()
    qtbot.keyClick(view(run), key, ALT)
    assert posted == [GoToShowItem(index)]


def test_that_arrows_alone_choose_and_enter_moves(
    run: RunOfShow, posted: list[Command], qtbot: QtBot
) -> None:
    view(run).setFocus()
    view(run).setCurrentIndex(view(run).model().index(1, 0))
    qtbot.keyClick(view(run), Qt.Key.Key_Down)
    qtbot.keyClick(view(run), Qt.Key.Key_Down)
    assert posted == []
    qtbot.keyClick(view(run), Qt.Key.Key_Return)
    assert posted == [GoToShowItem(3)]


def test_that_the_show_does_not_move_beyond_its_ends(run: RunOfShow, posted: list[Command]) -> None:
    run.show_session(session(show=SHOW, show_index=3))
    run.next_item()
    run.show_session(session(show=SHOW, show_index=0))
    run.previous_item()
    assert posted == []
    run.next_item()
    assert posted == [GoToShowItem(1)]


# --- script ---


def test_that_the_script_opens_on_demand_in_both_languages(run: RunOfShow, qtbot: QtBot) -> None:
    assert "放冰块。" not in texts(run)
    qtbot.mouseClick(script_button(run), LEFT)
    assert texts(run)[-2:] == ["放冰块。", "Put in the ice."]
    run.show_session(session(show=SHOW, show_index=0))
    assert texts(run)[-2:] == ["大家好", "Hello everyone"]


def test_that_the_host_reads_the_script_in_the_host_language(run: RunOfShow, qtbot: QtBot) -> None:
    run.show_session(session(show=SHOW, show_index=0, host_language=EN, audience_languages=(ZH,)))
    qtbot.mouseClick(script_button(run), LEFT)
    assert texts(run)[-2:] == ["Hello everyone", "大家好"]


def test_that_an_item_without_script_offers_none(run: RunOfShow) -> None:
    run.show_session(session(show=SHOW, show_index=2))
    assert not script_button(run).isEnabled()


def test_that_an_open_script_asks_for_more_room(run: RunOfShow, qtbot: QtBot) -> None:
    before = run.sizeHint().height(), run.minimumHeight()
    qtbot.mouseClick(script_button(run), LEFT)
    assert run.sizeHint().height() > before[0]
    assert run.minimumHeight() > before[1]
    qtbot.mouseClick(script_button(run), LEFT)
    assert (run.sizeHint().height(), run.minimumHeight()) == before
