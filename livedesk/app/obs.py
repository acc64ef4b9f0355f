"""Keeps OBS connected and tells it what the show asks for: captions with the stream, scenes as products come and go.

All of it runs on the thread `net`. Whatever OBS does, the show goes on without it and one notice says so.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from livedesk.adapters.obs.client import ObsConnection, ObsState
from livedesk.core.audience.overlay import is_on_air
from livedesk.core.captions.closed_captions import ClosedCaptions
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import (
    CaptionChanged,
    DismissNotice,
    Event,
    Input,
    LinkReported,
    NoticeRaised,
    SessionChanged,
)
from livedesk.core.ids import Language
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.ports import Clock
from livedesk.core.records import Notice, NoticeCode, NoticeLevel, Session
from livedesk.core.session.scenes import SceneSwitch
from livedesk.core.settings import Settings

WAITS_S = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Between one try and the next; OBS is on this computer or beside it, so the last is short."""
PAGE_S = 1.2
"""A page of closed captions, some 60 letters, is read in that."""
SETTLE_S = 0.3
"""One product taken off air and the next put on at once are one change: the scene does not flicker."""


class ObsLink:
    """The connection to OBS, as the settings want it."""

    def __init__(
        self,
        post: Callable[[Input], None],
        clock: Clock,
        *,
        waits_s: tuple[float, ...] = WAITS_S,
        page_s: float = PAGE_S,
        settle_s: float = SETTLE_S,
    ) -> None:
        self._post, self._clock = post, clock
        self._waits_s, self._page_s, self._settle_s = waits_s, page_s, settle_s
        self._settings = Settings()
        self._session: Session | None = None
        self._captions, self._switch = ClosedCaptions(), SceneSwitch()
        self._connection: ObsConnection | None = None
        self._task: asyncio.Task[None] | None = None
        self._ending: asyncio.Task[None] | None = None
        self._again, self._has_pages, self._has_session = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._link = Link(LinkKind.OBS, LinkState.OFF)
        self._is_told = False
        self._scene = ""
        self.scenes: tuple[str, ...] = ()
        """OBS's scenes as last seen; may be read from any thread."""

    def apply(self, settings: Settings) -> None:
        """Follow changed settings: connect, connect anew where the address or password is another, or let go."""
        before, self._settings = self._settings, settings
        self._switch.set_scenes(settings.obs_scene_on_pin, settings.obs_scene_off_pin)
        if settings.obs_caption_language != before.obs_caption_language or not settings.obs_sends_captions:
            self._captions.clear()
        is_same = (settings.obs_address, settings.obs_password) == (before.obs_address, before.obs_password)
        if settings.is_obs_on and self._task is not None and is_same:
            return
        ending = self._stop()
        if settings.is_obs_on:
            self._task = asyncio.get_running_loop().create_task(self._keep(ending))
        else:
            self._report(LinkState.OFF)
            self._set_told(is_in_trouble=False)

    def retry(self) -> None:
        """Try now."""
        self._again.set()

    def receive(self, event: Event) -> None:
        """Take an event of the desk's."""
        match event:
            case SessionChanged():
                if self._session is not None and self._session.id != event.session.id:
                    self._captions.clear()
                self._session = event.session
                self._has_session.set()
            case CaptionChanged() if self._sends_captions():
                self._captions.take(event.caption, self._caption_language())
                self._has_pages.set()
            case _:
                pass

    async def close(self) -> None:
        """Close the connection and wait until it is closed."""
        if ending := self._stop():
            await asyncio.wait({ending})

    # --- keeping it connected ---

    def _stop(self) -> asyncio.Task[None] | None:
        """Let go; return what still closes the connection."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self._ending = task
        return self._ending

    async def _keep(self, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        tries = 0
        while True:
            self._again.clear()
            was_connected, error = await self._run_once()
            tries = 1 if was_connected else tries + 1
            wait_s: float | None = self._waits_s[min(tries, len(self._waits_s)) - 1]
            if error.code is not ErrorCode.UNREACHABLE:
                wait_s = None  # a wrong password stays wrong
            self._tell_cut(error, wait_s, was_connected=was_connected)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._again.wait(), wait_s)

    async def _run_once(self) -> tuple[bool, Unavailable]:
        """Connect and stay until OBS is gone; return whether it was there, and why it is not."""
        self._report(LinkState.CONNECTING)
        address = self._settings.obs_address
        connection = ObsConnection(address, self._settings.obs_password, self._take_state)
        try:
            await connection.open()
            self._begin(connection)
            await self._work(connection)
        except Unavailable as error:
            return False, error
        except Exception as bug:  # a task's top: the bug is reported, the show goes on
            asyncio.get_running_loop().call_exception_handler({"message": "OBS", "exception": bug})
            return False, Unavailable("obs", ErrorCode.LINK_BROKEN)
        finally:
            self._connection = None
            await connection.close()
        return True, Unavailable("obs", ErrorCode.UNREACHABLE, host=address)

    def _begin(self, connection: ObsConnection) -> None:
        self._connection = connection
        self._captions.clear()
        self._switch.forget()
        self._wanted_scene(connection)
        self._set_told(is_in_trouble=False)
        self._take_state(connection.state)

    async def _work(self, connection: ObsConnection) -> None:
        """Serve OBS until it is gone."""
        tasks = [
            asyncio.ensure_future(work)
            for work in (
                connection.until_closed(),
                self._send_captions(connection),
                self._switch_scenes(connection),
            )
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    # --- what OBS says ---

    def _take_state(self, state: ObsState) -> None:
        self.scenes = state.scenes
        if state.scene != self._scene:
            self._scene = state.scene
            self._switch.seen(state.scene)
        if self._connection is None:
            return  # it is still opening
        if not state.is_streaming:
            self._captions.clear()
        self._report(LinkState.ON, can_send=state.is_streaming)

    # --- what OBS is told ---

    def _sends_captions(self) -> bool:
        connection = self._connection
        return self._settings.obs_sends_captions and connection is not None and connection.state.is_streaming

    def _caption_language(self) -> Language:
        audience = self._session.audience_languages if self._session else self._settings.audience_languages
        host = self._session.host_language if self._session else self._settings.host_language
        return Language(self._settings.obs_caption_language or (audience[0] if audience else host))

    async def _send_captions(self, connection: ObsConnection) -> None:
        while True:
            await self._has_pages.wait()
            self._has_pages.clear()
            while (page := self._captions.next_page()) is not None:
                with suppress(Unavailable):  # a page that OBS did not take is not worth sending late
                    await connection.send_caption(page)
                await asyncio.sleep(self._page_s)

    async def _switch_scenes(self, connection: ObsConnection) -> None:
        while True:
            await self._has_session.wait()
            await asyncio.sleep(self._settle_s)
            self._has_session.clear()
            if scene := self._wanted_scene(connection):
                try:
                    await connection.switch_to(scene)
                except Unavailable:  # no scene of that name any more
                    self._switch.seen(connection.state.scene)

    def _wanted_scene(self, connection: ObsConnection) -> str:
        session = self._session
        if session is None:
            return ""
        is_any = is_on_air(session) and bool(session.pinned)
        return self._switch.products(is_any_on_air=is_any, scene=connection.state.scene)

    # --- telling the desk ---

    def _tell_cut(self, error: Unavailable, wait_s: float | None, *, was_connected: bool) -> None:
        state = LinkState.FAILED if wait_s is None else LinkState.WAITING
        retry_at = 0.0 if wait_s is None else self._clock.now() + wait_s
        self._report(state, code=error.code.value, params=dict(error.params), retry_at=retry_at)
        is_missed = (
            was_connected or wait_s is None or (self._session is not None and is_on_air(self._session))
        )
        if is_missed and not self._is_told:
            params: dict[str, str | int] = {"code": error.code.value, **error.params}
            self._post(NoticeRaised(Notice(NoticeCode.OBS_FAILED, NoticeLevel.WARNING, params)))
            self._is_told = True

    def _set_told(self, *, is_in_trouble: bool) -> None:
        if self._is_told and not is_in_trouble:
            self._post(DismissNotice(NoticeCode.OBS_FAILED))
        self._is_told = is_in_trouble

    def _report(
        self,
        state: LinkState,
        *,
        code: str = "",
        params: dict[str, str | int] | None = None,
        retry_at: float = 0.0,
        can_send: bool = False,
    ) -> None:
        link = replace(
            self._link,
            state=state,
            address=self._settings.obs_address,
            code=code,
            params=params or {},
            retry_at=retry_at,
            can_send=can_send,
        )
        if link != self._link:
            self._link = link
            self._post(LinkReported(link))
