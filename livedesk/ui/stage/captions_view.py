"""The captions in one language, huge: the newest line always at the same place, older ones move up by whole lines."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.core.audience.overlay import ShownText, text_in
from livedesk.core.ids import EN, Language, SegmentId
from livedesk.core.records import Caption
from livedesk.core.typing_compat import override
from livedesk.ui.lines.scripts import line_height
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.theme.theme import AppTheme

_GAP = 0.24
"""Between two captions, in parts of the letters' size."""


class StageCaptions(QWidget):
    """Lays a caption out when it changes and not before; what does not fit above is left out by the line."""

    def __init__(self, theme: AppTheme, parent: QWidget, *, is_main: bool) -> None:
        super().__init__(parent)
        self._theme, self._is_main = theme, is_main
        self._language = EN
        self._size_px = 48
        self._shown: dict[SegmentId, ShownText] = {}
        self._blocks: dict[SegmentId, tuple[tuple[object, ...], TextBlock]] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        theme.changed.connect(self._forget)

    @property
    def texts(self) -> list[str]:
        """What is said, the newest last."""
        return [shown.text for _, shown in sorted(self._shown.items())]

    def set_look(self, language: Language, size_px: int) -> None:
        """Show another language, or letters of another size."""
        if (language, size_px) != (self._language, self._size_px):
            self._language, self._size_px = language, size_px
            self._forget()

    def show_captions(self, captions: dict[SegmentId, Caption]) -> None:
        """Show these; those without text in the language of this view are not there."""
        shown = {
            segment: text
            for segment, caption in captions.items()
            if (text := text_in(caption, self._language)) is not None
        }
        if shown != self._shown:
            self._shown = shown
            self._blocks = {segment: block for segment, block in self._blocks.items() if segment in shown}
            self.setAccessibleName(self.texts[-1] if shown else "")
            self.update()

    def height_for(self, room: int, most_lines: int = 99) -> int:
        """Return the height of as many lines as fit into `room`, and of the gap between two captions."""
        dense = ("zh", "ja", "ko", "ar", "fa", "he", "ur", "th", "hi", "bn")
        line = line_height("汉" if self._language in dense else "x", self._size_px)
        return min(most_lines, max(1, (room - self._gap) // line)) * line + self._gap

    @property
    def _gap(self) -> int:
        return round(self._size_px * _GAP)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._blocks.clear()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("background"))
        bottom = float(self.height())
        newest = max(self._shown, default=None)
        for segment in sorted(self._shown, reverse=True):
            block = self._block(segment, is_newest=segment == newest)
            top = bottom - block.height
            hidden = -(min(0.0, top) // block.line_height)
            if hidden >= block.line_count:
                break
            if hidden:
                clip = top + hidden * block.line_height
                painter.setClipRect(QRectF(0, clip, self.width(), bottom - clip))
            block.draw(painter, 0, top)
            bottom = top - self._gap
            if hidden:
                break
        painter.end()

    def _block(self, segment: SegmentId, *, is_newest: bool) -> TextBlock:
        shown = self._shown[segment]
        key = (shown, is_newest)
        known = self._blocks.get(segment)
        if known is not None and known[0] == key:
            return known[1]
        style = text_style(self._theme, self._size_px, "ink" if is_newest else "mute", bold=self._is_main)
        block = TextBlock(
            shown.text, self.width(), style, language=self._language, stable_length=shown.stable
        )
        self._blocks[segment] = key, block
        return block

    @Slot()
    def _forget(self) -> None:
        self._blocks.clear()
        self.update()
