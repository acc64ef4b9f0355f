"""Cutting a line into pieces that a sentence model can take, and putting it together again.

Line breaks and emoji are kept as they are and never shown to the model (OPUS-MT drops emoji and may cut off what
follows an unknown pictograph); what lies between is cut into sentences, so that no long line loses its end.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from livedesk.core.captions.stability import is_han
from livedesk.core.ids import ZH, Language
from livedesk.core.translation.guards import has_words

LONGEST_PIECE = 300
"""Characters; a longer sentence is cut at a clause end or a space."""

_SENTENCE_END = re.compile(r"(?<=[。！？!?；])(?=\S)|(?<=[.!?…])\s+(?=[^\s.!?…])|(?<=[。！？；])\s+")
_ABBREVIATION = re.compile(
    r"\b(?:approx|no|nos|pcs|qty|max|min|incl|excl|vol|art|mr|mrs|ms|dr|co|ltd|inc|e\.g|i\.e|etc|vs|dept|ext|tel)\.$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[，；、,;:：]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: `is_text` goes to the model, the rest is kept to the letter."""

    text: str
    is_text: bool


def is_pictograph(character: str) -> bool:
    """Whether `character` is an emoji or part of one."""
    return (
        unicodedata.category(character) == "So"
        or "\U0001f1e6" <= character <= "\U0001f1ff"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or character in "\u200d\ufe0f\u20e3"
    )


def cut(line: str) -> list[Piece]:
    """Cut `line` into pieces; their texts put together are the line again."""
    pieces: list[Piece] = []
    for run, is_kept in _runs(line):
        if is_kept or not has_words(run):
            pieces.append(Piece(run, False))
            continue
        for sentence in _sentences(run):
            body = sentence.strip()
            if not has_words(body):
                pieces.append(Piece(sentence, False))
                continue
            start = sentence.index(body)
            before, after = sentence[:start], sentence[start + len(body) :]
            pieces += [Piece(before, False)] if before else []
            pieces.append(Piece(body, True))
            pieces += [Piece(after, False)] if after else []
    return pieces


def join(pieces: Sequence[Piece], translations: Sequence[str], target: Language) -> str:
    """Put a line together from its pieces, each text piece replaced by its translation in order."""
    rest = iter(translations)
    parts: list[str] = []
    for piece in pieces:
        part = next(rest).strip() if piece.is_text else piece.text
        previous = parts[-1] if parts else ""
        if previous and part and piece.is_text and not previous[-1].isspace() and target != ZH:
            part = " " + part
        if (
            part == " "
            and target == ZH
            and previous
            and (is_han(previous[-1]) or previous[-1] in "。！？；，")
        ):
            continue
        parts.append(part)
    return "".join(parts).strip()


def _runs(line: str) -> list[tuple[str, bool]]:
    """Split into runs of kept characters (line breaks, pictographs) and others."""
    runs: list[tuple[str, bool]] = []
    for character in line:
        is_kept = character == "\n" or is_pictograph(character)
        if runs and runs[-1][1] is is_kept:
            runs[-1] = (runs[-1][0] + character, is_kept)
        else:
            runs.append((character, is_kept))
    return runs


def _sentences(run: str) -> list[str]:
    sentences: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(run):
        if _ABBREVIATION.search(run[start : match.start()]):
            continue
        sentences.append(run[start : match.end()])
        start = match.end()
    sentences.append(run[start:])
    return [part for sentence in sentences if sentence for part in _shorten(sentence)]


def _shorten(sentence: str) -> list[str]:
    parts = []
    while len(sentence) > LONGEST_PIECE:
        ends = [m.end() for m in _CLAUSE_END.finditer(sentence, 0, LONGEST_PIECE)]
        at = ends[-1] if ends else sentence.rfind(" ", 0, LONGEST_PIECE) + 1
        at = at if at > 0 else LONGEST_PIECE
        parts.append(sentence[:at])
        sentence = sentence[at:]
    return [*parts, sentence]
