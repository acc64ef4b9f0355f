"""Everything that passes a door between rooms or threads.

Commands are imperative and come from a person; facts are in the past tense and come from workers (`Input`) or
from the desk (`Event`). Both unions are closed: a new kind is handled in every `match`. The module is as long as the
list of what can happen.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from livedesk.core.audience.audience import Audience
from livedesk.core.captions.heard import Correction
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.moderation import Bar, ChatRules, Moderation
from livedesk.core.ids import BuyerId, CannedId, Language, LeadId, MessageId, ReplyId, SegmentId, Sku, TermId
from livedesk.core.jobs import Job
from livedesk.core.leads.lead import Contact, Lead, LeadItem
from livedesk.core.links import Link
from livedesk.core.logistics.trace import Batch
from livedesk.core.records import (
    Caption,
    Health,
    Level,
    Message,
    Notice,
    NoticeCode,
    Origin,
    Product,
    Reply,
    Session,
    ShowItem,
)
from livedesk.core.settings import CaptionMode
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.request import TranslateResult
from livedesk.core.translation.terms import Term
from livedesk.core.translation.terms_file import TermsProblem

# --- commands: what a person wants ---


@dataclass(frozen=True, slots=True)
class StartSession:
    """Go live, or rehearse. Ignored while a session runs."""

    name: str
    is_rehearsal: bool


@dataclass(frozen=True, slots=True)
class PauseSession:
    """Stop the clock and the captions; chat goes on."""


@dataclass(frozen=True, slots=True)
class ContinueSession:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class EndSession:
    """End the show for good."""


@dataclass(frozen=True, slots=True)
class AddHostLine:
    """A line typed for the host: a final caption at once."""

    text: str


@dataclass(frozen=True, slots=True)
class PinProduct:
    """Put a product on air (up to three); pinning a fourth is refused with a notice."""

    sku: Sku


@dataclass(frozen=True, slots=True)
class UnpinProduct:
    """Take a product off air."""

    sku: Sku


@dataclass(frozen=True, slots=True)
class MarkSoldOut:
    """Set or clear the sold-out mark."""

    sku: Sku
    is_sold_out: bool


@dataclass(frozen=True, slots=True)
class GoToShowItem:
    """Move the run of show to item `index` (from 0)."""

    index: int


@dataclass(frozen=True, slots=True)
class TranslateMessage:
    """Translate a skipped message after all, or try one again."""

    message: MessageId


@dataclass(frozen=True, slots=True)
class SetMessageLanguage:
    """The operator says which language a message is in; it is translated again."""

    message: MessageId
    language: Language


@dataclass(frozen=True, slots=True)
class DraftReply:
    """The reply box for `message` now holds `text`; asks for a preview.

    `prepared` is the same in the buyer's language where people wrote that beforehand (a canned answer): then no model
    translates it.
    """

    message: MessageId
    text: str
    prepared: str = ""


@dataclass(frozen=True, slots=True)
class SendReply:
    """Answer `message` with `text` in the buyer's language, or as written if the operator insists."""

    message: MessageId
    text: str
    is_private: bool = False
    as_written: bool = False
    figures_checked: bool = False
    """The operator has seen that the figures differ, and means it. Otherwise such a reply does not go."""
    prepared: str = ""
    """As in `DraftReply`."""


@dataclass(frozen=True, slots=True)
class RetryReply:
    """Try a failed reply again."""

    reply: ReplyId


@dataclass(frozen=True, slots=True)
class AcceptFigures:
    """The operator has checked the doubtful figures of a caption."""

    segment: SegmentId


@dataclass(frozen=True, slots=True)
class CorrectCaption:
    """The operator wrote what a final caption is in `language`, or approved it as it is; it is remembered."""

    segment: SegmentId
    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class CorrectMessage:
    """The operator wrote what a message is in the host's language, or approved it; it is remembered."""

    message: MessageId
    text: str


