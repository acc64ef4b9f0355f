"""Growing speech hypotheses become segments: agreed prefix, cuts at endpoints, silence and length.

Nothing that was heard is lost at a cut: a segment's final holds all text up to the cut, the next one the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass

from livedesk.core.captions.stability import agreed_length, is_han
from livedesk.core.events import Hypothesis
from livedesk.core.ids import SegmentId
from livedesk.core.records import Origin

SILENCE_CLOSES_AFTER_S = 1.5
"""An open segment without news for this long is closed by the desk's timer."""

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


@dataclass(slots=True)
class _Open:
    utterance: int
    origin: Origin
    segment: SegmentId
    hypothesis_revision: int
    revision: int
    cut: int
    text: str
    agreed: int
    t0_s: float
    t1_s: float
    heard_at: float


class Segmenter:
    """Owns the one open segment. `new_segment` hands out ids."""

    def __init__(self, new_segment: Callable[[], SegmentId]) -> None:
        self._new_segment = new_segment
        self._open: _Open | None = None
        self._last_utterance: dict[Origin, int] = {}

    def feed(self, heard: Hypothesis, now: float) -> list[SegmentHeard]:
        """Take the next hypothesis; late ones (older revision, closed utterance) change nothing."""
        result: list[SegmentHeard] = []
        segment = self._open
        if segment and (segment.utterance, segment.origin) != (heard.utterance, heard.origin):
            result += self.close()
            segment = None
        if segment is None:
            if heard.utterance <= self._last_utterance.get(heard.origin, -1):
                return result
            self._last_utterance[heard.origin] = heard.utterance
            segment = self._open = self._start(heard, now)
        elif heard.revision <= segment.hypothesis_revision:
            return result
        self._update(segment, heard, now)
        if heard.is_endpoint:
            return result + self.close()
        result += self._cut_long(segment)
        if segment.text:
            segment.revision += 1
            result.append(_heard(segment, is_final=False))
        return result

    def close_after_silence(self, now: float) -> list[SegmentHeard]:
        """Close the open segment if nothing was heard for a while."""
        if self._open and now - self._open.heard_at >= SILENCE_CLOSES_AFTER_S:
            return self.close()
        return []

    def close(self) -> list[SegmentHeard]:
        """Close the open segment now, if there is one with text."""
        segment, self._open = self._open, None
        if segment is None or not segment.text:
            return []
        segment.revision += 1
        segment.agreed = len(segment.text)
        return [_heard(segment, is_final=True)]

    def _start(self, heard: Hypothesis, now: float) -> _Open:
        return _Open(
            utterance=heard.utterance,
            origin=heard.origin,
            segment=self._new_segment(),
            hypothesis_revision=-1,
            revision=0,
            cut=0,
            text="",
            agreed=0,
            t0_s=heard.t0_s,
            t1_s=heard.t1_s,
            heard_at=now,
        )

    @staticmethod
    def _update(segment: _Open, heard: Hypothesis, now: float) -> None:
        text = heard.text[segment.cut :].strip() if segment.cut else heard.text.strip()
        if heard.is_endpoint:
            # The last word on the segment may correct what was agreed; an empty one keeps what was heard.
            segment.text = text or segment.text
        else:
            settled = segment.text[: segment.agreed]
            if not text.startswith(settled):
                text = settled + text[len(settled) :]
            segment.agreed = max(segment.agreed, agreed_length(segment.text, text)) if segment.text else 0
            segment.text = text
        segment.hypothesis_revision = heard.revision
        segment.t1_s = heard.t1_s
        segment.heard_at = now

    def _cut_long(self, segment: _Open) -> list[SegmentHeard]:
        """Cut the agreed prefix off as a final of its own while it is too long."""
        result = []
        while (end := _cut_at(segment.text, segment.agreed)) > 0:
            head, rest = segment.text[:end], segment.text[end:]
            share = end / max(1, len(segment.text))
            t_cut = segment.t0_s + (segment.t1_s - segment.t0_s) * share
            segment.revision += 1
            result.append(
                SegmentHeard(
                    segment.segment,
                    segment.revision,
                    head.rstrip(),
                    len(head.rstrip()),
                    True,
                    segment.origin,
                    segment.t0_s,
                    t_cut,
                )
            )
            spaces = len(rest) - len(rest.lstrip())
            segment.segment = self._new_segment()
            segment.revision = 0
            segment.cut += end + spaces
            segment.text = rest.lstrip()
            segment.agreed = max(0, segment.agreed - end - spaces)
            segment.t0_s = t_cut
        return result


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
        segment.t0_s,
        segment.t1_s,
    )
