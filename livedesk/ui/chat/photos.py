"""Photos that buyers sent, small for their rows: read and decoded one at a time, never while painting."""

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QBuffer, QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImageReader, QPixmap

from livedesk.ui.catalogue.thumbnails import decode
from livedesk.ui.theme.tokens import RADIUS

SIDE_PX = 72
_CAPACITY = 128
_WAITING = 32
"""Photos waiting to be decoded; when one scrolls past more, the oldest are forgotten until asked for again."""
_Key = tuple[str, int]  # name, side in device pixels


class ChatPhotos(QObject):
    """Keeps the photos shown last; one that is gone, or cannot be read, is None for good."""

    decoded = Signal()
    """A photo that was asked for is there: draw again."""

    def __init__(self, read: Callable[[str], bytes], parent: QObject | None = None) -> None:
        """Take what returns a photo's file by its name, b"" where there is none."""
        super().__init__(parent)
        self._read = read
        self._photos: OrderedDict[_Key, QPixmap | None] = OrderedDict()
        self._waiting: OrderedDict[_Key, float] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._decode_one)

    def thumbnail(self, name: str, ratio: float) -> QPixmap | None:
        """Return the photo for a screen of device pixel `ratio`; None until it is there, or where it is gone."""
        key = name, round(SIDE_PX * ratio)
        if key in self._photos:
            self._photos.move_to_end(key)
            return self._photos[key]
        self._waiting[key] = ratio
        self._waiting.move_to_end(key)
        if len(self._waiting) > _WAITING:
            self._waiting.popitem(last=False)
        if not self._timer.isActive():
            self._timer.start()
        return None

    def whole(self, name: str) -> QPixmap:
        """Return the photo as large as it is, a null pixmap where it is gone or cannot be read."""
        buffer = QBuffer()
        buffer.setData(QByteArray(self._read(name)))
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        return QPixmap.fromImage(reader.read())

    def forget(self, names: Iterable[str]) -> None:
        """Drop photos that are deleted."""
        gone = set(names)
        for kept in (self._photos, self._waiting):
            for key in [key for key in kept if key[0] in gone]:
                del kept[key]

    @Slot()
    def _decode_one(self) -> None:
        if not self._waiting:
            return
        key, ratio = self._waiting.popitem()  # the newest: what is on screen now
        image = decode(self._read(key[0]), key[1], round(RADIUS * ratio))
        pixmap = None
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
        self._photos[key] = pixmap
        if len(self._photos) > _CAPACITY:
            self._photos.popitem(last=False)
        if self._waiting:
            self._timer.start()
        self.decoded.emit()
