"""Puts what `protect.py` hid back into a translation, and says what is missing.

Models bend placeholders: spaces or other brackets, full-width digits, one bracket lost, one written twice. Whatever
can only be meant as one is taken as one; what was never given is taken out.
"""

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from livedesk.core.captions.stability import is_han
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import english
from livedesk.core.translation.fold import DIGIT, LETTER, fold, fold_with_places, kind_of
from livedesk.core.translation.fragile import Fragile, is_code_like
from livedesk.core.translation.protect import Item

_SPACELESS = frozenset(map(Language, ("zh", "ja", "th", "lo", "km", "my")))
"""Target languages in which a name needs no space beside it."""

_DIGIT = r"(?P<{name}>\d|[①-⑨])"
_BENT = re.compile(
    rf"[⟦⟧]{{1,3}}\s?{_DIGIT.format(name='a')}(?!\d)(?:\s?[⟦⟧]{{1,3}}|\s?[\]】〗])?"
    rf"|(?<![\d.,])[\[【〖]?\s?{_DIGIT.format(name='b')}\s?⟧{{1,3}}"
)
"""⟦1⟧ ⟦ 1 ⟧ ⟦１⟧ ⟦1 ⟦⟦1⟧⟧ ⟧1⟦ ⟦1] 1⟧"""
_FOREIGN = re.compile(
    rf"(?:[\[【〖〔「『{{<(（]\s*){{1,2}}{_DIGIT.format(name='a')}(?:\s*[\]】〗〕」』}}>)）]){{1,2}}"
)
"""[1] 【1】 (1): a placeholder only where one is missing."""
_NOTHING = "\ue000"
_STRAY = re.compile(r"\s?[⟦⟧\ue000]+")
_MARK = re.compile("[\ue001-\ue009]")
_TWICE = re.compile(r"([\ue001-\ue009])(?:\s*(?:,|，|、|/|&|and\b|or\b|和|或|与|及)?\s*\1)+")
_FIRST = 0xE000
_PRIVATE = re.compile("[\ue000-\ue00f]")
_PLURAL_ENDING = re.compile(r"['’]?(?:e?s)\b")
_SENTENCE_END = re.compile(r"[\s.。!！?？…]*$")
_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-_/.#+]+[A-Za-z0-9]+)*")
_LEAST_LIKENESS = 0.6
_LEAST_RENDITION = 3
_ENDS = re.compile(r"^\W+|\W+$")
_APPENDED = (
    Fragile.LINK,
    Fragile.EMAIL,
    Fragile.PHONE,
    Fragile.HANDLE,
    Fragile.TAG,
    Fragile.CODE,
)
"""What means the same wherever it stands, so that it may be added in brackets."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The translation with its names and codes, and those that are not in it."""

    text: str
    lost: tuple[Item, ...]


def restore(output: str, items: Sequence[Item], target: Language) -> Restored:
    """Return a model's `output` (in `target`) with every placeholder replaced, and the checked items it lacks."""
    hidden = {item.number: item for item in items if item.number}
    marked = _marked(_PRIVATE.sub("", output), hidden)
    seen = set(_MARK.findall(marked))
    text = _filled(marked, hidden, target)
    lost = []
    for item in items:
        if item.number:
            is_there = chr(_FIRST + item.number) in seen
        else:
            text, is_there = _found_in_clear(text, item, target)
        if not is_there and item.is_checked:
            lost.append(item)
    return Restored(text, tuple(lost))


def splice(text: str, item: Item, source: str, target: Language) -> str | None:
    """Return `text` with a lost `item` of the line `source` in it, None where no place is safe.

    A code that the model bent ("J-303" for JZ-03) is put right; otherwise links, addresses, codes and products' names
    go behind the sentence, in brackets. Nothing is added beside a code that the line does not have: then both would
    stand there, and one of them is wrong.
    """
    if item.kind is Fragile.CODE and (bent := _bent_form(text, item.target, source)):
        return text.replace(bent, item.target)
    if not (item.kind in _APPENDED or item.is_name) or _has_foreign_code(text, source):
        return None
    end = _SENTENCE_END.search(text)
    at = end.start() if end else len(text)
    added = f"（{item.target}）" if target == ZH else f" ({item.target})"
    return text[:at] + added + text[at:] if at else item.target + text


def replace_rendition(text: str, rendition: str, item: Item, target: Language) -> str | None:
    """Return `text` with what the model calls `item` when asked for it alone replaced by its name; None if not there.

    A model that gets a name in clear mostly translates it in the sentence as it does alone.
    """
    words = _ENDS.sub("", rendition)
    key = fold(words)
    if len(key) < _LEAST_RENDITION:
        return None
    folded = fold_with_places(text)
    at = folded.text.find(key)
    if at < 0 or folded.text.find(key, at + 1) >= 0:
        return None
    start, end = folded.span(at, at + len(key))
    if not _stands_alone(text, start, end):
        return None
    before, name, after = _fitted(text[:start], item, text[end:], target)
    return before + name + after


