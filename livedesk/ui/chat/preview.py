"""What the buyer will read, what it says when read back, and whether the figures agree."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.core.ids import Language
from livedesk.core.records import Reply, ReplyState, Translation
from livedesk.core.translation.figures import read
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.lines.figure_spans import doubt_spans
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GRID, Step

_TRANSLATION_LINES, _BACK_LINES = 10, 6


class Preview(QWidget):
    """Shows the preview of one draft; it is faint while the box already holds other words."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reply: Reply | None = None
        self._host_language = Language("")
        self._is_stale = False
        self._blocks: list[tuple[int, TextBlock]] = []
        self.text = self.back_text = self.check_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)
        self.hide()

    def show_reply(self, reply: Reply | None, host_language: Language, *, is_stale: bool) -> None:
        """Show the preview in `reply`; None shows nothing. `is_stale`: its words are not those in the box."""
        before = self._reply
        if reply and before and reply.translation is None and reply.message == before.message:
            reply, is_stale = before, True  # the old words stay, faint, until the new ones come
        self._reply, self._host_language, self._is_stale = reply, host_language, is_stale
        self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._lay_out()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for y, block in self._blocks:
            block.draw(painter, 0, y)
        painter.end()

    def _lay_out(self) -> None:
        self._blocks = []
        self.text = self.back_text = self.check_text = ""
        reply = self._reply
        line = reply.translation if reply else None
        if reply is not None and line is not None and line.reason is None and line.text:
            self._add_blocks(reply, line)
        height = self._blocks[-1][0] + self._blocks[-1][1].height if self._blocks else 0
        self.setAccessibleName("\n".join(t for t in (self.text, self.back_text, self.check_text) if t))
        if height != self.height():
            self.setFixedHeight(height)
        self.setVisible(bool(self._blocks))
        self.update()

    def _add_blocks(self, reply: Reply, line: Translation) -> None:
        colour = "faint" if self._is_stale else "ink"
        style = text_style(self._theme, Step.LARGE, colour, max_lines=_TRANSLATION_LINES)
        warnings = () if self._is_stale else line.warnings
        self.text = line.text
        self._add(
            TextBlock(
                line.text,
                self.width(),
                style,
                language=line.language,
                marks=doubt_spans(line.text, line.language, warnings),
            )
        )
        if self._is_stale:
            return
        if reply.back is not None and reply.back.reason is None and reply.back.text:
            self.back_text = self.tr("reads back: {text}").format(text=reply.back.text)
            style = text_style(self._theme, Step.SMALL, "mute", max_lines=_BACK_LINES)
            self._add(TextBlock(self.back_text, self.width(), style))
        self._add_check(reply, line)

    def _add_check(self, reply: Reply, line: Translation) -> None:
        warnings = (*line.warnings, *(reply.back.warnings if reply.back else ()))
        if warnings:
            self.check_text, colour = "; ".join(dict.fromkeys(map(words.warning_text, warnings))), "warn"
        elif reply.state is ReplyState.CHECKED and read(reply.text, self._host_language).certain:
            self.check_text, colour = self.tr("✓ figures agree"), "ok"
        else:
            return
        self._add(TextBlock(self.check_text, self.width(), text_style(self._theme, Step.SMALL, colour)))

    def _add(self, block: TextBlock) -> None:
        y = self._blocks[-1][0] + self._blocks[-1][1].height + GRID // 2 if self._blocks else 0
        self._blocks.append((y, block))
