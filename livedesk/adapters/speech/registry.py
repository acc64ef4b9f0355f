"""Opens the engine for a speech model: the table of engines."""

from livedesk.adapters.speech.whisper import WhisperEngine
from livedesk.adapters.speech.zipformer import ZipformerEngine
from livedesk.core.captions.speech_model import SpeechEngineKind, SpeechModel
from livedesk.core.ports import SpeechEngine

_ENGINES: dict[SpeechEngineKind, type[WhisperEngine] | type[ZipformerEngine]] = {
    SpeechEngineKind.WHISPER: WhisperEngine,
    SpeechEngineKind.ZIPFORMER: ZipformerEngine,
}


def open_engine(model: SpeechModel, threads: int) -> SpeechEngine:
    """Return the engine that runs `model` with `threads` threads a call; the thread that opens it owns it.

    Raises `UserFacing` SPEECH_MODEL_MISSING, SPEECH_MODEL_BROKEN or SPEECH_ENGINE_MISSING.
    """
    return _ENGINES[model.engine](model.path, threads=threads)
