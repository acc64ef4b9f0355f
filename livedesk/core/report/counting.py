"""The small rules of counting: what is most, what is usual, how time is cut into parts."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from livedesk.core.report.report import Count, ResponseTimes

_STEPS_S = (60, 120, 300, 600, 1_800, 3_600)
MOST_STRETCHES = 60
# One character is a word in Chinese and Japanese; Korean writes blanks.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\u3040-\u30ff\u3400-\u9fff]+"
)


def counts(keys: Iterable[str] | Counter[str]) -> tuple[Count, ...]:
    """Return how often each key comes, the most frequent first; equals by their key, the unknown ("") last."""
    found = Counter(keys)  # of a Counter this is a copy
    order = sorted(found.items(), key=lambda item: (item[0] == "", -item[1], item[0]))
    return tuple(Count(key, number) for key, number in order)


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Return the smallest value that at least `percent` of all reach at most (nearest rank), None of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)] if ordered else None


def response_times(seconds: Sequence[float]) -> ResponseTimes:
    """Return how long these answers took. The median is a wait that somebody had: nothing is averaged."""
    return ResponseTimes(len(seconds), percentile(seconds, 50), percentile(seconds, 90))


def words_in(text: str) -> int:
    """Return how many words `text` has; each Chinese or Japanese character is one."""
    return len(_WORD.findall(text))


def stretch_of(length_s: float) -> int:
    """Return into stretches of how many seconds a show is cut, so that they are `MOST_STRETCHES` at most."""
    for step in _STEPS_S:
        if length_s <= step * MOST_STRETCHES:
            return step
    hours = math.ceil(length_s / (_STEPS_S[-1] * MOST_STRETCHES))
    return _STEPS_S[-1] * hours
