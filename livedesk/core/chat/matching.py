"""What the rules of the chat find in a line: blocked words and links, also where somebody writes around them.

Only what is compared is folded (Unicode's NFKC, case, signs nobody sees); the line stays as it was written.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_UNSEEN = dict.fromkeys((*map(ord, "\u034f\u0640\u115f\u1160\u3164\uffa0\u2800"), *range(0xFE00, 0xFE10)))
"""Fillers, the Arabic stretcher and what only chooses how a sign is drawn."""
_MARKS = "\u0300-\u036f\u20d0-\u20ff"
"""Strokes and the like laid over letters; those that make a letter of their own are one with it after folding."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u31f0-\u9fff\uac00-\ud7ff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts whose words stand without blanks between them, and Korean, whose endings follow the word."""
_WHOLE_UP_TO = 4
"""So short a word is looked for whole: "ass" is in "glass" and "rape" in "grape"."""
_SPACED_OUT_FROM = 3
"""Single letters that make a word, "a s s"; two of them are too often none."""

_LETTER = rf"(?![{_UNSPACED}])[^\W_]"
_UNSPACED_LETTER = rf"(?=\w)[{_UNSPACED}]"
_NO_BREAK = r"'’,.!?;:、。…"
"""What ends a sentence, and the apostrophe: "I'll" is not "ill"."""
_BREAK = re.compile(
    rf"(?<=[^\W\d])[^\w\s{_NO_BREAK}]{{1,2}}(?=[^\W\d])"
    rf"|(?<=[{_UNSPACED}])[^\w\n{_NO_BREAK}]{{1,2}}(?={_UNSPACED_LETTER})"
)
"""Signs put into a word, as in "a*ss"; not between figures."""
_SINGLE = rf"(?:{_UNSPACED_LETTER}|(?<!{_LETTER}){_LETTER}(?!{_LETTER}))"
_SPACED_OUT = re.compile(rf"{_SINGLE}(?:[\W_]{{1,3}}{_SINGLE}){{{_SPACED_OUT_FROM - 1},}}")

_ENDINGS = "com|net|org|info|biz|io|cn|ru|app|shop|store|online|site|top|xyz|vip|club|icu|me|link"
_LINK = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,15}://\S"
    r"|\bwww\s?\.\s?\w"
    rf"|(?<![\w@.-])(?:[\w-]+\.)+(?:{_ENDINGS}|рф|中国|公司|网址)(?![\w@-])"
    r"|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}/\w"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?/"
)
"""What a platform's chat would make a link of; an e-mail address is none."""
_DOTS = (
    (re.compile(r"\s?[\[({]\s?(?:\.|dot|点)\s?[\])}]\s?"), "."),
    (re.compile(rf"(?<=\w)\s+(?:dot|\.)\s+(?=(?:{_ENDINGS})\b)"), "."),
    (re.compile(r"(?<=[a-z0-9])。(?=[a-z0-9])"), "."),
)
"""How people write the dot of an address so that it is none."""


def folded(text: str) -> str:
    """Return `text` as the rules look at it: whatever its case, its width, and what nobody sees in it."""
    plain = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return re.sub(f"[{_MARKS}]", "", plain).casefold()


def has_link(text: str) -> bool:
    """Return whether there is an address in `text` that one could go to."""
    plain = folded(text)
    for dot, instead in _DOTS:
        plain = dot.sub(instead, plain)
    return _LINK.search(plain) is not None


class WordList:
    """Words and phrases to look for; whole where they are short and their script puts blanks between words."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        plain = dict.fromkeys(" ".join(folded(word).split()) for word in words)
        patterns = [_pattern(word) for word in plain if word]
        self._found = re.compile("|".join(patterns)) if patterns else None

    def is_in(self, text: str) -> bool:
        """Return whether one of the words is in `text`."""
        found = self._found
        return found is not None and any(found.search(each) for each in _readings(folded(text)))


def _readings(plain: str) -> Iterator[str]:
    """Give what a folded line may mean: as it is, without signs within words, and single letters put together."""
    yield plain
    yield _BREAK.sub("", plain)
    for run in _SPACED_OUT.finditer(plain):
        yield re.sub(r"[\W_]", "", run.group())


def _pattern(word: str) -> str:
    """Return what finds `word`, with no letter of the same kind beside it where it is short."""
    found = r"[\W_]+".join(map(re.escape, word.split(" ")))
    letters = sum(c.isalnum() for c in word)
    if letters > _WHOLE_UP_TO and " " not in word:
        return found
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, word[0]) else ""
    after = rf"(?!{_LETTER})" if re.match(_LETTER, word[-1]) else ""
    return f"{before}{found}{after}"
