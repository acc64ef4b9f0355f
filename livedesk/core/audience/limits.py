"""How much one phone, and all phones together, may send. Pure: whoever asks says what time it is."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

FRAME_BYTES = 16 * 1024
"""The longest frame that a phone may send: a wish for a quote with a long note is some 3 KB."""

QUESTION_LENGTH = 500
NAME_LENGTH = 40
COMPANY_LENGTH = 80
CONTACT_LENGTH = 200
NOTE_LENGTH = 500
QUOTE_ITEMS = 10
PHOTO_BYTES = 8 * 1024 * 1024

_KEPT_PHONES = 2000
"""So many phones' accounts are kept; one that was quiet for that long has a full one anyway."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and then so many a second."""

    burst: float
    per_s: float


class Doing(StrEnum):
    """What a phone does that is counted."""

    JOIN = "join"
    FRAME = "frame"
    QUESTION = "question"
    REACTION = "reaction"
    QUOTE = "quote"
    PHOTO = "photo"
    FORGET = "forget"


PER_PHONE = {
    Doing.JOIN: Rate(10, 0.5),
    Doing.FRAME: Rate(60, 10),
    Doing.QUESTION: Rate(5, 0.2),
    Doing.REACTION: Rate(12, 3),
    Doing.QUOTE: Rate(4, 0.05),
    Doing.PHOTO: Rate(3, 0.05),
    Doing.FORGET: Rate(2, 0.02),
}
IN_ALL = {
    Doing.JOIN: Rate(400, 50),
    Doing.FRAME: Rate(4000, 1000),
    Doing.QUESTION: Rate(60, 20),
    Doing.REACTION: Rate(600, 200),
    Doing.QUOTE: Rate(30, 2),
    Doing.PHOTO: Rate(10, 1),
    Doing.FORGET: Rate(30, 1),
}
PER_ADDRESS = {doing: Rate(rate.burst / 2, rate.per_s / 2) for doing, rate in IN_ALL.items()}
"""Whoever makes up one phone after the other leaves the others half of everything; a router's phones share this."""


class Bucket:
    """One account of tokens: it fills up with time and pays for what is done."""

    __slots__ = ("_at", "_rate", "_tokens")

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._tokens = float(rate.burst)
        self._at = now

    def has(self, now: float) -> bool:
        """Whether there is one token. A clock that was put back gives nothing and locks nobody out."""
        passed = max(0.0, now - self._at)
        self._at = now
        self._tokens = min(self._rate.burst, self._tokens + passed * self._rate.per_s)
        return self._tokens >= 1

    def pay(self, tokens: float = 1) -> None:
        """Take tokens out; what is more than there is has to fill up again first."""
        self._tokens -= tokens


class Allowance:
    """The accounts of every phone, of every address, and those of all together."""

    def __init__(self, per_phone: dict[Doing, Rate] = PER_PHONE, in_all: dict[Doing, Rate] = IN_ALL) -> None:
        self._per_phone, self._rates_in_all = per_phone, in_all
        self._phones: dict[tuple[Hashable, Doing], Bucket] = {}
        self._in_all: dict[Doing, Bucket] = {}

    def allows(self, phone: Hashable, doing: Doing, now: float, address: str = "") -> bool:
        """Whether this phone may do it now; if so it is paid for by all accounts, if not by none.

        `address` is where the phone connects from, "" where that says nothing about who it is.
        """
        accounts = [self._account(phone, doing, self._per_phone[doing], now)]
        if address:
            accounts.append(self._account(("address", address), doing, PER_ADDRESS[doing], now))
        shared = self._in_all.get(doing)
        if shared is None:
            shared = self._in_all[doing] = Bucket(self._rates_in_all[doing], now)
        accounts.append(shared)
        # Each is asked, also after one that says no: asking is how an account takes note of the time.
        if not all(tuple(account.has(now) for account in accounts)):
            return False
        for account in accounts:
            account.pay()
        return True

    def _account(self, whose: Hashable, doing: Doing, rate: Rate, now: float) -> Bucket:
        account = self._phones.pop((whose, doing), None) or Bucket(rate, now)
        self._phones[whose, doing] = account
        if len(self._phones) > _KEPT_PHONES * len(Doing):
            del self._phones[next(iter(self._phones))]
        return account
