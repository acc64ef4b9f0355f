"""A microphone, a speech model and a show in one virtual time: what takes a second there takes none here."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace

from livedesk.core import events as ev
from livedesk.core.captions.heard import SAMPLE_RATE, Heard
from livedesk.core.captions.hearing import Ears, Hearing
from livedesk.core.captions.live_time import noted
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.ids import EN, ZH, Language, SessionId
from livedesk.core.ports import AudioBlock, AudioSource, SpeechEngine, SpeechStream
from livedesk.core.records import (
    Caption,
    Health,
    HealthState,
    Level,
    Microphone,
    Notice,
    NoticeCode,
    Part,
    Session,
)
from livedesk.core.session.booth import Booth
from livedesk.core.typing_compat import override
from livedesk.runtime.clock import ManualClock
from livedesk.runtime.listener import Equipment, Listener, OnAir, Wanted
from livedesk.runtime.recognising import Tally, Tools
from tests.contracts.fakes_speech import FakeSpeech, FakeVoice
from tests.contracts.fakes_text import (
    FakeCommonWords,
    FakeConverter,
    FakeNearest,
    FakeNumbers,
    FakePhonetics,
)

VOICE, SILENCE = 0.5, 0.0
_CHUNK_S = 0.1


class ClockedSource(AudioSource):
    """Delivers (loudness, seconds) as the clock goes on; waiting moves the clock. At the end it fails or stays quiet.

    `lost` are stretches (from, seconds) that never come. A pair ("gone", code) in `ending` says what `read` raises
    at the end: an `ErrorCode`, or None for the end of a file; without it silence follows.
    """

    def __init__(
        self,
        clock: ManualClock,
        *parts: tuple[float, float],
        name: str = "Lapel",
        lost: Sequence[tuple[float, float]] = (),
        ending: ErrorCode | type[EOFError] | None = None,
    ) -> None:
        self.name = name
        self.is_open = False
        self.opened = 0
        self.refusal: ErrorCode | None = None
        self._clock = clock
        self._parts = parts
        self._lost = list(lost)
        self._ending = ending
        self._opened_at = 0.0
        self._at = 0

    @override
    def open(self) -> None:
        if self.refusal:
            raise Unavailable("microphone", self.refusal, microphone=self.name)
        self.is_open, self._opened_at, self._at = True, self._clock.now(), 0
        self.opened += 1

    @override
    def read(self, timeout_s: float) -> AudioBlock | None:
        assert self.is_open, "read only what is open"
        ready_s = self._clock.now() - self._opened_at - self._at / SAMPLE_RATE
        if ready_s < _CHUNK_S and timeout_s:
            self._clock.move_to(self._clock.now() + timeout_s)
            ready_s += timeout_s
        total_s = sum(seconds for _, seconds in self._parts)
        if self._ending and self._at >= round(total_s * SAMPLE_RATE):
            if self._ending is EOFError:
                raise EOFError(self.name)
            self.refusal = ErrorCode.MICROPHONE_MISSING
            raise Unavailable("microphone", ErrorCode(self._ending), microphone=self.name)
        left_s = total_s - self._at / SAMPLE_RATE if self._ending else ready_s
        count = round(min(ready_s, left_s) * SAMPLE_RATE)
        if count <= 0:
            return None
        lost = self._skip()
        samples = array("f", (self._loudness((self._at + i) / SAMPLE_RATE) for i in range(0, count, 16)))
        samples = array("f", (value for value in samples for _ in range(16)))[:count]
        block = AudioBlock(memoryview(samples), self._at, lost)
        self._at += len(samples)
        return block

    @override
    def close(self) -> None:
        self.is_open = False

    def _skip(self) -> int:
        """Leave out what is lost here; return how many samples."""
        if self._lost and self._at / SAMPLE_RATE >= self._lost[0][0]:
            _, seconds = self._lost.pop(0)
            lost = round(seconds * SAMPLE_RATE)
            self._at += lost
            self._clock.move_to(self._clock.now() + seconds)
            return lost
        return 0

    def _loudness(self, at_s: float) -> float:
        for loudness, seconds in self._parts:
            if at_s < seconds:
                return loudness
            at_s -= seconds
        return SILENCE


class SlowSpeech(FakeSpeech):
    """Takes `cost_s` of the clock for each hypothesis and last word; raises `bug` instead in utterance `buggy`."""

    def __init__(self, clock: ManualClock, says: Sequence[str | Heard], cost_s: float = 0.0) -> None:
        super().__init__(says)
        self.cost_s = cost_s
        self.buggy = 0
        self.clock = clock
        self.fed: list[int] = []

    @override
    def stream(self, language: Language) -> "_SlowStream":
        return _SlowStream(self, super().stream(language), len(self.streams))


class _SlowStream(SpeechStream):
    def __init__(self, engine: SlowSpeech, stream: SpeechStream, number: int) -> None:
        self._engine, self._stream, self._number = engine, stream, number
        engine.fed.append(0)

    @override
    def feed(self, samples: memoryview) -> None:
        self._engine.fed[self._number - 1] += len(samples)
        self._stream.feed(samples)

    @override
    def hypothesis(self) -> Heard:
        return self._take(self._stream.hypothesis)

    @override
    def finish(self) -> Heard:
        return self._take(self._stream.finish)

    def _take(self, call: Callable[[], Heard]) -> Heard:
        self._engine.clock.move_to(self._engine.clock.now() + self._engine.cost_s)
        if self._number == self._engine.buggy:
            raise ZeroDivisionError("a bug in the engine")
        return call()


class MemoryTrack:
    """Keeps what is recorded; fails with `failure`."""

    def __init__(self, failure: Unavailable | None = None) -> None:
        self.blocks: list[AudioBlock] = []
        self.failure = failure
        self.is_closed = False

    def write(self, block: AudioBlock) -> None:
        if self.failure:
            raise self.failure
        self.blocks.append(block)

    def close(self) -> None:
        self.is_closed = True

    @property
    def seconds(self) -> float:
        return sum(len(block.samples) + block.lost for block in self.blocks) / SAMPLE_RATE


class _TenthMeter:
    def __init__(self) -> None:
        self._count = 0

    def add(self, samples: memoryview) -> Level | None:
        self._count += len(samples)
        if self._count < SAMPLE_RATE // 10:
            return None
        self._count = 0
        return Level(max(map(abs, samples)), 0.1)


class ListeningRig:
    """A `Listener` and the booth it talks to; `run` lets the time pass."""

    def __init__(self, *says: str | Heard, cost_s: float = 0.0, wanted: Wanted | None = None) -> None:
        self.clock = ManualClock(1_000.0)
        self.engine = SlowSpeech(self.clock, says, cost_s)
        self.booth = Booth(ZH, (EN,))
        self.posted: list[ev.Input] = []
        self.events: list[ev.Event] = []
        self.bugs: list[BaseException] = []
        self.tally = Tally()
        self.on_air = OnAir()
        self.sources: dict[str, ClockedSource] = {}
        self.there: tuple[Microphone, ...] = ()
        self.tracks: list[MemoryTrack] = []
        self.track_failure: Unavailable | None = None
        self.model_failure: Exception | None = None
        self.loaded: list[Wanted] = []
        self.wanted = wanted or Wanted()
        self._listener: Listener | None = None

    @property
    def listener(self) -> Listener:
        if self._listener is None:
            equipment = Equipment(self._source, lambda: self.there, self._tools, _TenthMeter, self._track)
            self._listener = Listener(
                equipment,
                self.wanted,
                self.clock,
                self.tally,
                lambda: self.on_air,
                post=self.post,
                on_bug=self.bugs.append,
                wait=lambda seconds: self.clock.move_to(self.clock.now() + seconds),
                timer=self.clock.now,
            )
        return self._listener

    def hears(self, *parts: tuple[float, float], microphone: str = "", **how: object) -> "ListeningRig":
        """Let a microphone deliver `parts` from when it is opened."""
        self.sources[microphone] = ClockedSource(self.clock, *parts, **how)  # type: ignore[arg-type]
        return self

    def open(self) -> "ListeningRig":
        self.listener.open()
        return self

    def hold(self, is_held: bool) -> "ListeningRig":
        """Let a tape speak for the host, or no longer."""
        self.on_air = replace(self.on_air, is_held=is_held)
        return self

    def give(self, *inputs: ev.Input) -> "ListeningRig":
        for given in inputs:
            self._handle(given)
        return self

    def live(self) -> "ListeningRig":
        return self.give(ev.StartSession("Fair", is_rehearsal=False))

    def run(self, seconds: float) -> "ListeningRig":
        until = self.clock.now() + seconds
        while self.clock.now() < until:
            self.listener.round()
            self._handle(ev.Ticked())
        return self

    def post(self, given: ev.Input) -> None:
        self.posted.append(given)
        self._handle(given)

    def _handle(self, given: ev.Input) -> None:
        for event in self.booth.handle(given, self.clock.now()).events:
            self.events.append(event)
            if isinstance(event, ev.SessionChanged):
                live = noted(self.on_air.live, event.session, self.clock.now())
                self.on_air = replace(self.on_air, live=live, session=event.session.id)

    # --- what came of it ---

    @property
    def session(self) -> Session:
        return self.booth.session

    @property
    def captions(self) -> list[Caption]:
        last = {e.caption.segment: e.caption for e in self.events if isinstance(e, ev.CaptionChanged)}
        return list(last.values())

    @property
    def finals(self) -> list[str]:
        return [c.text for c in self.captions if c.is_final and not c.gap_s]

    @property
    def gaps(self) -> list[tuple[float, float]]:
        return [(round(c.t0_s, 2), round(c.t1_s, 2)) for c in self.captions if c.gap_s]

    @property
    def hypotheses(self) -> list[ev.Hypothesis]:
        return [g for g in self.posted if isinstance(g, ev.Hypothesis)]

    @property
    def levels(self) -> list[Level]:
        return [g.level for g in self.posted if isinstance(g, ev.LevelMeasured)]

    def healths(self, part: Part) -> list[Health]:
        return [g.health for g in self.posted if isinstance(g, ev.HealthReported) and g.health.part is part]

    def states(self, part: Part) -> list[HealthState]:
        return [health.state for health in self.healths(part)]

    def notices(self, code: NoticeCode) -> list[Notice]:
        return [g.notice for g in self.posted if isinstance(g, ev.NoticeRaised) and g.notice.code is code]

    # --- equipment ---

    def _source(self, microphone: str) -> AudioSource:
        if microphone not in self.sources:
            self.hears(microphone=microphone, name=microphone or "default")
            self.sources[microphone].refusal = ErrorCode.MICROPHONE_MISSING
        return self.sources[microphone]

    def _tools(self, wanted: Wanted) -> Tools:
        self.loaded.append(wanted)
        if self.model_failure:
            raise self.model_failure
        if self.engine.is_closed:
            self.engine = SlowSpeech(self.clock, self.engine._says, self.engine.cost_s)
        ears = Ears(FakeConverter(), FakePhonetics(), FakeNumbers(), FakeNearest(), FakeCommonWords())
        engine: SpeechEngine = self.engine
        return Tools(engine, FakeVoice(), Hearing(ears))

    def _track(self, session: SessionId) -> MemoryTrack:
        self.tracks.append(MemoryTrack(self.track_failure))
        return self.tracks[-1]


def missing_model() -> UserFacing:
    return UserFacing(ErrorCode.SPEECH_MODEL_MISSING)
