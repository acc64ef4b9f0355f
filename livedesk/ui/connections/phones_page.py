"""The page on which phones are let in: one button, which address, the QR code, who is there."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent, QIntValidator
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from livedesk.core.audience.addresses import choose, ranked
from livedesk.core.audience.audience import Audience
from livedesk.core.links import HostAddress, Link, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.connections import words as own
from livedesk.ui.connections.audience_box import AudienceBox
from livedesk.ui.connections.code_box import CodeBox
from livedesk.ui.connections.page import ConnectionsPage
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GRID
from livedesk.ui.widgets.picker import Picker

_LOOK_EVERY_MS = 2000
_KEEP_AFTER_MS = 800
_CONSENT_LINES_PX = 76
_PORT_PX = 80
_PORTS = (1024, 65535)


class PhonesPage(ConnectionsPage):
    """Phones are let in by the button only; a change of address or port counts from the next opening."""

    @override
    def _build(self) -> None:
        self._addresses: tuple[HostAddress, ...] = ()
        self.status, self._problem, self._advice = QLabel(self), QLabel(self), QLabel(self)
        self.switch = QPushButton(self)
        self.address, self.port = Picker(self), QLineEdit(self)
        self._address_label, self._port_label, self._consent_label = (QLabel(self) for _ in range(3))
        self.code = CodeBox(self._services, self._preferences, self._state, self)
        self.who = AudienceBox(self._state, self._preferences, self)
        self.consent = QPlainTextEdit(self)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_AFTER_MS)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._lay_out()
        self._fill(self._preferences.settings)
        self._connect()
        self.retranslate()
        self._look()
        self._looks.start()

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("PhonesPage", "Phones")

    @override
    def retranslate(self) -> None:
        self._address_label.setText(self.tr("Address"))
        self.address.setAccessibleName(self.tr("Address"))
        self._port_label.setText(self.tr("Port"))
        self.port.setAccessibleName(self.tr("Port"))
        self._consent_label.setText(self.tr("What buyers agree to who ask for a quote"))
        self.consent.setAccessibleName(self._consent_label.text())
        self.consent.setPlaceholderText(
            self.tr(
                "Empty: our own text, in the buyer's language. What you write here is shown as you write it."
            )
        )
        self.code.retranslate()
        self.who.retranslate()
        self._list_addresses()
        self._show_link(self._state.link(LinkKind.AUDIENCE))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._keep.isActive():
            self._keep_consent()

    # --- building ---

    def _lay_out(self) -> None:
        set_role(self.status, "heading")
        set_role(self._problem, "failed")
        set_role(self._advice, "mute")
        for label in (self._problem, self._advice):
            label.setWordWrap(True)
        self.switch.setAutoDefault(False)
        self.port.setValidator(QIntValidator(*_PORTS, self))
        self.port.setFixedWidth(_PORT_PX)
        self.consent.setTabChangesFocus(True)
        self.consent.setFixedHeight(_CONSENT_LINES_PX)
        top = QHBoxLayout()
        top.addWidget(self.status, 1)
        top.addWidget(self.switch)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        for widget, stretch in (
            (self._address_label, 0),
            (self.address, 1),
            (self._port_label, 0),
            (self.port, 0),
        ):
            row.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(top)
        column.addWidget(self._problem)
        column.addLayout(row)
        column.addWidget(self._advice)
        column.addWidget(self.code)
        column.addWidget(self.who)
        column.addSpacing(GRID)
        column.addWidget(self._consent_label)
        column.addWidget(self.consent)
        column.addStretch(1)

    def _fill(self, settings: Settings) -> None:
        self.port.setText(str(settings.audience_port))
        self.port.setCursorPosition(
            0
        )  # or the field, laid out with the cursor at the end, scrolls the first digit away
        if self.consent.toPlainText() != settings.consent:
            self.consent.setPlainText(settings.consent)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._switch)
        self.address.activated.connect(self._choose_address)
        self.port.editingFinished.connect(self._choose_port)
        self.consent.textChanged.connect(self._keep.start)
        self._keep.timeout.connect(self._keep_consent)
        self._looks.timeout.connect(self._look)
        self.code.told.connect(self._tell)
        self._state.link_changed.connect(self._link_changed)
        self._state.audience_changed.connect(self._show_audience)
        self.destroyed.connect(self._looks.stop)

    # --- showing ---

    def _look(self) -> None:
        """See which addresses there are; what was seen last comes at once, so look again soon."""
        known = ranked(self._services.network.addresses())
        if known != self._addresses:
            self._addresses = known
            self._list_addresses()

    def _list_addresses(self) -> None:
        wanted = self._preferences.settings.audience_address
        best = choose("", self._addresses)
        self.address.blockSignals(True)
        self.address.clear()
        self.address.addItem(
            self.tr("Choose by itself: {address}").format(address=own.address_text(best))
            if best
            else self.tr("Choose by itself: no network yet"),
            "",
        )
        for each in self._addresses:
            self.address.addItem(own.address_text(each), each.address)
        if wanted and wanted not in {each.address for each in self._addresses}:
            self.address.addItem(self.tr("{address} (not there now)").format(address=wanted), wanted)
        self.address.pick(wanted)
        self.address.blockSignals(False)
        self._advise()

    def _advise(self) -> None:
        wanted = self._preferences.settings.audience_address
        self._advice.setText(own.advice_text(choose(wanted, self._addresses)))

    def _link_changed(self, link: Link) -> None:
        if link.kind is LinkKind.AUDIENCE:
            self._show_link(link)

    def _show_link(self, link: Link) -> None:
        is_on = link.state is not LinkState.OFF and link.state is not LinkState.FAILED
        self.switch.setText(self.tr("Close for phones") if is_on else self.tr("Open for phones"))
        set_role(self.switch, "" if is_on else "primary")
        self.address.setEnabled(not is_on)
        self.port.setEnabled(not is_on)
        self.code.show_address(link.address if link.state is LinkState.ON else "")
        self._problem.setText(words.failure_text(link.code, link.params) if link.code else "")
        self._problem.setVisible(bool(link.code))
        self._show_audience(self._state.audience)

    def _show_audience(self, audience: Audience) -> None:
        link = self._state.link(LinkKind.AUDIENCE)
        self.status.setText(own.phones_text(link, audience))
        self.who.setVisible(link.state is LinkState.ON or bool(audience.phones))

    def _tell(self, text: str) -> None:
        self._advice.setText(text)
        QTimer.singleShot(_LOOK_EVERY_MS, self, self._advise)

    # --- doing ---

    def _switch(self) -> None:
        link = self._state.link(LinkKind.AUDIENCE)
        if link.state in (LinkState.OFF, LinkState.FAILED):
            self._keep_consent()
            self._services.network.open_audience()
        else:
            self._services.network.close_audience()

    def _choose_address(self) -> None:
        chosen = str(self.address.currentData(Qt.ItemDataRole.UserRole))
        self._preferences.apply(replace(self._preferences.settings, audience_address=chosen))
        self._advise()

    def _choose_port(self) -> None:
        self._preferences.apply(replace(self._preferences.settings, audience_port=int(self.port.text())))

    def _keep_consent(self) -> None:
        self._keep.stop()
        text = self.consent.toPlainText().strip()
        self._preferences.apply(replace(self._preferences.settings, consent=text))
