"""A report on A4: rows stay whole, heads come again on the next page, charts stay lines and letters."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPdfWriter, QPen, QTextLayout, QTextOption

from livedesk.core.report.drawing import Drawing
from livedesk.core.report.page import (
    Beside,
    Block,
    Cell,
    Chart,
    Figures,
    Heading,
    Mark,
    Page,
    Paragraph,
    Row,
    Table,
)
from livedesk.ui.report.painting import paint_drawing, text_font
from livedesk.ui.theme.tokens import LIGHT
from livedesk.ui.widgets import pdf as paper

MARGIN_MM = 16.0
WIDTH = 760.0
"""The printed width in px of the page's own; everything is scaled by what that comes to on paper."""
_FOOT = 28.0
_PAD = 6.0
_GAP = 24.0
_TILE, _TILE_GAP = 172.0, 24.0
_BODY, _SMALL, _TITLE, _PART, _FIGURE = 13.0, 11.0, 26.0, 18.0, 24.0


def pdf(page: Page) -> bytes:
    """Return the report as a PDF with its fonts embedded and its pages numbered."""
    pages = _write(page, 0)[1]
    return _write(page, pages)[0]


def _write(page: Page, pages: int) -> tuple[bytes, int]:
    """Return the file, whose pages say that there are `pages` (0: not known yet), and how many there are."""
    written = 0

    def put(writer: QPdfWriter, painter: QPainter) -> None:
        nonlocal written
        scale = writer.width() / WIDTH
        painter.scale(scale, scale)
        sheet = _Sheet(writer, painter, writer.height() / scale, page, pages)
        sheet.draw()
        written = sheet.number

    return paper.pdf(page.title, MARGIN_MM, put), written


