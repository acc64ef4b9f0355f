"""The lines of a booth's tape: what happens in a rehearsal, and when. Times are seconds from the start."""

from dataclasses import dataclass

from livedesk.core.ids import Sku


@dataclass(frozen=True, slots=True)
class HostLine:
    """The host says `text` and takes `seconds` for it."""

    at_s: float
    text: str
    seconds: float


@dataclass(frozen=True, slots=True)
class ChatLine:
    """A buyer writes; a source may deliver the same `external_id` twice."""

    at_s: float
    source: str
    external_id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PinLine:
    """The operator puts a product on air, or takes it off."""

    at_s: float
    sku: Sku
    is_pinned: bool


@dataclass(frozen=True, slots=True)
class SoldOutLine:
    """The operator marks a product sold out."""

    at_s: float
    sku: Sku


@dataclass(frozen=True, slots=True)
class ShowLine:
    """The operator moves the run of show to step `index` (from 0)."""

    at_s: float
    index: int


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """The operator answers the message delivered as `to_external_id`, in the host's language."""

    at_s: float
    to_external_id: str
    text: str


TapeLine = HostLine | ChatLine | PinLine | SoldOutLine | ShowLine | ReplyLine
