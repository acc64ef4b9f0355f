"""A line that is translated again as it grows: what of its translation the next one has to begin with.

That is what two successive translations agree on, in the model's own tokens, so that it costs the model nothing to go
on from there. Whole words only, and never the last token: a sentence that was not over yet has a made-up end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from livedesk.core.captions.stability import is_han

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grown:
    """A piece of a line as it was last given to the model, its answer, and how much of that is `settled`."""

    source: str
    answer: Tokens = ()
    settled: Tokens = ()


def prefix(last: Grown | None, source: str) -> Tokens:
    """Return what the translation of `source` has to begin with: nothing where it is not `last` grown longer."""
    return last.settled if last and source.startswith(last.source) else ()


def grown(last: Grown | None, source: str, answer: Sequence[str]) -> Grown:
    """Return what is known after the model answered `source` with the tokens `answer`."""
    new = tuple(answer)
    if last is None or not source.startswith(last.source):
        return Grown(source, new)
    shared = 0
    for before, after in zip(last.answer, new[:-1], strict=False):
        if before != after:
            break
        shared += 1
    while shared and not _may_end_before(new, shared):
        shared -= 1
    return Grown(source, new, max(last.settled, new[:shared], key=len))


def _may_end_before(answer: Tokens, at: int) -> bool:
    """Whether a word of the answer ends before token `at` that is no mark: a mark may be the made-up end."""
    before, after = answer[at - 1], answer[at]
    if not before.strip("▁")[-1:].isalnum():
        return False
    return not after[:1].isalnum() or is_han(after[0]) or is_han(before[-1])
