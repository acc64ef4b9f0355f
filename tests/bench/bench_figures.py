"""How long the figures of a line take: a normal line, and the longest and densest that may come.

Reading has to be linear in the length of the line, so that no line of digits holds up the translation thread. The
target: a line of 5,000 digits and numerals in 50 ms, and twice the length in no more than three times the time.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import figures
from livedesk.core.translation.figures.reading import read

TARGET_MS = 50.0
MOST_RATIO = 3.0
LENGTH = 5000
LINE = "我们起订量是一万两千个，每台12.5美元，今天打八五折，晚上八点结束。"
TRANSLATION = "Our MOQ is 12,000 pieces at US$12.50 each, 15% off today, until 8 p.m."
DENSE: dict[str, Callable[[int], str]] = {
    "digits and numerals": lambda n: ("12345 六百七十八万九千零二 3.5% 八五折 100x200 " * n)[:n],
    "digits": lambda n: "1" * n,
    "numerals": lambda n: ("一万二千三百四十五" * n)[:n],
    "units": lambda n: "亿" * n,
    "separators": lambda n: ("1,2.3-" * n)[:n],
    "words": lambda n: ("two hundred and fifty point five " * n)[:n],
    "prices": lambda n: ("六块九毛八" * n)[:n],
}


def median_ms(text: str, language: Language, runs: int = 9) -> float:
    """Return the median time that reading `text` takes, not from the cache."""
    times = []
    for _ in range(runs):
        read.cache_clear()
        started = time.perf_counter()
        read(text, language)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def main() -> int:
    """Print the times as JSON; 1 if a target is missed."""
    dense = {}
    for name, make in DENSE.items():
        language = EN if name == "words" else ZH
        ms, double_ms = (median_ms(make(length), language) for length in (LENGTH, 2 * LENGTH))
        dense[name] = {"ms": round(ms, 1), "double_ms": round(double_ms, 1)}
    started = time.perf_counter()
    count = 500
    for number in range(count):
        figures.repair(f"{number}。{LINE}", ZH, f"{number}. {TRANSLATION}", EN)
    line_ms = (time.perf_counter() - started) * 1000 / count
    slow = dense["digits and numerals"]["ms"] > TARGET_MS
    steep = [n for n, d in dense.items() if d["ms"] > 1 and d["double_ms"] > MOST_RATIO * d["ms"]]
    for name, times in dense.items():
        print(
            f"{name:24} {LENGTH:,} characters {times['ms']:6.1f} ms, twice that {times['double_ms']:6.1f} ms"
        )
    print(f"a line checked against its translation: {line_ms:.2f} ms")
    result = {"bench": "figures", "line_ms": round(line_ms, 3), "dense_ms": dense, "not_linear": steep}
    print(json.dumps(result))
    return int(slow or bool(steep))


if __name__ == "__main__":
    sys.exit(main())
