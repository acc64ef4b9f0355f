"""Where a batch of a product has been: its events from production to sale, and the text behind its QR code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from livedesk.core.ids import Sku


class TraceKind(StrEnum):
    """What happened to a batch, in the usual order."""

    PRODUCTION = "production"
    INSPECTION = "inspection"
    PACKING = "packing"
    SHIPPING = "shipping"
    SALE = "sale"


@dataclass(frozen=True, slots=True)
class TraceEvent:
    """One event: `on` is an ISO date, `place` and `note` are as the operator wrote them."""

    kind: TraceKind
    on: str
    place: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch of a product, named by `code` as it is printed on the carton; events in order of time."""

    code: str
    sku: Sku
    events: tuple[TraceEvent, ...] = ()


class TraceDoubt(StrEnum):
    """Why a batch's card should not be shown yet."""

    NO_CODE = "no_code"
    NO_EVENTS = "no_events"
    NO_DATE = "no_date"
    BAD_DATE = "bad_date"
    IN_FUTURE = "in_future"
    OUT_OF_ORDER = "out_of_order"
    NO_PLACE = "no_place"


def in_order(events: Sequence[TraceEvent]) -> tuple[TraceEvent, ...]:
    """Return `events` by date; those of one day in the usual order, those without a date last."""
    kinds = list(TraceKind)
    return tuple(sorted(events, key=lambda e: (e.on or "9999", kinds.index(e.kind))))


def check(batch: Batch, today: str) -> tuple[tuple[int | None, TraceDoubt], ...]:
    """Return what is doubtful in `batch`, each with the place of its event (None: the batch itself)."""
    doubts: list[tuple[int | None, TraceDoubt]] = []
    if not batch.code.strip():
        doubts.append((None, TraceDoubt.NO_CODE))
    if not batch.events:
        doubts.append((None, TraceDoubt.NO_EVENTS))
    kinds = list(TraceKind)
    latest = -1
    for index, event in enumerate(batch.events):
        if not event.place.strip():
            doubts.append((index, TraceDoubt.NO_PLACE))
        if not event.on:
            doubts.append((index, TraceDoubt.NO_DATE))
        elif not _is_date(event.on):
            doubts.append((index, TraceDoubt.BAD_DATE))
        elif event.on > today:
            doubts.append((index, TraceDoubt.IN_FUTURE))
        if kinds.index(event.kind) < latest:
            doubts.append((index, TraceDoubt.OUT_OF_ORDER))
        latest = max(latest, kinds.index(event.kind))
    return tuple(doubts)


def qr_text(batch: Batch, product_name: str, kind_names: dict[TraceKind, str]) -> str:
    """Return what a phone shows that scans the card: plain lines, for there is no website behind it."""
    lines = [f"{product_name} ({batch.sku})", batch.code]
    lines += [
        " ".join(part for part in (event.on, kind_names[event.kind], event.place, event.note) if part)
        for event in batch.events
    ]
    return "\n".join(lines)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
