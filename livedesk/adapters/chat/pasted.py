"""A chat source for what the operator pastes from a platform that livedesk does not reach.

The reply cannot be sent from here, so it is handed over (to the clipboard) for the operator to paste back.
"""

from collections.abc import Callable
from itertools import count

from livedesk.core.events import ChatReceived
from livedesk.core.ports import ChatSource
from livedesk.core.records import Message, Reply
from livedesk.core.typing_compat import override

NAME = "pasted"


class PastedSource(ChatSource):
    """`hand_over` gets the text to paste back; it is called on the desk thread and returns at once."""

    name = NAME

    def __init__(self, hand_over: Callable[[str], None], session_started_at: Callable[[], float]) -> None:
        self._hand_over = hand_over
        self._session_started_at = session_started_at
        self._numbers = count(1)

    def received(self, buyer_name: str, text: str) -> ChatReceived:
        """Return the fact for a pasted message. Each paste counts, also of the same words."""
        number = f"{self._session_started_at():.3f}-{next(self._numbers)}"
        return ChatReceived(NAME, number, buyer_name, text)

    @override
    async def send(self, message: Message, reply: Reply) -> None:
        """Hand over the reply in the buyer's language."""
        if reply.translation:
            self._hand_over(reply.translation.text)
