"""OBS beside the show: connected by itself, told what it should know, never in the way."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from livedesk.adapters.obs.client import ObsConnection
from livedesk.app.obs import ObsLink
from livedesk.core.errors import ErrorCode
from livedesk.core.events import (
    CaptionChanged,
    DismissNotice,
    Input,
    LinkReported,
    NoticeRaised,
    SessionChanged,
)
from livedesk.core.ids import Language, SegmentId, SessionId, Sku
from livedesk.core.links import Link, LinkState
from livedesk.core.records import Caption, NoticeCode, Origin, Session, SessionState, Translation
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.runtime.clock import SystemClock
from tests.adapters.obs.obs_server import ObsServer, until

ZH, EN, ES = Language("zh"), Language("en"), Language("es")
SHOW = Session(SessionId("one"), "Show", SessionState.LIVE, False, ZH, (EN, ES))
PINNED = replace(SHOW, pinned=(Sku("A"),))


def said(number: int, english: str, spanish: str = "") -> CaptionChanged:
    made = tuple(
        Translation(language, text, 1, len(text), True)
        for language, text in ((EN, english), (ES, spanish))
        if text
    )
    caption = Caption(SegmentId(number), 1, ZH, "你好", 2, True, Origin.TYPED, 0, 1, 0, translations=made)
    return CaptionChanged(caption)


class Booth:
    """OBS, the link to it, and what the desk heard."""

    def __init__(self, server: ObsServer) -> None:
        self.server = server
        self.posted: list[Input] = []
        self.link = ObsLink(
            self.posted.append, SystemClock(), waits_s=(0.02, 0.05), page_s=0.01, settle_s=0.02
        )

    def settings(self, **changes: object) -> Settings:
        wanted = {"obs_address": self.server.address, "obs_password": self.server.password, **changes}
        return replace(Settings(is_obs_on=True), **wanted)  # type: ignore[arg-type]  # names of settings

    def apply(self, **changes: object) -> None:
        self.link.apply(self.settings(**changes))

    @property
    def seen(self) -> Link:
        links = [each.link for each in self.posted if isinstance(each, LinkReported)]
        return links[-1]

    @property
    def notices(self) -> list[object]:
        return [
            each.notice.code if isinstance(each, NoticeRaised) else each
            for each in self.posted
            if isinstance(each, NoticeRaised | DismissNotice)
        ]

    async def settled(self) -> None:
        """Let more time pass than a new try or a change of scene takes: what did not happen by then will not."""
        end = asyncio.get_running_loop().time() + 0.12
        await until(lambda: asyncio.get_running_loop().time() > end)

    async def is_on(self) -> None:
        await until(lambda: self.posted and self.seen.state is LinkState.ON)


def with_booth(server: ObsServer, talk: Callable[[Booth], Awaitable[None]]) -> None:
    async def run() -> None:
        await server.start()
        booth = Booth(server)
        try:
            await talk(booth)
        finally:
            await booth.link.close()
            await server.quit()
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(run())


def test_that_nothing_connects_before_it_is_switched_on() -> None:
    async def talk(booth: Booth) -> None:
        booth.apply(is_obs_on=False)
        await asyncio.sleep(0)
        assert booth.server.connected == 0

    with_booth(ObsServer(), talk)


def test_that_finals_go_out_in_the_language_chosen_while_the_stream_runs() -> None:
    async def talk(booth: Booth) -> None:
        booth.apply(obs_caption_language="es")
        await booth.is_on()
        booth.link.receive(SessionChanged(SHOW))
        booth.link.receive(said(1, "Too early", "Demasiado pronto"))
        await booth.server.stream(is_on=True)
        await until(lambda: booth.seen.can_send)
        booth.link.receive(said(2, "Hello", "Hola"))
        await until(lambda: booth.server.captions)
        booth.apply(obs_caption_language="")
        booth.link.receive(said(3, "Welcome", "Bienvenidos"))
        await until(lambda: len(booth.server.captions) == 2)
        booth.apply(obs_sends_captions=False)
        booth.link.receive(said(4, "Not sent"))
        assert booth.server.captions == ["Hola", "Welcome"]

    with_booth(ObsServer(), talk)


def test_that_scenes_follow_the_products_but_not_the_hand() -> None:
    async def talk(booth: Booth) -> None:
        booth.apply(obs_scene_on_pin="Product", obs_scene_off_pin="Booth")
        booth.link.receive(SessionChanged(SHOW))
        await booth.is_on()
        booth.link.receive(SessionChanged(PINNED))
        await until(lambda: booth.server.switched == ["Product"])
        booth.link.receive(SessionChanged(SHOW))
        await until(lambda: booth.server.switched == ["Product", "Booth"])
        booth.link.receive(SessionChanged(PINNED))
        await until(lambda: len(booth.server.switched) == 3)
        await booth.server.show("Break")
        booth.link.receive(SessionChanged(SHOW))
        await booth.settled()
        assert booth.server.scene == "Break"

    with_booth(ObsServer(), talk)


def test_that_one_product_after_the_other_does_not_make_the_scene_flicker() -> None:
    async def talk(booth: Booth) -> None:
        booth.apply(obs_scene_on_pin="Product", obs_scene_off_pin="Booth")
        booth.link.receive(SessionChanged(SHOW))
        await booth.is_on()
        booth.link.receive(SessionChanged(PINNED))
        await until(lambda: booth.server.switched == ["Product"])
        booth.link.receive(SessionChanged(SHOW))
        booth.link.receive(SessionChanged(replace(SHOW, pinned=(Sku("B"),))))
        await booth.settled()
        assert booth.server.switched == ["Product"]

    with_booth(ObsServer(), talk)


def test_that_an_obs_that_quits_in_the_show_is_one_notice_and_comes_back_by_itself() -> None:
    async def talk(booth: Booth) -> None:
        booth.apply()
        booth.link.receive(SessionChanged(SHOW))
        await booth.is_on()
        await booth.server.quit()
        await until(lambda: booth.seen.state is LinkState.WAITING)
        await booth.settled()
        assert booth.notices == [NoticeCode.OBS_FAILED]
        await booth.server.start()
        await booth.is_on()
        await until(lambda: booth.notices[-1] == DismissNotice(NoticeCode.OBS_FAILED))

    with_booth(ObsServer(), talk)


def test_that_an_obs_that_was_never_there_is_no_notice_before_the_show() -> None:
    async def talk(booth: Booth) -> None:
        await booth.server.quit()
        booth.apply()
        await until(lambda: booth.posted and booth.seen.state is LinkState.WAITING)
        assert booth.notices == []
        assert booth.seen.code == ErrorCode.UNREACHABLE

    with_booth(ObsServer(), talk)


def test_that_a_wrong_password_is_not_tried_again_until_it_is_changed() -> None:
    async def talk(booth: Booth) -> None:
        booth.apply(obs_password="wrong")
        await until(lambda: booth.posted and booth.seen.state is LinkState.FAILED)
        assert booth.seen.code == ErrorCode.ACCESS_REFUSED
        assert booth.notices == [NoticeCode.OBS_FAILED]
        await booth.settled()
        assert booth.server.connected == 1
        booth.apply()
        await booth.is_on()
        assert booth.notices[-1] == DismissNotice(NoticeCode.OBS_FAILED)

    with_booth(ObsServer("right"), talk)


def test_that_switching_off_and_on_again_connects_anew() -> None:
    async def talk(booth: Booth) -> None:
        for _ in range(3):
            booth.apply()
            await booth.is_on()
            booth.apply(is_obs_on=False)
            assert booth.seen.state is LinkState.OFF
        booth.apply()
        booth.apply()
        await booth.is_on()
        assert booth.server.connected == 4

    with_booth(ObsServer(), talk)


def test_that_scenes_are_there_for_who_chooses_among_them() -> None:
    async def talk(booth: Booth) -> None:
        booth.apply()
        await booth.is_on()
        assert booth.link.scenes == ("Booth", "Product", "Break")

    with_booth(ObsServer(), talk)


def test_that_a_bug_is_reported_and_told_as_one_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(ObsConnection):
        @override
        async def open(self) -> None:
            raise ValueError("a bug")

    async def talk(booth: Booth) -> None:
        bugs: list[object] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: bugs.append(context["exception"]))
        booth.apply()
        await until(lambda: booth.posted and booth.seen.state is LinkState.FAILED)
        assert booth.seen.code == ErrorCode.LINK_BROKEN
        await booth.settled()
        assert len(bugs) == 1

    monkeypatch.setattr("livedesk.app.obs.ObsConnection", Broken)
    with_booth(ObsServer(), talk)
