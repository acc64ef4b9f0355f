"""What the pages of the connections ask of the application; `app/` provides it, tests bring a fake."""

from typing import Protocol

from livedesk.core.links import HostAddress, LinkKind


class NetworkServices(Protocol):
    """Opens and closes what the desk does over networks. Every call returns at once.

    What is switched on in the settings (overlay, inlet, platforms, OBS) follows the settings by itself. How each
    connection is comes back as `LinkChanged`.
    """

    def open_audience(self) -> None:
        """Let phones in, at the address and port of the settings, with a new key."""
        ...

    def close_audience(self) -> None:
        """Let no phone in any more; the QR code that was shown is dead for good."""
        ...

    def addresses(self) -> tuple[HostAddress, ...]:
        """Return this computer's addresses as last seen, the likeliest for phones first, and look again."""
        ...

    def new_key(self) -> str:
        """Return a key nobody can guess, for the overlay or the inlet."""
        ...

    def retry(self, kind: LinkKind) -> None:
        """Try a connection that failed, or waits, again now."""
        ...

    def obs_scenes(self) -> tuple[str, ...]:
        """Return the scenes of OBS as last seen, in the order of its list; () before it was connected."""
        ...

    def photo(self, name: str) -> bytes:
        """Return a photo that a buyer sent, b"" where it is gone."""
        ...
