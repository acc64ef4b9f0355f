"""Texts in the form in which terms are compared: for the glossary and the translation memory.

Case, width, accents, and how a number is joined to its unit do not count: "Ｎon‑Stick Wok 32CM" and "non-stick wok
32 cm" fold to the same. Spaces and hyphens stay one space between two words or two numbers, since there they tell
words apart; between Chinese and Latin or between a letter and a digit they go.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d_"
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts written without spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer."""

LETTER, DIGIT, UNSPACED, GAP, OTHER = "letter", "digit", "unspaced", "gap", "other"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts[i]` and `ends[i]` bound the stretch of the original that became character i."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return which stretch of the original the folded characters from `start` to `end` stand for."""
        return self.starts[start], self.ends[end - 1]


_ASCII_KEPT_GAP = re.compile(r"(?<=[a-z])[\s_-]+(?=[a-z])|(?<=[0-9])[\s_-]+(?=[0-9])")
_ASCII_GAP = re.compile(r"[\s_-]+")


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Return `text` folded."""
    if text.isascii() and "\0" not in text:  # most keys of a large catalogue: ten times as quick
        return _ASCII_GAP.sub("", _ASCII_KEPT_GAP.sub("\0", text.lower())).replace("\0", " ")
    return fold_with_places(text).text


def fold_with_places(text: str) -> Folded:
    """Return `text` folded, with the places its characters came from."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before, gap_at = OTHER, -1
    for place, character in enumerate(text):
        folded, kind = _fold_character(character)
        if kind is GAP:
            gap_at = place if gap_at < 0 else gap_at
            continue
        if not folded:  # an accent of its own
            if ends:
                ends[-1] = place + 1
            continue
        if gap_at >= 0:
            if before == kind and before is not OTHER:
                characters.append(" ")
                starts.append(gap_at)
                ends.append(place)
            gap_at = -1
        for part in folded:
            characters.append(part)
            starts.append(place)
            ends.append(place + 1)
        before = kind
    return Folded("".join(characters), tuple(starts), tuple(ends))


def kind_of(character: str) -> str:
    """Return LETTER (of a script with spaces), DIGIT, UNSPACED, GAP or OTHER."""
    return _fold_character(character)[1]


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> tuple[str, str]:
    if character.isspace() or character in _HYPHENS or character == "\u00b7":
        return "", GAP
    if unicodedata.category(character) == "Cf":
        return "", OTHER
    folded = unicodedata.normalize("NFKC", character).casefold()
    plain = unicodedata.normalize("NFD", folded)
    if plain[:1].isascii():
        folded = plain
    folded = "".join(c for c in folded if not ("\u0300" <= c <= "\u036f" or c.isspace()))
    first = folded[:1]
    if not first:
        return "", OTHER
    if _UNSPACED.match(first):
        return folded, UNSPACED
    if first.isdigit():
        return folded, DIGIT
    if first.isalpha() or unicodedata.category(first)[0] == "M":
        return folded, LETTER
    return folded, OTHER
