"""Fakes of core's ports for translating: quick, deterministic, without a model file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import Language
from livedesk.core.ports import (
    EngineLine,
    EngineSource,
    Identified,
    LanguageIdentifier,
    NoEngine,
    TranslationEngine,
)
from livedesk.core.translation.route import Pair


class FakeEngine(TranslationEngine):
    """Translates "hello" into "[en] hello"; lines in `answers` get their answer instead.

    `calls` lists the lines of each call, `prefixes` their prefixes. While `is_failing` every call fails as a library
    would. Tokens are words with SentencePiece's blank; a line of more than `MAX_TOKENS` is cut there and marked, as a
    model's positions would force.
    """

    MAX_TOKENS = 60

    engine = "fake"

    def __init__(
        self,
        target: Language,
        *,
        model: str = "fake-model",
        is_listed: bool = True,
        has_placeholders: bool = True,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        self.model = model
        self.is_listed = is_listed
        self.has_placeholders = has_placeholders
        self.is_failing = False
        self.is_closed = False
        self.calls: list[list[str]] = []
        self.prefixes: list[list[tuple[str, ...]]] = []
        self._target = target
        self._answers = dict(answers or {})

    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
        if self.is_closed:
            raise Unavailable("translation", ErrorCode.STOPPED, model=self.model)
        if self.is_failing:
            raise Unavailable("translation", ErrorCode.ENGINE_FAILED, model=self.model)
        self.calls.append(list(lines))
        self.prefixes.append([tuple(prefix) for prefix in prefixes])
        answers = [self._line(line) for line in lines]
        if not prefixes:
            return answers
        return [_begun(answer, prefix) for answer, prefix in zip(answers, prefixes, strict=True)]

    def close(self) -> None:
        self.is_closed = True

    def put_answer(self, line: str, answer: str) -> None:
        """Answer `line` with `answer` from now on."""
        self._answers[line] = answer

    def _line(self, line: str) -> EngineLine:
        clean = line.encode("utf-8", "replace").decode()
        words = self._answers.get(line, f"[{self._target}] {clean}").split()
        kept = words[: self.MAX_TOKENS]
        return EngineLine(" ".join(kept), tuple(f"▁{word}" for word in kept), len(words) > self.MAX_TOKENS)


def _begun(answer: EngineLine, prefix: Sequence[str]) -> EngineLine:
    """Return an answer whose first words are those of `prefix`."""
    tokens = (*prefix, *answer.tokens[len(prefix) :])
    text = "".join(tokens).replace("▁", " ").strip()
    return replace(answer, text=text, tokens=tokens) if prefix else answer


class FakeEngineSource(EngineSource):
    """Has a `FakeEngine` for each of `pairs`, in `engines`; `installable` are those a manifest would list."""

    def __init__(
        self,
        pairs: Sequence[tuple[Language, Language]],
        *,
        installable: Sequence[tuple[Language, Language]] = (),
        is_listed: bool = True,
    ) -> None:
        self.engines = {
            (source, target): FakeEngine(target, model=f"fake-{source}-{target}", is_listed=is_listed)
            for source, target in pairs
        }
        self._installable = frozenset(installable)

    def directions(self) -> frozenset[Pair]:
        return frozenset(self.engines)

    def installable(self) -> frozenset[Pair]:
        return self._installable

    def engine(self, source: Language, target: Language) -> TranslationEngine:
        if (source, target) not in self.engines:
            raise NoEngine(is_installable=(source, target) in self._installable)
        return self.engines[source, target]

    def close(self) -> None:
        for engine in self.engines.values():
            engine.close()


class FakeLanguageIdentifier(LanguageIdentifier):
    """Knows the lines in `known`; any other line with letters is `default`, with `confidence`."""

    def __init__(
        self, default: Language, *, confidence: float = 1.0, known: Mapping[str, Language] | None = None
    ) -> None:
        self._default = default
        self._confidence = confidence
        self._known = dict(known or {})

    def identify(self, text: str) -> Identified | None:
        if not any(letter.isalpha() for letter in text):
            return None
        if text in self._known:
            return Identified(self._known[text], 1.0)
        return Identified(self._default, self._confidence)
