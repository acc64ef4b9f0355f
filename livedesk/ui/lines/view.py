"""A list view for rows of different heights that keeps its place.

Qt's own lays out every row whenever one is added or the width changes, and keeps its distance from the top. This
one measures only rows that are seen and holds on to one: the newest while it follows, else the one at the top. So
nothing that is being read moves when lines come in, change, are revealed or put away. Its length comes from all
that Qt asks of a view.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from livedesk.core.typing_compat import override
from livedesk.ui.lines.delegate import LineDelegate
from livedesk.ui.lines.heights import RowHeights
from livedesk.ui.lines.list_model import Index, LineRole, LinesModel
from livedesk.ui.lines.overlay_bar import OverlayBar

_WHEEL_STEP_PX = 24
_NEAR_PX = 2
"""So close to the end counts as being there; touchpads stop a pixel short."""
_TOOLTIP_CHARACTERS = 2000


class LinesView(QListView):
    """Shows a `LinesModel` through a `LineDelegate`; with `at_bottom` few rows hang from the bottom edge."""

    part_clicked = Signal(QModelIndex, str)
    following_changed = Signal(bool)
    unseen_changed = Signal(int)
    top_reached = Signal()
    settled = Signal()
    """Rows were measured or moved: what is placed over one of them may have to follow."""

    def __init__(
        self,
        model: LinesModel[Any],
        delegate: LineDelegate,
        *,
        at_bottom: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self._delegate = delegate
        self._at_bottom = at_bottom
        self._heights = RowHeights()
        self._anchor_row, self._anchor_px = 0, 0
        self._is_following, self._is_held = True, False
        self._is_settling = False
        self._seen_row, self._unseen = -1, 0
        self._hover_row = -1
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayBar(self)
        self.setMouseTracking(True)
        self.setItemDelegate(delegate)
        self.setModel(model)
        model.rowsRemoved.connect(self._rows_removed)

    # --- following ---

    @property
    def is_following(self) -> bool:
        """Whether the newest line is kept in sight."""
        return self._is_following

    @property
    def is_held(self) -> bool:
        """Whether the place is kept even at the end of the list."""
        return self._is_held

    @property
    def is_at_end(self) -> bool:
        """Whether the end of the list is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR_PX

    def hold(self, *, is_held: bool) -> None:
        """Stay where we are, even at the bottom, until told otherwise."""
        self._is_held = is_held
        self._set_following(not is_held and self.is_at_end)

    def go_to_newest(self) -> None:
        """Scroll to the newest line, and follow unless held."""
        self._set_following(not self._is_held)
        self._settle(to_end=True)

    def relayout(self) -> None:
        """Measure everything anew; the row we hold on to stays where it is."""
        self._delegate.forget()
        self._heights.doubt_all()
        self._settle()

    def is_row_visible(self, row: int) -> bool:
        """Return whether the first pixel row of `row` is in sight."""
        rect = self.visualRect(self._lines.index(row))
        return rect.isValid() and 0 <= rect.top() < self.viewport().height()

    def _set_following(self, is_following: bool) -> None:
        if is_following != self._is_following:
            self._is_following = is_following
            self.following_changed.emit(is_following)

    # --- geometry ---

    def _content_y(self, viewport_y: int) -> int:
        """Return the position within the content; few rows may hang from the bottom edge."""
        space = self.viewport().height() - self._heights.total
        return viewport_y + self.verticalScrollBar().value() - (max(0, space) if self._at_bottom else 0)

    def _visible_rows(self) -> range:
        return self._heights.rows_between(self._content_y(0), self._content_y(self.viewport().height()))

    def _height_of(self, row: int) -> int:
        return self._delegate.height(self._lines.index(row), self.viewport().width())

    def _settle(self, *, to_end: bool = False) -> None:
        """Measure what is seen and set the scroll bar so that the row we hold on to stays in place."""
        if self._is_settling:
            return
        self._is_settling = True
        height, heights = self.viewport().height(), self._heights
        while True:
            most = max(0, heights.total - height)
            value = most
            if not (to_end or self._is_following) and len(heights):
                self._anchor_row = max(0, min(self._anchor_row, len(heights) - 1))
                value = max(0, min(most, heights.top(self._anchor_row) + self._anchor_px))
            if not heights.measure(heights.rows_between(value, value + height), self._height_of):
                break
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(_WHEEL_STEP_PX)
        bar.setRange(0, most)
        bar.setValue(value)
        self._take_anchor(value)
        self._is_settling = False
        self._note_seen()
        self.viewport().update()
        self.settled.emit()

    def _take_anchor(self, value: int) -> None:
        if len(self._heights):
            self._anchor_row = self._heights.row_at(value)
            self._anchor_px = value - self._heights.top(self._anchor_row)

    def _note_seen(self) -> None:
        last = len(self._heights) - 1
        seen = last if self._is_following else self._visible_rows().stop - 1
        self._seen_row = min(last, max(self._seen_row, seen))
        if (unseen := last - self._seen_row) != self._unseen:
            self._unseen = unseen
            self.unseen_changed.emit(unseen)

    # --- Qt's questions about geometry ---

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        top = self._heights.top(index.row()) - self._content_y(0)
        return QRect(0, top, self.viewport().width(), self._heights[index.row()])

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        y = self._content_y(point.y())
        return self._lines.index(self._heights.row_at(y)) if 0 <= y < self._heights.total else QModelIndex()

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        # Measuring the rows on the way can move the target, so look again.
        for _ in range(3):
            rect, height = self.visualRect(index), self.viewport().height()
            if not rect.isValid() or (rect.top() >= 0 and rect.bottom() < height):
                break
            if rect.top() < 0 or rect.height() >= height:
                self._anchor_row, self._anchor_px = index.row(), 0
            else:
                self._take_anchor(self.verticalScrollBar().value() + rect.bottom() + 1 - height)
            self._set_following(False)
            self._settle()
        self._set_following(not self._is_held and self.is_at_end)

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        area = rect.normalized()
        top, bottom = self._content_y(area.top()), self._content_y(area.bottom()) + 1
        selection = QItemSelection()
        if bottom > 0 and top < self._heights.total:
            rows = self._heights.rows_between(top, bottom)
            selection.select(self._lines.index(rows.start), self._lines.index(rows.stop - 1))
        self.selectionModel().select(selection, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = self._lines.rowCount() - 1
        if last < 0:
            return QModelIndex()
        kind = QAbstractItemView.CursorAction
        page = max(1, len(self._visible_rows()) - 1)
        steps = {
            kind.MoveUp: -1, kind.MovePrevious: -1, kind.MoveDown: 1, kind.MoveNext: 1,
            kind.MovePageUp: -page, kind.MovePageDown: page, kind.MoveHome: -last, kind.MoveEnd: last,
        }  # fmt: skip
        row = self.currentIndex().row() if self.currentIndex().isValid() else last + 1
        return self._lines.index(max(0, min(last, row + steps.get(action, 0))))

    # --- the model changes ---

    @override
    def reset(self) -> None:
        QAbstractItemView.reset(self)
        self._heights = RowHeights(self._lines.rowCount())
        self._seen_row = self._hover_row = -1
        self._set_following(not self._is_held)
        self._settle()

    @override
    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        count = end - start + 1
        had_rows = len(self._heights) > 0
        self._heights.insert(start, count)
        if had_rows and start <= self._anchor_row:
            self._anchor_row += count
        if start <= self._seen_row:
            self._seen_row += count
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._settle()

    def _rows_removed(self, parent: QModelIndex, start: int, end: int) -> None:
        count = end - start + 1
        self._heights.remove(start, count)
        if self._anchor_row > end:
            self._anchor_row -= count
        if self._seen_row > end:
            self._seen_row -= count
        self._settle()

    @override
    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        self._heights.doubt(top_left.row(), bottom_right.row())
        QAbstractItemView.dataChanged(self, top_left, bottom_right, list(roles))
        self._settle()

    @override
    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)  # Qt's own list view would measure every row

    @override
    def updateGeometries(self) -> None:
        self._settle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._heights.doubt_all()
        QAbstractItemView.resizeEvent(self, event)
        self._settle()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        if self._is_settling:
            return
        value = self.verticalScrollBar().value()
        self._take_anchor(value)
        self._set_following(not self._is_held and self.is_at_end)
        self._settle()
        if value < self.viewport().height() and self._lines.rowCount() < self._lines.total:
            self.top_reached.emit()

    # --- painting ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option: Any = QStyleOptionViewItem()  # the stubs lack the fields of QStyleOption
        self.initViewItemOption(option)
        plain = option.state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        selection = self.selectionModel()
        for row in self._visible_rows():
            index = self._lines.index(row)
            option.rect = self.visualRect(index)
            if not option.rect.intersects(event.rect()):
                continue
            option.state = plain
            if selection.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == self._hover_row:
                option.state |= QStyle.StateFlag.State_MouseOver
            painter.setClipRect(self._whole_lines(index, option.rect))
            self._delegate.paint(painter, option, index)
        if self.hasFocus() and not selection.hasSelection():
            painter.setClipping(False)
            painter.setPen(self._delegate.theme.colour("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _whole_lines(self, index: QModelIndex, rect: QRect) -> QRect:
        """Return the part of a row to paint: while one follows, no line is cut by the upper edge."""
        if rect.top() >= 0 or not self._is_following:
            return rect
        hidden = self._delegate.whole_line_from(index, rect.width(), -rect.top())
        return rect.adjusted(0, hidden, 0, 0)

    # --- mouse and keys ---

    def _part_at(self, point: QPoint) -> tuple[QModelIndex, str]:
        index = self.indexAt(point)
        if not index.isValid():
            return index, ""
        rect = self.visualRect(index)
        return index, self._delegate.part_at(index, rect.width(), point - rect.topLeft())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index, part = self._part_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)
        if index.row() != self._hover_row:
            self._hover_row = index.row()
            self.viewport().update()
        QAbstractItemView.mouseMoveEvent(self, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, part = self._part_at(event.position().toPoint())
        if part and event.button() is Qt.MouseButton.LeftButton:
            self.part_clicked.emit(index, part)
            event.accept()
        else:
            QAbstractItemView.mousePressEvent(self, event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover_row = -1
            self.viewport().update()
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            within = event.pos() - self.visualRect(index).topLeft()
            text = self._delegate.tip_at(index, self.viewport().width(), within) if index.isValid() else ""
            # Only rich text is wrapped in a tooltip; escaped, a tag in a message stays text.
            rich = f"<p>{escape(text[:_TOOLTIP_CHARACTERS])}</p>".replace("\n", "<br>") if text else ""
            QToolTip.showText(event.globalPos(), rich, self.viewport())
            return True
        return QAbstractItemView.viewportEvent(self, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
            event.accept()
        elif is_plain and (event.key() == Qt.Key.Key_Escape or event.text().strip()):
            event.ignore()  # letters are the desk's, not a search in the list
        else:
            QAbstractItemView.keyPressEvent(self, event)

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard, both languages of each, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        texts = [str(self._lines.index(row).data(Qt.ItemDataRole.DisplayRole)) for row in rows]
        if texts:
            QGuiApplication.clipboard().setText("\n\n".join(texts))

    def selected_record(self) -> Any:
        """Return the record of the current row if it is selected, else None."""
        index = self.currentIndex()
        return index.data(LineRole.RECORD) if self.selectionModel().isSelected(index) else None
