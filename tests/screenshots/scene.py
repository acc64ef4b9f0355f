"""A written scene for pictures of the window: a show in full swing, translated by people, not by a model.

Everything else is real: the inputs go through `Booth`, the figures are compared by the desk's own check. One
translation has a wrong figure on purpose, to show the mark.
"""

import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from livedesk.app.booth import open_booth
from livedesk.app.terms import our_answers
from livedesk.core import events as ev
from livedesk.core.captions.heard import Correction, CorrectionKind
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import MessageId, Sku
from livedesk.core.records import (
    Health,
    HealthState,
    Level,
    Notice,
    NoticeCode,
    NoticeLevel,
    Part,
)
from livedesk.core.session.booth import Booth, Outcome
from livedesk.core.translation import figures
from livedesk.core.translation.request import TranslateRequest, TranslateResult

MINUTES = 42
MICROPHONE = "Wireless PRO RX"
HEARD_OTHERWISE = (
    (CorrectionKind.HOT_WORD, "炸汁杯", "榨汁杯"),
    (CorrectionKind.HOT_WORD, "荤着装", "混着装"),
)

HOST = [
    (
        "大家好，欢迎来到朗汐厨具的直播间，我们在11.2馆C08展位。",
        "Hello everyone, welcome to Lumio Kitchen. We are in hall 11.2, booth C08.",
    ),
    (
        "今天全程有双语字幕，您用自己的语言打字就行。",
        "There are captions in two languages all day. Just type in your own.",
    ),
    (
        "先看三号，便携式榨汁杯，三百五十毫升，带盖子。",
        "Let's look at number 3 first, the portable juicer cup, 350 ml, with a lid.",
    ),
    (
        "刀头是食品级不锈钢的，可以拆下来洗。",
        "The blade is food-grade stainless steel, and it comes apart for washing.",
    ),
    ("充一次电大概能打十五杯。", "One charge makes about fifteen cups."),
    ("一箱二十四个，一个四十尺柜一万两千四。", "Carton of 24, 12,000 in one 40-foot container."),
    (
        "颜色有绿色、粉色、白色和灰色，可以混着装。",
        "It comes in green, pink, white and grey, and you can mix colours in a carton.",
    ),
]
PARTIAL = (
    ("最低起订量是五百个，两千个以上", "The minimum order is 500 pieces, and from two thousand"),
    (
        "最低起订量是五百个，两千个以上价格可以到",
        "The minimum order is 500 pieces, and from two thousand the price drops to",
    ),
)
CHAT = [
    (
        "phone",
        "Maria S.",
        "precio del 3 por 2000 pzs? se puede poner mi logo?",
        "es",
        "3号买2000个什么价格？能印我的商标吗？",
    ),
    ("phone", "Ahmed", "كم يوم الشحن إلى جدة؟ هل DDP متاح؟", "ar", "运到吉达要多少天？可以发DDP吗？"),
    ("youtube", "Amélie", "bonjour, vous faites de l'OEM ?", "fr", "您好，你们做OEM吗？"),
    ("twitch", "john_k", "sample cost pls?? ship to kenya", "en", "样品费多少？寄到肯尼亚。"),
    ("phone", "Ирина", "Красивый цвет ❤ есть зелёный?", "ru", "颜色很好看 ❤ 有绿色的吗？"),
]
ANSWERED = (
    "sample cost pls?? ship to kenya",
    "样品费15美元，三到五天寄出，下单后退还。",
    "The sample is US$ 15, sent in 3 to 5 days, refunded when you order.",
)
DRAFT = (
    "2000个单价3.20美元，可以印您的商标，500个起。",
    "A 2000 unidades el precio es de US$ 3,20; podemos imprimir su logo a partir de 500.",
    "2000个的价格是3.20美元；500个起可以印您的标志。",
)

OFFER = ("前一百单免费印商标", "Free logo print on the first 100 orders", Decimal("3.20"), 10)
"""What is promised for the first product on air, at which price, for how many minutes."""

TRANSLATIONS = {
    OFFER[0]: OFFER[1],
    PARTIAL[1][0] + "三": PARTIAL[1][1] + " 3",
    **dict(HOST),
    **dict(PARTIAL),
    **{original: chinese for _, _, original, _, chinese in CHAT},
    ANSWERED[1]: ANSWERED[2],
    ANSWERED[2]: ANSWERED[1],
    DRAFT[0]: DRAFT[1],
    DRAFT[1]: DRAFT[2],
}
LANGUAGES = {original: language for _, _, original, language, _ in CHAT}


