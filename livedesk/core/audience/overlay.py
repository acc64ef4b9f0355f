"""What the overlay in the video shows: which captions and products, in which language. Pure.

The audience of a video sees text or nothing: no reason codes, no warnings, no marks for gaps.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.ids import Language, Sku
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import Caption, Offer, Session, SessionState

HOST = "host"
"""Stands in the address of an overlay for the language of the host."""

MOST_LANGUAGES = 2
CAPTIONS_KEPT = 8
"""So many captions an overlay that connects gets: more than it has lines for."""

Frame = dict[str, object]
"""One message to an overlay, named by "t"; plain enough for JSON."""


@dataclass(frozen=True, slots=True)
class OverlayWish:
    """What the address of one overlay asks for; how it looks is the page's own business.

    `languages` in their order, () for the first audience language. `finals_only` leaves out lines that are still
    being said. `shows_source` gives the host's words where a line has no translation.
    """

    languages: tuple[str, ...] = ()
    finals_only: bool = False
    shows_source: bool = False
    has_captions: bool = True
    has_products: bool = True
    has_qr: bool = False


def read_wish(part: str, query: Mapping[str, str]) -> OverlayWish:
    """Return what `/overlay/PART?...` asks for; what makes no sense there counts as not written."""
    written = [name.strip().lower() for name in query.get("lang", "").split(",")]
    languages = tuple(dict.fromkeys(name for name in written if name.isascii() and name.isalpha()))
    return OverlayWish(
        languages=languages[:MOST_LANGUAGES],
        finals_only=query.get("mode") == "finals",
        shows_source=query.get("untranslated") == "source",
        has_captions=part != "product",
        has_products=part != "captions",
        has_qr=query.get("qr") == "1",
    )


def languages_of(wish: OverlayWish, session: Session) -> tuple[Language, ...]:
    """Return the languages that an overlay shows in this show."""
    host = session.host_language
    if not wish.languages:
        return session.audience_languages[:1] or (host,)
    named = (host if name == HOST else Language(name) for name in wish.languages)
    return tuple(dict.fromkeys(named))


def is_on_air(session: Session) -> bool:
    """Whether there is anything to show at all."""
    return session.state in (SessionState.LIVE, SessionState.PAUSED)


def show_frame(wish: OverlayWish, session: Session) -> Frame:
    """Return what tells one show from the next: another `session` empties the page, `live` false hides all."""
    return {
        "t": "show",
        "session": session.id,
        "live": is_on_air(session),
        "languages": list(languages_of(wish, session)),
    }


def caption_frame(wish: OverlayWish, session: Session, caption: Caption, age_s: float) -> Frame:
    """Return a caption in the overlay's languages; a language without text is not in it.

    `age_s` is how long ago the caption changed last, so that an overlay that connects late shows nothing old.
    """
    lines = [_line(wish, caption, language) for language in languages_of(wish, session)]
    return {
        "t": "caption",
        "n": caption.segment,
        "age": round(age_s, 1),
        "lines": [line for line in lines if line is not None],
    }


def products_frame(wish: OverlayWish, session: Session, products: Mapping[Sku, Product]) -> Frame:
    """Return what is on air, the newest first; of what the catalogue does not hold nothing is known to show."""
    pinned = session.pinned if is_on_air(session) else ()
    language = languages_of(wish, session)[0]
    shown = [products[sku] for sku in reversed(pinned) if sku in products]
    return {"t": "products", "items": [_card(product, session, language) for product in shown]}


def qr_frame(link: Link | None, rows: tuple[tuple[bool, ...], ...]) -> Frame:
    """Return the code of the audience page as rows of "0" and "1"; none while no phone can connect."""
    if link is None or link.kind is not LinkKind.AUDIENCE or link.state is not LinkState.ON:
        rows = ()
    return {"t": "qr", "rows": ["".join("1" if dark else "0" for dark in row) for row in rows]}


@dataclass(frozen=True, slots=True)
class ShownText:
    """What an audience reads of a caption in one language; the first `stable` characters do not change any more."""

    text: str
    stable: int
    is_final: bool


def text_in(caption: Caption, language: Language) -> ShownText | None:
    """Return what a caption says in `language`, None where it says nothing: there is no translation, or a gap."""
    if language == caption.language:
        shown = ShownText(caption.text, caption.agreed_length, caption.is_final)
    elif translation := caption.translation(language):
        stable = len(translation.text) if translation.is_final else translation.stable_length
        shown = ShownText(translation.text, stable, translation.is_final)
    else:
        return None
    return shown if shown.text else None


def _line(wish: OverlayWish, caption: Caption, language: Language) -> Frame | None:
    shown = text_in(caption, language)
    if shown is None:
        return _source_instead(wish, caption)
    if wish.finals_only and not shown.is_final:
        return None
    return _text(language, shown.text, shown.stable, is_final=shown.is_final)


def _source_instead(wish: OverlayWish, caption: Caption) -> Frame | None:
    """Return the host's words where that is wanted, once they are final: their translation may still come."""
    if not wish.shows_source or not caption.is_final or not caption.text:
        return None
    return _text(caption.language, caption.text, len(caption.text), is_final=True)


def _text(language: Language, text: str, stable: int, *, is_final: bool) -> Frame:
    return {"language": language, "text": text, "stable": min(stable, len(text)), "final": is_final}


def _card(product: Product, session: Session, language: Language) -> Frame:
    offer = session.offer if session.offer and session.offer.sku == product.sku else None
    return {
        "sku": product.sku,
        "number": product.number,
        "name": in_language(product.names, language) or product.sku,
        "tiers": [{"from": tier.min_quantity, "price": f"{tier.price:f}"} for tier in product.tiers],
        "currency": product.currency,
        "terms": f"{product.incoterm} {product.incoterm_place}".strip(),
        "moq": product.moq,
        "unit": product.unit.get(language, ""),
        "certificates": [certificate.name for certificate in product.certificates],
        "picture": product.picture,
        "is_sold_out": product.sku in session.sold_out,
        "offer": _offer(offer, language) if offer else None,
    }


def _offer(offer: Offer, language: Language) -> Frame:
    """Return an offer: its words only in the language of the overlay, its price and time in any."""
    price = "" if offer.price is None else f"{offer.price:f}"
    return {
        "text": offer.texts.get(language, ""),
        "price": price,
        "currency": offer.currency,
        "ends_at": offer.ends_at,
    }
