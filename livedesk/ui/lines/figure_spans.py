"""Where in a line a figure stands, so that a doubtful one can be marked in place.

What counts as a figure, and what it is worth, is decided by `core.translation.figures`; this only points at it.
"""

from collections.abc import Iterable

from livedesk.core.ids import Language
from livedesk.core.translation.figures import Strength, read


def figure_spans(text: str, language: Language, values: Iterable[str]) -> list[tuple[int, int]]:
    """Return (start, length) of each figure in `text` that a warning names: "12400", "15%", "12.5 USD".

    A value that is not there has no span: the words beside the line still name it.
    """
    wanted = frozenset(values)
    if not wanted:
        return []
    spans: list[tuple[int, int]] = []
    for figure in read(text, language).all:
        span = figure.span_of(wanted) if figure.strength > Strength.POSSIBLE else None
        if span and (not spans or span[0] >= sum(spans[-1])):
            spans.append((span[0], span[1] - span[0]))
    return spans
