"""A show of an hour as a store would hold it: buyers of nine languages, leads, offers, answers, phones."""

import random
from dataclasses import replace
from decimal import Decimal

from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import HiddenWhy
from livedesk.core.events import SessionRestored
from livedesk.core.ids import (
    EN,
    ZH,
    Language,
    LeadId,
    MessageId,
    ReplyId,
    SegmentId,
    SessionId,
    Sku,
    buyer_id,
)
from livedesk.core.leads.lead import Contact, ContactKind, Lead, LeadItem, LeadScore, ScoreReason
from livedesk.core.records import (
    Caption,
    LineWarning,
    Message,
    MessageState,
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
from livedesk.core.report.making import Stored
from livedesk.core.report.minutes import AudienceMinute
from livedesk.core.session.air import AirKind, AirTime

ES, AR, DE, RU, HI = (Language(code) for code in ("es", "ar", "de", "ru", "hi"))
START = 1_795_312_860.0  # 2026-11-22 02:01 UTC
LENGTH_S = 3_540.0
SHOW = SessionId("20261122-020100-000")

PRODUCTS = tuple(
    Product(
        Sku(sku),
        number,
        {EN: english, ZH: chinese},
        {EN: "Kitchen"},
        (PriceTier(moq, Decimal(price)), PriceTier(moq * 5, Decimal(price) * Decimal("0.9"))),
        moq=moq,
    )
    for number, (sku, english, chinese, moq, price) in enumerate(
        (
            ("JZ-03", "Three-piece knife set", "三件套刀具", 500, "6.80"),
            ("BX-5S", "Stackable food containers, set of five", "五件套可叠放保鲜盒", 300, "4.20"),
            ("CG-32", "Cast-iron pan 32 cm", "32 厘米铸铁锅", 200, "11.50"),
            ("TD-03", "Silicone spatula set", "硅胶铲三件套", 1000, "1.95"),
            ("KZ-45", "Bamboo cutting board 45 cm", "45 厘米竹砧板", 400, "3.60"),
            ("ZB-3S", "Thermal lunch box", "三层保温饭盒", 500, "7.10"),
        ),
        1,
    )
)

_BUYERS = (
    ("María Fernanda López", ES, "MX", "phone", ""),
    ("Ahmed Al-Mansoori", AR, "AE", "phone", ""),
    ("Jonas Brandstätter-Weingartner", DE, "AT", "youtube", ""),
    ("Екатерина", RU, "KZ", "phone", ""),
    ("Priya N.", HI, "IN", "inlet", "TikTok"),
    ("john_k", EN, "KE", "youtube", ""),
    ("deals4u", EN, "", "twitch", ""),
    ("Chukwuemeka", EN, "NG", "phone", ""),
    ("سارة", AR, "EG", "inlet", "TikTok"),
    ("Carlos R.", ES, "PE", "phone", ""),
    ("王小姐", ZH, "CN", "pasted", ""),
)
_ASKED: dict[Intent | None, dict[str, tuple[str, str]]] = {
    Intent.PRICE: {
        "en": ("How much for 500 pcs FOB Ningbo?", "500 件 FOB 宁波多少钱？"),
        "es": ("¿Cuánto cuesta si pido 800 juegos?", "订 800 套多少钱？"),
        "ar": ("كم سعر القطعة لكمية 1000؟", "1000 件单价多少？"),
        "de": ("Was kostet das Messerset ab 1000 Stück?", "刀具套装 1000 件起多少钱？"),
        "ru": ("Какая цена за 500 штук?", "500 件什么价格？"),
    },
    Intent.MOQ: {
        "en": ("what's the MOQ", "起订量是多少"),
        "es": ("¿Cuál es el pedido mínimo?", "最小起订量是多少？"),
    },
    Intent.SAMPLE: {
        "en": ("can i get a sample first", "可以先要样品吗"),
        "de": ("Gibt es ein Muster?", "有样品吗？"),
    },
    Intent.SHIPPING: {
        "en": ("how many days to Mombasa", "到蒙巴萨要几天"),
        "ar": ("كم يوم الشحن إلى دبي؟", "发货到迪拜要几天？"),
    },
    Intent.CERTIFICATE: {
        "de": ("Haben Sie LFGB?", "你们有 LFGB 吗？"),
        "en": ("is it FDA approved", "有 FDA 认证吗"),
    },
    Intent.CUSTOMISATION: {
        "es": ("¿Pueden imprimir nuestro logo?", "可以印我们的标志吗？"),
        "hi": ("क्या लोगो लग सकता है?", "可以加标志吗？"),
    },
    Intent.COMPLAINT: {"en": ("last order 12 boxes came broken", "上次的订单有 12 箱是破的")},
    Intent.GREETING: {
        "en": ("hi from here 👋", "大家好 👋"),
        "es": ("¡Hola a todos!", "大家好！"),
        "ar": ("مرحبا", "你好"),
    },
    None: {"en": ("nice", "不错"), "hi": ("अच्छा है", "很好")},
}  # fmt: skip
_WEIGHTS = {
    Intent.PRICE: 32, Intent.MOQ: 14, Intent.SAMPLE: 11, Intent.SHIPPING: 12, Intent.CERTIFICATE: 8,
    Intent.CUSTOMISATION: 9, Intent.COMPLAINT: 2, Intent.GREETING: 14, None: 10,
}  # fmt: skip


def stored() -> Stored:
    """Return the show; the same one every time."""
    chance = random.Random(6)
    messages, replies = _chat(chance)
    session = Session(
        SHOW,
        "Canton Fair, hall 11.2 C08",
        SessionState.ENDED,
        False,
        ZH,
        (EN, ES, AR),
        started_at=START,
        ended_at=START + LENGTH_S,
        ran_s=LENGTH_S - 240,
    )
    return Stored(
        SessionRestored(session, _captions(chance), messages, replies),
        _history(),
        _leads(messages),
        PRODUCTS,
        _phones(chance),
    )


def _captions(chance: random.Random) -> tuple[Caption, ...]:
    found = []
    for number in range(1, 301):
        at = number * LENGTH_S / 301
        doubts = (LineWarning(WarningKind.FIGURES, ("12400",), ("12000",)),) if number % 47 == 0 else ()
        translations = tuple(
            Translation(language, "", 1, 0, True, Reason.LOOP)
            if chance.random() < 0.02
            else Translation(
                language,
                "We sell 12,400 of them a month.",
                1,
                30,
                True,
                None,
                doubts,
                chance.randint(90, 900),
            )
            for language in (EN, ES, AR)
        )
        text = "这一款我们每个月卖一万两千四百件。"
        found.append(
            Caption(
                SegmentId(number), 1, ZH, text, len(text), True, Origin.MICROPHONE, at, at + 4, START + at,
                translations,
            )
        )  # fmt: skip
    return tuple(found)


def _chat(chance: random.Random) -> tuple[tuple[Message, ...], tuple[Reply, ...]]:
    messages: list[Message] = []
    replies: list[Reply] = []
    arrivals = sorted(chance.triangular(20, LENGTH_S - 10, 1_500) for _ in range(168))
    for number, at in enumerate(arrivals, 1):
        name, language, country, source, platform = chance.choice(_BUYERS)
        intent = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
        texts = _ASKED[intent]
        text, translation = texts.get(language) or texts.get("en") or next(iter(texts.values()))
        product = chance.choices(PRODUCTS, (30, 18, 14, 10, 6, 4))[0]
        is_named = intent not in (Intent.GREETING, None) and chance.random() < 0.8
        is_answered = intent not in (Intent.GREETING, None, Intent.COMPLAINT) and chance.random() < 0.72
        message = Message(
            MessageId(number), source, str(number), buyer_id(source, name), name, text, START + at, language,
            True, MessageState.TRANSLATED, 1,
            None if language == ZH else Translation(ZH, translation, 1, len(translation), True, lag_ms=320),
            is_answered, (product.sku,) if is_named else (), platform, country,
            intents=(intent,) if intent else (),
        )  # fmt: skip
        if number % 55 == 0:
            message = replace(message, hidden=HiddenWhy.WORD, is_answered=False)
            is_answered = False
        messages.append(message)
        if is_answered or number in (40, 90):
            state = ReplyState.SENT if is_answered else ReplyState.FAILED
            waited = min(chance.lognormvariate(3.4, 0.7), 900)
            replies.append(
                Reply(
                    ReplyId(len(replies) + 1), message.id, 1, "六块八美元一套，500 套起。", ZH, state,
                    message.received_at + waited, is_private=number % 9 == 0,
                    translation=Translation(language, "US$6.80 a set from 500 sets.", 1, 28, True),
                )
            )  # fmt: skip
    return tuple(messages), tuple(replies)


def _history() -> tuple[AirTime, ...]:
    def at(minute: float) -> float:
        return START + minute * 60

    def pinned(sku: str, began: float, ended: float) -> AirTime:
        return AirTime(SHOW, AirKind.PINNED, Sku(sku), at(began), at(ended))

    offer = Offer(
        Sku("JZ-03"), {ZH: "今天下单九折", EN: "10% off today"}, Decimal("6.12"), "USD", None, at(22)
    )
    return (
        pinned("JZ-03", 1, 16),
        pinned("BX-5S", 9, 24),
        pinned("JZ-03", 20, 38),
        AirTime(SHOW, AirKind.OFFER, Sku("JZ-03"), at(22), at(34), offer),
        pinned("CG-32", 30, 46),
        pinned("TD-03", 44, 58),
        AirTime(SHOW, AirKind.SOLD_OUT, Sku("TD-03"), at(52), at(59)),
        pinned("ZB-3S", 50, 59),
    )


def _leads(messages: tuple[Message, ...]) -> tuple[Lead, ...]:
    def lead(number: int, buyer: int, score: LeadScore, *reasons: ScoreReason, **more: object) -> Lead:
        name, language, country, source, platform = _BUYERS[buyer]
        made = Lead(
            LeadId(f"{SHOW}/{number}"), START + 600 + number, START + 700 + number, SHOW,
            buyer_id(source, name), platform or source, name, "", country, language, (), (), score, reasons,
        )  # fmt: skip
        return replace(made, **more)  # type: ignore[arg-type]  # fields of Lead

    why = ScoreReason
    return (
        lead(
            1, 0, LeadScore.HOT, why.ASKED_QUOTE, why.REACHES_MOQ, why.GAVE_CONTACT,
            company="Comercializadora del Bajío S.A. de C.V.",
            contacts=(
                Contact(ContactKind.WHATSAPP, "+52 477 123 4567"),
                Contact(ContactKind.EMAIL, "mf.lopez@bajio.example"),
            ),
            items=(LeadItem(Sku("JZ-03"), 800), LeadItem(Sku("BX-5S"), 300)),
        ),
        lead(
            2, 1, LeadScore.HOT, why.ASKED_QUOTE, why.GAVE_QUANTITY,
            contacts=(Contact(ContactKind.EMAIL, "ahmed@almansoori-trading.example"),),
            items=(LeadItem(Sku("CG-32"), 1000),),
        ),
        lead(
            3, 2, LeadScore.WARM, why.ASKED_SAMPLE, why.ASKED_PRICE,
            company="Brandstätter Küchenbedarf Großhandelsgesellschaft m.b.H.",
            items=(LeadItem(Sku("JZ-03")),),
        ),
        lead(4, 7, LeadScore.WARM, why.ASKED_SEVERAL, contacts=(Contact(ContactKind.PHONE, "+234 802 555 0199"),)),
        lead(5, 5, LeadScore.COLD, why.ASKED_PRICE, items=(LeadItem(Sku("ZB-3S")),)),
    )  # fmt: skip


def _phones(chance: random.Random) -> tuple[AudienceMinute, ...]:
    first = int(START // 60)
    found = []
    for minute in range(60):
        phones = max(0, round(46 - abs(minute - 28) * 1.3 + chance.randint(-3, 3)))
        languages = {ES: phones // 3, AR: phones // 5, EN: phones - phones // 3 - phones // 5}
        found.append(
            AudienceMinute(first + minute, phones, languages, {"heart": minute * 3, "clap": minute // 2})
        )
    return tuple(found)
