"""A lead: who wants what, how to reach them, and what was said. Complete enough to be exported as it is."""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import BuyerId, Language, LeadId, SessionId, Sku


class LeadScore(StrEnum):
    """How likely a lead is to order."""

    HOT = "hot"
    WARM = "warm"
    COLD = "cold"


class ScoreReason(StrEnum):
    """Why a lead has its score; one value, one sentence in `ui/words.py`."""

    ASKED_QUOTE = "asked_quote"
    GAVE_QUANTITY = "gave_quantity"
    REACHES_MOQ = "reaches_moq"
    GAVE_CONTACT = "gave_contact"
    ASKED_SAMPLE = "asked_sample"
    ASKED_TERMS = "asked_terms"
    ASKED_PRICE = "asked_price"
    ASKED_SEVERAL = "asked_several"
    COMPLAINED = "complained"
    SET_BY_HAND = "set_by_hand"


class ContactKind(StrEnum):
    """By which way a buyer can be reached."""

    EMAIL = "email"
    PHONE = "phone"
    WHATSAPP = "whatsapp"
    WECHAT = "wechat"
    TELEGRAM = "telegram"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a buyer; `value` is an address, a number in international form, or a name there."""

    kind: ContactKind
    value: str


@dataclass(frozen=True, slots=True)
class LeadItem:
    """What a buyer is interested in; `quantity` None where they did not say."""

    sku: Sku
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One line of what a buyer and the booth wrote to each other.

    `text` is as it was written, `translation` in the host's language (of the buyer's words) or in the buyer's (of the
    host's); "" where there is none.
    """

    at: float
    is_from_buyer: bool
    text: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead. `buyer` is None for one that was made by hand; `session` the show it came from.

    `score_reasons` say why `score` is what it is; where SET_BY_HAND is among them a person chose it, whatever the
    others say. `country` is an ISO 3166-1 alpha-2 code or "". `consented_at` is when the buyer agreed, on the phone
    page, to be written to, in the words of `consent`; None where the details are those that the buyer wrote in chat.
    `merged_buyers` are others who turned out to be the same person. `by_hand` names the fields that a person set:
    they no longer follow what the buyer writes.
    """

    id: LeadId
    created_at: float
    changed_at: float
    session: SessionId
    buyer: BuyerId | None = None
    source: str = ""
    name: str = ""
    company: str = ""
    country: str = ""
    language: Language | None = None
    contacts: tuple[Contact, ...] = ()
    items: tuple[LeadItem, ...] = ()
    score: LeadScore = LeadScore.COLD
    score_reasons: tuple[ScoreReason, ...] = ()
    notes: str = ""
    tags: tuple[str, ...] = ()
    transcript: tuple[TranscriptLine, ...] = ()
    consented_at: float | None = None
    consent: str = ""
    merged_buyers: tuple[BuyerId, ...] = ()
    by_hand: frozenset[str] = frozenset()

    @property
    def buyers(self) -> tuple[BuyerId, ...]:
        """All buyers that this lead is about."""
        return (*([self.buyer] if self.buyer else ()), *self.merged_buyers)
