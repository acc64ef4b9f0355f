"""The chats of the pictures: one that works, one that was cut, one in a rush, one that is played."""

import time
from dataclasses import replace

from livedesk.core.events import LinkChanged
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.settings import Settings


def settings(of: Settings) -> Settings:
    """Return `of` with every chat switched on."""
    return replace(
        of,
        is_inlet_on=True,
        inlet_key="mC0d8vO9v1hQ7m9rY2Jk1w",
        is_twitch_on=True,
        twitch_channel="lumiokitchen",
        twitch_login="lumiobooth",
        twitch_token="a token",
        is_youtube_on=True,
        youtube_video="https://youtu.be/dQw4w9WgXcQ",
        youtube_key="a key",
    )


def links() -> tuple[LinkChanged, ...]:
    """Return how each chat is."""
    inlet = "http://127.0.0.1:8485/mC0d8vO9v1hQ7m9rY2Jk1w/inlet"
    cut = {"host": "irc.chat.twitch.tv"}
    return tuple(
        LinkChanged(link)
        for link in (
            Link(LinkKind.INLET, LinkState.ON, inlet, received=86),
            Link(
                LinkKind.TWITCH, LinkState.WAITING, "lumiokitchen", "unreachable", cut, time.time() + 17, 143
            ),
            Link(LinkKind.YOUTUBE, LinkState.ON, "dQw4w9WgXcQ", received=1240, dropped=37, pace_s=7.2),
            Link(LinkKind.REPLAY, LinkState.ON, "chat.csv", received=12),
        )
    )
