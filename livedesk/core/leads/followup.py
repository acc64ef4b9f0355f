"""The letter after the fair: what a lead asked for, in its buyer's language, from prepared sentences.

Nothing is translated by a machine and nothing invented: a sentence whose facts are missing is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from livedesk.core.catalogue.product import Product, in_language, price_at
from livedesk.core.ids import Language, Sku
from livedesk.core.leads.lead import Lead, LeadItem, ScoreReason


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The sentences of one language. Fields in braces: {name}, {booth}, {product}, {sku}, {quantity}, {price},
    {terms}, {days}, {moq}.

    `colon` and `stop` join the parts of a line of the list as that language does.
    """

    greeting: str
    greeting_unnamed: str
    thanks: str
    thanks_unnamed: str
    asked: str
    product: str
    quantity: str
    price: str
    price_from: str
    lead_time: str
    moq: str
    next_sample: str
    next_quote: str
    next_question: str
    closing: str
    colon: str = ": "
    stop: str = ", "


def draft(
    lead: Lead,
    words: FollowUp,
    language: Language,
    product_of: Callable[[Sku], Product | None],
    booth: str,
) -> str:
    """Return the letter to a lead in `language`; `booth` is what the booth is called there, "" where it is not."""
    name = lead.name.strip()
    lines = [words.greeting.format(name=name) if name else words.greeting_unnamed, ""]
    lines.append(words.thanks.format(booth=booth) if booth else words.thanks_unnamed)
    found = [(item, product) for item in lead.items if (product := product_of(item.sku))]
    if found:
        lines += ["", words.asked]
        lines += [f"- {_line(item, product, words, language)}" for item, product in found]
    lines += ["", _next_step(lead, words), "", words.closing]
    if booth:
        lines.append(booth)
    return "\n".join(lines)


def _line(item: LeadItem, product: Product, words: FollowUp, language: Language) -> str:
    name = in_language(product.names, language)
    named = words.product.format(product=name, sku=product.sku) if name else product.sku
    facts = words.stop.join(_facts(item, product, words))
    return f"{named}{words.colon}{facts}" if facts else named


def _facts(item: LeadItem, product: Product, words: FollowUp) -> Iterator[str]:
    if item.quantity:
        yield words.quantity.format(quantity=item.quantity)
    terms = " ".join(filter(None, (product.incoterm, product.incoterm_place)))
    price = price_at(product.tiers, item.quantity) if item.quantity else None
    if price is not None:
        yield _priced(words.price, f"{product.currency} {price}", terms)
    elif product.from_price is not None:
        yield _priced(words.price_from, f"{product.currency} {product.from_price}", terms)
    if product.moq > 1 and (not item.quantity or item.quantity < product.moq):
        yield words.moq.format(moq=product.moq)
    days = _days(item, product)
    if days is not None:
        yield words.lead_time.format(days=days)


def _priced(sentence: str, price: str, terms: str) -> str:
    """Return a price with its terms, and nothing that hangs in the air where there are none."""
    return sentence.format(price=price, terms=terms).rstrip(" ,،，、")


def _days(item: LeadItem, product: Product) -> int | None:
    days = product.lead_time_days
    for step in product.lead_times:
        if item.quantity and step.min_quantity <= item.quantity:
            days = step.days
    return days


def _next_step(lead: Lead, words: FollowUp) -> str:
    if ScoreReason.ASKED_SAMPLE in lead.score_reasons:
        return words.next_sample
    has_quantity = any(item.quantity for item in lead.items)
    if has_quantity or ScoreReason.ASKED_QUOTE in lead.score_reasons:
        return words.next_quote
    return words.next_question
