"""What a buyer and the booth wrote to each other, both languages below one another."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from livedesk.core.leads.lead import Lead, TranscriptLine
from livedesk.ui.leads import words
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, Step


class Conversation(QTextEdit):
    """Read only; words are inserted as text, never as HTML."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._lead: Lead | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        theme.changed.connect(self._show)

    def show_lead(self, lead: Lead) -> None:
        """Show what was said in `lead`; the end of it, where the newest words are."""
        is_same = self._lead is not None and self._lead.id == lead.id
        is_unchanged = self._lead is not None and self._lead.transcript is lead.transcript
        self._lead = lead
        if not (is_same and is_unchanged):
            self._show()

    @Slot()
    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Conversation"))
        self.setPlaceholderText(self.tr("Nothing was written: this lead was made by hand or on a phone."))
        self._show()

    @Slot()
    def _show(self) -> None:
        self.clear()
        if self._lead is None:
            return
        cursor = QTextCursor(self.document())
        for number, line in enumerate(self._lead.transcript):
            if number:
                cursor.insertBlock()
            self._insert(cursor, line, is_first=not number)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _insert(self, cursor: QTextCursor, line: TranscriptLine, *, is_first: bool) -> None:
        gap = QTextBlockFormat()
        gap.setTopMargin(0 if is_first else GAP_M)
        cursor.setBlockFormat(gap)
        who = self.tr("Buyer") if line.is_from_buyer else self.tr("You")
        cursor.insertText(f"{who} · {words.moment_text(line.at)}", self._format("mute", Step.SMALL))
        for text, colour in ((line.text, "ink"), (line.translation, "mute")):
            if text:
                cursor.insertBlock(QTextBlockFormat())
                cursor.insertText(text, self._format(colour, Step.BODY))

    def _format(self, colour: str, step: int) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._theme.colour(colour))
        form.setFont(font(step))
        return form
