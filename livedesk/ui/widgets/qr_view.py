"""A QR code: black on white in every theme, because that is what phones read."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.core.typing_compat import override

QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""

Modules = tuple[tuple[bool, ...], ...]


def paint_code(painter: QPainter, room: QRect, modules: Modules) -> None:
    """Fill `room` with white and draw the code in its middle, each module the same number of pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(room, QColor(Qt.GlobalColor.white))
    if modules:
        side = max(1, min(room.width(), room.height()) // (len(modules) + 2 * QUIET))
        left = room.left() + (room.width() - side * len(modules)) // 2
        top = room.top() + (room.height() - side * len(modules)) // 2
        for y, row in enumerate(modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    painter.fillRect(left + x * side, top + y * side, side, side, Qt.GlobalColor.black)
    painter.restore()


def code_image(modules: Modules, module_px: int) -> QImage:
    """Return the code with its quiet zone as a picture."""
    side = (len(modules) + 2 * QUIET) * module_px
    image = QImage(side, side, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_code(painter, image.rect(), modules)
    painter.end()
    return image


class QrView(QWidget):
    """Shows a code as large as it is, with sharp modules on every screen."""

    def __init__(self, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: Modules = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(side_px, side_px))

    @property
    def modules(self) -> Modules:
        """The code on show, () for none."""
        return self._modules

    def show_code(self, modules: Modules) -> None:
        """Show another code."""
        if modules != self._modules:
            self._modules = modules
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # In the screen's own pixels, or a scaled desktop would draw some modules wider than others.
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        paint_code(
            painter, QRect(0, 0, round(self.width() * ratio), round(self.height() * ratio)), self._modules
        )
        painter.end()
