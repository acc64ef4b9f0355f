"""The show's own rules: its states, its clock, what is on air, the run of show. Pure steps from session to session.

IDLE > LIVE <> PAUSED > ENDED > LIVE (a new session). A command that does not fit the state changes nothing.
"""

from dataclasses import replace
from datetime import UTC, datetime

from livedesk.core.ids import Language, SessionId, Sku
from livedesk.core.records import Session, SessionState, ShowItem

MAX_PINNED = 3


def idle(host_language: Language, audience_languages: tuple[Language, ...]) -> Session:
    """Return the session before any show: it has no id and is never stored."""
    return Session(SessionId(""), "", SessionState.IDLE, False, host_language, audience_languages)


def session_id(now: float) -> SessionId:
    """Return an id that sorts by time and is unique to the millisecond."""
    moment = datetime.fromtimestamp(now, UTC)
    return SessionId(f"{moment:%Y%m%d-%H%M%S}-{moment.microsecond // 1000:03d}")


def started(session: Session, name: str, now: float, *, is_rehearsal: bool) -> Session:
    """Return a new running session; what is pinned, offered and sold out stays."""
    own_id = session_id(now)
    return Session(
        id=own_id if own_id != session.id else session_id(now + 0.001),
        name=name,
        state=SessionState.LIVE,
        is_rehearsal=is_rehearsal,
        host_language=session.host_language,
        audience_languages=session.audience_languages,
        started_at=now,
        running_since=now,
        pinned=session.pinned,
        sold_out=session.sold_out,
        show=session.show,
        show_index=0,
        show_item_since=now,
        offer=session.offer and replace(session.offer, put_at=now),
    )


def time_s(session: Session, now: float) -> float:
    """Return the time on the session's clock: time live, pauses left out."""
    return session.ran_s + (now - session.running_since if session.running_since is not None else 0.0)


def paused(session: Session, now: float) -> Session:
    """Return the session paused, its clock stopped."""
    if session.state is not SessionState.LIVE:
        return session
    return replace(session, state=SessionState.PAUSED, ran_s=time_s(session, now), running_since=None)


def continued(session: Session, now: float) -> Session:
    """Return the session live again."""
    if session.state is not SessionState.PAUSED:
        return session
    return replace(session, state=SessionState.LIVE, running_since=now)


def ended(session: Session, now: float) -> Session:
    """Return the session ended; an offer ends with it."""
    if session.state not in (SessionState.LIVE, SessionState.PAUSED):
        return session
    return replace(
        session,
        state=SessionState.ENDED,
        ran_s=time_s(session, now),
        running_since=None,
        ended_at=now,
        offer=None,
    )


def restored(session: Session, seen_at: float) -> Session:
    """Return a stored, unfinished session as it goes on: paused, its clock as far as the last line, at `seen_at`."""
    running_since = session.running_since
    lived_s = time_s(session, max(seen_at, running_since)) if running_since is not None else session.ran_s
    return replace(session, state=SessionState.PAUSED, ran_s=lived_s, running_since=None)


def can_pin(session: Session, sku: Sku) -> bool:
    """Whether there is room on air for `sku` (or it is there already)."""
    return sku in session.pinned or len(session.pinned) < MAX_PINNED


def pinned(session: Session, sku: Sku) -> Session:
    """Return the session with `sku` on air, last in line."""
    return session if sku in session.pinned else replace(session, pinned=(*session.pinned, sku))


def unpinned(session: Session, sku: Sku) -> Session:
    """Return the session with `sku` off air."""
    return replace(session, pinned=tuple(s for s in session.pinned if s != sku))


def marked(session: Session, sku: Sku, *, is_sold_out: bool) -> Session:
    """Return the session with `sku` marked sold out, or not."""
    changed = session.sold_out | {sku} if is_sold_out else session.sold_out - {sku}
    return replace(session, sold_out=changed)


def at_item(session: Session, index: int, now: float) -> Session:
    """Return the session at step `index` of its run of show; unchanged where there is none."""
    if not 0 <= index < len(session.show) or index == session.show_index:
        return session
    return replace(session, show_index=index, show_item_since=now)


def loaded(session: Session, items: tuple[ShowItem, ...], now: float) -> Session:
    """Return the session with a booth's own run of show, where it has one."""
    session = replace(session, show=items or session.show)
    is_beyond = session.show_index >= len(session.show)
    return replace(session, show_index=0, show_item_since=now) if is_beyond else session


def with_show(session: Session, items: tuple[ShowItem, ...], now: float) -> Session:
    """Return the session with another run of show, at the same step where that is still in it."""
    if items == session.show:
        return session
    current = session.show[session.show_index] if session.show_index < len(session.show) else None
    if current in items:
        places = [place for place, item in enumerate(items) if item == current]
        nearest = min(places, key=lambda place: abs(place - session.show_index))
        return replace(session, show=items, show_index=nearest)
    is_changed_only = len(items) == len(session.show) and current is not None
    if is_changed_only:
        return replace(session, show=items)
    index = min(session.show_index, max(0, len(items) - 1))
    return replace(session, show=items, show_index=index, show_item_since=now)


def renamed(session: Session, old: Sku, new: Sku) -> Session:
    """Return the session with a product's new SKU wherever the old one stood."""

    def swapped(skus: tuple[Sku, ...]) -> tuple[Sku, ...]:
        return tuple(new if sku == old else sku for sku in skus)

    offer = session.offer
    return replace(
        session,
        pinned=swapped(session.pinned),
        sold_out=frozenset(swapped(tuple(session.sold_out))),
        show=tuple(
            replace(item, skus=swapped(item.skus)) if old in item.skus else item for item in session.show
        ),
        offer=replace(offer, sku=new) if offer and offer.sku == old else offer,
    )


def without_old_offer(session: Session, now: float) -> Session:
    """Return the session without an offer whose time is over."""
    offer = session.offer
    if offer is None or offer.ends_at is None or now < offer.ends_at:
        return session
    return replace(session, offer=None)
