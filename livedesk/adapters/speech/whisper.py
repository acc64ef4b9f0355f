"""The default speech engine: Whisper on CTranslate2, int8, as faster-whisper uses it.

faster-whisper itself is not used: it requires PyAV, whose wheels carry x264 and x265 under the GPL, to open audio
files, which livedesk never asks of it. What is left of it beside CTranslate2 is the spectrogram (`mel.py`) and the
vocabulary (`whisper_words.py`). Nothing here reaches a network: a model is a folder.
"""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from math import ceil, log
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.adapters.speech.whisper_folder import WEIGHTS, WhisperFolder, broken, read_folder
from livedesk.adapters.speech.whisper_words import TokenTime, words_of
from livedesk.core.captions.heard import SAMPLE_RATE, Heard, HeardWord
from livedesk.core.captions.phantoms import REPEATS_ABOVE, compression_of
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import Language
from livedesk.core.ports import SpeechEngine, SpeechStream
from livedesk.core.typing_compat import override

if TYPE_CHECKING:
    import ctranslate2
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

LONGEST_S = 30.0
"""What the model hears at once; a longer utterance is heard in parts."""

_LEAST_S = 0.1
"""Less sound than this holds no word."""

_SETTLED_S = (20.0, 27.0)
"""Where an utterance of `LONGEST_S` is parted: at the quietest moment between these two."""

_ROOM_S = 5.0
"""Silence after the sound, in the place of the 30 seconds that Whisper was trained with.

Measured with whisper-base, int8, one thread: 131 growing hypotheses of 19 spoken lines took 156 ms each instead of
715 and took back 1.4 characters for each of the last in both, without a loop; with 2 s of silence 2.1, and a loop.
The last word on all 75 lines had 17.5 % of its Chinese characters wrong instead of 18.4, of the 12 noisy ones 19.6
instead of 17.2.
"""

_TOKENS_A_SECOND, _TOKENS_AT_LEAST = 12, 10
"""Nobody speaks faster; what is longer is a loop. No spoken line came near it."""

_BEAMS = 5
"""For the last word: 17.5 % of Chinese characters wrong instead of 21.2 with one, for 0.1 s more.

A hypothesis has one beam. Neither has an initial prompt: it brought nothing, and one of names can make it loop."""

_FRAMES_A_SECOND = 100
_TIME_STEP_S = 0.02
_FAILURES = (RuntimeError, ValueError)
"""What CTranslate2 raises for a damaged file or a call that fails."""


_WINDOW_STEP_S = 2.5
"""Windows are multiples of this: the library keeps memory for each length it has met, 140 MB in three minutes of a
show with a length of its own for every call, 20 MB with these."""


def _stepped(window_s: float) -> float:
    """Return the next window that is long enough."""
    return ceil(window_s / _WINDOW_STEP_S) * _WINDOW_STEP_S


