"""A report on screen: to read, to select and copy from, with links to the messages that it speaks of."""

from html import escape

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, QUrl, Signal
from PySide6.QtGui import (
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from livedesk.core.ids import MessageId
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
from livedesk.core.typing_compat import override
from livedesk.ui.report.painting import paint_drawing, text_font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import Colours, Step

_CHART = QTextFormat.ObjectTypes.UserObject.value + 1
_DRAWING = QTextFormat.Property.UserProperty.value + 1
_MARK = "\ue000"
"""Stands for a chart until it is put there; a letter of nobody's."""
_MESSAGE = "message:"
_MARGIN_PX = 20
PAGE_PX = 880
"""The widest chart; the page is as wide."""


class ReportView(QTextBrowser):
    """Shows one page; `message_wanted` is emitted for a link."""

    message_wanted = Signal(object)  # MessageId

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._has_links = False
        self.setOpenLinks(False)
        self.setMinimumWidth(PAGE_PX + 2 * _MARGIN_PX)
        self.anchorClicked.connect(self._clicked)
        theme.changed.connect(self._draw)

    def show_page(self, page: Page, *, has_links: bool) -> None:
        """Show `page` from its beginning; with links where its messages are those of the desk."""
        self._page, self._has_links = page, has_links
        self._draw()

    def _draw(self) -> None:
        page = self._page
        if page is None:
            return
        colours = self._theme.colours
        document = QTextDocument(self)
        document.setDocumentMargin(_MARGIN_PX)
        document.setDefaultFont(text_font(Step.BODY))
        document.setDefaultStyleSheet(_style(colours))
        writing = _Writing(colours, has_links=self._has_links)
        text = writing.html(page)
        charts = _Charts(colours, writing.drawings, document)
        document.documentLayout().registerHandler(_CHART, charts)
        document.setHtml(text)
        _put_charts(document, writing.drawings)
        self.setDocument(document)  # which deletes the one before: it is a child of this widget too
        self.setAccessibleName(page.title)

    def _clicked(self, link: QUrl) -> None:
        number = link.toString().removeprefix(_MESSAGE)
        if number.isdigit():
            self.message_wanted.emit(MessageId(int(number)))


class _Charts(QPyTextObject):
    """Paints the charts in the text; they stay sharp at every resolution."""

    def __init__(self, colours: Colours, drawings: list[Drawing], document: QTextDocument) -> None:
        super().__init__(document)
        self._colours, self._drawings = colours, drawings

    @override
    def intrinsicSize(self, _document: QTextDocument, _place: int, looks: QTextFormat, /) -> QSizeF:
        drawing = self._drawings[looks.intProperty(_DRAWING)]
        return QSizeF(drawing.width, drawing.height)

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _place: int,
        looks: QTextFormat,
        /,
    ) -> None:
        painter.save()
        painter.translate(QPointF(rect.x(), rect.y()))
        paint_drawing(painter, self._drawings[looks.intProperty(_DRAWING)], self._colours)
        painter.restore()


def _put_charts(document: QTextDocument, drawings: list[Drawing]) -> None:
    cursor = QTextCursor(document)
    for number, drawing in enumerate(drawings):
        cursor = document.find(_MARK, cursor)
        looks = QTextCharFormat()
        looks.setObjectType(_CHART)
        looks.setProperty(_DRAWING, number)
        looks.setToolTip(drawing.spoken)
        cursor.insertText("\ufffc", looks)


def _style(c: Colours) -> str:
    return f"""
body, td, th {{ color: {c.ink}; }}
h1 {{ font-size: 28px; font-weight: 600; margin: 0 0 4px 0; }}
h2 {{ font-size: 19px; font-weight: 600; margin: 36px 0 12px 0; }}
h3 {{ font-size: 15px; font-weight: 600; margin: 24px 0 8px 0; }}
p {{ margin: 0 0 8px 0; }}
.mute {{ color: {c.mute}; }}
.warn {{ color: {c.warn}; }}
.tag {{ color: {c.warn}; background-color: {c.warn_soft}; font-size: 12px; font-weight: 600; }}
.figure {{ font-size: 28px; font-weight: 600; }}
.detail {{ font-size: 12px; color: {c.mute}; }}
.strong {{ font-weight: 600; }}
th {{ color: {c.mute}; font-weight: 400; }}
a {{ color: {c.accent}; text-decoration: none; }}
"""


