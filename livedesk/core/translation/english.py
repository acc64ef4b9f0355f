"""How an English name fits into a sentence: plural, capital, article. For names that replace a placeholder.

Names are noun phrases as catalogues write them ("Glass teapot with infuser 800 ml", "Bamboo board set, 3 pieces").
The rules are the regular ones plus the nouns of trade that break them; a word that looks plural already stays.
"""

import re
from functools import lru_cache

_IRREGULAR = {
    "knife": "knives",
    "shelf": "shelves",
    "leaf": "leaves",
    "loaf": "loaves",
    "scarf": "scarves",
    "half": "halves",
    "foot": "feet",
    "tooth": "teeth",
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "mouse": "mice",
    "tomato": "tomatoes",
    "potato": "potatoes",
}
_UNCOUNTED = "clothing equipment furniture lighting luggage packaging stationery"
_NO_PLURAL = frozenset(_UNCOUNTED.split())
_ENDS_HEAD = re.compile(
    r"\s+(?:with|without|for|of|in|on|to|from|by|and its)\s|\s*[,(/]|\s+[-–—]\s|\s+(?=[#№]?\d)", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+$")
_PROPER_WORDS = (
    "american arabian belgian brazilian british chinese danish dutch egyptian english european french german greek"
    " indian irish italian japanese korean mexican moroccan persian polish portuguese roman russian scottish"
    " spanish swedish swiss thai turkish vietnamese viennese"
    " bluetooth christmas easter halloween teflon velcro kevlar perspex plexiglas"
)
_PROPER = frozenset(_PROPER_WORDS.split())
_MANY_BEFORE = re.compile(
    r"(?:(?<![\w.#№/-])(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>\s?k\b)?"
    r"|\b(?P<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|these|those|both|several|many|few|some|all|various|different|other|more|most|pairs|couple))"
    r"(?:\s+(?:pcs|pieces|units|sets|boxes|cartons|of|the|our|your|these|those|more|new|other|different|big|small"
    r"|black|white|red|blue|green|pink|grey|gray))*\s*$",
    re.IGNORECASE,
)
_ORDINAL_BEFORE = re.compile(r"(?:\b(?:no|nos|number|item|model|art|style)\b\.?\s*|[#№$€£¥])$", re.IGNORECASE)
_ONE_BEFORE = re.compile(r"\b(?:an?|one|1|this|that|each|every|per|another|single)\s*$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(a|an)(\s+)$", re.IGNORECASE)
_SPELLED_WITH_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an LED lamp, but a USB cable."""
_VOWEL_SOUND = re.compile(r"heir|honest|hour|8|11\b|18\b|(?!eu|one\b|once\b|us[abe]|uti|uni(?!m|n))[aeiou]")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[\"'“‘(\[]*$")


def plural(name: str) -> str:
    """Return `name` with its head noun in the plural: "Glass teapots with infuser"; unchanged if it is plural."""
    head_end = _head_end(name)
    word = _WORD.search(name[:head_end])
    if word is None or name[: word.start()].rstrip()[-1:].isdigit():
        return name  # "32 cm": a unit has no plural
    return name[: word.start()] + _plural_word(word.group()) + name[head_end:]


def is_plural_before(before: str) -> bool:
    """Whether what stands in front asks for a plural: "500 pcs of ", "these "; not "No. 3 ", "1 ", "a "."""
    if _ONE_BEFORE.search(before):
        return False
    match = _MANY_BEFORE.search(before)
    if match is None or _ORDINAL_BEFORE.search(before[: match.start()]):
        return False
    number = match["number"]
    return number is None or match["scale"] is not None or float(number.replace(",", "")) > 1


def in_sentence(name: str, before: str) -> str:
    """Return `name` with its first letter large at a sentence's start and small within.

    Within a sentence only a capital that merely starts the name goes: "Portable juicer cup" but neither "French
    press" nor "LED lamp" nor "Portable Juicer Cup", which is written as a title.
    """
    if not name:
        return name
    if _SENTENCE_START.search(before):
        return name[0].upper() + name[1:]
    words = re.findall(r"[^\W\d_]+", name)
    is_title = any(word[0].isupper() for word in words[1:] if len(word) > 3)
    first = words[0] if words and name.startswith(words[0]) else ""
    is_plain = len(first) > 1 and first[0].isupper() and first[1:].islower()
    if is_plain and not is_title and first.lower() not in _PROPER:
        return name[0].lower() + name[1:]
    return name


def with_article(before: str, name: str) -> str:
    """Return `before` with a final "a" or "an" as `name` asks for it: "an " before "air fryer"."""
    match = _ARTICLE.search(before)
    if match is None or not name:
        return before
    article = "an" if starts_with_vowel_sound(name) else "a"
    if match[1][0].isupper():
        article = article.capitalize()
    return before[: match.start()] + article + match[2]


def starts_with_vowel_sound(name: str) -> bool:
    """Whether "an" goes before `name`: air fryer, hour, LED lamp; not unit, wok, EU plug."""
    first = re.match(r"[A-Za-z0-9]+", name)
    if first is None:
        return False
    word = first.group()
    if len(word) > 1 and word.isupper() and word != "EU":
        return word[0] in _SPELLED_WITH_VOWEL
    return bool(_VOWEL_SOUND.match(word.lower()))


def _head_end(name: str) -> int:
    match = _ENDS_HEAD.search(name, 1)
    return match.start() if match else len(name.rstrip())


@lru_cache(maxsize=4096)
def _plural_word(word: str) -> str:
    lower = word.lower()
    if lower in _NO_PLURAL or lower.endswith("ware") or lower in _IRREGULAR.values():
        return word
    if lower in _IRREGULAR:
        many = _IRREGULAR[lower]
        return word[0] + many[1:] if word[1:].islower() or len(word) == 1 else many.upper()
    ending = "S" if word.isupper() and len(word) > 1 else "s"
    if re.search(r"(?:ss|sh|ch|x|z)$", lower):
        return word + ("ES" if ending == "S" else "es")
    if lower.endswith("s"):
        return word
    if re.search(r"[^aeiou]y$", lower):
        return word[:-1] + ("IES" if ending == "S" else "ies")
    return word + ending
