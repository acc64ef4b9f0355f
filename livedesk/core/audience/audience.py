"""How many buyers watch on their phones, in which languages, and how they like it."""

from dataclasses import dataclass, field

from livedesk.core.ids import Language


@dataclass(frozen=True, slots=True)
class Audience:
    """The phones that are connected now.

    `languages` count what they read; `wished` what their browsers ask for and the show does not offer; `reactions`
    the taps of this session by kind ("heart", "clap", "fire", "thanks").
    """

    phones: int = 0
    languages: dict[Language, int] = field(default_factory=dict)
    wished: dict[Language, int] = field(default_factory=dict)
    reactions: dict[str, int] = field(default_factory=dict)