class Scene:
    """Builds the events of one state of the desk: "first-start", "idle", "live", "rehearsal", "trouble", "ended"."""

    def __init__(self, booth_dir: Path) -> None:
        self._folder = open_booth(booth_dir)
        self._booth = Booth(self._folder.host_language, self._folder.audience_languages)
        self._now = time.time() - MINUTES * 60

    def events(self, name: str) -> Iterator[ev.Event]:
        """Yield the events of scene `name` in order."""
        yield from self._booth.snapshot()
        if name == "first-start":
            yield from self._health(HealthState.OFF)
            pair: dict[str, str | int] = {"source": "zh", "target": "en"}
            yield from self._do(ev.NoticeRaised(Notice(NoticeCode.NO_MODEL, NoticeLevel.WARNING, pair)))
            return
        yield from self._do(ev.CatalogueLoaded(self._folder.products, self._folder.show))
        yield ev.CannedChanged(our_answers())
        for _ in range(5):  # the desk learns what buyers call the products
            yield from self._do(ev.Ticked(), 0.1)
        yield from self._health(HealthState.OK)
        if name == "idle":
            return
        yield from self._show(is_rehearsal=name == "rehearsal")
        if name == "trouble":
            yield from self._trouble()
        if name == "ended":
            yield from self._do(ev.EndSession(), 20)

    def _show(self, *, is_rehearsal: bool) -> Iterator[ev.Event]:
        yield from self._do(ev.StartSession("Home and Kitchen Export Fair", is_rehearsal=is_rehearsal))
        for sku in ("JZ-03", "CG-32"):
            yield from self._do(ev.PinProduct(Sku(sku)))
        offer_ends_at = time.time() + OFFER[3] * 60
        yield from self._do(ev.PutOffer(Sku("JZ-03"), OFFER[0], OFFER[2], offer_ends_at))
        sixth = self._folder.products[5].sku
        yield from self._do(ev.MarkSoldOut(sixth, True), MINUTES * 60 - 190)
        yield from self._do(ev.GoToShowItem(2), 2)
        lines, chat = iter(enumerate(HOST, start=1)), iter(CHAT)
        for number, (text, _) in lines:
            t0_s = MINUTES * 60 - 180 + number * 20
            heard = ev.Hypothesis(
                number, 1, text, t0_s, t0_s + 5, is_endpoint=True, corrections=_corrections(text)
            )
            yield from self._do(heard, 8)
            if buyer := next(chat, None):
                source, name, original, _, _ = buyer
                yield from self._do(ev.ChatReceived(source, name, name, original), 12)
        yield from self._do(ev.SendReply(MessageId(4), ANSWERED[1]), 6)
        yield from self._do(ev.ReplySent(self._last_reply))
        said = "最低起订量是五百个，两千个以上"
        for revision, text in enumerate((said[:9], said, said, PARTIAL[1][0], PARTIAL[1][0] + "三"), start=1):
            yield from self._do(
                ev.Hypothesis(99, revision, text, MINUTES * 60, MINUTES * 60 + 4, is_endpoint=False), 1
            )

    def _trouble(self) -> Iterator[ev.Event]:
        """The microphone was pulled out; half a minute of captions is missing, and the next ones are late."""
        at_s = MINUTES * 60.0 + 5
        yield from self._do(ev.AudioLost(at_s, at_s + 31))
        line, _ = HOST[2]
        yield from self._do(ev.Hypothesis(120, 1, line, at_s + 32, at_s + 36, is_endpoint=True))
        gone = Health(Part.MICROPHONE, HealthState.FAILED, code=ErrorCode.MICROPHONE_GONE, detail=MICROPHONE)
        yield from self._do(ev.HealthReported(gone))
        yield from self._do(ev.HealthReported(Health(Part.SPEECH, HealthState.BEHIND, lag_ms=6400)))
        params: dict[str, str | int] = {"code": ErrorCode.MICROPHONE_GONE, "microphone": MICROPHONE}
        yield from self._do(ev.NoticeRaised(Notice(NoticeCode.MICROPHONE_FAILED, NoticeLevel.ERROR, params)))

    def post(self, command: ev.Command) -> list[ev.Event]:
        """Take a command of the window, as the desk would, and return what follows."""
        return list(self._do(command, 0))

    def _health(self, translation: HealthState) -> Iterator[ev.Event]:
        yield from self._do(ev.HealthReported(Health(Part.TRANSLATION, translation)))
        yield from self._do(ev.HealthReported(Health(Part.STORE, HealthState.OK)))
        if translation is HealthState.OK:
            yield from self._do(ev.HealthReported(Health(Part.MICROPHONE, HealthState.OK, detail=MICROPHONE)))
            speech = Health(Part.SPEECH, HealthState.OK, lag_ms=700, detail="whisper-base")
            yield from self._do(ev.HealthReported(speech))
            yield from self._do(ev.LevelMeasured(Level(0.3, 0.1)))

    def _do(self, given: ev.Input, later_s: float = 0.5) -> Iterator[ev.Event]:
        """Feed one input, then the answers to what it asks the translator."""
        self._now += later_s
        outcome = self._booth.handle(given, self._now)
        yield from self._told(outcome)
        for request in outcome.requests:
            if request.text in TRANSLATIONS:
                self._now += 0.3
                yield from self._do(_result(request), 0)

    def _told(self, outcome: Outcome) -> list[ev.Event]:
        for event in outcome.events:
            if isinstance(event, ev.ReplyChanged):
                self._last_reply = event.reply.id
        return outcome.events


def _corrections(text: str) -> tuple[Correction, ...]:
    """Return what of a line was heard otherwise."""
    return tuple(
        Correction(kind, text.index(written), heard, written)
        for kind, heard, written in HEARD_OTHERWISE
        if written in text
    )


def _result(request: TranslateRequest) -> TranslateResult:
    language = request.source or LANGUAGES[request.text]
    text = TRANSLATIONS[request.text]
    doubt = figures.compare(request.text, language, text, request.target)
    return TranslateResult(
        request, text, language, True, None, (doubt,) if doubt else (), 90.0, "written", ""
    )
