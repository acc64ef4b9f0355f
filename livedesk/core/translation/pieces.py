"""Cutting a line into pieces that a sentence model can take, and putting it together again.

Line breaks, list marks and emoji are kept to the letter and never shown to the model (OPUS-MT drops emoji and may cut
off what follows an unknown one), and so are words already in the target's script; what lies between is cut into
sentences, and these into clauses where they are long, so that no line loses its end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from livedesk.core.ids import Language
from livedesk.core.ports import SentenceSplitter
from livedesk.core.translation import clauses
from livedesk.core.translation.guards import has_words
from livedesk.core.translation.scripts import SPACELESS, Script, script_of, written_in

_PICTURES = (
    "\u231a\u231b\u2328\u23cf\u23e9-\u23fa\u25a0-\u25ff\u2600-\u27bf\u2934\u2935\u2b00-\u2bff\u2190-\u21ff"
    "\u303d\u3297\u3299\ufffc\ufffd\U0001f000-\U0001faff"
)
"""Emoji, arrows, stars, boxes: not ° or ©, which belong to the text, nor №. Source: Unicode, emoji-data.txt."""
_MARKS = "\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3"
_PICTOGRAPH = re.compile(
    rf"(?:[{_PICTURES}][{_MARKS}]*(?:\u200d[{_PICTURES}][{_MARKS}]*)*)+|[0-9#*]\ufe0f?\u20e3"
)
_LIST_MARK = re.compile(
    r"(?:[-–—*+•·●▪◦‣]+[ \t]+|[(（]?\d{1,2}(?:[.)）](?!\d)|、)[ \t]*|[①-⑳⑴-⒇][ \t]*|[(（]?[a-hA-H][)）][ \t]+)(?=\S)"
)
_LAUGHTER = re.compile(
    r"(?:h[aei]|ja|je|ah|ke|wk|kk){2,}[hk]?|lo+l|xd+|(?:5{3,})|w{3,}|[ㅋㅎ]{2,}", re.IGNORECASE
)
"""Everybody can read it, and models make hats of it."""
_BREAK = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_ENDS = ".。!！?？…؟।"
_CLAUSE_MARKS = ",，、;；:：،؛"
_CLOSING = "\"'”’」』）)】]》»"
_SMALL_STARTS = (
    "a an the this that these those it he she we you they and but or so because if when while as for from in on at "
    "with to of by then also our your their its his her my there here which who where what how not no just only"
)
_SMALL = frozenset(_SMALL_STARTS.split())
"""English words that are small inside a sentence; a name keeps its capital."""
_UNSPACED_TARGETS = frozenset({Language("zh"), Language("ja")})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: `is_text` goes to the model, the rest is kept to the letter."""

    text: str
    is_text: bool


def cut(line: str, language: Language, target: Language, splitter: SentenceSplitter) -> list[Piece]:
    """Cut `line` into pieces; their texts put together are the line again."""
    pieces: list[Piece] = []
    for run, is_kept in _runs(line, written_in(target) - written_in(language) - {Script.LATIN}):
        if is_kept or not has_words(run):
            pieces.append(Piece(run, False))
            continue
        for part in clauses.cut(run, language, splitter):
            body = part.strip()
            if not has_words(body) or _LAUGHTER.fullmatch(body.rstrip(_ENDS)):
                pieces.append(Piece(part, False))
                continue
            before, after = part.split(body, 1)
            pieces += [Piece(before, False)] if before else []
            pieces.append(Piece(body, True))
            pieces += [Piece(after, False)] if after else []
    return pieces


def join(pieces: Sequence[Piece], translations: Sequence[str], target: Language) -> str:
    """Put a line together from its pieces, each text piece replaced by its translation in order.

    Where a sentence was cut at a clause, the model's full stop becomes a comma again; no mark is doubled.
    """
    rest = iter(translations)
    line = _Line(target)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1 :]
        if piece.is_text:
            line.add_text(_end_alike(next(rest).strip(), piece.text, _follows(following), target), piece.text)
        else:
            line.add_kept(piece.text)
    return line.text.strip()


