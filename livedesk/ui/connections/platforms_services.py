"""What the page of the platforms asks of the application; `app/` provides it, tests bring a fake."""

from pathlib import Path
from typing import Protocol


class ChatServices(Protocol):
    """Plays recorded chat into a running show. Every call returns at once; how it goes comes as `LinkChanged`."""

    def start_replay(self, path: Path, speed: float) -> None:
        """Play the chat in a tape or a table, `speed` times as fast as it was; a notice says what is wrong."""
        ...

    def stop_replay(self) -> None:
        """Play no further."""
        ...
