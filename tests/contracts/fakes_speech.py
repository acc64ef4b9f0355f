"""Fakes of core's speech ports: quick, deterministic, without a model file."""

from collections.abc import Sequence
from dataclasses import replace

from livedesk.core.captions.heard import FRAME, SAMPLE_RATE, Heard, HeardWord
from livedesk.core.captions.stability import is_han
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import Language
from livedesk.core.ports import SpeechEngine, SpeechStream, VoiceDetector
from livedesk.core.typing_compat import override


def split_words(text: str) -> list[str]:
    """Return the words of `text` with the blanks before them; each Chinese character is a word."""
    words: list[str] = []
    for character in text:
        is_new = not words or character.isspace() or is_han(words[-1][-1]) or is_han(character)
        if is_new and not (words and words[-1].isspace()):
            words.append(character)
        else:
            words[-1] += character
    return words


class FakeVoice(VoiceDetector):
    """Calls a frame voice by its loudness: `likely` above `threshold` (peak), else `unlikely`."""

    def __init__(self, *, threshold: float = 0.05, likely: float = 0.95, unlikely: float = 0.02) -> None:
        self._threshold, self._likely, self._unlikely = threshold, likely, unlikely
        self.frames = 0
        self.resets = 0

    @override
    def probability(self, frame: memoryview) -> float:
        if len(frame) != FRAME:
            raise ValueError(f"a frame has {FRAME} samples, not {len(frame)}")
        self.frames += 1
        peak = max(map(abs, frame))
        return self._likely if peak > self._threshold else self._unlikely

    @override
    def reset(self) -> None:
        self.resets += 1


class FakeSpeech(SpeechEngine):
    """Hears `says[0]` in the first utterance, `says[1]` in the second..., one word each `word_s` seconds of sound.

    Beyond the list it hears the last entry again, with an empty list nothing. An entry may be a `Heard`: its doubt
    figures then are those of the answer. `hypotheses` counts the calls. While `is_failing` every call fails as a
    library would.
    """

    def __init__(
        self,
        says: Sequence[str | Heard] = (),
        *,
        word_s: float = 0.25,
        model: str = "fake-speech",
        is_incremental: bool = False,
        languages: frozenset[Language] = frozenset(),
    ) -> None:
        self.model = model
        self.engine = "fake"
        self.languages = languages
        self.is_incremental = is_incremental
        self.is_failing = False
        self.is_closed = False
        self.hypotheses = 0
        self.streams: list[Language] = []
        self._says = list(says)
        self._word_s = word_s

    @override
    def stream(self, language: Language) -> "FakeStream":
        self.check()
        if self.languages and language not in self.languages:
            raise Unavailable("speech", ErrorCode.SPEECH_LANGUAGE, model=self.model, language=language)
        said = self._says[min(len(self.streams), len(self._says) - 1)] if self._says else ""
        self.streams.append(language)
        return FakeStream(self, said if isinstance(said, Heard) else Heard(said), self._word_s)

    @override
    def close(self) -> None:
        self.is_closed = True

    def check(self) -> None:
        """Fail where the fake is told to."""
        if self.is_closed:
            raise Unavailable("speech", ErrorCode.STOPPED, model=self.model)
        if self.is_failing:
            raise Unavailable("speech", ErrorCode.SPEECH_FAILED, model=self.model)


class FakeStream(SpeechStream):
    """One utterance of `FakeSpeech`; `fed` counts its samples."""

    def __init__(self, engine: FakeSpeech, said: Heard, word_s: float) -> None:
        self.fed = 0
        self._engine = engine
        self._said = said
        self._word_s = word_s
        self._is_over = False

    @override
    def feed(self, samples: memoryview) -> None:
        self._check()
        self.fed += len(samples)

    @override
    def hypothesis(self) -> Heard:
        self._check()
        self._engine.hypotheses += 1
        return self._heard()

    @override
    def finish(self) -> Heard:
        self._check()
        self._is_over = True
        return self._heard()

    def _check(self) -> None:
        self._engine.check()
        if self._is_over:
            raise RuntimeError("this utterance is over")

    def _heard(self) -> Heard:
        words = split_words(self._said.text)
        length_s = self.fed / SAMPLE_RATE
        heard = tuple(
            HeardWord(word, index * self._word_s, (index + 1) * self._word_s)
            for index, word in enumerate(words)
            if (index + 1) * self._word_s <= length_s + 1e-9
        )
        return replace(self._said, text="".join(word.text for word in heard), words=heard)
