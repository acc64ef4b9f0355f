"""What the listening lane does round by round: hear the microphone, recognise what is of the show, say how it is.

Belongs to the thread `asr`, but makes none: a test can go through it step by step.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from livedesk.core.captions.live_time import LiveStretch, stretch_at
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import AudioLost, DismissNotice, HealthReported, Hypothesis, Input, NoticeRaised
from livedesk.core.ids import ZH, Language, SessionId
from livedesk.core.ports import Clock
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel, Part
from livedesk.runtime.host_recording import HostRecorder, Track
from livedesk.runtime.microphone import Look, MakeSource, MicrophoneInput
from livedesk.runtime.recognising import Recogniser, Tally, Tools
from livedesk.runtime.sound_intake import Meter, Sound, SoundIntake

READ_S = 0.1
"""How long a round waits for sound."""

SILENT_AFTER_S = 10.0
"""Live and without a voice for so long: the operator is asked whether the microphone is muted."""

_SETTLED_S = 1.0
"""Live for so long before notices say what is missing: by then it is known whether a tape speaks for the host."""

_CAUGHT_UP_S = 0.5
"""Sound that waits for less is heard as it comes."""

MOST_BEHIND_S = 120.0
"""Sound that waits for longer is left out: a caption that late helps nobody, and the line must not grow for hours."""

_GAP_S = 0.3
"""Less sound than this, missing while a microphone is changed, is not worth a line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the operator set: which microphone and model, what the host speaks, and whether the sound is kept."""

    microphone: str = ""
    is_on: bool = True
    speech_model: str = ""
    language: Language = ZH
    records_host: bool = False


@dataclass(frozen=True, slots=True)
class Equipment:
    """What builds the parts of the lane, each on the thread `asr`.

    `make_tools` raises `Unavailable("speech", ...)` or `UserFacing`, SPEECH_MODEL_MISSING where there is no model.
    """

    make_source: MakeSource
    look: Look
    make_tools: Callable[[Wanted], Tools]
    make_meter: Callable[[], Meter]
    open_track: Callable[[SessionId], Track]


@dataclass(frozen=True, slots=True)
class OnAir:
    """The show as the lane sees it: when it was live, which session it is, and whether a tape speaks for the host."""

    live: tuple[LiveStretch, ...] = ()
    session: SessionId | None = None
    is_held: bool = False


class Listener:
    """Owns microphone, model and recording. `on_air` says how the show is now; `wait` as in `MicrophoneInput`."""

    def __init__(
        self,
        equipment: Equipment,
        wanted: Wanted,
        clock: Clock,
        tally: Tally,
        on_air: Callable[[], OnAir],
        *,
        post: Callable[[Input], None],
        on_bug: Callable[[BaseException], None],
        wait: Callable[[float], object],
        timer: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._equipment = equipment
        self._wanted = wanted
        self._now = clock.now
        self._tally = tally
        self._on_air = on_air
        self._post = post
        self._on_bug = on_bug
        self._timer = timer
        make, look = equipment.make_source, equipment.look
        self._microphone = MicrophoneInput(
            make, look, now=clock.now, wait=wait, post=post, stopped=lambda: self._intake.note_break()
        )
        self._recorder = HostRecorder(equipment.open_track, post)
        self._intake = SoundIntake(
            self._microphone, equipment.make_meter(), self._recorder, now=clock.now, post=post
        )
        self._tools: Tools | None = None
        self._recogniser: Recogniser | None = None
        self._live: LiveStretch | None = None
        self._told_for = 0.0
        self._heard_until = 0.0
        self._taken_until = 0.0
        self._is_silent = False
        self._speech = Health(Part.SPEECH, HealthState.OFF)

    def open(self) -> None:
        """Load the model and begin to hear."""
        self._load()
        self._microphone.use(self._wanted.microphone if self._wanted.is_on else None)

    def change(self, wanted: Wanted, *, has_new_models: bool) -> None:
        """Go on with these settings. A model that failed is loaded again where the microphone is switched on."""
        before, self._wanted = self._wanted, wanted
        is_other_model = (before.speech_model, before.language) != (wanted.speech_model, wanted.language)
        is_retry = self._recogniser is None and wanted.is_on and not before.is_on
        if has_new_models or is_other_model or is_retry:
            self._load()
        if before.records_host and not wanted.records_host:
            self._recorder.close()
        if (before.microphone, before.is_on) != (wanted.microphone, wanted.is_on):
            self._heard_until = 0.0  # what is missing now is missing by choice
            self._microphone.use(wanted.microphone if wanted.is_on else None)

    def round(self) -> None:
        """Take in what came, recognise what is first in line, think, say how it is; raises `EOFError` as a source."""
        on_air = self._on_air()
        self._intake.fill(on_air.live, READ_S, keeps=self._wanted.records_host and not on_air.is_held)
        self._tally.lost_samples = self._intake.lost
        waits_since = self._intake.waits_since
        if waits_since is not None and self._now() - waits_since > MOST_BEHIND_S:
            self._skip()
        on_air = self._on_air()  # the show may have begun while sound was waited for
        self._guarded(lambda: self._recognise(on_air))
        self._look_around(on_air)

    def drain(self) -> None:
        """Recognise all that is in line, and make what is being said a final: the sound has ended."""
        while self._intake.waits_since is not None and self._recogniser:
            self._guarded(lambda: self._recognise(self._on_air()))
        self._guarded(self._end)

    def catch_up(self) -> None:
        """Leave out what is in line, say so with a gap, and go on with what is said now."""
        on_air = self._on_air()
        self._intake.fill(on_air.live, 0.0, keeps=self._wanted.records_host)
        self._skip()

    def close(self) -> None:
        """Make what is being said a final, mark what is still in line as a gap, and let everything go."""
        self._skip()
        self._microphone.close()
        self._recorder.close()
        self._unload()

    # --- sound ---

    def _recognise(self, on_air: OnAir) -> None:
        sound = self._intake.take()
        if sound:
            self._taken_until = sound.end_at
            self._hear(sound, on_air)
        if self._recogniser and self._intake.waits_since is None:
            self._recogniser.think()

    def _hear(self, sound: Sound, on_air: OnAir) -> None:
        live = None if on_air.is_held else stretch_at(on_air.live, sound.began_at, sound.end_at)
        is_other = live is None or self._live is None or live.since != self._live.since
        if sound.is_break or is_other or sound.lost:
            self._end()
        if live is None or self._recogniser is None or sound.is_break:
            return
        part = sound.within(live)
        if self._live is None:
            self._begin(live, part)
        self._recogniser.take(part.samples)
        self._heard_until = part.end_at

    def _begin(self, live: LiveStretch, sound: Sound) -> None:
        """Begin to recognise with `sound`; what is missing of this stretch of the show since the last is a gap."""
        assert self._recogniser is not None, "sound without a recogniser is left alone"
        missing_s = sound.began_at - self._heard_until
        if self._heard_until >= live.since and (sound.lost or missing_s > _GAP_S):
            self._say(live, AudioLost(live.session_s(self._heard_until), live.session_s(sound.began_at)))
        self._live = live
        self._recogniser.begin(live, sound.began_at)

    def _end(self) -> None:
        self._live = None
        if self._recogniser:
            self._recogniser.end()

    def _skip(self) -> None:
        """End with what was heard so far; what is in line of the show is a gap."""
        first, now = self._intake.skip(), self._now()
        self._guarded(self._end)
        live = stretch_at(self._on_air().live, first.began_at, now) if first and not first.is_break else None
        if live and first and self._recogniser:
            self._say(live, AudioLost(live.session_s(first.began_at), live.session_s(min(now, live.until))))
            self._heard_until = 0.0

    def _say(self, live: LiveStretch, fact: Hypothesis | AudioLost) -> None:
        """Post a fact of the show, unless another session is on by now."""
        if self._on_air().session == live.session:
            self._post(fact)

    # --- how it is ---

    def _look_around(self, on_air: OnAir) -> None:
        last = on_air.live[-1] if on_air.live and not on_air.is_held else None
        live = last if last and last.until == inf else None
        if live and live.since != self._told_for and self._now() - live.since > _SETTLED_S:
            self._told_for = live.since
            self._microphone.tell()
            if self._speech.code == ErrorCode.SPEECH_MODEL_MISSING:
                self._notify(NoticeCode.SPEECH_MODEL_MISSING, {})
        self._judge_silence(live)
        self._judge_lag()
        if not (self._recogniser and self._recogniser.is_speaking):
            self._microphone.look_for_chosen()
            if self._tools and self._tools.hearing.is_outdated:
                self._guarded(self._tools.hearing.refresh)

    def _judge_silence(self, live: LiveStretch | None) -> None:
        """Ask the operator about a microphone that brings no voice while the show is live."""
        is_silent = False
        if live and self._recogniser and self._microphone.is_open:
            since = max(live.since, self._microphone.anchor, self._recogniser.voice_at)
            is_silent = self._now() - since >= SILENT_AFTER_S
        if is_silent != self._is_silent:
            self._is_silent = is_silent
            self._microphone.report_silence(ErrorCode.MICROPHONE_SILENT if is_silent else "")

    def _judge_lag(self) -> None:
        """Say how far behind the last words come, and when they no longer do."""
        if self._recogniser is None or self._speech.state not in (HealthState.OK, HealthState.BEHIND):
            return
        pace = self._recogniser.pace
        waiting_s = self._now() - self._taken_until
        if not self._recogniser.is_speaking and waiting_s < _CAUGHT_UP_S:
            pace.waited(waiting_s)
        if pace.is_behind:
            self._report(HealthState.BEHIND, lag_ms=int(pace.lag_s) * 1000)  # whole seconds do not flicker
        else:
            self._report(HealthState.OK)

    def _told(self, error: Exception | None) -> None:
        """Hear from the recogniser that the engine failed, or (None) did its work."""
        if error is None:
            if self._speech.state is HealthState.FAILED:
                self._report(HealthState.OK)
            return
        if not isinstance(error, Unavailable | UserFacing):
            self._on_bug(error)
        code = error.code if isinstance(error, Unavailable | UserFacing) else ErrorCode.SPEECH_FAILED
        self._report(HealthState.FAILED, code)

    def _guarded(self, call: Callable[[], None]) -> None:
        """Run a step of recognition; where it meets a bug the level and the recording go on without it."""
        try:
            call()
        except Exception as error:  # noqa: BLE001 - a thread's top: the bug is reported, not lost
            self._live = self._recogniser = None
            self._told(error)

    # --- the model ---

    def _load(self) -> None:
        """Load the model that is wanted and say how that went."""
        self._unload()
        self._report(HealthState.STARTING)
        try:
            tools = self._equipment.make_tools(self._wanted)
        except (Unavailable, UserFacing) as error:
            is_missing = error.code is ErrorCode.SPEECH_MODEL_MISSING
            self._report(HealthState.OFF if is_missing else HealthState.FAILED, error.code)
            if not is_missing:
                self._notify(NoticeCode.MODEL_BROKEN, {"code": error.code, **error.params})
            return
        except Exception as error:  # noqa: BLE001 - a thread's top: the level can still be seen
            self._told(error)
            return
        self._tools = tools
        self._recogniser = Recogniser(
            tools,
            self._wanted.language,
            self._tally,
            now=self._now,
            post=self._say,
            told=self._told,
            timer=self._timer,
        )
        self._post(DismissNotice(NoticeCode.SPEECH_MODEL_MISSING))
        self._report(HealthState.OK)

    def _unload(self) -> None:
        self._guarded(self._end)
        self._recogniser = None
        if self._tools:
            self._tools.engine.close()
            self._tools = None

    def _report(self, state: HealthState, code: str = "", lag_ms: int = 0) -> None:
        model = self._tools.engine.model if self._tools else ""
        health = Health(Part.SPEECH, state, lag_ms, code, model)
        if health != self._speech:
            self._speech = health
            self._post(HealthReported(health))

    def _notify(self, code: NoticeCode, params: dict[str, str | int]) -> None:
        self._post(NoticeRaised(Notice(code, NoticeLevel.WARNING, params)))