class _Line:
    """A translated line as it grows."""

    def __init__(self, target: Language) -> None:
        self.text = ""
        self._is_spaced = target not in _UNSPACED_TARGETS
        self._is_english = target == "en"
        self._source = ""
        """The last piece's source."""
        self._gap = 0
        """Blanks at the end that stood between two sentences of the source."""

    def add_text(self, text: str, source: str) -> None:
        goes_on = bool(self._source) and self._source.rstrip(_CLOSING)[-1:] not in (*_ENDS, "", "\n")
        if goes_on and self._is_english and text.split(" ", 1)[0].lower() in _SMALL:
            text = text[0].lower() + text[1:]
        self._put(text)
        self._source = source

    def add_kept(self, text: str) -> None:
        has_picture = _PICTOGRAPH.search(text) is not None
        if not text.strip(" \t\u3000"):
            if self.text and (self._is_spaced or not _is_wide(self.text[-1])):
                self.text += text
                self._gap = len(text)
            return
        if has_picture and self._is_spaced and self._source and _is_wide(self._source[-1]):
            self._put(text)
        else:
            if text[0] in _ENDS + _CLAUSE_MARKS and self.text[-1:] and self.text[-1] in _ENDS:
                text = text.lstrip(_ENDS + _CLAUSE_MARKS)
            if not self._is_spaced and text and _is_wide(text[0]):
                self._close_gap()
            self.text += text
        self._gap = 0
        if any(c in _BREAK for c in text) or has_picture:
            self._source = ""

    def _put(self, text: str) -> None:
        """Add a text with the space before it that the target asks for."""
        if not text:
            return
        if self._is_spaced:
            if self.text and not self.text[-1].isspace() and self.text[-1] not in "([{（【“‘《«¿¡/-、":
                self.text += " "
        elif _is_wide(text[0]):
            self._close_gap()
        self.text += text
        self._gap = 0

    def _close_gap(self) -> None:
        """Drop the blank between two sentences; one that belongs to a list mark stays."""
        self.text = self.text[: len(self.text) - self._gap]
        self._gap = 0


def _is_wide(character: str) -> bool:
    return character != "" and (
        script_of(character) in SPACELESS or character in "。！？；：，、…）】”’》」』"
    )


def _follows(pieces: Sequence[Piece]) -> str:
    """Return what comes after a text piece: "text" of the same line, a "mark", a "picture" or "" for the end."""
    for piece in pieces:
        if piece.is_text:
            return "text"
        if any(c in _BREAK for c in piece.text):
            return ""
        if _PICTOGRAPH.search(piece.text):
            return "picture"
        if piece.text.strip():
            return "mark"
    return ""


def _end_alike(text: str, source: str, follows: str, target: Language) -> str:
    """Return `text` with the end that its piece had: a clause goes on, and no full stop comes before an emoji."""
    mark = source.rstrip(_CLOSING)[-1:]
    if mark in _ENDS or not text or not follows:
        return text
    stopped = (
        text[-1] in ".。" and not text.endswith(("..", "。。")) and not clauses.ends_in_abbreviation(text)
    )
    bare = text[:-1] if stopped else text
    if mark in _CLAUSE_MARKS:
        return bare if bare[-1:] in _CLAUSE_MARKS + _ENDS else bare + _like(mark, target)
    if stopped and follows == "text":
        return bare + _like(",", target)
    return bare


def _like(mark: str, target: Language) -> str:
    """Return a clause mark as `target` writes it."""
    half = {"，": ",", "、": ",", "；": ";", "：": ":", "،": ",", "؛": ";"}.get(mark, mark)
    if target in _UNSPACED_TARGETS:
        comma = "、" if target == "ja" else "，"
        return {",": comma, ";": "；", ":": "："}.get(half, half)
    return half


def _runs(line: str, native: frozenset[Script]) -> Iterator[tuple[str, bool]]:
    """Split into runs that are kept (line breaks, list marks, pictographs, words of the target's script) or not."""
    at = start = 0
    is_line_start = True
    while at < len(line):
        end = _kept_until(line, at, native, is_line_start=is_line_start)
        is_line_start = line[at] in _BREAK or (is_line_start and line[at] in " \t\u3000")
        if end == at:
            at += 1
            continue
        if at > start:
            yield line[start:at], False
        yield line[at:end], True
        is_line_start = line[end - 1] in _BREAK
        at = start = end
    if len(line) > start:
        yield line[start:], False


def _kept_until(line: str, at: int, native: frozenset[Script], *, is_line_start: bool) -> int:
    """Return where the kept run that starts at `at` ends; `at` itself where none starts."""
    if line[at] in _BREAK:
        return at + 1
    if found := _PICTOGRAPH.match(line, at):
        return found.end()
    if is_line_start and (found := _LIST_MARK.match(line, at)):
        return found.end()
    if native and _is_native(line[at], native):
        end = at
        while end < len(line) and (_is_native(line[end], native) or line[end] in "0123456789%，、·"):
            end += 1
        while not _is_native(line[end - 1], native):
            end -= 1
        return end
    return at


@lru_cache(maxsize=4096)
def _is_native(character: str, native: frozenset[Script]) -> bool:
    return script_of(character) in native
