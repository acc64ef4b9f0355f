"""What stands on air in a show, so that a history can be kept of it: products, sold-out marks and the offer."""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import SessionId, Sku
from livedesk.core.records import Offer, Session, SessionState

_RUNNING = (SessionState.LIVE, SessionState.PAUSED)


class AirKind(StrEnum):
    """What it is that the audience sees of a product."""

    PINNED = "pinned"
    SOLD_OUT = "sold_out"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class OnAir:
    """One thing on air. `since` tells two offers for one product apart; it is 0 for everything else."""

    kind: AirKind
    sku: Sku
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class AirTime:
    """Something was on air in a session from `began_at` to `ended_at` (None: it still is)."""

    session: SessionId
    kind: AirKind
    sku: Sku
    began_at: float
    ended_at: float | None
    offer: Offer | None = None


def on_air(session: Session) -> dict[OnAir, Offer | None]:
    """Return what is on air in `session`, nothing unless it runs; with an offer its words."""
    if session.state not in _RUNNING:
        return {}
    shown: dict[OnAir, Offer | None] = dict.fromkeys(OnAir(AirKind.PINNED, sku) for sku in session.pinned)
    shown |= dict.fromkeys(OnAir(AirKind.SOLD_OUT, sku) for sku in sorted(session.sold_out))
    if session.offer:
        shown[OnAir(AirKind.OFFER, session.offer.sku, session.offer.put_at)] = session.offer
    return shown
