"""How buyers spell in a chat, and how a model wants to read it: plain words, ordinary case. For cleaning a source.

Codes, links, figures and units are never touched; only whole words in ordinary letters are.
"""

import re
from collections.abc import Mapping

from livedesk.core.ids import EN, Language
from livedesk.core.translation.literals import LITERAL, is_part, spans
from livedesk.core.translation.spelling_words import ACRONYMS, CHAT_SPELLING, NAMES, UNITS

_AFTER_FIGURE = frozenset({"gm", "k", "u", "ga", "q", "vs"})
"""Units or models where a figure stands before them: "500 gm"."""

_ENGLISH_PHRASES = (
    (re.compile(r"\bw/o\b", re.IGNORECASE), "without"),
    (re.compile(r"(?<![\w/])w/\s?(?=[^\W\d_])", re.IGNORECASE), "with "),
    (re.compile(r"(?<![\w'.-])(?:thx|tks|thank) u\b", re.IGNORECASE), "thank you"),
    (re.compile(r"(?<![\w/-])b4(?![\w/-])", re.IGNORECASE), "before"),
    (re.compile(r"(?<![\w/-])gr8(?![\w/-])", re.IGNORECASE), "great"),
    (re.compile(r"(?<![\w/-])l8r(?![\w/-])", re.IGNORECASE), "later"),
    (
        re.compile(
            r"(?<=\bhow )r(?= (?:u|you)\b)|(?<![\w'.-])r(?= (?:u|you|they|we|these|those)\b)|(?<=\b[uU] )r\b"
        ),
        "are",
    ),
    (re.compile(r"(?<![\w'.-])k (?=thx|thanks)"), "OK "),
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_JOINED = "-_/@#&+.'’*"
_CASED_WITHOUT_CAPITALS = 0.2
"""Share of small letters up to which a line counts as shouted."""

_OF_COUNTRY = re.compile(r" (?:PLUG|MARKET|SIZE|DOLLARS?|STOCK|WAREHOUSE|STANDARD|CUSTOMS|VERSION)\b")
"""US stays the country before these; elsewhere a shouted US is "us"."""
_DRAWL = re.compile(r"([^\W\d_xwXW])\1{2,}")
_DOUBLED = "good cool see need free too look well all still sell small keep sweet feel week"
_DOUBLES = frozenset(_DOUBLED.split())
"""Words whose drawl (goooood) stands for two letters and not for one."""
_VOWELS = frozenset("aeiouyäöüáéíóúàèâêîôûãõıаеёиоуыэюяіїєαεηιουω")


def expand(text: str, language: Language) -> str:
    """Write chat spelling out ("pls" > "please") in English and, lightly, in other languages of the fair."""
    words = CHAT_SPELLING.get(language, {})
    if not words:
        return text
    if language == EN:
        for pattern, full in _ENGLISH_PHRASES:
            text = pattern.sub(full, text)
    return _replace_words(text, words)


def to_ordinary_case(text: str, language: Language) -> str:
    """Put a line in capitals into ordinary case: sentences begin with one, acronyms, codes and places keep theirs.

    A line is taken as shouted when at most a fifth of its letters are small and it has a word of five letters, or two
    of three, that is no acronym.
    """
    literal = spans(text, LITERAL)
    words = [m for m in _WORD.finditer(text) if not is_part(literal, m.start())]
    plain = [m.group() for m in words if m.group().upper() not in ACRONYMS and m.group().isupper()]
    letters = [c for m in words for c in m.group() if c.isupper() or c.islower()]
    small = sum(c.islower() for c in letters)
    is_shouted = any(len(word) >= 5 for word in plain) or sum(len(word) >= 3 for word in plain) >= 2
    if not is_shouted or small > _CASED_WITHOUT_CAPITALS * len(letters):
        return text
    parts, at, starts = [], 0, True
    for match in words:
        starts = starts or _begins_sentence(text, at, match.start())
        word = match.group()
        is_country = word == "US" and _OF_COUNTRY.match(text, match.end()) is not None
        parts += [text[at : match.start()], word if is_country else _ordinary(word, language, starts=starts)]
        at, starts = match.end(), False
    return "".join([*parts, text[at:]])


def shorten_drawls(text: str) -> str:
    """Write "soooo" as "so" and "goooood" as "good"; sizes (XXXL), www and acronyms stay."""
    literal = spans(text, LITERAL)

    def shorten(match: re.Match[str]) -> str:
        word = match.group()
        if is_part(literal, match.start()) or word.isupper() or not _DRAWL.search(word):
            return word
        double = _DRAWL.sub(r"\1\1", word)
        return double if double.lower() in _DOUBLES else _DRAWL.sub(r"\1", word)

    return _WORD.sub(shorten, text)


def _replace_words(text: str, words: Mapping[str, str]) -> str:
    literal = spans(text, LITERAL)

    def replace(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        full = words.get(small)
        if full is None or is_part(literal, match.start()) or _is_joined(text, match):
            return word
        if (word.isupper() and len(word) > 1) or word == full:
            return word
        if small in _AFTER_FIGURE and re.search(r"\d\s*$", text[max(0, match.start() - 3) : match.start()]):
            return word
        return full[0].upper() + full[1:] if word[0].isupper() and len(word) > 1 else full

    return _WORD.sub(replace, text)


def _is_joined(text: str, match: re.Match[str]) -> bool:
    """Whether a word is part of something longer: "T-shirt", "A&B", "u.s"."""
    before = text[match.start() - 1 : match.start()]
    after, beyond = text[match.end() : match.end() + 1], text[match.end() + 1 : match.end() + 2]
    is_held = bool(before) and (before in _JOINED or before.isdigit() or before == "_")
    return is_held or (
        bool(after) and (after in "-_/@&+'’" or after.isdigit() or (after == "." and beyond.isalnum()))
    )


def _begins_sentence(text: str, start: int, end: int) -> bool:
    return any(c in ".!?\n" for c in text[start:end])


def _ordinary(word: str, language: Language, *, starts: bool) -> str:
    if word in ACRONYMS:
        return word
    if word in NAMES:
        return NAMES[word]
    if language == EN and word.split("'")[0].split("’")[0] == "I":
        return "I" + word[1:].lower()
    if language == "tr":
        word = word.replace("I", "ı").replace("İ", "i")
    small = word.lower()
    if language == EN and not _VOWELS & set(small) and small not in UNITS and small not in CHAT_SPELLING[EN]:
        return word  # an acronym we do not know
    return small[:1].upper() + small[1:] if starts else small
