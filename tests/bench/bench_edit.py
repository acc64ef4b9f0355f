"""How long the desk is busy with changes of a catalogue of 10,000 products, its subscribers included.

    python -m tests.bench.bench_edit [--products 10000]

The figure to reach is 5 ms for every change of one product, for a tick and for a message; a whole catalogue that is
loaded or imported takes longer once, and is only told. The time is the thread's own on the processor.
"""

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

from PySide6.QtWidgets import QApplication

from livedesk.adapters.glossary.fuzzy import FuzzyNearest
from livedesk.adapters.glossary.matcher import AhoMatcher
from livedesk.core import events as ev
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.session.booth import Booth
from livedesk.core.translation.request import TranslateRequest, TranslateResult
from livedesk.runtime.inbox import Inbox
from livedesk.runtime.store_lane import StoreLane
from livedesk.runtime.terminology import Terminology
from livedesk.ui.bridge import Bridge
from tests.bench.bench_catalogue import catalogue
from tests.contracts.fakes_store import MemorySink

LIMIT_MS = 5.0
ROUNDS = 40
ES = Language("es")


class Bench:
    """A booth with the subscribers of a real desk, all on this thread."""

    def __init__(self) -> None:
        self.booth = Booth(ZH, (EN,))
        self.inbox = Inbox()
        self.store = StoreLane(MemorySink, lambda _given: None, _raise)
        self.terms = Terminology(AhoMatcher, FuzzyNearest())
        self.bridge = Bridge()
        self.now = 1_000.0
        self.requests: list[TranslateRequest] = []

    def give(self, given: ev.Input) -> float:
        """Hand an input over as the desk does; return the milliseconds."""
        self.now += 0.01
        started = time.thread_time()
        outcome = self.booth.handle(given, self.now)
        for work, item in outcome.withdrawn:
            self.inbox.withdraw(work, item)
        for request in outcome.requests:
            self.inbox.put(request)
        for event in outcome.events:
            self.store.receive(event)
            self.terms.receive(event)
            if self.terms.is_outdated:
                self.inbox.wake()
            self.bridge.receive(event)
        took_ms = (time.thread_time() - started) * 1000
        self.requests += outcome.requests
        return took_ms

    @property
    def some(self) -> Product:
        """A product of the middle."""
        return self.booth.products[len(self.booth.products) // 2]

    def measure(self, name: str, make: Callable[[int], ev.Input]) -> tuple[str, float, float]:
        """Return the median and the longest time of many such inputs."""
        times = [self.give(make(number)) for number in range(ROUNDS)]
        return name, median(times), max(times)

    def fill(self, number: int) -> ev.Input:
        """Answer what is asked for, so that the next tick has something to show."""
        for request in self.requests[:8]:
            self.give(TranslateResult(request, f"{request.text} {number}", ZH, True))
        del self.requests[:8]
        return ev.Ticked()


def _raise(error: BaseException) -> None:
    raise error


def _priced(product: Product, cents: int) -> ev.PutProducts:
    return ev.PutProducts((replace(product, tiers=(PriceTier(100, Decimal(cents) / 100),)),), (product,))


def main() -> int:
    """Print the figures; 1 where a change of one product took longer than it may in the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=10_000)
    products = catalogue(parser.parse_args().products)
    _app = QApplication.instance() or QApplication([])
    bench = Bench()
    loaded_ms = bench.give(ev.CatalogueLoaded(products))
    learning = [bench.give(ev.Ticked()) for _ in range(len(products) // 100 + 1)]
    bench.give(ev.StartSession("Bench", is_rehearsal=False))
    bench.give(ev.PinProduct(products[3].sku))
    gc.collect()
    rows = [
        ("tick while names are learnt", median(learning), max(learning)),
        bench.measure("price of one product", lambda n: _priced(bench.some, 100 + n)),
        bench.measure(
            "stock of one product",
            lambda n: ev.PutProducts((replace(bench.some, stock=n % 2),), (bench.some,)),
        ),
        bench.measure(
            "new product", lambda n: ev.PutProducts((replace(products[0], sku=Sku(f"NEW-{n}"), number=0),))
        ),
        bench.measure("removed product", lambda n: ev.RemoveProducts((Sku(f"NEW-{n}"),))),
        bench.measure("undo", lambda _n: ev.UndoCatalogue()),
        bench.measure("redo", lambda _n: ev.RedoCatalogue()),
        bench.measure("moved product", lambda n: ev.MoveProduct(bench.some.sku, n)),
        bench.measure("sold out", lambda n: ev.MarkSoldOut(bench.some.sku, n % 2 == 0)),
        bench.measure(
            "message",
            lambda n: ev.ChatReceived(
                "phone", f"id-{n}", "Maria", f"price of the juicer #{n}, JZ-0{n + 1000}?"
            ),
        ),
    ]
    bench.requests.clear()
    begun_ms = bench.give(ev.FillTexts(tuple(p.sku for p in bench.booth.products), (ES,)))
    rows.append(bench.measure("tick while texts are filled", bench.fill))
    dearer = tuple(replace(p, moq=p.moq + 1) for p in products)
    imported_ms = bench.give(ev.PutProducts(dearer))
    for name, middle, longest in rows:
        print(f"{name}: median {middle:.2f} ms, longest {longest:.2f} ms")
    once = {"loaded": loaded_ms, "imported": imported_ms, "filling begun": begun_ms}
    print(", ".join(f"{name} {ms:.1f} ms" for name, ms in once.items()))
    result = {
        "bench": "edit",
        "products": len(products),
        "median_ms": {name: round(middle, 3) for name, middle, _ in rows},
        "once_ms": {name: round(ms, 1) for name, ms in once.items()},
        "limit_ms": LIMIT_MS,
    }
    print(json.dumps(result))
    return int(max(middle for _, middle, _ in rows) > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
