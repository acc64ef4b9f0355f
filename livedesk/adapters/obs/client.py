"""One connection to OBS Studio (28 or newer) by obs-websocket 5, from its opening to its end.

Protocol: https://github.com/obsproject/obs-websocket, docs/generated/protocol.md. Four things of simpleobsws 1.4 are
worked around here, and tests/adapters/obs fails when one is no longer needed: it connects through the system's proxy
(websockets 15 and newer do), it waits its whole time for an answer after OBS has closed, its reader dies without a
word of a message that it does not understand, and nobody hears of an exception in a callback.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from livedesk.core.errors import ErrorCode, Unavailable

if TYPE_CHECKING:
    from simpleobsws import WebSocketClient

PORT = 4455
_OPEN_S, _ANSWER_S, _CLOSE_S = 6.0, 4.0, 0.5
_PING_S = 5.0
"""An OBS that hangs is found out after twice this."""
_REFUSED = 4009
"""WebSocketCloseCode::AuthenticationFailed"""
_EVENTS = 1 | 4 | 64
"""General (OBS quits), scenes, outputs (the stream begins and ends)."""
_LARGEST = 4 * 1024 * 1024
_PART = "obs"


@dataclass(frozen=True, slots=True)
class ObsState:
    """What OBS shows and does; scenes are in the order of its list."""

    scenes: tuple[str, ...] = ()
    scene: str = ""
    is_streaming: bool = False


def obs_url(address: str) -> str:
    """Return the full address for what the operator wrote: "192.168.1.5" is ws://192.168.1.5:4455."""
    text = address.strip()
    parts = urlsplit(text if "://" in text else f"ws://{text}")
    scheme = parts.scheme if parts.scheme in ("ws", "wss") else "ws"
    try:
        port = parts.port or PORT
    except ValueError:
        port = PORT
    host = parts.hostname or "127.0.0.1"
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


