"""Words for connections: addresses, how many phones, reactions."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from livedesk.core.audience.addresses import AdapterKind, adapter_kind
from livedesk.core.audience.audience import Audience
from livedesk.core.ids import Language
from livedesk.core.links import HostAddress, Link, LinkState
from livedesk.ui.words import format_count, language_own_name

_KINDS = {
    AdapterKind.WIFI: QT_TRANSLATE_NOOP("connections", "Wi-Fi"),
    AdapterKind.CABLE: QT_TRANSLATE_NOOP("connections", "Cable"),
    AdapterKind.OTHER: QT_TRANSLATE_NOOP("connections", "Network"),
    AdapterKind.VIRTUAL: QT_TRANSLATE_NOOP("connections", "Inside this computer"),
    AdapterKind.LOOPBACK: QT_TRANSLATE_NOOP("connections", "This computer only"),
}
_ADVICE = {
    AdapterKind.WIFI: QT_TRANSLATE_NOOP(
        "connections",
        "Buyers' phones must be in the same Wi-Fi as this computer. No internet is needed.",
    ),
    AdapterKind.CABLE: QT_TRANSLATE_NOOP(
        "connections",
        "Buyers' phones must be in the Wi-Fi of the router that this cable goes to. No internet is needed.",
    ),
    AdapterKind.OTHER: QT_TRANSLATE_NOOP(
        "connections",
        "Buyers' phones must be in the same network as this computer. No internet is needed.",
    ),
    AdapterKind.VIRTUAL: QT_TRANSLATE_NOOP(
        "connections", "Only programs on this computer use this address; phones hardly ever reach it."
    ),
    AdapterKind.LOOPBACK: QT_TRANSLATE_NOOP(
        "connections", "To try the page in a browser on this computer. No phone reaches it."
    ),
}
_NO_NETWORK = QT_TRANSLATE_NOOP(
    "connections",
    "This computer is in no network. Switch on its Wi-Fi or its hotspot, or the hotspot of a phone, and let the "
    "buyers' phones join it.",
)
REACTIONS: dict[str, tuple[str, object]] = {
    "heart": ("❤️", QT_TRANSLATE_NOOP("connections", "hearts")),
    "clap": ("👏", QT_TRANSLATE_NOOP("connections", "claps")),
    "fire": ("🔥", QT_TRANSLATE_NOOP("connections", "fires")),
    "thanks": ("🙏", QT_TRANSLATE_NOOP("connections", "thanks")),
}


class _Counted(QObject):
    """Texts with a plural; `tr` of a QObject is the only form that lupdate takes for one in Python."""

    def connected(self, count: int) -> str:
        return self.tr("%n phone(s) connected", "", count)

    def wishing(self, count: int) -> str:
        return self.tr("%n phone(s) would rather read {language}", "", count)


def address_text(each: HostAddress) -> str:
    """Return an address to choose: "192.168.1.20 · Wi-Fi (wlan0)"."""
    kind = _say(_KINDS[adapter_kind(each.adapter)])
    return f"{each.address} · {kind} ({each.adapter})"


def advice_text(each: HostAddress | None) -> str:
    """Return what phones need to reach the address; None is none."""
    return _say(_NO_NETWORK if each is None else _ADVICE[adapter_kind(each.adapter)])


def phones_text(link: Link, audience: Audience) -> str:
    """Return in a few words whether phones are let in, and how many there are."""
    if link.state is LinkState.ON:
        return _Counted().connected(audience.phones)
    if link.state is LinkState.CONNECTING:
        return QCoreApplication.translate("connections", "Opening…")
    if link.state is LinkState.WAITING:
        return QCoreApplication.translate("connections", "Waiting for the network")
    if link.state is LinkState.FAILED:
        return QCoreApplication.translate("connections", "Phones cannot connect")
    return QCoreApplication.translate("connections", "Closed for phones")


def languages_read(audience: Audience) -> str:
    """Return what the phones read, the most read first: "English 12 · Español 5"."""
    most_first = sorted(audience.languages.items(), key=lambda item: (-item[1], item[0]))
    return " · ".join(
        # Isolated, or an Arabic name would take the count over to its other side.
        f"\u2068{language_own_name(code)}\u2069 {format_count(count)}"
        for code, count in most_first
        if count
    )


def reactions_text(audience: Audience) -> str:
    """Return the reactions as signs with their counts."""
    given = ((sign, audience.reactions.get(kind, 0)) for kind, (sign, _) in REACTIONS.items())
    return "   ".join(f"{sign} {format_count(count)}" for sign, count in given if count)


def reactions_spoken(audience: Audience) -> str:
    """Return the reactions in words, for screen readers."""
    given = ((name, audience.reactions.get(kind, 0)) for kind, (_, name) in REACTIONS.items())
    return ", ".join(f"{format_count(count)} {_say(name)}" for name, count in given if count)


def wish_text(language: Language, count: int) -> str:
    """Return how many phones would rather read `language`."""
    return _Counted().wishing(count).format(language=language_own_name(language))


def _say(source: object) -> str:
    return QCoreApplication.translate("connections", str(source))
