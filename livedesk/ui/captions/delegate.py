"""How a caption looks: the audience's language large, the host's below; the current one largest of all."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from livedesk.core.records import Caption, Reason, Translation
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.captions.list_model import CaptionModel, doubtful_translations
from livedesk.ui.lines.delegate import Box, LineDelegate, RowLayout
from livedesk.ui.lines.figure_spans import doubt_spans
from livedesk.ui.lines.list_model import Index, LineRole
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock, TextStyle
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GRID, Step

CHECKED = "checked"
"""The clickable part that says the figures are right."""
CHANGED = "changed:"
"""How the clickable parts begin that were changed since they were heard; the correction's number follows."""
MEASURE_CHARACTERS = 70
"""Longer lines lose the reader's eye on its way back."""
_SOURCE_WHEN_OLDER, _SOURCE_WHEN_CURRENT = Step.LARGE, Step.CAPTION
_SILENT_REASONS = (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
_SELECTION_PAD, _SELECTION_RADIUS = 12.0, 8.0
SIDE_PX = 12
"""Room left and right of the text, for the ground of a selected row."""


@dataclass(frozen=True)
class _Styles:
    main: TextStyle
    below: TextStyle
    waiting: TextStyle
    measure_px: float


class CaptionDelegate(LineDelegate):
    """Paints `CaptionModel` rows; texts that may still change are faint."""

    def __init__(self, theme: AppTheme, model: CaptionModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._scale = 1.0
        self.forget()

    def set_scale(self, scale: float) -> None:
        """Draw captions `scale` times as large; the view must be laid out anew."""
        self._scale = scale
        self.forget()

    @override
    def forget(self) -> None:
        super().forget()
        self._older = self._styles(Step.CAPTION, _SOURCE_WHEN_OLDER, is_bold=False)
        self._current = self._styles(Step.HERO, _SOURCE_WHEN_CURRENT, is_bold=True)
        self._note = text_style(self.theme, Step.BODY, "warn", scale=max(1.0, self._scale * 0.8))
        self._link = text_style(self.theme, Step.BODY, "accent", scale=max(1.0, self._scale * 0.8), bold=True)
        self._reason = text_style(self.theme, Step.BODY, "mute", scale=max(1.0, self._scale * 0.8))
        self._time = text_style(self.theme, Step.SMALL, "mute", tabular=True)
        self._ground = self.theme.colour("accent_soft")

    def _styles(self, main: int, below: int, *, is_bold: bool) -> _Styles:
        style = text_style(self.theme, main, bold=is_bold, scale=self._scale)
        return _Styles(
            main=style,
            below=text_style(self.theme, below, "mute", scale=self._scale),
            waiting=text_style(self.theme, main, "faint", scale=self._scale),
            measure_px=QFontMetricsF(style.font).averageCharWidth() * MEASURE_CHARACTERS,
        )

    @override
    def row_key(self, index: Index) -> tuple[Hashable, object]:
        caption: Caption = index.data(LineRole.RECORD)
        is_current = bool(index.data(LineRole.IS_CURRENT))
        return (caption.segment, is_current), (caption, self._model.language)

    @override
    def lay_out(self, index: Index, width: int) -> RowLayout:
        caption: Caption = index.data(LineRole.RECORD)
        is_current = bool(index.data(LineRole.IS_CURRENT))
        styles = self._current if is_current else self._older
        room = min(width - 2 * SIDE_PX, styles.measure_px)
        layout = RowLayout(height=GAP_M if is_current else GRID)
        self._add_time(layout, caption, width)
        if caption.gap_s > 0:
            self._add_gap(layout, caption, width)
            return layout
        translation = self._model.shown_translation(caption)
        if translation is None and self._model.language != caption.language and self._model.language:
            self._add(layout, TextBlock("…", room, styles.waiting), width)
            self._add(layout, self._source_below(caption, styles, room), width)
            self._add_corrections(layout, caption)
        elif translation is None or translation.reason in _SILENT_REASONS:
            self._add(layout, self._source_as_main(caption, styles, room), width)
            self._add_corrections(layout, caption)
        elif translation.reason is not None:
            self._add(layout, self._source_as_main(caption, styles, room), width)
            self._add_corrections(layout, caption)
            reason = words.reason_text(translation.reason)
            self._add(layout, TextBlock(reason, room, self._reason), width)
            layout.set_editable(room)
        else:
            self._add(layout, self._translated(translation, styles, room), width)
            if caption.is_final:
                layout.set_editable(room)
            if translation.is_corrected and not doubtful_translations(caption):
                note = TextBlock(self.tr("✓ hand-checked"), room, self._reason)
                self.add_note(layout, note, SIDE_PX, width - SIDE_PX)
            self._add_doubts(layout, caption, room, width)
            self._add(layout, self._source_below(caption, styles, room), width)
            self._add_corrections(layout, caption)
        layout.height += GAP_M
        return layout

    @override
    def editable_text(self, index: Index) -> str:
        translation = self._model.shown_translation(index.data(LineRole.RECORD))
        return translation.text if translation and not translation.reason else ""

    @override
    def editable_font(self, index: Index) -> QFont:
        is_current = bool(index.data(LineRole.IS_CURRENT))
        return (self._current if is_current else self._older).main.font

    @override
    def paint_selected(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._ground)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _SELECTION_RADIUS, _SELECTION_RADIUS)

    def _add(self, layout: RowLayout, block: TextBlock, width: int) -> None:
        x = width - SIDE_PX - block.width if block.is_right_to_left else SIDE_PX
        layout.blocks.append((x, layout.height, block))
        layout.height += block.height

    def _translated(self, translation: Translation, styles: _Styles, room: float) -> TextBlock:
        warnings = translation.warnings if translation.is_final else ()
        return TextBlock(
            translation.text,
            room,
            styles.main,
            language=translation.language,
            stable_length=len(translation.text) if translation.is_final else translation.stable_length,
            marks=doubt_spans(translation.text, translation.language, warnings),
        )

    def _source_as_main(self, caption: Caption, styles: _Styles, room: float) -> TextBlock:
        return TextBlock(
            caption.text,
            room,
            styles.main,
            language=caption.language,
            stable_length=len(caption.text) if caption.is_final else caption.agreed_length,
            underlined=_changed_spans(caption),
        )

    def _source_below(self, caption: Caption, styles: _Styles, room: float) -> TextBlock:
        warnings = [w for t in doubtful_translations(caption) for w in t.warnings]
        return TextBlock(
            caption.text,
            room,
            styles.below,
            language=caption.language,
            stable_length=len(caption.text) if caption.is_final else caption.agreed_length,
            underlined=_changed_spans(caption),
            marks=doubt_spans(caption.text, caption.language, warnings, is_source=True),
        )

    def _add_gap(self, layout: RowLayout, caption: Caption, width: int) -> None:
        """Add the thin row that stands in the place of captions: words between two hairlines."""
        note = TextBlock(words.format_gap(caption.gap_s), width - 2 * SIDE_PX, self._reason)
        line, text_px = self.theme.colour("line"), note.last_line_width
        left = max(float(SIDE_PX), (width - text_px) / 2)
        layout.blocks.append((left, layout.height + GRID, note))
        y = layout.height + GRID + note.height / 2
        for begin, end in ((SIDE_PX, left - GAP_M), (left + text_px + GAP_M, width - SIDE_PX)):
            if end > begin:
                layout.boxes.append(Box(QRectF(begin, round(y), end - begin, 1), fill=line))
        layout.height += note.height + 2 * GRID

    def _add_corrections(self, layout: RowLayout, caption: Caption) -> None:
        """Make the changed words of the source, which is the block added last, say what was heard in their place."""
        x, y, block = layout.blocks[-1]
        for number, change in enumerate(caption.corrections):
            heard = self.tr("Heard: {heard}").format(heard=change.heard)
            for place, rect in enumerate(block.rects_of(change.start, len(change.written))):
                part = f"{CHANGED}{number}" if place == 0 else f"{CHANGED}{number}/{place}"
                layout.parts[part] = rect.translated(x, y).toAlignedRect()
                tip = self.tr("Click, or press H, to write that.") if caption.is_final else ""
                layout.tips[part] = f"{heard}\n{tip}".rstrip()

    def _add_doubts(self, layout: RowLayout, caption: Caption, room: float, width: int) -> None:
        """Add the words about doubtful figures, behind the translation's last line where they fit."""
        doubtful = doubtful_translations(caption)
        if not doubtful:
            return
        note = TextBlock("; ".join(self._doubt_texts(doubtful)), room, self._note)
        link = TextBlock(self.tr("It is right · F"), room, self._link)
        main_x, main_y, main = layout.blocks[-1]
        beside = main_x + main.last_line_width + GAP_M
        needed = note.last_line_width + GAP_M + link.last_line_width
        if note.line_count == 1 and not main.is_right_to_left and beside + needed <= width - SIDE_PX:
            y = main_y + main.height - (main.line_height + note.line_height) / 2
            self._place_note(layout, note, link, beside, y)
        else:
            self._place_note(layout, note, link, SIDE_PX, layout.height)
            layout.height += note.height + (0 if self._fits_beside(note, link, room) else link.height)

    def _fits_beside(self, note: TextBlock, link: TextBlock, room: float) -> bool:
        return note.last_line_width + GAP_M + link.last_line_width <= room

    def _place_note(self, layout: RowLayout, note: TextBlock, link: TextBlock, x: float, y: float) -> None:
        layout.blocks.append((x, y, note))
        if self._fits_beside(note, link, note.width):
            link_x, link_y = x + note.last_line_width + GAP_M, y + note.height - note.line_height
        else:
            link_x, link_y = x, y + note.height
        layout.blocks.append((link_x, link_y, link))
        layout.parts[CHECKED] = QRect(
            round(link_x) - GRID,
            round(link_y) - GRID,
            round(link.last_line_width) + 2 * GRID,
            link.height + 2 * GRID,
        )

    def _doubt_texts(self, doubtful: list[Translation]) -> list[str]:
        texts = []
        for translation in doubtful:
            said = ", ".join(words.warning_text(w) for w in translation.warnings)
            is_shown = translation.language == self._model.language
            texts.append(said if is_shown else f"{words.language_own_name(translation.language)}: {said}")
        return texts

    def _add_time(self, layout: RowLayout, caption: Caption, width: int) -> None:
        """Add when it was said, seen only under the mouse: at the right edge of the space above the text."""
        time = TextBlock(words.format_minutes(caption.t0_s), GAP_L * 4, self._time)
        layout.hover_blocks.append((width - SIDE_PX - time.last_line_width, 0, time))


def _changed_spans(caption: Caption) -> list[tuple[int, int]]:
    return [(change.start, len(change.written)) for change in caption.corrections]
