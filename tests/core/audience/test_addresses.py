"""Which of this computer's addresses phones are sent to."""

import pytest

from livedesk.core.audience.addresses import AdapterKind, adapter_kind, choose, for_phones, ranked
from livedesk.core.links import HostAddress

WIFI = HostAddress("192.168.43.17", "wlan0")
CABLE = HostAddress("10.0.0.5", "eth0")
DOCKER = HostAddress("172.17.0.1", "docker0")
LOOP = HostAddress("127.0.0.1", "lo")
SELF_GIVEN = HostAddress("169.254.7.7", "wlan1")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("wlan0", AdapterKind.WIFI),
        ("wlp3s0", AdapterKind.WIFI),
        ("Intel(R) Wi-Fi 6 AX201 160MHz", AdapterKind.WIFI),
        ("Microsoft Wi-Fi Direct Virtual Adapter #2", AdapterKind.WIFI),
        ("eth0", AdapterKind.CABLE),
        ("enp2s0", AdapterKind.CABLE),
        ("Realtek PCIe GbE Family Controller", AdapterKind.CABLE),
        ("en0", AdapterKind.OTHER),
        ("docker0", AdapterKind.VIRTUAL),
        ("vEthernet (WSL)", AdapterKind.VIRTUAL),
        ("VirtualBox Host-Only Ethernet Adapter", AdapterKind.VIRTUAL),
        ("utun3", AdapterKind.VIRTUAL),
        ("lo", AdapterKind.LOOPBACK),
    ],
)
def test_that_an_adapter_is_told_by_its_name(name: str, kind: AdapterKind) -> None:
    assert adapter_kind(name) is kind


def test_that_wifi_comes_first_and_what_no_phone_reaches_last() -> None:
    assert ranked((LOOP, DOCKER, CABLE, WIFI)) == (WIFI, CABLE, DOCKER, LOOP)
    assert for_phones((LOOP, DOCKER, CABLE, WIFI)) == (WIFI, CABLE)


def test_that_what_cannot_be_written_into_a_qr_code_is_left_out() -> None:
    assert ranked((SELF_GIVEN, HostAddress("fe80::1", "wlan0"), HostAddress("nonsense", "x"), WIFI)) == (
        WIFI,
    )


def test_that_without_a_wish_the_likeliest_address_is_taken() -> None:
    assert choose("", (LOOP, CABLE, WIFI)) == WIFI
    assert choose("", (LOOP, DOCKER)) is None


def test_that_a_wanted_address_is_taken_whatever_its_kind() -> None:
    assert choose("127.0.0.1", (LOOP, WIFI)) == LOOP


def test_that_a_lost_address_is_followed_on_its_adapter_only() -> None:
    moved = HostAddress("192.168.43.99", "wlan0")
    assert choose("192.168.43.17", (LOOP, CABLE, moved), "wlan0") == moved
    assert choose("192.168.43.17", (LOOP, CABLE), "wlan0") is None
    assert choose("192.168.43.17", (LOOP, CABLE)) is None
