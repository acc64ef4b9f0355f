"""A show that phones watch, through the real web server: what the tests and pictures of the phone page are made of.

Behind the server stands a desk of a few lines: what a phone asks is with the booth at once, and the test answers.
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from livedesk.adapters.web.page_words import whole_page
from livedesk.adapters.web.server import WebParts, WebServer
from livedesk.core import events as ev
from livedesk.core.catalogue.product import Certificate, LeadTime, PriceTier, Product
from livedesk.core.chat.moderation import Bar, BarredBuyer, ChatRules, Moderation
from livedesk.core.ids import BuyerId, Language, MessageId, ReplyId, SegmentId, SessionId, Sku, buyer_id
from livedesk.core.records import (
    Caption,
    LineWarning,
    Message,
    Offer,
    Origin,
    Reason,
    Reply,
    ReplyState,
    Session,
    SessionState,
    Translation,
    WarningKind,
)
from livedesk.runtime.net_lane import NetLane

RESOURCES = Path(__file__).parents[3] / "resources"
PAGE, WORDS = RESOURCES / "web" / "audience.html", RESOURCES / "web" / "words.json"
PICTURES = RESOURCES / "demo" / "pictures"
ZH, EN, ES, AR = Language("zh"), Language("en"), Language("es"), Language("ar")
OFFERED = (EN, ES, AR)
JUICER, WOK = Sku("JZ-03"), Sku("CG-32")
BOOTH = {ZH: "朗汐厨具 · 11.2C08", EN: "Lumio Kitchen · 11.2C08"}
OWN_NAMES = {"zh": "中文", "en": "English", "es": "Español", "ar": "العربية", "de": "Deutsch", "th": "ไทย"}
CONSENT = "The booth keeps what is written here to send me a quote."
DEADLINE_S = 10.0


def session(
    state: SessionState = SessionState.LIVE,
    name: str = "one",
    *,
    offered: tuple[Language, ...] = OFFERED,
    pinned: tuple[Sku, ...] = (),
    sold_out: tuple[Sku, ...] = (),
    offer: Offer | None = None,
    is_rehearsal: bool = False,
) -> Session:
    """Return a show with a Chinese host."""
    return Session(
        SessionId(name),
        "Show",
        state,
        is_rehearsal,
        ZH,
        offered,
        pinned=pinned,
        sold_out=frozenset(sold_out),
        offer=offer,
    )


def caption(
    number: int,
    source: str,
    said: Mapping[Language, str] | None = None,
    *,
    stable: int | None = None,
    is_final: bool = True,
    reason: Reason | None = None,
    doubts: bool = False,
    gap_s: float = 0.0,
) -> Caption:
    """Return a caption of the host; `reason` says why `said` is no translation."""
    warnings = (LineWarning(WarningKind.FIGURES, ("500",), ("50",)),) if doubts else ()
    lines = tuple(
        Translation(
            language,
            text,
            1,
            len(text) if is_final or stable is None else stable,
            is_final,
            reason,
            () if reason else warnings,
        )
        for language, text in (said or {}).items()
    )
    agreed = len(source) if is_final else len(source) // 2
    return Caption(
        SegmentId(number),
        1,
        ZH,
        source,
        agreed,
        is_final,
        Origin.MICROPHONE,
        0.0,
        1.0,
        0.0,
        lines,
        gap_s=gap_s,
    )


def juicer() -> Product:
    """Return a product with all that a card can show."""
    return Product(
        sku=JUICER,
        number=3,
        names={
            ZH: "便携式榨汁杯",
            EN: "Portable juicer cup",
            ES: "Vaso exprimidor portátil",
            AR: "كوب عصير محمول",
            Language("de"): "Wiederaufladbarer Edelstahlmixbecher mit Überhitzungsschutz",
            Language("th"): "แก้วปั่นพกพา",
        },
        category={},
        tiers=(
            PriceTier(500, Decimal("3.50")),
            PriceTier(2000, Decimal("3.20")),
            PriceTier(5000, Decimal("2.95")),
        ),
        incoterm_place="Ningbo",
        moq=500,
        unit={ZH: "个", EN: "pcs", ES: "pzs", Language("de"): "Stück"},
        lead_times=(LeadTime(500, 30),),
        sample_price=Decimal("15.00"),
        certificates=(Certificate("CE"), Certificate("RoHS")),
        pictures=("JZ-03.svg",),
        description={EN: "Fifteen cups on one charge, 304 steel blades.", ES: "Quince vasos con una carga."},
    )


def wok() -> Product:
    """Return a second product, without a picture."""
    return Product(
        sku=WOK,
        number=12,
        names={ZH: "炒锅 32 cm", EN: "Wok 32 cm", ES: "Wok 32 cm", AR: "مقلاة 32 سم"},
        category={},
        tiers=(PriceTier(300, Decimal("6.80")), PriceTier(1000, Decimal("5.95"))),
        incoterm_place="Ningbo",
        moq=300,
        unit={EN: "pcs"},
    )


class PhoneShow:
    """Serves the page at `address` on the thread `net`, with a desk of a few lines behind it."""

    def __init__(self, *, acknowledges: bool = True) -> None:
        self.bugs: list[BaseException] = []
        self.posted: list[ev.Input] = []
        self.photos: list[bytes] = []
        self.acknowledges = acknowledges
        self.address, self.name = "", ""
        self._net = NetLane(self.bugs.append)
        self._messages: list[Message] = []
        self._replies = 0
        self._server = self._make_server()

    def _make_server(self) -> WebServer:
        return WebServer(
            WebParts(
                post=self._take,
                now=time.time,
                on_bug=self.bugs.append,
                page=whole_page(PAGE.read_bytes(), WORDS.read_bytes()),
                language_name=lambda language: OWN_NAMES.get(language, language),
                consent=lambda _language: CONSENT,
                picture=self._picture,
                take_photo=self._keep_photo,
            )
        )

    # --- its life ---

    def start(self) -> None:
        """Open the page to phones."""
        self._net.start()
        self.address = self._net.spawn(lambda: self._server.open_audience("127.0.0.1", 0)).result(DEADLINE_S)

    def stop(self) -> None:
        """Close everything; what went wrong behind the page fails here."""
        self._net.spawn(self._server.close).result(DEADLINE_S)
        assert self._net.stop(DEADLINE_S)
        assert self.bugs == []

    def close_to_phones(self) -> None:
        """Let the operator close the page."""
        self._net.spawn(self._server.close_audience).result(DEADLINE_S)

    def open_again(self, *, is_here: bool = False) -> None:
        """Open the page by a new key, at the same address if `is_here`."""
        port = int(self.address.split("/")[2].split(":")[1]) if is_here else 0
        self.address = self._net.spawn(lambda: self._server.open_audience("127.0.0.1", port)).result(
            DEADLINE_S
        )

    def go_dark(self) -> None:
        """Be out of reach from one moment to the next, as a computer that lost its Wi-Fi."""
        site = self._server._audience
        assert site is not None
        self._net.spawn(site.cut).result(DEADLINE_S)

    def come_back(self) -> None:
        """Be in reach again, at the same address."""
        host, port = self.address.split("/")[2].split(":")
        again = self._net.spawn(lambda: self._server.move_audience(host, int(port))).result(DEADLINE_S)
        assert again == self.address

    def begin_anew(self, name: str) -> None:
        """Begin a show of this name, for phones that were never here."""
        self.name = name
        self.posted.clear()
        self.photos.clear()
        self.acknowledges = True
        self.open_again()
        self.rule(ChatRules())
        self.tell(ev.CatalogueChanged((juicer(), wok()), name=BOOTH))
        self.on_air()

    # --- what the desk says ---

    def on_air(
        self,
        *pinned: Sku,
        state: SessionState = SessionState.LIVE,
        sold_out: tuple[Sku, ...] = (),
        offer: Offer | None = None,
        offered: tuple[Language, ...] = OFFERED,
    ) -> None:
        """Tell what the running show has on air."""
        self.show(session(state, self.name, offered=offered, pinned=pinned, sold_out=sold_out, offer=offer))

    def tell(self, *events: ev.Event) -> None:
        """Let the server have events of the desk; it has them when this returns."""
        self._net.spawn(lambda: self._deliver(events)).result(DEADLINE_S)

    def show(self, shown: Session, *captions: Caption) -> None:
        """Tell a show, and captions in it."""
        self.tell(ev.SessionChanged(shown), *map(ev.CaptionChanged, captions))

    def say(self, *captions: Caption) -> None:
        """Tell captions."""
        self.tell(*map(ev.CaptionChanged, captions))

    def rule(self, rules: ChatRules, *blocked: BuyerId) -> None:
        """Set what buyers may send, and who may not."""
        barred = tuple(BarredBuyer(buyer, "", Bar.BLOCKED) for buyer in blocked)
        self.tell(ev.ModerationChanged(Moderation(rules, barred)))

    def answer(
        self, number: int, text: str, said: Mapping[Language, str], *, is_private: bool = False
    ) -> None:
        """Answer message `number`, in the host's words and the buyers'."""
        self._replies += 1
        lines = [Translation(language, line, 1, len(line), True) for language, line in said.items()]
        reply = Reply(
            ReplyId(self._replies),
            MessageId(number),
            1,
            text,
            ZH,
            ReplyState.SENT,
            time.time(),
            lines[0],
            is_private=is_private,
            others=tuple(lines[1:]),
        )
        self.tell(ev.ReplyChanged(reply))

    def asked_elsewhere(self, text: str) -> int:
        """Let another buyer have asked; return the message's number."""
        return self._new_message(ev.ChatReceived("pasted", f"x{len(self._messages)}", "Ivan", text))

    # --- what the phones say ---

    @property
    def questions(self) -> list[ev.ChatReceived]:
        """The questions that reached the desk."""
        return [each for each in self.posted if isinstance(each, ev.ChatReceived)]

    @property
    def last(self) -> int:
        """The number of the message that came last."""
        return len(self._messages)

    @property
    def quotes(self) -> list[ev.QuoteWanted]:
        """The wishes for a quote that reached the desk."""
        return [each for each in self.posted if isinstance(each, ev.QuoteWanted)]

    @property
    def phones(self) -> int:
        """How many phones are connected."""
        return self._net.spawn(self._count).result(DEADLINE_S)

    @property
    def reactions(self) -> dict[str, int]:
        """The taps of this show, by kind."""
        return self._net.spawn(self._count_reactions).result(DEADLINE_S)

    async def _count(self) -> int:
        return self._server._phones.audience().phones

    async def _count_reactions(self) -> dict[str, int]:
        return self._server._phones.audience().reactions

    def _take(self, given: ev.Input) -> None:
        self.posted.append(given)
        if isinstance(given, ev.ChatReceived) and self.acknowledges:
            self._new_message(given)
        if isinstance(given, ev.ForgetBuyer):
            gone = tuple(m.id for m in self._messages if m.buyer == given.buyer)
            self._net.call(self._server.receive, ev.BuyerForgotten(given.buyer, gone))

    def take_in(self, given: ev.ChatReceived) -> int:
        """Let the desk have a question that it left lying; return the message's number."""
        return self._new_message(given)

    def _new_message(self, given: ev.ChatReceived) -> int:
        number = len(self._messages) + 1
        message = Message(
            MessageId(number),
            given.source,
            given.external_id,
            buyer_id(given.source, given.buyer_key or given.buyer_name),
            given.buyer_name,
            given.text,
            time.time(),
            ES,
            photo=given.photo,
        )
        self._messages.append(message)
        self._net.call(self._server.receive, ev.MessageChanged(message))
        return number

    def hide(self, number: int) -> None:
        """Let the operator hide a message."""
        from livedesk.core.chat.moderation import HiddenWhy

        self.tell(ev.MessageChanged(replace(self._messages[number - 1], hidden=HiddenWhy.OPERATOR)))

    async def _deliver(self, events: tuple[ev.Event, ...]) -> None:
        for event in events:
            self._server.receive(event)
        await asyncio.sleep(0)

    def _picture(self, path: str) -> tuple[bytes, str] | None:
        return (PICTURES / path).read_bytes(), "image/svg+xml"

    async def _keep_photo(self, body: bytes) -> str:
        self.photos.append(body)
        return f"photo-{len(self.photos)}.jpg"
