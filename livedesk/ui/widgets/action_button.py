"""A push button that shows and triggers an action of the table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.ui.theme.style import set_role


class ActionButton(QPushButton):
    """Follows the action's text, tooltip, icon and enabled state; a click triggers the action.

    `role` is a look of the style sheet; `has_icon` shows the action's icon beside the text. A click leaves the
    keyboard where it is, so that nobody typing is interrupted.
    """

    def __init__(
        self,
        action: QAction,
        parent: QWidget | None = None,
        *,
        role: str = "",
        has_icon: bool = False,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._has_icon = has_icon
        self._own_text = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if role:
            set_role(self, role)
        action.changed.connect(self._follow)
        self.clicked.connect(self._trigger)
        self._follow()

    def set_own_text(self, text: str) -> None:
        """Show `text` instead of the action's ("Continue" for "Pause or continue")."""
        self._own_text = text
        self._follow()

    def _follow(self) -> None:
        text = self._own_text or self._action.text()
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(text)
        self.setText(text)
        if self._has_icon:
            self.setIcon(self._action.icon())

    def _trigger(self) -> None:
        self._action.trigger()
