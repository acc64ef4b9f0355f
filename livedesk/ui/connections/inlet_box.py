"""The card of the inlet: where other programs hand in chat, and how to set one up."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from livedesk.core.links import Link, LinkKind
from livedesk.core.typing_compat import override
from livedesk.ui.connections.platform_box import PlatformBox


class InletBox(PlatformBox):
    """The address holds the key; a new key cuts off whoever has the old one."""

    new_key_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LinkKind.INLET, parent)
        self.address = QLineEdit(self)
        self.address.setReadOnly(True)
        self.copy, self.new_key = QPushButton(self), QPushButton(self)
        for button in (self.copy, self.new_key):
            button.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.new_key.clicked.connect(self.new_key_wanted)
        self._address_label = self.add_row(self.address, self.copy, self.new_key)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.heading.setText(self.tr("TikTok, Facebook, Instagram and more"))
        self.hint.setText(
            self.tr(
                "Social Stream Ninja, a free browser extension, reads the chat of TikTok, Facebook, Instagram and "
                "over 100 other sites. In its settings, under Mechanics, tick “Send all to POST server” and paste "
                "this address. Answers are copied for you to paste."
            )
        )
        self._address_label.setText(self.tr("Address"))
        self.address.setAccessibleName(self.tr("Address for other programs"))
        self.address.setPlaceholderText(self.tr("Switch it on to get the address"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the address for other programs"))
        self.new_key.setText(self.tr("New address"))
        self.new_key.setToolTip(self.tr("Programs that have the old address are cut off"))
        super().retranslate()

    @override
    def show_link(self, link: Link) -> None:
        super().show_link(link)
        self.address.setText(link.address)
        self.address.setCursorPosition(0)
        self.copy.setEnabled(bool(link.address))
        self.new_key.setEnabled(bool(link.address))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
