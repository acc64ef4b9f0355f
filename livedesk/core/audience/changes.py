"""What phones can see, by name, and the news that some of it is different."""

from dataclasses import dataclass

from livedesk.core.ids import BuyerId

Key = tuple[str, int]
"""What kind of thing, and which; 0 where there is one of the kind."""

WELCOME: Key = ("welcome", 0)
PRODUCTS: Key = ("products", 0)
GONE: Key = ("gone", 0)
CAPTION, QUESTION, ANSWER, OWN_ANSWER, STATE = "caption", "question", "answer", "own_answer", "state:"


@dataclass(frozen=True, slots=True)
class Seen:
    """`key` is different from before: `only` for one buyer, or (None) for all but the buyer `other_than`."""

    key: Key
    only: BuyerId | None = None
    other_than: BuyerId | None = None


@dataclass(frozen=True, slots=True)
class BeginAnew:
    """Another show, or other languages: everyone gets everything again."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Nothing is kept of a buyer any more."""

    buyer: BuyerId


@dataclass(frozen=True, slots=True)
class BarsChanged:
    """Other buyers than before are blocked; see `is_blocked`."""


Change = Seen | BeginAnew | Forgotten | BarsChanged
