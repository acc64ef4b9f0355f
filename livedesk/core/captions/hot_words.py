"""The names that a host is likely to say, and where a recogniser wrote them as something else that sounds alike.

Chinese names are compared by their syllables, without tones and without the differences that speakers and recognisers
do not make (z and zh, n and l, an and ang ...); article numbers and brands by their letters. Nothing is changed
where what was heard makes sense as it stands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from livedesk.core.captions.changes import Change
from livedesk.core.captions.heard import CorrectionKind
from livedesk.core.captions.stability import is_han
from livedesk.core.ids import ZH, Sku
from livedesk.core.ports import CommonWords, NearestText, Phonetics
from livedesk.core.translation.terms import Term

_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿半")
_SMALL_WORDS = frozenset(
    "的地得是不在最我你您他她它这那哪了着过和有没也就都与把被从到给让向并将还又要会能可对为以或但而很太更再已才只个每"
)
"""At the end of what was heard these are words of their own."""
_SHORTEST, _LONGEST = 2, 12
_INITIALS = {"zh": "z", "ch": "c", "sh": "s", "n": "l", "f": "h"}
_INITIAL = re.compile(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")
_NASAL = re.compile(r"(?<=[aei])ng$")
_LEAST_WITH_ONE_OTHER = 4
"""Syllables from which one may be another altogether, if the whole still sounds alike."""
_LEAST_LIKENESS = 0.86
_NEAR_ALLOWED = {2: 0, 3: 1}
"""How many syllables of a short name may be near-equal only; of longer ones half."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One Chinese name: how it is written and sounds, with and without the differences that are not made."""

    text: str
    sku: Sku | None
    syllables: tuple[str, ...]
    key: tuple[str, ...]


