"""The records that events carry: frozen, and complete enough to be shown, stored or sent as they are.

Times ending in `_at` are seconds since 1970 (UTC); times ending in `_s` are seconds on the session's clock.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from livedesk.core.captions.heard import Correction
from livedesk.core.catalogue.product import Product
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import HiddenWhy
from livedesk.core.ids import BuyerId, Language, MessageId, ReplyId, SegmentId, SessionId, Sku

__all__ = [
    "Caption",
    "Health",
    "HealthState",
    "Level",
    "LineWarning",
    "Message",
    "MessageState",
    "Microphone",
    "Notice",
    "NoticeCode",
    "NoticeLevel",
    "Offer",
    "Origin",
    "Part",
    "Product",
    "Reason",
    "Reply",
    "ReplyState",
    "Session",
    "SessionState",
    "ShowItem",
    "Translation",
    "WarningKind",
]


class SessionState(StrEnum):
    """Where the show is. LIVE also covers a rehearsal; `Session.is_rehearsal` tells them apart."""

    IDLE = "idle"
    LIVE = "live"
    PAUSED = "paused"
    ENDED = "ended"


class Origin(StrEnum):
    """How a host line reached the desk."""

    MICROPHONE = "microphone"
    TYPED = "typed"
    TAPE = "tape"


class Reason(StrEnum):
    """Why a line has no translation of its own. The source text is shown in its place."""

    NO_MODEL = "no_model"
    NO_PATH = "no_path"
    SAME_LANGUAGE = "same_language"
    NOTHING_TO_TRANSLATE = "nothing_to_translate"
    LOOP = "loop"
    EMPTY = "empty"
    INVENTED = "invented"
    SHORTENED = "shortened"
    NOT_TRANSLATED = "not_translated"
    WRONG_LANGUAGE = "wrong_language"
    ENGINE_FAILED = "engine_failed"
    SKIPPED = "skipped"
    STOPPED = "stopped"


class WarningKind(StrEnum):
    """What is doubtful in a translation, or was put right in it."""

    FIGURES = "figures"
    FIGURES_REPAIRED = "figures_repaired"
    TERM_LOST = "term_lost"


@dataclass(frozen=True, slots=True)
class LineWarning:
    """A doubt about one translation.

    For FIGURES the values found on one side only, normalised; for TERM_LOST the names and codes of the source that
    the translation lacks, as they stand there. For FIGURES_REPAIRED `in_translation` is what the model had written;
    the text already says what the source says.
    """

    kind: WarningKind
    in_source: tuple[str, ...] = ()
    in_translation: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        """Both sides as one language-free text: "12400 | 12000"."""
        return f"{' '.join(self.in_source) or '-'} | {' '.join(self.in_translation) or '-'}"


@dataclass(frozen=True, slots=True)
class Translation:
    """One line in one other language.

    `text` is empty when `reason` says why there is none; it is the source itself for SAME_LANGUAGE and
    NOTHING_TO_TRANSLATE. The first `stable_length` characters will not change
    any more; for a final that is all of them. `lag_ms` runs from the request to the result. `is_corrected`: a
    person wrote it, or approved it.
    """

    language: Language
    text: str
    source_revision: int
    stable_length: int
    is_final: bool
    reason: Reason | None = None
    warnings: tuple[LineWarning, ...] = ()
    lag_ms: int = 0
    model: str = ""
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """One segment of what the host says, with its translations in the order of the audience languages.

    `corrections` are what the desk changed in the text that was heard; each can be undone. `gap_s` is above 0 for a
    stretch without captions (sound that was lost or skipped); then there is no text.
    """

    segment: SegmentId
    revision: int
    language: Language
    text: str
    agreed_length: int
    is_final: bool
    origin: Origin
    t0_s: float
    t1_s: float
    heard_at: float
    translations: tuple[Translation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    gap_s: float = 0.0

    def translation(self, language: Language) -> Translation | None:
        """Return the translation into `language`, if there is one yet."""
        return next((t for t in self.translations if t.language == language), None)


class MessageState(StrEnum):
    """How far a buyer's message has come."""

    WAITING = "waiting"
    TRANSLATED = "translated"
    UNTRANSLATED = "untranslated"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Message:
    """One line from a buyer. `language` is None until it was identified; `products` are those it speaks of.

    `platform` is where the buyer wrote, where that is not the source itself: the inlet delivers for many. `country`
    is an ISO 3166-1 alpha-2 code, "" where unknown. `photo` names a picture that came with it. A message that is
    `hidden` is for the operator only. `intents` are what it asks, the likeliest first.
    """

    id: MessageId
    source: str
    external_id: str
    buyer: BuyerId
    buyer_name: str
    text: str
    received_at: float
    language: Language | None = None
    is_language_sure: bool = False
    state: MessageState = MessageState.WAITING
    revision: int = 0
    translation: Translation | None = None
    is_answered: bool = False
    products: tuple[Sku, ...] = ()
    platform: str = ""
    country: str = ""
    photo: str = ""
    hidden: HiddenWhy | None = None
    intents: tuple[Intent, ...] = ()


