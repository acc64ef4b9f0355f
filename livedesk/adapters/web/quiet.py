"""aiohttp's handler of one connection, without words for who does not speak HTTP. Imports aiohttp."""

import asyncio
from collections.abc import Callable

from aiohttp import web

from livedesk.core.typing_compat import override


class _QuietHandler(web.RequestHandler):
    """Answers what cannot be read with 404 and nothing else; aiohttp would describe the fault, and itself."""

    __slots__ = ()

    @override
    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        response = web.Response(status=404, headers={"Server": ""})
        response.force_close()
        return response

    @override
    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        if isinstance(resp, web.HTTPExpectationFailed):  # aiohttp's own, before the key is asked for
            resp = web.Response(status=404)
            resp.force_close()
        return await super().finish_response(request, resp, start_time)

    @override
    def log_exception(self, *args: object, **kw: object) -> None:
        """Say nothing of a body that cannot be unpacked; whoever sends one could fill a log with it."""
        if not isinstance(kw.get("exc_info"), web.RequestPayloadError):
            super().log_exception(*args, **kw)


def quiet_handler(server: web.Server, wait_s: float) -> Callable[[], web.RequestHandler]:
    """Return what makes a handler for each connection of `server`."""
    loop = asyncio.get_running_loop()

    def make() -> web.RequestHandler:
        return _QuietHandler(
            server,
            loop=loop,
            access_log=None,  # type: ignore[arg-type]  # aiohttp's own runners pass None, too
            keepalive_timeout=wait_s,
            lingering_time=1.0,
        )

    return make
