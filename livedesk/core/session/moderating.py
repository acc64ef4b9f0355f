"""Moderation in the session: decides which messages are hidden or refused, and keeps who is barred."""

import re
import unicodedata
from dataclasses import replace

from livedesk.core import events as ev
from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, HiddenWhy, Moderation
from livedesk.core.ids import BuyerId
from livedesk.core.records import Message

_LINK = re.compile(
    r"(?:https?://|www\.)\S|\b[\w-]+\.(?:com|net|org|info|io|cn|ru|shop|store|online|site|top|xyz|me|link)\b"
    r"|\b[\w-]+\.[a-z]{2,}/\w",
    re.I,
)
"""What a platform's chat would make a link of."""
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))


class ModerationBook:
    """The rules and who is barred; belongs to the desk, and outlives a session."""

    def __init__(self) -> None:
        self.moderation = Moderation()
        self._bars: dict[BuyerId, Bar] = {}
        self._words: tuple[str, ...] = ()

    def change(
        self, given: ev.SetChatRules | ev.BarBuyer | ev.ModerationLoaded, name: str = ""
    ) -> list[ev.Event]:
        """Take a change; `name` is what the buyer to bar is called. Nothing follows where all stays the same."""
        match given:
            case ev.SetChatRules(rules):
                changed = replace(self.moderation, rules=_tidy(rules))
            case ev.BarBuyer(buyer, bar):
                others = tuple(b for b in self.moderation.barred if b.buyer != buyer)
                known = next((b.name for b in self.moderation.barred if b.buyer == buyer), name)
                added = (BarredBuyer(buyer, name or known, bar),) if bar else ()
                changed = replace(self.moderation, barred=(*others, *added))
            case ev.ModerationLoaded(moderation):
                changed = moderation
        if changed == self.moderation:
            return []
        self.moderation = changed
        self._bars = {b.buyer: b.bar for b in changed.barred}
        self._words = tuple(filter(None, map(_plain, changed.rules.words)))
        return [ev.ModerationChanged(changed)]

    def is_blocked(self, buyer: BuyerId) -> bool:
        """Whether nothing of this buyer is taken any more."""
        return self._bars.get(buyer) is Bar.BLOCKED

    def hides(self, message: Message) -> HiddenWhy | None:
        """Return why `message` is hidden as it comes in, None where it is shown."""
        if message.buyer in self._bars:
            return HiddenWhy.MUTED
        text = _plain(message.text)
        if any(word in text for word in self._words):
            return HiddenWhy.WORD
        if not self.moderation.rules.allows_links and _LINK.search(text):
            return HiddenWhy.LINK
        return None


def _plain(text: str) -> str:
    """Return `text` as a rule looks at it: whatever case and width, and without joiners that nobody sees."""
    return unicodedata.normalize("NFKC", text).translate(_JOINERS).casefold()


def _tidy(rules: ChatRules) -> ChatRules:
    words = dict.fromkeys(" ".join(word.split()) for word in rules.words)
    return replace(rules, words=tuple(word for word in words if word))