class WhisperEngine(SpeechEngine):
    """One Whisper model in CTranslate2's form; see `core.ports.SpeechEngine` for the contract.

    `threads` is how many threads one call may use. Opening raises `UserFacing` SPEECH_MODEL_MISSING or
    SPEECH_MODEL_BROKEN.
    """

    engine = "whisper"
    is_incremental = False

    def __init__(self, path: Path, *, threads: int) -> None:
        self._folder = read_folder(path)
        self.model = self._folder.name
        self.languages = frozenset(self._folder.code_of)
        self._ids = {token: number for number, token in enumerate(self._folder.tokens)}
        self._whisper = _load(self._folder, threads)
        self._is_closed = False

    @override
    def stream(self, language: Language) -> "WhisperStream":
        self.check()
        code = self._folder.code_of.get(language)
        if code is None:
            raise Unavailable("speech", ErrorCode.SPEECH_LANGUAGE, model=self.model, language=language)
        return WhisperStream(self, code)

    @override
    def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self._whisper.unload_model()

    def check(self) -> None:
        """Raise `Unavailable` where the engine was closed."""
        if self._is_closed:
            raise Unavailable("speech", ErrorCode.STOPPED, model=self.model)

    def hear(self, samples: "Floats", code: str, *, beams: int, window_s: float) -> Heard:
        """Return what is said in `samples` (at most `LONGEST_S`), looked at through a window of `window_s`.

        Raises `Unavailable("speech", SPEECH_FAILED)` when the library fails.
        """
        self.check()
        try:
            return self._hear(samples, code, beams, min(_stepped(window_s), LONGEST_S))
        except _FAILURES as error:
            raise Unavailable(
                "speech", ErrorCode.SPEECH_FAILED, model=self.model, detail=str(error)
            ) from error

    def _hear(self, samples: "Floats", code: str, beams: int, window_s: float) -> Heard:
        import ctranslate2

        from livedesk.adapters.speech.mel import at_speaking_level, log_mel

        seconds = len(samples) / SAMPLE_RATE
        mel = log_mel(at_speaking_level(samples), self._whisper.n_mels, round(window_s * _FRAMES_A_SECOND))
        encoded = self._whisper.encode(ctranslate2.StorageView.from_array(mel[None]))
        start = ["<|startoftranscript|>"]
        if self._folder.is_multilingual:
            start += [f"<|{code}|>", "<|transcribe|>"]
        prompt = [*start, "<|notimestamps|>"]
        answer = self._whisper.generate(
            encoded,
            [prompt],
            beam_size=beams,
            max_length=len(prompt) + int(seconds * _TOKENS_A_SECOND) + _TOKENS_AT_LEAST,
            return_no_speech_prob=True,
        )[0]
        ids = [number for number in answer.sequences_ids[0] if number < self._ids["<|endoftext|>"]]
        if not ids:
            return Heard("", no_speech=_share(answer.no_speech_prob))
        aligned = self._whisper.align(
            encoded, [self._ids[token] for token in start], [ids], max(2, round(seconds * _FRAMES_A_SECOND))
        )[0]
        tokens = [self._folder.tokens[number] for number in ids]
        words = words_of(tokens, _times(aligned, len(ids), seconds))
        return _heard(words, _share(answer.no_speech_prob), _mean_log(aligned.text_token_probs))


