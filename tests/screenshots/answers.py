"""What the chat panel shows in its states: canned answers, hidden messages, photos, a buyer to be deleted."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from PIL import Image

from livedesk.app.terms import our_answers
from livedesk.core.catalogue.product import Certificate, LeadTime, PriceTier, Product
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import Bar, BarredBuyer, HiddenWhy, Moderation
from livedesk.core.events import (
    CannedChanged,
    CatalogueChanged,
    Event,
    MessageChanged,
    ModerationChanged,
    SessionChanged,
)
from livedesk.core.ids import EN, ZH, Language, MessageId, Sku
from livedesk.core.records import Message, MessageState, Reason
from tests.ui.lines.records import message, session

ASKED = MessageId(6)
"""Asks for a price."""
PHOTO = "0" * 32 + ".jpg"
ES, DE, AR = Language("es"), Language("de"), Language("ar")
JUICER = Product(
    Sku("JZ-03"),
    3,
    {EN: "Portable juicer cup", ZH: "便携式榨汁杯", ES: "Vaso licuadora portátil"},
    {EN: "Kitchen"},
    (PriceTier(500, Decimal("3.50")), PriceTier(2000, Decimal("3.20"))),
    incoterm_place="Ningbo",
    moq=500,
    lead_times=(LeadTime(500, 30),),
    sample_price=Decimal(15),
    certificates=(Certificate("CE"), Certificate("RoHS")),
)


def photo() -> bytes:
    """Return a photo that a buyer could have sent."""
    image, out = Image.new("RGB", (1200, 900), "#b98d5a"), BytesIO()
    image.paste("#5a3d20", (300, 200, 900, 700))
    image.save(out, "JPEG")
    return out.getvalue()


def events() -> Iterator[Event]:
    """Tell of a show in which all of it happens."""
    yield CatalogueChanged((JUICER,))
    yield CannedChanged(our_answers())
    yield SessionChanged(replace(session(audience=(EN, ES)), pinned=(JUICER.sku,), unanswered=5))
    barred = BarredBuyer(message(4, name="spam_bot").buyer, "spam_bot", Bar.MUTED)
    yield ModerationChanged(Moderation(barred=(barred,)))
    for each in _messages():
        yield MessageChanged(each)


def _messages() -> Iterator[Message]:
    ask = (JUICER.sku,)
    yield replace(
        message(
            1, "كم يوم الشحن إلى جدة؟ متاح DDP؟", "运到吉达要多少天？可以发DDP吗？", language=AR, name="Ahmed"
        ),
        intents=(Intent.SHIPPING,),
        country="SA",
    )
    yield replace(
        message(2, "el mío llegó roto, adjunto foto", "我的收到时坏了，附上照片", name="Carlos Hernández"),
        intents=(Intent.COMPLAINT,),
        photo=PHOTO,
        platform="facebook",
    )
    yield replace(
        message(3, "buy followers cheap www.spam.example", None, name="promo"), hidden=HiddenWhy.LINK
    )
    yield replace(message(4, "!!!", None, name="spam_bot"), hidden=HiddenWhy.MUTED, revision=0, language=None)
    yield replace(
        message(
            5,
            "Wie lange dauert die Lieferung und was kostet das Muster?",
            None,
            language=DE,
            name="Donaudampfschifffahrtsgesellschaft",
            reason=Reason.NO_PATH,
            state=MessageState.UNTRANSLATED,
        ),
        intents=(Intent.SHIPPING, Intent.SAMPLE),
        platform="youtube",
        country="AT",
    )
    yield replace(
        message(
            6, "precio del 3 por 2000 pzs? se puede poner mi logo?", "3号买2000个什么价格？能印我的商标吗？"
        ),
        intents=(Intent.PRICE, Intent.CUSTOMISATION),
        products=ask,
        country="MX",
    )
