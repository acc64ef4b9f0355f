"""Where in a line a figure or a name stands, so that a doubtful one can be marked in place.

What counts as a figure, and what it is worth, is decided by `core.translation.figures`; this only points at it.
"""

from collections.abc import Iterable

from livedesk.core.ids import Language
from livedesk.core.records import LineWarning, WarningKind
from livedesk.core.translation.figures import Strength, read


def doubt_spans(
    text: str, language: Language, warnings: Iterable[LineWarning], *, is_source: bool = False
) -> list[tuple[int, int]]:
    """Return (start, length) of what the warnings are about in a translation, or in its source."""
    warnings = list(warnings)
    figures = [w for w in warnings if w.kind is WarningKind.FIGURES]
    values = [v for w in figures for v in (w.in_source if is_source else w.in_translation)]
    # What was put right stands in the translation as it stands in the source.
    values += [v for w in warnings if w.kind is WarningKind.FIGURES_REPAIRED for v in w.in_source]
    spans = figure_spans(text, language, values)
    names = [n for w in warnings if w.kind is WarningKind.TERM_LOST and is_source for n in w.in_source]
    for name in filter(None, names):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if all(end <= at or at + length <= start for at, length in spans):
                spans.append((start, len(name)))
            start = text.find(name, end)
    return sorted(spans)


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
