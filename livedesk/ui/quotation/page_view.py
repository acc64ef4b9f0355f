"""The page of paper as it will look, beside the form that it is made with."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.quotation import paper
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L

_A4 = (210.0, 297.0)


class PageView(QWidget):
    """Paper is white in any theme."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = ""
        self.setAccessibleName(self.tr("Preview of the page"))
        theme.changed.connect(self.update)

    def show_html(self, html: str) -> None:
        """Show a page."""
        self._html = html
        self.update()

    def clear(self) -> None:
        """Show an empty page."""
        self.show_html("")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("line"))
        room = QRectF(self.rect()).marginsRemoved(self._margins())
        scale = min(room.width() / _A4[0], room.height() / _A4[1])
        size = QSizeF(_A4[0] * scale, _A4[1] * scale)
        page = QRectF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, 0, 0)
        page.setSize(size)
        painter.fillRect(page, QColor(Qt.GlobalColor.white))
        if self._html:
            margin = paper.MARGIN_MM * scale
            painter.translate(page.topLeft())
            painter.translate(margin, margin)
            dots = paper.printed_size()
            painter.scale(
                (size.width() - 2 * margin) / dots.width(), (size.width() - 2 * margin) / dots.width()
            )
            paper.draw(painter, self._html, dots)

    def _margins(self) -> QMarginsF:
        return QMarginsF(GAP_L, GAP_L, GAP_L, GAP_L)
