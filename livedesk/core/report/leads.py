"""The leads of a show: how likely they are, where they are from, what they want and what that comes to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from livedesk.core.catalogue.product import Product, price_at
from livedesk.core.ids import SessionId, Sku
from livedesk.core.leads.lead import Lead, LeadItem, LeadScore
from livedesk.core.report.counting import counts
from livedesk.core.report.report import Count, LeadFigures, LeadLine, Money

_ORDER = tuple(LeadScore)


def leads_of(leads: Sequence[Lead], session: SessionId) -> list[Lead]:
    """Return the leads of the show: the likeliest first, of equal ones the oldest."""
    own = [lead for lead in leads if lead.session == session]
    return sorted(own, key=lambda lead: (_ORDER.index(lead.score), lead.created_at, lead.id))


def lead_figures(leads: Sequence[Lead], products: Mapping[Sku, Product]) -> LeadFigures:
    """Return the figures of `leads`, which are in order."""
    lines = tuple(LeadLine(lead, _value(lead.items, products)) for lead in leads)
    scores = [lead.score for lead in leads]
    return LeadFigures(
        lines=lines,
        by_score=tuple(Count(score.value, scores.count(score)) for score in _ORDER),
        by_country=counts(lead.country for lead in leads),
        by_product=counts(sku for lead in leads for sku in {item.sku: None for item in lead.items}),
        value=_sum([money for line in lines for money in line.value]),
    )


def _value(items: Sequence[LeadItem], products: Mapping[Sku, Product]) -> tuple[Money, ...]:
    amounts = []
    for item in items:
        product = products.get(item.sku)
        if product is None or not item.quantity:
            continue
        price = price_at(product.tiers, item.quantity) or product.from_price
        if price is not None:
            amounts.append(Money(product.currency, price * item.quantity))
    return _sum(amounts)


def _sum(amounts: Sequence[Money]) -> tuple[Money, ...]:
    of: dict[str, Decimal] = defaultdict(Decimal)
    for money in amounts:
        of[money.currency] += money.amount
    return tuple(Money(currency, of[currency]) for currency in sorted(of))
