"""`livedesk transcribe`: a sound file through the real listening lane and desk, with what it took in figures."""

import asyncio
import json
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from livedesk.app.cli_words import notice_sentence, sentence
from livedesk.app.heard_lines import HeardLines, erasure
from livedesk.app.paths import Paths, model_folders
from livedesk.app.speech import Instead, choose_model, only_model, speech_models, wanted_of
from livedesk.app.wiring import Wired, wire
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.captions.speech_model import SpeechModel
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import CatalogueLoaded, EndSession, StartSession
from livedesk.core.ids import Language
from livedesk.core.ports import AudioBlock, AudioSource, Clock
from livedesk.core.records import HealthState, NoticeCode, NoticeLevel
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.runtime.clock import ManualClock, SystemClock
from livedesk.runtime.recognising import Tally

During = Callable[[Wired, threading.Event], None]
"""Called once the desk runs, with an event that is set when the file is over."""

_CHECK_EVERY_S = 0.05
_PATIENCE_S = 30.0
"""How long the desk may take to go live; only a bug takes longer."""


@dataclass(frozen=True, slots=True)
class Transcribed:
    """How it went: what was heard, what was done for it, and what was wrong with the file, if anything."""

    heard: HeardLines
    tally: Tally
    duration_s: float
    model: SpeechModel
    failure: Unavailable | None

    @property
    def real_time_factor(self) -> float:
        """Return the time that voice detector and speech model took for each second of sound."""
        return (self.tally.engine_s + self.tally.voice_s) / self.duration_s if self.duration_s else 0.0


class Played(AudioSource):
    """A file that the show begins and ends with.

    `begins` is called when it is open, before its first sample; with `clock` the time is that of the sample read
    last. A file that ends too soon ends here, with its `failure`.
    """

    def __init__(self, source: AudioSource, begins: Callable[[], None], clock: ManualClock | None) -> None:
        self.name = source.name
        self.failure: Unavailable | None = None
        self.duration_s = 0.0
        self._source = source
        self._begins = begins
        self._clock = clock
        self._opened_at = 0.0

    @override
    def open(self) -> None:
        self._source.open()
        self._begins()
        if self._clock:
            self._opened_at = self._clock.now()

    @override
    def read(self, timeout_s: float) -> AudioBlock | None:
        try:
            block = self._source.read(timeout_s)
        except Unavailable as error:
            self.failure = error
            raise EOFError(self.name) from error
        if block:
            self.duration_s = (block.start + len(block.samples)) / SAMPLE_RATE
            if self._clock:
                self._clock.move_to(self._opened_at + self.duration_s)
        return block

    @override
    def close(self) -> None:
        self._source.close()


def transcribe_file(
    base: Paths,
    file: Path,
    settings: Settings,
    *,
    target: Language | None,
    is_real_time: bool,
    model: Path | None = None,
    booth: CatalogueLoaded | None = None,
    during: During | None = None,
) -> Transcribed:
    """Play `file` through lane and desk, and return what came of it. Raises `UserFacing` and `Unavailable`.

    Without `is_real_time` the file is read as fast as it is recognised and the clock goes with it: then lags say
    nothing. Names of `booth` are hot words and terms. Nothing is kept: the desk works in a folder of its own.
    """
    from livedesk.adapters.audio.wav_source import FileSource

    models = [only_model(model)] if model else speech_models(base)
    chosen = choose_model(models, wanted_of(settings))
    source = FileSource(file, 1.0 if is_real_time else None)
    source.open()  # says at once what is wrong with it
    source.close()
    clock: Clock = SystemClock() if is_real_time else ManualClock(SystemClock().now())
    heard, over = HeardLines(clock.now, target), threading.Event()
    with tempfile.TemporaryDirectory(prefix="livedesk-") as folder:
        played = Played(
            source, lambda: _begin(wired, heard), clock if isinstance(clock, ManualClock) else None
        )
        instead = Instead(clock, lambda _microphone: played, chosen.path, over.set)
        spoken = replace(settings, audience_languages=(target,) if target else ())
        trial = Paths(Path(folder), models_of=base.base)
        wired = wire(trial, spoken, model_folders=model_folders(base), instead=instead)
        _play(wired, heard, over, booth, during)
        return Transcribed(heard, wired.listening.tally, played.duration_s, chosen, played.failure)


