"""The phones of the pictures: a full hall, a language that buyers miss, and what one who was muted is called."""

from livedesk.core.audience.audience import Audience
from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, Moderation
from livedesk.core.events import AudienceChanged, Event, LinkChanged, ModerationChanged
from livedesk.core.ids import ZH, BuyerId, Language
from livedesk.core.links import HostAddress, Link, LinkKind, LinkState
from livedesk.core.translation.route import Pair

ADDRESSES = (
    HostAddress("127.0.0.1", "lo"),
    HostAddress("192.168.43.17", "wlan0"),
    HostAddress("10.0.0.7", "Realtek PCIe GbE Family Controller #2"),
)
_URL = "http://192.168.43.17:8484/mC0d8vO9v1hQ7m9rY2Jk1w8uEs4/"
_COUNTS = ("en", 21), ("es", 12), ("ar", 5)


def models() -> frozenset[Pair]:
    """Return the directions that there are models for."""
    return frozenset((ZH, Language(code)) for code in ("en", "es", "it"))


def a_full_hall() -> tuple[Event, ...]:
    """Return what the desk says with 38 phones in."""
    languages = {Language(code): count for code, count in _COUNTS}
    wished = {Language("it"): 3, Language("hu"): 1}
    reactions = {"heart": 112, "clap": 9, "fire": 3}
    barred = (
        BarredBuyer(BuyerId("phone:ab"), "Maria S.", Bar.MUTED),
        BarredBuyer(BuyerId("twitch:x"), "very_long_buyer_name_that_goes_on_and_on_and_on", Bar.BLOCKED),
    )
    return (
        LinkChanged(Link(LinkKind.AUDIENCE, LinkState.ON, _URL, can_send=True)),
        AudienceChanged(Audience(38, languages, wished, reactions)),
        ModerationChanged(Moderation(ChatRules(("scam", "фейк", "假货")), barred)),
    )


def a_port_in_use() -> Event:
    """Return what the desk says where phones cannot connect."""
    link = Link(LinkKind.AUDIENCE, LinkState.FAILED, code="port_in_use", params={"port": 8484})
    return LinkChanged(link)
