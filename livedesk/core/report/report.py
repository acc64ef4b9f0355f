"""What a session came to, in figures. Each record says over what it was counted; a share is never stored.

Wherever lines are counted by something, "" stands for those where that is not known, and each line counts once.
Times ending in `_at` are seconds since 1970.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from livedesk.core.chat.intent import Intent
from livedesk.core.ids import BuyerId, Language, MessageId, SessionId, Sku
from livedesk.core.leads.lead import Lead, LeadScore
from livedesk.core.records import Message
from livedesk.core.session.air import AirKind

OTHER = "other"
"""Stands for the intent of a message of which none is known."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of `key`."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency."""

    currency: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ResponseTimes:
    """How long buyers waited for their first answer; None while nobody was answered. `answers` were measured."""

    answers: int = 0
    median_s: float | None = None
    p90_s: float | None = None


@dataclass(frozen=True, slots=True)
class TranslationFigures:
    """How the captions came into one language.

    `untranslated` are those that have no translation, by the `Reason` (or "waiting"); lines that needed none are in
    neither. The lags are of those that a model translated.
    """

    language: Language
    translated: int
    untranslated: tuple[Count, ...] = ()
    lag_p50_ms: int | None = None
    lag_p95_ms: int | None = None


@dataclass(frozen=True, slots=True)
class CaptionFigures:
    """What the host said. A Chinese or Japanese character counts as a word.

    `corrected` are the lines that a person wrote or approved in some language; `to_check` those whose figures, names
    or codes nobody has checked yet. `gaps` are stretches without captions.
    """

    lines: int = 0
    words: int = 0
    corrected: int = 0
    to_check: int = 0
    gaps: int = 0
    gaps_s: float = 0.0
    translations: tuple[TranslationFigures, ...] = ()


@dataclass(frozen=True, slots=True)
class ChatFigures:
    """What buyers wrote. `messages` = `answered` + `unanswered` + `greetings` (those left without an answer).

    Hidden messages are only in `hidden`. `untranslated` is by `Reason` or message state.
    """

    messages: int = 0
    hidden: int = 0
    buyers: int = 0
    answered: int = 0
    unanswered: int = 0
    greetings: int = 0
    replies: int = 0
    private_replies: int = 0
    failed_replies: int = 0
    untranslated: tuple[Count, ...] = ()
    by_language: tuple[Count, ...] = ()
    by_country: tuple[Count, ...] = ()
    by_platform: tuple[Count, ...] = ()
    response: ResponseTimes = ResponseTimes()


@dataclass(frozen=True, slots=True)
class IntentFigures:
    """The messages that ask one thing first of all; `intent` is an `Intent` or OTHER."""

    intent: str
    messages: int
    answered: int
    unanswered: int
    response: ResponseTimes = ResponseTimes()


@dataclass(frozen=True, slots=True)
class CrossRow:
    """The messages about one product ("" for none), by `CrossTable.intents`."""

    sku: Sku
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All messages of the row."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class CrossTable:
    """What was asked of which product. A message counts once: for the product and the intent it names first."""

    intents: tuple[str, ...] = ()
    rows: tuple[CrossRow, ...] = ()

    @property
    def totals(self) -> tuple[int, ...]:
        """The messages of each column."""
        return tuple(sum(row.counts[i] for row in self.rows) for i in range(len(self.intents)))


@dataclass(frozen=True, slots=True)
class ProductFigures:
    """One product in the show. A message that names several products counts for each of them.

    `leads` want it, `quantity` pieces together as far as they said; `on_air_s` is how long it was pinned.
    """

    sku: Sku
    asked: int
    unanswered: int
    leads: int
    quantity: int
    on_air_s: float


class MessageFate(StrEnum):
    """What became of a message; a greeting that was answered is ANSWERED."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message that is not hidden, and how long the buyer waited for the first answer (None: not known)."""

    message: Message
    fate: MessageFate
    waited_s: float | None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A message that nobody answered. `score` is that of the buyer's lead; `has_failed`: an answer did not arrive."""

    message: MessageId
    at: float
    buyer: BuyerId
    buyer_name: str
    platform: str
    country: str
    language: Language | None
    text: str
    translation: str
    products: tuple[Sku, ...]
    intent: Intent | None
    score: LeadScore | None = None
    has_failed: bool = False


@dataclass(frozen=True, slots=True)
class LeadLine:
    """One lead with what its quantities come to at the catalogue's prices, as far as both are known."""

    lead: Lead
    value: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadFigures:
    """The leads of the show, the likeliest first. `by_product` counts a lead for each product it wants."""

    lines: tuple[LeadLine, ...] = ()
    by_score: tuple[Count, ...] = ()
    by_country: tuple[Count, ...] = ()
    by_product: tuple[Count, ...] = ()
    value: tuple[Money, ...] = ()

    def scored(self, score: LeadScore) -> int:
        """Return how many leads have `score`."""
        return next((count.count for count in self.by_score if count.key == score), 0)


@dataclass(frozen=True, slots=True)
class AirSpan:
    """Something was on air. `messages` came in meanwhile."""

    kind: AirKind
    sku: Sku
    began_at: float
    ended_at: float
    messages: int = 0
    offer: dict[Language, str] = field(default_factory=dict)
    price: Money | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """One equal part of the show: how many messages came in it, and the most phones (None: not known)."""

    at: float
    messages: int
    phones: int | None = None


@dataclass(frozen=True, slots=True)
class AudienceFigures:
    """The phones: the most at once, when that was and what they read, and the reactions of the show by kind."""

    peak: int
    peak_at: float
    languages: tuple[Count, ...] = ()
    reactions: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One session. `names` are those of the products that the report speaks of, as far as the catalogue has them.

    `until_at` is when it ended, or for one that has not (`is_ended`) the last that is known of it. `stretches` have
    `stretch_s` seconds each; `open_questions` are sorted by urgency, one buyer's questions together.
    """

    session: SessionId
    name: str
    is_rehearsal: bool
    is_ended: bool
    host_language: Language
    audience_languages: tuple[Language, ...]
    began_at: float
    until_at: float
    live_s: float
    paused_s: float
    captions: CaptionFigures = CaptionFigures()
    chat: ChatFigures = ChatFigures()
    intents: tuple[IntentFigures, ...] = ()
    cross: CrossTable = CrossTable()
    products: tuple[ProductFigures, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    leads: LeadFigures = LeadFigures()
    on_air: tuple[AirSpan, ...] = ()
    stretch_s: int = 60
    stretches: tuple[Stretch, ...] = ()
    audience: AudienceFigures | None = None
    names: dict[Sku, dict[Language, str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said, nothing written and no lead made."""
        return not (self.captions.lines or self.chat.messages or self.chat.hidden or self.leads.lines)
