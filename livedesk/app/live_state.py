"""What a show without a window knows of itself: its links, its rules, and what the operator would be told."""

import threading
from collections.abc import Callable

from livedesk.app.cli_words import notice_sentence, sentence
from livedesk.core.chat.moderation import ChatRules
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.events import (
    Event,
    HealthChanged,
    LinkChanged,
    ModerationChanged,
    NoticePosted,
    SessionChanged,
)
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import Health, HealthState, NoticeLevel, Session, SessionState

_PATIENCE_S = 30.0
"""How long the desk may take to begin; only a bug takes longer."""


class LiveState:
    """`receive` is called on the desk thread; the others wait on the main one."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """`tell` gets each sentence that a window would show as a notice."""
        self._tell = tell
        self._changed = threading.Condition()
        self._links: dict[LinkKind, Link] = {}
        self._rules: ChatRules | None = None
        self._session: Session | None = None
        self._told: set[str] = set()

    def receive(self, event: Event) -> None:
        """Take an event of the desk's."""
        with self._changed:
            match event:
                case LinkChanged():
                    self._links[event.link.kind] = event.link
                case ModerationChanged():
                    self._rules = event.moderation.rules
                case SessionChanged():
                    self._session = event.session
                case NoticePosted() if event.notice.level is not NoticeLevel.INFO:
                    self._say(notice_sentence(event.notice))
                case HealthChanged() if event.health.state is HealthState.FAILED:
                    self._say(_why_failed(event.health))
                case _:
                    return
            self._changed.notify_all()

    def _say(self, text: str) -> None:
        if text and text not in self._told:
            self._told.add(text)
            self._tell(text)

    @property
    def session_id(self) -> str:
        """The show that is running."""
        with self._changed:
            return self._session.id if self._session else ""

    def rules(self) -> ChatRules:
        """Return the rules of the chat, as they were stored."""
        self._wait(lambda: self._rules is not None)
        return self._rules or ChatRules()

    def wait_for_links(self, *kinds: LinkKind) -> dict[LinkKind, Link]:
        """Wait until the show runs and all of `kinds` are on; raises `UserFacing` for one that is not to be had."""

        def is_decided() -> bool:
            links = [self._links.get(kind) for kind in kinds]
            if any(link and link.state is LinkState.FAILED for link in links):
                return True
            is_live = self._session is not None and self._session.state is SessionState.LIVE
            return is_live and all(link and link.state is LinkState.ON for link in links)

        self._wait(is_decided)
        with self._changed:
            links = {kind: self._links[kind] for kind in kinds if kind in self._links}
        for link in links.values():
            if link.state is LinkState.FAILED:
                raise UserFacing(ErrorCode(link.code), **link.params)
        return links

    def wait_for_the_end(self, most_s: float) -> None:
        """Wait until the show has ended."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._session is not None and self._session.state is SessionState.ENDED, most_s
            )

    def _wait(self, is_so: Callable[[], bool]) -> None:
        with self._changed:
            if not self._changed.wait_for(is_so, _PATIENCE_S):
                raise Unavailable("network", ErrorCode.STOPPED)


def _why_failed(health: Health) -> str:
    if health.code not in set(ErrorCode):
        return ""
    return sentence(UserFacing(ErrorCode(health.code), **{health.part.value: health.detail}))
