"""Gives what was heard the marks of its language: Chinese full-width, commas at pauses, English with capitals.

Recognisers write no marks, or few, or half-width ones between Chinese characters. A pause is where the times of two
words are apart, or where the recogniser left a blank between two Chinese characters.
"""

import re
from collections.abc import Sequence

from livedesk.core.captions.heard import HeardWord
from livedesk.core.captions.stability import is_han
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.punctuation import finish
from livedesk.core.translation.spelling import to_ordinary_case

PAUSE_S = 0.5
"""Silence between two words from which a comma stands there. Within a clause hosts pause for 0.3 s and less."""

_MARKS = "，。！？；：、,.!?;:…—-~"
_LEAST_BEFORE = 2
"""Characters before the first mark: nobody writes a comma after one."""
_HAN = "㐀-䶿一-鿿"
_BLANK_IS_PAUSE = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_ASKS = re.compile(r"(?:吗|好不好|对不对|是不是|行不行|可不可以|要不要|有没有|多少钱|怎么样)$")
_ASKS_EN = re.compile(
    r"^(?:(?:who|when|where|why|which|how|what(?!\s+an?\b))\b(?!.*\bplease\b)"
    r"|(?:is|are|do|does|did|can|could|would|will|should|have|has)\s+(?:you|it|this|that|these|those|they|he|she|we|i)\b)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b[A-Za-z]?[a-z]{2,} [a-z]{2,}\b")
_I = re.compile(r"(?<![\w'])i(?=[ ,!?']|\.$)")
_FIRST = re.compile(r"^\W*([^\W\d_])")
_NEXT = re.compile(r"(?<=[.!?] )([^\W\d_])")


def with_marks(text: str, language: Language, *, is_last: bool) -> str:
    """Return `text` with the marks of its language; only the last word on an utterance gets one at its end."""
    text = text.strip()
    if language == EN or (language == ZH and is_last and _is_english(text)):
        text = _with_capitals(to_ordinary_case(text, EN))
        return _ended(text, "?" if _ASKS_EN.search(_last_sentence(text)) else ".") if is_last else text
    if language == ZH:
        text = finish(_BLANK_IS_PAUSE.sub("，", text), text, ZH)
        return _ended(text, "？" if _ASKS.search(text) else "。") if is_last else text
    return text


def _is_english(text: str) -> bool:
    """Whether a line of a Chinese host is in English after all."""
    return _ENGLISH.search(text) is not None and not any(map(is_han, text))


def with_commas(text: str, words: Sequence[HeardWord], language: Language) -> str:
    """Return `text` with a comma at each pause that has no mark. Words that are not those of the text say nothing."""
    if "".join(word.text for word in words).strip() != text.strip():
        return text
    parts: list[str] = []
    length = 0
    for number, word in enumerate(words):
        before = words[number - 1] if number else None
        if before and length >= _LEAST_BEFORE and _is_pause(before, word):
            parts.append("，" if _is_chinese(before.text, word.text, language) else ",")
            length = 0
        parts.append(word.text)
        length += len(word.text.strip())
    return "".join(parts)


def _is_pause(before: HeardWord, after: HeardWord) -> bool:
    left, right = before.text.rstrip(), after.text.lstrip()
    is_bare = bool(left) and bool(right) and left[-1] not in _MARKS and right[0] not in _MARKS
    return is_bare and after.t0_s - before.t1_s >= PAUSE_S and not (left[-1].isdigit() and right[0].isdigit())


def _is_chinese(before: str, after: str, language: Language) -> bool:
    return language == ZH and (any(map(is_han, before)) or any(map(is_han, after)))


def _ended(text: str, mark: str) -> str:
    bare = text.rstrip("，,、 ") if text.rstrip().endswith(("，", ",", "、")) else text
    return bare if not bare or bare[-1] in _MARKS + "”\"')）" else bare + mark


def _with_capitals(text: str) -> str:
    def capital(match: re.Match[str]) -> str:
        return match.group()[:-1] + match.group(1).upper()

    return _NEXT.sub(capital, _FIRST.sub(capital, _I.sub("I", text), count=1))


def _last_sentence(text: str) -> str:
    return re.split(r"[.!?]\s+", text)[-1]
