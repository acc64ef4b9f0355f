"""Article numbers and names in Latin letters, where a recogniser spelled them otherwise: J Z 零三 becomes JZ-03.

Only how something is written is changed, never which letters and digits it has; but for names of six letters and
more among Chinese characters, where one letter may be another.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from livedesk.core.captions.changes import Change
from livedesk.core.captions.heard import CorrectionKind
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.ports import NearestText
from livedesk.core.translation.terms import Term, TermKind

_DIGITS = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")} | {"〇": "0", "幺": "1"}
_DIGIT_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_DIGITS |= {word: str(value) for value, word in enumerate(_DIGIT_WORDS)}
_SIGN = re.compile(
    rf"(?<![a-z])(?:{'|'.join(_DIGIT_WORDS)})(?![a-z])|[a-z0-9零〇幺一二三四五六七八九]", re.IGNORECASE
)
_GAP = re.compile(r"(?: ?(?:[-_/. ]|杠|横杠|dash|hyphen) ?)?", re.IGNORECASE)
_GOES_ON = re.compile(r"[十百千万亿点.]?[十百千万亿\d]")
_WORDS = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+){0,3}")
_LEAST_LETTERS, _LEAST_FUZZY, _LIKENESS = 4, 6, 0.83
_KINDS = frozenset([TermKind.BRAND, TermKind.CERTIFICATE])


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a code or name is to be written."""

    text: str
    sku: Sku | None


@dataclass(frozen=True, slots=True)
class _Sign:
    """A letter or digit heard at `start` to `end`; `is_joined` to the one before without a gap."""

    sign: str
    start: int
    end: int
    is_joined: bool


class Spellings:
    """Codes and names by the letters they have. Built once for a catalogue and glossary, then read only."""

    def __init__(self, terms: Iterable[Term], nearest: NearestText) -> None:
        self._nearest = nearest
        self._codes: dict[str, _Spelling] = {}
        self._names: dict[str, _Spelling] = {}
        for term in terms:
            for form in term.forms(EN):
                if term.kind is TermKind.CODE and _is_code(form):
                    self._codes.setdefault(_letters(form), _Spelling(form, term.sku))
                elif term.kind in _KINDS and form.isascii() and len(_letters(form)) >= _LEAST_LETTERS:
                    self._names.setdefault(_letters(form), _Spelling(form, term.sku))
        self._lengths = sorted({len(code) for code in self._codes}, reverse=True)
        every = (*self._codes, *self._names)
        self._beginnings = {letters[:end] for letters in every for end in range(1, len(letters) + 1)}
        self._fuzzy = [name for name in self._names if len(name) >= _LEAST_FUZZY and name.isalpha()]

    def find(self, text: str, language: Language) -> list[Change]:
        """Return the changes that write codes and names as the catalogue does, and those that are already right.

        The latter change nothing, but what they cover is taken.
        """
        found = [change for row in _rows(text) for change in self._codes_in(text, row)]
        for match in _WORDS.finditer(text) if self._names else ():
            if not any(c.start < match.end() and match.start() < c.end for c in found):
                found += self._name_in(match, language)
        return found

    def settled(self, text: str) -> int:
        """Return how much of `text` cannot become part of a code or name."""
        row = next(iter(_rows(text)[-1:]), [])
        if row and row[-1].end == len(text.rstrip(" -_.")):
            for at in range(len(row)):
                if "".join(sign.sign for sign in row[at:]) in self._beginnings:
                    return row[at].start
        return len(text)

    def _codes_in(self, text: str, row: Sequence[_Sign]) -> Iterable[Change]:
        at = 0
        while at < len(row):
            for length in self._lengths:
                signs = row[at : at + length]
                code = "".join(sign.sign for sign in signs)
                spelling = self._codes.get(code) if len(signs) == length else None
                if spelling and _stands_alone(text, row, at, at + length):
                    start, end = signs[0].start, signs[-1].end
                    yield Change(CorrectionKind.HOT_WORD, start, end, spelling.text, spelling.sku)
                    at += length - 1
                    break
            at += 1

    def _name_in(self, match: re.Match[str], language: Language) -> Iterable[Change]:
        words = [(m.start(), m.end()) for m in re.finditer(r"[A-Za-z]+", match.group())]
        for count in range(len(words), 0, -1):
            for first in range(len(words) - count + 1):
                start, end = words[first][0], words[first + count - 1][1]
                heard = match.group()[start:end]
                spelling = self._names.get(_letters(heard))
                if spelling and not _is_plain_word(spelling.text):
                    pass
                elif language == ZH and heard not in (s.text for s in self._names.values()):
                    spelling = self._alike(_letters(heard))
                else:
                    continue
                if spelling:
                    start, end = start + match.start(), end + match.start()
                    return [Change(CorrectionKind.HOT_WORD, start, end, spelling.text, spelling.sku)]
        return []

    def _alike(self, letters: str) -> _Spelling | None:
        among = [n for n in self._fuzzy if n[0] == letters[:1] and abs(len(n) - len(letters)) <= 1]
        found = self._nearest.nearest(letters, among, _LIKENESS) if among else None
        return None if found is None else self._names[among[found]]


def _letters(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalnum())


def _is_code(form: str) -> bool:
    """Whether a code has letters and digits enough to be no word and no number."""
    letters = _letters(form)
    is_mixed = any(c.isdigit() for c in letters) and any(c.isalpha() for c in letters)
    return is_mixed and letters.isascii() and len(letters) >= _LEAST_LETTERS


def _is_plain_word(name: str) -> bool:
    """Whether a name looks like any word ("Dove"): its case alone says nothing."""
    return name.isalpha() and name == name.capitalize()


def _rows(text: str) -> list[list[_Sign]]:
    """Return the letters and digits of `text` in rows, between which something else stands."""
    rows: list[list[_Sign]] = []
    end = -1
    for match in _SIGN.finditer(text):
        gap = text[end : match.start()] if end >= 0 else "?"
        said = match.group()
        sign = _Sign(_DIGITS.get(said.lower(), said.upper()), match.start(), match.end(), gap == "")
        if end >= 0 and _GAP.fullmatch(gap):
            rows[-1].append(sign)
        else:
            rows.append([sign])
        end = match.end()
    return rows


def _stands_alone(text: str, row: Sequence[_Sign], start: int, end: int) -> bool:
    """Whether signs `start` to `end` are no part of something longer; single letters beside them might be."""
    before, after = row[:start], row[end:]
    is_cut_before = bool(before) and (row[start].is_joined or not (len(before) > 1 and before[-1].is_joined))
    is_cut_after = bool(after) and (after[0].is_joined or not (len(after) > 1 and after[1].is_joined))
    return not is_cut_before and not is_cut_after and not _GOES_ON.match(text, row[end - 1].end)
