"""What of the buyers' chat is shown, and to whom: the rules that the operator sets, and who is barred."""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import BuyerId


class Bar(StrEnum):
    """What became of a buyer who misbehaved.

    The messages of one who is MUTED are kept, hidden; those of one who is BLOCKED are refused.
    """

    MUTED = "muted"
    BLOCKED = "blocked"


class HiddenWhy(StrEnum):
    """Why a message is hidden."""

    OPERATOR = "operator"
    MUTED = "muted"
    WORD = "word"
    LINK = "link"
    PLATFORM = "platform"
    """The moderators of the platform that it was written on took it away."""


@dataclass(frozen=True, slots=True)
class ChatRules:
    """What buyers may send. `words` hide a message that has one of them, whatever their case.

    The last two are about phones: a platform's chat goes on whatever the desk says.
    """

    words: tuple[str, ...] = ()
    allows_links: bool = True
    takes_questions: bool = True
    takes_photos: bool = False


@dataclass(frozen=True, slots=True)
class BarredBuyer:
    """One buyer who is barred, with the name that buyer had."""

    buyer: BuyerId
    name: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Moderation:
    """The rules, and who is barred."""

    rules: ChatRules = ChatRules()
    barred: tuple[BarredBuyer, ...] = ()
