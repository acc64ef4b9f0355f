"""Phones as a chat source: where answers to their questions go."""

from livedesk.core.chat.sources import PHONE
from livedesk.core.records import Message, Reply


class PhoneSource:
    """Takes every answer, also one to a phone that is away: it waits here until that phone comes back.

    There is nothing to do for it: an answer that counts as sent is an event as any other, also after the desk began
    anew with a stored show, and `AudienceView` shows it to whom it is for.
    """

    name = PHONE

    async def send(self, message: Message, reply: Reply) -> None:
        """Take `reply`."""
