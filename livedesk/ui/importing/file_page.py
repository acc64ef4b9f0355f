"""The first step: which file. It can be chosen or dropped."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import CARD_RADIUS, GAP_L, GAP_M, GAP_S

_ICON_PX = 40
PATTERNS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"
_ENDINGS = tuple(pattern.lstrip("*") for pattern in PATTERNS.split())


def table_in(mime: QMimeData) -> str:
    """Return the path of the table that is dragged, "" where what is dragged is none."""
    paths = [url.toLocalFile() for url in mime.urls()]
    return next((path for path in paths if path.lower().endswith(_ENDINGS)), "")


class FilePage(QWidget):
    """A place to drop a file on, with a button for who does not drag."""

    choose_wanted = Signal()

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_hovered = False
        self._icon, self._title, self._hint, self._more = (QLabel(self) for _ in range(4))
        self.choose = QPushButton(self)
        self.choose.setDefault(True)
        set_role(self.choose, "primary")
        set_role(self._title, "heading")
        set_role(self._hint, "mute")
        set_role(self._more, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addStretch(2)
        for label in (self._icon, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is self._hint)
            column.addWidget(label)
        column.addSpacing(GAP_S)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._more.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._more.setWordWrap(True)
        column.addWidget(self._more)
        self.choose.clicked.connect(self.choose_wanted)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def show_hover(self, *, is_hovered: bool) -> None:
        """Show that a file held above the window would be taken."""
        self._is_hovered = is_hovered
        self.update()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._title.setText(self.tr("Drop your price list here"))
        self._hint.setText(
            self.tr("Excel (.xlsx, .xls), LibreOffice (.ods) or text (.csv, .tsv), as you have it.")
        )
        self._more.setText(
            self.tr(
                "Titles above the table, Chinese or English headings, prices such as “US$ 3.50/pc” and pictures "
                "inside the sheet are understood. Nothing changes before you have seen what would change."
            )
        )
        self.choose.setText(self.tr("Choose a file…"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("accent" if self._is_hovered else "faint")
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.colour("accent_soft" if self._is_hovered else "panel"))
        frame = self.rect().adjusted(GAP_L, GAP_L, -GAP_L, -GAP_L)
        frame.setBottom(self._more.geometry().top() - GAP_M)
        painter.drawRoundedRect(frame, CARD_RADIUS, CARD_RADIUS)

    def _recolour(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap("catalogue", _ICON_PX, "accent", ratio))
        self.update()
