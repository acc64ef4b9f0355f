"""The tapes in tests/tapes replay to what they recorded: whatever changes there was meant to change."""

import json
from pathlib import Path
from typing import Any

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.session.booth import Booth
from livedesk.core.wire import decode
from livedesk.runtime.replay import replay

TAPES = sorted((Path(__file__).parents[1] / "tapes").glob("*.jsonl"))


def _lines(tape: Path, direction: str) -> list[tuple[float, Any]]:
    lines = [json.loads(line) for line in tape.read_text(encoding="utf-8").splitlines()]
    return [(line["t"], decode(line[direction])) for line in lines if direction in line]


@pytest.mark.parametrize("tape", TAPES, ids=lambda p: p.stem)
def test_that_a_tape_replays_to_what_it_recorded(tape: Path) -> None:
    booth = Booth(ZH, (EN, Language("es")))
    assert list(replay(_lines(tape, "in"), booth)) == _lines(tape, "out")
