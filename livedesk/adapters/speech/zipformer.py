"""The quick speech engine: a streaming zipformer on sherpa-onnx, which hears each sound once."""

from collections.abc import Sequence
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.adapters.speech.zipformer_folder import TOKENS, ZipformerFolder, languages_of, read_folder
from livedesk.core.captions.heard import SAMPLE_RATE, Heard, HeardWord
from livedesk.core.captions.phantoms import compression_of
from livedesk.core.captions.stability import is_han
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.ids import Language
from livedesk.core.ports import SpeechEngine, SpeechStream
from livedesk.core.typing_compat import override

if TYPE_CHECKING:
    import sherpa_onnx

_TAIL_S = 0.66
"""Silence after the last sound, so that the encoder's last chunk is full (sherpa-onnx, online-decode-files.py)."""

_LEAST_TOKEN_S = 0.04
"""The time of one encoder frame; the last word is taken to be at least as long."""


class ZipformerEngine(SpeechEngine):
    """One streaming zipformer transducer; see `core.ports.SpeechEngine` for the contract.

    `threads` is how many threads one call may use. Opening raises `UserFacing` SPEECH_MODEL_MISSING,
    SPEECH_MODEL_BROKEN or SPEECH_ENGINE_MISSING.
    """

    engine = "zipformer"
    is_incremental = True

    def __init__(self, path: Path, *, threads: int) -> None:
        folder = read_folder(path)
        self.model = folder.name
        self.languages = languages_of(path)
        self._recognizer: sherpa_onnx.OnlineRecognizer | None = _load(folder, threads)

    @override
    def stream(self, language: Language) -> "ZipformerStream":
        recognizer = self.recognizer()
        if self.languages and language not in self.languages:
            raise Unavailable("speech", ErrorCode.SPEECH_LANGUAGE, model=self.model, language=language)
        return ZipformerStream(self, recognizer.create_stream())

    @override
    def close(self) -> None:
        self._recognizer = None

    def recognizer(self) -> "sherpa_onnx.OnlineRecognizer":
        """Return the library's recogniser; raises `Unavailable` where the engine was closed."""
        if self._recognizer is None:
            raise Unavailable("speech", ErrorCode.STOPPED, model=self.model)
        return self._recognizer

    def failed(self, error: RuntimeError) -> Unavailable:
        """Return what a failure of the library means to the desk."""
        return Unavailable("speech", ErrorCode.SPEECH_FAILED, model=self.model, detail=str(error))


class ZipformerStream(SpeechStream):
    """One utterance. Its length has no limit: nothing of the sound is kept."""

    def __init__(self, engine: ZipformerEngine, stream: "sherpa_onnx.OnlineStream") -> None:
        self._engine = engine
        self._stream = stream
        self._samples = 0
        self._is_over = False

    @override
    def feed(self, samples: memoryview) -> None:
        import numpy as np

        self._check()
        sound = np.nan_to_num(np.frombuffer(samples, dtype=np.float32), nan=0.0, posinf=1.0, neginf=-1.0)
        self._samples += len(sound)
        self._stream.accept_waveform(SAMPLE_RATE, sound.clip(-1.0, 1.0))

    @override
    def hypothesis(self) -> Heard:
        self._check()
        return self._decode()

    @override
    def finish(self) -> Heard:
        import numpy as np

        self._check()
        self._is_over = True
        self._stream.accept_waveform(SAMPLE_RATE, np.zeros(round(_TAIL_S * SAMPLE_RATE), dtype=np.float32))
        self._stream.input_finished()
        return self._decode()

    def _check(self) -> None:
        self._engine.recognizer()
        if self._is_over:
            raise RuntimeError("this utterance is over")

    def _decode(self) -> Heard:
        recognizer = self._engine.recognizer()
        try:
            while recognizer.is_ready(self._stream):
                recognizer.decode_stream(self._stream)
            tokens = recognizer.tokens(self._stream)
            times = recognizer.timestamps(self._stream)
            logs = recognizer.ys_probs(self._stream)
        except RuntimeError as error:
            raise self._engine.failed(error) from error
        words = words_of(tokens, times, [exp(min(0.0, log)) for log in logs], self._samples / SAMPLE_RATE)
        text = "".join(word.text for word in words)
        mean = sum(min(0.0, log) for log in logs) / len(logs) if logs else 0.0
        return Heard(text, words, 0.0, mean, compression_of(text))


def words_of(
    tokens: Sequence[str], times: Sequence[float], probabilities: Sequence[float], seconds: float
) -> tuple[HeardWord, ...]:
    """Return the words of `tokens`, which begin at `times` in an utterance of `seconds`.

    A token that begins with "▁" or a blank begins a word, as does each Chinese character. The blank before the very
    first word goes.
    """
    words: list[HeardWord] = []
    ends = [*times[1:], max(seconds, times[-1] + _LEAST_TOKEN_S)] if times else []
    for place, token in enumerate(tokens):
        text = token.replace("▁", " ")
        t0_s, t1_s = min(times[place], seconds), min(max(ends[place], times[place]), seconds)
        probability = probabilities[place] if place < len(probabilities) else 1.0
        if not words:
            text = text.lstrip()
        if words and not _begins_word(words[-1].text, text):
            last = words.pop()
            words.append(HeardWord(last.text + text, last.t0_s, t1_s, min(last.probability, probability)))
        elif text:
            words.append(HeardWord(text, t0_s, t1_s, probability))
    return tuple(words)


def _begins_word(before: str, text: str) -> bool:
    return text[:1].isspace() or is_han(text[:1] or " ") or (is_han(before[-1]) and text[:1].isalnum())


def _load(folder: ZipformerFolder, threads: int) -> "sherpa_onnx.OnlineRecognizer":
    try:
        import sherpa_onnx
    except ImportError as error:
        raise UserFacing(ErrorCode.SPEECH_ENGINE_MISSING, model=folder.name, detail=str(error)) from error
    try:
        return sherpa_onnx.OnlineRecognizer.from_transducer(
            tokens=str(folder.path / TOKENS),
            encoder=str(folder.encoder),
            decoder=str(folder.decoder),
            joiner=str(folder.joiner),
            num_threads=threads,
            sample_rate=SAMPLE_RATE,
            model_type=folder.kind,
            enable_endpoint_detection=False,  # the desk's own voice detector finds the ends
        )
    except (RuntimeError, ValueError) as error:
        raise UserFacing(
            ErrorCode.SPEECH_MODEL_BROKEN, model=folder.name, file=folder.encoder.name, detail=str(error)
        ) from error
