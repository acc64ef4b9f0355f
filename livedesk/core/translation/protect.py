"""Keeps names, codes and links out of a model's hands: hides them before it translates, for `restore.py` to put back.

A model trained for it gets ⟦1⟧ to ⟦9⟧ in their place. Any other gets everything as it stands: a stand-in that it was
never taught ("XX", "[1]", the name in the other language) was lost more often than not when tried, and took the
sentence with it. What the model makes of the line is then put right, see `restore.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from livedesk.core.ids import Language
from livedesk.core.translation.fragile import Fragile, Span, find_fragile
from livedesk.core.translation.glossary import Match
from livedesk.core.translation.terms import TermKind

MOST_PLACEHOLDERS = 9

_NAMES = (TermKind.PRODUCT, TermKind.BRAND)
_CODES = (TermKind.CERTIFICATE, TermKind.CODE)
_FIXED_CASE = (TermKind.BRAND, *_CODES)
_CHECKED = frozenset(
    {
        Fragile.MARK,
        Fragile.LINK,
        Fragile.EMAIL,
        Fragile.PHONE,
        Fragile.HANDLE,
        Fragile.TAG,
        Fragile.CODE,
        Fragile.TERM,
    }
)
"""What must be in the translation. Prices and measures are compared as figures; acronyms may be translated."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that has to survive: `source` in the line must be `target` in its translation.

    `number` is the placeholder that stands for it, 0 if it went in clear; `count` how often it occurs. `is_noun`: its
    plural and its first letter follow the sentence; `is_name`: it names a product or brand; `is_checked`: it is
    missed when it is not there.
    """

    kind: Fragile
    source: str
    target: str
    number: int
    count: int = 1
    is_noun: bool = False
    is_name: bool = False
    is_checked: bool = True

    @property
    def placeholder(self) -> str:
        """What the model gets in its place."""
        return f"⟦{self.number}⟧" if self.number else ""


@dataclass(frozen=True, slots=True)
class Protected:
    """A line as the model gets it, and what it must not touch.

    `answer` is the translation itself where nothing else is left to translate ("JZ-03?"), else "".
    """

    text: str
    items: tuple[Item, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of the line that is one item."""

    start: int
    end: int
    kind: Fragile
    target: str
    match: Match | None = None

    @property
    def rank(self) -> tuple[int, int]:
        """Which go first when there are more than placeholders: the most fragile, then the longest."""
        return self.kind, self.start - self.end


def protect(
    text: str,
    matches: Sequence[Match],
    source: Language,
    *,
    has_placeholders: bool,
    in_clear: frozenset[str] = frozenset(),
) -> Protected:
    """Return `text` (in `source`) with its fragile parts and the glossary's `matches` made safe.

    Texts of `in_clear` go in as they are: the second try after their placeholder was lost.
    """
    found = _join(text, matches, find_fragile(text, source))
    numbers = _numbers(text, found, in_clear) if has_placeholders else {}
    return _hide(text, found, numbers)


def _numbers(text: str, found: Sequence["_Found"], in_clear: frozenset[str]) -> dict[str, int]:
    """Return the placeholder of each text that gets one, counted in the order of the line."""
    ranked = dict.fromkeys(text[f.start : f.end] for f in sorted(found, key=lambda f: f.rank))
    hidden = [stretch for stretch in ranked if stretch not in in_clear][:MOST_PLACEHOLDERS]
    in_order = dict.fromkeys(text[f.start : f.end] for f in found)
    return {s: number for number, s in enumerate((s for s in in_order if s in hidden), start=1)}


def _join(text: str, matches: Sequence[Match], spans: Sequence[Span]) -> list[_Found]:
    """Return terms and fragile spans in order and apart: links and the like first, then the longest."""
    candidates = [_Found(m.start, m.end, Fragile.TERM, m.target, m) for m in matches]
    candidates += [_Found(s.start, s.end, s.kind, text[s.start : s.end]) for s in spans]
    candidates.sort(key=lambda f: (min(f.kind, Fragile.CODE), f.start - f.end, f.match is None))
    taken = bytearray(len(text))
    found = []
    for one in candidates:
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            found.append(one)
    return sorted(found, key=lambda f: f.start)


def _hide(text: str, found: Sequence[_Found], numbers: dict[str, int]) -> Protected:
    items: dict[str, Item] = {}
    shown, kept = [], []
    is_all_kept = bool(found)
    at = 0
    for one in found:
        stretch, gap = text[one.start : one.end], _plain(text[at : one.start])
        count = items[stretch].count + 1 if stretch in items else 1
        items[stretch] = item = _item(one, stretch, numbers.get(stretch, 0), count)
        shown += [gap, item.placeholder or _plain(stretch)]
        kept += [gap, item.target]
        is_all_kept = is_all_kept and not has_letters_or_digits(gap)
        at = one.end
    rest = _plain(text[at:])
    is_all_kept = is_all_kept and not has_letters_or_digits(rest)
    answer = "".join([*kept, rest]) if is_all_kept else ""
    return Protected("".join([*shown, rest]), tuple(items.values()), answer)


def has_letters_or_digits(text: str) -> bool:
    """Whether there is anything in `text` but blanks, punctuation and pictures."""
    return any(c.isalnum() for c in text)


def _item(found: _Found, stretch: str, number: int, count: int) -> Item:
    term = found.match.term if found.match else None
    is_bare_mark = found.kind is Fragile.MARK and not number
    return Item(
        kind=Fragile.CODE if term and term.kind in _CODES else found.kind,
        source=stretch,
        target=_plain(found.target) if is_bare_mark else found.target,
        number=number,
        count=count,
        is_noun=term is not None and not term.is_case_sensitive and term.kind not in _FIXED_CASE,
        is_name=term is not None and term.kind in _NAMES,
        is_checked=found.kind in _CHECKED and not is_bare_mark,
    )


def _plain(text: str) -> str:
    """Return `text` with brackets that no reader of the translation could take for a placeholder."""
    return text.replace("⟦", "[").replace("⟧", "]")
