"""Words for moderation in the chat: why a message is hidden, what became of a buyer."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.chat.moderation import Bar, HiddenWhy

_HIDDEN = {
    HiddenWhy.OPERATOR: QT_TRANSLATE_NOOP("moderation", "Hidden by you"),
    HiddenWhy.MUTED: QT_TRANSLATE_NOOP("moderation", "Hidden: the buyer is muted"),
    HiddenWhy.WORD: QT_TRANSLATE_NOOP("moderation", "Hidden: a blocked word"),
    HiddenWhy.LINK: QT_TRANSLATE_NOOP("moderation", "Hidden: a link"),
    HiddenWhy.PLATFORM: QT_TRANSLATE_NOOP("moderation", "Hidden: removed on its platform"),
}
_BARS = {
    Bar.MUTED: QT_TRANSLATE_NOOP("moderation", "muted"),
    Bar.BLOCKED: QT_TRANSLATE_NOOP("moderation", "blocked"),
}


def hidden_text(why: HiddenWhy) -> str:
    """Return why a message is hidden."""
    return QCoreApplication.translate("moderation", str(_HIDDEN[why]))


def bar_text(bar: Bar) -> str:
    """Return what became of a buyer, "muted"."""
    return QCoreApplication.translate("moderation", str(_BARS[bar]))
