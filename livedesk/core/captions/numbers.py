"""Spoken Chinese numbers in digits, where someone who reads along expects digits: 三点五美元 becomes 3.5 美元.

A number is changed only if three readings of it agree: that of the figures' grammar, which knows idioms and units,
that of the port `SpokenNumbers`, and that of the whole line before and after. If not, the words stay.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from livedesk.core.captions.changes import Change, apply
from livedesk.core.captions.heard import CorrectionKind
from livedesk.core.captions.stability import is_han
from livedesk.core.ids import ZH
from livedesk.core.ports import SpokenNumbers
from livedesk.core.translation import figures
from livedesk.core.translation.figures.figure import Figure, Unit
from livedesk.core.translation.figures.numerals_zh import spelled_out

_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
_NUMERAL = re.compile(rf"[{_NUMERALS}]+(?:点[零〇一二三四五六七八九]+)?")
_PERCENT = re.compile(rf"百分之({_NUMERAL.pattern})")
_SPELLED_OUT = re.compile(r"[零〇一二三四五六七八九]{3,}")
_SCALED = re.compile(rf"([{_NUMERALS}]+(?:点[零〇一二三四五六七八九]+)?)([万亿])")
_JOIN = re.compile(r"[到至乘-]|、")
_MORE = "多余来以左上起之"
"""What may follow a number that counts nothing: 二十来, 五百以上, 三十左右."""
_ENDS = re.compile(r"[\W_]")
_MAY_GO_ON = re.compile(rf"[{_NUMERALS}点分之成半第\d.,%]+[^\W\d_]?$")
"""A number at the end of what is heard, and one character that may be half a unit: it may become another one."""
_IN_DATE = re.compile(r"月$|[日号][到至]$")
_SURE_AFTER = 3
"""Letters behind a number from which it is certain what it counts: 十个 may be 十个工作日."""
_NOT_SPACED = "年月日号"
_KEPT_IN_WORDS = frozenset(
    ["count", "pair", "carton", "pallet", "container", "duration", "months", "multiple", "hour as said"]
)
"""Below ten these are written in words: 三个, 两年, 五箱."""
_NEVER = frozenset(["clock", "weekday", "vague"])


def numbers_in_digits(text: str, numbers: SpokenNumbers, *, is_last: bool) -> tuple[list[Change], int]:
    """Return the changes that write the numbers of a Chinese `text` in digits, and how much of it is settled.

    Unless it `is_last`, a number at the end waits for what follows it: it may go on, or get another unit.
    """
    if not any(c in _NUMERALS or c.isdigit() for c in text):
        return [], len(text)
    found = [f for f in figures.read(text, ZH).all if f.is_certain]
    rows = _rows(found, text)
    settled = len(text) if is_last else _settled(text, rows)
    changes: list[Change] = []
    for row in rows:
        written = [_change(figure, found, text, numbers) for figure in row]
        if row[-1].end <= settled and all(written) and any(_is_expected(figure, text) for figure in row):
            changes += [change for change in written if change]
    changes += [
        Change(None, f.number_end, f.number_end, " ") for f in found if _needs_blank(f, text, settled)
    ]
    return _agreeing(text, changes), settled


def _needs_blank(figure: Figure, text: str, settled: int) -> bool:
    """Whether digits that the recogniser wrote itself stand right before their unit: all are set alike."""
    end = figure.number_end
    after = text[end : end + 1]
    is_unit = figure.start == figure.number_start and end < figure.end <= settled
    is_spaced = after in _NOT_SPACED or after in _MORE or _dimension(figure.reading.unit) in _NEVER
    return is_unit and not is_spaced and text[end - 1].isdigit() and is_han(after)


def _settled(text: str, rows: Sequence[Sequence[Figure]]) -> int:
    """Return where the numbers begin that are at the end of `text`, or so near to it that they may still change."""
    tail = _MAY_GO_ON.search(text)
    settled = tail.start() if tail else len(text)
    for row in reversed(rows):
        behind = text[row[-1].end : settled]
        if len(behind) >= _SURE_AFTER or _ENDS.search(behind):
            break
        settled = min(settled, row[0].start)
    return settled


def _rows(found: Sequence[Figure], text: str) -> list[list[Figure]]:
    """Return figures that are said as one, 三到五万 or 六十乘四十, together: all of them change or none."""
    rows: list[list[Figure]] = []
    for figure in found:
        if rows and _JOIN.fullmatch(text[rows[-1][-1].end : figure.start]):
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return rows


def _change(figure: Figure, found: Sequence[Figure], text: str, numbers: SpokenNumbers) -> Change | None:
    """Return how `figure` is written in digits, None where that is not sure."""
    start, end = figure.number_start, figure.number_end
    unit = figure.reading.unit
    said = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    # One that touches another: 二十二十五 must not become 2025.
    is_beside = any(f is not figure and f.start <= end and start <= f.end for f in found)
    if (
        is_beside
        or said == "二百五"
        or (before.isascii() and before.isalnum())
        or before in ("第", "点", "几")
        or after == "几"
        or _dimension(unit) in _NEVER
    ):
        return None
    if percent := _PERCENT.fullmatch(said):
        digits = numbers.to_digits(percent.group(1))
        is_same = digits is not None and Fraction(digits) == figure.reading.value
        return Change(CorrectionKind.NUMBER, start, end, f"{digits}%") if is_same else None
    digits = _digits(said, numbers)
    if digits is None or _value(digits) != figure.reading.value:
        return None
    is_counted = figure.end > end or after in _NOT_SPACED
    is_alone = not after or after in _MORE or _ENDS.match(after) or _JOIN.match(after)
    if not is_counted and not is_alone:
        return None
    if figure.end > end and figure.start == start and after not in _NOT_SPACED and after not in _MORE:
        blank = " " if digits[-1].isdigit() and is_han(after) else ""
        return Change(CorrectionKind.NUMBER, start, figure.end, f"{digits}{blank}{text[end : figure.end]}")
    return Change(CorrectionKind.NUMBER, start, end, digits)


def _digits(said: str, numbers: SpokenNumbers) -> str | None:
    """Return a numeral in digits; millions keep their 万, which is easier to read: 120万."""
    if not _NUMERAL.fullmatch(said):
        return None
    if _SPELLED_OUT.fullmatch(said):
        return spelled_out(said.replace("〇", "零"))
    if scaled := _SCALED.fullmatch(said):
        stem = numbers.to_digits(scaled.group(1))
        return None if stem is None or numbers.to_digits(said) is None else stem + scaled.group(2)
    return numbers.to_digits(said)


def _value(digits: str) -> Fraction:
    scale = {"万": 10_000, "亿": 100_000_000}.get(digits[-1], 1)
    return Fraction(digits.rstrip("万亿")) * scale


def _is_expected(figure: Figure, text: str) -> bool:
    """Whether digits are expected: from ten on, in decimals, in measures, prices, shares and dates."""
    value, unit = figure.reading.value, figure.reading.unit
    if value >= 10 or value.denominator != 1:
        return True
    if unit is None or unit.is_weak:
        return False
    if unit.dimension == "day of the month":
        return _IN_DATE.search(text[: figure.number_start]) is not None
    return unit.dimension not in _KEPT_IN_WORDS


def _dimension(unit: Unit | None) -> str:
    return unit.dimension if unit else ""


def _agreeing(text: str, changes: list[Change]) -> list[Change]:
    """Return those of `changes` after which the line still says the same figures."""
    if not changes or figures.compare(text, ZH, apply(text, changes)[0], ZH) is None:
        return changes
    kept: list[Change] = []
    for change in changes:
        if figures.compare(text, ZH, apply(text, [*kept, change])[0], ZH) is None:
            kept.append(change)
    return kept
