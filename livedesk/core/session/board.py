"""What stands on the desk's board: the state of each part, and the notices. Says what changed, once."""

from livedesk.core.events import Event, HealthChanged, NoticeCleared, NoticePosted
from livedesk.core.ids import Language
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, NoticeLevel, Part, Reason
from livedesk.core.translation.request import TranslateResult, Work


class Board:
    """Health of every part and the notices not yet dismissed."""

    def __init__(self) -> None:
        self._health = {part: Health(part, HealthState.OFF) for part in Part}
        self._notices: dict[NoticeCode, Notice] = {}

    def events(self) -> list[Event]:
        """Return the events that tell a new subscriber what stands here."""
        return [*map(HealthChanged, self._health.values()), *map(NoticePosted, self._notices.values())]

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

    def judge_lag(self, waiting_since: float | None, now: float) -> list[Event]:
        """Say that translation is behind with a final since then, or (None) no longer; a fault is not a lag."""
        state = self._health[Part.TRANSLATION].state
        if waiting_since is not None and state not in (HealthState.FAILED, HealthState.OFF):
            # Whole seconds: the strip counts, it does not flicker.
            lag_ms = int(now - waiting_since) * 1000
            return self.set_health(Health(Part.TRANSLATION, HealthState.BEHIND, lag_ms))
        if waiting_since is None and state is HealthState.BEHIND:
            return self.set_health(Health(Part.TRANSLATION, HealthState.OK))
        return []

    def judge_result(
        self, result: TranslateResult, in_use: set[Language], now: float, *, is_behind: bool
    ) -> list[Event]:
        """Keep the strip true, and say once that a model between two languages in use is missing."""
        request = result.request
        if result.reason is Reason.NO_MODEL and {result.language, request.target} <= in_use:
            events = self.set_health(Health(Part.TRANSLATION, HealthState.OFF, code=result.reason))
            if NoticeCode.NO_MODEL in self._notices:
                return events
            pair: dict[str, str | int] = {"source": result.language, "target": request.target}
            return events + self.post(Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING, pair))
        if result.reason is Reason.ENGINE_FAILED:
            return self.set_health(Health(Part.TRANSLATION, HealthState.FAILED, code=result.reason))
        if result.reason is None and request.work in (Work.FINAL_CAPTION, Work.CHAT_MESSAGE):
            state = HealthState.BEHIND if is_behind else HealthState.OK
            lag_ms = round((now - request.asked_at) * 1000)
            return self.set_health(Health(Part.TRANSLATION, state, lag_ms, detail=result.model))
        return []
