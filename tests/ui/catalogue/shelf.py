"""Products and sessions for the tests of the catalogue, the cards and the run of show."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from livedesk.core.catalogue.product import Certificate, LeadTime, PriceTier, Product
from livedesk.core.ids import EN, ZH, SessionId, Sku
from livedesk.core.records import Session, SessionState, ShowItem

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32" viewBox="0 0 64 32">
<rect width="64" height="32" fill="#ff0000"/></svg>"""

JUICER = Product(
    sku=Sku("JZ-03"),
    number=3,
    names={ZH: "便携式榨汁杯", EN: "Portable juicer cup"},
    category={ZH: "小家电", EN: "Small appliances"},
    tiers=(
        PriceTier(500, Decimal("3.50")),
        PriceTier(2000, Decimal("3.20")),
        PriceTier(5000, Decimal("2.95")),
    ),
    incoterm_place="Ningbo",
    moq=500,
    unit={ZH: "个", EN: "pcs"},
    lead_times=(LeadTime(0, 30),),
    sample_price=Decimal("15.00"),
    certificates=(Certificate("CE"), Certificate("RoHS")),
    pictures=("JZ-03.svg",),
    tags=("blender",),
)
WOK = Product(
    sku=Sku("CG-32"),
    number=4,
    names={ZH: "不粘炒锅 32 cm", EN: "Non-stick wok 32 cm"},
    category={ZH: "锅具", EN: "Cookware"},
    tiers=(PriceTier(300, Decimal("6.80")),),
    incoterm_place="Ningbo",
    moq=300,
    unit={ZH: "个", EN: "pcs"},
    lead_times=(LeadTime(0, 25),),
)
KETTLE = replace(WOK, sku=Sku("SH-18"), number=5, names={ZH: "电热水壶 1.8 L", EN: "Electric kettle 1.8 L"})
FRYER = replace(WOK, sku=Sku("KZ-45"), number=13, names={ZH: "空气炸锅 4.5 L", EN: "Café air fryer 4.5 L"})
BOOTH = (JUICER, WOK, KETTLE, FRYER)

LONG_GERMAN = "Edelstahlvakuumisolierflasche mit Bambusschraubverschluss und Handgelenkschlaufe, 750 ml"
LONG_CHINESE = "双层真空不锈钢保温旅行杯带竹盖子便携式大容量七百五十毫升户外运动登山水壶带手绳"

SHOW = (
    ShowItem({ZH: "开场", EN: "Welcome"}, 2, script={ZH: "大家好", EN: "Hello everyone"}),
    ShowItem(
        {ZH: "榨汁杯", EN: "Juicer: live test"}, 5, (JUICER.sku,), {ZH: "放冰块。", EN: "Put in the ice."}
    ),
    ShowItem({ZH: "炒锅", EN: "Wok"}, 4, (WOK.sku, KETTLE.sku)),
    ShowItem({ZH: "再见", EN: "Goodbye"}, 1.5),
)


def session(**changes: Any) -> Session:
    """Return a live session with `changes`."""
    live = Session(
        id=SessionId("20261121-193205-4f2a"),
        name="Canton Fair",
        state=SessionState.LIVE,
        is_rehearsal=False,
        host_language=ZH,
        audience_languages=(EN,),
        started_at=1000.0,
        running_since=1000.0,
    )
    return replace(live, **changes)


def many(count: int) -> tuple[Product, ...]:
    """Return `count` different products."""
    return tuple(
        replace(
            JUICER,
            sku=Sku(f"JZ-{n:05}"),
            number=n,
            names={ZH: f"便携式榨汁杯 {n}", EN: f"Portable juicer cup {n}"},
        )
        for n in range(1, count + 1)
    )
