"""A piece of text laid out once and painted often: the brick that caption and chat rows are built of.

The text is always plain (a tag in a message is shown as typed). Positions in the interface count Python
characters; Qt counts UTF-16 units, in which an emoji is two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from livedesk.core.ids import Language
from livedesk.ui.lines.scripts import is_right_to_left, line_height

_LINE_BREAKS = str.maketrans({"\n": "\u2028", "\r": " ", "\t": " "})
_CHARACTERS_PER_LINE = 160
"""More than one line ever holds; text behind the last line shown need not be laid out."""
_MARK_RADIUS, _MARK_PAD = 4.0, 2.0
_DOT_PX = 1.8
_DOTS_FROM_BELOW = 0.06
"""Part of a line's height between its dots and its lower edge."""


@dataclass(frozen=True)
class TextStyle:
    """How a block looks: font, colours, most lines (0: no limit).

    `tail` is the colour of what may still change, `mark` and `mark_ground` those of a doubtful figure, `dots` that
    of the line below what was changed.
    """

    font: QFont
    colour: QColor
    tail: QColor
    mark: QColor
    mark_ground: QColor
    dots: QColor
    max_lines: int = 0


def utf16_length(text: str) -> int:
    """Return the length of `text` as Qt counts it."""
    return len(text) + sum(c > "\uffff" for c in text)


class TextBlock:
    """`text` wrapped to `width` px; its first `stable_length` characters are final.

    `marks` (doubtful figures) and `underlined` (what was changed, drawn with dots) are (start, length).
    """

    def __init__(
        self,
        text: str,
        width: float,
        style: TextStyle,
        *,
        language: Language | None = None,
        stable_length: int | None = None,
        marks: Sequence[tuple[int, int]] = (),
        underlined: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.width = max(1.0, width)
        self.is_elided = False
        self.is_right_to_left = is_right_to_left(text, language)
        self.line_height = line_height(text, style.font.pixelSize())
        self._style = style
        self._marks = list(marks)
        self._underlined = list(underlined)
        stable = len(text) if stable_length is None else min(stable_length, len(text))
        shown = text.translate(_LINE_BREAKS)
        if style.max_lines and len(shown) > style.max_lines * _CHARACTERS_PER_LINE:
            self.is_elided = True
            shown = shown[: style.max_lines * _CHARACTERS_PER_LINE]
        self._layout = self._lay_out(shown, stable)
        if style.max_lines and (self.is_elided or self._layout.lineCount() > style.max_lines):
            self.is_elided = True
            self._layout = self._lay_out(self._cut(shown), stable)

    @property
    def text(self) -> str:
        """The text as shown, elided where it was too long."""
        return self._layout.text()

    @property
    def formats(self) -> list[QTextLayout.FormatRange]:
        """The colour ranges, in UTF-16 units."""
        return list(self._layout.formats())

    @property
    def line_count(self) -> int:
        """Number of lines, at least one."""
        return max(1, self._layout.lineCount())

    @property
    def height(self) -> int:
        """Height in px: a whole number of lines."""
        return self.line_count * self.line_height

    @property
    def last_line_width(self) -> float:
        """How far the last line reaches in px."""
        count = self._layout.lineCount()
        return self._layout.lineAt(count - 1).naturalTextWidth() if count else 0.0

    def line_rect(self, number: int) -> QRectF:
        """Return where the ink of line `number` (from 0) is, relative to the block."""
        return self._layout.lineAt(number).naturalTextRect()

    def mark_rects(self) -> list[QRectF]:
        """Return the grounds of the marked figures, relative to the block, one for each line they touch."""
        return [rect for start, length in self._marks for rect in self.rects_of(start, length)]

    def rects_of(self, start: int, length: int) -> list[QRectF]:
        """Return where a part of the text stands, relative to the block, one for each line it touches."""
        rects = []
        begin, end = self._to_utf16(start), self._to_utf16(start + length)
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(begin, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                rects.append(self._mark_rect(line, number, first, last))
        return rects

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the block with its top left corner at (x, y)."""
        if self._marks:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._style.mark_ground)
            for rect in self.mark_rects():
                painter.drawRoundedRect(rect.translated(x, y), _MARK_RADIUS, _MARK_RADIUS)
        painter.setPen(self._style.colour)
        self._layout.draw(painter, QPointF(x, y))
        for start, length in self._underlined:
            for rect in self.rects_of(start, length):
                self._draw_dots(painter, rect.translated(x, y))

    def _draw_dots(self, painter: QPainter, rect: QRectF) -> None:
        """Draw a dotted line below the letters; Qt's own lies on other heights for each fallback font."""
        pen = QPen(self._style.dots, _DOT_PX, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        y = round(rect.bottom() - self.line_height * _DOTS_FROM_BELOW) + 0.5
        painter.drawLine(QPointF(rect.left() + _MARK_PAD, y), QPointF(rect.right() - _MARK_PAD, y))

    def _mark_rect(self, line: QTextLine, number: int, first: int, last: int) -> QRectF:
        left, right = sorted((_x(line, first), _x(line, last)))
        top = number * self.line_height + 1
        return QRectF(left - _MARK_PAD, top, right - left + 2 * _MARK_PAD, self.line_height - 2)

    def _to_utf16(self, position: int) -> int:
        return utf16_length(self._source[:position])

    def _lay_out(self, text: str, stable_length: int) -> QTextLayout:
        self._source = text
        style = self._style
        rtl = self.is_right_to_left
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(text, style.font)
        layout.setCacheEnabled(True)
        layout.setTextOption(option)
        layout.setFormats(self._format_ranges(text, stable_length))
        metrics = QFontMetricsF(style.font)
        base_line = (self.line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        layout.beginLayout()
        number = 0
        while not style.max_lines or number <= style.max_lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width)
            # Every line stands on its own grid line, whatever fallback fonts it needed.
            line.setPosition(QPointF(0, number * self.line_height + base_line - line.ascent()))
            number += 1
        layout.endLayout()
        return layout

    def _format_ranges(self, text: str, stable_length: int) -> list[QTextLayout.FormatRange]:
        ranges = []
        if stable_length < len(text):
            ranges.append(self._format_range(stable_length, len(text) - stable_length, self._style.tail))
        for start, length in self._marks:
            if start + length <= len(text):
                ranges.append(self._format_range(start, length, self._style.mark))
        return ranges

    def _format_range(self, start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = self._to_utf16(start)
        found.length = self._to_utf16(start + length) - found.start
        found.format = QTextCharFormat()
        found.format.setForeground(colour)
        return found

    def _cut(self, text: str) -> str:
        """Return `text` shortened so that its last line ends in an ellipsis."""
        last = self._layout.lineAt(min(self._style.max_lines, self._layout.lineCount()) - 1)
        units = text.encode("utf-16-le", "surrogatepass")
        before = units[: 2 * last.textStart()].decode("utf-16-le", "surrogatepass")
        rest = text[len(before) :].replace("\u2028", " ")[:_CHARACTERS_PER_LINE]
        metrics = QFontMetricsF(self._style.font)
        room = self.width - metrics.horizontalAdvance(" …")
        fitting = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        return before + (fitting if fitting.endswith("…") else f"{fitting} …")


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # (x, position), against the stubs of PySide6 6.11
    return float(found[0])
