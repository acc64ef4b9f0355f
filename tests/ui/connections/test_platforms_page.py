"""The page of the platforms: switching, fields that are kept, state in words, recorded chat."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from livedesk.core.events import SessionChanged
from livedesk.core.ids import EN, ZH, SessionId
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import Session, SessionState
from livedesk.core.settings import Settings
from livedesk.ui.bridge import Bridge
from livedesk.ui.connections.dialog import Page
from livedesk.ui.connections.platform_words import link_text
from livedesk.ui.connections.platforms_page import PlatformsPage
from livedesk.ui.i18n import Translator
from tests.ui.connections.conftest import OpenDialog, tell
from tests.ui.fakes import FakeServices

LIVE = Session(SessionId("s"), "Fair", SessionState.LIVE, False, ZH, (EN,))
ADDRESS = "http://127.0.0.1:8485/mC0d8vO9v1hQ7m9rY2Jk1w/inlet"


@pytest.fixture
def page(open_dialog: OpenDialog) -> PlatformsPage:
    made = open_dialog().show_page(Page.PLATFORMS)
    assert isinstance(made, PlatformsPage)
    return made


def _type(field: QLineEdit, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_that_nothing_is_on_before_someone_switches_it_on(
    page: PlatformsPage, services: FakeServices
) -> None:
    assert services.kept == Settings()
    assert [box.state.whole_text for box in page._boxes.values()] == ["Off"] * 4


def test_that_the_inlet_gets_a_key_of_its_own_and_keeps_it(
    page: PlatformsPage, services: FakeServices
) -> None:
    page.inlet.switch.click()
    assert (services.kept.is_inlet_on, services.kept.inlet_key) == (True, "key-1")
    page.inlet.switch.click()
    page.inlet.switch.click()
    assert services.kept.inlet_key == "key-1"


def test_that_the_inlets_address_can_be_copied_and_renewed(
    qtbot: QtBot, page: PlatformsPage, bridge: Bridge, services: FakeServices
) -> None:
    assert not page.inlet.copy.isEnabled()
    page.inlet.switch.click()
    tell(qtbot, bridge, Link(LinkKind.INLET, LinkState.ON, ADDRESS, received=2))
    page.inlet.copy.click()
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert page.inlet.state.whole_text == "Ready · 2 messages"
    page.inlet.new_key.click()
    assert services.kept.inlet_key == "key-2"
    assert services.kept.is_inlet_on


def test_that_what_is_typed_is_kept_and_the_switch_takes_it(
    page: PlatformsPage, services: FakeServices
) -> None:
    _type(page.twitch.channel, " lumio ")
    _type(page.twitch.login, "booth")
    _type(page.twitch.token, "oauth:secret")
    assert services.kept == replace(
        Settings(), twitch_channel="lumio", twitch_login="booth", twitch_token="oauth:secret"
    )
    page.twitch.switch.click()
    assert services.kept.is_twitch_on
    assert page.twitch.switch.text() == "Switch off"
    page.twitch.switch.click()
    assert not services.kept.is_twitch_on


def test_that_a_chat_without_its_fields_is_not_switched_on(
    page: PlatformsPage, services: FakeServices
) -> None:
    page.twitch.switch.click()
    assert page.twitch.channel.hasFocus()
    page.youtube.switch.click()
    assert page.youtube.video.hasFocus()
    _type(page.youtube.video, "https://youtu.be/dQw4w9WgXcQ")
    page.youtube.switch.click()
    assert page.youtube.key.hasFocus()
    assert not services.kept.is_youtube_on
    _type(page.youtube.key, "AIza")
    page.youtube.switch.click()
    assert services.kept.is_youtube_on


def test_that_secrets_are_dots(page: PlatformsPage, services: FakeServices) -> None:
    page._fill(replace(Settings(), twitch_token="abc", youtube_key="def"))
    for field in (page.twitch.token, page.youtube.key):
        assert field.text()
        assert set(field.displayText()) == {"●"}


def test_that_what_is_wrong_is_said_with_what_to_do_and_can_be_tried_again(
    qtbot: QtBot, page: PlatformsPage, bridge: Bridge, services: FakeServices
) -> None:
    waiting = Link(
        LinkKind.TWITCH, LinkState.WAITING, "lumio", "unreachable", {"host": "irc.x"}, time.time() + 17.0, 3
    )
    tell(qtbot, bridge, waiting)
    assert page.twitch.state.whole_text in (
        "Cut · tries again in 17 seconds",
        "Cut · tries again in 16 seconds",
    )
    assert "irc.x" in page.twitch.problem.text()
    page.twitch.again.click()
    assert services.connected.calls[-1] == ("retry", LinkKind.TWITCH)
    tell(qtbot, bridge, replace(waiting, state=LinkState.ON, code="", params={}, retry_at=0.0))
    assert page.twitch.state.whole_text == "Connected · 3 messages"
    assert not page.twitch.again.isVisible()
    assert not page.twitch.problem.isVisible()
    assert not page.twitch._counts_down.isActive()


@pytest.mark.parametrize(
    ("link", "text"),
    [
        (Link(LinkKind.TWITCH, LinkState.CONNECTING), "Connecting…"),
        (Link(LinkKind.TWITCH, LinkState.FAILED, code="access_refused"), "Not connected"),
        (Link(LinkKind.TWITCH, LinkState.WAITING, retry_at=1_060.0), "Cut · tries again in 60 seconds"),
        (Link(LinkKind.YOUTUBE, LinkState.WAITING, retry_at=8_200.0), "Cut · tries again in 120 minutes"),
        (Link(LinkKind.TWITCH, LinkState.WAITING, retry_at=10.0), "Cut · tries again in 1 second"),
        (
            Link(LinkKind.YOUTUBE, LinkState.ON, received=1, dropped=2, pace_s=7.2),
            "Connected · 1 message · asks every 7 seconds · 2 left out in the rush",
        ),
        (Link(LinkKind.REPLAY, LinkState.ON), "Playing · 0 messages"),
    ],
)
def test_that_the_state_is_said_in_words(translator: Translator, link: Link, text: str) -> None:
    assert link_text(link, 1_000.0) == text


def test_that_recorded_chat_is_played_into_a_running_show_only(
    qtbot: QtBot, page: PlatformsPage, bridge: Bridge, services: FakeServices, tmp_path: Path
) -> None:
    assert not page.replay.choose.isEnabled()
    assert "first" in page.replay.hint.text()
    bridge.receive(SessionChanged(LIVE))
    qtbot.waitUntil(page.replay.choose.isEnabled)
    page.replay.speed.pick(5.0)
    page.replay.choose.click()
    chooser = page.replay.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "chat.csv"))
    chooser.close()
    assert services.replays.calls == [("start_replay", tmp_path / "chat.csv", 5.0)]
    assert not page.replay.switch.isVisible()
    tell(qtbot, bridge, Link(LinkKind.REPLAY, LinkState.ON, "chat.csv"))
    page.replay.switch.click()
    assert services.replays.calls[-1] == ("stop_replay",)


def test_that_every_control_has_a_name_and_can_be_reached(page: PlatformsPage) -> None:
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    for control in controls:
        if control.parent() is page.replay.speed:
            continue
        named = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
        assert named, control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


def test_that_the_page_speaks_the_language_of_the_window(page: PlatformsPage, translator: Translator) -> None:
    translator.use("zh_CN")
    page.retranslate()
    assert page.twitch.state.whole_text == "未开启"
    assert page.inlet.heading.text() == "TikTok、Facebook、Instagram 等平台"
