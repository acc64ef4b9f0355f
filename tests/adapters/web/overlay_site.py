"""A show with an overlay, served on this computer: what tests of the overlay and its page are made of."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import Future
from decimal import Decimal
from pathlib import Path

from aiohttp import web

from livedesk.adapters.qr.modules import qr_modules
from livedesk.adapters.web.overlay import OverlayHub
from livedesk.core.catalogue.product import Certificate, PriceTier, Product
from livedesk.core.events import CaptionChanged, CatalogueChanged, Event, SessionChanged
from livedesk.core.ids import Language, SegmentId, SessionId, Sku
from livedesk.core.records import Caption, Origin, Reason, Session, SessionState, Translation
from livedesk.runtime.net_lane import NetLane

RESOURCES = Path(__file__).parents[3] / "resources"
PAGE = RESOURCES / "web" / "overlay.html"
ZH, EN, DE, AR = Language("zh"), Language("en"), Language("de"), Language("ar")
JUICER, KETTLE = Sku("LM-003"), Sku("LM-007")


def session(
    state: SessionState = SessionState.LIVE,
    name: str = "one",
    *,
    audience: tuple[Language, ...] = (EN, DE, AR),
    pinned: tuple[Sku, ...] = (),
    sold_out: Iterable[Sku] = (),
) -> Session:
    """Return a show with a Chinese host."""
    return Session(
        SessionId(name), "Show", state, False, ZH, audience, pinned=pinned, sold_out=frozenset(sold_out)
    )


def caption(
    number: int,
    text: str,
    translations: dict[Language, str] | None = None,
    *,
    stable: int | None = None,
    is_final: bool = True,
    reason: Reason | None = None,
) -> Caption:
    """Return a caption of the host with its translations; `stable` is their steady length."""
    made = tuple(
        Translation(
            language,
            said,
            1,
            len(said) if stable is None else stable,
            is_final,
            reason if not said else None,
        )
        for language, said in (translations or {}).items()
    )
    agreed = len(text) if is_final else len(text) // 2
    return Caption(
        SegmentId(number), 1, ZH, text, agreed, is_final, Origin.MICROPHONE, 0.0, 1.0, 0.0, translations=made
    )


def juicer() -> Product:
    """Return a product with three prices and a long German name."""
    return Product(
        sku=JUICER,
        number=3,
        names={
            ZH: "便携式榨汁杯",
            EN: "Portable juicer cup",
            DE: "Wiederaufladbarer Edelstahlmixbecher mit Überhitzungsschutz und Transportverriegelung",
            AR: "كوب عصير محمول",
        },
        category={},
        tiers=(
            PriceTier(500, Decimal("3.50")),
            PriceTier(2000, Decimal("3.20")),
            PriceTier(10000, Decimal("2.95")),
        ),
        incoterm_place="Ningbo",
        moq=500,
        unit={EN: "pcs", ZH: "个", DE: "Stück"},
        certificates=(Certificate("CE"), Certificate("RoHS")),
        pictures=("juicer.svg",),
    )


def kettle() -> Product:
    """Return a second product, without a picture."""
    return Product(
        sku=KETTLE,
        number=7,
        names={EN: "Folding kettle"},
        category={},
        tiers=(PriceTier(300, Decimal("8.9")),),
    )


class OverlaySite:
    """Serves the overlay at `address`, "http://127.0.0.1:PORT/KEY", on the thread `net`."""

    def __init__(self) -> None:
        self.bugs: list[BaseException] = []
        self._net = NetLane(self.bugs.append)
        self.pictures = {"juicer.svg": (_PICTURE, "image/svg+xml")}
        self.hub = OverlayHub(PAGE.read_bytes(), self.pictures.get, qr_modules, lambda: self.now)
        self.address = ""
        self.now = 1_800_000_000.0

    def start(self) -> None:
        """Serve."""
        self._net.start()
        self._net.spawn(self._open).result(5)

    def stop(self) -> None:
        """Close every connection and the thread."""
        self._net.spawn(self._close).result(5)
        assert self._net.stop(5)

    def tell(self, *events: Event) -> None:
        """Let the hub have what the desk says; it has it when this returns."""
        done: Future[None] = self._net.spawn(lambda: self._deliver(events))
        done.result(5)

    def show(self, shown: Session, *captions: Caption) -> None:
        """Tell a show and its captions."""
        self.tell(SessionChanged(shown), *map(CaptionChanged, captions))

    def sell(self, *products: Product) -> None:
        """Tell the catalogue."""
        self.tell(CatalogueChanged(products))

    def drop_connections(self) -> None:
        """Cut every overlay off, as a restart does."""
        self._net.spawn(self.hub.close).result(5)

    async def _open(self) -> None:
        site = web.Application()
        site.router.add_get("/KEY/overlay/{path:.+}", self._answer)
        self._runner = web.AppRunner(site, shutdown_timeout=0.5)
        await self._runner.setup()
        listener = web.TCPSite(self._runner, "127.0.0.1", 0)
        await listener.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}/KEY"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        return await self.hub.answer(request, request.match_info["path"])

    async def _close(self) -> None:
        await self.hub.close()
        await self._runner.cleanup()

    async def _deliver(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.hub.receive(event)
        await asyncio.sleep(0)


_PICTURE = b"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200"
fill="#dce8e4"/><circle cx="100" cy="105" r="58" fill="#0f6b5c"/><rect x="86" y="22" width="28" height="40"
fill="#0f6b5c"/></svg>"""
