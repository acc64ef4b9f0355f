"""Lets the desk send replies through a connection on the thread `net`, or hand over what cannot be sent from here."""

import asyncio
from collections.abc import Callable

from livedesk.core.chat.sources import mention
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.events import Input, NoticeRaised
from livedesk.core.links import LinkKind
from livedesk.core.ports import ChatSource
from livedesk.core.records import Message, Notice, NoticeCode, NoticeLevel, Reply
from livedesk.core.typing_compat import override
from livedesk.runtime.chat_links import ChatLinks
from livedesk.runtime.net_lane import NetLane

HandOver = Callable[[str], None]

_NOT_FROM_HERE = (ErrorCode.READ_ONLY, ErrorCode.PUBLIC_ONLY)


class LinkedSource(ChatSource):
    """The way back to the buyers of one source.

    A reply that the platform does not let livedesk send (it only reads there, or has no private messages) goes to the
    clipboard, and a notice says where to paste it: a private one is never sent to all. Without a clipboard it fails
    with the reason.
    """

    def __init__(
        self, kind: LinkKind, links: ChatLinks | None, net: NetLane, post: Callable[[Input], None]
    ) -> None:
        """Without `links` nothing can ever be sent there. The source has the name of its link's kind."""
        self.name = kind.value
        self.hand_over: HandOver | None = None
        """Puts a text on the clipboard; called on the desk thread, returns at once."""
        self._kind, self._links, self._net, self._post = kind, links, net, post

    @override
    async def send(self, message: Message, reply: Reply) -> None:
        try:
            await self._forward(message, reply)
        except Unavailable as error:
            if error.code not in _NOT_FROM_HERE or self.hand_over is None or reply.translation is None:
                raise
            self._copy(self.hand_over, message, reply, reply.translation.text)

    async def _forward(self, message: Message, reply: Reply) -> None:
        links = self._links
        if links is None:
            raise Unavailable("chat", ErrorCode.READ_ONLY)
        future = self._net.spawn(lambda: links.send(self._kind, message, reply))
        try:
            await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            raise Unavailable("chat", ErrorCode.SOURCE_CLOSED) from None  # the thread `net` has stopped

    def _copy(self, hand_over: HandOver, message: Message, reply: Reply, text: str) -> None:
        name = message.buyer_name
        if reply.is_private:
            hand_over(text)
            params: dict[str, str | int] = {"private_to": name}
        else:
            hand_over(f"{mention(name)} {text}")
            params = {"buyer": name}
        self._post(NoticeRaised(Notice(NoticeCode.REPLY_COPIED, NoticeLevel.INFO, params)))
