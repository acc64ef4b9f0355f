"""Ten minutes of a host in real time, with chat at five messages a second: does the lag grow?

The show of `../shared/speech` is played again and again through the real lane and desk, with translation, while
buyers write. Each minute prints how late the last words came (translated), how late growing text was, what was left
out, how long a message waited for its translation, and the memory. Exit code 1 where frames or finals were lost, or
where the median lag of the last three minutes is over 1.5 times that of the first three and over a second longer.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import psutil
import soundfile

from livedesk.app.heard_lines import HeardLine, HeardLines
from livedesk.app.paths import Paths
from livedesk.app.transcribe import transcribe_file
from livedesk.app.wiring import Wired
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.events import ChatReceived, Event, MessageChanged
from livedesk.core.ids import EN, MessageId
from livedesk.core.records import HealthState, MessageState
from livedesk.core.settings import Settings
from tests.bench.bench_flood import LINES, sources

SHARED = Path(__file__).parents[3] / "shared"
SHOW = SHARED / "speech" / "zh" / "show.flac"
MINUTE_S = 60.0
MOST_GROWTH, MOST_LONGER_S = 1.5, 1.0


@dataclass(frozen=True, slots=True)
class Minute:
    """One minute's figures; times in seconds."""

    minute: int
    finals: int
    final_lag_p50: float
    final_lag_p95: float
    interim_lag_p50: float
    hypotheses: int
    left_out: int
    chat_lag_p50: float
    behind: bool
    memory_mb: int
    load: float


@dataclass(slots=True)
class Chat:
    """How long messages waited; filled on the desk's thread."""

    lags_s: list[float] = field(default_factory=list)
    states: dict[MessageId, MessageState] = field(default_factory=dict)

    def receive(self, event: Event) -> None:
        """Take an event of the desk."""
        if isinstance(event, MessageChanged):
            message = event.message
            self.states[message.id] = message.state
            if message.translation and message.state is MessageState.TRANSLATED:
                self.lags_s.append(message.translation.lag_ms / 1000)


def main() -> int:
    """Run, print a line each minute, write a JSON file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--rate", type=float, default=5.0, help="messages a second")
    parser.add_argument(
        "--base", type=Path, default=Path(".speech"), help="data folder with the speech model"
    )
    parser.add_argument("--out", type=Path, default=Path("out") / "soak-speech.json")
    options = parser.parse_args()
    minutes: list[Minute] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "host.flac"
        sound, rate = soundfile.read(SHOW, dtype="float32")
        assert rate == SAMPLE_RATE, SHOW
        soundfile.write(file, np.resize(sound, round(options.minutes * MINUTE_S * SAMPLE_RATE)), SAMPLE_RATE)
        done = transcribe_file(
            Paths(options.base.absolute()),
            file,
            Settings(),
            target=EN,
            is_real_time=True,
            during=lambda wired, over: chat_and_watch(wired, over, options.rate, minutes),
        )
    untranslated = sum(done.heard.translation(line) is None for line in done.heard.lines.values())
    first = statistics.median(m.final_lag_p50 for m in minutes[:3])
    last = statistics.median(m.final_lag_p50 for m in minutes[-3:])
    print(
        f"final lag: {first:.2f} s in the first three minutes, {last:.2f} s in the last three; "
        f"real-time factor {done.real_time_factor:.2f}; {done.tally.lost_samples} samples lost, "
        f"{done.heard.gaps_s:.1f} s marked as gaps; {len(done.heard.lines)} lines, {untranslated} refused by a guard"
    )
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps([asdict(minute) for minute in minutes], indent=1), encoding="utf-8")
    open_lines = sum(not line.caption.is_final for line in done.heard.lines.values())
    has_grown = last > first * MOST_GROWTH and last > first + MOST_LONGER_S
    return int(has_grown or bool(done.tally.lost_samples) or bool(open_lines))


def chat_and_watch(wired: Wired, over: threading.Event, rate: float, minutes: list[Minute]) -> None:
    """Let buyers write until the file is `over`, and take stock every minute."""
    heard, chat = HeardLines(wired.desk.clock.now, EN), Chat()
    wired.desk.subscribe(heard.receive)
    wired.desk.subscribe(chat.receive)
    print(
        f"{'minute':>6}{'finals':>8}{'p50 s':>8}{'p95 s':>8}{'interim':>9}{'asked':>7}{'left out':>10}"
        f"{'chat s':>8}{'MB':>7}{'load':>6}",
        flush=True,
    )
    started, asked, left_out = time.monotonic(), 0, 0
    known: set[int] = set()
    for sent, message in enumerate(messages()):
        due_s = started + sent / rate - time.monotonic()
        if over.wait(max(0.0, due_s)):
            break
        wired.desk.post(message)
        if time.monotonic() - started >= (len(minutes) + 1) * MINUTE_S:
            tally = wired.listening.tally
            new = [
                line
                for number, line in list(heard.lines.items())
                if number not in known and line.translated_at
            ]
            known |= {line.caption.segment for line in new}
            minutes.append(
                take_stock(
                    len(minutes) + 1, heard, new, chat, tally.hypotheses - asked, tally.dropped - left_out
                )
            )
            asked, left_out = tally.hypotheses, tally.dropped
            chat.lags_s.clear()
            tell(minutes[-1])
    skipped = sum(state is MessageState.SKIPPED for state in chat.states.values())
    print(f"chat: {len(chat.states)} messages, {skipped} skipped")


def take_stock(
    number: int, heard: HeardLines, new: list[HeardLine], chat: Chat, asked: int, left_out: int
) -> Minute:
    """Return the figures of the minute in which the lines `new` were finished."""
    finals = sorted(heard.final_lag_s(line) for line in new) or [0.0]
    interims = [lag for line in new for lag in line.lags_s] or [0.0]
    return Minute(
        number,
        len(new),
        round(statistics.median(finals), 2),
        round(finals[min(len(finals) - 1, len(finals) * 95 // 100)], 2),
        round(statistics.median(interims), 2),
        asked,
        left_out,
        round(statistics.median(chat.lags_s or [0.0]), 2),
        any(health.state is HealthState.BEHIND for health in heard.healths[-1:]),
        round(psutil.Process().memory_info().rss / 1e6),
        round(os.getloadavg()[0], 1),
    )


def tell(minute: Minute) -> None:
    """Print the line of a minute."""
    m = minute
    print(
        f"{m.minute:6}{m.finals:8}{m.final_lag_p50:8.2f}{m.final_lag_p95:8.2f}{m.interim_lag_p50:9.2f}"
        f"{m.hypotheses:7}{m.left_out:10}{m.chat_lag_p50:8.2f}{m.memory_mb:7}{m.load:6.1f}"
        f"{'  behind' if m.behind else ''}",
        flush=True,
    )


def messages() -> Iterator[ChatReceived]:
    """Yield messages that are never the same twice."""
    lines = sources("booth.en-zh") or [line for line in LINES if line.isascii()]
    number = 0
    while True:
        for line in lines:
            number += 1
            yield ChatReceived("practice", str(number), f"buyer {number % 50}", f"{line} ({number} pcs)")


if __name__ == "__main__":
    sys.exit(main())