class _Writing:
    """Writes a page as the HTML that Qt's documents take; `drawings` are its charts in their order."""

    def __init__(self, colours: Colours, *, has_links: bool) -> None:
        self.drawings: list[Drawing] = []
        self._colours = colours
        self._has_links = has_links

    def html(self, page: Page) -> str:
        """Return the page."""
        tag = f'<p><span class="tag">&nbsp;{_text(page.tag)}&nbsp;</span></p>' if page.tag else ""
        head = f'{tag}<h1>{_text(page.title)}</h1><p class="mute">{_text(page.subtitle)}</p>'
        body = "".join(map(self._block, page.blocks))
        return f'<body>{head}{body}<p>&nbsp;</p><p class="mute">{_text(page.footer)}</p></body>'

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                level = 3 if block.is_small else 2
                return f"<h{level}>{_text(block.text)}</h{level}>"
            case Paragraph():
                return f'<p class="{block.mark.value}">{_text(block.text)}</p>'
            case Figures():
                return self._figures(block)
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case Beside():
                return self._beside(block)

    def _figures(self, block: Figures) -> str:
        cells = [
            '<td width="25%" style="padding: 0px 16px 12px 0px;">'
            f'<span class="figure {figure.mark.value}">{_text(figure.value)}</span><br>'
            f'{_text(figure.label)}<br><span class="detail">{_text(figure.detail)}</span></td>'
            for figure in block.figures
        ]
        cells += ["<td></td>"] * (-len(cells) % 4)
        rows = "".join(f"<tr>{''.join(cells[first : first + 4])}</tr>" for first in range(0, len(cells), 4))
        return f'<table width="{PAGE_PX}" cellpadding="0" cellspacing="0">{rows}</table>'

    def _table(self, block: Table) -> str:
        head = "".join(
            f'<th width="{column.share * 100:.1f}%" align="{"right" if column.is_number else "left"}" '
            f'style="padding: 4px {12 if place < len(block.columns) - 1 else 0}px 4px 0px;">'
            f"{_text(column.title)}</th>"
            for place, column in enumerate(block.columns)
        )
        line = (
            f"border-top-style: solid; border-top-color: {self._colours.line}; border-top-width: 1px; "
            "border-left-style: none; border-right-style: none; border-bottom-style: none;"
        )
        rows = "".join(self._row(row, block, line) for row in block.rows)
        rest = f'<p class="mute">{_text(block.rest)}</p>' if block.rest else ""
        return (
            f'<table width="{PAGE_PX}" cellpadding="0" cellspacing="0" '
            f'style="border-collapse: collapse;">'
            f"<thead><tr>{head}</tr></thead>{rows}</table>{rest}"
        )

    def _row(self, row: Row, table: Table, line: str) -> str:
        cells = ""
        for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            side = "right" if column.is_number else "left"
            edge = "" if row.goes_on and not place else line
            room = 0 if place == len(row.cells) - 1 else 12
            looks = f"padding: 6px {room}px 6px 0px; {edge}"
            cells += f'<td align="{side}" valign="top" style="{looks}">{self._cell(cell, row, place)}</td>'
        return f"<tr>{cells}</tr>"

    def _cell(self, cell: Cell, row: Row, place: int) -> str:
        lines = []
        for number, text in enumerate(cell.lines):
            is_loud = cell.mark is Mark.STRONG or (row.mark is Mark.STRONG and not place)
            looks = "mute" if number or cell.mark is Mark.MUTE else "strong" if is_loud else "plain"
            if row.mark is Mark.WARN and place == len(row.cells) - 2:
                looks = "warn"
            said = f'<span class="{looks}">\u2068{_text(text)}\u2069</span>'
            if self._has_links and row.message is not None and place == 1 and not number:
                said = f'<a href="{_MESSAGE}{row.message}">\u2068{_text(text)}\u2069</a>'
            lines.append(said)
        return "<br>".join(lines) or "&nbsp;"

    def _chart(self, chart: Chart) -> str:
        title = f'<p class="strong">{_text(chart.title)}</p>' if chart.title else ""
        self.drawings.append(chart.drawing)
        keys = ""
        for key in chart.keys:
            self.drawings.append(key.drawing)
            keys += f"{_MARK}&nbsp;{_text(key.text)}&nbsp;&nbsp;&nbsp;&nbsp;"
        legend = f'<br><span class="mute">{keys}</span>' if keys else ""
        return f"{title}<p>{_MARK}{legend}</p>"

    def _beside(self, block: Beside) -> str:
        looks = 'width="50%" valign="top" style="padding-bottom: 12px;"'
        cells = [f"<td {looks}>{self._chart(chart)}</td>" for chart in block.charts]
        cells += ["<td></td>"] * (len(cells) % 2)
        rows = "".join(f"<tr>{''.join(cells[first : first + 2])}</tr>" for first in range(0, len(cells), 2))
        return f'<table width="{PAGE_PX}" cellpadding="0" cellspacing="0">{rows}</table>'


def _text(text: str) -> str:
    return escape(text.replace(_MARK, ""))
