"""Leads as the rows of a table, and of their transcripts, in the words of whoever exports them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from livedesk.core.ids import Language, Sku
from livedesk.core.leads.lead import Contact, ContactKind, Lead, LeadItem, LeadScore, ScoreReason

COLUMNS = (
    "score",
    "why",
    "name",
    "company",
    "country",
    "language",
    "email",
    "phone",
    "whatsapp",
    "wechat",
    "telegram",
    "other",
    "products",
    "tags",
    "notes",
    "agreed_at",
    "consent",
    "source",
    "created_at",
    "changed_at",
    "id",
)
TRANSCRIPT_COLUMNS = ("name", "time", "who", "text", "translation", "id")
_NUMBER = re.compile(r"\+(\d{7,15})")


def _as_code(code: str) -> str:
    return code


@dataclass(frozen=True, slots=True)
class LeadWords:
    """What the files call things: headings by the names of `COLUMNS`, scores and reasons; codes where it has none.

    `country` and `language` name a code; `product` names an article.
    """

    headings: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[LeadScore, str] = field(default_factory=dict)
    reasons: Mapping[ScoreReason, str] = field(default_factory=dict)
    leads: str = "Leads"
    transcripts: str = "Transcripts"
    buyer: str = "Buyer"
    booth: str = "Booth"
    country: Callable[[str], str] = _as_code
    language: Callable[[Language], str] = _as_code
    product: Callable[[Sku], str] = _as_code

    def heading(self, column: str) -> str:
        """Return what a column is called."""
        return self.headings.get(column, column)


def rows(leads: Iterable[Lead], words: LeadWords) -> list[list[str]]:
    """Return the heading and one row for each lead."""
    return [[words.heading(name) for name in COLUMNS], *(_row(lead, words) for lead in leads)]


def transcript_rows(leads: Iterable[Lead], words: LeadWords) -> list[list[str]]:
    """Return the heading and one row for each line that was written."""
    heading = [words.heading(name) for name in TRANSCRIPT_COLUMNS]
    lines = [
        [
            lead.name or lead.company,
            moment(line.at),
            words.buyer if line.is_from_buyer else words.booth,
            line.text,
            line.translation,
            lead.id,
        ]
        for lead in leads
        for line in lead.transcript
    ]
    return [heading, *lines]


def items_text(items: Sequence[LeadItem], words: LeadWords) -> str:
    """Return "JZ-03 Cup × 500; JZ-05 Plate"."""
    texts = []
    for item in items:
        name = words.product(item.sku)
        shown = item.sku if name == item.sku or not name else f"{item.sku} {name}"
        texts.append(f"{shown} × {item.quantity}" if item.quantity else shown)
    return "; ".join(texts)


def spaced(value: str) -> str:
    """Return a value with a blank behind the plus and what follows it: a spreadsheet then keeps a number as text."""
    return _NUMBER.sub(lambda match: f"+{match[1][:2]} {match[1][2:]}", value)


def moment(at: float | None) -> str:
    """Return a time on this computer's clock: "2026-11-22 14:30", "" for none."""
    return "" if at is None else datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M")


def _row(lead: Lead, words: LeadWords) -> list[str]:
    values = {
        "score": words.scores.get(lead.score, lead.score),
        "why": "; ".join(words.reasons.get(reason, reason) for reason in lead.score_reasons),
        "name": lead.name,
        "company": lead.company,
        "country": words.country(lead.country) if lead.country else "",
        "language": words.language(lead.language) if lead.language else "",
        **{kind.value: _contacts(lead.contacts, kind) for kind in ContactKind},
        "products": items_text(lead.items, words),
        "tags": "; ".join(lead.tags),
        "notes": lead.notes,
        "agreed_at": moment(lead.consented_at),
        "consent": lead.consent,
        "source": lead.source,
        "created_at": moment(lead.created_at),
        "changed_at": moment(lead.changed_at),
        "id": lead.id,
    }
    return [values[name] for name in COLUMNS]


def _contacts(contacts: Iterable[Contact], kind: ContactKind) -> str:
    return "; ".join(spaced(contact.value) for contact in contacts if contact.kind is kind)