class HotWords:
    """Chinese names, indexed by sound. Built once for a catalogue and glossary, then read only."""

    def __init__(
        self,
        terms: Iterable[Term],
        phonetics: Phonetics,
        nearest: NearestText,
        common: CommonWords,
        before: "HotWords | None" = None,
    ) -> None:
        """Takes 0.1 ms a name, less for those that were in the list `before`."""
        known = before._names if before else {}
        self._names: dict[str, _Name] = {}
        self._nearest = nearest
        self._common = common
        self._by_key: dict[tuple[str, ...], list[_Name]] = {}
        self._by_hole: dict[tuple[str, ...], list[_Name]] = {}
        self._beginnings: dict[tuple[str, ...], set[str]] = {}
        for term in terms:
            for form in term.forms(ZH):
                is_name = _SHORTEST <= len(form) <= _LONGEST and all(map(is_han, form))
                if is_name and form not in self._names:
                    name = known.get(form) or _sounding(form, phonetics)
                    self._add(name if name.sku == term.sku else replace(name, sku=term.sku))
        self._lengths = sorted({len(key) for key in self._by_key}, reverse=True)

    def _add(self, name: _Name) -> None:
        form = name.text
        self._names[form] = name
        self._by_key.setdefault(name.key, []).append(name)
        for end in range(1, len(form)):
            self._beginnings.setdefault(name.key[:end], set()).add(form[:end])
        if len(form) >= _LEAST_WITH_ONE_OTHER:
            for place, hole in enumerate(_holes(name.key)):
                self._by_hole.setdefault(hole, []).append(name)
                for end in range(max(place + 1, _LEAST_WITH_ONE_OTHER - 1), len(form)):
                    self._beginnings.setdefault(hole[:end], set()).add(form[:end])

    def find(self, text: str, syllables: Sequence[str], *, is_last: bool) -> list[Change]:
        """Return the changes that write names as the catalogue does; `syllables` are those of `text`.

        Unless it `is_last`, one at the end waits for what follows it: its last character may belong to that.
        """
        keys = tuple(map(near, syllables))
        taken = bytearray(len(text))
        changes = []
        runs = list(_runs(text))
        for length in self._lengths:
            for start, end in runs:
                for at in range(start, end - length + 1):
                    if taken.find(1, at, at + length) >= 0:
                        continue
                    heard = text[at : at + length]
                    if heard in self._names:
                        taken[at : at + length] = b"\1" * length
                        continue
                    name = self._meant(heard, syllables[at : at + length], keys[at : at + length])
                    is_at_end = not is_last and at + length == len(text)
                    is_open = is_at_end and name and (length == _SHORTEST or name.text[-1] != heard[-1])
                    if name and not is_open and not self._makes_sense(text, at, at + length, name.text):
                        taken[at : at + length] = b"\1" * length
                        changes.append(Change(CorrectionKind.HOT_WORD, at, at + length, name.text, name.sku))
        return changes

    def settled(self, text: str, syllables: Sequence[str]) -> int:
        """Return how much of `text` cannot become part of a name that it does not have yet."""
        keys = tuple(map(near, syllables))
        longest = self._lengths[0] if self._lengths else 0
        for at in range(max(0, len(text) - longest), len(text)):
            begun = self._beginnings.get(keys[at:], set()).union(
                *(self._beginnings.get(hole, set()) for hole in _holes(keys[at:]))
            )
            is_open = text[at:] not in self._names and (
                keys[at:] in self._by_key or any(hole in self._by_hole for hole in _holes(keys[at:]))
            )
            if is_open or (begun and begun != {text[at:]}):
                return at
        return len(text)

    def _meant(self, heard: str, syllables: Sequence[str], key: tuple[str, ...]) -> _Name | None:
        """Return the one name that `heard` can be, None where none or several can."""
        allowed = _NEAR_ALLOWED.get(len(key), len(key) // 2)
        likely = [
            name
            for name in self._by_key.get(key, ())
            if _differences(name.syllables, syllables) <= allowed and _same_numerals(name.text, heard)
        ]
        if not likely and len(key) >= _LEAST_WITH_ONE_OTHER:
            likely = self._with_one_other(heard, syllables, key)
        likely.sort(key=lambda name: _differences(name.syllables, syllables))
        is_clear = len(likely) == 1 or (
            len(likely) > 1
            and _differences(likely[0].syllables, syllables) < _differences(likely[1].syllables, syllables)
        )
        return likely[0] if is_clear else None

    def _with_one_other(self, heard: str, syllables: Sequence[str], key: tuple[str, ...]) -> list[_Name]:
        names: dict[str, _Name] = {}
        for hole in _holes(key):
            for name in self._by_hole.get(hole, ()):
                place = hole.index("")
                around = (heard[max(0, place - 1) : place + 1], heard[place : place + 2])
                is_word = any(len(pair) == _SHORTEST and self._common.is_common(pair) for pair in around)
                is_near = _differences(name.syllables, syllables) <= 2
                if is_near and not is_word and _same_numerals(name.text, heard):
                    names[name.text] = name
        among = list(names.values())
        sounds = [" ".join(name.syllables) for name in among]
        found = self._nearest.nearest(" ".join(syllables), sounds, _LEAST_LIKENESS) if among else None
        return [] if found is None else [among[found]]

    def _makes_sense(self, text: str, start: int, end: int, name: str) -> bool:
        """Whether what was heard is ordinary Chinese as it stands, so that it is not `name` misheard.

        Every pair of characters in it is an ordinary one; or a character at its end, one that `name` does not have
        there, is a small word of its own or belongs to a word beside it: 查及 in 检查及时 is not 茶几, nor is the end
        of 这款新的 one of 心得.
        """
        heard = text[start:end]
        if all(self._common.is_common(a + b) for a, b in pairwise(heard)):
            return True
        edges = (
            (heard[0], name[0], text[start - 1 : start + 1]),
            (heard[-1], name[-1], text[end - 1 : end + 1]),
        )
        return any(
            (said != meant or len(heard) == _SHORTEST)
            and (said in _SMALL_WORDS or self._common.is_common(with_neighbour))
            for said, meant, with_neighbour in edges
        )


def _sounding(form: str, phonetics: Phonetics) -> _Name:
    syllables = tuple(phonetics.syllables(form))
    return _Name(form, None, syllables, tuple(map(near, syllables)))


@lru_cache(maxsize=2048)
def near(syllable: str) -> str:
    """Return a syllable without the differences that are often not made or not heard: "zhang" as "zan"."""
    initial = _INITIAL.match(syllable)
    begins = initial.group() if initial else ""
    final = syllable[len(begins) :]
    return _INITIALS.get(begins, begins) + _NASAL.sub("n", final)


def _holes(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(len(key)):
        yield (*key[:at], "", *key[at + 1 :])


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of Chinese characters, but for foreign names of people: 科查吉 in 乔治·科查吉."""
    for match in re.finditer("[㐀-䶿一-鿿]+", text):
        if "·" not in (text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]):
            yield match.span()


def _differences(a: Sequence[str], b: Sequence[str]) -> int:
    return sum(x != y for x, y in zip(a, b, strict=True))


def _same_numerals(name: str, heard: str) -> bool:
    """Whether both say the same numbers at the same places: a correction never changes one."""
    return all(a == b for a, b in zip(name, heard, strict=True) if a in _NUMERALS or b in _NUMERALS)
