"""What the chat asks of the application; `app/` provides it, tests bring a fake."""

from typing import Protocol

from livedesk.core.chat.canned import CannedAnswer


class AnswerServices(Protocol):
    """Canned answers."""

    def ours(self) -> tuple[CannedAnswer, ...]:
        """Return the answers that livedesk brings, unchanged."""
        ...
