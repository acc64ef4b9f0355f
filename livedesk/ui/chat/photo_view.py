"""A buyer's photo, large, in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.theme.tokens import GAP_M

_MOST_OF_SCREEN = 0.8
_LEAST_PX = 160


class PhotoView(QDialog):
    """As large as the photo, at most four fifths of the screen; Esc closes it."""

    def __init__(self, photo: QPixmap, buyer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Photo from {name}").format(name=buyer))
        self._photo = photo
        self._label = QLabel(self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setMinimumSize(_LEAST_PX, _LEAST_PX)
        self._label.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        column.addWidget(self._label)
        if photo.isNull():
            self._label.setText(self.tr("The photo is not there any more."))
            return
        room = self.screen().availableSize() * _MOST_OF_SCREEN
        self.resize(photo.size().boundedTo(photo.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)))

    @property
    def text(self) -> str:
        """What stands in place of the photo, "" where it is shown."""
        return self._label.text()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._photo.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = (self.size().shrunkBy(self.layout().contentsMargins())) * ratio  # type: ignore[union-attr]  # there is one
        shown = self._photo.scaled(
            room.boundedTo(self._photo.size()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self._label.setPixmap(shown)
