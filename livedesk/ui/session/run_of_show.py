"""The run of show below the catalogue: what now, how long still, what next, and what to say."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.catalogue.product import in_language
from livedesk.core.events import Command, GoToShowItem
from livedesk.core.ids import Language
from livedesk.core.records import Session, SessionState, ShowItem
from livedesk.core.typing_compat import override
from livedesk.ui.actions import ActionId, with_shortcut
from livedesk.ui.bridge import Bridge
from livedesk.ui.session.show_delegate import CURRENT_ROW_PX, ShowDelegate
from livedesk.ui.session.show_model import ShowModel
from livedesk.ui.session.show_rows import show_rows
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID, Step
from livedesk.ui.words import format_count

_HEIGHT, _HEIGHT_WITH_SCRIPT = 180, 340
_LEAST_HEIGHT, _LEAST_HEIGHT_WITH_SCRIPT = 92, 240
_NO_LIMIT = 16_777_215  # Qt's own "no limit", which PySide6 does not export
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class RunOfShow(QWidget):
    """Lists the items; a click, Enter or Alt+Down moves the show there. Hides itself where there is none."""

    edit_wanted = Signal()

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take the desk's `post`, and the time of day in seconds since 1970."""
        super().__init__()
        self._post = post
        self._now = now
        self._session: Session | None = None
        self._title, self._count = QLabel(), QLabel()
        self._theme = theme
        self._script_button, self.edit_button = QPushButton(), QToolButton()
        self._model = ShowModel(self)
        self._list = _ShowList()
        self._script = QScrollArea()
        self._spoken, self._other = QLabel(), QLabel()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tell_time)
        self._set_up_list(theme)
        self._lay_out()
        self._script_button.toggled.connect(self._show_script)
        self.edit_button.clicked.connect(self.edit_wanted)
        bridge.session_changed.connect(self.show_session)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()
        self._show_script()
        self.hide()

    @Slot()
    def next_item(self) -> None:
        """Move the show to its next item; at the last one nothing happens."""
        self._move(1)

    @Slot()
    def previous_item(self) -> None:
        """Move the show back by one item; at the first one nothing happens."""
        self._move(-1)

    @Slot(object)
    def show_session(self, session: Session) -> None:
        """Show the session's run of show."""
        before, self._session = self._session, session
        self._tell_time()
        self.setVisible(bool(session.show))
        self._run_timer()
        if before is None or (before.show, before.show_index) != (session.show, session.show_index):
            self._show_item()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._title.setText(self.tr("Run of show"))
        self.setAccessibleName(self.tr("Run of show"))
        self._list.setAccessibleName(self.tr("Run of show"))
        self._script_button.setText(self.tr("Script"))
        self._script_button.setToolTip(self.tr("Show what to say"))
        hint = self.tr("Change steps, products and scripts")
        self.edit_button.setToolTip(with_shortcut(hint, ActionId.EDIT_SHOW))
        self.edit_button.setAccessibleName(hint)
        self._script.setAccessibleName(self.tr("Script"))
        if self._session is not None:
            self._tell_time()
            self._show_item()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_time()
        self._run_timer()
        self._scroll_to_item()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = _STEPS.get(Qt.Key(event.key()), 0) if is_alt else 0
        if step:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus():
            self._go_to(self._list.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT_WITH_SCRIPT if self._script_button.isChecked() else _HEIGHT)

    def _move(self, step: int) -> None:
        if self._session is not None and 0 <= self._session.show_index + step < len(self._session.show):
            self._post(GoToShowItem(self._session.show_index + step))

    @Slot(QModelIndex)
    def _go_to(self, index: QModelIndex) -> None:
        if self._session is not None and index.isValid() and index.row() != self._session.show_index:
            self._post(GoToShowItem(index.row()))

    @Slot()
    def _tell_time(self) -> None:
        if self._session is not None:
            self._model.show(show_rows(self._session, self._now()))

    def _run_timer(self) -> None:
        is_running = self._session is not None and self._session.state in (
            SessionState.LIVE,
            SessionState.PAUSED,
        )
        if is_running and self.isVisible():
            self._second.start()
        else:
            self._second.stop()

    def _item(self) -> ShowItem | None:
        session = self._session
        if session is None or not session.show:
            return None
        return session.show[min(session.show_index, len(session.show) - 1)]

    def _show_item(self) -> None:
        session, item = self._session, self._item()
        if session is None or item is None:
            return
        position = self.tr("{number} of {total}").format(
            number=format_count(session.show_index + 1), total=format_count(len(session.show))
        )
        self._count.setText(position)
        spoken = in_language(item.script, session.host_language)
        self._spoken.setText(spoken)
        self._other.setText(_other_script(item, spoken, session.audience_languages))
        self._script_button.setEnabled(bool(spoken))
        self._script.verticalScrollBar().setValue(0)
        self._list.doItemsLayout()  # the current row is higher than the others
        self._scroll_to_item()

    def _scroll_to_item(self) -> None:
        if self._session is not None:
            current = self._model.index(self._session.show_index)
            self._list.scrollTo(current, QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot()
    def _show_script(self) -> None:
        is_open = self._script_button.isChecked()
        self._script.setVisible(is_open)
        self.setMinimumHeight(_LEAST_HEIGHT_WITH_SCRIPT if is_open else _LEAST_HEIGHT)
        self._list.setMaximumHeight(CURRENT_ROW_PX if is_open else _NO_LIMIT)
        policy = Qt.ScrollBarPolicy
        self._list.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if is_open else policy.ScrollBarAsNeeded
        )
        self.updateGeometry()
        self._scroll_to_item()

    @Slot()
    def _recolour(self) -> None:
        self.edit_button.setIcon(self._theme.icon("edit", "mute"))
        self._list.viewport().update()

    def _set_up_list(self, theme: AppTheme) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(ShowDelegate(theme, self._list))
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setMouseTracking(True)
        self._list.clicked.connect(self._go_to)

    def _lay_out(self) -> None:
        set_role(self._title, "title")
        set_role(self._count, "small")
        set_role(self._script_button, "chip")
        set_role(self.edit_button, "quiet")
        set_role(self._other, "mute")
        self._script_button.setCheckable(True)
        self._spoken.setFont(font(Step.LARGE))
        header = QHBoxLayout()
        header.setContentsMargins(GAP_M, GRID, GAP_S, GRID)
        header.setSpacing(GRID)
        header.addWidget(self._title)
        header.addStretch()
        header.addWidget(self._count)
        header.addSpacing(GRID)
        header.addWidget(self._script_button)
        header.addWidget(self.edit_button)
        page = QWidget()
        texts = QVBoxLayout(page)
        texts.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_M)
        texts.setSpacing(GAP_S)
        for label in (self._spoken, self._other):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            texts.addWidget(label)
        texts.addStretch()
        self._script.setWidget(page)
        self._script.setWidgetResizable(True)
        self._script.setFrameShape(QScrollArea.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._script, 2)


class _ShowList(QListView):
    """Leaves Alt with an arrow to the run of show; arrows alone choose a row."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _other_script(item: ShowItem, spoken: str, audience: tuple[Language, ...]) -> str:
    """Return the script in the first other language it is written in, those of the audience first."""
    texts = (*(item.script.get(language, "") for language in audience), *item.script.values())
    return next((text for text in texts if text and text != spoken), "")
