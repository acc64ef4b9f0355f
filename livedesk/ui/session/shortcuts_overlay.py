"""All keyboard shortcuts at a glance, drawn over the window and gone with Esc."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from livedesk.core.typing_compat import override
from livedesk.ui.actions import SPECS, ActionSpec, Group, action_text, group_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL, GRID

_COLUMNS = ((Group.SHOW, Group.CAPTIONS), (Group.CATALOGUE,), (Group.CHAT, Group.DESK))
_SCRIM = QColor(0, 0, 0, 120)


class ShortcutsOverlay(QWidget):
    """Covers its parent; lists every action of the table that has a key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = parent
        self._focus_before: QWidget | None = None
        self._labels: list[tuple[QLabel, ActionSpec | Group]] = []
        self._caps: list[tuple[QLabel, str]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = QFrame(self)
        set_role(self._card, "card")
        self._heading = QLabel(self._card)
        set_role(self._heading, "heading")
        self._hint = QLabel(self._card)
        set_role(self._hint, "mute")
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()
        self.retranslate()

    def toggle(self) -> None:
        """Open, or close when it is open."""
        if self.isHidden():
            self._focus_before = QApplication.focusWidget()
            self.resize(self._desk.size())
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.leave()

    def leave(self) -> None:
        """Close and give the keyboard back to where it was."""
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._heading.setText(self.tr("Keyboard shortcuts"))
        self._hint.setText(
            self.tr("Single keys work while no text field has the keyboard. Esc closes this list.")
        )
        self.setAccessibleName(self._heading.text())
        for label, what in self._labels:
            label.setText(group_text(what) if isinstance(what, Group) else action_text(what.id).rstrip("…"))
        for cap, key in self._caps:  # Qt words some keys itself: Space, 空格
            cap.setText(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.resize(self._desk.size())
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _SCRIM)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(GAP_XL)
        for groups in _COLUMNS:
            columns.addLayout(self._column(groups))
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        inside.setSpacing(GAP_M)
        inside.addWidget(self._heading)
        inside.addLayout(columns)
        inside.addWidget(self._hint)
        around = QVBoxLayout(self)
        around.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)

    def _column(self, groups: tuple[Group, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP_M)
        for group in groups:
            grid = QGridLayout()
            grid.setHorizontalSpacing(GAP_S)
            grid.setVerticalSpacing(GRID)
            grid.setColumnStretch(0, 1)
            heading = self._label(group, "title")
            grid.addWidget(heading, 0, 0, 1, 2)
            for row, spec in enumerate((s for s in SPECS if s.group is group and s.keys), start=1):
                grid.addWidget(self._label(spec, "small"), row, 0)
                grid.addLayout(self._keys(spec), row, 1)
            column.addLayout(grid)
        column.addStretch(1)
        return column

    def _label(self, what: ActionSpec | Group, role: str) -> QLabel:
        label = QLabel(self._card)
        set_role(label, role)
        self._labels.append((label, what))
        return label

    def _keys(self, spec: ActionSpec) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cap = QLabel(self._card)
        set_role(cap, "key")
        self._caps.append((cap, spec.keys[0]))
        row.addWidget(cap)
        return row
