"""The caption and chat lists under load: throughput, painting, and how long they ever keep the window waiting.

    python -m tests.bench.bench_lists [--seconds 10] [--rows 5000]

Both panels are shown off screen at their size in a 1440 x 900 window. A block is how late a timer of one
millisecond comes: deliveries, layout and painting that ran before it, together. It is given as wall time and as the
time the main thread was on the processor, which other programs do not lengthen. The figure to reach: our code never
blocks the window for more than 16 ms.
"""

import argparse
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.core.events import CaptionChanged, Event, MessageChanged, ReplyChanged, SessionChanged
from livedesk.core.records import ReplyState
from livedesk.core.settings import Theme
from livedesk.ui.bridge import Bridge
from livedesk.ui.captions.panel import LivePanel
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.lines.view import LinesView
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices
from tests.ui.lines.records import ES, bilingual, caption, message, reply, session, translation

LIMIT_MS = 16.0
RATE_PER_S = 100
CHINESE = "这款便携式榨汁杯的刀头是食品级不锈钢的，可以拆下来洗，一箱二十四个。"
ENGLISH = "The blade of this portable juicer cup is food-grade stainless steel and comes apart for washing."


class Blocks(QObject):
    """A timer that notes how late it is, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.wall: list[float] = []
        self.cpu: list[float] = []
        self._last = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)
        self.clear()

    def clear(self) -> None:
        """Forget what was noted, from now on."""
        self.wall, self.cpu = [], []
        self._last = time.perf_counter(), time.thread_time()

    def worst(self) -> dict[str, float]:
        """Return the longest block since it was cleared."""
        return {"wall_ms": round(max(self.wall), 1), "cpu_ms": round(max(self.cpu), 1)}

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.wall.append((now[0] - self._last[0]) * 1000)
        self.cpu.append((now[1] - self._last[1]) * 1000)
        self._last = now


class Bench:
    """Both panels on one bridge."""

    def __init__(self) -> None:
        self.app = QApplication([])
        self.theme = AppTheme(self.app, {})
        self.theme.use(Theme.LIGHT)
        self.bridge = Bridge()
        services = FakeServices()
        self.live = LivePanel(self.theme, self.bridge, print, services, QWidget())
        self.chat = ChatPanel(self.theme, self.bridge, print, services)
        self.live.resize(720, 820)
        self.chat.resize(400, 820)
        self.live.show()
        self.chat.show()
        self.blocks = Blocks()

    def spin(self, is_done: Callable[[], bool], every_ms: int = 5) -> None:
        """Run the event loop until `is_done`."""
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if is_done() else None)
        timer.start(every_ms)
        loop.exec()
        timer.stop()

    def worst(self, work: Callable[[], None]) -> dict[str, float]:
        """Return the longest block while `work` and what follows from it is done."""
        self.settle()
        self.blocks.clear()
        work()
        self.settle()
        return self.blocks.worst()

    def settle(self) -> None:
        """Let everything that is due happen."""
        until = time.perf_counter() + 0.2
        self.spin(lambda: time.perf_counter() > until)

    # --- what is measured ---

    def restore(self, rows: int) -> dict[str, float]:
        """A stored session of `rows` captions and as many messages arrives at once."""
        events: list[Event] = [SessionChanged(session())]
        events += [CaptionChanged(bilingual(n, CHINESE, ENGLISH)) for n in range(1, rows + 1)]
        events += [MessageChanged(message(n, ENGLISH, CHINESE)) for n in range(1, rows + 1)]
        self.blocks.clear()
        for event in events:
            self.bridge.receive(event)
        self.spin(lambda: self.chat.model.total == rows)
        return self.blocks.worst()

    def throughput(self, count: int) -> float:
        """Return how many events a second go through bridge and models when they come as fast as they can."""
        first = self.live.model.total
        events = list(live_events(count, first))
        last = max(e.caption.segment for e in events if isinstance(e, CaptionChanged))
        start = time.perf_counter()
        feeder = threading.Thread(target=lambda: [self.bridge.receive(e) for e in events])
        feeder.start()
        self.spin(lambda: self.live.model.find(last) is not None and not feeder.is_alive(), every_ms=1)
        feeder.join()
        return count / (time.perf_counter() - start)

    def under_load(self, seconds: float) -> dict[str, float]:
        """Return the worst block while events come in at `RATE_PER_S`."""
        events = live_events(round(seconds * RATE_PER_S), self.live.model.total)
        pause = threading.Event()

        def feed() -> None:
            for number, event in enumerate(events, start=1):
                self.bridge.receive(event)
                pause.wait(max(0.0, start + number / RATE_PER_S - time.perf_counter()))

        self.blocks.clear()
        start = time.perf_counter()
        feeder = threading.Thread(target=feed)
        feeder.start()
        self.spin(lambda: not feeder.is_alive(), every_ms=50)
        feeder.join()
        busy = sum(self.blocks.cpu) / (10 * (time.perf_counter() - start))
        return {**self.blocks.worst(), "busy_percent": round(busy, 1)}

    def paint_ms(self, view: LinesView, *, is_cold: bool) -> float:
        """Return the median time to paint all of `view`, `is_cold`: with every row laid out anew."""
        times = []
        for _ in range(30):
            if is_cold:
                view.relayout()
                view._delegate.forget()
            start = time.perf_counter()
            view.viewport().repaint()
            times.append((time.perf_counter() - start) * 1000)
        return round(median(times), 2)


def live_events(count: int, first: int) -> Iterator[Event]:
    """Yield what a busy show brings: partials that become finals, messages, translations, replies."""
    words = ENGLISH.split()
    segment = number = first
    revision = len(words)
    for step in range(count):
        if step % 10 < 7:
            if revision == len(words):
                segment, revision = segment + 1, 0
            revision += 1
            text = " ".join(words[:revision])
            is_final = revision == len(words)
            line = translation(text, revision=revision, stable_length=len(text) - 8, is_final=is_final)
            yield CaptionChanged(
                caption(segment, CHINESE[: 2 * revision], line, revision=revision, is_final=is_final)
            )
        elif step % 10 == 7:
            number += 1
            yield MessageChanged(message(number, ENGLISH, None))
        elif step % 10 == 8:
            yield MessageChanged(message(number, ENGLISH, CHINESE, revision=2))
        else:
            line = translation(ENGLISH, ES)
            yield ReplyChanged(reply(number, max(1, number - 3), CHINESE, line, state=ReplyState.SENT))


def main() -> int:
    """Measure, print a table and one line of JSON; 1 when the lists blocked for longer than the limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--rows", type=int, default=5000)
    options = parser.parse_args()
    bench = Bench()
    restore = bench.restore(options.rows)
    load = bench.under_load(options.seconds)
    bar = bench.live.view.verticalScrollBar()
    blocks = {
        f"{RATE_PER_S} events/s": load,
        "resize": bench.worst(lambda: bench.live.resize(bench.live.width() - 90, 820)),
        "scroll back": bench.worst(lambda: bar.setValue(bar.maximum() // 2)),
        "reveal earlier": bench.worst(lambda: bar.setValue(0)),
        "back to now": bench.worst(bench.live.view.go_to_newest),
        "restore": restore,
    }
    figures = {
        "bench": "lists",
        "rows": options.rows,
        "blocks": blocks,
        "events_per_s": round(bench.throughput(20_000)),
        "paint_captions_ms": bench.paint_ms(bench.live.view, is_cold=False),
        "paint_captions_cold_ms": bench.paint_ms(bench.live.view, is_cold=True),
        "paint_chat_ms": bench.paint_ms(bench.chat.view, is_cold=False),
        "paint_chat_cold_ms": bench.paint_ms(bench.chat.view, is_cold=True),
        "limit_ms": LIMIT_MS,
    }
    print(f"{'longest block, ' + str(options.rows) + ' rows each':<36}{'wall ms':>9}{'cpu ms':>9}")
    for name, block in blocks.items():
        print(f"{name:<36}{block['wall_ms']:>9}{block['cpu_ms']:>9}")
    print(
        f"events through bridge and models: {figures['events_per_s']}/s; main thread {load['busy_percent']} % busy"
    )
    for name in ("captions", "chat"):
        print(f"paint {name}: {figures[f'paint_{name}_ms']} ms, cold {figures[f'paint_{name}_cold_ms']} ms")
    print(json.dumps(figures))
    return 0 if load["cpu_ms"] <= LIMIT_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
