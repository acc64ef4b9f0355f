"""Which canned answers fit a message, and what they say to its buyer about the product in question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.chat.asking import asked_quantity
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.fill import Figures, Filled, OnSale, fill, has_fields, speaks_of_quantity
from livedesk.core.chat.intent import Intent
from livedesk.core.ids import Language, Sku
from livedesk.core.records import Message, Session


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer as it would stand in the reply box.

    `prepared` is the same in the buyer's language, "" where people did not write it in that one, or where a figure
    is missing there; then the model translates.
    """

    answer: CannedAnswer
    filled: Filled
    prepared: str = ""
    is_meant: bool = False
    """Whether it answers what the message asks."""
    assumed: Product | None = None
    """The product that it speaks of though the message names none."""


def in_order(
    answers: Sequence[CannedAnswer], intents: Sequence[Intent], quantity: int | None = None
) -> tuple[CannedAnswer, ...]:
    """Return the answers to the likeliest question first; those to none that was asked stay in their order.

    Among those to one question, an answer for the `quantity` that is asked for comes first, and last without one.
    """
    rank = {intent: number for number, intent in enumerate(intents)}
    last = len(rank)

    def place(answer: CannedAnswer) -> tuple[int, bool]:
        asked = min((rank.get(intent, last) for intent in answer.intents), default=last)
        is_for_quantity = any(speaks_of_quantity(text) for text in answer.texts.values())
        return asked, asked < last and is_for_quantity == (quantity is None)

    return tuple(sorted(answers, key=place))


def on_sale(
    message: Message | None, session: Session | None, products: Mapping[Sku, Product], today: str
) -> OnSale | None:
    """Return the product that an answer is about: the one the message speaks of, else what went on air last."""
    spoken_of: Iterable[Sku] = message.products if message else ()
    on_air = reversed(session.pinned) if session else ()
    product = next((products[sku] for sku in (*spoken_of, *on_air) if sku in products), None)
    if product is None:
        return None
    offer = session.offer if session else None

    def is_number(quantity: int) -> bool:
        return any(each.number == quantity for each in products.values())

    return OnSale(
        product,
        is_sold_out=product.stock == 0 or (session is not None and product.sku in session.sold_out),
        has_own_price=offer is not None and offer.sku == product.sku and offer.price is not None,
        today=today,
        quantity=asked_quantity(message, is_number) if message else None,
        is_assumed=message is not None and product.sku not in message.products,
    )


def suggestion(
    answer: CannedAnswer,
    sale: OnSale | None,
    host: Language,
    buyer: Language | None,
    figures: Figures,
    intents: Sequence[Intent] = (),
) -> Suggestion:
    """Return `answer` in the host's language, and as it is written in the buyer's where it is."""
    filled = fill(in_language(answer.texts, host), sale, host, figures)
    written = answer.texts.get(buyer, "") if buyer and buyer != host else ""
    prepared = fill(written, sale, buyer, figures) if written and buyer else Filled("")
    is_meant = any(intent in intents for intent in answer.intents)
    is_whole = not prepared.gaps and not filled.gaps
    speaks_of_it = any(map(has_fields, answer.texts.values()))
    assumed = sale.product if sale and sale.is_assumed and speaks_of_it else None
    return Suggestion(answer, filled, prepared.text if is_whole else "", is_meant, assumed)
