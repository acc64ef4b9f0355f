"""The QR code that brings phones to the audience page, with its address and how to get there, in words."""

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from livedesk.core.ids import EN, Language
from livedesk.core.typing_compat import override
from livedesk.ui.connections.poster_words import texts_for
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.qr_view import QUIET, Modules, paint_code

_TITLE, _HINT, _ADDRESS = 20, 17, 13
_GAP = 14
_LEAST_MODULE_PX = 2


class StageCode(QWidget):
    """The code as large as whole pixels allow, the words beside it, or below where it is narrow."""

    def __init__(self, theme: AppTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._modules: Modules = ()
        self._address, self._hint = "", ""
        self._languages: tuple[Language, ...] = (EN,)
        self._unit = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._recolour)

    @property
    def modules(self) -> Modules:
        """The code on show, () for none."""
        return self._modules

    def show_code(
        self, modules: Modules, address: str, hint: str, languages: tuple[Language, ...], unit: float
    ) -> None:
        """Show a code; `unit` is how many px one px of a stage 720 px high has."""
        given = (modules, address, hint, languages, unit)
        if given == (self._modules, self._address, self._hint, self._languages, self._unit):
            return
        self._modules, self._address, self._hint, self._languages, self._unit = given
        self.setAccessibleName(address)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        if self._modules:
            u = self._unit
            side = self._side()
            is_beside = self.width() - side >= 120 * u
            texts_x = side + _GAP * u if is_beside else 0.0
            blocks = self._texts(self.width() - texts_x)
            while len(blocks) > 1 and sum(b.height for b in blocks) > self._room(side, is_beside=is_beside):
                blocks.pop()
            high = sum(block.height for block in blocks)
            y = self.height() - side if is_beside else self.height() - side - high - _GAP * u
            self._draw_code(painter, QRect(0, round(y), side, side))
            y = self.height() - side / 2 - high / 2 if is_beside else self.height() - high
            for block in blocks:
                block.draw(painter, texts_x, y)
                y += block.height
        painter.end()

    def _room(self, side: int, *, is_beside: bool) -> float:
        return side if is_beside else self.height() - side - _GAP * self._unit

    def _side(self) -> int:
        """Return the side of the white square: whole modules, and words still have their place."""
        u, count = self._unit, len(self._modules) + 2 * QUIET
        wide = self.width() > 1.6 * self.height()
        room = min(self.height(), self.width() - 130 * u) if wide else min(self.width(), self.height() * 0.66)
        if not wide and self.width() - room < 120 * u:
            room = min(self.width(), self.height() - 110 * u)
        return max(_LEAST_MODULE_PX, int(room / count)) * count

    def _draw_code(self, painter: QPainter, room: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(QRectF(room), 8 * self._unit, 8 * self._unit)
        inside = room.adjusted(4, 4, -4, -4)
        painter.save()
        painter.setClipRect(inside)
        paint_code(painter, room, self._modules)
        painter.restore()

    def _texts(self, width: float) -> list[TextBlock]:
        titles = [(language, text.title) for language, text in texts_for(self._languages)]
        wanted = [(lang, title) for lang, title in titles if lang in self._languages] or titles[:1]
        lines = [(lang, title, _TITLE, "ink", place == 0) for place, (lang, title) in enumerate(wanted[:2])]
        if self._hint:  # before the second language: it is what one needs to get there
            lines.insert(1, (self._languages[0], self._hint, _HINT, "mute", False))
        address = self._address.split("://")[-1].rstrip("/").replace("/", "/\u200b")
        lines.append((EN, address, _ADDRESS, "mute", False))
        return [
            TextBlock(
                text,
                width,
                text_style(self._theme, size, colour, bold=bold, scale=self._unit, max_lines=3),
                language=language,
            )
            for language, text, size, colour, bold in lines
        ]

    @Slot()
    def _recolour(self) -> None:
        self.update()
