"""The headings and labels of exported files, in the language of the window."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.chat.intent import Intent
from livedesk.core.records import MessageState, Reason, ReplyState, WarningKind
from livedesk.ui.names import intent_text, message_state_text, reply_state_text
from livedesk.ui.sentences import reason_text

_TEXTS = {
    "host": QT_TRANSLATE_NOOP("export", "Host"),
    "reply_to": QT_TRANSLATE_NOOP("export", "Reply to {name}"),
    "rehearsal": QT_TRANSLATE_NOOP("export", "Rehearsal"),
    "private": QT_TRANSLATE_NOOP("export", "private"),
    "not_sent": QT_TRANSLATE_NOOP("export", "not sent"),
    "untranslated": QT_TRANSLATE_NOOP("export", "not translated"),
    "check": QT_TRANSLATE_NOOP("export", "please check"),
    "gap": QT_TRANSLATE_NOOP("export", "{seconds} s without captions"),
    "caption": QT_TRANSLATE_NOOP("export", "Caption"),
    "message": QT_TRANSLATE_NOOP("export", "Message"),
    "reply": QT_TRANSLATE_NOOP("export", "Reply"),
    "time": QT_TRANSLATE_NOOP("export", "Time"),
    "date": QT_TRANSLATE_NOOP("export", "Date"),
    "kind": QT_TRANSLATE_NOOP("export", "Kind"),
    "source": QT_TRANSLATE_NOOP("export", "Source"),
    "name": QT_TRANSLATE_NOOP("export", "Name"),
    "language": QT_TRANSLATE_NOOP("export", "Language"),
    "text": QT_TRANSLATE_NOOP("export", "Text"),
    "translation_language": QT_TRANSLATE_NOOP("export", "Translated into"),
    "translation": QT_TRANSLATE_NOOP("export", "Translation"),
    "reason": QT_TRANSLATE_NOOP("export", "Why not translated"),
    "warnings": QT_TRANSLATE_NOOP("export", "Warnings"),
    "state": QT_TRANSLATE_NOOP("export", "State"),
    "country": QT_TRANSLATE_NOOP("export", "Country"),
    "asks": QT_TRANSLATE_NOOP("export", "Asks about"),
    "photo": QT_TRANSLATE_NOOP("export", "photo"),
    "transcript": QT_TRANSLATE_NOOP("export", "Transcript"),
}

_WARNINGS = {
    WarningKind.FIGURES: QT_TRANSLATE_NOOP("export", "figures differ"),
    WarningKind.FIGURES_REPAIRED: QT_TRANSLATE_NOOP("export", "figures put right"),
    WarningKind.TERM_LOST: QT_TRANSLATE_NOOP("export", "name or code missing"),
}


def export_texts() -> dict[str, str]:
    """Return the labels by the field names of `adapters.store.export_words.ExportWords`."""
    return {name: QCoreApplication.translate("export", str(text)) for name, text in _TEXTS.items()}


def code_texts() -> dict[str, str]:
    """Return the words for the codes that a file may hold: reasons, states, warnings, what is asked."""
    words = {reason.value: reason_text(reason) for reason in Reason}
    words |= {state.value: message_state_text(state) for state in MessageState}
    words |= {kind.value: QCoreApplication.translate("export", str(text)) for kind, text in _WARNINGS.items()}
    words |= {intent.value: intent_text(intent) for intent in Intent}
    return words | {state.value: reply_state_text(state) for state in ReplyState}
