"""All keyboard shortcuts at a glance, drawn over the window and gone with Esc."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from livedesk.core.typing_compat import override
from livedesk.ui.actions import SPECS, ActionSpec, Group, action_text, group_text
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_XL, GRID

_COLUMNS = ((Group.SHOW, Group.CHAT), (Group.CATALOGUE,), (Group.CAPTIONS, Group.DESK))
_SCRIM = QColor(0, 0, 0, 120)
_ROW_PX = 5 * GRID
_GAP_PX = GRID // 2
"""Half the grid: the list is long, and fits the smallest window whole."""
_STEP_PX = _ROW_PX + _GAP_PX
_TURN = QAbstractSlider.SliderAction
_TURNS = {
    Qt.Key.Key_Down: _TURN.SliderSingleStepAdd,
    Qt.Key.Key_Up: _TURN.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _TURN.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _TURN.SliderPageStepSub,
    Qt.Key.Key_Home: _TURN.SliderToMinimum,
    Qt.Key.Key_End: _TURN.SliderToMaximum,
}


class ShortcutsOverlay(QWidget):
    """Covers its parent; lists every action of the table that has a key, and scrolls where they do not fit."""

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
        self._rows = _Rows(self._card)
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
            self._rows.updateGeometry()  # the words may have come while this was hidden
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
        self._rows.updateGeometry()

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
        turn = _TURNS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif turn is not None:
            self._rows.verticalScrollBar().triggerAction(turn)
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
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(GAP_XL, GAP_L, GAP_L, GAP_L)
        inside.setSpacing(GAP_M)
        inside.addWidget(self._heading)
        inside.addWidget(self._rows)
        inside.addWidget(self._hint)
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, GAP_M, 0)  # the scroll bar's place, whether it is needed or not
        columns.setSpacing(GAP_XL)
        for groups in _COLUMNS:
            columns.addLayout(self._column(groups), 1)
        self._rows.setWidget(page)
        page.setAutoFillBackground(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        around.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)

    def _column(self, groups: tuple[Group, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(_GAP_PX)
        for group in groups:
            if column.count():
                column.addSpacing(GAP_M)
            column.addWidget(self._label(group, "title"))
            for spec in (s for s in SPECS if s.group is group and s.keys):
                column.addLayout(self._row(spec))
        column.addStretch(1)
        return column

    def _label(self, what: ActionSpec | Group, role: str) -> QLabel:
        label = QLabel()
        set_role(label, role)
        label.setFixedHeight(_ROW_PX)  # Chinese words are taller than Latin ones: rows stay even
        self._labels.append((label, what))
        return label

    def _row(self, spec: ActionSpec) -> QHBoxLayout:
        """Return a row that is as wide as its own words need: a long text seldom has a long key."""
        cap = QLabel()
        set_role(cap, "key")
        cap.setFixedHeight(_ROW_PX)
        self._caps.append((cap, spec.keys[0]))
        row = QHBoxLayout()
        row.setSpacing(GAP_L)
        row.addWidget(self._label(spec, "small"), 1)
        row.addWidget(cap)
        return row


class _Rows(QScrollArea):
    """Asks for room for all rows, takes what there is; the keyboard stays with the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.verticalScrollBar().setSingleStep(_STEP_PX)
        self.viewport().setAutoFillBackground(False)  # the card's colour shows

    @override
    def sizeHint(self) -> QSize:
        page = self.widget()
        return page.sizeHint() if page is not None else super().sizeHint()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            layout.invalidate()  # Qt loses the page's resizing that comes while it is still hidden
