"""The desk's connections to the outside: what listens on the network, and what it is connected to."""

from dataclasses import dataclass, field
from enum import StrEnum


class LinkKind(StrEnum):
    """The connections there can be, each at most once."""

    AUDIENCE = "audience"
    OVERLAY = "overlay"
    INLET = "inlet"
    TWITCH = "twitch"
    YOUTUBE = "youtube"
    REPLAY = "replay"
    OBS = "obs"


class LinkState(StrEnum):
    """How a connection is. WAITING was cut and tries again at `Link.retry_at`; FAILED does not try again."""

    OFF = "off"
    CONNECTING = "connecting"
    ON = "on"
    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Link:
    """One connection as it is now.

    `address` is where others find it, its key included, or what it is connected to (a channel). `code` is an
    `ErrorCode` value, with the `params` of its sentence, when something is wrong. `received` counts what it
    delivered, `dropped` what was left out of a flood. `pace_s` is set where it asks for news at intervals.
    """

    kind: LinkKind
    state: LinkState
    address: str = ""
    code: str = ""
    params: dict[str, str | int] = field(default_factory=dict)
    retry_at: float = 0.0
    received: int = 0
    dropped: int = 0
    pace_s: float = 0.0
    can_send: bool = False


@dataclass(frozen=True, slots=True)
class HostAddress:
    """An address of this computer, "192.168.1.20", and what the system calls the adapter that has it."""

    address: str
    adapter: str
