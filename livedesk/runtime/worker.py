"""A named thread with an owner and a deadline: the only kind of thread livedesk makes."""

import threading
from collections.abc import Callable


class Worker:
    """Runs `work(stop)` on a thread called `name` until `stop` is set.

    `work` waits on `stop` (or on what `wake` interrupts) and returns soon after it is set. An exception that
    escapes it is a bug: it goes to `on_bug` and the thread ends.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[threading.Event], None],
        on_bug: Callable[[BaseException], None],
        wake: Callable[[], None] | None = None,
    ) -> None:
        self.name = name
        self._work = work
        self._on_bug = on_bug
        self._wake = wake
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self, deadline_s: float) -> bool:
        """Ask the thread to end and wait for it; return whether it ended in time."""
        self._stop.set()
        if self._wake:
            self._wake()
        if self._thread.ident is None:
            return True
        self._thread.join(deadline_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._work(self._stop)
        except Exception as error:  # noqa: BLE001 - a thread's top: the bug is reported, not lost
            self._on_bug(error)
