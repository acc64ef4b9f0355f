"""Leads as address cards (vCard): for telephones, mail programs and customer databases.

Version 3.0 is RFC 2426, which everything reads; 4.0 is RFC 6350. Both are UTF-8 with CRLF, folded at 75 octets.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal

from livedesk.adapters.leads.table import LeadWords, items_text
from livedesk.core.leads.lead import Contact, ContactKind, Lead

Version = Literal["3.0", "4.0"]
_MOST_OCTETS = 75
_SCHEMES = {ContactKind.WECHAT: "weixin", ContactKind.TELEGRAM: "telegram"}


def vcard_bytes(leads: Iterable[Lead], words: LeadWords, version: Version = "3.0") -> bytes:
    """Return one file with a card for each lead."""
    lines = (line for lead in leads for line in _card(lead, words, version))
    return "".join(fold(line) for line in lines).encode("utf-8", "replace")


def fold(line: str) -> str:
    """Return a content line broken as the RFCs say, never within a character (RFC 6350, 3.2)."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _MOST_OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts) + "\r\n"


def escape(text: str) -> str:
    """Return a text as a value may hold it: line breaks, commas, semicolons and backslashes marked."""
    plain = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    for character in "\\,;":
        plain = plain.replace(character, f"\\{character}")
    return plain.replace("\n", "\\n")


def _card(lead: Lead, words: LeadWords, version: Version) -> Iterator[str]:
    is_new = version == "4.0"
    name = lead.name or lead.company or next((c.value for c in lead.contacts), lead.id)
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield f"FN:{escape(name)}"
    yield f"N:;{escape(lead.name)};;;"  # which part is the family's, nobody knows
    if lead.company:
        yield f"ORG:{escape(lead.company)}"
    for contact in lead.contacts:
        yield from _contact(contact, is_new=is_new)
    if lead.country:
        yield f"ADR:;;;;;;{escape(words.country(lead.country))}"
    if lead.language and is_new:
        yield f"LANG:{lead.language}"
    categories = [words.scores.get(lead.score, lead.score), *lead.tags]
    yield "CATEGORIES:" + ",".join(map(escape, categories))
    if note := _note(lead, words):
        yield f"NOTE:{escape(note)}"
    yield f"UID:{escape(f'livedesk:{lead.id}')}"
    yield f"REV:{datetime.fromtimestamp(lead.changed_at, UTC):%Y%m%dT%H%M%SZ}"
    yield "END:VCARD"


def _contact(contact: Contact, *, is_new: bool) -> Iterator[str]:
    value = contact.value
    is_number = value.startswith("+") and value[1:].isdigit()
    if contact.kind is ContactKind.EMAIL:
        yield f"EMAIL:{escape(value)}" if is_new else f"EMAIL;TYPE=INTERNET:{escape(value)}"
    elif contact.kind in (ContactKind.PHONE, ContactKind.WHATSAPP):
        # WhatsApp finds people by the number in the address book, so it is a telephone there too.
        yield (
            f"TEL;VALUE=uri;TYPE=cell:tel:{value}"
            if is_new and is_number
            else f"TEL;TYPE=CELL:{escape(value)}"
        )
        if contact.kind is ContactKind.WHATSAPP:
            yield f"IMPP:whatsapp:{escape(value)}"
    elif contact.kind in _SCHEMES:
        yield f"IMPP:{_SCHEMES[contact.kind]}:{escape(value.replace(' ', ''))}"
    # What has no place of its own stands in the note.


def _note(lead: Lead, words: LeadWords) -> str:
    others = [c.value for c in lead.contacts if c.kind is ContactKind.OTHER]
    return "\n".join(filter(None, (items_text(lead.items, words), *others, lead.notes)))
