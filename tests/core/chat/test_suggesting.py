"""Which canned answers are offered, and about which product."""

from dataclasses import replace
from decimal import Decimal

from livedesk.core import events as ev
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.chat.canned import CannedAnswer
from livedesk.core.chat.canned_book import CannedBook
from livedesk.core.chat.fill import GAP, Filled, OnSale
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.suggesting import in_order, on_sale, suggestion
from livedesk.core.ids import EN, ZH, CannedId, Language, Sku
from livedesk.core.records import Message, Offer, Session, SessionState
from tests.core.chat.test_fill import Plain
from tests.ui.lines.records import message, session

ES = Language("es")
MUG = Product(Sku("M"), 1, {EN: "Mug"}, {}, (PriceTier(100, Decimal(4)),), moq=100, unit={EN: "pcs"})
WOK = replace(MUG, sku=Sku("W"), number=2, names={EN: "Wok"})
PRODUCTS = {product.sku: product for product in (MUG, WOK)}


def _answer(name: str, *intents: Intent, **texts: str) -> CannedAnswer:
    return CannedAnswer(CannedId(name), {Language(code): text for code, text in texts.items()}, intents)


PRICE, MOQ, HELLO = (
    _answer("price", Intent.PRICE, zh="{name} {price}", es="{name}: {price} c/u"),
    _answer("moq", Intent.MOQ, Intent.PRICE, zh="{moq}件起", es="desde {moq} {unit}"),
    _answer("hello", zh="欢迎"),
)


def _about(*skus: str) -> Message:
    return replace(message(1), products=tuple(map(Sku, skus)))


def _show(*pinned: str, **changes: object) -> Session:
    return replace(session(SessionState.LIVE), pinned=tuple(map(Sku, pinned)), **changes)  # type: ignore[arg-type]


def _sku(sale: OnSale | None) -> str | None:
    return sale.product.sku if sale else None


def test_that_the_answer_to_the_likeliest_question_comes_first() -> None:
    answers = (HELLO, PRICE, MOQ)
    assert in_order(answers, ()) == answers
    assert in_order(answers, (Intent.MOQ, Intent.PRICE)) == (MOQ, PRICE, HELLO)
    assert in_order(answers, (Intent.PRICE,)) == (PRICE, MOQ, HELLO)


def test_that_an_answer_for_the_quantity_asked_for_comes_before_others_to_that_question() -> None:
    asked = _answer("asked", Intent.PRICE, zh="{quantity}件 {price:quantity}")
    answers = (HELLO, PRICE, asked, MOQ)
    assert in_order(answers, (Intent.PRICE,), 500) == (asked, PRICE, MOQ, HELLO)
    assert in_order(answers, (Intent.PRICE,)) == (PRICE, MOQ, asked, HELLO)
    assert in_order(answers, (), 500) == answers
    about = replace(_about("M"), text="price for 500 pcs?", language=EN)
    sale = on_sale(about, _show(), PRODUCTS, "")
    assert sale is not None
    assert sale.quantity == 500
    assert suggestion(asked, sale, ZH, None, Plain()).filled == Filled("500件 USD 4 (zh)")


def test_that_an_answer_is_about_the_product_of_the_message_else_what_went_on_air_last() -> None:
    assert _sku(on_sale(_about("M"), _show("W"), PRODUCTS, "")) == "M"
    assert _sku(on_sale(_about(), _show("M", "W"), PRODUCTS, "")) == "W"
    assert _sku(on_sale(_about("gone"), _show("W"), PRODUCTS, "")) == "W"
    assert on_sale(_about(), _show(), PRODUCTS, "") is None
    assert on_sale(None, None, PRODUCTS, "") is None


def test_that_a_sold_out_product_is_known_as_such() -> None:
    sold_out = on_sale(_about("M"), _show(sold_out=frozenset({Sku("M")})), PRODUCTS, "")
    assert sold_out is not None
    assert sold_out.is_sold_out
    counted = on_sale(_about("M"), _show(), {Sku("M"): replace(MUG, stock=0)}, "")
    assert counted is not None
    assert counted.is_sold_out


def test_that_an_offers_price_is_not_the_catalogues() -> None:
    offer = Offer(Sku("M"), {}, Decimal(3), "USD")
    priced = on_sale(_about("M"), _show(offer=offer), PRODUCTS, "")
    assert priced is not None
    assert priced.has_own_price
    other = on_sale(_about("W"), _show(offer=offer), PRODUCTS, "")
    assert other is not None
    assert not other.has_own_price
    worded = on_sale(_about("M"), _show(offer=replace(offer, price=None)), PRODUCTS, "")
    assert worded is not None
    assert not worded.has_own_price


def test_that_what_is_written_in_the_buyers_language_goes_along() -> None:
    made = suggestion(PRICE, OnSale(MUG), ZH, ES, Plain(), (Intent.PRICE,))
    assert made.filled == Filled("Mug USD 4 (zh)")
    assert (made.prepared, made.is_meant) == ("Mug: USD 4 (es) c/u", True)
    assert not suggestion(PRICE, OnSale(MUG), ZH, ES, Plain(), (Intent.STOCK,)).is_meant


def test_that_the_model_translates_where_nobody_wrote_it() -> None:
    assert suggestion(PRICE, OnSale(MUG), ZH, Language("fr"), Plain()).prepared == ""
    assert suggestion(PRICE, OnSale(MUG), ZH, ZH, Plain()).prepared == ""
    assert suggestion(PRICE, OnSale(MUG), ZH, None, Plain()).prepared == ""


def test_that_a_gap_on_either_side_is_never_sent_as_prepared() -> None:
    made = suggestion(MOQ, OnSale(MUG), ZH, ES, Plain())
    assert (made.filled.text, made.prepared) == ("100件起", "")  # no unit in Spanish
    bare = suggestion(PRICE, None, ZH, ES, Plain())
    assert GAP in bare.filled.text
    assert bare.prepared == ""


def test_that_a_text_in_another_language_is_better_than_none() -> None:
    assert suggestion(_answer("x", es="hola"), None, ZH, ES, Plain()).filled.text == "hola"


def test_that_answers_are_put_changed_moved_and_taken_away() -> None:
    book = CannedBook()
    book.change(ev.CannedLoaded((PRICE, MOQ)))
    assert book.change(ev.CannedLoaded((PRICE, MOQ))) == []
    other = replace(PRICE, texts={ZH: "!"})
    assert book.change(ev.PutCanned((HELLO, other))) == [ev.CannedChanged((other, MOQ, HELLO))]
    assert book.change(ev.PutCanned((HELLO, MOQ, other))) == [ev.CannedChanged((HELLO, MOQ, other))]
    assert book.change(ev.RemoveCanned((CannedId("moq"),))) == [ev.CannedChanged((HELLO, other))]
