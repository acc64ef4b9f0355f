"""A chat source for rehearsals: its buyers come from a tape, and replies reach nobody."""

from livedesk.core.chat.sources import PRACTICE
from livedesk.core.ports import ChatSource
from livedesk.core.records import Message, Reply
from livedesk.core.typing_compat import override


class PracticeSource(ChatSource):
    """Takes every reply, as a platform would, and sends it nowhere."""

    name = PRACTICE

    @override
    async def send(self, message: Message, reply: Reply) -> None:
        """Accept the reply."""
