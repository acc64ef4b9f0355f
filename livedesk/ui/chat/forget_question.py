"""Asks once, above the chat, before everything of a buyer is deleted."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.core.ids import BuyerId
from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S


class ForgetQuestion(QFrame):
    """Hidden until `ask`; the answer no has the keyboard."""

    confirmed = Signal(object)  # BuyerId
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice-error")
        self._buyer: BuyerId | None = None
        self._name = ""
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._delete, self._keep = QPushButton(self), QPushButton(self)
        set_role(self._delete, "danger")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._delete)
        buttons.addWidget(self._keep)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._text)
        column.addLayout(buttons)
        self._delete.clicked.connect(self._confirm)
        self._keep.clicked.connect(self.cancel)
        self.retranslate()
        self.hide()

    @property
    def delete_button(self) -> QPushButton:
        """The answer yes."""
        return self._delete

    @property
    def keep_button(self) -> QPushButton:
        """The answer no."""
        return self._keep

    def ask(self, buyer: BuyerId, name: str) -> None:
        """Ask whether everything of `buyer` is to be deleted."""
        self._buyer, self._name = buyer, name
        self.retranslate()
        self.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Take the question away."""
        self._buyer = None
        self.hide()
        self.closed.emit()

    def forget(self, buyer: BuyerId) -> None:
        """Take the question away if it is about `buyer`, of whom nothing is left."""
        if self._buyer == buyer:
            self.cancel()

    def retranslate(self) -> None:
        """Write the texts in the language of the window."""
        self._text.setText(
            self.tr(
                "Delete everything of {name}? Messages, answers, photos and leads go, in all shows. "
                "This cannot be undone."
            ).format(name=self._name)
        )
        self._delete.setText(self.tr("Delete everything"))
        self._keep.setText(self.tr("Keep"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        buyer = self._buyer
        self.cancel()
        if buyer is not None:
            self.confirmed.emit(buyer)