class ReplyState(StrEnum):
    """TYPED > TRANSLATED > CHECKED > SENDING > SENT, or FAILED at any step."""

    TYPED = "typed"
    TRANSLATED = "translated"
    CHECKED = "checked"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Reply:
    """The host's answer to one message.

    `text` is in the host's language, `translation` in the buyer's, `back` the translation read back in the
    host's language. `failure` is a `Reason` or an `ErrorCode` value when the state is FAILED. `others` are the
    translations of a public answer into the other audience languages, for those who read along.
    """

    id: ReplyId
    message: MessageId
    revision: int
    text: str
    language: Language
    state: ReplyState
    changed_at: float
    translation: Translation | None = None
    back: Translation | None = None
    is_private: bool = False
    failure: str = ""
    others: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowItem:
    """One step of the run of show: what to say about which products, in each language filled in."""

    title: dict[Language, str]
    minutes: float
    skus: tuple[Sku, ...] = ()
    script: dict[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """A special price on air: what it says in the host's language, for which product, until when.

    `texts` are the host's own words and their translations; `ends_at` None: until it is taken away. `put_at` is when
    it went on air, and tells it from the next one.
    """

    sku: Sku
    texts: dict[Language, str]
    price: Decimal | None = None
    currency: str = ""
    ends_at: float | None = None
    put_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Session:
    """The show as everyone sees it.

    `ran_s` is the time live until `running_since` (None while paused or stopped), so a timer shows
    `ran_s + (now - running_since)`.
    """

    id: SessionId
    name: str
    state: SessionState
    is_rehearsal: bool
    host_language: Language
    audience_languages: tuple[Language, ...]
    started_at: float = 0.0
    ended_at: float = 0.0
    ran_s: float = 0.0
    running_since: float | None = None
    pinned: tuple[Sku, ...] = ()
    sold_out: frozenset[Sku] = frozenset()
    show: tuple[ShowItem, ...] = ()
    show_index: int = 0
    show_item_since: float = 0.0
    unanswered: int = 0
    messages: int = 0
    doubts: int = 0
    offer: Offer | None = None


class Part(StrEnum):
    """The parts that the status strip shows."""

    MICROPHONE = "microphone"
    SPEECH = "speech"
    TRANSLATION = "translation"
    STORE = "store"


class HealthState(StrEnum):
    """How a part is. BEHIND still works, but later than it should."""

    OFF = "off"
    STARTING = "starting"
    OK = "ok"
    BEHIND = "behind"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Health:
    """State of one part; `code` is an `ErrorCode` or `Reason` value when something is wrong.

    `detail` names the microphone, or the model, that is meant.
    """

    part: Part
    state: HealthState
    lag_ms: int = 0
    code: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Microphone:
    """A sound input that can be chosen. `id` names it across restarts, `name` is what its maker calls it."""

    id: str
    name: str
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the microphone is: the loudest sample and the root mean square since the last word, 0 to 1."""

    peak: float
    rms: float
    is_clipped: bool = False


class NoticeLevel(StrEnum):
    """How loud a notice is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class NoticeCode(StrEnum):
    """What the banner can say; one value, one sentence in `ui/words.py`."""

    NO_MODEL = "no_model"
    MODEL_BROKEN = "model_broken"
    UNLISTED_MODEL = "unlisted_model"
    UNFINISHED_SESSION = "unfinished_session"
    STORE_FAILED = "store_failed"
    DATABASE_KEPT_ASIDE = "database_kept_aside"
    SETTINGS_RESET = "settings_reset"
    BEHIND = "behind"
    SESSION_SAVED = "session_saved"
    CATALOGUE_FAILED = "catalogue_failed"
    REPLY_COPIED = "reply_copied"
    MODEL_INSTALLED = "model_installed"
    EXPORTED = "exported"
    EXPORT_FAILED = "export_failed"
    TERMS_NOT_WRITTEN = "terms_not_written"
    TERMS_NOT_READ = "terms_not_read"
    WORKER_FAILED = "worker_failed"
    PIN_LIMIT = "pin_limit"
    PRACTICE_ONLY = "practice_only"
    MICROPHONE_FAILED = "microphone_failed"
    MICROPHONE_CHANGED = "microphone_changed"
    SPEECH_MODEL_MISSING = "speech_model_missing"
    RECORDING_FAILED = "recording_failed"
    NUMBER_TAKEN = "number_taken"
    SKU_TAKEN = "sku_taken"
    OFFER_NOT_TRANSLATED = "offer_not_translated"
    PICTURES_FAILED = "pictures_failed"
    ROUTE_FAILED = "route_failed"
    AUDIENCE_MOVED = "audience_moved"
    AUDIENCE_FAILED = "audience_failed"
    CHAT_FAILED = "chat_failed"
    REPLAY_FAILED = "replay_failed"
    OBS_FAILED = "obs_failed"
    LEAD_MADE = "lead_made"
    LEAD_KEPT = "lead_kept"
    BUYER_FORGOTTEN = "buyer_forgotten"
    LEADS_FAILED = "leads_failed"
    REPORT_FAILED = "report_failed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the operator should know, shown as a banner until dismissed."""

    code: NoticeCode
    level: NoticeLevel
    params: dict[str, str | int] = field(default_factory=dict)
