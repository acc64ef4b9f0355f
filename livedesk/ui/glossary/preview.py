"""The line at the foot of the glossary window: type something, see which terms match and what becomes of it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.core.captions.stability import is_han
from livedesk.core.chat.log import clean
from livedesk.core.events import Command, PreviewLine
from livedesk.core.ids import ZH, Language
from livedesk.core.translation.request import TranslateResult
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.glossary.state import GlossaryState
from livedesk.ui.lines.figure_spans import doubt_spans
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock, TextStyle
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID, Step

PAUSE_MS = 120
"""So long after the last key the line is tried; it is shown as soon as the translator has it."""
_MOST_CHARACTERS = 300
_LEAST_HEIGHT = 76
"""Room for a line, its translation and a note, so that nothing jumps while one types."""


class PreviewText(QWidget):
    """Paints a result: the line with its terms marked, the translation, and why there is none."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._result: TranslateResult | None = None
        self._blocks: list[tuple[int, TextBlock]] = []
        self.hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.lay_out)

    @property
    def texts(self) -> list[str]:
        """What is painted, from top to bottom."""
        return [block.text for _, block in self._blocks]

    def show_result(self, result: TranslateResult | None) -> None:
        """Show what became of a line; None shows the hint."""
        self._result = result
        self.lay_out()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for y, block in self._blocks:
            block.draw(painter, 0, y)
        painter.end()

    def lay_out(self) -> None:
        """Lay the texts out anew: the result, the width or the colours changed."""
        self._blocks = []
        if self._result is None:
            self._add(self.hint, text_style(self._theme, Step.BODY, "mute"))
        else:
            self._add_result(self._result)
        height = self._blocks[-1][0] + self._blocks[-1][1].height
        self.setFixedHeight(max(_LEAST_HEIGHT, height))
        self.setAccessibleName("\n".join(self.texts))
        self.update()

    def _add_result(self, result: TranslateResult) -> None:
        request = result.request
        marks = [(use.start, use.end - use.start) for use in result.terms]
        self._add(request.text, self._term_style(), marks, language=result.language)
        if result.reason is None:
            doubts = doubt_spans(result.text, request.target, result.warnings)
            self._add(result.text, text_style(self._theme, Step.LARGE), doubts, language=request.target)
        else:
            self._add(words.reason_text(result.reason), text_style(self._theme, Step.BODY, "mute"))
        self._add(self._note(result), text_style(self._theme, Step.SMALL, "mute"))
        for warning in result.warnings:
            self._add(words.warning_text(warning), text_style(self._theme, Step.SMALL, "warn"))

    def _note(self, result: TranslateResult) -> str:
        if not result.terms:
            return self.tr("No term in this line.")
        text = result.request.text
        pairs = dict.fromkeys(f"{text[use.start : use.end]} → {use.target}" for use in result.terms)
        return "   ".join(pairs)

    def _term_style(self) -> TextStyle:
        style = text_style(self._theme, Step.BODY)
        ground, ink = self._theme.colour("accent_soft"), self._theme.colour("accent")
        return replace(style, mark=ink, mark_ground=ground)

    def _add(
        self,
        text: str,
        style: TextStyle,
        marks: list[tuple[int, int]] | None = None,
        *,
        language: Language | None = None,
    ) -> None:
        y = self._blocks[-1][0] + self._blocks[-1][1].height + GRID if self._blocks else 0
        self._blocks.append((y, TextBlock(text, self.width(), style, language=language, marks=marks or ())))


class PreviewPane(QFrame):
    """Asks the desk for a translation as one types; a change of the glossary asks again."""

    def __init__(
        self,
        theme: AppTheme,
        state: GlossaryState,
        post: Callable[[Command], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, "composer")
        self._state = state
        self._post = post
        self._is_back = False
        self._asked: PreviewLine | None = None
        self.field = QLineEdit(self)
        self.field.setMaxLength(_MOST_CHARACTERS)
        self.direction = QPushButton(self)
        self.direction.setAutoDefault(False)
        set_role(self.direction, "quiet")
        self.text = PreviewText(theme, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.field.textChanged.connect(self._typed)
        self.direction.clicked.connect(self._turn)
        state.terms_changed.connect(self.ask)
        state.catalogue_changed.connect(self.ask)
        state.languages_changed.connect(self._name_direction)
        self._lay_out()
        self.retranslate()

    def show_result(self, result: TranslateResult) -> None:
        """Take an answer of the desk; one to an older question is passed over."""
        asked, request = self._asked, result.request
        if asked and (asked.text, asked.source, asked.target) == (
            request.text,
            request.source,
            request.target,
        ):
            self.text.show_result(result)

    def ask(self) -> None:
        """Ask for what the line becomes now."""
        self._pause.stop()
        text = clean(self.field.text())
        if not text:
            self._asked = None
            self.text.show_result(None)
            return
        source, target = self._languages()
        self._asked = PreviewLine(text, source, target)
        self._post(self._asked)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.field.setPlaceholderText(self.tr("Try a line"))
        self.field.setAccessibleName(self.tr("Try a line"))
        self.text.hint = self.tr(
            "Type a line as the host or a buyer would; its terms and its translation appear here."
        )
        self._name_direction()
        self.text.lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self.field, 1)
        row.addWidget(self.direction, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(row)
        column.addWidget(self.text)

    def _typed(self, text: str) -> None:
        """Follow the script: a line in the other language is tried the other way."""
        if ZH in self._pair() and any(c.isalpha() for c in text):
            is_chinese = any(map(is_han, text))
            self._is_back = is_chinese is not (self._pair()[0] == ZH)
            self._name_direction()
        self._pause.start()

    def _turn(self) -> None:
        self._is_back = not self._is_back
        self._name_direction()
        self.ask()

    def _pair(self) -> tuple[Language, Language]:
        audience = self._state.audience_languages
        return self._state.host_language, audience[0] if audience else self._state.host_language

    def _languages(self) -> tuple[Language, Language]:
        host, audience = self._pair()
        return (audience, host) if self._is_back else (host, audience)

    def _name_direction(self) -> None:
        source, target = map(words.language_own_name, self._languages())
        self.direction.setText(f"{source} → {target}")
        self.direction.setAccessibleName(
            self.tr("Direction: {direction}").format(direction=self.direction.text())
        )
        self.direction.setToolTip(self.tr("Translate the other way"))
