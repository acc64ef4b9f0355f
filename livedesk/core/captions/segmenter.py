"""Growing speech hypotheses become segments: agreed prefix, cuts at endpoints, silence and length.

Nothing that was heard is lost at a cut: a segment's final holds all text up to the cut, the next one the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from livedesk.core.captions.heard import Correction
from livedesk.core.captions.stability import agreed_length, is_han, prefix_end
from livedesk.core.events import Hypothesis
from livedesk.core.ids import SegmentId
from livedesk.core.records import Origin

SILENCE_CLOSES_AFTER_S = 6.0
"""An open segment without news for this long is closed by the desk's timer: its recogniser is gone. One that is at
work ends its utterances itself, and on a slow computer takes seconds for its last word on one."""

MAX_HAN_CHARACTERS, MAX_OTHER_CHARACTERS = 60, 160
"""An agreed prefix longer than this is cut at its last clause end."""

_CLAUSE_ENDS = "。！？；，、.!?;,:：…"


@dataclass(frozen=True, slots=True)
class SegmentHeard:
    """One segment as heard so far. The first `agreed_length` characters are taken as settled."""

    segment: SegmentId
    revision: int
    text: str
    agreed_length: int
    is_final: bool
    origin: Origin
    t0_s: float
    t1_s: float
    corrections: tuple[Correction, ...] = ()


@dataclass(slots=True)
class _Utterance:
    """How far an utterance has come: what was `said` of it is in finals, up to the time `t0_s`."""

    number: int
    t0_s: float
    revision: int
    said: str = ""
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class _News:
    """What a hypothesis says beyond what is in finals, without the `blanks` before it.

    At most the first `steady` characters may be taken as agreed; `corrections` count from its start.
    """

    blanks: str
    text: str
    steady: int
    corrections: tuple[Correction, ...]


@dataclass(slots=True)
class _Open:
    utterance: _Utterance
    origin: Origin
    segment: SegmentId
    text: str
    t1_s: float
    heard_at: float
    corrections: tuple[Correction, ...] = ()
    revision: int = 0
    agreed: int = 0


class Segmenter:
    """Owns the one open segment. `new_segment` hands out ids."""

    def __init__(self, new_segment: Callable[[], SegmentId]) -> None:
        self._new_segment = new_segment
        self._open: _Open | None = None
        self._utterances: dict[Origin, _Utterance] = {}

    def feed(self, heard: Hypothesis, now: float) -> list[SegmentHeard]:
        """Take the next hypothesis; late ones (older revision, older or ended utterance) change nothing.

        An utterance that goes on after silence or a pause closed its segment gets a new one with what is new.
        """
        utterance = self._utterance_of(heard)
        if utterance is None:
            return []
        is_other = self._open is not None and self._open.utterance is not utterance
        result = self.close() if is_other else []
        news = _news(heard, utterance.said)
        if segment := self._open:
            _update(segment, news, heard, now)
        elif news.text:
            utterance.said += news.blanks
            number = self._new_segment()
            segment = self._open = _Open(
                utterance, heard.origin, number, news.text, heard.t1_s, now, news.corrections
            )
        if heard.is_endpoint:
            return result + self.close()
        if segment:
            result += self._cut_long(segment)
            segment.revision += 1
            result.append(_heard(segment, is_final=False))
        return result

    def close_after_silence(self, now: float) -> list[SegmentHeard]:
        """Close the open segment if nothing was heard for a while."""
        if self._open and now - self._open.heard_at >= SILENCE_CLOSES_AFTER_S:
            return self.close()
        return []

    def close(self) -> list[SegmentHeard]:
        """Close the open segment now, if there is one."""
        segment, self._open = self._open, None
        if segment is None:
            return []
        segment.revision += 1
        segment.agreed = len(segment.text)
        final = _heard(segment, is_final=True)
        segment.utterance.said += segment.text
        segment.utterance.t0_s = segment.t1_s
        return [final]

    def _utterance_of(self, heard: Hypothesis) -> _Utterance | None:
        """Return the utterance that `heard` is the newest word on, None where it is old news."""
        last = self._utterances.get(heard.origin)
        if last is None or heard.utterance > last.number:
            last = self._utterances[heard.origin] = _Utterance(heard.utterance, heard.t0_s, heard.revision)
        elif last.is_over or (heard.utterance, heard.revision) <= (last.number, last.revision):
            return None
        last.revision = heard.revision
        last.is_over = heard.is_endpoint
        return last

    def _cut_long(self, segment: _Open) -> list[SegmentHeard]:
        """Cut the agreed prefix off as a final of its own while it is too long."""
        result = []
        while (end := _cut_at(segment.text, segment.agreed)) > 0:
            utterance, text = segment.utterance, segment.text
            t_cut = utterance.t0_s + (segment.t1_s - utterance.t0_s) * end / len(text)
            segment.revision += 1
            head = replace(segment, text=text[:end].rstrip(), t1_s=t_cut)
            head.agreed = len(head.text)
            result.append(_heard(head, is_final=True))
            rest = text[end:].lstrip()
            taken = len(text) - len(rest)
            segment.segment, segment.revision = self._new_segment(), 0
            segment.text, segment.agreed = rest, max(0, segment.agreed - taken)
            segment.corrections = _standing(segment.corrections, -taken, rest)
            utterance.said += text[:taken]
            utterance.t0_s = t_cut
        return result


def _news(heard: Hypothesis, said: str) -> _News:
    """Return what `heard` says beyond what was `said`, however it now writes that."""
    whole = heard.text.strip()
    rest = whole[prefix_end(said, whole) :]
    text = rest.strip()
    start = len(heard.text.rstrip()) - len(rest.lstrip())
    steady = len(text) if heard.steady_length is None else max(0, heard.steady_length - start)
    blanks = rest[: len(rest) - len(rest.lstrip())]
    return _News(blanks, text, steady, _standing(heard.corrections, -start, text))


def _update(segment: _Open, news: _News, heard: Hypothesis, now: float) -> None:
    """Take the newest text of an open segment; an empty one keeps what was heard."""
    if news.text and heard.is_endpoint:
        # The last word on the utterance may correct what was agreed.
        segment.text, segment.corrections = news.text, news.corrections
    elif news.text:
        _grow(segment, news)
    segment.t1_s = heard.t1_s
    segment.heard_at = now


def _grow(segment: _Open, news: _News) -> None:
    """Take a newer hypothesis, but for what is agreed."""
    settled, text, corrections = segment.text[: segment.agreed], news.text, news.corrections
    if not text.startswith(settled):
        end = prefix_end(settled, text)
        moved = len(settled) - end
        text = settled + text[end:]
        corrections = (
            *(c for c in segment.corrections if c.end <= len(settled)),
            *_standing(tuple(c for c in corrections if c.start >= end), moved, text),
        )
    segment.agreed = max(segment.agreed, min(agreed_length(segment.text, text), news.steady))
    segment.text, segment.corrections = text, corrections


def _standing(corrections: tuple[Correction, ...], moved: int, text: str) -> tuple[Correction, ...]:
    """Return the corrections that stand in `text` after they `moved` by so many characters."""
    there = (replace(c, start=c.start + moved) for c in corrections)
    return tuple(c for c in there if c.start >= 0 and text[c.start : c.end] == c.written)


def _cut_at(text: str, agreed: int) -> int:
    """Return where to cut an agreed prefix that is too long, 0 where it is not."""
    limit = MAX_HAN_CHARACTERS if any(map(is_han, text[:agreed])) else MAX_OTHER_CHARACTERS
    if agreed <= limit:
        return 0
    clause = max(text.rfind(mark, 0, limit) for mark in _CLAUSE_ENDS) + 1
    if clause > limit // 4:
        return clause
    space = text.rfind(" ", 0, limit) + 1
    return space if space > limit // 4 else limit


def _heard(segment: _Open, *, is_final: bool) -> SegmentHeard:
    return SegmentHeard(
        segment.segment,
        segment.revision,
        segment.text,
        segment.agreed,
        is_final,
        segment.origin,
        segment.utterance.t0_s,
        segment.t1_s,
        _standing(segment.corrections, 0, segment.text),
    )
