"""What the window asks of the network; see `ui.connections.services.NetworkServices`."""

from livedesk.adapters.web.security import new_key
from livedesk.app.wiring import Wired
from livedesk.core.links import HostAddress, LinkKind
from livedesk.core.typing_compat import override
from livedesk.ui.connections.services import NetworkServices


class NetworkErrands(NetworkServices):
    """Hands everything over to `Network`."""

    def __init__(self, wired: Wired) -> None:
        self._wired = wired

    @override
    def open_audience(self) -> None:
        self._wired.network.open_audience()

    @override
    def close_audience(self) -> None:
        self._wired.network.close_audience()

    @override
    def addresses(self) -> tuple[HostAddress, ...]:
        return self._wired.network.addresses()

    @override
    def new_key(self) -> str:
        return new_key()

    @override
    def retry(self, kind: LinkKind) -> None:
        self._wired.network.retry(kind)

    @override
    def obs_scenes(self) -> tuple[str, ...]:
        return self._wired.network.obs_scenes()

    @override
    def photo(self, name: str) -> bytes:
        return self._wired.network.photo(name)
