"""Where in a line a figure stands, so that a doubtful one can be marked in place.

What counts as a figure, and what it is worth, is decided by `core.translation.figures`; this only points at it.
"""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from livedesk.core.ids import Language
from livedesk.core.translation.figures import read

_NUMBER_WORD = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
    "|million|billion|dozen"
)
_CANDIDATE = re.compile(
    r"\d[\d.,]*(?<![.,])(?:\s*(?:[万亿千百折打]|(?:[kK]|thousand|million|billion|dozen)\b))?"
    r"|[零〇一二三四五六七八九十百千万亿两俩点半块毛角折成]+"
    rf"|\b(?:{_NUMBER_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_NUMBER_WORD}))*\b",
    re.IGNORECASE,
)


def figure_spans(text: str, language: Language, values: Iterable[str]) -> list[tuple[int, int]]:
    """Return (start, length) of each figure in `text` that is worth one of `values` ("12400", "3.5").

    A value that cannot be found, because it is spelled in a way only the reader of whole lines understands, has
    no span: the words beside the line still name it.
    """
    wanted = _numbers(values)
    if not wanted:
        return []
    spans = []
    for match in _CANDIDATE.finditer(text):
        figures = read(match.group(), language)
        if wanted & (set(figures.certain) | set(figures.possible)):
            spans.append((match.start(), match.end() - match.start()))
    return spans


def _numbers(values: Iterable[str]) -> set[Decimal]:
    numbers = set()
    for value in values:
        try:
            numbers.add(Decimal(value).normalize())
        except InvalidOperation:
            continue  # a value that is no number cannot be looked for
    return numbers
