"""A booth with the time in hand and a translator that answers when it is told to."""

from collections.abc import Iterator
from typing import TypeVar

from livedesk.core import events as ev
from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.records import (
    Caption,
    Health,
    HealthState,
    LineWarning,
    Message,
    Notice,
    Origin,
    Part,
    Reason,
    Reply,
    ShowItem,
)
from livedesk.core.session.booth import Booth
from livedesk.core.session.outcome import Outcome
from livedesk.core.translation.request import TranslateRequest, TranslateResult

ES = Language("es")
_E = TypeVar("_E")


class Rig:
    """Feeds a `Booth` and keeps what it said. `requests` are those not yet answered."""

    def __init__(self, *audience: Language, now: float = 1_000.0) -> None:
        self.booth = Booth(ZH, audience or (EN,))
        self.now = now
        self.last = Outcome()
        self.events: list[ev.Event] = []
        self.requests: list[TranslateRequest] = []
        self.deliveries: list[tuple[Message, Reply]] = []

    def give(self, *inputs: ev.Input) -> "Rig":
        for given in inputs:
            self._keep(self.booth.handle(given, self.now))
        return self

    def after(self, seconds: float) -> "Rig":
        self.now += seconds
        return self

    def live(self) -> "Rig":
        self.give(ev.HealthReported(Health(Part.TRANSLATION, HealthState.OK)))
        return self.give(ev.StartSession("Fair", is_rehearsal=False))

    def hear(self, text: str, revision: int, utterance: int = 1, *, end: bool = False) -> "Rig":
        t1_s = utterance + revision / 10
        return self.give(
            ev.Hypothesis(utterance, revision, text, float(utterance), t1_s, end, Origin.MICROPHONE)
        )

    def chat(self, text: str, number: int = 1, name: str = "Maria") -> "Rig":
        return self.give(ev.ChatReceived("phone", f"id-{number}", name, text))

    def answer(
        self,
        request: TranslateRequest,
        text: str | None = None,
        *,
        reason: Reason | None = None,
        language: Language | None = None,
        sure: bool = True,
        warnings: tuple[LineWarning, ...] = (),
    ) -> "Rig":
        self.requests = [r for r in self.requests if r is not request]
        said = "" if reason and text is None else text if text is not None else f"[{request.target}]"
        spoken = language or request.source or EN
        return self.give(TranslateResult(request, said, spoken, sure, reason, warnings, 5.0, "some-model"))

    def answer_all(self) -> "Rig":
        while self.requests:
            self.answer(self.requests[0])
        return self

    def stop(self) -> "Rig":
        self._keep(self.booth.abandon(self.now))
        return self

    # --- what it said ---

    def captions(self) -> dict[int, Caption]:
        return {e.caption.segment: e.caption for e in self.events if isinstance(e, ev.CaptionChanged)}

    def messages(self) -> dict[int, Message]:
        return {e.message.id: e.message for e in self.events if isinstance(e, ev.MessageChanged)}

    def replies(self) -> dict[int, Reply]:
        return {e.reply.id: e.reply for e in self.events if isinstance(e, ev.ReplyChanged)}

    def healths(self) -> list[Health]:
        return [e.health for e in self.events if isinstance(e, ev.HealthChanged)]

    def notices(self) -> list[Notice]:
        return [e.notice for e in self.events if isinstance(e, ev.NoticePosted)]

    def of(self, kind: type[_E]) -> list[_E]:
        """Return the events of one kind that followed from the last input."""
        return [event for event in self.last.events if isinstance(event, kind)]

    def only_request(self) -> TranslateRequest:
        (request,) = self.requests
        return request

    def _keep(self, outcome: Outcome) -> None:
        self.last = outcome
        self.events += outcome.events
        gone = {(work, item) for work, item in outcome.withdrawn}
        self.requests = [r for r in self.requests if (r.work, r.item) not in gone] + outcome.requests
        self.deliveries += outcome.deliveries


def products(*skus: str) -> tuple[Product, ...]:
    return tuple(_products(skus))


def _products(skus: tuple[str, ...]) -> Iterator[Product]:
    from decimal import Decimal

    for number, sku in enumerate(skus, 1):
        tier = PriceTier(100, Decimal("4.20"))
        yield Product(Sku(sku), number, {EN: f"Mug {sku}"}, {EN: "Mugs"}, (tier,))


def show_items(count: int) -> tuple[ShowItem, ...]:
    return tuple(ShowItem({EN: f"Step {n}"}, 5.0) for n in range(count))
