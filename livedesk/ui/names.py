"""Names of languages, states and parts; `words.py` hands them on to every widget."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.core.chat import sources
from livedesk.core.chat.intent import Intent
from livedesk.core.ids import Language
from livedesk.core.records import MessageState, Origin, Part, ReplyState, SessionState
from livedesk.core.settings import Theme
from livedesk.ui.figures import locale_name

_PARTS: dict[Part, object] = {
    Part.MICROPHONE: QT_TRANSLATE_NOOP("words", "Microphone"),
    Part.SPEECH: QT_TRANSLATE_NOOP("words", "Speech"),
    Part.TRANSLATION: QT_TRANSLATE_NOOP("words", "Translation"),
    Part.STORE: QT_TRANSLATE_NOOP("words", "Saving"),
}

_SESSION_STATES: dict[SessionState, object] = {
    SessionState.IDLE: QT_TRANSLATE_NOOP("words", "Not on air"),
    SessionState.LIVE: QT_TRANSLATE_NOOP("words", "LIVE"),
    SessionState.PAUSED: QT_TRANSLATE_NOOP("words", "Paused"),
    SessionState.ENDED: QT_TRANSLATE_NOOP("words", "Ended"),
}
_REHEARSAL_STATES: dict[SessionState, object] = {
    **_SESSION_STATES,
    SessionState.LIVE: QT_TRANSLATE_NOOP("words", "Rehearsal"),
    SessionState.PAUSED: QT_TRANSLATE_NOOP("words", "Rehearsal paused"),
    SessionState.ENDED: QT_TRANSLATE_NOOP("words", "Rehearsal ended"),
}

_MESSAGE_STATES: dict[MessageState, object] = {
    MessageState.WAITING: QT_TRANSLATE_NOOP("words", "Being translated…"),
    MessageState.TRANSLATED: QT_TRANSLATE_NOOP("words", "Translated"),
    MessageState.UNTRANSLATED: QT_TRANSLATE_NOOP("words", "Not translated"),
    MessageState.SKIPPED: QT_TRANSLATE_NOOP("words", "Skipped in the rush"),
}

_REPLY_STATES: dict[ReplyState, object] = {
    ReplyState.TYPED: QT_TRANSLATE_NOOP("words", "Being translated…"),
    ReplyState.TRANSLATED: QT_TRANSLATE_NOOP("words", "Being read back…"),
    ReplyState.CHECKED: QT_TRANSLATE_NOOP("words", "Ready to send"),
    ReplyState.SENDING: QT_TRANSLATE_NOOP("words", "Sending…"),
    ReplyState.SENT: QT_TRANSLATE_NOOP("words", "Sent"),
    ReplyState.FAILED: QT_TRANSLATE_NOOP("words", "Not sent"),
}

_ORIGINS: dict[Origin, object] = {
    Origin.MICROPHONE: QT_TRANSLATE_NOOP("words", "spoken"),
    Origin.TYPED: QT_TRANSLATE_NOOP("words", "typed"),
    Origin.TAPE: QT_TRANSLATE_NOOP("words", "recorded"),
}

_OWN_NAMES = {
    "ar": "العربية", "cs": "Čeština", "de": "Deutsch", "en": "English", "es": "Español", "fa": "فارسی",
    "fr": "Français", "he": "עברית", "hi": "हिन्दी", "id": "Indonesia", "it": "Italiano", "ja": "日本語",
    "ko": "한국어", "nl": "Nederlands", "pl": "Polski", "pt": "Português", "ro": "Română", "ru": "Русский",
    "sw": "Kiswahili", "th": "ไทย", "tr": "Türkçe", "uk": "Українська", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
"""The usual ones: babel reads a file for each, and a menu of all would hold the window up for 80 ms."""

_INTENTS: dict[Intent, object] = {
    Intent.PRICE: QT_TRANSLATE_NOOP("words", "Price"),
    Intent.MOQ: QT_TRANSLATE_NOOP("words", "Minimum order"),
    Intent.SAMPLE: QT_TRANSLATE_NOOP("words", "Sample"),
    Intent.SHIPPING: QT_TRANSLATE_NOOP("words", "Shipping"),
    Intent.CUSTOMISATION: QT_TRANSLATE_NOOP("words", "Customisation"),
    Intent.CERTIFICATE: QT_TRANSLATE_NOOP("words", "Certificates"),
    Intent.PAYMENT: QT_TRANSLATE_NOOP("words", "Payment"),
    Intent.STOCK: QT_TRANSLATE_NOOP("words", "Stock"),
    Intent.GREETING: QT_TRANSLATE_NOOP("words", "Greetings"),
    Intent.COMPLAINT: QT_TRANSLATE_NOOP("words", "Complaints"),
    Intent.AFTER_SALES: QT_TRANSLATE_NOOP("words", "After-sales"),
}

_THEMES: dict[Theme, object] = {
    Theme.SYSTEM: QT_TRANSLATE_NOOP("words", "Same as this computer"),
    Theme.LIGHT: QT_TRANSLATE_NOOP("words", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("words", "Dark"),
}


_SOURCES: dict[str, object] = {
    sources.PHONE: QT_TRANSLATE_NOOP("words", "Phone"),
    sources.INLET: QT_TRANSLATE_NOOP("words", "Other programs"),
    sources.PASTED: QT_TRANSLATE_NOOP("words", "Pasted"),
    sources.REPLAY: QT_TRANSLATE_NOOP("words", "Recording"),
    sources.PRACTICE: QT_TRANSLATE_NOOP("words", "Rehearsal"),
}
_PLATFORMS = {
    "twitch": "Twitch", "youtube": "YouTube", "youtubeshorts": "YouTube Shorts", "tiktok": "TikTok",
    "facebook": "Facebook", "instagram": "Instagram", "instagramlive": "Instagram", "x": "X", "twitter": "X",
    "linkedin": "LinkedIn", "whatsapp": "WhatsApp", "wechat": "WeChat", "telegram": "Telegram", "vk": "VK",
    "vklive": "VK", "kick": "Kick", "zoom": "Zoom", "teams": "Teams", "discord": "Discord", "slack": "Slack",
    "bilibili": "bilibili", "douyin": "抖音", "xiaohongshu": "小红书", "kuaishou": "快手", "taobao": "淘宝",
    "alibaba": "Alibaba", "amazon": "Amazon", "shopee": "Shopee", "lazada": "Lazada", "ebay": "eBay",
    "kakaotalk": "KakaoTalk", "line": "LINE", "zalo": "Zalo", "rumble": "Rumble", "odysee": "Odysee",
    "trovo": "Trovo", "vimeo": "Vimeo", "whatnot": "Whatnot", "sooplive": "SOOP",
}  # fmt: skip
"""How platforms write themselves, by Social Stream Ninja's names; another is shown as it came."""
_PLATFORM_CHARACTERS = 24


