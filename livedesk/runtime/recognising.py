"""From sound to hypotheses: one stretch of sound after the other, utterance by utterance. For the `asr` thread."""

import time
from array import array
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from operator import mul
from typing import TypeVar

from livedesk.core.captions.heard import FRAME, Heard
from livedesk.core.captions.hearing import CleanHeard, Hearing
from livedesk.core.captions.live_time import LiveStretch
from livedesk.core.captions.pace import HypothesisPace
from livedesk.core.captions.phantoms import guarded
from livedesk.core.captions.utterances import FRAME_S, VOICE_FROM, Begun, Ended, Grown, Step, Utterances
from livedesk.core.events import AudioLost, Hypothesis
from livedesk.core.ids import Language
from livedesk.core.ports import SpeechEngine, SpeechStream, VoiceDetector

_SURELY_SAID_S = 2.0
"""So much voice of which the engine makes nothing that can be shown is a gap; less may have been anything."""

_FRAME_BYTES = FRAME * 4
_CLAUSE_ENDS = tuple("。！？；，、.!?;,…")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Tools:
    """What recognises. All of it belongs to the thread `asr`."""

    engine: SpeechEngine
    voice: VoiceDetector
    hearing: Hearing


@dataclass(slots=True)
class Tally:
    """What was done so far, in numbers; written by the thread `asr`, read by anyone.

    `dropped` are hypotheses left out for want of time, `phantoms` utterances of which nothing was shown because
    nobody can have said it. `engine_s` is the time that the engine took, `voice_s` that of the voice detector.
    """

    utterances: int = 0
    hypotheses: int = 0
    dropped: int = 0
    phantoms: int = 0
    engine_s: float = 0.0
    voice_s: float = 0.0
    lost_samples: int = 0


@dataclass(slots=True)
class _Spoken:
    """The utterance in hand. `stream` is None after the engine failed at it: what it says is lost.

    The newest hypothesis is number `revision`, was heard when the voice had come to frame `covered`, and maybe ends a
    clause.
    """

    number: int
    t0_s: float
    stream: SpeechStream | None = None
    revision: int = 0
    covered: int = 0
    ends_clause: bool = False


@dataclass(slots=True)
class _Stretch:
    """Sound without gaps within `live`; its first sample was taken in at `began_at` (seconds since 1970).

    `frames` are those that may still be asked for, the first of them number `first`; `rest` is less than a frame.
    """

    live: LiveStretch
    began_at: float
    utterances: Utterances = field(default_factory=Utterances)
    frames: deque[memoryview] = field(default_factory=deque)
    first: int = 0
    rest: bytearray = field(default_factory=bytearray)

    def at(self, frame: int) -> float:
        """Return when the first sample of `frame` was taken in."""
        return self.began_at + frame * FRAME_S

    def session_s(self, frame: int) -> float:
        """Return where `frame` begins on the session's clock."""
        return self.live.session_s(self.at(frame))

    def take_until(self, frame: int) -> list[memoryview]:
        """Return the frames kept before `frame` and keep them no longer."""
        count = min(max(0, frame - self.first), len(self.frames))
        self.first += count
        return [self.frames.popleft() for _ in range(count)]


