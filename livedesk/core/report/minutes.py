"""How many phones there were in one minute of a show, as the store keeps it."""

from dataclasses import dataclass, field

from livedesk.core.ids import Language


@dataclass(frozen=True, slots=True)
class AudienceMinute:
    """The most phones in `minute` (minutes since 1970), what they read then, and the show's reactions by its end."""

    minute: int
    phones: int
    languages: dict[Language, int] = field(default_factory=dict)
    reactions: dict[str, int] = field(default_factory=dict)
