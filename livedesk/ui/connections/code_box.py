"""The QR code that buyers scan, the address below it, and how to get both onto paper."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.core.catalogue.product import in_language
from livedesk.core.ids import EN
from livedesk.ui.connections import poster
from livedesk.ui.connections.state import ConnectionsState
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_new_file
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_S, RADIUS
from livedesk.ui.widgets.qr_view import QUIET, QrView

_MODULE_PX = 7
_LEAST_PX = 264


class CodeBox(QFrame):
    """Empty while phones are not let in: an old code on show would lead nowhere."""

    told = Signal(str)
    """Something to say in one sentence: that the address was copied."""

    def __init__(
        self,
        services: AppServices,
        preferences: Preferences,
        state: ConnectionsState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._services, self._preferences, self._state = services, preferences, state
        self.address = ""
        self.code = QrView(_LEAST_PX, self)
        self.link = QLabel(self)
        self.link.setTextFormat(Qt.TextFormat.PlainText)
        self.link.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.link.setWordWrap(True)
        self.explanation = QLabel(self)
        self.explanation.setWordWrap(True)
        set_role(self.explanation, "mute")
        self.print_page, self.save_picture, self.copy = (QPushButton(self) for _ in range(3))
        for button in (self.print_page, self.save_picture, self.copy):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.print_page.clicked.connect(self._choose_page)
        self.save_picture.clicked.connect(self._choose_picture)
        self.copy.clicked.connect(self._copy)
        self._lay_out()
        self.retranslate()
        self.show_address("")

    def show_address(self, address: str) -> None:
        """Show the code of `address`; "" is none."""
        self.address = address
        modules = self._services.qr_modules(address) if address else ()
        side = max(_LEAST_PX, (len(modules) + 2 * QUIET) * _MODULE_PX)
        self.code.setFixedSize(side, side)
        self.link.setFixedWidth(side)
        self.code.show_code(modules)
        self.link.setText(_breakable(address))
        for widget in (self.code, self.link, self.print_page, self.save_picture, self.copy):
            widget.setVisible(bool(address))
        self._explain()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.print_page.setText(self.tr("Page to print (PDF)…"))
        self.save_picture.setText(self.tr("Code as a picture…"))
        self.copy.setText(self.tr("Copy the address"))
        self.code.setAccessibleName(self.tr("QR code for buyers' phones"))
        self._explain()

    def _explain(self) -> None:
        self.explanation.setText(
            self.tr(
                "Buyers point their phone's camera at this code. They read the captions in their own language, "
                "see the product on air, and ask questions."
            )
            if self.address
            else self.tr(
                "Open the page for phones, and a QR code appears here. Buyers scan it with their phone's camera, "
                "read along in their own language and ask questions; they need no app."
            )
        )

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(GAP_S)
        side.addWidget(self.explanation)
        side.addSpacing(GAP_S)
        for button in (self.print_page, self.save_picture, self.copy):
            side.addWidget(button)
        side.addStretch(1)
        code = QVBoxLayout()
        code.setSpacing(GAP_S)
        code.addWidget(self.code)
        code.addWidget(self.link)
        code.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        row.setSpacing(GAP_L + RADIUS)
        row.addLayout(code)
        row.addLayout(side, 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address)
        self.told.emit(self.tr("The address is copied."))

    def _choose_page(self) -> None:
        choose_new_file(self, self.tr("Save the page to print"), "qr-page.pdf", self.save_page_to)

    def _choose_picture(self) -> None:
        choose_new_file(self, self.tr("Save the QR code"), "qr-code.png", self.save_picture_to)

    def save_page_to(self, path: Path) -> None:
        """Write the page to print to `path`."""
        settings = self._preferences.settings
        languages = (*settings.audience_languages, EN, settings.host_language)
        name = in_language(self._state.booth_name, EN)
        modules = self._services.qr_modules(self.address)
        self._services.write_file(path, poster.pdf(name, self.address, modules, languages))

    def save_picture_to(self, path: Path) -> None:
        """Write the code as a PNG to `path`."""
        self._services.write_file(path, poster.picture(self._services.qr_modules(self.address)))


def _breakable(address: str) -> str:
    """Return `address` with a place to break before its key, or it would be cut off."""
    return address.replace("/", "/\u200b")
