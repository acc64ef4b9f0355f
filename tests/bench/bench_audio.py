"""The microphone's way in: what PortAudio's callback costs, and what the recogniser pays to read it.

    python -m tests.bench.bench_audio [--blocks 5000]

The callback must be over long before the next block comes (20 ms); it is measured for the usual devices, alone and
while another thread holds Python's lock as much as it may. Reading is given as a share of real time: 1 % means ten
milliseconds of one core for a second of sound.
"""

import argparse
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median, quantiles

import numpy as np

from livedesk.adapters.audio.capture import Intake
from livedesk.adapters.audio.convert import Converter
from livedesk.adapters.audio.level import LevelMeter
from livedesk.adapters.audio.portaudio import BLOCKS_PER_S

SHAPES = ((16_000, 1), (44_100, 2), (48_000, 1), (48_000, 2), (96_000, 8))


def callback_us(rate: int, channels: int, blocks: int) -> dict[str, float]:
    """Return the median, 99th percentile and worst time of one callback, in microseconds."""
    intake = Intake(rate, channels)
    block = np.random.default_rng(1).uniform(-1, 1, (rate // BLOCKS_PER_S, channels)).astype(np.float32)
    times = []
    for number in range(blocks):
        begun = time.perf_counter_ns()
        intake.receive(block, number / BLOCKS_PER_S, False)
        times.append((time.perf_counter_ns() - begun) / 1000)
    return {
        "median": round(median(times), 1),
        "p99": round(quantiles(times, n=100)[98], 1),
        "worst": round(max(times), 1),
    }


def reading_percent(rate: int, channels: int) -> float:
    """Return what taking, mixing, resampling and measuring a second of sound costs, in percent of that second."""
    intake, converter, meter = Intake(rate, channels), Converter(rate), LevelMeter()
    block = np.random.default_rng(1).uniform(-1, 1, (rate // BLOCKS_PER_S, channels)).astype(np.float32)
    spent = 0.0
    seconds = 20
    for number in range(seconds * BLOCKS_PER_S):
        intake.receive(block, number / BLOCKS_PER_S, False)
        begun = time.process_time()
        if taken := intake.take():
            for done in converter.feed(taken.frames, taken.start):
                meter.add(done.samples)
        spent += time.process_time() - begun
    return round(100 * spent / seconds, 2)


@contextmanager
def busy_python() -> Iterator[None]:
    """Keep another thread computing in Python."""
    stop = threading.Event()

    def burn() -> None:
        number = 0
        while not stop.is_set():
            number += 1

    thread = threading.Thread(target=burn, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def main() -> None:
    """Measure and print as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--blocks", type=int, default=5000)
    blocks = parser.parse_args().blocks
    found: dict[str, object] = {}
    for rate, channels in SHAPES:
        callback_us(rate, channels, 200)
        alone = callback_us(rate, channels, blocks)
        with busy_python():
            beside = callback_us(rate, channels, blocks // 5)
        found[f"{rate} Hz x {channels}"] = {
            "callback_us": alone,
            "callback_us_beside_busy_python": beside,
            "reading_percent_of_real_time": reading_percent(rate, channels),
        }
    print(json.dumps({"bench": "audio", "devices": found}, indent=2))


if __name__ == "__main__":
    main()