class WhisperStream(SpeechStream):
    """One utterance: its sound is kept and heard anew each time.

    An utterance that outgrows the model's window is parted at a quiet moment: the part before it is heard once and
    for all (which makes that `feed` slow), the rest goes on. Nothing is dropped.
    """

    def __init__(self, engine: WhisperEngine, code: str) -> None:
        import numpy as np

        self._engine = engine
        self._code = code
        self._sound: Floats = np.zeros(round(LONGEST_S * SAMPLE_RATE), dtype=np.float32)
        self._length = 0
        self._settled: list[Heard] = []
        self._settled_s = 0.0
        self._latest: Heard | None = None
        self._is_over = False

    @override
    def feed(self, samples: memoryview) -> None:
        import numpy as np

        self._check()
        new = np.frombuffer(samples, dtype=np.float32)
        while len(new):
            taken = new[: len(self._sound) - self._length]
            place = self._sound[self._length : self._length + len(taken)]
            np.nan_to_num(taken, copy=True, nan=0.0, posinf=1.0, neginf=-1.0).clip(-1.0, 1.0, out=place)
            self._length += len(taken)
            self._latest = None
            new = new[len(taken) :]
            if self._length == len(self._sound):
                self._settle()

    @override
    def hypothesis(self) -> Heard:
        self._check()
        if self._latest is None:
            self._latest = self._whole(self._hear_open(beams=1))
        return self._latest

    @override
    def finish(self) -> Heard:
        self._check()
        self._is_over = True
        return self._whole(self._hear_best())

    def _check(self) -> None:
        self._engine.check()
        if self._is_over:
            raise RuntimeError("this utterance is over")

    def _hear_open(self, *, beams: int, window_s: float = 0.0) -> Heard:
        seconds = self._length / SAMPLE_RATE
        if seconds < _LEAST_S:
            return Heard("")
        return self._engine.hear(
            self._sound[: self._length], self._code, beams=beams, window_s=window_s or seconds + _ROOM_S
        )

    def _hear_best(self) -> Heard:
        """Return the last word on the sound at hand; one that loops is asked for again with the whole window."""
        heard = self._hear_open(beams=_BEAMS)
        if heard.compression <= REPEATS_ABOVE:
            return heard
        again = self._hear_open(beams=_BEAMS, window_s=LONGEST_S)
        return again if again.compression < heard.compression else heard

    def _settle(self) -> None:
        import numpy as np

        first, last = (round(seconds * SAMPLE_RATE) for seconds in _SETTLED_S)
        step = SAMPLE_RATE // 10
        loudness = np.square(self._sound[first:last]).reshape(-1, step).mean(axis=1)
        cut = first + int(loudness.argmin()) * step + step // 2
        rest = self._sound[cut : self._length].copy()
        self._length = cut
        self._settled.append(_later(self._hear_best(), self._settled_s))
        self._settled_s += cut / SAMPLE_RATE
        self._sound[: len(rest)] = rest
        self._length = len(rest)

    def _whole(self, newest: Heard) -> Heard:
        """Return what was settled earlier and `newest` as one."""
        if not self._settled:
            return newest
        parts = [part for part in (*self._settled, _later(newest, self._settled_s)) if part.words]
        words = tuple(word for part in parts for word in part.words)
        if not words:
            return newest
        weights = [len(part.words) for part in parts]
        log_probability = sum(p.log_probability * w for p, w in zip(parts, weights, strict=True)) / sum(
            weights
        )
        return _heard(words, min(part.no_speech for part in parts), log_probability)


def _load(folder: WhisperFolder, threads: int) -> "ctranslate2.models.Whisper":
    import ctranslate2

    try:
        with ExitStack() as stack:
            files = None
            if (
                os.name == "nt" and not str(folder.path).isascii()
            ):  # as in marian_ct2: CTranslate2 cannot open it
                names = [file for file in folder.path.iterdir() if file.is_file()]
                files = {file.name: stack.enter_context(file.open("rb")) for file in names}
            return ctranslate2.models.Whisper(
                str(folder.path),
                device="cpu",
                compute_type="int8",
                inter_threads=1,
                intra_threads=threads,
                files=files,
            )
    except (*_FAILURES, OSError) as error:
        raise broken(folder.path, WEIGHTS, error) from error


def _heard(words: Sequence[HeardWord], no_speech: float, log_probability: float) -> Heard:
    text = "".join(word.text for word in words)
    return Heard(text, tuple(words), no_speech, log_probability, compression_of(text))


def _times(
    aligned: "ctranslate2.models.WhisperAlignmentResult", count: int, seconds: float
) -> list[TokenTime]:
    """Return when each of `count` tokens was said: a token begins where the alignment path first reaches it."""
    begins = [seconds] * (count + 1)
    for token, frame in reversed(aligned.alignments):
        begins[token] = min(seconds, frame * _TIME_STEP_S)
    for token in reversed(range(count)):
        begins[token] = min(begins[token], begins[token + 1])
    return [
        (begins[token], begins[token + 1], _share(probability))
        for token, probability in enumerate(aligned.text_token_probs[:count])
    ]


def _later(heard: Heard, seconds: float) -> Heard:
    words = tuple(replace(w, t0_s=w.t0_s + seconds, t1_s=w.t1_s + seconds) for w in heard.words)
    return replace(heard, words=words)


def _mean_log(probabilities: Sequence[float]) -> float:
    return sum(log(max(_share(p), 1e-9)) for p in probabilities) / len(probabilities)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