def _marked(output: str, hidden: dict[int, Item]) -> str:
    """Return `output` with a private character for each placeholder given, however bent; others are taken out."""

    def mark(match: re.Match[str]) -> str:
        number = _number(match)
        return chr(_FIRST + number) if number in hidden else _NOTHING

    def mark_missing(match: re.Match[str]) -> str:
        number = _number(match)
        return chr(_FIRST + number) if number in missing else match.group()

    text = _STRAY.sub("", _BENT.sub(mark, output))
    seen = _MARK.findall(text)
    missing = {number for number in hidden if chr(_FIRST + number) not in seen}
    if missing:
        text = _FOREIGN.sub(mark_missing, text)
    return _TWICE.sub(lambda m: m[1] if hidden[ord(m[1]) - _FIRST].count == 1 else m[0], text)


def _number(match: re.Match[str]) -> int:
    digit = match.groupdict().get("a") or match.groupdict().get("b") or "0"
    return unicodedata.digit(digit, 0)


def _filled(marked: str, hidden: dict[int, Item], target: Language) -> str:
    done = ""
    rest = marked
    while match := _MARK.search(rest):
        item = hidden[ord(match.group()) - _FIRST]
        done, rest = done + rest[: match.start()], rest[match.end() :]
        done, name, rest = _fitted(done, item, rest, target)
        done += name
    return done + rest


def _fitted(before: str, item: Item, after: str, target: Language) -> tuple[str, str, str]:
    """Return what stands before, the item, and what stands after, so that they read as one sentence."""
    name = item.target
    if target == EN and item.kind is Fragile.TERM:
        ending = _PLURAL_ENDING.match(after)
        if item.is_noun:
            after = after[ending.end() :] if ending else after
            is_plural = bool(ending) or english.is_plural_before(before)
            name = english.plural(name) if is_plural else name
            name = english.in_sentence(name, before)
        before = english.with_article(before, name)
    if target in _SPACELESS and item.kind is Fragile.TERM:
        before = before.rstrip(" ") if name[:1] and is_han(name[0]) and _ends_in_han(before) else before
        after = (
            after.lstrip(" ") if is_han(name[-1:] or " ") and is_han(after.lstrip(" ")[:1] or " ") else after
        )
    elif target not in _SPACELESS:
        before += " " if _is_wordy(before[-1:]) and _is_wordy(name[:1]) else ""
        after = " " + after if _is_wordy(name[-1:]) and _is_wordy(after[:1]) else after
    return before, name, after


def _ends_in_han(text: str) -> bool:
    return is_han(text.rstrip(" ")[-1:] or " ")


def _is_wordy(character: str) -> bool:
    return bool(character) and (kind_of(character) in (LETTER, DIGIT) or character in _PRIVATE_MARKS)


_PRIVATE_MARKS = frozenset(chr(_FIRST + number) for number in range(1, 10))


def _found_in_clear(text: str, item: Item, target: Language) -> tuple[str, bool]:
    """Return `text` with the item's exact form where it stands in another writing, and whether it is there."""
    forms = [item.target]
    if item.is_noun and target == EN:
        forms.append(english.plural(item.target))
    at = text.find(item.target)
    while at >= 0:
        if _stands_alone(text, at, at + len(item.target)):
            return text, True
        at = text.find(item.target, at + 1)
    folded = fold_with_places(text)
    for form in forms:
        key = fold(form)
        at = folded.text.find(key) if key else -1
        while at >= 0:
            start, end = folded.span(at, at + len(key))
            if _stands_alone(text, start, end):
                shown = form if not item.is_noun else text[start:end]
                return text[:start] + shown + text[end:], True
            at = folded.text.find(key, at + 1)
    return text, False


def _stands_alone(text: str, start: int, end: int) -> bool:
    kinds = (LETTER, DIGIT)
    is_open_left = start == 0 or kind_of(text[start]) not in kinds or kind_of(text[start - 1]) not in kinds
    return is_open_left and (
        end == len(text) or kind_of(text[end - 1]) not in kinds or kind_of(text[end]) not in kinds
    )


def _bent_form(text: str, code: str, source: str) -> str | None:
    """Return the one token of `text` that is not in `source` and looks like `code`, None if there is no one such."""
    likeness = {
        token: difflib.SequenceMatcher(None, fold(token), fold(code), autojunk=False).ratio()
        for token in _foreign_tokens(text, source)
        if any(c.isdigit() for c in token)
    }
    alike = [token for token, ratio in likeness.items() if ratio >= _LEAST_LIKENESS]
    return alike[0] if len(alike) == 1 and text.count(alike[0]) == 1 else None


def _has_foreign_code(text: str, source: str) -> bool:
    return any(is_code_like(token) for token in _foreign_tokens(text, source))


def _foreign_tokens(text: str, source: str) -> list[str]:
    return [token for token in dict.fromkeys(_TOKEN.findall(text)) if token not in source]
