"""What a buyer wants to know, decided by words that one can read (`intent_words.py`).

The buyer's text is looked through with the words of its language, and its translation with the host's. What is
asked first counts most, but for three rules: trouble comes before everything, a greeting behind everything, and
within one clause "price" steps behind what it is the price of ("how much is the sample").
"""

import re
from dataclasses import dataclass
from functools import cache

from livedesk.core.chat.intent import Intent
from livedesk.core.chat.intent_words import WORDS
from livedesk.core.chat.mentions import fold
from livedesk.core.ids import Language
from livedesk.core.records import Message

MOST_INTENTS = 3

_LONGEST_TEXT = 400
_SPACELESS = ("zh", "ja", "th", "ko", "hi")
"""Languages whose words are found anywhere: they stand without blanks, or take endings."""
_RELATED = {"es": ("pt",), "pt": ("es",), "id": ("ms",), "ms": ("id",)}
"""Short lines of one are often taken for the other."""
_CLAUSE = re.compile(r"[,.;:?!。，、；？！؟،\n]+|\s(?:and|und|y|e|et|и|و|va|ve|dan)\s|和|还有|还要|另外|跟")
_PLAIN_MARK = re.compile(r"(?<![A-Za-z])(?:CE|UL|KC|EAC|CCC|UKCA|SASO|GS|PSE|BIS|SNI)(?![A-Za-z])")
"""Marks of conformity in capitals; in small letters some are words ("ce" in French)."""
_BEFORE_PRICE = (
    Intent.SAMPLE,
    Intent.SHIPPING,
    Intent.AFTER_SALES,
    Intent.PAYMENT,
    Intent.CERTIFICATE,
)
_KEY = 3
"""So many letters of a word are looked up before its pattern is tried."""

_BETWEEN = 24
"""Letters that may stand for the `..` in a word."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in its pieces, what it asks, and how it is compared."""

    pieces: tuple[str, ...]
    intent: Intent
    is_open: bool
    is_weak: bool
    is_anywhere: bool

    def end_in(self, clause: str, at: int) -> int:
        """Return where the word ends that begins at `at`, -1 where it is another one."""
        first, *others = self.pieces
        if not clause.startswith(first, at) or not self._is_whole(clause, at, at + len(first)):
            return -1
        end = at + len(first)
        for piece in others:
            found = clause.find(piece, end, end + _BETWEEN + len(piece))
            if found < 0 or not self._is_whole(clause, found, found + len(piece)):
                return -1
            end = found + len(piece)
        return end

    def _is_whole(self, clause: str, start: int, end: int) -> bool:
        if self.is_anywhere and not clause[start].isascii():
            return True
        # Letters of another script end a word: "我们的logo".
        is_cut = start > 0 and _goes_on(clause[start - 1], clause[start])
        is_longer = not self.is_open and end < len(clause) and _goes_on(clause[end], clause[end - 1])
        return not is_cut and not is_longer


def _goes_on(one: str, other: str) -> bool:
    return one.isalnum() and one.isascii() == other.isascii()


def intents_of(message: Message) -> tuple[Intent, ...]:
    """Return what `message` asks, the likeliest first; () where it asks nothing that is known."""
    found = ranked(message.text, message.language if message.is_language_sure else None)
    line = message.translation
    if line is not None and line.reason is None and line.text:
        found = (*found, *(intent for intent in ranked(line.text, line.language) if intent not in found))
    return _in_order(found)[:MOST_INTENTS]


def ranked(text: str, language: Language | None) -> tuple[Intent, ...]:
    """Return what `text` asks, the likeliest first; `language` None tries the words of every language."""
    text = text[:_LONGEST_TEXT]
    places: dict[Intent, tuple[int, int]] = {}
    weak: dict[Intent, tuple[int, int]] = {}
    if _PLAIN_MARK.search(text):
        places[Intent.CERTIFICATE] = (0, 0)
    for number, clause in enumerate(_CLAUSE.split(fold_lines(text))):
        for at, intent, is_weak in _found(clause, language):
            (weak if is_weak else places).setdefault(intent, (number, at))
    places = places or weak
    asked = sorted(places, key=lambda intent: places[intent])
    if Intent.PRICE in places:
        clause_of_price = places[Intent.PRICE][0]
        ahead = [i for i in asked if i in _BEFORE_PRICE and places[i][0] == clause_of_price]
        rest = [i for i in asked if i not in ahead]
        at = rest.index(Intent.PRICE)
        asked = [*rest[:at], *ahead, *rest[at:]]
    return _in_order(tuple(asked))


def fold_lines(text: str) -> str:
    """Return `text` folded, with its clauses still apart."""
    return "\n".join(_folded(line) for line in text.splitlines())


def _folded(text: str) -> str:
    """Fold, and drop the marks that Unicode takes for letters of their own."""
    return fold(text).replace("ı", "i").replace("đ", "d")


def _in_order(asked: tuple[Intent, ...]) -> tuple[Intent, ...]:
    ends = {Intent.COMPLAINT: -1, Intent.GREETING: 1}
    return tuple(sorted(asked, key=lambda intent: ends.get(intent, 0)))


def _found(clause: str, language: Language | None) -> list[tuple[int, Intent, bool]]:
    found: list[tuple[int, Intent, bool]] = []
    for table in _tables(language):
        words = _compiled(table)
        at = 0
        while at < len(clause):
            word = _word_at(clause, at, words, is_anywhere=table in _SPACELESS)
            if word is None:
                at += 1
                continue
            end, intent, is_weak = word
            found.append((at, intent, is_weak))
            at = max(end, at + 1)
    return sorted(found, key=lambda each: each[0])


def _word_at(
    clause: str, at: int, words: dict[str, list[_Word]], *, is_anywhere: bool
) -> tuple[int, Intent, bool] | None:
    """Return where the longest word ends that begins at `at`, and what it means."""
    if not is_anywhere and at and clause[at - 1].isalnum():
        return None
    for length in range(_KEY, 0, -1):
        for word in words.get(clause[at : at + length], ()):
            if (end := word.end_in(clause, at)) > 0:
                return end, word.intent, word.is_weak
    return None


def _tables(language: Language | None) -> tuple[str, ...]:
    if language is None:
        return tuple(WORDS)
    own = (language, *_RELATED.get(language, ()), "en")  # English words stand in chat of every language
    return tuple(dict.fromkeys(code for code in own if code in WORDS))


@cache
def _compiled(table: str) -> dict[str, list[_Word]]:
    """Return the words of a language by their first letters, the longest first."""
    words: dict[str, list[_Word]] = {}
    listed = ((word, intent) for intent, text in WORDS[table].items() for word in text.split("|"))
    for word, intent in sorted(listed, key=lambda each: -len(each[0])):
        pieces = tuple(_folded(piece) for piece in word.strip("~*").split(".."))
        is_anywhere = table in _SPACELESS
        made = _Word(pieces, intent, word.endswith("*"), word.startswith("~"), is_anywhere)
        words.setdefault(pieces[0][:_KEY], []).append(made)
    return words
