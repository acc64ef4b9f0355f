"""What the desk does over networks: lets phones in, feeds OBS, reads platforms. All of it runs on the thread `net`.

Nothing listens or connects before someone asked for it; aiohttp and the other libraries are loaded only then.
"""

from collections.abc import Callable

from livedesk.core.events import Event
from livedesk.core.links import HostAddress, LinkKind
from livedesk.core.settings import Settings
from livedesk.runtime.burst import Burst
from livedesk.runtime.desk import Desk
from livedesk.runtime.net_lane import NetLane


class Network:
    """Its methods may be called from any thread and return at once; what comes of them is told by `LinkReported`."""

    def __init__(self, desk: Desk, net: NetLane, settings: Callable[[], Settings]) -> None:
        """`settings` returns those in use."""
        self._desk, self._net, self._settings = desk, net, settings
        self._burst = Burst(net.call, self._deliver)

    def start(self) -> None:
        """Begin to follow the desk, and switch on what the settings say; phones are let in only when asked."""
        self._desk.subscribe(self._burst.put)
        self.apply(self._settings())

    def apply(self, settings: Settings) -> None:
        """Follow changed settings."""
        self._net.call(self._apply, settings)

    def open_audience(self) -> None:
        """Let phones in, at the address and port of the settings, with a new key."""

    def close_audience(self) -> None:
        """Let no phone in any more; tells those that are connected."""

    def retry(self, kind: LinkKind) -> None:
        """Try a connection that failed, or waits, again now."""

    def addresses(self) -> tuple[HostAddress, ...]:
        """Return this computer's addresses as last seen, and look again."""
        return ()

    def stop(self) -> None:
        """Close everything in order and wait for it; the desk has stopped before."""

    # --- on the thread `net` ---

    def _apply(self, settings: Settings) -> None:
        pass

    def _deliver(self, events: list[Event]) -> None:
        pass
