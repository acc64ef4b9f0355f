"""The thread `net`: an asyncio loop for everything that speaks over a network.

It is not the desk's own loop: waking 300 phones, or a flood of connections, would hold up the desk for longer than it
may be blocked.
"""

import asyncio
import concurrent.futures
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from livedesk.runtime.worker import Worker

_T = TypeVar("_T")


class NetLane:
    """Owns the loop. What runs on it talks to the desk through `post` and hears from it by `call`."""

    def __init__(self, on_bug: Callable[[BaseException], None]) -> None:
        self._on_bug = on_bug
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(self._handle_bug)
        self._is_started = False
        self._worker = Worker("net", self._run, on_bug, wake=self._wake)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop, for what is built to run on it."""
        return self._loop

    def start(self) -> None:
        """Start the thread."""
        self._is_started = True
        self._worker.start()

    def stop(self, deadline_s: float) -> bool:
        """Cancel what runs, let it clean up, end the thread; return whether that was in time."""
        if not self._is_started:
            self._loop.close()
            return True
        return self._worker.stop(deadline_s)

    def spawn(self, make: Callable[[], Coroutine[Any, Any, _T]]) -> concurrent.futures.Future[_T]:
        """Run a coroutine on the loop, from any thread; the future cancels it and brings what it returns.

        What it raises is in the future; whoever drops that takes care of bugs inside. After the lane stopped the
        future is cancelled.
        """
        work = make()
        try:
            return asyncio.run_coroutine_threadsafe(work, self._loop)
        except RuntimeError:  # the loop is closed
            work.close()
            stopped: concurrent.futures.Future[_T] = concurrent.futures.Future()
            stopped.cancel()
            return stopped

    def call(self, function: Callable[..., object], *args: object) -> None:
        """Run `function` on the loop soon, from any thread; after the lane stopped nothing happens."""
        try:
            self._loop.call_soon_threadsafe(function, *args)
        except RuntimeError:
            if not self._loop.is_closed():
                raise

    def _wake(self) -> None:
        self.call(self._loop.stop)

    def _run(self, _stop: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()

    def _handle_bug(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A bug in one task is reported; the others go on."""
        self._on_bug(context.get("exception") or RuntimeError(context.get("message", "")))
