"""A show under load: phones in other processes, a caption every second, questions all the time; what came of it."""

import json
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.app.paths import Paths
from livedesk.core.ids import SessionId
from tests.load.desks import DeskProcess, Watch

PROCESSES = 2
WARM_UP_S = 2.0
SETTLED_SHARE = 0.2
"""Memory counts from minute 2 of 10 on: by then every buffer has its size."""
MOST_LATE_MS, MOST_GROWTH_MB, MOST_BLOCK_MS = 200.0, 30.0, 33.0


@dataclass(frozen=True, slots=True)
class Load:
    """How much of it."""

    phones: int = 300
    seconds: float = 600.0
    questions_per_s: float = 5.0
    caption_every_s: float = 1.0
    has_window: bool = False


def run(load: Load, base: Path) -> dict[str, Any]:
    """Run the show and return the figures with a verdict."""
    with DeskProcess(base, has_window=load.has_window) as desk:
        crowds = let_in(load, desk.where["audience"])
        watch = Watch(desk.where["pid"])
        watch.start()
        said = _speak(load, desk)
        waited(1.0)
        watch.stop()
        results = [finish(crowd, said) for crowd in crowds]
        code = desk.end()
    figures = _figures(load, watch, results, said)
    figures["stored_questions"] = _stored(base, desk.where["session"])
    figures["exit_code"], figures["window"] = code, desk.told
    figures["complaints"] = [
        line for line in desk.complaints.splitlines() if "wrong" in line or "Error" in line
    ]
    figures["verdict"] = judge(load, figures)
    return figures


def judge(load: Load, figures: dict[str, Any]) -> list[str]:
    """Return what is not as it should be; nothing is good."""
    limits = {
        f"captions came later than {MOST_LATE_MS} ms (p95)": figures["caption_ms"]["p95"] > MOST_LATE_MS,
        f"memory grew by more than {MOST_GROWTH_MB} MB": figures["memory_growth_mb"] > MOST_GROWTH_MB,
        "captions were lost": figures["lost"] > 0,
        "captions came twice": figures["doubled"] > 0,
        "phones were cut": figures["cut"] > 0,
        "questions were refused": bool(figures["refused"]),
        "questions were not acknowledged": figures["acknowledged"] < figures["asked"],
        "questions were not stored": figures["stored_questions"] < figures["acknowledged"],
        "the desk had bugs": bool(figures["complaints"]) or figures["exit_code"] != 0,
        f"the window was blocked for more than {MOST_BLOCK_MS} ms (p99)": figures["window"].get(
            "p99_block_ms", 0.0
        )
        > MOST_BLOCK_MS,
    }
    return [text for text, is_so in limits.items() if is_so]


def let_in(load: Load, url: str) -> list[subprocess.Popen[str]]:
    """Start the processes of the phones, and wait until all are in."""
    share = [load.phones // PROCESSES + (n < load.phones % PROCESSES) for n in range(PROCESSES)]
    crowds = []
    for number, count in enumerate(share):
        per_s = load.questions_per_s * count / load.phones
        command = [sys.executable, "-m", "tests.load.phones", url, count, 1 + number * 10_000, per_s]
        crowds.append(
            subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        )
    for crowd in crowds:
        assert crowd.stdout is not None
        if crowd.stdout.readline() != "ready\n":
            raise RuntimeError("the phones did not get in")
    return crowds


def _speak(load: Load, desk: DeskProcess) -> int:
    """Say a line every second, on time whatever the last one took; return how many."""
    desk.say("大家好，欢迎来到我们的展位。")  # models and dictionaries load at the first line
    waited(WARM_UP_S)
    began, said = time.monotonic(), 0
    while time.monotonic() - began < load.seconds:
        said += 1
        desk.say(f"今天的报价是每台一百二十元。 #{said} @{time.time():.4f}")
        waited(began + said * load.caption_every_s - time.monotonic())
    return said


def waited(seconds: float) -> None:
    """Let so much time pass."""
    threading.Event().wait(max(0.0, seconds))


def finish(crowd: "subprocess.Popen[str]", said: int) -> dict[str, Any]:
    """Tell phones which line was the last, and return what they saw."""
    out, _ = crowd.communicate(f"{said}\n", timeout=60)
    result: dict[str, Any] = json.loads(out)
    return result


def _figures(load: Load, watch: Watch, results: list[dict[str, Any]], said: int) -> dict[str, Any]:
    late = [ms for result in results for ms in result["late_ms"]]
    trips = [ms for result in results for ms in result["round_trips_ms"]]
    settled = watch.memory_mb[int(len(watch.memory_mb) * SETTLED_SHARE) :] or [0.0]
    tail = max(1, len(settled) // 10)
    refused: dict[str, int] = {}
    for result in results:
        for why, count in result["refused"].items():
            refused[why] = refused.get(why, 0) + count
    return {
        "phones": load.phones,
        "seconds": load.seconds,
        "captions_said": said,
        "captions_received": len(late),
        "frames": sum(result["frames"] for result in results),
        "caption_ms": spread(late),
        "question_ms": spread(trips),
        "lost": sum(result["lost"] for result in results),
        "doubled": sum(result["doubled"] for result in results),
        "cut": sum(result["cut"] for result in results),
        "asked": sum(result["asked"] for result in results),
        "acknowledged": sum(result["acknowledged"] for result in results),
        "refused": refused,
        "memory_mb": round(settled[-1], 1),
        "memory_growth_mb": round(sum(settled[-tail:]) / tail - sum(settled[:tail]) / tail, 1),
        "cpu_share": round(watch.cpu_s / max(watch.lasted_s, 0.001), 3),
    }


def spread(values: list[float]) -> dict[str, float]:
    """Return the usual and the worst of `values`."""
    ranked = sorted(values) or [0.0]
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    return {
        name: round(ranked[min(len(ranked) - 1, int(len(ranked) * share))], 1)
        for name, share in shares.items()
    }


def _stored(base: Path, session: str) -> int:
    database = open_database(Paths(base).database)
    try:
        return len(StoreReader(database).load_session(SessionId(session)).messages)
    finally:
        database.close()
