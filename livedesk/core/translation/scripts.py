"""Which script a letter is of, and which scripts a language is written in. For guards, cutting and identification."""

from bisect import bisect_right
from collections import Counter
from enum import StrEnum

from livedesk.core.ids import Language


class Script(StrEnum):
    """A script that the fair's languages are written in; OTHER is any further one."""

    LATIN = "latin"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    GREEK = "greek"
    DEVANAGARI = "devanagari"
    BENGALI = "bengali"
    THAI = "thai"
    OTHER = "other"


_RANGES = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x0870, 0x08FF, Script.ARABIC),
    (0x0900, 0x097F, Script.DEVANAGARI),
    (0x0980, 0x09FF, Script.BENGALI),
    (0x0E00, 0x0E7F, Script.THAI),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x2C60, 0x2C7F, Script.LATIN),
    (0x3005, 0x3007, Script.HAN),
    (0x3041, 0x30FF, Script.KANA),
    (0x3131, 0x318E, Script.HANGUL),
    (0x31F0, 0x31FF, Script.KANA),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xAC00, 0xD7AF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0xFF21, 0xFF5A, Script.LATIN),
    (0xFF66, 0xFF9D, Script.KANA),
    (0x20000, 0x323AF, Script.HAN),
)
"""First and last code point of the blocks, ascending. Source: the Unicode Standard, file Blocks.txt."""

_STARTS = [first for first, _, _ in _RANGES]

SPACELESS = frozenset({Script.HAN, Script.KANA, Script.THAI})
"""Written without spaces between words."""

_WRITTEN_IN: dict[str, tuple[Script, ...]] = {
    "zh": (Script.HAN,),
    "ja": (Script.KANA, Script.HAN),
    "ko": (Script.HANGUL,),
    "th": (Script.THAI,),
    "hi": (Script.DEVANAGARI,),
    "bn": (Script.BENGALI,),
    "he": (Script.HEBREW,),
    "el": (Script.GREEK,),
    **dict.fromkeys(("ar", "fa", "ur"), (Script.ARABIC,)),
    **dict.fromkeys(("ru", "uk", "bg"), (Script.CYRILLIC,)),
    "sr": (Script.CYRILLIC, Script.LATIN),
    **dict.fromkeys(
        [
            "cs",
            "da",
            "de",
            "en",
            "es",
            "et",
            "fi",
            "fr",
            "hr",
            "hu",
            "id",
            "it",
            "ms",
            "nl",
            "no",
            "pl",
            "pt",
            "ro",
            "sk",
            "sl",
            "sv",
            "sw",
            "tl",
            "tr",
            "vi",
        ],
        (Script.LATIN,),
    ),
}


def script_of(letter: str) -> Script | None:
    """Return the script of one character, None where it is no letter."""
    if not letter.isalpha():
        return None
    code = ord(letter)
    at = bisect_right(_STARTS, code) - 1
    return _RANGES[at][2] if at >= 0 and code <= _RANGES[at][1] else Script.OTHER


def written_in(language: Language) -> frozenset[Script]:
    """Return the scripts of a language; none where we do not know, so that nothing is concluded from it."""
    return frozenset(_WRITTEN_IN.get(language, ()))


def languages_in(script: Script) -> tuple[Language, ...]:
    """Return the languages we know to be written in `script`, those written in it alone or first before others."""
    known = [(scripts.index(script), code) for code, scripts in _WRITTEN_IN.items() if script in scripts]
    return tuple(Language(code) for _, code in sorted(known, key=lambda found: found[0]))


def weigh(text: str) -> Counter[Script]:
    """Return how much of `text` is in each script: a letter of a spaceless script counts 1, a word of another 2."""
    weights: Counter[Script] = Counter()
    previous: Script | None = None
    for character in text:
        script = script_of(character)
        if script is None:
            # A mark inside a word (Hindi, Thai, an apostrophe, a hyphen) does not end it.
            previous = None if character.isspace() or character.isdigit() else previous
            continue
        if script in SPACELESS:
            weights[script] += 1
        elif script is not previous:
            weights[script] += 2
        previous = script
    return weights


def width(text: str) -> int:
    """Return the length of `text` for comparing languages: a wide character says about as much as two narrow ones."""
    return sum(2 if "\u2e80" <= c <= "\uffef" or c >= "\U00020000" else 1 for c in text if not c.isspace())
