"""The card of one chat: its name, how it is, a switch, fields, and what is wrong with it."""

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.ui import words
from livedesk.ui.connections.platform_words import link_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID
from livedesk.ui.widgets.elided_label import ElidedLabel

_SECOND_MS = 1000
_LABEL_PX = 128


class PlatformBox(QFrame):
    """Shows what it is told; `switched` says that the user wants it on or off, `edited` that a field was changed."""

    switched = Signal(bool)
    edited = Signal()
    retry_wanted = Signal(object)  # LinkKind

    def __init__(self, kind: LinkKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.kind = kind
        self.link = Link(kind, LinkState.OFF)
        self.is_on = False
        self.heading, self.problem, self.hint = (QLabel(self) for _ in range(3))
        self.state = ElidedLabel(self)
        self.switch, self.again = QPushButton(self), QPushButton(self)
        self._rows = QGridLayout()
        self._labels: list[QLabel] = []
        self._counts_down = QTimer(self)
        self._counts_down.setInterval(_SECOND_MS)
        self._counts_down.timeout.connect(self._say_state)
        self.switch.clicked.connect(self._switch)
        self.again.clicked.connect(self._retry)
        self._lay_out()

    def add_row(self, widget: QWidget, *beside: QWidget) -> QLabel:
        """Add a row with `widget`, and what stands beside it; return its label, whose text is still to be set."""
        row = self._rows.rowCount()
        label = QLabel(self)
        label.setBuddy(widget)
        self._labels.append(label)
        self._rows.addWidget(label, row, 0)
        line = QHBoxLayout()
        line.setSpacing(GAP_S)
        line.addWidget(widget, 1)
        for each in beside:
            line.addWidget(each)
        self._rows.addLayout(line, row, 1)
        if isinstance(widget, QLineEdit) and not widget.isReadOnly():
            widget.editingFinished.connect(self.edited)
        return label

    def show_link(self, link: Link) -> None:
        """Show how the connection is."""
        self.link = link
        self.problem.setText(words.failure_text(link.code, link.params) if link.code else "")
        self.problem.setVisible(bool(link.code))
        self.again.setVisible(link.state in (LinkState.WAITING, LinkState.FAILED))
        if link.state is LinkState.WAITING:
            self._counts_down.start()
        else:
            self._counts_down.stop()
        self._say_state()

    def show_switch(self, is_on: bool) -> None:
        """Show whether the settings say that it is on."""
        self.is_on = is_on
        self.switch.setText(self.tr("Switch off") if is_on else self.tr("Switch on"))
        self.switch.setAccessibleName(f"{self.heading.text()}: {self.switch.text()}")

    def retranslate(self) -> None:
        """Set the texts that all cards have, after those of their own."""
        self.again.setText(self.tr("Try now"))
        self.again.setAccessibleName(f"{self.heading.text()}: {self.again.text()}")
        self.setAccessibleName(self.heading.text())
        self.show_switch(self.is_on)
        self.show_link(self.link)

    def _switch(self) -> None:
        self.switched.emit(not self.is_on)

    def _retry(self) -> None:
        self.retry_wanted.emit(self.kind)

    def _say_state(self) -> None:
        self.state.set_text(link_text(self.link, time.time()))

    def _lay_out(self) -> None:
        set_role(self.heading, "title")
        set_role(self.state, "small")
        set_role(self.problem, "failed")
        set_role(self.hint, "mute")
        for label in (self.problem, self.hint):
            label.setWordWrap(True)
        for button in (self.switch, self.again):
            button.setAutoDefault(False)
        top = QHBoxLayout()
        top.setSpacing(GAP_M)
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.state)
        top.addWidget(self.switch)
        wrong = QHBoxLayout()
        wrong.setSpacing(GAP_S)
        wrong.addWidget(self.problem, 1)
        wrong.addWidget(self.again)
        self._rows.setHorizontalSpacing(GAP_M)
        self._rows.setVerticalSpacing(GAP_S)
        self._rows.setColumnMinimumWidth(0, _LABEL_PX)
        self._rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addLayout(top)
        column.addWidget(self.hint)
        column.addLayout(wrong)
        column.addLayout(self._rows)
        column.addSpacing(GRID)


def secret_field(parent: QWidget) -> QLineEdit:
    """Return a field for a token or key: dots, as soon as one does not type in it."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
    field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
    return field
