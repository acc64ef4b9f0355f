"""Draws one lead: how hot, who, where from, what they want, since when."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from livedesk.core.leads.lead import Lead, LeadScore
from livedesk.core.typing_compat import override
from livedesk.ui.leads import words
from livedesk.ui.leads.list_model import Index, Role
from livedesk.ui.names import language_name
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S, GRID, Step

ROW_HEIGHT = 60
_MARK_PX = 12
_BAR_PX = 3
COLOURS = {LeadScore.HOT: "accent", LeadScore.WARM: "ink", LeadScore.COLD: "mute"}
_FULL_CIRCLE = 360 * 16


class LeadDelegate(QStyledItemDelegate):
    """A row of fixed height; the score is a filled, half or empty circle and a word."""

    def __init__(self, theme: AppTheme, parent: QWidget, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._name, self._plain = font(Step.BODY, bold=True), font(Step.BODY)
        self._small, self._mark = font(Step.SMALL, tabular=True), font(Step.SMALL, bold=True)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index | QPersistentModelIndex
    ) -> None:
        lead: Lead = index.data(Role.LEAD)
        row = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, state)
        inner = row.adjusted(GAP_M, GAP_S, -GAP_M, -GAP_S)
        paint_mark(painter, QPointF(inner.left() + _MARK_PX / 2, inner.top() + 9), lead.score, self._theme)
        inner.setLeft(inner.left() + _MARK_PX + GAP_S)
        self._paint_first(painter, inner, lead)
        self._paint_second(painter, inner, lead)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, self._theme.colour("selection"))
            painter.fillRect(row.left(), row.top(), _BAR_PX, row.height(), self._theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, self._theme.colour("panel"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -1.5))

    def _paint_first(self, painter: QPainter, inner: QRect, lead: Lead) -> None:
        line = QRect(inner.left(), inner.top(), inner.width(), 20)
        when = words.when_text(lead.created_at, self._now())
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("mute"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
        line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(when) - GAP_S)
        name = lead.name or lead.company or self.tr("No name")
        used = _draw(painter, line, name, self._name, self._theme.colour("ink"))
        if lead.name and lead.company and line.width() - used > 8 * GRID:
            line.setLeft(line.left() + used + GAP_S)
            _draw(painter, line, lead.company, self._plain, self._theme.colour("mute"))

    def _paint_second(self, painter: QPainter, inner: QRect, lead: Lead) -> None:
        line = QRect(inner.left(), inner.top() + 24, inner.width(), 18)
        score = words.score_text(lead.score)
        used = _draw(painter, line, score, self._mark, self._theme.colour(COLOURS[lead.score]))
        facts = [
            words.country_name(lead.country) if lead.country else "",
            language_name(lead.language) if lead.language else "",
            ", ".join(map(words.item_text, lead.items)),
        ]
        line.setLeft(line.left() + used)
        text = "".join(f" · {fact}" for fact in facts if fact)
        _draw(painter, line, text, self._small, self._theme.colour("mute"))


def paint_mark(painter: QPainter, centre: QPointF, score: LeadScore, theme: AppTheme) -> None:
    """Draw the circle of a score: filled, half filled, empty."""
    colour = theme.colour(COLOURS[score])
    half = _MARK_PX / 2 - 1
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if score is not LeadScore.COLD:
        painter.setBrush(colour)
        span = _FULL_CIRCLE if score is LeadScore.HOT else _FULL_CIRCLE // 2
        painter.drawPie(box, 90 * 16, span)


def _draw(painter: QPainter, line: QRect, text: str, used_font: QFont, colour: QColor) -> int:
    """Draw `text` at the left of `line`, cut where it is too long; return how wide it is."""
    painter.setFont(used_font)
    painter.setPen(colour)
    metrics: QFontMetrics = painter.fontMetrics()
    shown = metrics.elidedText(
        " ".join(text.split()) if not text.startswith(" ") else text, _RIGHT, line.width()
    )
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


_RIGHT = Qt.TextElideMode.ElideRight
