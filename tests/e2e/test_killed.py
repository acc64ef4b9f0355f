"""Killed at any moment, the desk loses nothing older than a second and finds its session again."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.app.paths import Paths, sample_booth
from livedesk.app.wiring import wire
from livedesk.core import events as ev
from livedesk.core.records import SessionState
from livedesk.core.settings import Settings
from tests.e2e.witness import told

ROOT = Path(__file__).parents[2]


def _killed(base: Path, after_lines: int) -> tuple[list[dict[str, Any]], float]:
    """Rehearse below `base`, kill the process after some lines; return what it told, and when it was killed."""
    arguments = [str(base), str(sample_booth()), str(base / "out"), "60"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LIVEDESK_MODELS": ""}
    lines: list[dict[str, Any]] = []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.witness", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(json.loads(line))
            if len(lines) == after_lines:
                killed_at = time.time()
                process.kill()
                break
        lines += [json.loads(line) for line in process.stdout if line.endswith(b"\n")]
    assert len(lines) >= after_lines, "it ended before it was killed"
    return lines, killed_at


@pytest.mark.parametrize("seed", [1, 2])
def test_that_nothing_older_than_a_second_is_lost(tmp_path: Path, seed: int) -> None:
    lines, killed_at = _killed(tmp_path, random.Random(seed).randint(60, 400))
    database = open_database(tmp_path / "livedesk.db")
    try:
        restored = StoreReader(database).unfinished_session()
    finally:
        database.close()
    assert database.kept_aside is None
    assert restored is not None
    assert restored.session.state is SessionState.LIVE
    rows = [ev.CaptionChanged(c) for c in restored.captions]
    stored: dict[tuple[str, int], int] = {}
    for event in (*rows, *map(ev.MessageChanged, restored.messages), *map(ev.ReplyChanged, restored.replies)):
        line = told(event)
        assert line is not None, "a partial was stored"
        stored[line[0], line[1]] = line[2]
    old = [line for line in lines if line["t"] < killed_at - 1.0]
    assert old, "killed too early to tell"
    for line in old:
        assert stored.get((line["what"], line["id"]), -1) >= line["newness"], line


def test_that_the_session_goes_on_where_it_was(tmp_path: Path) -> None:
    _killed(tmp_path, 120)
    wired = wire(Paths(tmp_path), Settings(), model_folders=[])
    restored = wired.reader.unfinished_session()
    assert restored is not None
    is_ended = threading.Event()

    def watch(event: ev.Event) -> None:
        if isinstance(event, ev.SessionChanged) and event.session.state is SessionState.ENDED:
            is_ended.set()

    wired.desk.subscribe(watch)
    wired.start()
    for given in (restored, ev.ContinueSession(), ev.AddHostLine("我们继续"), ev.EndSession()):
        wired.desk.post(given)
    assert is_ended.wait(10)
    assert wired.stop().in_time
    assert wired.bugs == []
    database = open_database(tmp_path / "livedesk.db")
    try:
        (session,) = StoreReader(database).sessions()
        data = StoreReader(database).load_session(session.id)
    finally:
        database.close()
    assert session.state is SessionState.ENDED
    assert data.captions[-1].text == "我们继续"
    assert [c.segment for c in data.captions] == list(range(1, len(data.captions) + 1))
    assert all(t.is_final and (t.text or t.reason) for c in data.captions for t in c.translations)
    assert all(c.translations for c in data.captions)
    assert data.captions[-1].t0_s >= data.captions[-2].heard_at - data.session.started_at - 1.0
