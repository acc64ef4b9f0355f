"""A card on the screen: the preview in a form, and the whole of the window on air."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.cards import painting
from livedesk.ui.cards.scene import Scene
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_XL


class CardView(QWidget):
    """Draws a card once for each size and keeps it; `keeps_shape` leaves bars rather than stretch a preview."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None, *, keeps_shape: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._keeps_shape = theme, keeps_shape
        self.scene: Scene | None = None
        self._hint = ""
        self._drawn: tuple[QSize, float, QPixmap] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        theme.changed.connect(self._forget)

    def set_hint(self, text: str) -> None:
        """Say on an empty card what is wanted to fill it."""
        self._hint = text
        self.update()

    def show_scene(self, scene: Scene | None) -> None:
        """Show a card, None for an empty one."""
        self.scene = scene
        self._forget()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        if self._keeps_shape:
            painter.fillRect(room, self._theme.colour("line"))
            size = painting.SHAPE.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            room = QRectF(
                (self.width() - size.width()) / 2,
                (self.height() - size.height()) / 2,
                size.width(),
                size.height(),
            )
        if self.scene is None:
            painter.fillRect(room, self._theme.colour("panel"))
            painter.setPen(self._theme.colour("mute"))
            inside = room.adjusted(GAP_XL, GAP_XL, -GAP_XL, -GAP_XL)
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        else:
            painter.drawPixmap(room.topLeft(), self._pixmap(self.scene, room.size().toSize()))

    def _pixmap(self, scene: Scene, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn[:2] != (size, ratio):
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            painting.draw(painter, QRectF(0, 0, size.width(), size.height()), scene, self._theme.colours)
            painter.end()
            self._drawn = (size, ratio, pixmap)
        return self._drawn[2]

    def _forget(self) -> None:
        self._drawn = None
        self.update()
