"""A desk that is killed at any moment loses at most the last second, and its session can go on."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.reading import StoreReader
from tests.contracts.sink_contract import FIRST, TRANSLATED

ROUNDS = 5
LOST_AT_MOST_S = 1.0
REPOSITORY = Path(__file__).parents[3]


def show_killed_after(path: Path, seconds: float) -> tuple[dict[int, float], float]:
    """Run the show for `seconds` from its first caption; return when each caption was made, and the end."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.adapters.store.killed_writer", str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    ) as show:
        assert show.stdout is not None
        first = show.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            show.wait(timeout=seconds)
        killed_at = time.time()
        show.kill()
        lines = [first, *show.stdout]
    made = (line.split() for line in lines if line.endswith("\n"))
    return {int(segment): float(at) for segment, at in made}, killed_at


@pytest.mark.slow
def test_that_a_killed_desk_loses_at_most_the_last_second(hall: Path) -> None:
    path = hall / "livedesk.db"
    moments = random.Random()
    made: dict[int, float] = {}
    for _ in range(ROUNDS):
        new, killed_at = show_killed_after(path, moments.uniform(0.1, 2.5))
        made.update(new)
        database = open_database(path)
        assert database.kept_aside is None
        unfinished = StoreReader(database).unfinished_session()
        database.close()
        kept = unfinished.captions if unfinished else ()
        due = [segment for segment, at in made.items() if at < killed_at - LOST_AT_MOST_S]
        assert [caption.segment for caption in kept] == list(range(1, len(kept) + 1))
        assert len(kept) >= max(due, default=0)
        assert all(c.text == f"{c.segment}: {TRANSLATED.text * 20}" for c in kept)
        assert all(c.translations == TRANSLATED.translations for c in kept)
        made = {segment: at for segment, at in made.items() if segment <= len(kept)}
    assert unfinished is not None
    assert unfinished.session.id == FIRST
    assert len(made) > ROUNDS
