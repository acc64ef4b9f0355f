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

LEAST_LIKENESS = 0.86
"""Share of a line that has to be the same before the difference is even looked at."""

_FIGURE = re.compile(r"(?<![A-Za-z\d.,])\d+(?:[.,]\d+)*(?!\d|[.,]\d|(?:st|nd|rd|th)\b)", re.ASCII)
_LITERAL = frozenset({Fragile.MEASURE, Fragile.PRICE, Fragile.ACRONYM})
"""Fragile text whose figures may change from line to line; those of codes, links and numbers to call may not."""
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
_LEAST_TYPO = 6
"""In shorter words one letter is another word: sheet, sheep."""


@dataclass(frozen=True, slots=True)
class LineKey:
    """What counts of a line: its `words` with a slot for each figure, and the `figures` as written, in order."""

    words: str
    figures: tuple[str, ...]


def line_key(text: str, language: Language) -> LineKey:
    """Return the key of a line; no words means that there is nothing to remember it by."""
    text = unicodedata.normalize("NFKC", text)
    spans = _figure_spans(text, language)
    parts, at = [], 0
    for start, end in spans:
        parts += [_words(text[at:start]), _SLOT]
        at = end
    parts.append(_words(text[at:]))
    words = " ".join(" ".join(parts).split())
    return LineKey(words if words.strip("# ?") else "", tuple(text[start:end] for start, end in spans))


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
        key = line_key(text, source)
        if not known or not key.words:
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
        return next((made for line in lines if (made := carried(line, text, key.figures)) is not None), None)

    def _forget(self, key: tuple[Language, Language, LineKey]) -> None:
        if self._lines.pop(key, None) is None:
            return
        source, target, line = key
        by_words = self._by_words[source, target]
        by_words[line.words].remove(line)
        if not by_words[line.words]:
            del by_words[line.words]


def carried(line: RememberedLine, text: str, new: tuple[str, ...]) -> str | None:
    """Return the translation of `line` with the figures `new` of `text` in place of its own; None where unsure."""
    old = line_key(line.source, line.source_language).figures
    shown = line.text
    spans = _figure_spans(shown, line.target_language)
    written = [shown[start:end] for start, end in spans]
    values = {_value(figure): figure for figure in old}
    if len(new) != len(old) or len(values) != len(old) or None in values:
        return None
    if sorted(map(str, map(_value, written))) != sorted(map(str, values)):
        return None
    replaced = {_value(before): after for before, after in zip(old, new, strict=True)}
    parts, at = [], 0
    for (start, end), figure in zip(spans, written, strict=True):
        after = _written_alike(figure, values[_value(figure)], replaced[_value(figure)], line.target_language)
        if after is None:
            return None
        parts += [shown[at:start], after]
        at = end
    result = "".join([*parts, shown[at:]])
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
    for character in text.casefold():
        if character in "'’":
            continue
        is_mark = unicodedata.category(character)[0] in "PZC" and character != "?"
        kept.append(" " if is_mark else character)
    return _REPEATED.sub(r"\1", "".join(kept))


def _figure_spans(text: str, language: Language) -> list[tuple[int, int]]:
    """Return where `text` has figures in plain digits that are not part of a code, a link or a number to call."""
    literal = [s for s in find_fragile(text, language) if s.kind not in _LITERAL]
    found = (match.span() for match in _FIGURE.finditer(text))
    return [(start, end) for start, end in found if not any(s.start < end and start < s.end for s in literal)]


def _value(figure: str) -> Decimal | None:
    """Return the value of a plain figure, 12,000 or 3.5, None where commas and points could mean another."""
    if re.fullmatch(r"\d+(?:\.\d+)?", figure):
        return Decimal(figure)
    return Decimal(figure.replace(",", "")) if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figure) else None


def _written_alike(shown: str, old: str, new: str, target: Language) -> str | None:
    """Return the figure `new` written as `shown` is, which stands for `old`; None where that is not certain."""
    if new == old:
        return shown
    value = _value(new)
    if value is None or (target == EN and (value == 1 or _value(old) == 1)):
        return None  # "1 piece", "2 pieces"
    if shown == old:
        return new
    whole, point, decimals = new.replace(",", "").partition(".")
    if point and "." not in shown:
        return f"{int(whole):,}.{decimals}" if "," in shown else new.replace(",", "")
    return (f"{int(whole):,}" if "," in shown else whole) + point + decimals
