"""How a WebSocket of ours is set up, and how it is read."""

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from livedesk.core.audience.limits import Bucket, Rate

if TYPE_CHECKING:
    from aiohttp import web

_HIGH_WATER = 32 * 1024
"""What waits here for a reader before whoever writes has to wait too."""
_CLOSING_S = 2.0
_PING_RATE = Rate(20, 1)
"""Of pings and pongs. Browsers send pongs alone, one for each heartbeat; programs ping, now and then."""


async def opened(
    request: "web.Request", *, most_bytes: int, heartbeat_s: float
) -> "web.WebSocketResponse | None":
    """Return the open WebSocket that `request` asks for; None where it asks for none."""
    from aiohttp import web

    socket = web.WebSocketResponse(
        compress=False,
        autoping=False,  # so that `text_frames` sees pings and can count them
        heartbeat=heartbeat_s,
        max_msg_size=most_bytes,
        timeout=_CLOSING_S,
        writer_limit=0,  # so that each frame waits where the one before did not go out
    )
    if request.method != "GET" or not socket.can_prepare(request).ok:
        return None
    if request.transport is not None:
        request.transport.set_write_buffer_limits(high=_HIGH_WATER)
    await socket.prepare(request)
    return socket


async def text_frames(socket: "web.WebSocketResponse") -> AsyncIterator[str]:
    """Yield what comes until the other side closes, sends something that is no text, or too many pings."""
    from aiohttp import WSCloseCode, WSMsgType

    loop = asyncio.get_running_loop()
    pings = Bucket(_PING_RATE, loop.time())
    async for frame in socket:
        if frame.type is WSMsgType.TEXT:
            yield frame.data
        elif frame.type in (WSMsgType.PING, WSMsgType.PONG) and pings.has(loop.time()):
            pings.pay()
            if frame.type is WSMsgType.PING:
                await socket.pong(frame.data)
        else:
            await socket.close(code=WSCloseCode.UNSUPPORTED_DATA)
            return
