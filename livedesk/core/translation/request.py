"""What is asked of the translation worker, and what comes back. Both are plain values that pass any door."""

from dataclasses import dataclass
from enum import IntEnum

from livedesk.core.ids import Language, Sku
from livedesk.core.records import LineWarning, Reason
from livedesk.core.translation.terms import TermUse

MEMORY = "memory"


class Work(IntEnum):
    """Kinds of translation work; a smaller value goes first (see `order.py`)."""

    FINAL_CAPTION = 0
    REPLY_TO_SEND = 1
    CHAT_MESSAGE = 2
    CAPTION_PARTIAL = 3
    REPLY_PREVIEW = 4
    PUBLIC_ANSWER = 5
    """A public answer, for those who read along in another language than the asker's."""
    CATALOGUE = 6
    GLOSSARY_PREVIEW = 7


@dataclass(frozen=True, slots=True)
class TranslateRequest:
    """Translate `text` of item `item` (segment, message or reply id, by kind of work) into `target`.

    `source` None asks to identify the language; then `hints` are tried in order when the identifier is unsure
    (this buyer's last language, the session's default). `is_back` marks the reading back of a reply.
    `asked_at` is the desk's clock when the request was made; `on_air` are the products then pinned, or those that the
    text is about, which settle what an ambiguous word means.
    """

    work: Work
    item: int
    revision: int
    text: str
    source: Language | None
    target: Language
    asked_at: float
    hints: tuple[Language, ...] = ()
    is_back: bool = False
    on_air: tuple[Sku, ...] = ()

    @property
    def slot(self) -> tuple[int, Language, bool]:
        """What a newer request of the same disposable work replaces."""
        return self.item, self.target, self.is_back


@dataclass(frozen=True, slots=True)
class TranslateResult:
    """The answer to one request. `text` is empty and `reason` set where there is no translation.

    `engine` is MEMORY for a line that a person translated before; `terms` are the glossary's, for a preview.
    """

    request: TranslateRequest
    text: str
    language: Language
    is_language_sure: bool
    reason: Reason | None = None
    warnings: tuple[LineWarning, ...] = ()
    ms: float = 0.0
    model: str = ""
    engine: str = ""
    terms: tuple[TermUse, ...] = ()
