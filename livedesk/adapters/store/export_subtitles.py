"""The host's captions as SubRip or WebVTT, through pysubs2."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pysubs2 import SSAEvent, SSAFile

from livedesk.adapters.store.export_lines import Languages, tidy
from livedesk.core.records import Caption

SHORTEST_CUE_MS = 1_000
"""A shorter cue cannot be read; typed lines have no length at all."""

_WORD_JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle, shown from `start_ms` until just before `end_ms`."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]


def cues_of(captions: Sequence[Caption], languages: Languages) -> list[Cue]:
    """Return the cues in order of time: none overlaps the next, none is shorter than `SHORTEST_CUE_MS`.

    A cue ends early for the next one to begin in time; lines that follow each other faster than they can be read
    begin later instead.
    """
    spoken = [(c, lines) for c in sorted(captions, key=lambda c: c.t0_s) if (lines := _lines(c, languages))]
    starts: list[int] = []
    for caption, _ in spoken:
        earliest = starts[-1] + SHORTEST_CUE_MS if starts else 0
        starts.append(max(earliest, round(caption.t0_s * 1000)))
    cues = []
    for number, (caption, lines) in enumerate(spoken):
        start = starts[number]
        end = max(start + SHORTEST_CUE_MS, round(caption.t1_s * 1000))
        if number + 1 < len(starts):
            end = min(end, starts[number + 1])
        cues.append(Cue(start, end, lines))
    return cues


def subtitles(captions: Sequence[Caption], languages: Languages, file_format: Literal["srt", "vtt"]) -> str:
    """Return the whole subtitle file."""
    events = [
        SSAEvent(
            start=cue.start_ms, end=cue.end_ms, text="\\N".join(_escape(t, file_format) for t in cue.lines)
        )
        for cue in cues_of(captions, languages)
    ]
    file = SSAFile()
    file.events = events
    # Kept as they are, for pysubs2 would take words in braces for style tags and drop them.
    return str(file.to_string(file_format, apply_styles=False, keep_ssa_tags=True))


def _lines(caption: Caption, languages: Languages) -> tuple[str, ...]:
    """Return the text in each wanted language there is, else the text as it was said."""
    found = {t.language: t.text for t in caption.translations if t.text}
    if languages == "both":
        first = caption.translations[0].text if caption.translations else ""
        texts = [caption.text, first]
    else:
        texts = [caption.text if name == caption.language else found.get(name, "") for name in languages]
    lines = tuple(dict.fromkeys(tidy(text) for text in texts if tidy(text)))
    said = tidy(caption.text)
    return lines or ((said,) if said else ())


def _escape(text: str, file_format: str) -> str:
    text = text.replace("\\", "\\" + _WORD_JOINER)  # pysubs2 reads \\N, \\n and \\h as line ends and blanks
    return html.escape(text, quote=False) if file_format == "vtt" else text
