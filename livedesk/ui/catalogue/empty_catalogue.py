"""What stands where the catalogue will be: the ways in which products come in."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_S, GAP_XL

_ICON_PX = 32


class EmptyCatalogue(QWidget):
    """The table one has already comes first; the sample booth is for looking around."""

    import_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._title, self._explanation = QLabel(), QLabel(), QLabel()
        self.import_button, self.new, self.sample, self.folder = (QPushButton() for _ in range(4))
        set_role(self._title, "title")
        set_role(self._explanation, "mute")
        set_role(self.import_button, "primary")
        set_role(self.folder, "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_XL, GAP_L, GAP_L)
        column.setSpacing(GAP_S)
        for label in (self._icon, self._title, self._explanation):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is not self._icon)
            column.addWidget(label)
        column.addSpacing(GAP_S)
        for button in (self.import_button, self.new, self.sample, self.folder):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.import_button.clicked.connect(self.import_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._title.setText(self.tr("No products yet"))
        self._explanation.setText(
            self.tr(
                "Take the price list you have, Excel or CSV: its columns are found by their headings. "
                "Or begin with one product, or look around in the sample booth."
            )
        )
        self.import_button.setText(self.tr("Import a table…"))
        self.new.setText(self.tr("New product"))
        self.sample.setText(self.tr("Open the sample booth"))
        self.folder.setText(self.tr("Open a booth folder…"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _recolour(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap("catalogue", _ICON_PX, "faint", ratio))
