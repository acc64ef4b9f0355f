"""Which of this computer's addresses phones can reach: the likeliest first, and where to go when one is lost."""

import ipaddress
import re
from enum import StrEnum

from livedesk.core.links import HostAddress

LOOPBACK = "127.0.0.1"


class AdapterKind(StrEnum):
    """What an adapter is, as far as its name tells. VIRTUAL ones lead to programs on this computer, not to phones."""

    WIFI = "wifi"
    CABLE = "cable"
    OTHER = "other"
    VIRTUAL = "virtual"
    LOOPBACK = "loopback"


_NAMES: tuple[tuple[AdapterKind, re.Pattern[str]], ...] = (
    (AdapterKind.LOOPBACK, re.compile(r"^lo\d*$|loopback", re.I)),
    (
        AdapterKind.VIRTUAL,
        re.compile(
            r"docker|veth|virbr|^br-|vbox|virtualbox|vmware|vmnet|vethernet|hyper-v|wsl|tailscale|zerotier|wireguard"
            r"|^wg\d|^utun|^tun|^tap|tap-windows|^ppp|vpn|npcap|bluetooth|^awdl|^llw|^bridge|^lxc|^cni|^flannel",
            re.I,
        ),
    ),
    (AdapterKind.WIFI, re.compile(r"wi-?fi|wlan|wireless|802\.11|^wl|^ap\d|airport|无线", re.I)),
    (AdapterKind.CABLE, re.compile(r"ethernet|^eth|^en[ospx]|gbe|gigabit|^lan|以太网|本地连接", re.I)),
)
_ORDER = {
    AdapterKind.WIFI: 0,
    AdapterKind.CABLE: 1,
    AdapterKind.OTHER: 1,  # macOS calls both "en0"
    AdapterKind.VIRTUAL: 2,
    AdapterKind.LOOPBACK: 3,
}


def adapter_kind(adapter: str) -> AdapterKind:
    """Return what the adapter called `adapter` is; a Windows hotspot is Wi-Fi though it is called virtual."""
    if re.search(r"wi-?fi direct|hosted network", adapter, re.I):
        return AdapterKind.WIFI
    return next((kind for kind, name in _NAMES if name.search(adapter)), AdapterKind.OTHER)


def ranked(addresses: tuple[HostAddress, ...]) -> tuple[HostAddress, ...]:
    """Return the addresses that a server can be bound to, the likeliest for phones first; ties keep their order.

    Left out is what a phone cannot be sent to: IPv6, which needs brackets and often a zone, and addresses that a
    computer gives itself where no network gave it one (169.254.x.x).
    """
    usable = [each for each in addresses if _is_usable(each.address)]
    return tuple(sorted(usable, key=_rank))


def for_phones(addresses: tuple[HostAddress, ...]) -> tuple[HostAddress, ...]:
    """Return the `ranked` addresses that another device may reach: neither this computer's own nor virtual ones."""
    near = (AdapterKind.VIRTUAL, AdapterKind.LOOPBACK)
    return tuple(each for each in ranked(addresses) if _kind(each) not in near)


def choose(wanted: str, addresses: tuple[HostAddress, ...], adapter: str = "") -> HostAddress | None:
    """Return where to listen: at `wanted`, or where that is "" at the likeliest address; None where there is none.

    A wanted address that is gone is followed to the new address of `adapter`, which had it; never to another network,
    which nobody chose.
    """
    if not wanted:
        return next(iter(for_phones(addresses)), None)
    here = ranked(addresses)
    same = next((each for each in here if each.address == wanted), None)
    return same or next((each for each in here if adapter and each.adapter == adapter), None)


def _is_usable(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return address.version == 4 and not address.is_link_local and not address.is_unspecified


def _kind(each: HostAddress) -> AdapterKind:
    if ipaddress.ip_address(each.address).is_loopback:
        return AdapterKind.LOOPBACK
    return adapter_kind(each.adapter)


def _rank(each: HostAddress) -> tuple[int, bool]:
    return _ORDER[_kind(each)], not ipaddress.ip_address(each.address).is_private
