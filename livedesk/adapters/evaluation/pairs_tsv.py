"""Reads a file of sentence pairs: source, reference and, where figures are checked, those a right line contains."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

LONGEST_LINE = 20_000
"""Letters; a longer one is no sentence but a file gone wrong."""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """One line: `figures` are normalised ("12000", "15%", "XK-350B") and empty where none is asked for."""

    source: str
    reference: str
    figures: tuple[str, ...] = ()


class PairsFault(StrEnum):
    """Why a file of sentence pairs cannot be used; one sentence each in `app/cli_words.py`."""

    UNREADABLE = "unreadable"
    NOT_UTF8 = "not_utf8"
    EMPTY = "empty"
    COLUMNS = "columns"
    BLANK = "blank"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class PairsProblem:
    """A fault and where it is: line 0 is the whole file."""

    fault: PairsFault
    line: int = 0


def read_pairs(path: Path, *, with_figures: bool) -> tuple[SentencePair, ...] | PairsProblem:
    """Return the pairs in the tab-separated UTF-8 file `path`, or the first thing that is wrong with it.

    Nothing is stripped from source and reference. `with_figures` wants a third column, which may be blank.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return PairsProblem(PairsFault.UNREADABLE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return PairsProblem(PairsFault.NOT_UTF8, data.count(b"\n", 0, error.start) + 1)
    # Not splitlines(): a sentence may hold other separators, such as U+2028.
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    if not text.strip():
        return PairsProblem(PairsFault.EMPTY)
    pairs = []
    for number, line in enumerate(lines, start=1):
        columns = line.split("\t")
        if len(line) > LONGEST_LINE:
            return PairsProblem(PairsFault.TOO_LONG, number)
        if len(columns) < 2 + with_figures:
            return PairsProblem(PairsFault.COLUMNS, number)
        if not columns[0].strip() or not columns[1].strip():
            return PairsProblem(PairsFault.BLANK, number)
        figures = tuple(columns[2].split()) if with_figures else ()
        pairs.append(SentencePair(columns[0], columns[1], figures))
    return tuple(pairs)
