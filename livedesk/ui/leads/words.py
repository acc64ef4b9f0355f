"""Words for leads: scores, reasons, contacts and products, and what a person typed of them read back."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.catalogue.typed import NotReadable
from livedesk.core.ids import Sku
from livedesk.core.leads.contacts import find_contacts
from livedesk.core.leads.filtering import LeadOrder
from livedesk.core.leads.lead import Contact, ContactKind, LeadItem, LeadScore, ScoreReason
from livedesk.ui.figures import format_count, format_time_of_day, locale_name

_SCORES = {
    LeadScore.HOT: QT_TRANSLATE_NOOP("leads", "Hot"),
    LeadScore.WARM: QT_TRANSLATE_NOOP("leads", "Warm"),
    LeadScore.COLD: QT_TRANSLATE_NOOP("leads", "Cold"),
}
_REASONS = {
    ScoreReason.ASKED_QUOTE: QT_TRANSLATE_NOOP("leads", "Asked for a quote on the phone page."),
    ScoreReason.GAVE_QUANTITY: QT_TRANSLATE_NOOP("leads", "Said how many."),
    ScoreReason.REACHES_MOQ: QT_TRANSLATE_NOOP("leads", "The quantity reaches the minimum order."),
    ScoreReason.GAVE_CONTACT: QT_TRANSLATE_NOOP("leads", "Left a contact."),
    ScoreReason.ASKED_SAMPLE: QT_TRANSLATE_NOOP("leads", "Asked for a sample."),
    ScoreReason.ASKED_TERMS: QT_TRANSLATE_NOOP(
        "leads", "Asked about shipping, payment, certificates or customisation."
    ),
    ScoreReason.ASKED_PRICE: QT_TRANSLATE_NOOP("leads", "Asked for the price."),
    ScoreReason.ASKED_SEVERAL: QT_TRANSLATE_NOOP("leads", "Asked about several products."),
    ScoreReason.COMPLAINED: QT_TRANSLATE_NOOP("leads", "Complained."),
    ScoreReason.SET_BY_HAND: QT_TRANSLATE_NOOP("leads", "You set this yourself."),
}
_KINDS = {
    ContactKind.EMAIL: QT_TRANSLATE_NOOP("leads", "E-mail"),
    ContactKind.PHONE: QT_TRANSLATE_NOOP("leads", "Phone"),
    ContactKind.WHATSAPP: QT_TRANSLATE_NOOP("leads", "WhatsApp"),
    ContactKind.WECHAT: QT_TRANSLATE_NOOP("leads", "WeChat"),
    ContactKind.TELEGRAM: QT_TRANSLATE_NOOP("leads", "Telegram"),
}
_ORDERS = {
    LeadOrder.NEWEST: QT_TRANSLATE_NOOP("leads", "Newest first"),
    LeadOrder.HOTTEST: QT_TRANSLATE_NOOP("leads", "Hottest first"),
    LeadOrder.NAME: QT_TRANSLATE_NOOP("leads", "By name"),
    LeadOrder.COUNTRY: QT_TRANSLATE_NOOP("leads", "By country"),
}
_ITEM = re.compile(r"(.+?)\s*[x×*]\s*([\d., ]+)$", re.I)
_KIND_BEFORE = re.compile(r"\s*([^:]{1,20}?)\s*:\s*(.+)")


def score_text(score: LeadScore) -> str:
    """Return "Hot"."""
    return _say(_SCORES[score])


def reason_text(reason: ScoreReason) -> str:
    """Return a sentence that says why."""
    return _say(_REASONS[reason])


def order_text(order: LeadOrder) -> str:
    """Return the name of an order for a menu."""
    return _say(_ORDERS[order])


def kind_text(kind: ContactKind) -> str:
    """Return what a way to reach somebody is called, "" for one that says so itself."""
    return _say(_KINDS[kind]) if kind in _KINDS else ""


def contacts_text(contacts: Iterable[Contact]) -> str:
    """Return one contact a line, "WhatsApp: +34600123456", as `read_contacts` reads it."""
    return "\n".join(
        f"{name}: {contact.value}" if (name := kind_text(contact.kind)) else contact.value
        for contact in contacts
    )


def read_contacts(text: str, country: str) -> tuple[Contact, ...]:
    """Return the contacts that a person typed, one a line; what is not recognised is kept as it is."""
    kinds = {kind_text(kind).casefold(): kind for kind in _KINDS}
    found: dict[Contact, None] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _KIND_BEFORE.fullmatch(line.replace("\uff1a", ":"))
        kind = kinds.get(match[1].casefold()) if match else None
        if match and kind:
            numbers = find_contacts(match[2], country, is_given=True)
            is_number = len(numbers) == 1 and numbers[0].kind is ContactKind.PHONE
            found[Contact(kind, numbers[0].value if is_number else match[2])] = None
        else:
            found |= dict.fromkeys(find_contacts(line, country, is_given=True))
    return tuple(found)


def items_text(items: Iterable[LeadItem]) -> str:
    """Return one product a line, "JZ-03 × 500", as `read_items` reads it."""
    return "\n".join(item_text(item) for item in items)


def item_text(item: LeadItem) -> str:
    """Return "JZ-03 × 500"."""
    return f"{item.sku} × {item.quantity}" if item.quantity else item.sku


def read_items(text: str, is_known: Callable[[Sku], bool]) -> tuple[LeadItem, ...]:
    """Return the products that a person typed, one a line; raises `NotReadable` for one that is not ours."""
    found: dict[Sku, LeadItem] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _ITEM.fullmatch(line)
        sku, quantity = (match[1], match[2]) if match else (line, "")
        digits = "".join(c for c in quantity if c.isdigit())
        if is_known(Sku(line)):
            sku, digits = line, ""
        if not is_known(Sku(sku)):
            raise NotReadable
        found[Sku(sku)] = LeadItem(Sku(sku), int(digits) if digits and int(digits) else None)
    return tuple(found.values())


def when_text(at: float, now: float) -> str:
    """Return the time of day for today, else the date."""
    then, today = datetime.fromtimestamp(at).astimezone(), datetime.fromtimestamp(now).astimezone()
    return format_time_of_day(at) if then.date() == today.date() else f"{then:%Y-%m-%d}"


def moment_text(at: float) -> str:
    """Return date and time of day."""
    return f"{datetime.fromtimestamp(at).astimezone():%Y-%m-%d %H:%M}"


def country_name(code: str) -> str:
    """Return the country's name in the language of the window, its code if unknown."""
    return dict(countries()).get(code, code)


def countries() -> tuple[tuple[str, str], ...]:
    """Return code and name of every country, in the order of the names."""
    return _countries(locale_name())


@lru_cache(maxsize=4)
def _countries(locale: str) -> tuple[tuple[str, str], ...]:
    try:
        territories = Locale.parse(locale).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale.parse("en").territories
    skipped = ("EU", "UN", "ZZ", "EZ", "XA", "XB", "QO")
    named = [(code, name) for code, name in territories.items() if len(code) == 2 and code.isalpha()]
    return tuple(sorted((pair for pair in named if pair[0] not in skipped), key=lambda pair: pair[1]))


def count_text(count: int) -> str:
    """Return a count as the window writes it."""
    return format_count(count)


def _say(source: object) -> str:
    return QCoreApplication.translate("leads", str(source))
