"""What one record is to a phone that reads one language: pure steps from records to messages of the protocol."""

import hashlib
import re

from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.chat.reply import SENDABLE_REASONS
from livedesk.core.ids import Language
from livedesk.core.leads.contacts import find_contacts, without_contacts
from livedesk.core.records import Caption, Message, Offer, Reason, Reply, Session, Translation, WarningKind

Shown = dict[str, object]
"""One message of the protocol, or a part of it."""

_SAME_WORDS = (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
_DATE = r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?!\d)"
_CONTACT = re.compile(rf"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?(?!{_DATE})\d(?:[\s().-]{{0,2}}\d){{7,}}")
"""An e-mail address, or a number of at least eight digits that is no date: better one too many than one too few."""
_BLANKS = re.compile(r" {3,}")


def caption(record: Caption, language: Language) -> Shown | None:
    """Return a caption for who reads `language`; None while there is nothing to read in it yet.

    Where there will be no translation the host's own words stand in its place, never the reason.
    """
    if record.gap_s:
        gap = max(1, round(record.gap_s))
        return {"t": "caption", "n": record.segment, "text": "", "stable": 0, "final": True, "gap": gap}
    if language == record.language:
        return _line(record, record.text, record.agreed_length, is_final=record.is_final, is_source=True)
    line = record.translation(language)
    if line is None:
        return None
    if line.reason is None and line.text:
        has_doubt = any(warning.kind is WarningKind.FIGURES for warning in line.warnings)
        shown = _line(record, line.text, line.stable_length, is_final=line.is_final, is_source=False)
        return {**shown, "doubt": True} if has_doubt else shown
    text = (line.text if line.reason in _SAME_WORDS else "") or record.text
    return _line(record, text, len(text), is_final=line.is_final, is_source=True)


def no_caption(segment: int) -> Shown:
    """Return what takes a line away that is being said and not shown any more."""
    return {"t": "caption", "n": segment, "text": "", "stable": 0, "final": False}


def _line(record: Caption, text: str, stable: int, *, is_final: bool, is_source: bool) -> Shown:
    shown: Shown = {
        "t": "caption",
        "n": record.segment,
        "text": text,
        "stable": utf16_length(text if is_final else text[:stable]),
        "final": is_final,
    }
    return {**shown, "source": True} if is_source else shown


def utf16_length(text: str) -> int:
    """Return how long `text` is where a page counts it: most emoji are two there."""
    return len(text.encode("utf-16-le", "replace")) // 2


def cards(products: list[Product], session: Session, language: Language) -> Shown:
    """Return what is on air."""
    return {"t": "products", "items": [card(product, session, language) for product in products]}


def card(product: Product, session: Session, language: Language) -> Shown:
    """Return one product as far as it is filled in."""
    offer = session.offer if session.offer and session.offer.sku == product.sku else None
    return {
        "sku": product.sku,
        "number": product.number,
        "name": in_language(product.names, language) or product.sku,
        "description": in_language(product.description, language),
        "tiers": [{"from": tier.min_quantity, "price": f"{tier.price:f}"} for tier in product.tiers],
        "currency": product.currency,
        "incoterm": f"{product.incoterm} {product.incoterm_place}".strip(),
        "moq": product.moq,
        "unit": in_language(product.unit, language),
        "lead_days": product.lead_time_days,
        "sample_price": None if product.sample_price is None else f"{product.sample_price:f}",
        "certificates": [certificate.name for certificate in product.certificates],
        "picture": picture_name(product.picture),
        "is_sold_out": product.sku in session.sold_out,
        "offer": None if offer is None else _offer(offer, language, session.host_language),
    }


def _offer(offer: Offer, language: Language, host: Language) -> Shown:
    price = "" if offer.price is None else f"{offer.price:f}"
    return {"text": in_language(offer.texts, language, host), "price": price, "ends_at": offer.ends_at}


def picture_name(path: str) -> str:
    """Return the name that a picture has in an address: it says nothing of where the file lies."""
    return hashlib.sha256(path.encode()).hexdigest()[:24] if path else ""


def question_id(message: int) -> str:
    """Return the id of a question in the protocol."""
    return f"q{message}"


def answer_id(reply: int) -> str:
    """Return the id of an answer in the protocol."""
    return f"a{reply}"


def question(message: Message, ref: int) -> Shown:
    """Return a question to the phone that asked it."""
    return {
        "t": "question",
        "ref": ref,
        "id": question_id(message.id),
        "text": message.text,
        "at": message.received_at,
    }


def answer(reply: Reply, message: Message, language: Language, host: Language, *, is_mine: bool) -> Shown:
    """Return an answer to who reads `language`; what others asked goes without how to reach them."""
    return {
        "t": "answer",
        "id": answer_id(reply.id),
        "to": question_id(message.id) if is_mine else "",
        "question": message.text
        if is_mine
        else for_others(_question(message, language, host), message.country),
        "mine": is_mine,
        "text": _answer(reply, language, host),
        "original": reply.text,
        "private": reply.is_private,
        "at": reply.changed_at,
    }


def _answer(reply: Reply, language: Language, host: Language) -> str:
    if language == host:
        return reply.text
    lines = (reply.translation, *reply.others)
    found = next((line.text for line in lines if _is_in(line, language) and line), "")
    asked_in = reply.translation.text if _is_usable(reply.translation) and reply.translation else ""
    return found or asked_in or reply.text


def _question(message: Message, language: Language, host: Language) -> str:
    in_host = message.translation
    if message.language != language and language == host and in_host and in_host.reason is None:
        return in_host.text or message.text
    return message.text


def _is_in(line: Translation | None, language: Language) -> bool:
    return line is not None and line.language == language and _is_usable(line)


def _is_usable(line: Translation | None) -> bool:
    return line is not None and bool(line.text) and line.reason in SENDABLE_REASONS


def for_others(text: str, country: str = "") -> str:
    """Return what a buyer wrote without how to reach that buyer: all phones read it.

    `country` is where the buyer is from, "" where nobody knows.
    """
    text = _CONTACT.sub("…", text)
    if find_contacts(text, country):
        return _BLANKS.sub(" … ", without_contacts(text, country)).strip()
    return text
