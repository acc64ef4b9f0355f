"""A server that speaks obs-websocket 5 as OBS does: greeting, password, requests, events, closing codes."""

import asyncio
import base64
import hashlib
import hmac
from typing import Any

import msgpack
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

SALT, CHALLENGE = (
    "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=",
    "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=",
)
AUTHENTICATION_FAILED, NOT_IDENTIFIED = 4009, 4007
OK, NOT_RUNNING, NO_SUCH_THING, UNKNOWN_REQUEST = 100, 501, 600, 204
EVENTS = {"CurrentProgramSceneChanged": 4, "SceneListChanged": 4, "StreamStateChanged": 64, "ExitStarted": 1}
"""Each kind of event and the subscription that brings it."""


def proof(password: str) -> str:
    """Return what shows that one knows `password`, by the protocol's own steps."""
    secret = base64.b64encode(hashlib.sha256((password + SALT).encode()).digest())
    return base64.b64encode(hashlib.sha256(secret + CHALLENGE.encode()).digest()).decode()


class ObsServer:
    """OBS with scenes, a stream that runs or not, and a list of what it was asked."""

    def __init__(self, password: str = "", *, is_streaming: bool = False) -> None:
        self.password, self.is_streaming = password, is_streaming
        self.scenes = ["Booth", "Product", "Break"]
        self.scene = "Booth"
        self.captions: list[str] = []
        self.switched: list[str] = []
        self.is_mute = False
        """Answers no request any more, as one that hangs."""
        self.connected = 0
        self._people: dict[ServerConnection, int] = {}
        self._server: Server | None = None
        self._port = 0

    @property
    def address(self) -> str:
        return f"ws://127.0.0.1:{self._port}"

    async def start(self) -> None:
        """Listen, at the same port again after a stop."""
        protocols = [Subprotocol("obswebsocket.json"), Subprotocol("obswebsocket.msgpack")]
        self._server = await serve(self._talk, "127.0.0.1", self._port, subprotocols=protocols)
        self._port = self._server.sockets[0].getsockname()[1]

    async def quit(self) -> None:
        """Close as OBS does when it is closed."""
        if self._server:
            await self.tell("ExitStarted", {})
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    async def tell(self, kind: str, data: dict[str, Any]) -> None:
        """Send an event to everyone who wants it."""
        for person, wanted in list(self._people.items()):
            if wanted & EVENTS[kind]:
                await _send(person, 5, {"eventType": kind, "eventIntent": EVENTS[kind], "eventData": data})

    async def show(self, scene: str) -> None:
        """Switch the scene by hand."""
        self.scene = scene
        await self.tell("CurrentProgramSceneChanged", {"sceneName": scene})

    async def stream(self, *, is_on: bool) -> None:
        """Begin or end the stream."""
        self.is_streaming = is_on
        await self.tell("StreamStateChanged", {"outputActive": is_on, "outputState": "OBS_WEBSOCKET_OUTPUT"})

    async def say_nonsense(self, payload: object) -> None:
        """Send what the protocol does not know."""
        for person in list(self._people):
            await person.send(msgpack.packb(payload))

    async def _talk(self, person: ServerConnection) -> None:
        self.connected += 1
        hello: dict[str, Any] = {"obsWebSocketVersion": "5.5.2", "rpcVersion": 1}
        if self.password:
            hello["authentication"] = {"challenge": CHALLENGE, "salt": SALT}
        try:
            await _send(person, 0, hello)
            async for message in person:
                assert isinstance(message, bytes), "msgpack was agreed on"
                payload = msgpack.unpackb(message)
                if not await self._answer(person, payload["op"], payload["d"]):
                    return
        except ConnectionClosed:
            pass
        finally:
            self._people.pop(person, None)

    async def _answer(self, person: ServerConnection, op: int, data: dict[str, Any]) -> bool:
        if op == 1 and person not in self._people:
            given = str(data.get("authentication", ""))
            if self.password and not hmac.compare_digest(given, proof(self.password)):
                await person.close(AUTHENTICATION_FAILED, "Authentication failed.")
                return False
            self._people[person] = int(data.get("eventSubscriptions", 0x7FF))
            await _send(person, 2, {"negotiatedRpcVersion": 1})
            return True
        if op != 6 or person not in self._people:
            await person.close(NOT_IDENTIFIED, "Not identified.")
            return False
        if not self.is_mute:
            code, answer = await self._fulfil(data["requestType"], data.get("requestData") or {})
            status = {"result": code == OK, "code": code}
            about = {"requestType": data["requestType"], "requestId": data["requestId"]}
            await _send(person, 7, {**about, "requestStatus": status, "responseData": answer})
        return True

    async def _fulfil(self, kind: str, data: dict[str, Any]) -> tuple[int, dict[str, Any] | None]:
        match kind:
            case "GetSceneList":
                listed = [{"sceneIndex": i, "sceneName": n} for i, n in enumerate(reversed(self.scenes))]
                return OK, {"currentProgramSceneName": self.scene, "scenes": listed}
            case "GetStreamStatus":
                return OK, {"outputActive": self.is_streaming}
            case "SendStreamCaption":
                if not self.is_streaming:
                    return NOT_RUNNING, None
                self.captions.append(data["captionText"])
                return OK, None
            case "SetCurrentProgramScene":
                if data["sceneName"] not in self.scenes:
                    return NO_SUCH_THING, None
                self.switched.append(data["sceneName"])
                await self.show(data["sceneName"])
                return OK, None
        return UNKNOWN_REQUEST, None


async def _send(person: ServerConnection, op: int, data: dict[str, Any]) -> None:
    await person.send(msgpack.packb({"op": op, "d": data}))


async def until(holds: Any, patience_s: float = 5.0) -> None:
    """Wait until `holds()`; fail after `patience_s`."""
    async with asyncio.timeout(patience_s):
        while not holds():
            await asyncio.sleep(0.005)
