"""Which messages speak of which product: lines that must link, and lines that must not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core import events as ev
from livedesk.core.catalogue.product import Product, Variant
from livedesk.core.chat.mentions import Mentions
from livedesk.core.ids import EN, ZH, Language, MessageId, Sku
from tests.core.session.rig import Rig

ES, RU, JA = Language("es"), Language("ru"), Language("ja")
JUICER = Product(
    Sku("JZ-03"),
    3,
    {
        ZH: "便携式榨汁杯",
        EN: "Portable juicer cup",
        ES: "Vaso exprimidor portátil",
        RU: "Портативная соковыжималка",
    },
    {},
    (),
    variants=(Variant(Sku("JZ-03-RED"), {EN: "red"}),),
)
WOK = Product(Sku("CG 32/A"), 12, {ZH: "不粘炒锅 32 cm", EN: "Non-stick wok 32 cm", JA: "フライパン"}, {}, ())
BOWL = Product(Sku("A1"), 5, {ZH: "碗", EN: "Bowl"}, {}, ())
CUP = Product(Sku("20045"), 7, {ZH: "陶瓷马克杯", EN: "Ceramic mug"}, {}, ())
TWIN = Product(Sku("TW-901"), 20, {ZH: "陶瓷马克杯", EN: "Ceramic mug"}, {}, ())
ALL = (JUICER, WOK, BOWL, CUP, TWIN)


def ready(*products: Product) -> Mentions:
    mentions = Mentions()
    mentions.change([(None, p) for p in products])
    mentions.catch_up(len(products))
    return mentions


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("3", ["JZ-03"]),
        (" ３ ！", ["JZ-03"]),
        ("③", ["JZ-03"]),
        ("٣", ["JZ-03"]),
        ("3 👍", ["JZ-03"]),
        ("#3", ["JZ-03"]),
        ("#3 price?", ["JZ-03"]),
        ("＃3多少钱", ["JZ-03"]),
        ("price of #3 and #12?", ["JZ-03", "CG 32/A"]),
        ("#3, #12", ["JZ-03", "CG 32/A"]),
        ("3号多少钱", ["JZ-03"]),
        ("3号上链接", ["JZ-03"]),
        ("请问 3 号 有货吗", ["JZ-03"]),
        ("三号还有吗", ["JZ-03"]),
        ("十二号", ["CG 32/A"]),
        ("二十号链接", ["TW-901"]),
        ("第3款怎么卖", ["JZ-03"]),
        ("第三款", ["JZ-03"]),
        ("第十二个产品", ["CG 32/A"]),
        ("产品3的起订量", ["JZ-03"]),
        ("链接12", ["CG 32/A"]),
        ("no. 3 please", ["JZ-03"]),
        ("No.3 MOQ?", ["JZ-03"]),
        ("no 3?", ["JZ-03"]),
        ("№3 сколько стоит", ["JZ-03"]),
        ("Nº 3 precio", ["JZ-03"]),
        ("número 12 por favor", ["CG 32/A"]),
        ("item 3 how much", ["JZ-03"]),
        ("Item no. 3", ["JZ-03"]),
        ("item #12", ["CG 32/A"]),
        ("product 3 sample price", ["JZ-03"]),
        ("номер 12 цена", ["CG 32/A"]),
        ("3번 얼마예요", ["JZ-03"]),
        ("رقم ٣", ["JZ-03"]),
        ("JZ-03", ["JZ-03"]),
        ("jz03 price", ["JZ-03"]),
        ("JZ 03?", ["JZ-03"]),
        ("ｊｚ－０３多少钱", ["JZ-03"]),
        ("jz_03", ["JZ-03"]),
        ("need JZ-03-RED now", ["JZ-03"]),
        ("cg32a, jz-03", ["CG 32/A", "JZ-03"]),
        ("CG 32/A", ["CG 32/A"]),
        ("A1", ["A1"]),
        ("a1!", ["A1"]),
        ("20045", ["20045"]),
        ("portable juicer cup, 500 pcs", ["JZ-03"]),
        ("How much are the Portable  Juicer Cups?", ["JZ-03"]),
        ("这个便携式榨汁杯可以定制吗", ["JZ-03"]),
        ("vaso exprimidor portatil", ["JZ-03"]),
        ("ПОРТАТИВНАЯ СОКОВЫЖИМАЛКА", ["JZ-03"]),
        ("不粘炒锅有吗", ["CG 32/A"]),
        ("non-stick wok?", ["CG 32/A"]),
        ("フライパンはいくら", ["CG 32/A"]),
    ],
)
def test_that_a_product_that_is_named_is_found(text: str, skus: list[str]) -> None:
    assert ready(*ALL).find(text) == skus


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "4",
        "$3",
        "3%",
        "3.5",
        "3,000",
        "1/3",
        "3-5",
        "3 pcs",
        "I want 3",
        "3 colors",
        "500 pcs, 12 cartons",
        "no, 3 pieces",
        "no 3 pieces is too few",
        "no. 3 pcs",
        "item 3.5 kg",
        "product 3 pcs per box",
        "number 3,500",
        "we are 3 people",
        "is 12 usd ok",
        "3款都要",
        "3个",
        "要3件",
        "产品3个",
        "11月3号",
        "11月 3 号能到吗",
        "本月3号发货",
        "3号发货吗",
        "3号之前能到吗",
        "3号馆在哪",
        "12号楼",
        "几号",
        "1号到5号",
        "第3天",
        "3번째",
        "12:05",
        "2026-12-03",
        "tel 138-1234-5003",
        "JZ-030",
        "XJZ-03",
        "jz 3",
        "in a1 condition",
        "order 20045 pcs",
        "cup",
        "juicer",
        "bowl",
        "碗",
        "bowling club",
        "ceramic mug",
        "陶瓷马克杯",
        "portable juicers",
        "fri",
    ],
)
def test_that_what_may_mean_something_else_links_nothing(text: str) -> None:
    assert ready(*ALL).find(text) == []


def test_that_a_sku_of_short_words_needs_its_dash() -> None:
    mentions = ready(replace(BOWL, sku=Sku("IN-500")))
    assert [mentions.find(text) for text in ("in 500", "in-500", "IN500")] == [[], ["IN-500"], ["IN-500"]]


def test_that_a_list_of_all_products_links_none() -> None:
    many = [replace(BOWL, sku=Sku(f"BW-{n}00"), number=n, names={}) for n in range(1, 9)]
    rig = Rig().give(ev.CatalogueLoaded(tuple(many)), ev.Ticked()).live()
    rig.chat(" ".join(p.sku for p in many)).chat("BW-100 BW-200", 2)
    assert [m.products for m in rig.messages().values()] == [(), ("BW-100", "BW-200")]


def test_that_changes_of_the_catalogue_are_followed() -> None:
    mentions = ready(*ALL)
    renamed = replace(JUICER, number=30, names={EN: "Travel blender"}, variants=())
    mentions.change([(JUICER, renamed), (TWIN, None)])
    assert not mentions.is_ready
    mentions.catch_up(10)
    assert mentions.is_ready
    found = [
        mentions.find(text) for text in ("#3", "#30", "travel blender", "jz-03-red", "便携式榨汁杯", "tw901")
    ]
    assert found == [[], ["JZ-03"], ["JZ-03"], ["JZ-03"], [], []]
    assert mentions.find("ceramic mug") == ["20045"]


def test_that_numbers_can_be_swapped() -> None:
    mentions = ready(JUICER, WOK)
    mentions.change([(JUICER, replace(JUICER, number=12)), (WOK, replace(WOK, number=3))])
    mentions.catch_up(10)
    assert (mentions.find("#3"), mentions.find("#12")) == (["CG 32/A"], ["JZ-03"])


def test_that_a_product_changed_twice_before_it_was_taken_in_counts_once() -> None:
    mentions = Mentions()
    mentions.change([(None, JUICER), (None, WOK)])
    mentions.change([(JUICER, changed := replace(JUICER, names={EN: "Travel blender"})), (WOK, None)])
    mentions.change([(changed, changed)])
    mentions.catch_up(10)
    found = [mentions.find(text) for text in ("travel blender", "portable juicer cup", "#12")]
    assert found == [["JZ-03"], [], []]


def test_that_many_changes_are_taken_in_by_steps_and_come_out_the_same() -> None:
    before = [
        replace(BOWL, sku=Sku(f"BW-{n:03}"), number=n, names={EN: f"Bowl kind {n:03}"}) for n in range(1, 61)
    ]
    after = [replace(p, number=61 - p.number, names={EN: f"{p.names[EN]} new"}) for p in before]
    mentions = ready(*before)
    mentions.change(list(zip(before, after, strict=True)))
    mentions.change([(after[0], None)])
    steps = 0
    while not mentions.is_ready:
        mentions.catch_up(25)
        steps += 1
    assert steps == 5
    found = [mentions.find(text) for text in ("#60", "#59", "bowl kind 002", "bowl kind 002 new", "bw001")]
    assert found == [[], ["BW-002"], [], ["BW-002"], []]


@given(text=st.text(max_size=80))
@settings(deadline=None)
def test_that_any_message_can_be_looked_through(text: str) -> None:
    assert set(ready(*ALL).find(text)) <= {p.sku for p in ALL}


@given(text=st.text(alphabet="#3号第款no.item jz-0312年月日二十到 ,", max_size=24))
@settings(deadline=None)
def test_that_any_mix_of_numbers_and_words_can_be_looked_through(text: str) -> None:
    assert set(ready(*ALL).find(text)) <= {p.sku for p in ALL}


# --- at the desk ---


def test_that_a_message_carries_what_it_speaks_of_from_the_start() -> None:
    rig = Rig().give(ev.CatalogueLoaded(ALL), ev.Ticked()).live().chat("#3 and jz-03, price?")
    assert [e.message.products for e in rig.of(ev.MessageChanged)] == [("JZ-03",)]


def test_that_a_translation_may_name_what_the_buyers_own_words_do_not() -> None:
    rig = Rig().give(ev.CatalogueLoaded(ALL), ev.Ticked()).live().chat("blender de viaje?")
    assert rig.messages()[1].products == ()
    rig.answer(rig.requests[0], "便携式榨汁杯？", language=ES)
    assert rig.messages()[1].products == ("JZ-03",)
    rig.give(ev.CorrectMessage(MessageId(1), "不粘炒锅？"))
    assert rig.messages()[1].products == ("CG 32/A",)


def test_that_a_message_that_came_before_the_catalogue_was_taken_in_is_linked_then() -> None:
    rig = Rig().live().give(ev.CatalogueLoaded(ALL)).chat("#3").chat("hello", 2)
    assert rig.messages()[1].products == ()
    rig.give(ev.Ticked())
    assert [(e.message.id, e.message.products) for e in rig.of(ev.MessageChanged)] == [(1, ("JZ-03",))]
    assert not rig.give(ev.Ticked()).of(ev.MessageChanged)
