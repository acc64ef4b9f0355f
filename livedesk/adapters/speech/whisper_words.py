"""Whisper's tokens as words with their times."""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log

from livedesk.core.captions.heard import HeardWord
from livedesk.core.captions.stability import is_han

TokenTime = tuple[float, float, float]
"""When a token begins and ends, in seconds from the start of the utterance, and how likely it was (0 to 1)."""


def words_of(tokens: Sequence[str], times: Sequence[TokenTime]) -> tuple[HeardWord, ...]:
    """Return the words of `tokens`, as they stand in the vocabulary; each Chinese character is a word.

    Half a character at the end becomes U+FFFD. A token of several characters shares its time out among them. Marks
    belong to the word before them.
    """
    words: list[_Word] = []
    for text, t0_s, t1_s, probability in _characters(tokens, times):
        if not words or _begins_word(words[-1].text, text):
            words.append(_Word(text, t0_s, t1_s, log(max(probability, 1e-9))))
        else:
            words[-1].add(text, t1_s, log(max(probability, 1e-9)))
    return tuple(word.done() for word in words)


class _Word:
    """A word being put together."""

    def __init__(self, text: str, t0_s: float, t1_s: float, log_probability: float) -> None:
        self.text, self.t0_s, self.t1_s = text, t0_s, t1_s
        self._logs = [log_probability]

    def add(self, text: str, t1_s: float, log_probability: float) -> None:
        self.text += text
        self.t1_s = max(self.t1_s, t1_s)
        self._logs.append(log_probability)

    def done(self) -> HeardWord:
        return HeardWord(self.text, self.t0_s, self.t1_s, min(1.0, exp(sum(self._logs) / len(self._logs))))


def _begins_word(before: str, character: str) -> bool:
    if character.isspace():
        return bool(before.strip())
    if not before.strip():
        return False
    return is_han(character) or (is_han(before.strip()[0]) and character.isalnum())


def _characters(tokens: Sequence[str], times: Sequence[TokenTime]) -> list[tuple[str, float, float, float]]:
    """Return every character with its time: tokens that hold parts of one character are taken together."""
    result: list[tuple[str, float, float, float]] = []
    raw, t0_s, probabilities = b"", 0.0, list[float]()
    for index, (token, (begin_s, end_s, probability)) in enumerate(zip(tokens, times, strict=True)):
        if not raw:
            t0_s = begin_s
        raw += _bytes(token)
        probabilities.append(probability)
        is_last = index == len(tokens) - 1
        try:
            text = raw.decode("utf-8", errors="replace" if is_last else "strict")
        except UnicodeDecodeError:
            continue
        step = (max(end_s, t0_s) - t0_s) / max(len(text), 1)
        likely = sum(probabilities) / len(probabilities)
        result += [
            (character, t0_s + step * place, t0_s + step * (place + 1), likely)
            for place, character in enumerate(text)
        ]
        raw, probabilities = b"", []
    return result


def _bytes(token: str) -> bytes:
    table = _byte_of()
    return bytes(table[character] for character in token if character in table)


@lru_cache(maxsize=1)
def _byte_of() -> dict[str, int]:
    """Return which byte each letter of the vocabulary stands for.

    Source: openai/gpt-2, encoder.py, `bytes_to_unicode`: bytes that print stand for themselves, the others for the
    letters from U+0100 on.
    """
    printing = [
        *range(ord("!"), ord("~") + 1),
        *range(ord("¡"), ord("¬") + 1),
        *range(ord("®"), ord("ÿ") + 1),
    ]
    table = {chr(byte): byte for byte in printing}
    others = (byte for byte in range(256) if byte not in table.values())
    return table | {chr(256 + place): byte for place, byte in enumerate(others)}
