"""The banner under the top bar: what the operator should know, never a dialog in the way of the show."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from livedesk.core.events import Command, DismissNotice
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.actions import ActionId, Actions, with_shortcut
from livedesk.ui.bridge import Bridge
from livedesk.ui.notices.row import NoticeRow
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.action_button import ActionButton

MOST_ROWS = 2

_ACTIONS: dict[NoticeCode, tuple[ActionId, ...]] = {
    NoticeCode.NO_MODEL: (ActionId.INSTALL_MODEL,),
    NoticeCode.MODEL_BROKEN: (ActionId.INSTALL_MODEL,),
    NoticeCode.UNFINISHED_SESSION: (ActionId.RESUME_SESSION, ActionId.CLOSE_UNFINISHED),
    NoticeCode.SESSION_SAVED: (ActionId.REPORT, ActionId.EXPORT),
    NoticeCode.CATALOGUE_FAILED: (ActionId.OPEN_BOOTH,),
    NoticeCode.MICROPHONE_FAILED: (ActionId.SETTINGS, ActionId.HOST_LINE),
    NoticeCode.MICROPHONE_CHANGED: (ActionId.SETTINGS,),
    NoticeCode.SPEECH_MODEL_MISSING: (ActionId.INSTALL_MODEL, ActionId.HOST_LINE),
    NoticeCode.SETTINGS_RESET: (ActionId.SETTINGS,),
}
_LOUDNESS = {NoticeLevel.ERROR: 0, NoticeLevel.WARNING: 1, NoticeLevel.INFO: 2}


class Banner(QWidget):
    """Stacks the open notices, the loudest first and the newest in sight; two at most until asked for all."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        actions: Actions,
        post: Callable[[Command], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._post = post
        self._notices: dict[NoticeCode, Notice] = {}
        self._rows: dict[NoticeCode, NoticeRow] = {}
        self._most_rows = MOST_ROWS
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = QPushButton(self)
        set_role(self._more, "strip")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._rearrange)
        bridge.notice_posted.connect(self.show_notice)
        bridge.notice_cleared.connect(self.clear_notice)
        self._rearrange()

    def shown_texts(self) -> list[str]:
        """Return the sentences on show, from the top."""
        return [self._rows[n.code].text for n in self._ordered() if not self._rows[n.code].isHidden()]

    def show_notice(self, notice: Notice) -> None:
        """Show `notice`, in place of an earlier one of the same code."""
        self._forget(notice.code)
        self._notices[notice.code] = notice
        self._rows[notice.code] = self._build_row(notice)
        self._rearrange()

    def clear_notice(self, code: NoticeCode) -> None:
        """Take the notice of `code` away."""
        self._forget(code)
        self._rearrange()

    def set_most_rows(self, most: int) -> None:
        """Show at most so many notices until asked for all."""
        if most != self._most_rows:
            self._most_rows = most
            self._rearrange()

    def dismiss_top(self) -> bool:
        """Dismiss the notice on top; returns whether there was one."""
        ordered = self._ordered()
        if ordered:
            self._post(DismissNotice(ordered[0].code))
        return bool(ordered)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for code, row in self._rows.items():
            row.set_text(
                words.notice_text(self._notices[code]), with_shortcut(self.tr("Close"), ActionId.DISMISS)
            )
        rest = len(self._rows) - self._most_rows
        self._more.setText(self.tr("Show fewer") if self._more.isChecked() else self.tr("+%n more", "", rest))
        self._more.setAccessibleName(self._more.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _ordered(self) -> list[Notice]:
        """Return the notices from the top; the newest is in sight though standing warnings are louder.

        Else what was just done ("among the leads now") would be told below the fold. Errors give way to nothing.
        """
        newest_first = [*reversed(self._notices.values())]
        ordered = sorted(newest_first, key=lambda notice: _LOUDNESS[notice.level])
        last = self._most_rows - 1
        if 0 < last < len(ordered) - 1 and ordered[last].level is not NoticeLevel.ERROR:
            newest = newest_first[0]
            if newest not in ordered[:last]:
                ordered.remove(newest)
                ordered.insert(last, newest)
        return ordered

    def _build_row(self, notice: Notice) -> NoticeRow:
        buttons = [ActionButton(self._actions[action]) for action in _ACTIONS.get(notice.code, ())]
        row = NoticeRow(self._theme, notice.level, buttons, self)
        row.dismissed.connect(partial(self._post, DismissNotice(notice.code)))
        return row

    def _forget(self, code: NoticeCode) -> None:
        self._notices.pop(code, None)
        row = self._rows.pop(code, None)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _rearrange(self) -> None:
        most = len(self._rows) if self._more.isChecked() else self._most_rows
        had_keyboard = self._more.hasFocus()
        self._more.setParent(self)  # out of a row that may be about to go
        for place, notice in enumerate(self._ordered()):
            row = self._rows[notice.code]
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
            row.setVisible(place < most)
            if place < most:
                row.hold(self._more)
        self._more.setVisible(len(self._rows) > self._most_rows)
        if had_keyboard and self._more.isVisible():
            self._more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(self._rows))
        self.retranslate()