class Recogniser:
    """Feeds one engine. Every utterance ends with a last word or a gap, whatever the engine does.

    `now` is the desk's clock, `timer` measures what the engine takes; `post` hands a fact of a stretch to the desk;
    `told` hears of each failure, and of None when the engine did its work again.
    """

    def __init__(
        self,
        tools: Tools,
        language: Language,
        tally: Tally,
        *,
        now: Callable[[], float],
        post: Callable[[LiveStretch, Hypothesis | AudioLost], None],
        told: Callable[[Exception | None], None],
        timer: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.pace = HypothesisPace()
        self.voice_at = 0.0
        """When voice was heard last (seconds since 1970)."""
        self._tools = tools
        self._language = language
        self._tally = tally
        self._now = now
        self._post = post
        self._told = told
        self._timer = timer
        self._stretch: _Stretch | None = None
        self._spoken: _Spoken | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether an utterance is in hand."""
        return self._spoken is not None

    def begin(self, live: LiveStretch, began_at: float) -> None:
        """A stretch of sound begins with the next sample, taken in at `began_at`."""
        self.end()
        self._tools.voice.reset()
        self._stretch = _Stretch(live, began_at)

    def take(self, samples: memoryview) -> None:
        """Take the next sound of the stretch (float32); utterances that end in it are finished at once."""
        stretch = self._stretch
        if stretch is None:
            return
        stretch.rest += samples.cast("B")
        while len(stretch.rest) >= _FRAME_BYTES:
            frame = array("f", bytes(stretch.rest[:_FRAME_BYTES]))
            del stretch.rest[:_FRAME_BYTES]
            self._take_frame(stretch, memoryview(frame))

    def think(self) -> None:
        """Ask for a hypothesis on the utterance in hand, if it is time."""
        stretch, spoken = self._stretch, self._spoken
        if stretch is None or spoken is None or spoken.stream is None:
            return
        utterances, now = stretch.utterances, self._now()
        ends_in = utterances.ends_in
        ends_in_s = None if ends_in is None else ends_in * FRAME_S
        is_due = self.pace.is_due(now, now - stretch.at(utterances.taken), ends_in_s)
        self._tally.dropped = self.pace.dropped
        if not is_due:
            return
        self._tally.hypotheses += 1
        before_s = self._tally.engine_s
        self._ask(stretch, spoken, spoken.stream.hypothesis, utterances.voice_until, utterances.voiced)
        self.pace.took(self._tally.engine_s - before_s, now)

    def end(self) -> None:
        """The stretch ends here, with what is left of a frame: what is in hand becomes final."""
        stretch, self._stretch = self._stretch, None
        if stretch is None:
            return
        if stretch.rest:
            padded = array("f", bytes(stretch.rest).ljust(_FRAME_BYTES, b"\0"))
            self._take_frame(stretch, memoryview(padded))
        self._follow(stretch, stretch.utterances.break_off())

    def _take_frame(self, stretch: _Stretch, frame: memoryview) -> None:
        started = self._timer()
        probability = self._tools.voice.probability(frame)
        self._tally.voice_s += self._timer() - started
        utterances, spoken = stretch.utterances, self._spoken
        stretch.frames.append(frame)
        if probability >= VOICE_FROM:
            self.voice_at = stretch.at(utterances.taken + 1)
        is_clause_end = spoken is not None and spoken.ends_clause and spoken.covered >= utterances.voice_until
        loudness = sum(map(mul, frame, frame))
        self._follow(stretch, utterances.take(probability, loudness, is_clause_end=is_clause_end))
        stretch.take_until(utterances.kept_from)

    def _follow(self, stretch: _Stretch, steps: list[Step]) -> None:
        for step in steps:
            match step:
                case Begun():
                    self._begin_utterance(stretch, step)
                case Grown(until):
                    self._feed(stretch, until)
                case Ended():
                    self._end_utterance(stretch, step)

    def _begin_utterance(self, stretch: _Stretch, step: Begun) -> None:
        hearing = self._tools.hearing
        if hearing.is_outdated:
            hearing.refresh()
        stretch.take_until(step.frame)
        self._tally.utterances += 1
        spoken = self._spoken = _Spoken(self._tally.utterances, stretch.session_s(step.voice_from))
        spoken.stream = self._tried(spoken, partial(self._tools.engine.stream, self._language))
        self.pace.begin(stretch.at(step.voice_from))

    def _feed(self, stretch: _Stretch, until: int) -> None:
        spoken = self._spoken
        for frame in stretch.take_until(until):
            if spoken and spoken.stream:
                self._tried(spoken, partial(spoken.stream.feed, frame))

    def _end_utterance(self, stretch: _Stretch, step: Ended) -> None:
        spoken, self._spoken = self._spoken, None
        if spoken is None:
            return
        self.pace.waited(self._now() - stretch.at(step.frame))
        if spoken.stream:
            finish = spoken.stream.finish
            self._ask(stretch, spoken, finish, step.voice_until, step.voiced, is_last=True)
        if spoken.stream:
            self._told(None)
        else:
            self._give_up(stretch, spoken, step.voice_until)

    def _ask(
        self,
        stretch: _Stretch,
        spoken: _Spoken,
        engine: Callable[[], Heard],
        voice_until: int,
        voiced: int,
        *,
        is_last: bool = False,
    ) -> None:
        """Ask the engine, and post what may be shown of its answer."""
        started = self._timer()
        heard = self._tried(spoken, engine)
        self._tally.engine_s += self._timer() - started
        if heard is None:
            return
        clean = self._tried(spoken, partial(self._cleaned, heard, voiced, is_last=is_last))
        if clean is None:
            return
        t1_s = max(spoken.t0_s, stretch.session_s(voice_until))
        if not clean.text and not (is_last and spoken.revision):
            if is_last and heard.text.strip() and voiced * FRAME_S >= _SURELY_SAID_S:
                self._post(stretch.live, AudioLost(spoken.t0_s, t1_s))
            return  # nothing is shown, so there is nothing to close
        spoken.revision += 1
        spoken.covered, spoken.ends_clause = voice_until, clean.text.endswith(_CLAUSE_ENDS)
        hypothesis = Hypothesis(
            spoken.number,
            spoken.revision,
            clean.text,
            spoken.t0_s,
            t1_s,
            is_endpoint=is_last,
            corrections=clean.corrections,
            steady_length=clean.steady_length,
        )
        self._post(stretch.live, hypothesis)

    def _cleaned(self, heard: Heard, voiced: int, *, is_last: bool) -> CleanHeard:
        """Return what may be shown of what the engine heard."""
        left = guarded(heard, self._language, voiced * FRAME_S)
        clean = self._tools.hearing.clean(left.heard, self._language, is_last=is_last)
        self._tally.phantoms += is_last and bool(heard.text.strip()) and not clean.text
        return clean

    def _give_up(self, stretch: _Stretch, spoken: _Spoken, voice_until: int) -> None:
        """Close an utterance that the engine failed at with what is shown of it; the rest is a gap."""
        lost_from_s, until_s = spoken.t0_s, stretch.session_s(voice_until)
        if spoken.revision:
            lost_from_s = stretch.session_s(spoken.covered)
            number, revision = spoken.number, spoken.revision + 1
            self._post(stretch.live, Hypothesis(number, revision, "", spoken.t0_s, lost_from_s, True))
        if lost_from_s < until_s:
            self._post(stretch.live, AudioLost(lost_from_s, until_s))

    def _tried(self, spoken: _Spoken, call: Callable[[], _T]) -> _T | None:
        """Return what the engine answers; a failure costs this utterance, and is told."""
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - a thread's top: the next utterance still gets its turn
            spoken.stream = None
            self._told(error)
            return None