def source_name(source: str, platform: str = "") -> str:
    """Return where a message comes from: the platform that it was written on, else what delivered it."""
    known = _SOURCES.get(platform or source)
    if known is not None:
        return _say(known)
    name = platform or source
    return _PLATFORMS.get(name.lower(), name[:_PLATFORM_CHARACTERS])


def part_name(part: Part) -> str:
    """Return the name of a part for the status strip."""
    return _say(_PARTS[part])


def session_state_text(state: SessionState, *, is_rehearsal: bool) -> str:
    """Return the state pill's word; a rehearsal never reads "LIVE"."""
    return _say((_REHEARSAL_STATES if is_rehearsal else _SESSION_STATES)[state])


def message_state_text(state: MessageState) -> str:
    """Return how far a buyer's message has come."""
    return _say(_MESSAGE_STATES[state])


def reply_state_text(state: ReplyState) -> str:
    """Return how far a reply has come."""
    return _say(_REPLY_STATES[state])


def origin_text(origin: Origin) -> str:
    """Return how a host line reached the desk."""
    return _say(_ORIGINS[origin])


def intent_text(intent: Intent) -> str:
    """Return what a message asks about, for a label or a list."""
    return _say(_INTENTS[intent])


def theme_name(theme: Theme) -> str:
    """Return the name of a theme for menus."""
    return _say(_THEMES[theme])


def language_name(language: Language) -> str:
    """Return the language's name in the language of the window ("Spanish", "西班牙语"), its code if unknown."""
    return _language_name(language, locale_name())


def language_own_name(language: Language) -> str:
    """Return the language's name in itself: "Español", "中文"."""
    return _OWN_NAMES.get(language) or _language_name(language, language)


def language_badge(language: Language | None) -> str:
    """Return the two letters for a badge, "?" while the language is not known."""
    return language.upper() if language else "?"


@lru_cache(maxsize=512)
def _language_name(language: str, locale: str) -> str:
    try:
        name = Locale.parse(language).get_language_name(locale)
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language


def _say(source: object) -> str:
    return QCoreApplication.translate("words", str(source))
