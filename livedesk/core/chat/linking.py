"""Says what messages speak of and ask, again for those that came while the desk still learnt its products' names."""

from dataclasses import replace

from livedesk.core.chat.intents import intents_of
from livedesk.core.chat.log import ChatLog
from livedesk.core.chat.mentions import Mentions
from livedesk.core.ids import MessageId, Sku
from livedesk.core.records import Message


class Linker:
    """Links the messages of one session's `chat`."""

    def __init__(self, mentions: Mentions, chat: ChatLog) -> None:
        self._mentions = mentions
        self._chat = chat
        self._waiting: dict[MessageId, None] = {}
        self._tapped: dict[MessageId, tuple[Sku, ...]] = {}

    def linked(self, message: Message) -> Message:
        """Return the message with the products it speaks of and what it asks, and keep it so.

        Products that it came with stay.
        """
        if not self._mentions.is_ready:
            self._waiting[message.id] = None
        if message.products and message.revision == 0:
            self._tapped[message.id] = message.products
        tapped = self._tapped.get(message.id, ())
        products = tuple(dict.fromkeys((*tapped, *self._mentions.of(message))))
        intents = intents_of(message)
        if (products, intents) == (message.products, message.intents):
            return message
        return self._chat.put(replace(message, products=products, intents=intents))

    def catch_up(self) -> list[Message]:
        """Return the messages that are linked otherwise now that every name is known."""
        if not self._waiting or not self._mentions.is_ready:
            return []
        waiting, self._waiting = self._waiting, {}
        found = filter(None, map(self._chat.get, waiting))
        return [linked for message in found if (linked := self.linked(message)) is not message]