def _play(
    wired: Wired,
    heard: HeardLines,
    over: threading.Event,
    booth: CatalogueLoaded | None,
    during: During | None,
) -> None:
    """Run the desk until the file is over and all that was said is translated."""
    wired.desk.subscribe(heard.receive)  # before the start, to miss nothing
    wired.start()
    wired.desk.subscribe(heard.note_live)
    if booth:
        wired.desk.post(booth)
    try:
        wired.listen()
        if during:
            during(wired, over)
        _wait(over, wired)
        wired.desk.spawn(lambda: _settle(wired))
        _wait(heard.has_ended, wired)
    finally:
        wired.stop()
    _check(heard, wired)


def _begin(wired: Wired, heard: HeardLines) -> None:
    wired.desk.post(StartSession("transcribe", is_rehearsal=False))
    assert heard.is_live.wait(_PATIENCE_S), "the desk did not go live"


async def _settle(wired: Wired) -> None:
    """End the show when everything that was said is translated."""
    while wired.desk.booth.is_waiting or len(wired.inbox):
        await asyncio.sleep(_CHECK_EVERY_S)
    wired.desk.take(EndSession())


def _wait(event: threading.Event, wired: Wired) -> None:
    while not event.wait(0.5):
        if wired.bugs:
            raise wired.bugs[0]


def _check(heard: HeardLines, wired: Wired) -> None:
    """Raise what kept the speech model from working."""
    if wired.bugs:
        raise wired.bugs[0]
    for health in heard.healths:
        if health.state is HealthState.FAILED:
            broken = [n.params for n in heard.notices if n.code is NoticeCode.MODEL_BROKEN]
            params = next((p for p in broken if p.get("code") == health.code), {"model": health.detail})
            raise UserFacing(ErrorCode(health.code), **{k: v for k, v in params.items() if k != "code"})


def transcribe(
    base: Paths,
    file: Path,
    settings: Settings,
    *,
    target: Language | None,
    is_real_time: bool,
    model: Path | None,
    booth: CatalogueLoaded | None,
    as_json: bool,
) -> int:
    """Print what is said in `file`; 1 if the file ends too soon. Raises `UserFacing` and `Unavailable`."""
    done = transcribe_file(
        base, file, settings, target=target, is_real_time=is_real_time, model=model, booth=booth
    )
    for notice in done.heard.notices:
        is_of_chat = notice.code is NoticeCode.NO_MODEL and notice.params["source"] != settings.host_language
        if notice.level is not NoticeLevel.INFO and not is_of_chat and (text := notice_sentence(notice)):
            print(f"livedesk: {text}", file=sys.stderr)
    if as_json:
        print(json.dumps(as_dict(done, has_lags=is_real_time), ensure_ascii=False))
    else:
        _print(done)
    if done.failure:
        print(f"livedesk: {sentence(done.failure)}", file=sys.stderr)
    return int(done.failure is not None)


def as_dict(done: Transcribed, *, has_lags: bool) -> dict[str, Any]:
    """Return the JSON form. Without real time there are no lags: what a line waits for then is the file.

    `normalised_erasure` is that of the translations as they were shown, without any that of the captions.
    """
    heard = done.heard
    lines = [line for line in heard.lines.values() if line.caption.text]
    translations = [line.translations for line in lines]
    return {
        "segments": [
            {
                "t0": round(line.caption.t0_s, 2),
                "t1": round(line.caption.t1_s, 2),
                "text": line.caption.text,
                "translation": heard.translation(line),
                "initial_lag_s": round(heard.initial_lag_s(line), 2) if has_lags else None,
                "final_lag_s": round(heard.final_lag_s(line), 2) if has_lags else None,
            }
            for line in lines
        ],
        "real_time_factor": round(done.real_time_factor, 3),
        "normalised_erasure": round(
            erasure(translations if any(translations) else [line.shown for line in lines]), 3
        ),
        "lost_frames": done.tally.lost_samples,
        "engine": done.model.engine.value,
        "model": done.model.name,
    }


def _print(done: Transcribed) -> None:
    for line in done.heard.lines.values():
        minutes, seconds = divmod(line.caption.t0_s, 60)
        print(f"{minutes:3.0f}:{seconds:04.1f}  {line.caption.text}")
        if translation := done.heard.translation(line):
            print(f"          {translation}")
    factor = f"{done.real_time_factor:.2f} s for each second of sound"
    print(
        f"livedesk: {done.model.name} took {factor}; {done.tally.lost_samples} samples lost", file=sys.stderr
    )
