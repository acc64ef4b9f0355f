"""What the desk needs from the outside; adapters implement these, tests bring fakes.

Each port has one contract class in `tests/contracts/` that the fake and every real implementation pass.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from livedesk.core.captions.heard import Heard
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import ChatReceived, ChatWithdrawn, Event
from livedesk.core.ids import Language
from livedesk.core.links import LinkKind
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
    any number of non-blank lines and keeps their order; it caps the output near 2 x source tokens + 10. With
    `prefixes`, one for each line, an answer begins with those tokens, which must come from earlier answers of this
    engine, and goes on from there; an empty one asks for nothing. Raises `Unavailable("translation", ...)` when the
    library fails, and `GaveWay` where it was made with an `Interruption` that stopped it.
    """

    model: str
    engine: str
    is_listed: bool
    has_placeholders: bool

    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
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


@dataclass(frozen=True, slots=True)
class AudioBlock:
    """Sound as it came in: float32 samples, mono, 16 kHz (`memoryview` of format "f").

    `start` counts the samples since the source was opened, lost ones included; `lost` says how many were lost right
    before this block.
    """

    samples: memoryview
    start: int
    lost: int = 0


class AudioSource(Protocol):
    """A microphone or a file. `open`, `read` and `close` are called on the `asr` thread only.

    `name` is what a person calls it. A source that was closed can be opened again.
    """

    name: str

    def open(self) -> None:
        """Begin to take in sound; raises `Unavailable("microphone", code)`."""
        ...

    def read(self, timeout_s: float) -> AudioBlock | None:
        """Return the sound that came in since the last call, None where there is none after `timeout_s`.

        Raises `Unavailable("microphone", code)` when the device went away, `EOFError` at the end of a file.
        """
        ...

    def close(self) -> None:
        """Let the device go; does nothing where it is not open."""
        ...


class VoiceDetector(Protocol):
    """Says how likely it is that someone speaks. It has a memory; `reset` clears it. `asr` thread only."""

    def probability(self, frame: memoryview) -> float:
        """Return the probability (0 to 1) of voice in the next `FRAME` samples."""
        ...

    def reset(self) -> None:
        """Forget what was heard."""
        ...


class SpeechStream(Protocol):
    """One utterance being recognised, from its first sample on."""

    def feed(self, samples: memoryview) -> None:
        """Take the next sound of the utterance."""
        ...

    def hypothesis(self) -> Heard:
        """Return what is heard so far; may take a while, so ask no more often than the machine allows."""
        ...

    def finish(self) -> Heard:
        """Return the last word on the whole utterance; nothing may be fed after it."""
        ...


class SpeechEngine(Protocol):
    """One loaded speech model. Only the thread that opened it may call it.

    `model` is the folder's name, `engine` "whisper" or "zipformer", `languages` what it was trained for (empty: any).
    `is_incremental` says that a hypothesis costs no more the longer the utterance is.
    """

    model: str
    engine: str
    languages: frozenset[Language]
    is_incremental: bool

    def stream(self, language: Language) -> SpeechStream:
        """Begin an utterance in `language`; raises `Unavailable("speech", ...)` when the library fails."""
        ...

    def close(self) -> None:
        """Free the model's memory."""
        ...


class Phonetics(Protocol):
    """How Chinese text sounds."""

    def syllables(self, text: str) -> list[str]:
        """Return one entry for each character of `text`: pinyin without tone, the character itself elsewhere."""
        ...


class CommonWords(Protocol):
    """Knows what is ordinary Chinese."""

    def is_common(self, pair: str) -> bool:
        """Return whether these two characters often stand side by side, as a word or in one."""
        ...


class SpokenNumbers(Protocol):
    """Reads Chinese numerals."""

    def to_digits(self, numeral: str) -> str | None:
        """Return the digits ("12400", "3.5") of a whole numeral, None where reading it back differs from it."""
        ...


class ChatSource(Protocol):
    """Where messages come from and replies go to. `send` runs on the desk and raises `Unavailable`."""

    name: str

    async def send(self, message: Message, reply: Reply) -> None:
        """Deliver `reply` to the author of `message`."""
        ...


class ConnectionLost(Unavailable):
    """A chat connection ended; the code says why.

    `tries_again` is False where that makes no sense before a person changed something. `wait_s` is the least wait
    that the other side asked for.
    """

    def __init__(
        self, code: ErrorCode, *, tries_again: bool = True, wait_s: float = 0.0, **params: str | int
    ) -> None:
        super().__init__("chat", code, **params)
        self.tries_again = tries_again
        self.wait_s = wait_s


class ChatListener(Protocol):
    """Whom a chat connection tells what happens. Called on the thread `net`; every call returns at once."""

    def connected(self, pace_s: float = 0.0) -> None:
        """Messages can come now; `pace_s` where the connection asks for them at intervals, and when that changes."""
        ...

    def received(self, chat: ChatReceived) -> None:
        """Take a line."""
        ...

    def withdrawn(self, lines: ChatWithdrawn) -> None:
        """Note that the platform took lines back."""
        ...


class ChatConnection(Protocol):
    """A chat that livedesk connects to by itself. All of it runs on the thread `net`.

    `name` is what its messages carry as source, `kind` its link, `address` what it is connected to (a channel),
    `can_send` whether answers can go back. A connection that ended can be run again.
    """

    name: str
    kind: LinkKind
    address: str
    can_send: bool

    async def run(self, listener: ChatListener) -> None:
        """Connect and deliver until cancelled. Returns at the end of what there is; raises `ConnectionLost`."""
        ...

    async def send(self, message: Message, reply: Reply) -> None:
        """Deliver `reply`, a private one never to all.

        Raises `Unavailable("chat", code)`: READ_ONLY, PUBLIC_ONLY, TOO_LONG with `most`, TOO_MANY, SOURCE_CLOSED,
        CANNOT_SEND.
        """
        ...


class EventSink(Protocol):
    """Keeps what happened; called on the store thread only. Raises `Unavailable("store", ...)`."""

    def write(self, events: Sequence[Event]) -> None:
        """Write all of `events` in one transaction, in order."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...
