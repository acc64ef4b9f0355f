"""A buyer's phone and the real desk, as the program wires them: what one does the other sees."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium import webdriver

from livedesk.app.network import Network
from livedesk.app.paths import Paths
from livedesk.app.wiring import Wired, wire
from livedesk.core import events as ev
from livedesk.core.ids import Language
from livedesk.core.leads.lead import Lead
from livedesk.core.links import HostAddress, LinkKind, LinkState
from livedesk.core.settings import Settings
from livedesk.runtime import desk as desk_module
from tests.resources.web.phone_browser import PHONE, Phone, resize
from tests.resources.web.phone_show import ES, JUICER, ZH, juicer
from tests.runtime.rig import Heard

HERE = "127.0.0.1"


class Booth:
    """The desk with its network, and a show that runs."""

    def __init__(self, base: Path) -> None:
        settings = Settings(
            host_language=ZH, audience_languages=(ES, Language("ar")), audience_address=HERE, audience_port=0
        )
        self.wired: Wired = wire(Paths(base), settings, model_folders=[])
        parts = replace(self.wired.network._parts, addresses=lambda: (HostAddress(HERE, "lo"),))
        self.wired.network = Network(parts)
        self.heard = Heard()
        self.wired.desk.subscribe(self.heard.receive)
        self.wired.start()
        self.wired.network.start()
        self.do(
            ev.PutProducts((replace(juicer(), pictures=()),)), ev.StartSession("Show", is_rehearsal=False)
        )
        self.wired.network.open_audience()
        self.heard.until(lambda: self.address != "")

    @property
    def address(self) -> str:
        """Where the page is; "" while it is closed."""
        links = [e.link for e in list(self.heard.events) if isinstance(e, ev.LinkChanged)]
        of_audience = [link for link in links if link.kind is LinkKind.AUDIENCE]
        return of_audience[-1].address if of_audience and of_audience[-1].state is LinkState.ON else ""

    @property
    def leads(self) -> tuple[Lead, ...]:
        """The leads as they are."""
        changed = [e.leads for e in list(self.heard.events) if isinstance(e, ev.LeadsChanged)]
        return changed[-1] if changed else ()

    def do(self, *commands: ev.Command) -> None:
        """Let the operator do something."""
        for command in commands:
            self.wired.desk.post(command)


@pytest.fixture
def booth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Booth]:
    monkeypatch.setattr(desk_module, "DRAIN_S", 0.05)
    made = Booth(tmp_path)
    yield made
    made.wired.stop()
    assert made.wired.bugs == []


@pytest.fixture
def buyer(chromium: webdriver.Chrome, booth: Booth) -> Iterator[Phone]:
    made = Phone(chromium)
    made.forget_all(booth.address)
    resize(chromium, PHONE)
    made.open(booth.address)
    made.until(lambda: made.text("#state") == "En vivo")
    yield made
    complaints = made.complaints()
    chromium.get("about:blank")
    assert complaints == []


def test_that_a_buyer_follows_the_show_asks_and_becomes_a_lead(booth: Booth, buyer: Phone) -> None:
    booth.do(ev.AddHostLine("最低起订量500个"))
    buyer.until(lambda: buyer.captions and "500" in buyer.captions[0])
    assert buyer.text("#lines .mark") == "Palabras originales"
    segment = next(iter(booth.heard.captions.values())).segment
    booth.do(ev.CorrectCaption(segment, ES, "El pedido mínimo es de 500 piezas."))
    buyer.until(lambda: buyer.captions == ["El pedido mínimo es de 500 piezas."])
    assert not buyer.texts("#lines .mark")

    booth.do(ev.PinProduct(JUICER))
    buyer.until(lambda: "Vaso exprimidor" in buyer.text(".card"))
    buyer.tap(".card .side")
    buyer.write("#text", "precio por 2000?")
    buyer.tap("#send")
    buyer.until(lambda: "✓ Recibida" in buyer.text(".bubble.mine"))
    (message,) = booth.heard.messages.values()
    assert (message.text, message.products) == ("precio por 2000?", (JUICER,))
    booth.do(ev.SendReply(message.id, "US$ 3,20 la pieza.", is_private=True, as_written=True))
    buyer.until(lambda: "US$ 3,20 la pieza." in buyer.text(".bubble.to"))
    assert "Solo usted lo ve" in buyer.text(".bubble.to")

    buyer.until(lambda: buyer.is_shown("#want"))
    buyer.tap("#want")
    buyer.write("[name=contact]", "maria@example.com")
    buyer.write("[name=company]", "Cocina SA")
    assert len(buyer.text("#consent")) > 20
    buyer.tap("#agree")
    buyer.tap("#order")
    booth.heard.until(lambda: any(lead.company == "Cocina SA" for lead in booth.leads))
    (lead,) = booth.leads
    assert [item.sku for item in lead.items] == [JUICER]
    assert lead.consent == buyer.text("#consent")
    buyer.until(lambda: not buyer.is_shown("#quote"))

    buyer.tap("#talk .forget")
    buyer.tap("#talk .forget")
    buyer.until(lambda: not buyer.texts(".bubble"))
    booth.heard.until(lambda: booth.leads == ())
    buyer.until(lambda: buyer.captions)  # it comes back, as a phone that was never here

    booth.wired.network.close_audience()
    buyer.until(lambda: buyer.text("#strip") == "El stand cerró esta página.")
