"""The products of the booth: changing them, filling their texts, and what of them is on air.

What stands on air follows the catalogue: a product that goes is taken off, and comes back with its undo; a stock of
0 is sold out. `Booth` owns one `Goods` and hands its inputs over; each returns the session as it then is.
"""

from dataclasses import replace

from livedesk.core import events as ev
from livedesk.core.catalogue.book import CatalogueBook, Change, TakenOff
from livedesk.core.catalogue.filling import TextFiller, approved
from livedesk.core.catalogue.product import Product
from livedesk.core.chat.mentions import Mentions
from livedesk.core.ids import Sku
from livedesk.core.records import Notice, NoticeCode, NoticeLevel, Session
from livedesk.core.session import offer as offers
from livedesk.core.session import show
from livedesk.core.session.board import Board
from livedesk.core.session.outcome import Outcome
from livedesk.core.translation.request import TranslateResult, Work

_NAMES_A_TICK = 100
"""So many products are taken in for finding them in messages, some 2 ms of work."""

Edit = (
    ev.CatalogueLoaded
    | ev.PutProducts
    | ev.RemoveProducts
    | ev.MoveProduct
    | ev.UndoCatalogue
    | ev.RedoCatalogue
    | ev.ApproveTexts
)
"""What changes the catalogue."""

OnAir = (
    ev.PinProduct
    | ev.UnpinProduct
    | ev.MarkSoldOut
    | ev.GoToShowItem
    | ev.SetShow
    | ev.PutOffer
    | ev.ClearOffer
)
"""What changes what the audience sees of it."""


