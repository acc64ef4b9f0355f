"""The desk in its real window, for the load test: measures for how long the main thread was blocked.

It opens the page for phones and types the lines that it is given on standard input.

    python -m tests.load.windowed DIR
"""

import json
import os
import signal
import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer

from livedesk.app import paths as places
from livedesk.app.live_state import LiveState
from livedesk.app.paths import Paths
from livedesk.app.window import OpenDesk
from livedesk.core.events import AddHostLine, EndSession, StartSession
from livedesk.core.links import LinkKind

BEAT_MS = 5
LATE_MS = 40
DEEPEST = 6
SETTLE_S = 3.0
"""What comes before, opening the window, is no part of the measurement."""


class Heart:
    """Beats on the main thread; the gaps between beats are what a person feels."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._begins = time.monotonic() + SETTLE_S
        self._last = time.monotonic()
        self.gaps_ms: list[float] = []
        self.caught: list[str] = []
        self._caught_at = 0.0
        self._timer.start(BEAT_MS)

    def watch(self, main: int) -> None:
        """Write down where the thread `main` is whenever a beat is late; runs on a thread of its own."""
        pause = threading.Event()
        while not pause.wait(LATE_MS / 4000):
            now, last = time.monotonic(), self._last
            if now > self._begins and now - last > LATE_MS / 1000 and self._caught_at != last:
                self._caught_at = last
                frame = sys._current_frames().get(main)
                lines = traceback.extract_stack(frame)[-DEEPEST:]
                self.caught.append(
                    " < ".join(f"{Path(s.filename).stem}.{s.name}:{s.lineno}" for s in reversed(lines))
                )

    def _beat(self) -> None:
        now = time.monotonic()
        if now > self._begins:
            self.gaps_ms.append(max(0.0, 1000 * (now - self._last) - BEAT_MS))
        self._last = now

    def as_dict(self) -> dict[str, Any]:
        """Return the figures."""
        gaps = sorted(self.gaps_ms) or [0.0]
        return {
            "longest_block_ms": round(gaps[-1], 1),
            "blocks_over_16_ms": sum(gap > 16 for gap in gaps),
            "blocks_over_50_ms": sum(gap > 50 for gap in gaps),
            "p99_block_ms": round(gaps[int(len(gaps) * 0.99)], 1),
            "beats": len(gaps),
            "caught": dict(Counter(self.caught).most_common(8)),
        }


def main(arguments: list[str]) -> int:
    """Show the desk until SIGTERM; print where it is, and at the end how it went."""
    desk = OpenDesk(Paths(Path(arguments[0])), places.sample_booth(), None)
    desk.window.resize(1440, 900)
    desk.wired.settings = replace(
        desk.wired.settings,
        audience_address="127.0.0.1",
        audience_port=0,
        local_port=0,
        is_inlet_on=True,
        inlet_key="load-test-load-test-load-test",
        is_microphone_on=False,
    )
    state = LiveState(lambda text: print(text, file=sys.stderr))
    desk.start()
    desk.wired.desk.subscribe(state.receive)
    desk.wired.desk.post(StartSession("Load", is_rehearsal=False))
    desk.wired.network.open_audience()
    heart = Heart()
    main_thread = threading.get_ident()
    threading.Thread(target=heart.watch, args=(main_thread,), name="watch", daemon=True).start()

    def follow() -> None:
        links = state.wait_for_links(LinkKind.AUDIENCE, LinkKind.INLET)
        where = {"audience": links[LinkKind.AUDIENCE].address, "inlet": links[LinkKind.INLET].address}
        print(json.dumps({**where, "pid": os.getpid(), "session": state.session_id}), flush=True)
        for line in sys.stdin:
            desk.wired.desk.post(AddHostLine(line.strip()))

    threading.Thread(target=follow, name="stdin", daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: desk.app.exit(0))  # `quit` is refused in mid-show
    pulse = QTimer()
    pulse.start(100)
    pulse.timeout.connect(lambda: None)
    try:
        desk.app.exec()
        desk.wired.desk.post(EndSession())
        state.wait_for_the_end(SETTLE_S)
    finally:
        desk.stop()
    print(json.dumps({**heart.as_dict(), "bugs": len(desk.wired.bugs)}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
