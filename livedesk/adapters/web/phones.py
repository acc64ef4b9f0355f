"""The phones that are connected: takes what they say to the desk, and tells each what it may see.

The desk knows a phone by a key that follows from its secret id (`incoming.buyer_key`). Nothing that a phone says is
kept here but the language it reads; a question or a wish for a quote goes to the desk, and is acknowledged when the
desk has it.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from livedesk.adapters.web.feed import Feed
from livedesk.adapters.web.photos import Photos
from livedesk.core import events as ev
from livedesk.core.audience import incoming as inc
from livedesk.core.audience.audience import Audience
from livedesk.core.audience.changes import (
    QUESTION,
    WELCOME,
    BarsChanged,
    BeginAnew,
    Change,
    Forgotten,
    Key,
    Seen,
)
from livedesk.core.audience.incoming import Why
from livedesk.core.audience.limits import Allowance, Doing
from livedesk.core.audience.view import AudienceView, encoded
from livedesk.core.chat.sources import PHONE
from livedesk.core.ids import BuyerId, Language, SessionId, buyer_id
from livedesk.core.leads.contacts import find_contacts

if TYPE_CHECKING:
    from aiohttp import web

STUCK_S = 10.0
"""A phone whose connection takes nothing for so long is cut; it comes back by itself."""
_MOST_FEEDS_OF_ONE = 2
"""A phone that comes back may not be rid of its old connection yet; a third one ends the first."""
_MOST_STRIKES = 200
"""So many messages too many, and a phone is cut."""
_KEPT_QUOTES = 1000


class _Phone:
    """One connection of a phone."""

    def __init__(self, hello: inc.Hello, language: Language, address: str) -> None:
        self.key, self.address = hello.key, address
        self.buyer: BuyerId = buyer_id(PHONE, hello.key)
        self.country = hello.country
        self.wished = hello.wished
        self.language = language
        self.strikes = 0
        self.feed: Feed
        self.abort: Callable[[], object] = _nothing


class Phones:
    """All of them. Belongs to `net`."""

    def __init__(
        self,
        view: AudienceView,
        post: Callable[[ev.Input], object],
        now: Callable[[], float],
        allowance: Allowance,
        photos: Photos,
    ) -> None:
        self._photos = photos
        self._view, self._post, self._now, self._allowance = view, post, now, allowance
        self._phones: dict[_Phone, None] = {}
        self._of_buyer: dict[BuyerId, list[_Phone]] = {}
        self._reactions: Counter[str] = Counter()
        self._session = SessionId("")
        self._quoted: dict[tuple[str, int], None] = {}
        self._told = Audience()

    def __len__(self) -> int:
        return len(self._phones)

    # --- what the desk says ---

    def follow(self, changes: list[Change]) -> None:
        """Tell the phones what changed."""
        if self._view.session.id != self._session:
            self._session = self._view.session.id
            self._reactions.clear()
        for change in changes:
            match change:
                case Seen():
                    self._tell(change)
                case BeginAnew():
                    for phone in self._phones:
                        phone.language = self._view.language_for(phone.wished)
                        phone.feed.begin_anew()
                case Forgotten():
                    self._forgotten(change.buyer)
                case BarsChanged():
                    for phone in [p for p in self._phones if self._view.is_blocked(p.buyer)]:
                        phone.feed.end(_bye("blocked"))

    def _tell(self, seen: Seen) -> None:
        if seen.only is not None:
            phones = self._of_buyer.get(seen.only, [])
        else:
            phones = [phone for phone in self._phones if phone.buyer != seen.other_than]
        if not phones:
            self._view.renew(seen.key, ())
            return
        changed = self._view.renew(seen.key, {phone.language for phone in phones})
        for phone in phones:
            if phone.language in changed:
                phone.feed.put(seen.key)

    def _forgotten(self, buyer: BuyerId) -> None:
        mine = buyer.removeprefix(buyer_id(PHONE, ""))
        self._photos.forget(mine)
        self._quoted = {wish: None for wish in self._quoted if wish[0] != mine}
        for phone in self._of_buyer.get(buyer, []):
            phone.feed.say(encoded({"t": "forgotten"}))

    # --- what is counted ---

    def audience(self) -> Audience:
        """Return how many phones there are now, each once however often it is connected."""
        newest = {phone.buyer: phone for phone in self._phones}.values()
        on_offer = self._view.languages
        wished = Counter(phone.wished for phone in newest if phone.wished and phone.wished not in on_offer)
        return Audience(
            phones=len(newest),
            languages=dict(Counter(phone.language for phone in newest)),
            wished=dict(wished),
            reactions=dict(self._reactions),
        )

    def tick(self) -> None:
        """Once a second: tell the desk how many there are, and cut those that do not read."""
        audience = self.audience()
        if audience != self._told:
            self._told = audience
            self._post(ev.AudienceCounted(audience))
        stuck_before = asyncio.get_running_loop().time() - STUCK_S
        for phone in list(self._phones):
            if phone.feed.stuck_since is not None and phone.feed.stuck_since < stuck_before:
                phone.abort()

    # --- one phone ---

    def join(
        self,
        hello: inc.Hello,
        socket: "web.WebSocketResponse",
        abort: Callable[[], object],
        address: str = "",
    ) -> _Phone:
        """Take a phone in that said hello; its feed begins with everything. `left` takes it out again."""
        phone = _Phone(hello, self._view.language_for(hello.wished), address)
        phone.abort = abort

        def render(key: Key) -> bytes | None:
            if key == WELCOME:
                return self._view.welcome(phone.language, self._now())
            return self._view.render(key, phone.language)

        phone.feed = Feed(socket, render, lambda: self._view.all_for(phone.buyer))
        own = self._of_buyer.setdefault(phone.buyer, [])
        if len(own) >= _MOST_FEEDS_OF_ONE:
            own[0].abort()
        own.append(phone)
        self._phones[phone] = None
        if self._view.is_blocked(phone.buyer):
            phone.feed.end(_bye("blocked"))
        else:
            phone.feed.begin_anew()
        return phone

    def left(self, phone: _Phone) -> None:
        """Take a phone out."""
        self._phones.pop(phone, None)
        own = self._of_buyer.get(phone.buyer, [])
        if phone in own:
            own.remove(phone)
        if not own:
            self._of_buyer.pop(phone.buyer, None)

    def end_all(self, why: str) -> None:
        """Say good-bye to all."""
        for phone in self._phones:
            phone.feed.end(_bye(why))

    def is_here(self, key: str) -> bool:
        """Whether a phone is connected, and may write."""
        buyer = buyer_id(PHONE, key)
        return buyer in self._of_buyer and not self._view.is_blocked(buyer)

    # --- what a phone says ---

    def take(self, phone: _Phone, frame: str) -> bool:
        """Take one frame; False for a phone that goes on sending too much, and is to be cut."""
        if not self._allows(phone, Doing.FRAME):
            phone.strikes += 1
            return phone.strikes <= _MOST_STRIKES and phone.feed.say(_refused(Why.RATE, None))
        if self._view.is_blocked(phone.buyer):
            return True  # it is being told
        given = inc.read(frame)
        match given:
            case inc.Ping():
                return phone.feed.say(encoded({"t": "pong", "now": self._now()}))
            case inc.Refusal():
                return phone.feed.say(_refused(given.why, given.ref))
            case inc.Choose():
                self._choose(phone, given)
            case inc.React():
                self._react(phone, given)
            case inc.Forget():
                self._forget(phone)
            case inc.Ask():
                self._answer(phone, given.ref, self._ask(phone, given))
            case inc.Quote():
                self._answer(phone, given.ref, self._quote(phone, given))
            case inc.Hello():
                pass  # it is in already
        return True

    def _answer(self, phone: _Phone, ref: int, why: Why | None) -> None:
        if why:
            phone.feed.say(_refused(why, ref))

    def _choose(self, phone: _Phone, given: inc.Choose) -> None:
        phone.wished = given.wished or phone.wished
        language = self._view.language_for(phone.wished)
        if language != phone.language:
            phone.language = language
            phone.feed.begin_anew()

    def _react(self, phone: _Phone, given: inc.React) -> None:
        if self._view.takes_messages and self._allows(phone, Doing.REACTION):
            self._reactions[given.kind] += 1

    def _forget(self, phone: _Phone) -> None:
        if self._allows(phone, Doing.FORGET):
            self._post(ev.ForgetBuyer(phone.buyer))
        else:
            phone.feed.say(_refused(Why.RATE, None))

    def _ask(self, phone: _Phone, ask: inc.Ask) -> Why | None:
        external_id = inc.external_id(phone.key, ask)
        known = self._view.asked(external_id)
        if known is not None:
            phone.feed.put((QUESTION, known))  # sent again, since the answer got lost
            return None
        if not self._view.takes_messages:
            return Why.IDLE
        if not self._view.rules.takes_questions:
            return Why.PAUSED
        if ask.photo and not self._photos.is_of(ask.photo, phone.key):
            return Why.PICTURE
        if not self._allows(phone, Doing.QUESTION):
            return Why.RATE
        self._photos.went(ask.photo)
        self._post(
            ev.ChatReceived(
                PHONE,
                external_id,
                ask.name,
                ask.text,
                buyer_key=phone.key,
                country=phone.country,
                photo=ask.photo,
                products=(ask.sku,) if self._view.has_product(ask.sku) else (),
                reads=phone.wished or phone.language,
            )
        )
        return None

    def _quote(self, phone: _Phone, quote: inc.Quote) -> Why | None:
        if (phone.key, quote.ref) not in self._quoted:
            if not self._view.takes_messages:
                return Why.IDLE
            if not self._allows(phone, Doing.QUOTE):
                return Why.RATE
            self._quoted[phone.key, quote.ref] = None
            if len(self._quoted) > _KEPT_QUOTES:
                del self._quoted[next(iter(self._quoted))]
            self._post(self._wish(phone, quote))
        phone.feed.say(encoded({"t": "quoted", "ref": quote.ref}))
        return None

    def _wish(self, phone: _Phone, quote: inc.Quote) -> ev.QuoteWanted:
        country = quote.country or phone.country
        return ev.QuoteWanted(
            PHONE,
            phone.key,
            quote.name,
            self._view.consent(phone.language),
            phone.language,
            company=quote.company,
            country=country,
            contacts=find_contacts(quote.contact, country, is_given=True),
            items=tuple(item for item in quote.items if self._view.has_product(item.sku)),
            note=quote.note,
        )

    def _allows(self, phone: _Phone, doing: Doing) -> bool:
        return self._allowance.allows(phone.key, doing, self._now(), phone.address)


def _refused(why: Why, ref: int | None) -> bytes:
    return encoded({"t": "refused", "ref": ref, "why": why.value})


def _bye(why: str) -> bytes:
    return encoded({"t": "bye", "why": why})


def _nothing() -> None:
    pass
