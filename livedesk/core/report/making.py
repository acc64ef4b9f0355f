"""Makes the report of a session from what is stored of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from livedesk.core.catalogue.product import Product
from livedesk.core.events import SessionRestored
from livedesk.core.ids import Language, Sku
from livedesk.core.leads.lead import Lead
from livedesk.core.records import SessionState
from livedesk.core.report.captions import caption_figures
from livedesk.core.report.chat import Chat
from livedesk.core.report.leads import lead_figures, leads_of
from livedesk.core.report.minutes import AudienceMinute
from livedesk.core.report.report import AirSpan, MessageLine, ProductFigures, Report
from livedesk.core.report.timeline import air_spans, audience_figures, stretches_of
from livedesk.core.session.air import AirKind, AirTime
from livedesk.core.session.show import time_s


@dataclass(frozen=True, slots=True)
class Stored:
    """All that is stored of a session; `leads` may be those of all sessions, `products` those of today."""

    data: SessionRestored
    history: tuple[AirTime, ...] = ()
    leads: tuple[Lead, ...] = ()
    products: tuple[Product, ...] = ()
    audience: tuple[AudienceMinute, ...] = ()


def make_report(stored: Stored) -> Report:
    """Return the report. The same data give the same report: no clock is read."""
    session, data = stored.data.session, stored.data
    began_at, until_at = _limits(stored)
    is_ended = session.state is SessionState.ENDED
    live_s = max(0.0, time_s(session, max(until_at, session.running_since or 0.0)))
    chat = Chat(data.messages, data.replies)
    own_leads = leads_of(stored.leads, session.id)
    on_air = air_spans(stored.history, chat.shown, began_at, until_at)
    step, stretches = stretches_of(chat.shown, stored.audience, began_at, until_at)
    products = _products(chat, own_leads, on_air)
    cross = chat.cross()
    named = [*(product.sku for product in products), *(row.sku for row in cross.rows)]
    return Report(
        session=session.id,
        name=session.name,
        is_rehearsal=session.is_rehearsal,
        is_ended=is_ended,
        host_language=session.host_language,
        audience_languages=session.audience_languages,
        began_at=began_at,
        until_at=until_at,
        live_s=live_s,
        paused_s=max(0.0, until_at - began_at - live_s),
        captions=caption_figures(data.captions, session.audience_languages),
        chat=chat.figures(),
        intents=chat.intents(),
        cross=cross,
        products=products,
        open_questions=chat.open_questions(own_leads),
        leads=lead_figures(own_leads, {product.sku: product for product in stored.products}),
        on_air=on_air,
        stretch_s=step,
        stretches=stretches,
        audience=audience_figures(stored.audience, began_at),
        names=_names(stored.products, named),
    )


def message_lines(stored: Stored) -> tuple[MessageLine, ...]:
    """Return every message that is not hidden, with what became of it."""
    return Chat(stored.data.messages, stored.data.replies).lines()


def _limits(stored: Stored) -> tuple[float, float]:
    """Return when the show began and ended, by its lines where the session does not say."""
    session, data = stored.data.session, stored.data
    seen = [
        *(caption.heard_at for caption in data.captions),
        *(message.received_at for message in data.messages),
    ]
    began_at = session.started_at or min(seen, default=0.0)
    if session.state is SessionState.ENDED and session.ended_at:
        return began_at, max(began_at, session.ended_at)
    return began_at, max([began_at, *seen])


def _products(chat: Chat, leads: Sequence[Lead], on_air: Sequence[AirSpan]) -> tuple[ProductFigures, ...]:
    """Return every product that was asked for, wanted or on air; the most asked first."""
    asked: dict[Sku, int] = defaultdict(int)
    unanswered: dict[Sku, int] = defaultdict(int)
    wanted: dict[Sku, int] = defaultdict(int)
    quantity: dict[Sku, int] = defaultdict(int)
    on_air_s: dict[Sku, float] = defaultdict(float)
    for message in chat.shown:
        for sku in dict.fromkeys(message.products):
            asked[sku] += 1
            unanswered[sku] += chat.is_open(message)
    for lead in leads:
        for sku in {item.sku: None for item in lead.items}:
            wanted[sku] += 1
        for item in lead.items:
            quantity[item.sku] += item.quantity or 0
    for span in on_air:
        on_air_s[span.sku] += span.ended_at - span.began_at if span.kind is AirKind.PINNED else 0.0
    skus = {*asked, *wanted, *on_air_s}
    order = sorted(skus, key=lambda sku: (-asked[sku], -wanted[sku], -on_air_s[sku], sku))
    return tuple(
        ProductFigures(sku, asked[sku], unanswered[sku], wanted[sku], quantity[sku], on_air_s[sku])
        for sku in order
    )


def _names(products: Iterable[Product], skus: Sequence[Sku]) -> dict[Sku, dict[Language, str]]:
    wanted = set(skus)
    return {product.sku: dict(product.names) for product in products if product.sku in wanted}
