"""Moderation in the session: decides which messages are hidden or refused, and keeps who is barred."""

from dataclasses import replace

from livedesk.core import events as ev
from livedesk.core.chat.matching import WordList, has_link
from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, HiddenWhy, Moderation
from livedesk.core.ids import BuyerId
from livedesk.core.records import Message


class ModerationBook:
    """The rules and who is barred; belongs to the desk, and outlives a session."""

    def __init__(self) -> None:
        self.moderation = Moderation()
        self._bars: dict[BuyerId, Bar] = {}
        self._words = WordList()

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
        self._words = WordList(changed.rules.words)
        return [ev.ModerationChanged(changed)]

    def is_blocked(self, buyer: BuyerId) -> bool:
        """Whether nothing of this buyer is taken any more."""
        return self._bars.get(buyer) is Bar.BLOCKED

    def hides(self, message: Message) -> HiddenWhy | None:
        """Return why `message` is hidden as it comes in, None where it is shown."""
        if message.buyer in self._bars:
            return HiddenWhy.MUTED
        seen = (message.text, message.buyer_name)
        if any(map(self._words.is_in, seen)):
            return HiddenWhy.WORD
        if not self.moderation.rules.allows_links and any(map(has_link, seen)):
            return HiddenWhy.LINK
        return None


def _tidy(rules: ChatRules) -> ChatRules:
    words = dict.fromkeys(" ".join(word.split()) for word in rules.words)
    return replace(rules, words=tuple(word for word in words if word))