class _Text:
    """One text broken into lines of a width."""

    def __init__(
        self, text: str, px: float, width: float, *, bold: bool = False, right: bool = False
    ) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), text_font(px, bold=bold))
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self.height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height() * 1.15
        self._layout.endLayout()

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        """Draw the lines from (x, y) down."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(x, y))


class _Sheet:
    """Draws the blocks from top to bottom and turns the page when one does not fit."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, height: float, page: Page, pages: int) -> None:
        self._writer, self._painter, self._page, self._pages = writer, painter, page, pages
        self._bottom = height - _FOOT
        self._y = 0.0
        self.number = 1

    def draw(self) -> None:
        """Draw the whole page."""
        page = self._page
        if page.tag:
            self._text(page.tag, _SMALL, LIGHT.warn, bold=True)
        self._text(page.title, _TITLE, LIGHT.ink, bold=True)
        self._text(page.subtitle, _BODY, LIGHT.mute)
        for place, block in enumerate(page.blocks):
            self._block(block, page.blocks[place + 1 : place + 3])
        self._y += _GAP
        self._text(page.footer, _SMALL, LIGHT.mute)
        self._foot()

    def _block(self, block: Block, following: Sequence[Block]) -> None:
        match block:
            case Heading():
                self._heading(block, following)
            case Paragraph():
                self._text(block.text, _BODY, _colour(block.mark))
            case Figures():
                self._figures(block)
            case Table():
                self._table(block)
            case Chart():
                self._charts((block,), WIDTH)
            case Beside():
                for first in range(0, len(block.charts), 2):
                    self._charts(block.charts[first : first + 2], (WIDTH - _GAP) / 2)

    def _text(self, text: str, px: float, colour: str, *, bold: bool = False) -> None:
        found = _Text(text, px, WIDTH, bold=bold)
        self._need(found.height)
        found.draw(self._painter, 0, self._y, colour)
        self._y += found.height + _PAD

    def _heading(self, block: Heading, following: Sequence[Block]) -> None:
        """Draw a heading, on the next page where nothing of what it is about would fit below it."""
        px = _BODY + 1 if block.is_small else _PART
        text = _Text(block.text, px, WIDTH, bold=True)
        below = max((self._least(each) for each in following[:1]), default=0.0)
        if following and isinstance(following[0], Heading) and len(following) > 1:
            below += self._least(following[1])
        space = _PAD * 2 if block.is_small else _GAP
        self._need(space + text.height + _PAD + below)
        if self._y:
            self._y += space
        text.draw(self._painter, 0, self._y, LIGHT.ink)
        self._y += text.height + _PAD

    def _least(self, block: Block) -> float:
        """Return how much of a block must stand below its heading."""
        match block:
            case Chart():
                return block.drawing.height + _GAP
            case Beside():
                return max(chart.drawing.height for chart in block.charts[:2]) + 2 * _GAP
            case Table():
                return 96.0
            case Figures():
                return 80.0
            case Heading() | Paragraph():
                return 40.0

    def _figures(self, block: Figures) -> None:
        in_row = 4
        width = (WIDTH - (in_row - 1) * _TILE_GAP) / in_row
        for first in range(0, len(block.figures), in_row):
            tiles = [
                (
                    _Text(figure.value, _FIGURE, width, bold=True),
                    _Text(figure.label, _BODY, width),
                    _Text(figure.detail, _SMALL, width),
                    LIGHT.warn if figure.mark is Mark.WARN else LIGHT.ink,
                )
                for figure in block.figures[first : first + in_row]
            ]
            height = max(value.height + label.height + detail.height for value, label, detail, _ in tiles)
            self._need(height + _PAD)
            for place, (value, label, detail, colour) in enumerate(tiles):
                x = place * (width + _TILE_GAP)
                value.draw(self._painter, x, self._y, colour)
                label.draw(self._painter, x, self._y + value.height, LIGHT.ink)
                detail.draw(self._painter, x, self._y + value.height + label.height, LIGHT.mute)
            self._y += height + _PAD * 2

    def _charts(self, charts: Sequence[Chart], width: float) -> None:
        titles = [_Text(chart.title, _BODY, width, bold=True) if chart.title else None for chart in charts]
        scales = [min(1.0, width / chart.drawing.width) for chart in charts]
        above = max((title.height + _PAD for title in titles if title), default=0.0)
        heights = [chart.drawing.height * scale for chart, scale in zip(charts, scales, strict=True)]
        keys = 24.0 if any(chart.keys for chart in charts) else 0.0
        self._need(above + max(heights) + keys)
        for place, (chart, title, scale) in enumerate(zip(charts, titles, scales, strict=True)):
            x = place * (width + _GAP)
            if title:
                title.draw(self._painter, x, self._y, LIGHT.ink)
            self._drawing(chart.drawing, x, self._y + above, scale)
            for key in chart.keys:
                self._drawing(key.drawing, x, self._y + above + heights[place] + 4, 1.0)
                text = _Text(key.text, _SMALL, 160.0)
                text.draw(self._painter, x + 22, self._y + above + heights[place] + 4, LIGHT.mute)
                x += 120
        self._y += above + max(heights) + keys + _PAD * 2

    def _drawing(self, drawing: Drawing, x: float, y: float, scale: float) -> None:
        self._painter.save()
        self._painter.translate(x, y)
        self._painter.scale(scale, scale)
        paint_drawing(self._painter, drawing, LIGHT)
        self._painter.restore()

    def _table(self, table: Table) -> None:
        self._head(table)
        begins: Row | None = None
        for row in table.rows:
            texts = self._texts(row, table)
            height = _height(texts)
            if self._need(height):
                self._head(table)
                if row.goes_on and begins:  # say again whom it is about
                    row = replace(row, cells=(begins.cells[0], *row.cells[1:]), goes_on=False)
                    texts = self._texts(row, table)
                    height = _height(texts)
            begins = begins if row.goes_on else row
            x = 0.0
            for column, cell in zip(table.columns, texts, strict=True):
                y = self._y + _PAD
                for text, colour in cell:
                    text.draw(self._painter, x, y, colour)
                    y += text.height
                x += column.share * WIDTH
            self._rule(self._y, from_x=table.columns[0].share * WIDTH if row.goes_on else 0.0)
            self._y += height
        self._rule(self._y)
        self._y += _PAD
        if table.rest:
            self._text(table.rest, _BODY, LIGHT.mute)

    def _head(self, table: Table) -> None:
        texts = [
            _Text(column.title, _SMALL, width, right=column.is_number)
            for column, width in zip(table.columns, _widths(table), strict=True)
        ]
        height = max(text.height for text in texts)
        self._need(height + 48)
        x = 0.0
        for column, text in zip(table.columns, texts, strict=True):
            text.draw(self._painter, x, self._y + height - text.height, LIGHT.mute)
            x += column.share * WIDTH
        self._y += height + 2

    def _texts(self, row: Row, table: Table) -> list[list[tuple[_Text, str]]]:
        cells = []
        places = zip(row.cells, table.columns, _widths(table), strict=True)
        for place, (cell, column, width) in enumerate(places):
            is_loud = cell.mark is Mark.STRONG or (row.mark is Mark.STRONG and place == 0)
            lines = []
            for number, line in enumerate(cell.lines):
                text = _Text(line, _BODY, width, bold=is_loud and number == 0, right=column.is_number)
                lines.append((text, LIGHT.mute if number else _cell_colour(cell, row, place)))
            cells.append(lines)
        return cells

    def _rule(self, y: float, from_x: float = 0.0) -> None:
        pen = QPen(QColor(LIGHT.line))
        pen.setWidthF(0.8)
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(from_x, y), QPointF(WIDTH, y))

    def _need(self, height: float) -> bool:
        """Turn the page where `height` does not fit any more; returns whether it was turned."""
        if self._y + height <= self._bottom or not self._y:
            return False
        self._foot()
        self._writer.newPage()
        self.number += 1
        self._y = 0.0
        return True

    def _foot(self) -> None:
        number = f"{self.number} / {self._pages}" if self._pages else str(self.number)
        name = _Text(self._page.title, _SMALL, WIDTH * 0.8)
        name.draw(self._painter, 0, self._bottom + 10, LIGHT.mute)
        _Text(number, _SMALL, WIDTH, right=True).draw(self._painter, 0, self._bottom + 10, LIGHT.mute)


def _widths(table: Table) -> list[float]:
    """Return how wide the texts of each column may be; between columns is room, after the last one is none."""
    last = len(table.columns) - 1
    return [
        column.share * WIDTH - (0 if place == last else _PAD if column.is_number else 2 * _PAD)
        for place, column in enumerate(table.columns)
    ]


def _height(texts: list[list[tuple[_Text, str]]]) -> float:
    return max(sum(text.height for text, _ in cell) for cell in texts) + 2 * _PAD


def _colour(mark: Mark) -> str:
    return {Mark.MUTE: LIGHT.mute, Mark.WARN: LIGHT.warn}.get(mark, LIGHT.ink)


def _cell_colour(cell: Cell, row: Row, place: int) -> str:
    is_warning = row.mark is Mark.WARN and place == 2
    return LIGHT.warn if is_warning else _colour(cell.mark)