class Goods:
    """The catalogue, its texts on their way, and the offer's. One thread at a time."""

    def __init__(self, board: Board) -> None:
        self.book = CatalogueBook()
        self.mentions = Mentions()
        self._filler = TextFiller(self.book.get)
        self._board = board
        self._offers = 0

    def moq_of(self, sku: Sku) -> int | None:
        """Return the smallest order of a product, None where there is no such product."""
        product = self.book.get(sku)
        return product.moq if product else None

    # --- the catalogue ---

    def edit(self, given: Edit, session: Session, now: float, out: Outcome) -> Session:
        """Change the catalogue; tell everyone, unless it stays as it is."""
        if isinstance(given, ev.CatalogueLoaded | ev.UndoCatalogue | ev.RedoCatalogue):
            self.stop_filling(out)  # it would go on with what was just taken back
        self._take_filled(out)
        match given:
            case ev.CatalogueLoaded():
                change = self.book.load(given.products, given.name)
                session = show.loaded(session, given.show, now)
            case ev.PutProducts():
                change = self.book.put(given.products, given.based_on)
            case ev.RemoveProducts():
                change = self.book.remove(given.skus)
            case ev.MoveProduct():
                change = self.book.move(given.sku, given.index)
            case ev.UndoCatalogue():
                change = self.book.undo()
            case ev.RedoCatalogue():
                change = self.book.redo()
            case ev.ApproveTexts():
                found = filter(None, map(self.book.get, given.skus))
                change = self.book.revise([approved(product, given.language) for product in found])
        self._tell_clashes(change, out)
        if change.is_empty and not isinstance(given, ev.CatalogueLoaded):
            return session
        out.events.append(self.book.event())
        self.mentions.change(change.pairs)
        return self._followed(change, session, now)

    def _tell_clashes(self, change: Change, out: Outcome) -> None:
        if change.refused:
            taken = Notice(NoticeCode.SKU_TAKEN, NoticeLevel.WARNING, {"sku": change.refused[0]})
            out.events += self._board.post(taken)
        if not change.renumbered:
            return
        first, count = change.renumbered[0], len(change.renumbered)
        params: dict[str, str | int] = {"count": count}
        if count == 1:
            params = {"sku": first.sku, "wanted": first.wanted, "given": first.given}
        out.events += self._board.post(Notice(NoticeCode.NUMBER_TAKEN, NoticeLevel.INFO, params))

    def _followed(self, change: Change, session: Session, now: float) -> Session:
        """Return the session with what is on air in step with the catalogue."""
        for old, new in change.renamed:
            session = show.renamed(session, old, new)
        back = change.back_on_air
        pinned = tuple(sku for sku in session.pinned if sku in self.book)
        offer = session.offer if session.offer and session.offer.sku in self.book else None
        gone = TakenOff(
            tuple(sku for sku in session.pinned if sku not in self.book), None if offer else session.offer
        )
        self.book.took_off_air(gone)
        session = replace(session, pinned=pinned, offer=offer)
        for sku in back.pinned:
            if sku in self.book and show.can_pin(session, sku):
                session = show.pinned(session, sku)
        if back.offer and session.offer is None and back.offer.sku in self.book:
            session = show.without_old_offer(replace(session, offer=back.offer), now)
        return replace(session, sold_out=_sold_out(change, session.sold_out))

    # --- the texts of products ---

    def fill(self, given: ev.FillTexts, session: Session, now: float, out: Outcome) -> None:
        """Begin to translate empty texts."""
        self._take_filled(out)
        self._filler.start(given.skus, given.languages, session.host_language)
        self._go_on(now, out)
        self._tell_job(out)

    def stop_filling(self, out: Outcome) -> None:
        """Leave empty what was not translated yet."""
        self._take_filled(out)
        items, job = self._filler.stop()
        out.withdrawn += [(Work.CATALOGUE, item) for item in items]
        out.events += [ev.JobChanged(job)] if job else []

    def translated(self, result: TranslateResult, session: Session, now: float, out: Outcome) -> Session:
        """Take a translation of the offer or of a product's text."""
        if result.request.item != offers.ITEM:
            self._filler.translated(result)
            out.requests += self._filler.requests(now)
            return session
        if session.offer is None or result.request.revision != self._offers:
            return session
        offer, notice = offers.translated(session.offer, result)
        out.events += self._board.post(notice) if notice else []
        return replace(session, offer=offer)

    def tick(self, session: Session, now: float, out: Outcome) -> Session:
        """Show what was filled, go on filling, and end an offer whose time is over; learn names."""
        self.mentions.catch_up(_NAMES_A_TICK)
        if self._filler.is_running:
            self._go_on(now, out)
            self._take_filled(out)
            self._tell_job(out)
        return show.without_old_offer(session, now)

    def _go_on(self, now: float, out: Outcome) -> None:
        out.requests += self._filler.requests(now)

    def _take_filled(self, out: Outcome) -> None:
        """Put what was filled into the catalogue: a few times a second, not text by text."""
        if products := self._filler.take():
            change = self.book.revise(products, (Work.CATALOGUE, self._filler.number))
            self.mentions.change(change.pairs)
            out.events.append(self.book.event())

    def _tell_job(self, out: Outcome) -> None:
        if job := self._filler.news():
            out.events.append(ev.JobChanged(job))

    # --- on air ---

    def put_on_air(self, given: OnAir, session: Session, now: float, out: Outcome) -> Session:
        """Change what the audience sees."""
        match given:
            case ev.PinProduct():
                return self._pin(given.sku, session, out)
            case ev.UnpinProduct():
                out.events += self._board.clear(NoticeCode.PIN_LIMIT)
                return show.unpinned(session, given.sku)
            case ev.MarkSoldOut():
                return show.marked(session, given.sku, is_sold_out=given.is_sold_out)
            case ev.GoToShowItem():
                return show.at_item(session, given.index, now)
            case ev.SetShow():
                return show.with_show(session, given.items, now)
            case ev.PutOffer():
                product = self.book.get(given.sku)
                offer = offers.offered(given, product, session.host_language, now) if product else None
                if offer is None:
                    return session
                out.events += self._board.clear(NoticeCode.OFFER_NOT_TRANSLATED)
                session = replace(session, offer=offer)
                self.ask_for_offer(session, now, out)
                return session
            case ev.ClearOffer():
                out.events += self._board.clear(NoticeCode.OFFER_NOT_TRANSLATED)
                return replace(session, offer=None)

    def ask_for_offer(self, session: Session, now: float, out: Outcome) -> None:
        """Ask for the offer's words in every audience language that lacks them: it is new, or the languages are."""
        self._offers += 1
        out.withdrawn.append((Work.CATALOGUE, offers.ITEM))
        out.requests += offers.requests(session.offer, session.audience_languages, self._offers, now)

    def _pin(self, sku: Sku, session: Session, out: Outcome) -> Session:
        if sku not in self.book:
            return session
        if not show.can_pin(session, sku):
            limit: dict[str, str | int] = {"limit": show.MAX_PINNED}
            out.events += self._board.post(Notice(NoticeCode.PIN_LIMIT, NoticeLevel.INFO, limit))
            return session
        return show.pinned(session, sku)


def _sold_out(change: Change, marked: frozenset[Sku]) -> frozenset[Sku]:
    """Return the marks after stocks ran out or came in; where the stock stays as it is, so does the mark."""
    ran_out, came_in = set[Sku](), set[Sku]()
    for old, new in change.pairs:
        if new is None or (_stock(old) == new.stock):
            continue
        if new.stock == 0:
            ran_out.add(new.sku)
        elif _stock(old) == 0:
            came_in.add(new.sku)
    return (marked | ran_out) - came_in if ran_out or came_in else marked


def _stock(product: Product | None) -> int | None:
    return product.stock if product else None
