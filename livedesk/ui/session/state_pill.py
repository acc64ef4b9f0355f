"""The pill in the top bar that says where the show is: a shape, a word, the running time."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.core.records import Session, SessionState
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import Step

_HEIGHT, _SIDE, _MARK, _GAP = 28, 12, 8, 8


class StatePill(QWidget):
    """Draws state and time; red with a full dot means on air, and only that."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = ""
        self._time = ""
        self._state = SessionState.IDLE
        self._is_rehearsal = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font(Step.BODY, bold=True, tabular=True))
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What the pill reads: "LIVE 00:42:17"."""
        return f"{self._word} {self._time}".strip()

    def show_session(self, session: Session | None, ran_s: float) -> None:
        """Show the state of `session` (None before any) and its running time."""
        self._state = session.state if session else SessionState.IDLE
        self._is_rehearsal = bool(session and session.is_rehearsal)
        self._word = words.session_state_text(self._state, is_rehearsal=self._is_rehearsal)
        self._time = "" if self._state is SessionState.IDLE else words.format_timer(ran_s)
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = 2 * _SIDE + _MARK + _GAP + metrics.horizontalAdvance(self._word)
        if self._time:
            width += _GAP + metrics.horizontalAdvance(self._time)
        return QSize(width, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, border = self._colours()
        painter.setBrush(self._theme.colour(fill))
        painter.setPen(QPen(self._theme.colour(border), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._draw_mark(painter, ink)
        painter.setPen(self._theme.colour(ink))
        left = _SIDE + _MARK + _GAP
        area = self.rect().adjusted(left, 0, -_SIDE, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._time)

    def _colours(self) -> tuple[str, str, str]:
        """Return the tokens of fill, ink and border."""
        if self._state is SessionState.LIVE:
            return ("accent_soft", "accent", "accent") if self._is_rehearsal else ("live", "on_live", "live")
        if self._state is SessionState.PAUSED:
            return "selection", "ink", "line"
        return "panel", "mute", "line"

    def _draw_mark(self, painter: QPainter, ink: str) -> None:
        """Draw a shape per state, so that the pill is read without its colour."""
        colour = self._theme.colour(ink)
        mark = QRectF(_SIDE, (self.height() - _MARK) / 2, _MARK, _MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        match self._state:
            case SessionState.LIVE if self._is_rehearsal:
                triangle = (mark.topLeft(), mark.bottomLeft(), QPointF(mark.right(), mark.center().y()))
                painter.drawPolygon(triangle)
            case SessionState.LIVE:
                painter.drawEllipse(mark)
            case SessionState.PAUSED:
                painter.drawRect(QRectF(mark.left(), mark.top(), 3, _MARK))
                painter.drawRect(QRectF(mark.right() - 3, mark.top(), 3, _MARK))
            case SessionState.ENDED:
                painter.drawRect(mark)
            case SessionState.IDLE:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour, 1.5))
                painter.drawEllipse(mark.adjusted(0.75, 0.75, -0.75, -0.75))
