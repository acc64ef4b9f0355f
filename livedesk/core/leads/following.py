"""What a lead takes from each message of its buyer, and from each answer: words, contacts, products, quantities.

Fields that a person set stay as they are (`Lead.by_hand`). Taking the same message twice changes nothing.
"""

from collections.abc import Iterable
from dataclasses import replace

from livedesk.core.chat.log import is_unnamed
from livedesk.core.ids import Language, Sku
from livedesk.core.leads.contacts import contact_key, find_contacts, without_contacts
from livedesk.core.leads.contacts import country_of_phone as country_of
from livedesk.core.leads.lead import Contact, Lead, LeadItem, TranscriptLine
from livedesk.core.leads.scoring import MoqOf, reasons_for, scored
from livedesk.core.records import Message, Reply
from livedesk.core.translation import figures

MOST_LINES = 400
"""A longer transcript keeps its end."""
MOST_CONTACTS, MOST_ITEMS = 10, 30
_MOST_QUANTITY = 100_000_000
_LEAST_COUNTED = 10
"""Of "3个" (three of them, three colours) nobody knows what is counted."""
_ANY = Language("und")


def with_message(lead: Lead, message: Message, moq_of: MoqOf) -> Lead:
    """Return the lead with what a message of its buyer says; the same object where that is nothing new."""
    translation = message.translation.text if message.translation else ""
    line = TranscriptLine(
        message.received_at, True, message.text, translation if translation != message.text else ""
    )
    said_at = (line.at for line in lead.transcript if line.is_from_buyer)
    is_newest = message.received_at >= max(said_at, default=0.0)
    found = find_contacts(message.text, lead.country or message.country)
    language = message.language if message.is_language_sure else lead.language or message.language
    changes: dict[str, object] = {
        "name": lead.name or ("" if is_unnamed(message.buyer_name) else message.buyer_name),
        "language": language,
        "contacts": _more_contacts(lead.contacts, found),
        "country": lead.country or message.country or _country_of(found),
        "items": _with_items(lead.items, message, is_newest=is_newest),
    }
    return scored(_changed(lead, changes, line), moq_of, reasons_for(message.intents))


def with_reply(lead: Lead, reply: Reply) -> Lead:
    """Return the lead with an answer that was sent to its buyer."""
    said = reply.translation.text if reply.translation else ""
    line = TranscriptLine(reply.changed_at, False, reply.text, said if said != reply.text else "")
    return _changed(lead, {}, line)


def with_given(
    lead: Lead,
    moq_of: MoqOf,
    *,
    facts: dict[str, str | Language],
    contacts: tuple[Contact, ...],
    items: tuple[LeadItem, ...],
    note: TranscriptLine | None,
) -> Lead:
    """Return the lead with what the buyer filled in on the phone page; `facts` are by the names of the fields.

    There the buyer says it all anew, so quantities replace those before.
    """
    changes: dict[str, object] = {name: value for name, value in facts.items() if value}
    changes["contacts"] = _more_contacts(lead.contacts, contacts)
    if "country" not in changes and not lead.country:
        changes["country"] = _country_of(contacts)
    known = {item.sku: item for item in lead.items}
    for item in items:
        known[item.sku] = item if item.quantity or item.sku not in known else known[item.sku]
    changes["items"] = tuple(known.values())[:MOST_ITEMS]
    if note and any(line.is_from_buyer and line.text == note.text for line in lead.transcript):
        note = None
    return scored(_changed(lead, changes, note), moq_of)


def with_line(
    transcript: tuple[TranscriptLine, ...], lines: Iterable[TranscriptLine]
) -> tuple[TranscriptLine, ...]:
    """Return a transcript with more lines, in the order of time; a line that is there gets its translation."""
    known = {(line.at, line.is_from_buyer, line.text): line for line in transcript}
    for line in lines:
        key = line.at, line.is_from_buyer, line.text
        if key not in known or line.translation:
            known[key] = line
    merged = tuple(sorted(known.values(), key=lambda line: line.at))[-MOST_LINES:]
    return transcript if merged == transcript else merged


def _changed(lead: Lead, changes: dict[str, object], line: TranscriptLine | None) -> Lead:
    """Return the lead with those of the changes that are some, and that no person has overruled."""
    wanted = {
        name: value
        for name, value in changes.items()
        if name not in lead.by_hand and value != getattr(lead, name)
    }
    if line and (transcript := with_line(lead.transcript, [line])) is not lead.transcript:
        wanted["transcript"] = transcript
    return replace(lead, **wanted) if wanted else lead  # type: ignore[arg-type]  # by name from the record


def _more_contacts(known: tuple[Contact, ...], found: Iterable[Contact]) -> tuple[Contact, ...]:
    keys = {(contact.kind, contact_key(contact)) for contact in known}
    more = [contact for contact in found if (contact.kind, contact_key(contact)) not in keys]
    return (*known, *more)[:MOST_CONTACTS]


def _country_of(contacts: Iterable[Contact]) -> str:
    return next((country for c in contacts if (country := country_of(_number_in(c.value)))), "")


def _number_in(value: str) -> str:
    """Return the number of "Zalo +84912345678", "" where there is none."""
    at = value.find("+")
    return value[at:] if at >= 0 else ""


def _with_items(items: tuple[LeadItem, ...], message: Message, *, is_newest: bool) -> tuple[LeadItem, ...]:
    """Return the items with the products that a message speaks of, and with how many of them it says.

    A quantity without a product is for the one that was spoken of last, where it has none yet. An older message,
    whose translation came late, only fills in what is missing.
    """
    quantities = quantities_in(message)
    if not message.products:
        if not quantities or not items or items[-1].quantity:
            return items
        return (*items[:-1], replace(items[-1], quantity=max(quantities)))
    known = {item.sku: item for item in items}
    for sku, quantity in _shared_out(message, quantities):
        old = known.get(sku, LeadItem(sku))
        if is_newest:
            known.pop(sku, None)  # the last one spoken of stands last
            known[sku] = replace(old, quantity=quantity or old.quantity)
        else:
            known[sku] = replace(old, quantity=old.quantity or quantity)
    return tuple(known.values())[-MOST_ITEMS:]


def _shared_out(message: Message, quantities: list[int]) -> list[tuple[Sku, int | None]]:
    """Return each product of a message with its quantity: one for all, or one each in the order of the text."""
    products = message.products
    if len(products) == 1:
        return [(products[0], max(quantities, default=None))]
    if len(quantities) == 1:
        return [(sku, quantities[0]) for sku in products]
    places = [message.text.casefold().find(sku.casefold()) for sku in products]
    if len(quantities) == len(products) and min(places) >= 0:
        in_order = [sku for _, sku in sorted(zip(places, products, strict=True))]
        return list(zip(in_order, quantities, strict=True))
    return [(sku, None) for sku in products]


def quantities_in(message: Message) -> list[int]:
    """Return the pieces that a message names, in its own words or else in their translation, in their order."""
    own = _counted(without_contacts(message.text), message.language or _ANY)
    if own or message.translation is None:
        return own
    return _counted(without_contacts(message.translation.text), message.translation.language)


def _counted(text: str, language: Language) -> list[int]:
    found = []
    for figure in figures.read(text, language, lenient=True).all:
        unit, value = figure.reading.unit, figure.reading.value
        if unit is None or unit.dimension != "count" or not figure.is_certain:
            continue
        pieces = value * unit.factor
        if unit.is_weak and pieces < _LEAST_COUNTED:
            continue
        if isinstance(pieces, int) and 0 < pieces <= _MOST_QUANTITY:
            found.append(pieces)
    return found