@dataclass(frozen=True, slots=True)
class PutTerms:
    """Add terms to the user's list, or change those with the same id; see `core.translation.terms.merged`."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class RemoveTerms:
    """Take terms off the user's list."""

    terms: tuple[TermId, ...]


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """Translate a line to see what the glossary makes of it; a newer one replaces it."""

    text: str
    source: Language
    target: Language


@dataclass(frozen=True, slots=True)
class DismissNotice:
    """Close a banner."""

    code: NoticeCode


@dataclass(frozen=True, slots=True)
class ChangeLanguages:
    """What the host speaks and what the audience reads, from the next line on."""

    host_language: Language
    audience_languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class SetCaptionMode:
    """How early the audience reads a line that is still being said, from now on."""

    mode: CaptionMode


@dataclass(frozen=True, slots=True)
class UndoCorrection:
    """What was heard was right: correction `index` of a final caption is taken back and the line translated anew."""

    segment: SegmentId
    index: int


@dataclass(frozen=True, slots=True)
class PutProducts:
    """Add products to the catalogue, or change those with the same SKU; one step of undo.

    `based_on` has, for each of them, the product as the editor saw it; then only what differs from it is changed, so
    that a text translated meanwhile stays, and another SKU renames the product in its place. See
    `core.catalogue.revise.rebased`. Empty: the products are taken whole.
    """

    products: tuple[Product, ...]
    based_on: tuple[Product, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveProducts:
    """Take products out of the catalogue; one step of undo."""

    skus: tuple[Sku, ...]


@dataclass(frozen=True, slots=True)
class MoveProduct:
    """Put a product before the one that now stands at place `index` of the catalogue (from 0)."""

    sku: Sku
    index: int


@dataclass(frozen=True, slots=True)
class UndoCatalogue:
    """Take back the last change of the catalogue."""


@dataclass(frozen=True, slots=True)
class RedoCatalogue:
    """Do again what was taken back last."""


@dataclass(frozen=True, slots=True)
class FillTexts:
    """Translate the empty texts of these products into `languages`; each is marked as a machine's."""

    skus: tuple[Sku, ...]
    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class StopFillingTexts:
    """Leave what is still waiting of `FillTexts` empty."""


@dataclass(frozen=True, slots=True)
class ApproveTexts:
    """The operator has read the texts that a machine wrote for these products in `language` (None: in any)."""

    skus: tuple[Sku, ...]
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class SetShow:
    """The run of show as the operator now has it."""

    items: tuple[ShowItem, ...]


@dataclass(frozen=True, slots=True)
class PutOffer:
    """Put an offer on air in the host's words; it goes into the audience's languages by itself."""

    sku: Sku
    text: str
    price: Decimal | None = None
    ends_at: float | None = None


@dataclass(frozen=True, slots=True)
class PutBatch:
    """Add a batch of a product, or change the one with the same code."""

    batch: Batch


@dataclass(frozen=True, slots=True)
class RemoveBatch:
    """Forget a batch."""

    code: str


@dataclass(frozen=True, slots=True)
class ClearOffer:
    """Take the offer off air."""


@dataclass(frozen=True, slots=True)
class HideMessage:
    """Take a message out of sight, or bring it back."""

    message: MessageId
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class BarBuyer:
    """Mute or block a buyer, or (None) let that buyer write again."""

    buyer: BuyerId
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class SetChatRules:
    """What buyers may send, from now on."""

    rules: ChatRules


@dataclass(frozen=True, slots=True)
class ForgetBuyer:
    """Delete everything that is known of a buyer, everywhere."""

    buyer: BuyerId


@dataclass(frozen=True, slots=True)
class MakeLead:
    """Make a lead of the buyer of `message`, or bring the one there is up to date."""

    message: MessageId


@dataclass(frozen=True, slots=True)
class PutLeads:
    """Add leads, or change those with the same id.

    `based_on` has, for each of them, the lead as the editor saw it; then only what differs from it is changed, so
    that what the buyer wrote meanwhile stays. Empty: the leads are taken whole.
    """

    leads: tuple[Lead, ...]
    based_on: tuple[Lead, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveLeads:
    """Take leads off the list."""

    leads: tuple[LeadId, ...]


@dataclass(frozen=True, slots=True)
class MergeLeads:
    """These leads are the same person: `keep` takes what the others hold, and they go."""

    keep: LeadId
    others: tuple[LeadId, ...]


@dataclass(frozen=True, slots=True)
class PutCanned:
    """Add canned answers, or change those with the same id."""

    answers: tuple[CannedAnswer, ...]


@dataclass(frozen=True, slots=True)
class RemoveCanned:
    """Take canned answers off the list."""

    answers: tuple[CannedId, ...]


Command = (
    StartSession
    | PauseSession
    | ContinueSession
    | EndSession
    | AddHostLine
    | PinProduct
    | UnpinProduct
    | MarkSoldOut
    | GoToShowItem
    | TranslateMessage
    | SetMessageLanguage
    | DraftReply
    | SendReply
    | RetryReply
    | AcceptFigures
    | CorrectCaption
    | CorrectMessage
    | PutTerms
    | RemoveTerms
    | PreviewLine
    | DismissNotice
    | ChangeLanguages
    | SetCaptionMode
    | UndoCorrection
    | PutProducts
    | RemoveProducts
    | MoveProduct
    | UndoCatalogue
    | RedoCatalogue
    | FillTexts
    | StopFillingTexts
    | ApproveTexts
    | SetShow
    | PutOffer
    | ClearOffer
    | PutBatch
    | RemoveBatch
    | HideMessage
    | BarBuyer
    | SetChatRules
    | ForgetBuyer
    | MakeLead
    | PutLeads
    | RemoveLeads
    | MergeLeads
    | PutCanned
    | RemoveCanned
)

# --- facts that reach the desk ---


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What the recogniser thinks it heard so far in one utterance; `is_endpoint` marks its last word on it.

    Times are seconds on the session's clock, counted in samples from the moment the sound was taken in. `corrections`
    are what was changed in the text since it was heard. Past `steady_length` characters (None: anywhere) the text may
    still become part of a name or a number, and is not to be taken as agreed.
    """

    utterance: int
    revision: int
    text: str
    t0_s: float
    t1_s: float
    is_endpoint: bool
    origin: Origin = Origin.MICROPHONE
    corrections: tuple[Correction, ...] = ()
    steady_length: int | None = None


@dataclass(frozen=True, slots=True)
class AudioLost:
    """Between these times (seconds on the session's clock) nothing was recognised: frames were lost or skipped."""

    t0_s: float
    t1_s: float


@dataclass(frozen=True, slots=True)
class LevelMeasured:
    """How loud the microphone is, some ten times a second."""

    level: Level


@dataclass(frozen=True, slots=True)
class JobReported:
    """Someone who does a job says how far it is."""

    job: Job


@dataclass(frozen=True, slots=True)
class ChatReceived:
    """A chat source delivered a line. The pair (source, external_id) never counts twice.

    `buyer_key` tells buyers of one source apart where names do not; "" where the name does. `language` is what the
    buyer chose, None to identify it; `reads` the language that this buyer reads, which decides where that is unsure.
    `products` are those that the buyer tapped to ask about them. `platform`, `country` and `photo` as in `Message`.
    """

    source: str
    external_id: str
    buyer_name: str
    text: str
    buyer_key: str = ""
    language: Language | None = None
    platform: str = ""
    country: str = ""
    photo: str = ""
    products: tuple[Sku, ...] = ()
    reads: Language | None = None


@dataclass(frozen=True, slots=True)
class ChatWithdrawn:
    """A platform took back one line (`external_id`), or all lines of one buyer (`buyer_key`): they get hidden."""

    source: str
    external_id: str = ""
    buyer_key: str = ""


@dataclass(frozen=True, slots=True)
class QuoteWanted:
    """A buyer tapped "I want a quote" and agreed to `consent`, on a phone; becomes a lead."""

    source: str
    buyer_key: str
    buyer_name: str
    consent: str
    language: Language
    company: str = ""
    country: str = ""
    contacts: tuple[Contact, ...] = ()
    items: tuple[LeadItem, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReplySent:
    """A chat source took the reply."""

    reply: ReplyId


@dataclass(frozen=True, slots=True)
class ReplyFailed:
    """A chat source could not take the reply; `code` is an `ErrorCode` value."""

    reply: ReplyId
    code: str


@dataclass(frozen=True, slots=True)
class HealthReported:
    """A part says how it is."""

    health: Health


@dataclass(frozen=True, slots=True)
class NoticeRaised:
    """A part has something to tell the operator."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class CatalogueLoaded:
    """The products, the run of show where the booth has one, and what the booth is called in each language."""

    products: tuple[Product, ...]
    show: tuple[ShowItem, ...] = ()
    name: dict[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TermsLoaded:
    """The user's list of terms as it was stored."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class BatchesLoaded:
    """The batches as they were stored."""

    batches: tuple[Batch, ...]


@dataclass(frozen=True, slots=True)
class LeadsLoaded:
    """The leads as they were stored."""

    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class CannedLoaded:
    """The canned answers as they were stored, or ours where none ever were."""

    answers: tuple[CannedAnswer, ...]


@dataclass(frozen=True, slots=True)
class ModerationLoaded:
    """The rules of the chat, and who is barred, as they were stored."""

    moderation: Moderation


@dataclass(frozen=True, slots=True)
class AudienceCounted:
    """How many phones there are now, at most once a second."""

    audience: Audience


@dataclass(frozen=True, slots=True)
class LinkReported:
    """A connection to the outside says how it is."""

    link: Link


@dataclass(frozen=True, slots=True)
class TermsRead:
    """A file of terms was read: what it holds goes to the user's list, what is wrong with it is told."""

    file: str
    terms: tuple[Term, ...]
    problems: tuple[TermsProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionRestored:
    """An unfinished session read back from the store; the show goes on, paused."""

    session: Session
    captions: tuple[Caption, ...]
    messages: tuple[Message, ...]
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Ticked:
    """The desk's timer: open segments are closed after silence, lags are judged."""


Fact = (
    Hypothesis
    | AudioLost
    | LevelMeasured
    | JobReported
    | ChatReceived
    | ChatWithdrawn
    | QuoteWanted
    | TranslateResult
    | ReplySent
    | ReplyFailed
    | HealthReported
    | NoticeRaised
    | CatalogueLoaded
    | TermsLoaded
    | BatchesLoaded
    | LeadsLoaded
    | CannedLoaded
    | ModerationLoaded
    | AudienceCounted
    | LinkReported
    | TermsRead
    | SessionRestored
    | Ticked
)
Input = Command | Fact

# --- facts the desk tells everyone ---


@dataclass(frozen=True, slots=True)
class SessionChanged:
    """The show as it now is."""

    session: Session


@dataclass(frozen=True, slots=True)
class CaptionChanged:
    """A caption as it now is."""

    caption: Caption


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A buyer's message as it now is."""

    message: Message


@dataclass(frozen=True, slots=True)
class ReplyChanged:
    """A reply as it now is."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class CatalogueChanged:
    """The products as they now are, and what the booth is called in each language.

    A product that did not change is the same object as before.
    """

    products: tuple[Product, ...]
    name: dict[Language, str] = field(default_factory=dict)
    can_undo: bool = False
    can_redo: bool = False


@dataclass(frozen=True, slots=True)
class GlossaryChanged:
    """The user's list of terms as it now is; the catalogue's terms follow from the products."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class BatchesChanged:
    """The batches whose way is kept, as they now are, by their code."""

    batches: tuple[Batch, ...]


@dataclass(frozen=True, slots=True)
class LeadsChanged:
    """The leads as they now are, the newest first. One that did not change is the same object as before."""

    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class CannedChanged:
    """The canned answers as they now are, in their order: the first nine have the number keys."""

    answers: tuple[CannedAnswer, ...]


@dataclass(frozen=True, slots=True)
class ModerationChanged:
    """The rules of the chat, and who is barred, as they now are."""

    moderation: Moderation


@dataclass(frozen=True, slots=True)
class AudienceChanged:
    """The phones as they now are."""

    audience: Audience


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """A connection to the outside is different from before."""

    link: Link


@dataclass(frozen=True, slots=True)
class BuyerForgotten:
    """Nothing is known of a buyer any more: these lines and photos of the running session are gone, and in the
    store those of all sessions."""

    buyer: BuyerId
    messages: tuple[MessageId, ...] = ()
    replies: tuple[ReplyId, ...] = ()
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermsImported:
    """So many terms of a file are in the user's list now; `problems` says what was not taken."""

    file: str
    taken: int
    problems: tuple[TermsProblem, ...]


@dataclass(frozen=True, slots=True)
class LineRemembered:
    """A line that a person corrected or approved is to answer when it is said again."""

    line: RememberedLine


@dataclass(frozen=True, slots=True)
class LinePreviewed:
    """What the glossary and the model make of a line that `PreviewLine` asked for."""

    result: TranslateResult


@dataclass(frozen=True, slots=True)
class HealthChanged:
    """A part is different from before."""

    health: Health


@dataclass(frozen=True, slots=True)
class NoticePosted:
    """Show a banner; a second one with the same code replaces it."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class NoticeCleared:
    """Take a banner away."""

    code: NoticeCode


@dataclass(frozen=True, slots=True)
class LevelChanged:
    """How loud the microphone is now."""

    level: Level


@dataclass(frozen=True, slots=True)
class JobChanged:
    """How far a job is now."""

    job: Job


Event = (
    SessionChanged
    | CaptionChanged
    | MessageChanged
    | ReplyChanged
    | CatalogueChanged
    | GlossaryChanged
    | BatchesChanged
    | LeadsChanged
    | CannedChanged
    | ModerationChanged
    | AudienceChanged
    | LinkChanged
    | BuyerForgotten
    | TermsImported
    | LineRemembered
    | LinePreviewed
    | HealthChanged
    | NoticePosted
    | NoticeCleared
    | LevelChanged
    | JobChanged
)


def row_of(event: Event) -> tuple[str, object]:
    """Return what `event` is about; a newer event about the same row replaces it for whoever shows it."""
    match event:
        case CaptionChanged():
            return "caption", event.caption.segment
        case MessageChanged():
            return "message", event.message.id
        case ReplyChanged():
            return "reply", event.reply.id
        case HealthChanged():
            return "health", event.health.part
        case NoticePosted():
            return "notice", event.notice.code
        case NoticeCleared():
            return "notice", event.code
        case SessionChanged():
            return "session", None
        case CatalogueChanged():
            return "catalogue", None
        case GlossaryChanged():
            return "glossary", None
        case BatchesChanged():
            return "batches", None
        case LeadsChanged():
            return "leads", None
        case CannedChanged():
            return "canned", None
        case ModerationChanged():
            return "moderation", None
        case AudienceChanged():
            return "audience", None
        case LinkChanged():
            return "link", event.link.kind
        case BuyerForgotten():
            return "forgotten", event.buyer
        case TermsImported():
            return "import", None
        case LineRemembered():
            return "memory", (event.line.source_language, event.line.target_language, event.line.source)
        case LinePreviewed():
            return "preview", None
        case LevelChanged():
            return "level", None
        case JobChanged():
            return "job", (event.job.kind, event.job.name)
