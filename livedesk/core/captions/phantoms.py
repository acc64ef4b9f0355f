"""Guards against what a recogniser hears where nobody spoke: invented lines, loops, guesses at noise.

Whisper learnt from subtitles, so in silence, noise and music it writes what subtitles end with: thanks, credits,
appeals to subscribe. What no host says is refused always; what a host may say ("谢谢大家", "Thank you") is refused
only without a voice to go with it.
"""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from livedesk.core.captions.heard import Heard, HeardWord
from livedesk.core.captions.phantom_phrases import CREDITS, is_polite, letters_of
from livedesk.core.captions.stability import is_han
from livedesk.core.ids import Language

VOICE = 0.5
"""A frame is voiced where the voice detector is at least this sure."""

REPEATS_ABOVE = 2.4
"""Text that zlib shrinks by more than this repeats itself. Source: openai/whisper, transcribe.py."""

_LEAST_VOICED_S = 0.16
"""Five frames of voice: less is a click or a breath, not a syllable."""

_FIRM_VOICED_S = 0.5
"""Below this an answer that the model itself doubts is not taken."""

_NO_SPEECH, _DOUBT = 0.6, -0.8
"""The model says that nobody spoke, and is unsure of most words. Source: openai/whisper, transcribe.py, where the
second is -1.0; whisper-base on 75 spoken lines, noisy ones among them, stayed at 0.26 and -0.70 at the worst."""

_GUESS = -1.3
"""Below this every word is a guess, whatever the model says of speech: what whisper-base wrote in noise, music and
silence lay at -1.7 and below, but for the phrases listed."""

_MOST_A_SECOND = 16.0
"""Nobody can say so many syllables a second of voice; there is room in it for what the voice detector misses."""

_SPEAKABLE_A_SECOND = 9.0
"""About the fastest Mandarin."""


_NO_FIGURE_TURNS = 7
"""A figure with so many equal groups of digits is longer than anything that is sold."""


def compression_of(text: str) -> float:
    """Return how much zlib shrinks `text`, 0 for none."""
    raw = text.encode()
    return len(raw) / len(zlib.compress(raw)) if raw else 0.0


class Phantom(StrEnum):
    """Why what an engine heard is not shown."""

    EMPTY = "empty"
    NO_VOICE = "no_voice"
    CREDITS = "credits"
    POLITE = "polite"
    DOUBTED = "doubted"
    TOO_MUCH = "too_much"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class Guarded:
    """What is left of `heard` and, where that is nothing, why."""

    heard: Heard
    phantom: Phantom | None = None


def guarded(heard: Heard, language: Language, voiced_s: float) -> Guarded:
    """Return what may be shown of `heard`: loops cut to their first turn, credits cut off, phantoms emptied.

    `voiced_s` is for how many seconds of its sound the voice detector was at least `VOICE` sure.
    """
    turned = one_turn(heard, voiced_s)
    kept = without_credits(turned)
    reason = phantom(kept, language, voiced_s)
    if reason is None:
        return Guarded(kept)
    if reason is Phantom.EMPTY and kept is not turned:
        reason = Phantom.CREDITS
    return Guarded(replace(kept, text="", words=()), reason)


def phantom(heard: Heard, language: Language, voiced_s: float) -> Phantom | None:
    """Return why nobody can have said `heard`, None where somebody may have."""
    letters = letters_of(heard.text)
    if not letters:
        return Phantom.EMPTY
    if voiced_s < _LEAST_VOICED_S:
        return Phantom.NO_VOICE
    if heard.compression > REPEATS_ABOVE:
        return Phantom.LOOP
    is_weak = heard.no_speech > _NO_SPEECH or voiced_s < _FIRM_VOICED_S
    if heard.log_probability < (_DOUBT if is_weak else _GUESS):
        return Phantom.DOUBTED
    if _syllables(heard.text) > _MOST_A_SECOND * voiced_s:
        return Phantom.TOO_MUCH
    if is_polite(letters, language) and not _is_said(heard, voiced_s):
        return Phantom.POLITE
    return None


def one_turn(heard: Heard, voiced_s: float) -> Heard:
    """Return `heard` with each loop cut to its first turn.

    A host repeats too ("买它买它买它", "three, three, three"), so a short repetition stays, and so does a longer one
    that fits into the voiced time.
    """
    words = heard.words or (HeardWord(heard.text, 0.0, 0.0),)
    text = "".join(word.text for word in words)
    is_speakable = _syllables(text) <= _SPEAKABLE_A_SECOND * voiced_s
    spans = []
    for match in _REPEATED.finditer(text):
        turns = len(match[0]) // len(match[1])
        letters = letters_of(match[1])
        # "100000000" and "1,000,000" are figures; "1.1.1.1.1.1.1.1." is none.
        if not letters or (letters.isdigit() and (match[1].isdigit() or turns < _NO_FIGURE_TURNS)):
            continue
        if turns > _most_turns(letters) * (2 if is_speakable else 1):
            spans.append((match.start() + len(match[1]), match.end()))
    return _without(heard, spans) if spans else heard


def without_credits(heard: Heard) -> Heard:
    """Return `heard` up to where the credits of a subtitle begin."""
    letters = [
        (place, letter) for place, character in enumerate(heard.text) for letter in letters_of(character)
    ]
    joined = "".join(letter for _, letter in letters)
    starts = [at for credit in CREDITS if (at := joined.find(credit)) >= 0]
    if not starts:
        return heard
    return _without(heard, [(letters[min(starts)][0], len(heard.text))])


_REPEATED = re.compile(r"(?s)(.{1,40}?)\1{2,}")
"""The shortest piece that is said three times and more."""


def _most_turns(letters: str) -> int:
    """Return how often in a row a host may say these letters; "哈哈哈哈" is more usual than a whole clause thrice."""
    size = _syllables(letters)
    return 6 if size <= 2 else 4 if size <= 5 else 2


def _without(heard: Heard, spans: Iterable[tuple[int, int]]) -> Heard:
    """Return `heard` without the characters in `spans`; a word that is left empty goes."""
    gone = {place for start, end in spans for place in range(start, end)}
    text = "".join(character for place, character in enumerate(heard.text) if place not in gone)
    words, place = [], 0
    for word in heard.words:
        left = "".join(c for offset, c in enumerate(word.text) if place + offset not in gone)
        place += len(word.text)
        if left:
            words.append(replace(word, text=left))
    return replace(heard, text=text, words=tuple(words), compression=compression_of(text))


def _is_said(heard: Heard, voiced_s: float) -> bool:
    """Whether there is voice enough for a polite phrase, and the model is sure enough of it."""
    takes_s = 0.1 * _syllables(heard.text)
    return voiced_s >= max(takes_s, 0.2) and heard.no_speech < 0.5 and heard.log_probability > -0.8


def _syllables(text: str) -> float:
    """Return about how many syllables `text` has: one for a Chinese character or digit, three letters elsewhere."""
    return sum(1.0 if is_han(c) or c.isdigit() else 1 / 3 for c in text if c.isalnum())
