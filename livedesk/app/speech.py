"""Puts the listening lane together: microphone, voice detector, speech model, and what puts right what was heard."""

import os
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from livedesk.adapters.models.installed import describe_speech, find_speech_models
from livedesk.adapters.models.manifest import read_manifest
from livedesk.app import paths as places
from livedesk.app.paths import Paths
from livedesk.core.captions.heard import SAMPLE_RATE, Heard
from livedesk.core.captions.hearing import Ears, Hearing
from livedesk.core.captions.speech_model import SpeechModel, best_for
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import Language, SessionId
from livedesk.core.ports import AudioSource, Clock
from livedesk.core.records import Microphone
from livedesk.core.settings import Settings
from livedesk.runtime.desk import Subscriber
from livedesk.runtime.host_recording import Track
from livedesk.runtime.listener import Equipment, Wanted
from livedesk.runtime.recognising import Tools
from livedesk.runtime.sound_intake import Meter

VOICE_MODEL = Path("speech") / "silero_vad_v6.onnx"
"""The voice detector's model, among the resources."""

MOST_THREADS = 4
"""More threads make speech models hardly any quicker, and leave the other parts less."""

Subscribe = Callable[[Subscriber], None]


@dataclass(frozen=True, slots=True)
class Instead:
    """What a command gives the desk in the place of clock and microphone.

    `model` is the folder of the only speech model to use, None chooses among those installed; `on_end` is called on
    the listening thread when a source that is a file has been heard to its end.
    """

    clock: Clock
    make_source: Callable[[str], AudioSource]
    model: Path | None
    on_end: Callable[[], None]


def wanted_of(settings: Settings) -> Wanted:
    """Return what the listening lane is to do by these settings."""
    return Wanted(
        microphone=settings.microphone,
        is_on=settings.is_microphone_on,
        speech_model=settings.speech_model,
        language=settings.host_language,
        records_host=settings.records_host,
    )


def speech_models(base: Paths, folders: list[Path] | None = None) -> list[SpeechModel]:
    """Return the speech models on this computer; `folders` replaces the usual places."""
    manifest = read_manifest(places.manifest())
    return find_speech_models(folders if folders is not None else places.model_folders(base), manifest)


def only_model(folder: Path) -> SpeechModel:
    """Return the speech model in `folder`; raises `UserFacing` SPEECH_MODEL_BROKEN where it holds none."""
    model = describe_speech(folder, read_manifest(places.manifest()))
    if model is None:
        raise UserFacing(ErrorCode.SPEECH_MODEL_BROKEN, model=folder.name)
    return model


def choose_model(models: list[SpeechModel], wanted: Wanted) -> SpeechModel:
    """Return the model to hear with; raises `UserFacing` SPEECH_MODEL_MISSING or SPEECH_LANGUAGE."""
    model = best_for(wanted.language, models, wanted.speech_model)
    if model is None and models:
        raise UserFacing(ErrorCode.SPEECH_LANGUAGE, model=models[0].name, language=wanted.language)
    if model is None:
        raise UserFacing(ErrorCode.SPEECH_MODEL_MISSING)
    return model


def speech_threads() -> int:
    """Return how many threads the speech model may use: all but one, which the window and translation need."""
    return max(1, min(MOST_THREADS, (os.cpu_count() or 2) - 1))


class SpeechParts:
    """Builds the parts of the lane on its thread; the heavy libraries are imported there."""

    def __init__(
        self,
        base: Paths,
        subscribe: Subscribe,
        folders: list[Path] | None = None,
        instead: Instead | None = None,
    ) -> None:
        """`subscribe` lets the catalogue's names be known; `folders` replaces the usual places of models."""
        self._base = base
        self._subscribe = subscribe
        self._folders = folders
        self._model = instead.model if instead else None
        self._make_source = instead.make_source if instead else self._microphones()
        self._hearing: Hearing | None = None

    def equipment(self) -> Equipment:
        """Return what the lane is made of."""
        return Equipment(self._make_source, look_for_microphones, self._tools, _meter, self._track)

    @staticmethod
    def _microphones() -> Callable[[str], AudioSource]:
        """Return what makes a source for a microphone; all share one PortAudio."""
        made: list[Callable[[str], AudioSource]] = []

        def make(microphone: str) -> AudioSource:
            if not made:
                from livedesk.adapters.audio.capture import MicrophoneSource
                from livedesk.adapters.audio.portaudio import PortAudio

                system = PortAudio()
                made.append(lambda wanted: MicrophoneSource(wanted, system))
            return made[0](microphone)

        return make

    def _tools(self, wanted: Wanted) -> Tools:
        from livedesk.adapters.speech.registry import open_engine
        from livedesk.adapters.speech.vad import SileroVoice

        models = [only_model(self._model)] if self._model else speech_models(self._base, self._folders)
        model = choose_model(models, wanted)
        engine = open_engine(model, speech_threads())
        if engine.languages and wanted.language not in engine.languages:
            engine.close()
            raise UserFacing(ErrorCode.SPEECH_LANGUAGE, model=model.name, language=wanted.language)
        tools = Tools(engine, SileroVoice(places.resources() / VOICE_MODEL), self._heard_right())
        _warm_up(tools, wanted.language)
        return tools

    def _heard_right(self) -> Hearing:
        """Return what puts right what was heard: one for all models, so that it knows the catalogue."""
        if self._hearing is None:
            from livedesk.adapters.glossary.fuzzy import FuzzyNearest
            from livedesk.adapters.text.common_words import CommonPairs
            from livedesk.adapters.text.phonetics import Pinyin
            from livedesk.adapters.text.script import Simplified
            from livedesk.adapters.text.spoken_numbers import Cn2an

            self._hearing = Hearing(Ears(Simplified(), Pinyin(), Cn2an(), FuzzyNearest(), CommonPairs()))
            self._subscribe(self._hearing.receive)
        return self._hearing

    def _track(self, session: SessionId) -> Track:
        from livedesk.adapters.audio.recording import HostTrack, free_path

        return HostTrack(free_path(self._base.recordings / session, "host"))


def _warm_up(tools: Tools, language: Language) -> None:
    """Use everything once: libraries load at the first use, and a damaged model shows at once, not in mid-show."""
    stream = tools.engine.stream(language)
    stream.feed(memoryview(array("f", bytes(4 * SAMPLE_RATE))))
    stream.finish()
    tools.hearing.clean(Heard("一千二百"), language, is_last=True)


def look_for_microphones() -> tuple[Microphone, ...]:
    """Return the microphones that are there now; takes a fifth of a second, raises `Unavailable`."""
    from livedesk.adapters.audio.devices import look

    return look()


def _meter() -> Meter:
    from livedesk.adapters.audio.level import LevelMeter

    return LevelMeter()
