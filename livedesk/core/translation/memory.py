"""Lines that the user has corrected or approved, and when one of them answers a new line.

A line is the same if its words are; case, width, punctuation (but for question marks) and figures do not count, nor
do fillers and slips of the keyboard in a longer line that is otherwise the same. Figures that differ are carried over
where each is written once on either side in the same way, and never otherwise.
"""

import difflib
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from livedesk.core.ids import EN, Language
from livedesk.core.ports import NearestText
from livedesk.core.translation import figures
from livedesk.core.translation.fragile import Fragile, find_fragile
from livedesk.core.translation.remembered import RememberedLine

MOST_LINES = 4000
"""More than a year of corrections; the oldest go first."""

LONGEST_LINE = 500
"""Characters; nobody says a longer line twice, and comparing two takes long."""

LEAST_LIKENESS = 0.86
"""Share of a line that has to be the same before the difference is even looked at."""

_KEPT = frozenset({Fragile.MEASURE, Fragile.PRICE, Fragile.ACRONYM})
"""Fragile text whose figures may change from line to line; those of codes, links and numbers to call may not."""
_FIXED_DIMENSIONS = frozenset({"clock", "day of the month", "month of the year", "weekday", "year"})
"""Times and dates, and 三号, which is also number three: these are words of the line, not figures to exchange."""
_SLOT = "#"
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_TOKEN = re.compile(r"[^\W\d_]+|\S")
_HAN = re.compile("[\u3400-\u9fff]")
_FILLERS = frozenset("啊呀哦噢呃嗯呢吧嘛哎诶") | frozenset(
    [
        "pls",
        "please",
        "plz",
        "thx",
        "thanks",
        "hi",
        "hello",
        "hey",
        "um",
        "uh",
        "er",
        "sir",
        "dear",
        "friend",
        "bro",
    ]
)
_LEAST_TOKENS = 6
"""A shorter line is the same or another: 有没有, 有，没有."""
_CENTS = 2
_GROUPED_FROM = 10_000
"""From here on English figures are written with commas where the remembered one was too small for any."""
_LEAST_TYPO = 6
"""In shorter words one letter is another word: sheet, sheep."""


