"""The page for what is seen on screens: overlay, OBS, stage."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from livedesk.core.errors import ErrorCode
from livedesk.core.events import LinkChanged
from livedesk.core.ids import Language
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.dialog import Page
from livedesk.ui.connections.video_page import VideoPage
from livedesk.ui.i18n import Translator
from livedesk.ui.widgets.picker import Picker
from tests.ui.connections.conftest import OpenDialog
from tests.ui.fakes import FakeServices

EN, AR = Language("en"), Language("ar")
OVERLAY = Link(LinkKind.OVERLAY, LinkState.ON, "http://127.0.0.1:8485/KEY/overlay/")
Open = Callable[[Settings], VideoPage]


@pytest.fixture
def open_page(open_dialog: OpenDialog, services: FakeServices) -> Open:
    def make(settings: Settings) -> VideoPage:
        services.kept = settings
        page = open_dialog().show_page(Page.VIDEO)
        assert isinstance(page, VideoPage)
        return page

    return make


def choose(picker: Picker, value: object) -> None:
    picker.pick(value)
    assert picker.currentData() == value
    picker.activated.emit(picker.currentIndex())


def test_that_switching_the_overlay_on_makes_a_key_once_and_keeps_it(
    open_page: Open, services: FakeServices
) -> None:
    page = open_page(Settings())
    page.overlay.switch.click()
    first = services.kept.overlay_key
    assert (services.kept.is_overlay_on, bool(first)) == (True, True)
    page.overlay.switch.click()
    page.overlay.switch.click()
    assert services.kept.overlay_key == first


def test_that_the_addresses_are_there_once_the_overlay_is_and_carry_the_style(
    open_page: Open, services: FakeServices, bridge: Bridge, qtbot: QtBot
) -> None:
    page = open_page(Settings(is_overlay_on=True, overlay_key="KEY", audience_languages=(EN, AR)))
    box = page.overlay
    assert box.addresses["both"].text() == ""
    assert not box.copies["both"].isEnabled()
    bridge.receive(LinkChanged(OVERLAY))
    qtbot.waitUntil(lambda: box.addresses["both"].text() == f"{OVERLAY.address}both")
    choose(box.language, "ar,host")
    choose(box.letters, 64)
    choose(box.position, "top")
    choose(box.look, "outline")
    choose(box.background, 50)
    box.code.click()
    wanted = "?lang=ar,host&size=64&position=top&theme=outline&background=50&qr=1"
    assert box.addresses["captions"].text() == f"{OVERLAY.address}captions{wanted}"
    box.copies["captions"].click()
    assert QGuiApplication.clipboard().text() == box.addresses["captions"].text()
    assert services.kept.overlay_style == wanted[1:]


def test_that_the_style_of_the_last_time_is_chosen_again(open_page: Open) -> None:
    page = open_page(Settings(is_overlay_on=True, overlay_style="lang=host&size=80&theme=light"))
    style = page.overlay.style_chosen
    assert (style.languages, style.size, style.theme.value) == (("host",), 80, "light")


def test_that_a_port_in_use_is_said_where_the_overlay_is_switched_on(
    open_page: Open, bridge: Bridge, qtbot: QtBot
) -> None:
    page = open_page(Settings(is_overlay_on=True, overlay_key="KEY"))
    failed = Link(LinkKind.OVERLAY, LinkState.FAILED, code=ErrorCode.PORT_IN_USE, params={"port": 8485})
    bridge.receive(LinkChanged(failed))
    qtbot.waitUntil(lambda: "8485" in page.overlay.status.text())


@pytest.mark.parametrize(
    ("link", "said", "can_retry"),
    [
        (Link(LinkKind.OBS, LinkState.CONNECTING), "Connecting", False),
        (Link(LinkKind.OBS, LinkState.ON), "not running", False),
        (Link(LinkKind.OBS, LinkState.ON, can_send=True), "is running", False),
        (Link(LinkKind.OBS, LinkState.FAILED, code=ErrorCode.ACCESS_REFUSED), "password", True),
        (Link(LinkKind.OBS, LinkState.WAITING, code=ErrorCode.UNREACHABLE), "does not answer", True),
        (Link(LinkKind.OBS, LinkState.FAILED, code=ErrorCode.LINK_BROKEN), "report", True),
    ],
)
def test_that_the_state_of_obs_is_said_in_words(
    open_page: Open, bridge: Bridge, qtbot: QtBot, link: Link, said: str, can_retry: bool
) -> None:
    page = open_page(Settings(is_obs_on=True))
    bridge.receive(LinkChanged(link))
    qtbot.waitUntil(lambda: said in page.obs.status.text())
    assert page.obs.again.isVisible() is can_retry


def test_that_the_password_is_masked_and_kept_when_the_field_is_left(
    open_page: Open, services: FakeServices
) -> None:
    page = open_page(Settings(is_obs_on=True))
    assert page.obs.password.echoMode() is QLineEdit.EchoMode.Password
    page.obs.password.setText("geheim")
    page.obs.address.setText("192.168.1.5")
    page.obs.password.editingFinished.emit()
    assert (services.kept.obs_password, services.kept.obs_address) == ("geheim", "192.168.1.5")
    page.obs.again.click()
    assert ("retry", LinkKind.OBS) in services.network.calls


def test_that_scenes_are_chosen_from_those_of_obs_and_one_that_is_gone_stays_readable(
    open_page: Open, services: FakeServices, qtbot: QtBot
) -> None:
    page = open_page(Settings(is_obs_on=True, obs_scene_off_pin="Old scene"))
    assert page.obs.off_pin.currentText() == "Old scene"
    services.network.scenes = ("Booth", "Product")
    qtbot.waitUntil(lambda: page.obs.on_pin.count() == 3, timeout=4000)
    choose(page.obs.on_pin, "Product")
    assert (services.kept.obs_scene_on_pin, services.kept.obs_scene_off_pin) == ("Product", "Old scene")


def test_that_closed_captions_in_another_script_are_warned_of(open_page: Open) -> None:
    page = open_page(Settings(is_obs_on=True, audience_languages=(EN, AR)))
    assert not page.obs._hint.isVisible()
    choose(page.obs.language, "ar")
    assert "Arabic" in page.obs._hint.text()
    assert page.obs._hint.isVisible()


def test_that_the_stage_keeps_its_languages_and_its_line(open_page: Open, services: FakeServices) -> None:
    page = open_page(Settings(audience_languages=(EN, AR)))
    choose(page.stage.languages, "ar,en")
    page.stage.hint.setText("  Wi-Fi Lumio ")
    page.stage.hint.editingFinished.emit()
    page.stage.code.click()
    kept = services.kept
    assert (kept.stage_languages, kept.stage_hint, kept.stage_shows_qr) == ((AR, EN), "Wi-Fi Lumio", False)


def test_that_the_page_can_be_drawn_in_both_languages(
    open_page: Open, translator: Translator, qtbot: QtBot
) -> None:
    page = open_page(Settings(is_overlay_on=True, is_obs_on=True))
    translator.use("zh_CN")
    qtbot.waitUntil(lambda: page.obs.switch.text() == "连接 OBS")
    assert page.overlay.copies["both"].text() == "复制"
    assert not page.grab().isNull()
