"""Tapes: what was recorded is read back, a killed recorder spoils nothing, a broken tape is refused."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.adapters.store.tape_file import FLUSH_EVERY_S, TapeLine, TapeWriter, read_tape
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import AddHostLine, CaptionChanged, CatalogueChanged, SessionChanged
from livedesk.runtime.clock import ManualClock
from tests.adapters.store.conftest import fill_disk
from tests.contracts.sink_contract import LIVE, MUG, TRANSLATED

LINES = [
    TapeLine(0.0, "in", AddHostLine("大家好 \ud83d 😀")),
    TapeLine(0.25, "out", SessionChanged(LIVE)),
    TapeLine(0.5, "out", CaptionChanged(TRANSLATED)),
    TapeLine(1.0, "out", CatalogueChanged((MUG,))),
]


@pytest.fixture
def path(hall: Path) -> Path:
    return hall / "录音" / "show 1.jsonl"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(10.0)


@pytest.fixture
def writer(path: Path, clock: ManualClock) -> Iterator[TapeWriter]:
    opened = TapeWriter(path, clock.now)
    yield opened
    opened.close()


def record(path: Path, lines: list[TapeLine]) -> None:
    writer = TapeWriter(path)
    for line in lines:
        writer.write(line.t, line.direction, line.event)
    writer.close()


def test_that_a_tape_reads_as_it_was_recorded(path: Path) -> None:
    record(path, LINES)
    reader = read_tape(path)
    assert list(reader) == LINES
    assert not reader.was_cut


def test_that_a_line_is_json_with_a_time_and_a_direction(path: Path) -> None:
    record(path, LINES[:1])
    data = json.loads(path.read_bytes())
    assert data == {"t": 0.0, "in": {"kind": "AddHostLine", "text": "大家好 \ud83d 😀"}}


def test_that_events_are_written_out_every_half_second(
    path: Path, writer: TapeWriter, clock: ManualClock
) -> None:
    writer.write(0.0, "in", AddHostLine("one"))
    assert path.read_bytes() == b""
    clock.move_to(10.0 + FLUSH_EVERY_S)
    writer.write(0.5, "in", AddHostLine("two"))
    assert [line.event.text for line in read_tape(path)] == ["one", "two"]
    writer.write(0.6, "in", AddHostLine("three"))
    assert path.read_bytes().count(b"\n") == 2
    writer.flush()
    assert path.read_bytes().count(b"\n") == 3


def test_that_a_half_last_line_is_left_out_and_said_so(path: Path) -> None:
    record(path, LINES)
    path.write_bytes(path.read_bytes()[:-20])
    reader = read_tape(path)
    assert list(reader) == LINES[:-1]
    assert reader.was_cut


def test_that_a_whole_last_line_without_its_line_end_counts(path: Path) -> None:
    record(path, LINES)
    path.write_bytes(path.read_bytes()[:-1])
    reader = read_tape(path)
    assert list(reader) == LINES
    assert not reader.was_cut


def test_that_recording_goes_on_after_a_half_line(path: Path) -> None:
    record(path, LINES[:2])
    with path.open("ab") as file:
        file.write(b'{"t": 0.3, "ou')
    record(path, LINES[2:])
    assert list(read_tape(path)) == LINES


@pytest.mark.parametrize(
    "broken",
    [
        b"{",
        b"",
        b"5",
        b"\xff\xfe",
        b'{"t": 1}',
        b'{"in": {"kind": "Ticked"}}',
        b'{"t": "soon", "in": {"kind": "Ticked"}}',
        b'{"t": true, "in": {"kind": "Ticked"}}',
        b'{"t": NaN, "in": {"kind": "Ticked"}}',
        b'{"t": 1, "in": {"kind": "Nonsense"}}',
        b'{"t": 1, "in": "Ticked"}',
        b'{"t": 1, "up": {"kind": "Ticked"}}',
        b'{"t": 1, "in": {"kind": "Ticked"}, "out": {"kind": "Ticked"}}',
        b"[" * 100_000,
    ],
    ids=range(14),
)
def test_that_a_broken_line_is_refused_with_its_number(path: Path, broken: bytes) -> None:
    record(path, LINES[:1])
    path.write_bytes(path.read_bytes() + broken + b"\n" + path.read_bytes())
    reader = read_tape(path)
    assert next(reader) == LINES[0]
    with pytest.raises(UserFacing) as caught:
        next(reader)
    assert caught.value.code is ErrorCode.TAPE_BROKEN
    assert (caught.value.params["file"], caught.value.params["line"]) == (str(path), 2)


def test_that_a_tape_that_is_not_there_is_said_so(path: Path) -> None:
    with pytest.raises(UserFacing) as caught:
        read_tape(path)
    assert caught.value.code is ErrorCode.TAPE_BROKEN
    assert (caught.value.params["file"], caught.value.params["line"]) == (str(path), 0)


def test_that_a_tape_in_a_folder_that_takes_none_is_said_so(hall: Path) -> None:
    (hall / "file").write_text("in the way")
    with pytest.raises(UserFacing) as caught:
        TapeWriter(hall / "file" / "tape.jsonl")
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE


def test_that_a_full_disk_is_said_once_and_the_tape_stops(tiny_disk: Path) -> None:
    path = tiny_disk / "tape.jsonl"
    record(path, LINES)
    writer = TapeWriter(path)
    fill_disk(tiny_disk)
    for _ in range(100):
        writer.write(2.0, "out", CatalogueChanged((MUG,) * 20))
    with pytest.raises(Unavailable) as caught:
        writer.flush()
    assert (caught.value.part, caught.value.code) == ("store", ErrorCode.DISK_FULL)
    assert writer.is_stopped
    writer.write(3.0, "in", AddHostLine("not on the tape"))
    writer.flush()
    writer.close()
    reader = read_tape(path)
    assert list(reader)[: len(LINES)] == LINES
    assert b"not on the tape" not in path.read_bytes()
