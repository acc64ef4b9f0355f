"""The delegate that caption and chat rows share: it lays a row out once and keeps it until something changes."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from livedesk.core.typing_compat import override
from livedesk.ui.lines.list_model import Index
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.theme.theme import AppTheme

_KEPT_ROWS = 300
_NOTE_GAP = 12


@dataclass
class Box:
    """A rectangle behind the text: a badge's outline, a reply's bar. Rows are relative to their own corner."""

    rect: QRectF
    fill: QColor | None = None
    outline: QColor | None = None
    radius: float = 0.0


@dataclass
class RowLayout:
    """A row ready to paint: text blocks and boxes in place, and the parts one can click, by name, with their tips.

    `editable` is where the translation stands that a person may put right, None where there is none to be.
    """

    height: int = 0
    blocks: list[tuple[float, float, TextBlock]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    parts: dict[str, QRect] = field(default_factory=dict)
    tips: dict[str, str] = field(default_factory=dict)
    hover_blocks: list[tuple[float, float, TextBlock]] = field(default_factory=list)
    editable: QRect | None = None

    def set_editable(self, width: float) -> None:
        """Say that the block added last may be put right, in a box `width` px wide."""
        x, y, block = self.blocks[-1]
        self.editable = QRect(round(x), round(y), round(width), block.height)


class LineDelegate(QStyledItemDelegate):
    """Lays out, measures and paints rows; a subclass says what a row consists of."""

    def __init__(self, theme: AppTheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._kept: OrderedDict[tuple[Hashable, int], tuple[object, RowLayout]] = OrderedDict()

    def row_key(self, index: Index) -> tuple[Hashable, object]:
        """Return the row's identity, and everything its looks depend on besides the width."""
        raise NotImplementedError

    def lay_out(self, index: Index, width: int) -> RowLayout:
        """Return the row laid out for `width` px."""
        raise NotImplementedError

    def editable_text(self, index: Index) -> str:
        """Return the translation to begin with when the row is put right, "" where it has none."""
        raise NotImplementedError

    def editable_font(self, index: Index) -> QFont:
        """Return the type in which the row is put right."""
        raise NotImplementedError

    def add_note(self, layout: RowLayout, note: TextBlock, left: float, right: float) -> None:
        """Add a small text behind the last line of the block added last, or below it where it does not fit."""
        x, y, block = layout.blocks[-1]
        beside = x + block.last_line_width + _NOTE_GAP
        if not block.is_right_to_left and beside + note.last_line_width <= right:
            lower = y + block.height - (block.line_height + note.line_height) / 2
            layout.blocks.append((beside, lower, note))
        else:
            layout.blocks.append((left, layout.height, note))
            layout.height += note.height

    def forget(self) -> None:
        """Lay every row out anew: colours, scale or language changed."""
        self._kept.clear()

    def row_layout(self, index: Index, width: int) -> RowLayout:
        """Return the row laid out for `width` px, from the kept ones where nothing changed."""
        identity, state = self.row_key(index)
        key = (identity, width)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == state:
            self._kept.move_to_end(key)
            return kept[1]
        layout = self.lay_out(index, width)
        self._kept[key] = (state, layout)
        self._kept.move_to_end(key)
        if len(self._kept) > _KEPT_ROWS:
            self._kept.popitem(last=False)
        return layout

    def height(self, index: Index, width: int) -> int:
        """Return the row's height at `width` px."""
        return self.row_layout(index, width).height

    def part_at(self, index: Index, width: int, point: QPoint) -> str:
        """Return the name of the clickable part at `point` (relative to the row), "" for none."""
        for name, rect in self.row_layout(index, width).parts.items():
            if rect.contains(point):
                return name
        return ""

    def part_rect(self, index: Index, width: int, part: str) -> QRect:
        """Return where a clickable part is, relative to the row; empty where there is none."""
        return self.row_layout(index, width).parts.get(part, QRect())

    def tip_at(self, index: Index, width: int, point: QPoint) -> str:
        """Return what a tooltip says about the part at `point`, else what the row cuts off, "" for nothing."""
        tip = self.row_layout(index, width).tips.get(self.part_at(index, width, point), "")
        return tip or self.full_text(index, width)

    def whole_line_from(self, index: Index, width: int, y: int) -> int:
        """Return where the first line begins that is whole below `y`, both measured from the row's top."""
        for _, top, block in self.row_layout(index, width).blocks:
            if top < y < top + block.height:
                return round(top) + -(-(y - round(top)) // block.line_height) * block.line_height
        return y

    def full_text(self, index: Index, width: int) -> str:
        """Return what a tooltip should show because the row cuts it off, "" where nothing is cut."""
        if any(block.is_elided for _, _, block in self.row_layout(index, width).blocks):
            return str(index.data(Qt.ItemDataRole.DisplayRole))
        return ""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        return QSize(width, self.height(index, width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        layout = self.row_layout(index, rect.width())
        painter.save()
        painter.setClipRect(
            rect, Qt.ClipOperation.IntersectClip
        )  # stacked accents of one line must not run into the next row
        painter.translate(QPointF(rect.topLeft()))
        if state & QStyle.StateFlag.State_Selected:
            self.paint_selected(painter, QRectF(0, 0, rect.width(), rect.height()))
        for box in layout.boxes:
            _draw_box(painter, box)
        for x, y, block in layout.blocks:
            block.draw(painter, x, y)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            for x, y, block in layout.hover_blocks:
                block.draw(painter, x, y)
        painter.restore()

    def paint_selected(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground of a selected row."""
        raise NotImplementedError


def _draw_box(painter: QPainter, box: Box) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, box.radius > 0)
    painter.setPen(box.outline if box.outline is not None else Qt.PenStyle.NoPen)
    painter.setBrush(box.fill if box.fill is not None else Qt.BrushStyle.NoBrush)
    if box.radius:
        inset = 0.5 if box.outline is not None else 0.0
        painter.drawRoundedRect(box.rect.adjusted(inset, inset, -inset, -inset), box.radius, box.radius)
    else:
        painter.drawRect(box.rect)
