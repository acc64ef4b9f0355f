"""The page of the phones: opening and closing, address and code, who reads, what they would rather read."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.adapters.qr.modules import qr_modules
from livedesk.core.audience.audience import Audience
from livedesk.core.errors import ErrorCode
from livedesk.core.events import AudienceChanged, LinkChanged
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.links import HostAddress, Link, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections import poster
from livedesk.ui.connections.dialog import Page
from livedesk.ui.connections.phones_page import PhonesPage
from livedesk.ui.connections.state import ConnectionsState
from tests.ui.connections.conftest import OpenDialog, tell
from tests.ui.fakes import FakeServices

ES, IT, HU = Language("es"), Language("it"), Language("hu")
WIFI = HostAddress("192.168.43.17", "wlan0")
CABLE = HostAddress("10.0.0.7", "eth0")
URL = "http://192.168.43.17:8484/mC0d8vO9v1hQ7m9rY2Jk1w/"
OPEN = Link(LinkKind.AUDIENCE, LinkState.ON, URL)


@pytest.fixture
def page(open_dialog: OpenDialog, services: FakeServices) -> PhonesPage:
    services.connected.known = (CABLE, WIFI)
    made = open_dialog().show_page(Page.PHONES)
    assert isinstance(made, PhonesPage)
    return made


def test_that_one_button_opens_and_closes(
    qtbot: QtBot, page: PhonesPage, bridge: Bridge, services: FakeServices
) -> None:
    assert services.connected.calls == []
    assert page.code.code.modules == ()
    page.switch.click()
    assert services.connected.calls == [("open_audience",)]
    tell(qtbot, bridge, OPEN)
    page.switch.click()
    assert services.connected.calls[-1] == ("close_audience",)


def test_that_the_code_is_that_of_the_address_and_goes_when_closed(
    qtbot: QtBot, page: PhonesPage, bridge: Bridge, services: FakeServices
) -> None:
    services.qr_modules = qr_modules  # type: ignore[method-assign]  # the real code
    tell(qtbot, bridge, OPEN)
    assert page.code.code.modules == qr_modules(URL)
    moved = replace(OPEN, address=URL.replace("43.17", "43.99"))
    tell(qtbot, bridge, moved)
    assert page.code.code.modules == qr_modules(moved.address)
    tell(qtbot, bridge, Link(LinkKind.AUDIENCE, LinkState.OFF))
    assert page.code.code.modules == ()
    assert not page.code.print_page.isVisibleTo(page)


def test_that_a_port_in_use_is_told_in_words_and_can_be_changed(
    qtbot: QtBot, page: PhonesPage, bridge: Bridge, services: FakeServices
) -> None:
    tell(
        qtbot,
        bridge,
        Link(LinkKind.AUDIENCE, LinkState.FAILED, code=ErrorCode.PORT_IN_USE, params={"port": 8484}),
    )
    assert "8484" in page._problem.text()
    assert page.port.isEnabled()
    page.port.setFocus()
    page.port.setText("8490")
    QTest.keyClick(page.port, Qt.Key.Key_Return)
    assert services.kept.audience_port == 8490
    page.switch.click()
    assert services.connected.calls == [("open_audience",)]


def test_that_the_address_can_be_chosen_and_a_lost_one_stays_listed(
    page: PhonesPage, services: FakeServices
) -> None:
    assert [page.address.itemData(n) for n in range(page.address.count())] == [
        "",
        WIFI.address,
        CABLE.address,
    ]
    page.address.setCurrentIndex(2)
    page.address.activated.emit(2)
    assert services.kept.audience_address == CABLE.address
    services.connected.known = (WIFI,)
    page._look()
    assert page.address.currentData() == CABLE.address
    assert "not there now" in page.address.currentText()


def test_that_without_a_network_the_page_says_what_to_do(page: PhonesPage, services: FakeServices) -> None:
    services.connected.known = (HostAddress("127.0.0.1", "lo"),)
    page._look()
    assert "hotspot" in page._advice.text()


def test_that_a_language_phones_ask_for_is_offered_with_one_click_where_a_model_writes_it(
    qtbot: QtBot, page: PhonesPage, bridge: Bridge, services: FakeServices
) -> None:
    services.kept = Settings(host_language=ZH, audience_languages=(EN,))
    services.installed = frozenset({(ZH, EN), (ZH, ES)})
    tell(qtbot, bridge, OPEN)
    bridge.receive(AudienceChanged(Audience(9, {EN: 9}, {ES: 3, HU: 1}, {"heart": 4})))
    qtbot.waitUntil(lambda: ES in page.who.adds)
    assert HU not in page.who.adds
    assert "9 phones connected" in page.status.text()
    assert page.who.reactions.accessibleName() == "4 hearts"
    page.who.adds[ES].click()
    assert services.kept.audience_languages == (EN, ES)
    qtbot.waitUntil(lambda: ES not in page.who.adds)


def test_that_the_consent_is_kept_when_the_window_closes(page: PhonesPage, services: FakeServices) -> None:
    page.consent.setPlainText("  We keep your contact for one year. ")
    page.window().close()
    assert services.kept.consent == "We keep your contact for one year."


def test_that_the_address_is_copied(qtbot: QtBot, page: PhonesPage, bridge: Bridge) -> None:
    tell(qtbot, bridge, OPEN)
    page.code.copy.click()
    assert QApplication.clipboard().text() == URL


def test_that_page_and_picture_are_written(
    qtbot: QtBot, page: PhonesPage, bridge: Bridge, services: FakeServices
) -> None:
    services.qr_modules = qr_modules  # type: ignore[method-assign]  # the real code
    tell(qtbot, bridge, OPEN)
    page.code.save_page_to(Path("page.pdf"))
    page.code.save_picture_to(Path("code.png"))
    written = dict(call[1] for call in services.calls if call[0] == "write_file")  # type: ignore[misc]  # pairs
    assert written[Path("page.pdf")].startswith(b"%PDF")
    assert written[Path("code.png")].startswith(b"\x89PNG")


def test_that_the_printed_page_is_one_page_with_the_longest_words(qapp: QApplication) -> None:
    names = "Zhejiang Jinhua Kitchenware Import and Export Company Limited 浙江金华厨具进出口有限公司"
    languages = tuple(map(Language, ("de", "fr", "ar", "hi", "ru", "th", "ja")))
    data = poster.pdf(names, URL, qr_modules(URL), languages)
    assert re.findall(rb"/Count \d+", data) == [b"/Count 1"]


def test_that_the_state_knows_what_was_told_before_the_window_opened(
    qtbot: QtBot, bridge: Bridge, state: ConnectionsState
) -> None:
    assert state.link(LinkKind.OBS).state is LinkState.OFF
    bridge.receive(LinkChanged(OPEN))
    qtbot.waitUntil(lambda: state.link(LinkKind.AUDIENCE) == OPEN)
