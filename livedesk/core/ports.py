"""What the desk needs from the outside; adapters implement these, tests bring fakes.

Each port has one contract class in `tests/contracts/` that the fake and every real implementation pass.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from livedesk.core.events import Event
from livedesk.core.ids import Language
from livedesk.core.records import Message, Reason, Reply
from livedesk.core.translation.route import Pair


class Clock(Protocol):
    """Time as the desk sees it: seconds since 1970, never running backwards."""

    def now(self) -> float:
        """Return the current time."""
        ...


@dataclass(frozen=True, slots=True)
class EngineLine:
    """One translated line: the text and the target tokens it was made of, without `</s>`.

    `hit_limit` says that the engine stopped at the length cap instead of at the end of the sentence; `refused`
    why a line did not get past the first of two models.
    """

    text: str
    tokens: tuple[str, ...]
    hit_limit: bool
    refused: Reason | None = None


class TranslationEngine(Protocol):
    """One loaded MarianMT model for one direction. Only the thread that opened it may call it.

    `model` is the folder's name, `engine` "ct2" or "transformers", `is_listed` whether the manifest knows the
    model, `has_placeholders` whether it was trained to copy the symbols ⟦1⟧ to ⟦9⟧. `translate` is greedy, takes
    any number of non-blank lines and keeps their order; it caps the output near 2 x source tokens + 10. Raises
    `Unavailable("translation", ...)` when the library fails, and `GaveWay` where it was made with an
    `Interruption` that stopped it.
    """

    model: str
    engine: str
    is_listed: bool
    has_placeholders: bool

    def translate(self, lines: Sequence[str]) -> list[EngineLine]:
        """Translate each line on its own."""
        ...

    def close(self) -> None:
        """Free the model's memory."""
        ...


class GaveWay(Exception):  # noqa: N818
    """A call of an engine was stopped half way for something more urgent; nothing came of it. Ask again later."""


class Interruption(Protocol):
    """Lets more urgent work stop the call in hand. An engine asks it at each token, from any thread."""

    def is_possible(self) -> bool:
        """Whether the call that begins now may be stopped at all."""
        ...

    def is_wanted(self) -> bool:
        """Whether the call in hand should stop now."""
        ...


class NoEngine(Exception):  # noqa: N818
    """There is no engine for a direction.

    `is_installable` says that the manifest lists a model that could be installed, `missing` for which directions
    (those of the way through English, for example); `code` is an `ErrorCode` value when a model folder is there
    but cannot be used.
    """

    def __init__(
        self, *, is_installable: bool, code: str = "", detail: str = "", missing: tuple[Pair, ...] = ()
    ) -> None:
        super().__init__(f"installable={is_installable} {code} {detail}".strip())
        self.is_installable = is_installable
        self.code = code
        self.detail = detail
        self.missing = missing


class EngineSource(Protocol):
    """Opens the engine for a direction, once, and keeps it."""

    def directions(self) -> frozenset[Pair]:
        """Return the directions for which a model is installed, also one that turns out to be damaged."""
        ...

    def installable(self) -> frozenset[Pair]:
        """Return the directions for which the manifest lists a model."""
        ...

    def engine(self, source: Language, target: Language) -> TranslationEngine:
        """Return the engine; raises `NoEngine`."""
        ...

    def close(self) -> None:
        """Close every engine that was opened."""
        ...


@dataclass(frozen=True, slots=True)
class Identified:
    """The language of a short text and how sure that is, from 0 to 1.

    `possible` are all languages switched on that the text could be in by its script, the language itself included:
    an Arabic line is never English, whatever the session's default is.
    """

    language: Language
    confidence: float
    possible: tuple[Language, ...] = ()


class LanguageIdentifier(Protocol):
    """Says which language a short line is in."""

    def identify(self, text: str) -> Identified | None:
        """Return None where the text has no letters to go by."""
        ...


class SentenceSplitter(Protocol):
    """Finds where sentences end. Called on the translation worker."""

    def split(self, text: str, language: Language) -> list[str]:
        """Return the sentences of `text`, blanks and all: put together they are `text` again."""
        ...


class ScriptConverter(Protocol):
    """Turns Traditional Chinese into Simplified, which the models are made for."""

    def to_simplified(self, text: str) -> str:
        """Return `text` in Simplified characters; all that is not Chinese stays as it is."""
        ...


class PhraseMatcher(Protocol):
    """Finds all of many phrases in a text at once."""

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Return (start, end, number of the phrase) for every occurrence, also where they overlap."""
        ...


class NearestText(Protocol):
    """Finds the text that is most like another."""

    def nearest(self, text: str, among: Sequence[str], least: float) -> int | None:
        """Return the place of the one most like `text`, None where none is alike by `least` (0 to 1)."""
        ...


class ChatSource(Protocol):
    """Where messages come from and replies go to. `send` runs on the desk and raises `Unavailable`."""

    name: str

    async def send(self, message: Message, reply: Reply) -> None:
        """Deliver `reply` to the author of `message`."""
        ...


class EventSink(Protocol):
    """Keeps what happened; called on the store thread only. Raises `Unavailable("store", ...)`."""

    def write(self, events: Sequence[Event]) -> None:
        """Write all of `events` in one transaction, in order."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...
