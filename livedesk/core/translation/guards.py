"""What must not reach a model, and what must not be shown of what it answers.

MarianMT models invent sentences for blanks and dashes, repeat themselves, answer in the wrong language or drop most
of a line. Each case has its `Reason`; the source is then shown instead. Limits were set so that fewer than one in a
thousand of 37,000 human translations trips any of them (the tests repeat that).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from livedesk.core.ids import Language
from livedesk.core.records import Reason
from livedesk.core.translation.literals import LITERAL
from livedesk.core.translation.scripts import Script, script_of, weigh, width, written_in

_LONGEST_UNIT = 8
"""Words or spaceless letters; a loop of whole sentences shows up as a loop of their words as well."""
_REPEATS = 3
"""Said three times running is a loop; numbers and what follows may be said more often."""
_PLAIN_REPEATS = frozenset("哈呵嘿嘻嗯啊哎哦噢谢对好来是不慢快急嘶咚滴") | {
    *("ha", "haha", "hey", "i", "no", "yes", "ok", "bye", "bang", "top", "go", "very", "so")
}
_SAME_DIGITS = 10
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿幺")
_LAUGHTER = re.compile(r"(?:h[aei]|ja|ah){2,5}h?")
_STAMMERS, _STAMMER, _DOUBLED_LETTER = 4, 2, 1
"""Two words or phrases said twice running are a loop; a doubled letter (慢慢, 看看) weighs half as much."""
_ALWAYS_DOUBLED = frozenset("哈呵嘿嘻谢")
_MANY_UNITS, _FEW_DISTINCT = 12, 0.4
_PHRASE_UNITS, _PHRASE_COUNT = 4, 4
"""12 or more units of which under 40 % are distinct go round, and so does a run of four that comes four times."""

_SPACELESS = "㐀-䶿一-鿿豈-﫿぀-ヿ฀-๿"
_UNIT = re.compile(rf"[{_SPACELESS}]|\d[\d.,:/]*\d|\d|[^\W\d_{_SPACELESS}]+")
_CODE = re.compile(rf"{LITERAL.pattern}|\b[A-Z]{{2,5}}s?\b")
_SMALL_WORD = re.compile(r"(?<![\w.@/#-])[^\W\d_A-Z]{2,}(?![\w@/#-])")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]+")

_LENGTH_FACTOR, _LENGTH_EXTRA = 4, 40
_SHORT_FACTOR, _SHORT_FROM = 0.25, 60
_FOREIGN_SHARE = 0.25


def has_words(text: str) -> bool:
    """Whether `text` has a letter in it, so that there is something to translate."""
    return any(c.isalpha() for c in text)


def is_foreign(text: str, language: Language) -> bool:
    """Whether the script of `text` cannot be that of `language`, so that a model for it must not see the text.

    Latin words are at home everywhere as names and codes, unless there is nothing but three small words of them.
    """
    own = written_in(language)
    weights = weigh(_CODE.sub(" ", text))
    if not own or not weights:
        return False
    native = sum(weights[script] for script in own)
    latin = weights.pop(Script.LATIN, 0)
    foreign = sum(weights.values()) - sum(weights[script] for script in own - {Script.LATIN})
    if foreign:
        return foreign > native
    return Script.LATIN not in own and not native and bool(latin) and len(_SMALL_WORD.findall(text)) >= 3


def refusal(
    source: str, text: str, language: Language, target: Language, *, hit_limit: bool = False
) -> Reason | None:
    """Return why `text` must not be shown as the translation of `source` from `language` into `target`, else None.

    `hit_limit`: the engine stopped it at the length cap, so that it goes round or has lost its end.
    """
    if not text.strip():
        return Reason.EMPTY if source.strip() else None
    if has_words(text) and not any(c.isalnum() for c in source):
        return Reason.INVENTED
    if hit_limit or is_loop(text, source):
        return Reason.LOOP
    if not has_words(source):
        return None
    if _is_untranslated(source, text, language, target):
        return Reason.NOT_TRANSLATED
    written, answered = width(source), width(text)
    if answered > _LENGTH_FACTOR * written + _LENGTH_EXTRA:
        return Reason.INVENTED
    if written >= _SHORT_FROM and answered < _SHORT_FACTOR * written:
        return Reason.SHORTENED
    return None


def is_loop(text: str, source: str) -> bool:
    """Whether `text` repeats letters, syllables, words or phrases, anywhere, more than `source` does."""
    units = _units(text)
    known = _units(source)
    allowed = _most_repeats(known, 1, _LONGEST_UNIT, frozenset())
    if allowed < _REPEATS:
        allowed = max(
            allowed, *(_most_repeats(list(word), 1, 4, frozenset()) for word in [*known, ""])
        )  # hahaha
    if _most_repeats(units, 1, 1, _PLAIN_REPEATS) >= max(_REPEATS, allowed + 1):
        return True
    if _most_repeats(units, 1, 1, frozenset()) >= max(_REPEATS + 2, allowed + 2):
        return True
    if _most_repeats(units, 2, _LONGEST_UNIT, frozenset()) >= max(_REPEATS, allowed + 1):
        return True
    if allowed < _REPEATS and any(_is_stuck(word) for word in set(units) - set(known)):
        return True
    return allowed < _REPEATS and (_stammers(units) >= _stammers(known) + _STAMMERS or _goes_round(units))


def _units(text: str) -> list[str]:
    """Return words, numbers and single letters of spaceless scripts, in small letters."""
    return _UNIT.findall(unicodedata.normalize("NFKC", text).lower())


def _most_repeats(units: Sequence[str], shortest: int, longest: int, free: frozenset[str]) -> int:
    """Return how often a unit of `shortest` to `longest` elements follows itself at the most; 1 for never.

    Numbers and those in `free` do not count as repeated: 三三三 and "no no no" are normal talk.
    """
    most = 1
    for size in range(shortest, min(longest, len(units) // 2) + 1):
        same = 0
        for at in range(size, len(units)):
            same = same + 1 if units[at] == units[at - size] else 0
            if same // size + 1 > most and not _is_free(units[at - size + 1 : at + 1], free):
                most = same // size + 1
    return most


def _is_free(unit: Sequence[str], free: frozenset[str]) -> bool:
    return all(part in free or part in _NUMERALS or part[0].isdigit() for part in unit)


def _is_stuck(word: str) -> bool:
    """Whether one word repeats a letter or a syllable: "hammmer", "sururururn", or a digit ten times; not XXXL."""
    if word[0].isdigit():
        return _most_repeats([f"_{digit}" for digit in word], 1, 1, frozenset()) >= _SAME_DIGITS
    if len(word) < 4 or word.strip("x") in ("l", "s") or _LAUGHTER.fullmatch(word):
        return False
    letters = list(word)
    return (
        _most_repeats(letters, 1, 1, frozenset()) >= _REPEATS
        or _most_repeats(letters, 2, 5, frozenset()) >= _REPEATS
    )


def _stammers(units: Sequence[str]) -> int:
    """Return how often something is said twice running. 谢谢 and 慢慢 are words; two letters or more count."""
    count = at = 0
    while at < len(units):
        for size in range(min(_LONGEST_UNIT, (len(units) - at) // 2), 0, -1):
            unit = units[at : at + size]
            if list(unit) == list(units[at + size : at + 2 * size]) and not _is_free(unit, _ALWAYS_DOUBLED):
                count += _DOUBLED_LETTER if size == 1 and len(unit[0]) == 1 else _STAMMER
                at += size
                break
        else:
            at += 1
    return count


def _goes_round(units: Sequence[str]) -> bool:
    """Whether the same few words come again and again, even if not side by side."""
    if len(units) >= _MANY_UNITS and len(set(units)) < _FEW_DISTINCT * len(units):
        return True
    runs = (tuple(units[i : i + _PHRASE_UNITS]) for i in range(len(units) - _PHRASE_UNITS + 1))
    phrases = Counter(run for run in runs if not _is_free(run, frozenset()))
    return any(count >= _PHRASE_COUNT for count in phrases.values())


def _is_untranslated(source: str, text: str, language: Language, target: Language) -> bool:
    """Whether `text` is not in the target language: in a script it is not written in, or the source once more.

    Names, codes and words of the source that stand in the translation as they are may be in any script.
    """
    own = written_in(target)
    if not own or target == language:
        return False
    if _same_words(source) == _same_words(text):
        small = _SMALL_WORD.findall(_CODE.sub(" ", source))
        is_copied = len(small) >= (2 if Script.LATIN not in own else 3)
        return is_copied or any(_is_foreign_letter(c, own) for c in source)
    if Script.LATIN in own:
        weights = weigh(text)
        foreign = sum(weight for script, weight in weights.items() if script not in own)
        return foreign > _FOREIGN_SHARE * sum(weights.values())
    known = {word.casefold() for word in _LATIN_WORD.findall(source)}
    strange = [word for word in _LATIN_WORD.findall(_CODE.sub(" ", text)) if word.casefold() not in known]
    weights = weigh(text)
    other = sum(weight for script, weight in weights.items() if script not in own and script != Script.LATIN)
    native = sum(weights[script] for script in own)
    return (len(strange) >= 2 and 2 * len(strange) > native) or other > native


def _same_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _is_foreign_letter(letter: str, own: frozenset[Script]) -> bool:
    script = script_of(letter)
    return script is not None and script is not Script.LATIN and script not in own
