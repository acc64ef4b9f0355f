"""What a bug leaves behind: enough to find it, nothing that a buyer said, and not without end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from livedesk.app.reports import MOST_REPORTS, note_bug, write_report

SAID = "MOQ for Maria's cup?"


def _choke_on_a_key() -> None:
    dict[str, int]()["Maria"]


def _choke_on_a_number() -> None:
    float(SAID)


def _choke_on_a_cause() -> None:
    try:
        int("我要报价")
    except ValueError as error:
        raise RuntimeError(f"cannot take {SAID!r} of 小明") from error


def _choke_on_text() -> None:
    json.loads("{" + SAID)


def _choke_with_a_note() -> None:
    error = TypeError("no")
    error.add_note(f"it was: {SAID!r}")
    raise error


@pytest.mark.parametrize(
    "choke",
    [_choke_on_a_key, _choke_on_a_number, _choke_on_a_cause, _choke_on_text, _choke_with_a_note],
)
def test_that_a_report_says_where_and_not_what_was_said(choke: Callable[[], None], tmp_path: Path) -> None:
    with pytest.raises(Exception) as caught:
        choke()
    path = write_report(tmp_path, caught.value)
    assert path is not None
    report = path.read_text(encoding="utf-8")
    assert f"in {choke.__name__}" in report
    assert type(caught.value).__name__ in report
    said = [
        line for line in report.splitlines() if not line.startswith("    ")
    ]  # those are the program's own
    for word in ("Maria", "cup", "报价", "小明"):
        assert word not in "\n".join(said)


def test_that_the_names_of_the_programs_own_things_stay(tmp_path: Path) -> None:
    path = write_report(tmp_path, AttributeError("'NoneType' object has no attribute 'put'"))
    assert path is not None
    assert "AttributeError: 'NoneType' object has no attribute 'put'" in path.read_text(encoding="utf-8")


def test_that_a_bug_that_comes_back_for_ever_does_not_fill_the_disk(tmp_path: Path) -> None:
    bugs: list[BaseException] = []
    for _ in range(MOST_REPORTS + 20):
        note_bug(bugs, tmp_path, ValueError("again"))
    assert len(bugs) == MOST_REPORTS
    assert len(list(tmp_path.iterdir())) == MOST_REPORTS
