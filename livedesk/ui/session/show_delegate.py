"""Draws an item of the run of show."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.delegate import draw_line
from livedesk.ui.catalogue.row import bold_lines, metrics
from livedesk.ui.session.show_model import Index, ShowRole
from livedesk.ui.session.show_rows import Progress, ShowRow
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S, Step

ROW_PX, CURRENT_ROW_PX = 28, 48
_LINE_PX = 18
_BAR_PX = 3
_ICON_PX = 16


class ShowDelegate(QStyledItemDelegate):
    """Planned time, title, minutes. The current item has two lines and a bar, what is done is dimmed and ticked."""

    def __init__(self, theme: AppTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small, self._small_bold = (
            font(Step.SMALL, tabular=True),
            font(Step.SMALL, bold=True, tabular=True),
        )
        self._body, self._bold = font(tabular=True), font(bold=True, tabular=True)
        self._lead_px = round(metrics(Step.SMALL, is_bold=True).horizontalAdvance("00:00")) + 1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ShowRow = index.data(ShowRole.ROW)
        return QSize(0, CURRENT_ROW_PX if row.progress is Progress.CURRENT else ROW_PX)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        row: ShowRow = index.data(ShowRole.ROW)
        is_current = row.progress is Progress.CURRENT
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.fillRect(rect, self._theme.colour("selection"))
            painter.fillRect(QRect(rect.x(), rect.y(), _BAR_PX, rect.height()), self._theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("panel"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_lead(painter, rect, row)
        left = rect.x() + GAP_M + self._lead_px + GAP_S
        right = self._paint_duration(painter, rect, row)
        title = QRect(left, rect.y(), max(0, right - left), rect.height())
        if is_current:
            self._paint_current_title(painter, title, row.title)
        else:
            text = metrics().elidedText(row.title, Qt.TextElideMode.ElideRight, title.width())
            self._draw(painter, title, text, self._body, "mute" if row.progress is Progress.DONE else "ink")
        painter.restore()

    def _paint_lead(self, painter: QPainter, rect: QRect, row: ShowRow) -> None:
        lead = QRect(rect.x() + GAP_M, rect.y(), self._lead_px, rect.height())
        if row.progress is Progress.DONE:
            tick = self._theme.pixmap("check", _ICON_PX, "mute", painter.device().devicePixelRatioF())
            painter.drawPixmap(lead.right() + 1 - _ICON_PX, rect.center().y() + 1 - _ICON_PX // 2, tick)
            return
        is_current = row.progress is Progress.CURRENT
        self._draw(
            painter,
            lead,
            row.lead,
            self._small_bold if is_current else self._small,
            "accent" if is_current else "mute",
            is_right=True,
        )

    def _paint_duration(self, painter: QPainter, rect: QRect, row: ShowRow) -> int:
        """Draw the minutes at the right; return where they begin."""
        width = round(metrics(Step.SMALL, is_bold=True).horizontalAdvance(row.duration)) + 1
        right = rect.right() + 1 - GAP_M
        colour = "warn" if row.is_over else "mute"
        face = self._small_bold if row.is_over else self._small
        self._draw(
            painter,
            QRect(right - width, rect.y(), width, rect.height()),
            row.duration,
            face,
            colour,
            is_right=True,
        )
        return right - width - GAP_S

    def _paint_current_title(self, painter: QPainter, rect: QRect, title: str) -> None:
        lines = bold_lines(title, rect.width())
        top = rect.y() + (rect.height() - len(lines) * _LINE_PX) // 2
        for number, line in enumerate(lines):
            place = QRect(rect.x(), top + number * _LINE_PX, rect.width(), _LINE_PX)
            self._draw(painter, place, line, self._bold, "ink")

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, face: QFont, colour: str, *, is_right: bool = False
    ) -> None:
        painter.setFont(face)
        painter.setPen(self._theme.colour(colour))
        draw_line(painter, rect, text, is_right=is_right)