class ObsConnection:
    """Open it once; `until_closed` returns when it is over, whoever ended it."""

    def __init__(self, address: str, password: str, on_change: Callable[[ObsState], None]) -> None:
        """`on_change` hears of every new state, on the loop."""
        self._url, self._password, self._on_change = obs_url(address), password, on_change
        self._client: WebSocketClient | None = None
        self._reader: asyncio.Task[None] | None = None
        self.state = ObsState()

    async def open(self) -> None:
        """Connect and learn how OBS is.

        Raises `Unavailable`: UNREACHABLE (nobody answers there, or it is no OBS), ACCESS_REFUSED (the password).
        """
        client = self._client = _make_client(self._url, self._password)
        client.register_event_callback(self._take_event)
        try:
            async with asyncio.timeout(_OPEN_S):
                await client.connect()
                self._reader = client.recv_task
                await self._identify(client)
                scenes = await self._ask("GetSceneList")
                stream = await self._ask("GetStreamStatus")
        except _network_errors() as error:
            await self.close()
            raise Unavailable(_PART, ErrorCode.UNREACHABLE, host=self._url) from error
        except Unavailable:
            await self.close()
            raise
        names = _scene_names(scenes.get("scenes"))
        self._change(
            scenes=names,
            scene=_text(scenes.get("currentProgramSceneName")),
            is_streaming=stream.get("outputActive") is True,
        )

    async def until_closed(self) -> None:
        """Return when OBS has closed the connection, or does not answer any more."""
        if self._reader is not None:
            await asyncio.wait({self._reader})

    async def close(self) -> None:
        """Close the connection, within a moment."""
        client, self._client = self._client, None
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.cancel()
            await asyncio.wait({reader})
            if not reader.cancelled():
                reader.exception()  # a message that it did not understand; the connection counts as cut
        if client is not None and client.ws is not None:
            with suppress(*_network_errors()):
                await asyncio.wait_for(client.ws.close(), _CLOSE_S)

    async def send_caption(self, text: str) -> None:
        """Send closed captions with the stream; raises `Unavailable` where OBS does not take them."""
        await self._ask("SendStreamCaption", captionText=text)

    async def switch_to(self, scene: str) -> None:
        """Show `scene`; raises `Unavailable` where OBS has none of that name."""
        await self._ask("SetCurrentProgramScene", sceneName=scene)

    # --- inside ---

    async def _identify(self, client: "WebSocketClient") -> None:
        """Wait until OBS has let us in; it says no by closing."""
        identified = asyncio.ensure_future(client.wait_until_identified(timeout=_OPEN_S))
        assert self._reader is not None
        try:
            await asyncio.wait({identified, self._reader}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            identified.cancel()
        if not client.is_identified():
            is_refused = client.ws is not None and client.ws.close_code == _REFUSED
            code = ErrorCode.ACCESS_REFUSED if is_refused else ErrorCode.UNREACHABLE
            raise Unavailable(_PART, code, host=self._url)

    async def _ask(self, kind: str, **data: object) -> dict[str, Any]:
        """Return OBS's answer to a request, {} for one that it does not fulfil.

        Raises `Unavailable` where the connection ends meanwhile, or no answer comes.
        """
        from simpleobsws import MessageTimeout, NotIdentifiedError, Request

        client, reader = self._client, self._reader
        if client is None or reader is None or reader.done():
            raise Unavailable(_PART, ErrorCode.UNREACHABLE, host=self._url)
        asked = asyncio.ensure_future(client.call(Request(kind, data or None), timeout=_ANSWER_S))
        try:
            await asyncio.wait({asked, reader}, return_when=asyncio.FIRST_COMPLETED)
            if not asked.done():
                raise Unavailable(_PART, ErrorCode.UNREACHABLE, host=self._url)
            answer = asked.result()
        except (MessageTimeout, NotIdentifiedError, *_network_errors()) as error:
            raise Unavailable(_PART, ErrorCode.UNREACHABLE, host=self._url) from error
        finally:
            asked.cancel()
        if not answer.ok():
            raise Unavailable(_PART, ErrorCode.BAD_INPUT, host=self._url)
        return answer.responseData if isinstance(answer.responseData, dict) else {}

    async def _take_event(self, kind: str, data: object) -> None:
        """Take an event; one that is not as the protocol says changes nothing."""
        about = data if isinstance(data, dict) else {}
        match kind:
            case "CurrentProgramSceneChanged" if _text(about.get("sceneName")):
                self._change(scene=_text(about.get("sceneName")))
            case "SceneListChanged":
                self._change(scenes=_scene_names(about.get("scenes")))
            case "StreamStateChanged" if isinstance(about.get("outputActive"), bool):
                self._change(is_streaming=about["outputActive"])
            case _:
                pass

    def _change(self, **changes: Any) -> None:
        now = replace(self.state, **changes)
        if now != self.state:
            self.state = now
            self._on_change(now)


def _make_client(url: str, password: str) -> "WebSocketClient":
    import simpleobsws
    import websockets

    class Client(simpleobsws.WebSocketClient):  # type: ignore[misc]  # the library has no types
        """Connects straight, and finds out by itself that OBS hangs."""

        async def connect(self) -> bool:
            self.identified, self.hello_message = False, None
            self.ws = await websockets.connect(
                self.url,
                subprotocols=[websockets.Subprotocol("obswebsocket.msgpack")],
                max_size=_LARGEST,
                proxy=None,
                open_timeout=_OPEN_S,
                close_timeout=_CLOSE_S,
                ping_interval=_PING_S,
                ping_timeout=_PING_S,
            )
            self.ws_open = True
            self.recv_task = asyncio.create_task(self._ws_recv_task())
            return True

    about = simpleobsws.IdentificationParameters(eventSubscriptions=_EVENTS)
    return Client(url=url, password=password, identification_parameters=about)


def _network_errors() -> tuple[type[BaseException], ...]:
    """Return what a connection fails by, whatever is wrong with it."""
    import websockets

    return OSError, TimeoutError, websockets.WebSocketException


def _scene_names(scenes: object) -> tuple[str, ...]:
    """Return the names in the order of OBS's list: the protocol begins at its end."""
    found = scenes if isinstance(scenes, list) else []
    names = [_text(scene.get("sceneName")) for scene in found if isinstance(scene, dict)]
    return tuple(name for name in reversed(names) if name)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
