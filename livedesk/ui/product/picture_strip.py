"""The product's pictures in their order, the cover first: dragged in, pasted, chosen; dragged to another place."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.catalogue.thumbnails import decode
from livedesk.ui.services import AppServices
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_S, RADIUS

SIDE_PX = 72
_NAME = Qt.ItemDataRole.UserRole + 1


class PictureStrip(QListWidget):
    """Drag or Alt+Left and Alt+Right move a picture, Del takes it away, Ctrl+V pastes one."""

    ordered = Signal(object)  # tuple[str, ...]: the pictures as they now are
    files_given = Signal(object)  # tuple[Path, ...]
    picture_given = Signal(object)  # bytes

    def __init__(self, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._waiting: list[str] = []
        self._icons: dict[str, QIcon] = {}
        self._decoding = QTimer(self)
        self._decoding.setInterval(0)
        self._decoding.timeout.connect(self._decode_one)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(QSize(SIDE_PX, SIDE_PX))
        self.setGridSize(QSize(SIDE_PX + GAP_S, SIDE_PX + GAP_S))
        self.setFixedHeight(SIDE_PX + 2 * GAP_S)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMovement(QListView.Movement.Snap)
        self.setAcceptDrops(True)
        set_role(self, "pictures")

    @property
    def names(self) -> tuple[str, ...]:
        """The pictures in their order."""
        return tuple(self.item(row).data(_NAME) for row in range(self.count()))

    def show_pictures(self, names: tuple[str, ...]) -> None:
        """Show these pictures, the cover first."""
        if names == self.names:
            return
        current = self.currentItem().data(_NAME) if self.currentItem() else None
        self.clear()
        for name in names:
            item = QListWidgetItem(self._icons.get(name, QIcon()), "")
            item.setData(_NAME, name)
            item.setSizeHint(QSize(SIDE_PX + GAP_S, SIDE_PX + GAP_S))
            self.addItem(item)
            if name == current:
                self.setCurrentItem(item)
        self._waiting = [name for name in names if name not in self._icons]
        self._decoding.start()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(self.tr("Pictures"))
        for row in range(self.count()):
            text = self.tr("Cover") if row == 0 else self.tr("Picture {number}").format(number=row + 1)
            self.item(row).setToolTip(text)
            self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, text)

    def move_current(self, to: int) -> None:
        """Put the selected picture at place `to`."""
        row = self.currentRow()
        names = list(self.names)
        if row < 0 or not 0 <= to < len(names) or to == row:
            return
        names.insert(to, names.pop(row))
        self.show_pictures(tuple(names))
        self.setCurrentRow(to)
        self.ordered.emit(tuple(names))

    @Slot()
    def remove_current(self) -> None:
        """Take the selected picture away; undo brings it back."""
        row = self.currentRow()
        if row >= 0:
            names = self.names
            self.ordered.emit(names[:row] + names[row + 1 :])

    @Slot()
    def paste(self) -> None:
        """Take the picture, or the files, on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_current()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(self.currentRow() + step)
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is self:
            row = self.indexAt(event.position().toPoint()).row()
            self.move_current(row if row >= 0 else self.count() - 1)
            # A copy, so that the view does not take away what has been moved already.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        elif self._take(event.mimeData()):
            event.acceptProposedAction()

    def _judge(self, event: QDragMoveEvent) -> None:
        if event.source() is self or event.mimeData().hasImage() or files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _take(self, data: QMimeData) -> bool:
        if files := files_in(data):
            self.files_given.emit(files)
        elif data.hasImage():
            self.picture_given.emit(as_bmp(QImage(data.imageData())))
        else:
            return False
        return True

    @Slot()
    def _decode_one(self) -> None:
        if not self._waiting:
            self._decoding.stop()
            return
        name = self._waiting.pop(0)
        ratio = self.devicePixelRatioF()
        image = decode(self._services.picture(name), round(SIDE_PX * ratio), round(RADIUS * ratio))
        if image is None:
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self._icons[name] = QIcon(pixmap)
        for row in range(self.count()):
            if self.item(row).data(_NAME) == name:
                self.item(row).setIcon(self._icons[name])


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer that were dragged or copied."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def as_bmp(image: QImage) -> bytes:
    """Return `image` as a file. As BMP: compressing a whole screen would hold up the window for a moment."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")  # type: ignore[call-overload]  # the stub wants bytes, PySide 6.11 takes only str
    return bytes(data.data())
