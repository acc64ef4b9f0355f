"""The chats that livedesk connects to by itself, as the settings want them; owned by `Network`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from livedesk.adapters.chat.recorded import RecordedChat, RecordedLine
from livedesk.adapters.chat.twitch import TwitchConnection, TwitchServer
from livedesk.adapters.chat.youtube import API, Allowance, YouTubeConnection
from livedesk.core.chat.sources import INLET
from livedesk.core.events import ChatReceived, Input, LinkReported
from livedesk.core.links import LinkKind
from livedesk.core.ports import ChatConnection
from livedesk.core.settings import Settings
from livedesk.runtime.chat_gate import ChatGate
from livedesk.runtime.chat_links import ChatLinks, Patience
from livedesk.runtime.desk import Desk
from livedesk.runtime.linked_source import HandOver, LinkedSource
from livedesk.runtime.net_lane import NetLane

_ANSWERED = (LinkKind.TWITCH, LinkKind.YOUTUBE, LinkKind.REPLAY)
"""Kinds with a connection that replies go to. The inlet has none: what hands in there takes nothing back."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Other servers than the real ones, for tests."""

    twitch: TwitchServer | None = None
    youtube_api: str = API
    youtube_scale: float = 1.0
    """How long its pauses are, times their usual length."""
    patience: Patience | None = None


class ChatSources:
    """Opens and closes connections as the settings change. Its methods may be called from any thread."""

    def __init__(self, desk: Desk, net: NetLane, elsewhere: Elsewhere | None = None) -> None:
        self._desk, self._net, self._elsewhere = desk, net, elsewhere or Elsewhere()
        self._links = ChatLinks(net, desk.post, desk.clock, self._elsewhere.patience)
        self._sources = [LinkedSource(kind, self._links, net, desk.post) for kind in _ANSWERED]
        self._sources.append(LinkedSource(LinkKind.INLET, None, net, desk.post))
        self._wanted: dict[LinkKind, tuple[str, ...]] = {}
        self._allowances: dict[str, Allowance] = {}

    def start(self) -> None:
        """Let replies go to these chats."""
        for source in self._sources:
            self._desk.add_source(source)

    def use_clipboard(self, copy: HandOver) -> None:
        """Copy the replies that cannot be sent from here; before `start`."""
        for source in self._sources:
            source.hand_over = copy

    def apply(self, settings: Settings) -> None:
        """Connect to what is switched on, to nothing else; what did not change stays as it is."""
        self._net.call(self._apply, settings)

    def replay(self, lines: Sequence[RecordedLine], file: str, speed: float) -> None:
        """Play recorded chat into the running show, `speed` times as fast as it was."""
        run_id = f"{self._desk.clock.now():.3f}"
        self._links.open(RecordedChat(lines, file, run_id, speed))

    def stop_replay(self) -> None:
        """Play no further."""
        self._links.close(LinkKind.REPLAY)

    def retry(self, kind: LinkKind) -> None:
        """Try a connection that waits or failed again now."""
        self._links.retry(kind)

    async def stop(self) -> None:
        """Close all and wait for it; on the thread `net`."""
        await self._links.stop()

    # --- on the thread `net` ---

    def _apply(self, settings: Settings) -> None:
        s = settings
        self._follow(
            LinkKind.TWITCH,
            (s.twitch_channel, s.twitch_login, s.twitch_token) if s.is_twitch_on else (),
            lambda: TwitchConnection(
                s.twitch_channel, s.twitch_login, s.twitch_token, self._elsewhere.twitch
            ),
        )
        self._follow(
            LinkKind.YOUTUBE,
            (s.youtube_video, s.youtube_key) if s.is_youtube_on else (),
            lambda: self._youtube(s.youtube_video, s.youtube_key),
        )

    def _follow(self, kind: LinkKind, wanted: tuple[str, ...], make: Callable[[], ChatConnection]) -> None:
        """Open, replace or close one connection where `wanted` differs from what it was; () is off."""
        if wanted == self._wanted.get(kind, ()):
            return
        self._wanted[kind] = wanted
        if wanted:
            self._links.open(make())
        else:
            self._links.close(kind)

    def _youtube(self, video: str, key: str) -> YouTubeConnection:
        # The allowance is the key's: another video, or off and on again, does not make it whole.
        allowance = self._allowances.setdefault(key, Allowance(self._desk.clock))
        elsewhere = self._elsewhere
        return YouTubeConnection(
            video, key, self._desk.clock, elsewhere.youtube_api, elsewhere.youtube_scale, allowance
        )


class InletGate:
    """Stands between the inlet and the desk: what comes in a flood is left out, and its link says how much.

    Belongs to the thread `net`.
    """

    def __init__(self, post: Callable[[Input], None], now: Callable[[], float]) -> None:
        self._post = post
        self._gate = ChatGate(now)

    def post(self, given: Input) -> None:
        """Hand over to the desk what the desk can take."""
        match given:
            case ChatReceived(source=source) if source == INLET:
                if self._gate.takes(given):
                    self._post(given)
            case LinkReported(link) if link.kind is LinkKind.INLET:
                counts = replace(link, received=self._gate.received, dropped=self._gate.dropped)
                self._post(LinkReported(counts))
            case _:
                self._post(given)
