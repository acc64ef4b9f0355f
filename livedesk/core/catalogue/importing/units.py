"""Units a product is counted, measured and weighed in, as tables write them."""

from decimal import Decimal

from livedesk.core.ids import EN, ZH, Language

_SOLD_BY = {
    "piece": "个 pcs 件 只 台 支 把 条 张 块 枚 片 粒 顶 根 pc piece pieces ea each unit units pce pces",
    "set": "套 set sets 组",
    "pair": "双 pair pairs 对 prs pr",
    "dozen": "打 dozen dz doz dozens",
    "box": "盒 box boxes bx",
    "pack": "包 pack packs pk bag bags 袋",
    "carton": "箱 ctn carton cartons ctns case cases",
    "roll": "卷 roll rolls",
    "bottle": "瓶 bottle bottles",
    "kg": "公斤 kg kgs kilo 千克",
    "ton": "吨 ton tons mt",
    "m": "米 m meter metre meters metres",
    "yard": "码 yard yards yd yds",
    "sqm": "平方米 sqm m2 平方 平米",
}
SOLD_BY: dict[str, str] = {word: kind for kind, words in _SOLD_BY.items() for word in words.split()}
"""What a spelling of a selling unit stands for: "pcs" and 件 are pieces."""
_USUAL = {kind: words.split()[:2] for kind, words in _SOLD_BY.items()}

CENTIMETRES = {
    "cm": Decimal(1),
    "cms": Decimal(1),
    "厘米": Decimal(1),
    "公分": Decimal(1),
    "mm": Decimal("0.1"),
    "毫米": Decimal("0.1"),
    "m": Decimal(100),
    "米": Decimal(100),
    "in": Decimal("2.54"),
    "inch": Decimal("2.54"),
    "inches": Decimal("2.54"),
    "英寸": Decimal("2.54"),
    '"': Decimal("2.54"),
}
KILOGRAMS = {
    "kg": Decimal(1),
    "kgs": Decimal(1),
    "千克": Decimal(1),
    "公斤": Decimal(1),
    "g": Decimal("0.001"),
    "gram": Decimal("0.001"),
    "grams": Decimal("0.001"),
    "克": Decimal("0.001"),
    "lb": Decimal("0.45359237"),
    "lbs": Decimal("0.45359237"),
    "磅": Decimal("0.45359237"),
    "斤": Decimal("0.5"),
}


def unit_texts(word: str) -> dict[Language, str]:
    """Return what a selling unit is called in Chinese and English, {} for a word that is none."""
    kind = SOLD_BY.get(word.lower().strip(". "))
    if kind is None:
        return {}
    han, latin = _USUAL[kind]
    return {ZH: han, EN: latin}


def same_unit(one: str, other: str) -> bool:
    """Whether two selling units may be the same; an unknown one may be any."""
    kinds = [SOLD_BY.get(word.lower().strip(". ")) for word in (one, other)]
    return None in kinds or kinds[0] == kinds[1]
