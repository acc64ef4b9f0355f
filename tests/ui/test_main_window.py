"""The window as a whole: what it shows, which keys do what, how it closes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from livedesk.core.events import (
    AcceptFigures,
    CaptionChanged,
    Command,
    ContinueSession,
    CorrectCaption,
    CorrectMessage,
    DismissNotice,
    EndSession,
    Event,
    HealthChanged,
    NoticePosted,
    PauseSession,
    SessionChanged,
    StartSession,
)
from livedesk.core.ids import EN, ZH, MessageId, TermId
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel, Part, Session
from livedesk.core.settings import Theme
from livedesk.core.translation.terms import Term
from livedesk.ui.bridge import Bridge
from livedesk.ui.glossary.dialog import GlossaryDialog
from livedesk.ui.i18n import Translator
from livedesk.ui.main_window import MainWindow
from livedesk.ui.session.export_dialog import ExportDialog
from livedesk.ui.settings.about import AboutDialog
from livedesk.ui.settings.dialog import SettingsDialog
from livedesk.ui.theme.theme import AppTheme
from tests.ui.conftest import bring_to_front
from tests.ui.fakes import FakeServices
from tests.ui.lines.records import message
from tests.ui.records import DOUBTFUL, ENDED, IDLE, LIVE, PAUSED, REHEARSAL

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Show = Callable[[Event], None]


@pytest.fixture
def window(qtbot: QtBot, bridge: Bridge, make_window: Callable[[], MainWindow]) -> Iterator[MainWindow]:
    window = make_window()
    window.resize(1280, 800)
    bring_to_front(qtbot, window)
    yield window
    bridge.receive(SessionChanged(IDLE))  # so that it closes without a question


@pytest.fixture
def show(qtbot: QtBot, bridge: Bridge) -> Show:
    """Send an event through the bridge and wait until the window has it."""

    def send(event: Event) -> None:
        signal = {
            SessionChanged: bridge.session_changed,
            CaptionChanged: bridge.captions_changed,
            NoticePosted: bridge.notice_posted,
            HealthChanged: bridge.health_changed,
        }[type(event)]
        with qtbot.waitSignal(signal):
            bridge.receive(event)

    return send


def _press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


# --- keys ---


def test_that_going_live_starts_a_show_with_a_name(window: MainWindow, posted: list[Command]) -> None:
    _press(window, Key.Key_G, Modifier.ControlModifier)
    (start,) = posted
    assert isinstance(start, StartSession)
    assert start.name
    assert not start.is_rehearsal


def test_that_e_puts_the_newest_caption_right(window: MainWindow, show: Show, posted: list[Command]) -> None:
    show(SessionChanged(LIVE))
    show(CaptionChanged(DOUBTFUL))
    _press(window, Key.Key_E)
    editor = window.live.editing.editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "e")  # now a letter like any other
    _press(window, Key.Key_Return)
    assert posted == [CorrectCaption(DOUBTFUL.segment, EN, f"{DOUBTFUL.translations[0].text}e")]


def test_that_e_puts_the_selected_message_right(
    qtbot: QtBot, window: MainWindow, bridge: Bridge, show: Show, posted: list[Command]
) -> None:
    show(SessionChanged(LIVE))
    bridge.messages_changed.emit([message(1)])
    window.chat.view.setCurrentIndex(window.chat.model.index(0))
    window.chat.view.setFocus()
    _press(window, Key.Key_E)
    assert window.chat.editing.editor.hasFocus()
    _press(window, Key.Key_Return)
    assert posted == [CorrectMessage(MessageId(1), "价格？")]


def test_that_the_glossary_opens_once_and_knows_the_terms(
    qtbot: QtBot, window: MainWindow, bridge: Bridge
) -> None:
    term = Term(TermId("own:1"), {ZH: ("唛头",), EN: ("shipping mark",)})
    bridge.glossary_changed.emit((term,))
    for _ in range(2):
        _press(window, Key.Key_T, Modifier.ControlModifier)
        window.activateWindow()
    (dialog,) = window.findChildren(GlossaryDialog)
    assert dialog.own.rowCount() == 1
    dialog.close()


def test_that_rehearsing_starts_a_rehearsal(window: MainWindow, posted: list[Command]) -> None:
    _press(window, Key.Key_R, Modifier.ControlModifier | Modifier.ShiftModifier)
    (start,) = posted
    assert isinstance(start, StartSession)
    assert start.is_rehearsal


def test_that_nothing_is_started_twice(window: MainWindow, show: Show, posted: list[Command]) -> None:
    show(SessionChanged(LIVE))
    _press(window, Key.Key_G, Modifier.ControlModifier)
    assert posted == []


def test_that_space_pauses_and_continues(window: MainWindow, show: Show, posted: list[Command]) -> None:
    show(SessionChanged(LIVE))
    _press(window, Key.Key_Space)
    show(SessionChanged(PAUSED))
    _press(window, Key.Key_Space)
    assert posted == [PauseSession(), ContinueSession()]


def test_that_space_writes_a_space_in_the_host_line(
    window: MainWindow, show: Show, posted: list[Command]
) -> None:
    show(SessionChanged(LIVE))
    _press(window, Key.Key_L, Modifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    QTest.keyClicks(field, "p s n")
    assert posted == []


def test_that_ending_asks_once_in_the_bar(window: MainWindow, show: Show, posted: list[Command]) -> None:
    show(SessionChanged(LIVE))
    _press(window, Key.Key_E, Modifier.ControlModifier)
    assert posted == []
    assert QApplication.activeModalWidget() is None
    _press(window, Key.Key_E, Modifier.ControlModifier)
    assert posted == [EndSession()]


def test_that_a_stray_enter_after_end_show_keeps_it_going(
    window: MainWindow, show: Show, posted: list[Command]
) -> None:
    show(SessionChanged(LIVE))
    _press(window, Key.Key_E, Modifier.ControlModifier)
    _press(window, Key.Key_Space)
    assert posted == []
    _press(window, Key.Key_E, Modifier.ControlModifier)
    assert posted == []


def test_that_escape_takes_the_question_away(window: MainWindow, show: Show, posted: list[Command]) -> None:
    show(SessionChanged(LIVE))
    _press(window, Key.Key_E, Modifier.ControlModifier)
    _press(window, Key.Key_Escape)
    _press(window, Key.Key_E, Modifier.ControlModifier)
    assert posted == []


def test_that_captions_grow_and_shrink_within_limits(window: MainWindow, services: FakeServices) -> None:
    _press(window, Key.Key_Equal, Modifier.ControlModifier)
    assert services.kept.caption_scale == 1.1
    for _ in range(40):
        _press(window, Key.Key_Plus, Modifier.ControlModifier)
    assert services.kept.caption_scale == 2.5
    for _ in range(40):
        _press(window, Key.Key_Minus, Modifier.ControlModifier)
    assert services.kept.caption_scale == 0.7
    _press(window, Key.Key_0, Modifier.ControlModifier)
    assert services.kept.caption_scale == 1.0


def test_that_f_says_the_marked_figure_is_right(
    window: MainWindow, show: Show, posted: list[Command]
) -> None:
    show(SessionChanged(replace(LIVE, doubts=1)))
    show(CaptionChanged(DOUBTFUL))
    _press(window, Key.Key_F)
    assert posted == [AcceptFigures(DOUBTFUL.segment)]


def test_that_a_click_on_the_count_shows_the_figure_and_accepts_nothing(
    window: MainWindow, show: Show, posted: list[Command]
) -> None:
    show(SessionChanged(replace(LIVE, doubts=1)))
    show(CaptionChanged(DOUBTFUL))
    _button(window, "1 figure to check").click()
    assert posted == []
    assert window.live.view.currentIndex().row() == window.live.model.row_of(DOUBTFUL.segment)


def test_that_the_theme_switches_and_is_kept(
    window: MainWindow, theme: AppTheme, services: FakeServices
) -> None:
    theme.use(Theme.LIGHT)
    _press(window, Key.Key_T, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert theme.is_dark
    assert services.kept.theme is Theme.DARK


def test_that_help_opens_and_escape_closes_it(window: MainWindow) -> None:
    _press(window, Key.Key_Question)
    assert window.overlay.isVisible()
    _press(window, Key.Key_Escape)
    assert not window.overlay.isVisible()


def test_that_escape_dismisses_the_top_notice(window: MainWindow, show: Show, posted: list[Command]) -> None:
    show(NoticePosted(Notice(NoticeCode.PIN_LIMIT, NoticeLevel.INFO)))
    _press(window, Key.Key_Escape)
    assert posted == [DismissNotice(NoticeCode.PIN_LIMIT)]


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [(Key.Key_Comma, Modifier.ControlModifier, SettingsDialog)],
)
def test_that_a_window_beside_the_desk_opens_once_and_is_not_modal(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, kind: type[QDialog]
) -> None:
    for _ in range(2):
        QTest.keyClick(window, key, modifier)
    (dialog,) = [found for found in window.findChildren(kind) if found.isVisible()]
    assert not dialog.isModal()
    dialog.close()


# --- closing ---


def test_that_an_idle_window_closes_at_once(qtbot: QtBot, window: MainWindow, posted: list[Command]) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()
    assert not window.isVisible()
    assert posted == []


@pytest.mark.parametrize("session", [LIVE, PAUSED, REHEARSAL], ids=["live", "paused", "rehearsal"])
def test_that_closing_while_the_show_runs_asks_in_the_window(
    qtbot: QtBot, window: MainWindow, show: Show, posted: list[Command], session: Session
) -> None:
    show(SessionChanged(session))
    with qtbot.assertNotEmitted(window.closing):
        window.close()
    assert window.isVisible()
    assert QApplication.activeModalWidget() is None
    _button(window, "Keep going").click()
    assert posted == []
    with qtbot.assertNotEmitted(window.closing):
        window.close()
    with qtbot.waitSignal(window.closing):
        _button(window, "End show and close").click()
    assert posted == [EndSession()]
    assert not window.isVisible()


def test_that_an_ended_show_takes_the_closing_question_away(window: MainWindow, show: Show) -> None:
    show(SessionChanged(LIVE))
    window.close()
    show(SessionChanged(ENDED))
    assert not [
        b for b in window.findChildren(QAbstractButton) if b.text() == "End show and close" and b.isVisible()
    ]


def _button(window: QWidget, text: str) -> QAbstractButton:
    (found,) = [b for b in window.findChildren(QAbstractButton) if b.text() == text and b.isVisible()]
    return found


# --- look ---

STATES = [IDLE, LIVE, PAUSED, REHEARSAL, ENDED]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("session", STATES, ids=["idle", "live", "paused", "rehearsal", "ended"])
def test_that_nothing_is_clipped_in_the_smallest_window(
    qtbot: QtBot, window: MainWindow, show: Show, translator: Translator, session: Session, language: str
) -> None:
    translator.use(language)
    window.resize(1024, 640)
    show(SessionChanged(replace(session, doubts=3)))
    show(HealthChanged(Health(Part.TRANSLATION, HealthState.BEHIND, 12_300)))
    assert (window.width(), window.height()) == (1024, 640)
    qtbot.waitUntil(lambda: not _clipped(window))


def _clipped(window: MainWindow) -> list[str]:
    """Return the texts that lack room and do not tell the whole in a tooltip."""
    window.ensurePolished()
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or not widget.text():
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if wraps:
            is_short = widget.heightForWidth(widget.width()) > widget.height()
        else:
            is_short = widget.minimumSizeHint().width() > widget.width()
        if is_short and widget.text() not in widget.toolTip():
            found.append(f"{type(widget).__name__} {widget.text()!r} {widget.size()} {widget.sizeHint()}")
    return found


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1280, 800), (1920, 1080)])
def test_that_the_captions_have_the_widest_column(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    window._share_width()
    left, middle, right = window.columns.sizes()
    assert middle > max(left, right)
    assert left >= 264
    assert right >= 320


def test_that_every_control_has_a_name_for_screen_readers(window: MainWindow, show: Show) -> None:
    for session in STATES:
        show(SessionChanged(session))
        fields = [f for kind in (QLineEdit, QPlainTextEdit, QComboBox) for f in window.findChildren(kind)]
        unnamed = [field for field in fields if field.isVisible() and not field.accessibleName()]
        # A button's text is its name, so only a button without one needs another.
        unnamed += [
            button
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and not button.text() and not button.accessibleName()
        ]
        assert [(type(widget), widget.parent()) for widget in unnamed] == []


# --- language ---


def test_that_a_switch_of_language_changes_every_text_on_show(
    qtbot: QtBot, window: MainWindow, show: Show, services: FakeServices
) -> None:
    show(SessionChanged(LIVE))
    show(NoticePosted(Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING)))
    before = _texts(window)
    _press(window, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert services.kept.ui_language == "zh_CN"
    qtbot.waitUntil(lambda: bool(_texts(window)) and not _english(_texts(window)))
    _press(window, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: _texts(window) == before)


def _texts(window: MainWindow) -> list[str]:
    """Return what the visible labels and buttons and the menus read."""
    widgets = [
        w for w in window.findChildren(QWidget) if isinstance(w, QLabel | QAbstractButton) and w.isVisible()
    ]
    actions = [action for action in window.actions() if action.text()]
    return [w.text() for w in widgets if w.text()] + [action.text() for action in actions]


_SAME_IN_EVERY_LANGUAGE = ("livedesk", "Canton Fair, kitchen line", "中文 → English, Español")


def _english(texts: list[str]) -> list[str]:
    """Return the texts with a Latin word of three letters or more that is no name or key."""
    import re

    return [
        text
        for text in texts
        if text not in _SAME_IN_EVERY_LANGUAGE
        and not re.search(r"[\u4e00-\u9fff]", text)
        and re.search(r"[A-Za-z]{3,}", text)
    ]


def test_that_a_language_change_event_reaches_the_title(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.windowTitle() == "livedesk"


def test_that_the_about_box_names_version_and_licence(qtbot: QtBot, theme: AppTheme) -> None:
    from livedesk import __version__

    about = AboutDialog(theme)
    qtbot.addWidget(about)
    texts = " ".join(label.text() for label in about.findChildren(QLabel))
    assert __version__ in texts
    assert "Apache" in texts


def test_that_an_export_is_offered_only_when_there_is_a_show(window: MainWindow, show: Show) -> None:
    QTest.keyClick(window, Key.Key_E, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert window.findChildren(ExportDialog) == []
    show(SessionChanged(ENDED))
    QTest.keyClick(window, Key.Key_E, Modifier.ControlModifier | Modifier.ShiftModifier)
    (dialog,) = window.findChildren(ExportDialog)
    dialog.close()
