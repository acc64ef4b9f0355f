"""The headings and labels of exported leads, in the language of the window."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_HEADINGS = {
    "score": QT_TRANSLATE_NOOP("leads", "Score"),
    "why": QT_TRANSLATE_NOOP("leads", "Why"),
    "name": QT_TRANSLATE_NOOP("leads", "Name"),
    "company": QT_TRANSLATE_NOOP("leads", "Company"),
    "country": QT_TRANSLATE_NOOP("leads", "Country"),
    "language": QT_TRANSLATE_NOOP("leads", "Language"),
    "email": QT_TRANSLATE_NOOP("leads", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("leads", "Phone"),
    "whatsapp": QT_TRANSLATE_NOOP("leads", "WhatsApp"),
    "wechat": QT_TRANSLATE_NOOP("leads", "WeChat"),
    "telegram": QT_TRANSLATE_NOOP("leads", "Telegram"),
    "other": QT_TRANSLATE_NOOP("leads", "Other contacts"),
    "products": QT_TRANSLATE_NOOP("leads", "Products"),
    "tags": QT_TRANSLATE_NOOP("leads", "Tags"),
    "notes": QT_TRANSLATE_NOOP("leads", "Notes"),
    "agreed_at": QT_TRANSLATE_NOOP("leads", "Agreed on"),
    "consent": QT_TRANSLATE_NOOP("leads", "Agreed to"),
    "source": QT_TRANSLATE_NOOP("leads", "Source"),
    "created_at": QT_TRANSLATE_NOOP("leads", "Made"),
    "changed_at": QT_TRANSLATE_NOOP("leads", "Changed"),
    "id": QT_TRANSLATE_NOOP("leads", "Lead"),
    "time": QT_TRANSLATE_NOOP("leads", "Time"),
    "who": QT_TRANSLATE_NOOP("leads", "Who"),
    "text": QT_TRANSLATE_NOOP("leads", "Text"),
    "translation": QT_TRANSLATE_NOOP("leads", "Translation"),
}
_LABELS = {
    "leads": QT_TRANSLATE_NOOP("leads", "Leads"),
    "transcripts": QT_TRANSLATE_NOOP("leads", "Transcripts"),
    "buyer": QT_TRANSLATE_NOOP("leads", "Buyer"),
    "booth": QT_TRANSLATE_NOOP("leads", "Booth"),
}


def headings() -> dict[str, str]:
    """Return the headings by the names of the columns."""
    return {name: QCoreApplication.translate("leads", str(text)) for name, text in _HEADINGS.items()}


def labels() -> dict[str, str]:
    """Return the other labels by the field names of `adapters.leads.table.LeadWords`."""
    return {name: QCoreApplication.translate("leads", str(text)) for name, text in _LABELS.items()}
