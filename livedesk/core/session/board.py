"""What stands on the desk's board: the state of each part, and the notices. Says what changed, once."""

from livedesk.core.events import Event, HealthChanged, NoticeCleared, NoticePosted
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, Part


class Board:
    """Health of every part and the notices not yet dismissed."""

    def __init__(self) -> None:
        self._health = {part: Health(part, HealthState.OFF) for part in Part}
        self._notices: dict[NoticeCode, Notice] = {}

    def events(self) -> list[Event]:
        """Return the events that tell a new subscriber what stands here."""
        return [*map(HealthChanged, self._health.values()), *map(NoticePosted, self._notices.values())]

    def has(self, code: NoticeCode) -> bool:
        """Whether a notice stands here."""
        return code in self._notices

    def set_health(self, health: Health) -> list[Event]:
        """Note how a part is; nothing follows where it was so before."""
        if self._health[health.part] == health:
            return []
        self._health[health.part] = health
        return [HealthChanged(health)]

    def post(self, notice: Notice) -> list[Event]:
        """Put up a notice, in place of an older one with its code; nothing follows where it stands already."""
        if self._notices.get(notice.code) == notice:
            return []
        self._notices[notice.code] = notice
        return [NoticePosted(notice)]

    def clear(self, code: NoticeCode) -> list[Event]:
        """Take a notice down, if it stands here."""
        return [NoticeCleared(code)] if self._notices.pop(code, None) else []