@dataclass(frozen=True, slots=True)
class LineKey:
    """What counts of a line: its `words` with a slot for each figure, and the values of its `figures`, in order."""

    words: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A figure that may be another in the same line: its place, how it is written, its value ("3000", "15%")."""

    start: int
    end: int
    written: str
    shown: str
    in_words: bool


def line_key(text: str, language: Language) -> LineKey:
    """Return the key of a line; no words means that there is nothing to remember it by."""
    slots = _slots(text, language)
    parts, at = [], 0
    for slot in slots:
        parts += [_words(text[at : slot.start]), _SLOT]
        at = slot.end
    parts.append(_words(text[at:]))
    words = " ".join(" ".join(parts).split())
    return LineKey(words if words.strip("# ?") else "", tuple(slot.shown for slot in slots))


class Memory:
    """Remembered lines by direction, at most `most_lines`. One thread at a time."""

    def __init__(self, nearest: NearestText, most_lines: int = MOST_LINES) -> None:
        self._nearest = nearest
        self._most_lines = most_lines
        self._lines: OrderedDict[tuple[Language, Language, LineKey], RememberedLine] = OrderedDict()
        self._by_words: dict[tuple[Language, Language], dict[str, list[LineKey]]] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def put(self, line: RememberedLine) -> None:
        """Remember `line` in place of what was known of the same line."""
        if len(line.source) > LONGEST_LINE:
            return
        key = line_key(line.source, line.source_language)
        if not key.words or not line.text.strip():
            return
        direction = (line.source_language, line.target_language)
        self._forget((*direction, key))
        self._lines[*direction, key] = line
        self._by_words.setdefault(direction, {}).setdefault(key.words, []).append(key)
        while len(self._lines) > self._most_lines:
            self._forget(next(iter(self._lines)))

    def recall(self, text: str, source: Language, target: Language) -> str | None:
        """Return the translation of `text` from a remembered line, with the figures of `text`; None for none."""
        known = self._by_words.get((source, target))
        if not known or len(text) > LONGEST_LINE:
            return None
        key = line_key(text, source)
        if not key.words:
            return None
        words = key.words
        if words not in known:
            candidates = list(known)
            number = self._nearest.nearest(words, candidates, LEAST_LIKENESS)
            if number is None or not is_same_talk(words, candidates[number]):
                return None
            words = candidates[number]
        lines = [self._lines[source, target, k] for k in reversed(known[words])]
        same = LineKey(words, key.figures)
        if same in known[words]:
            return self._lines[source, target, same].text
        return next((made for line in lines if (made := carried(line, text)) is not None), None)

    def _forget(self, key: tuple[Language, Language, LineKey]) -> None:
        if self._lines.pop(key, None) is None:
            return
        source, target, line = key
        by_words = self._by_words[source, target]
        by_words[line.words].remove(line)
        if not by_words[line.words]:
            del by_words[line.words]


def carried(line: RememberedLine, text: str) -> str | None:
    """Return the translation of `line` with the figures of `text` in place of its own; None where unsure."""
    old, new = _slots(line.source, line.source_language), _slots(text, line.source_language)
    there = _slots(line.text, line.target_language)
    values = [slot.shown for slot in old]
    if len(new) != len(old) or len(set(values)) != len(old):
        return None
    if sorted(slot.shown for slot in there) != sorted(values):
        return None
    replaced = {before.shown: slot for before, slot in zip(old, new, strict=True)}
    parts, at = [], 0
    for slot in there:
        now = replaced[slot.shown]
        before = next(s for s in old if s.shown == slot.shown)
        written = _written_alike(slot, before, now, line.target_language)
        if written is None:
            return None
        parts += [line.text[at : slot.start], written]
        at = slot.end
    result = "".join([*parts, line.text[at:]])
    differs = figures.compare(text, line.source_language, result, line.target_language)
    return None if differs else result


def is_same_talk(first: str, second: str) -> bool:
    """Whether two lines of words differ only in fillers and slips of the keyboard."""
    a, b = _tokens(first), _tokens(second)
    if min(len(a), len(b)) < _LEAST_TOKENS:
        return False
    for kind, a_start, a_end, b_start, b_end in difflib.SequenceMatcher(None, a, b, False).get_opcodes():
        here = [word for word in a[a_start:a_end] if word not in _FILLERS]
        there = [word for word in b[b_start:b_end] if word not in _FILLERS]
        if kind == "equal":
            continue
        if len(here) != len(there) or not all(map(_is_slip, here, there)):
            return False
    return True


def _is_slip(first: str, second: str) -> bool:
    """Whether two words differ by one letter left out, doubled or swapped; never by another letter."""
    short, long = sorted((first, second), key=len)
    if len(short) < _LEAST_TYPO or short[0] != long[0] or _HAN.search(long) or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]


def _tokens(words: str) -> Sequence[str]:
    return [part for token in _TOKEN.findall(words) for part in (token if _HAN.search(token) else [token])]


def _words(text: str) -> str:
    """Return what counts of a stretch without figures: letters, digits, symbols, question marks."""
    kept = []
    for character in unicodedata.normalize("NFKC", text).casefold():
        if character in "'’":
            continue
        is_mark = unicodedata.category(character)[0] in "PZC" and character != "?"
        kept.append(" " if is_mark else character)
    return _REPEATED.sub(r"\1", "".join(kept))


def _slots(text: str, language: Language) -> list[_Slot]:
    """Return the figures of `text` that may be others, apart and in order."""
    literal = [span for span in find_fragile(text, language) if span.kind not in _KEPT]
    read = figures.read(text, language)
    slots: list[_Slot] = []
    for figure in read.certain:
        start, end, unit = figure.number_start, figure.number_end, figure.reading.unit
        if unit is not None and unit.dimension in _FIXED_DIMENSIONS:
            continue
        is_literal = any(span.start < end and start < span.end for span in literal)
        shared = [f for f in read.all if f.number_start < end and start < f.number_end]
        if not is_literal and len(shared) == 1:  # a date is several figures in one place
            slots.append(_Slot(start, end, text[start:end], figure.reading.shown, figure.in_words))
    return slots


def _value(written: str) -> Decimal | None:
    """Return the value of a plain figure, 12,000 or 3.5, None where commas and points could mean another."""
    written = unicodedata.normalize("NFKC", written)
    if re.fullmatch(r"\d+(?:\.\d+)?", written, re.ASCII):
        return Decimal(written)
    is_grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written, re.ASCII)
    return Decimal(written.replace(",", "")) if is_grouped else None


def _written_alike(shown: _Slot, old: _Slot, new: _Slot, target: Language) -> str | None:
    """Return the figure `new` written as `shown` is, which stands for `old`; None where that is not certain."""
    if new.shown == old.shown:
        return shown.written
    value, known = _value(new.shown.rstrip("%")), _value(shown.written)
    if shown.in_words or value is None or known is None or known != _value(shown.shown.rstrip("%")):
        return None
    if shown.shown.endswith("%") is not new.shown.endswith("%"):
        return None
    if target == EN and 1 in (value, known):
        return None  # "1 piece", "2 pieces"
    if shown.written == old.written and _value(new.written) == value:
        return new.written
    decimals = shown.written.partition(".")[2]
    places = max(-int(value.as_tuple().exponent), _CENTS if len(decimals) == _CENTS else 0)
    is_grouped = "," in shown.written or (known < _GROUPED_FROM <= value and target == EN)
    return f"{value:,.{places}f}" if is_grouped else f"{value:.{places}f}"
