"""What livedesk is, which version, under which licences."""

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk import __version__
from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL


class AboutDialog(QDialog):
    """A small window beside the desk."""

    def __init__(self, theme: AppTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._mark = QLabel(self)
        self._mark.setPixmap(theme.pixmap("app", 48, ratio=self.devicePixelRatioF()))
        self._heading, self._version = QLabel("livedesk", self), QLabel(self)
        set_role(self._heading, "heading")
        set_role(self._version, "mute")
        self._what, self._licences = QLabel(self), QLabel(self)
        for label in (self._what, self._licences):
            label.setWordWrap(True)
            label.setFixedWidth(400)
        set_role(self._licences, "small")
        self._close = QPushButton(self)
        self._close.clicked.connect(self.close)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("About livedesk"))
        self._version.setText(
            self.tr("Version {version} · Qt {qt}").format(version=__version__, qt=qVersion())
        )
        self._what.setText(
            self.tr(
                "Sell by livestream from a trade-fair booth: your catalogue, bilingual captions of what the host "
                "says, and buyers' messages in your language. Everything is translated on this computer."
            )
        )
        self._licences.setText(
            self.tr(
                "livedesk is free software under the Apache License 2.0. It uses Qt (LGPL 3) and MarianMT "
                "translation models, each under the licence that came with it. Cities: GeoNames (CC BY 4.0). Map: "
                "Natural Earth."
            )
        )
        self._close.setText(self.tr("Close"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._heading)
        names.addWidget(self._version)
        top = QHBoxLayout()
        top.setSpacing(GAP_M)
        top.addWidget(self._mark)
        top.addLayout(names)
        top.addStretch(1)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_L)
        column.addLayout(top)
        column.addWidget(self._what)
        column.addWidget(self._licences)
        column.addSpacing(GAP_S)
        column.addLayout(bottom)
