"""From what was heard to what is shown: names as the catalogue has them, figures in digits, marks; else the words."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.captions.heard import CorrectionKind, Heard, HeardWord
from livedesk.core.captions.hearing import Ears, Hearing
from livedesk.core.catalogue.product import PriceTier, Product, Variant
from livedesk.core.events import CatalogueChanged, CatalogueLoaded, GlossaryChanged
from livedesk.core.ids import EN, ZH, Language, Sku, TermId
from livedesk.core.translation.terms import Term, TermKind
from tests.contracts.fakes_text import (
    FakeCommonWords,
    FakeConverter,
    FakeNearest,
    FakeNumbers,
    FakePhonetics,
)

CHA_JI = Term(TermId("own:1"), {ZH: ("茶几",), EN: ("coffee table",)})
COT = Term(TermId("own:2"), {ZH: ("婴儿床",), EN: ("cot",)})
GLASS = Term(TermId("own:3"), {ZH: ("钢化玻璃",), EN: ("tempered glass",)})
FOUR = Term(TermId("own:4"), {ZH: ("四件套",), EN: ("four-piece set",)})
BRAND = Term(TermId("own:5"), {ZH: ("几素",), EN: ("JISULIFE",)}, TermKind.BRAND)
DOVE = Term(TermId("own:6"), {ZH: ("多芬",), EN: ("Dove",)}, TermKind.BRAND)
OWN = (CHA_JI, COT, GLASS, FOUR, BRAND, DOVE)
CUP = Product(Sku("JZ-03"), 3, {ZH: "保温杯", EN: "insulated bottle"}, {}, (PriceTier(1, Decimal(3)),))


def _hearing(*terms: Term, products: tuple[Product, ...] = (CUP,)) -> Hearing:
    ears = Ears(FakeConverter(), FakePhonetics(), FakeNumbers(), FakeNearest(), FakeCommonWords())
    hearing = Hearing(ears)
    hearing.receive(CatalogueChanged(products))
    hearing.receive(GlossaryChanged(terms or OWN))
    hearing.refresh()
    return hearing


def _shown(text: str, language: Language = ZH, hearing: Hearing | None = None) -> str:
    return (hearing or _hearing()).clean(Heard(text), language, is_last=True).text


def _words(*timed: tuple[str, float, float]) -> Heard:
    return Heard("".join(text for text, _, _ in timed), tuple(HeardWord(*word) for word in timed))


# --- names ---


@pytest.mark.parametrize(
    ("heard", "shown"),
    [
        ("这个查及不错", "这个茶几不错。"),
        ("因而床可以拼", "婴儿床可以拼。"),
        ("这是工化玻璃", "这是钢化玻璃。"),
        ("宝闻背来了", "保温杯来了。"),
    ],
)
def test_that_a_name_that_only_sounds_right_is_written_as_the_catalogue_does(heard: str, shown: str) -> None:
    assert _shown(heard) == shown


def test_that_a_correction_says_what_was_heard_where_and_which_product_it_is() -> None:
    clean = _hearing().clean(Heard("看查及和宝闻背吧"), ZH, is_last=True)
    assert [(c.kind, c.heard, c.written, c.sku) for c in clean.corrections] == [
        (CorrectionKind.HOT_WORD, "查及", "茶几", None),
        (CorrectionKind.HOT_WORD, "宝闻背", "保温杯", Sku("JZ-03")),
    ]
    assert [clean.text[c.start : c.end] for c in clean.corrections] == ["茶几", "保温杯"]


@pytest.mark.parametrize(
    "text",
    [
        "检查及时",  # both ends belong to words beside it
        "因而来了",  # an ordinary word
        "查，及不错",  # across a mark
        "查1及",  # across a figure
        "十件套",  # another number than 四件套
        "是件套",
        "乔治·科查及",  # a foreign name
        "是闻杯",  # a small word of its own before what might be the rest of 保温杯
        "化妆玻璃",  # not 钢化玻璃
        "茶几",
    ],
)
def test_that_what_makes_sense_or_says_a_number_stays(text: str) -> None:
    assert _shown(text) == text + "。"


def test_that_a_name_is_not_sought_inside_another_one() -> None:
    longer = Term(TermId("own:7"), {ZH: ("查及台",), EN: ("desk",)})
    assert _shown("查及台不错", hearing=_hearing(CHA_JI, longer)) == "查及台不错。"


def test_that_two_names_that_sound_the_same_leave_the_words_as_heard() -> None:
    other = Term(TermId("own:8"), {ZH: ("茶机",), EN: ("tea machine",)})
    assert _shown("这个查及不错", hearing=_hearing(CHA_JI, other)) == "这个查及不错。"


def test_that_names_follow_the_catalogue_after_a_refresh_only() -> None:
    hearing = _hearing()
    hearing.receive(CatalogueChanged(()))
    assert hearing.is_outdated
    assert _shown("宝闻背来了", hearing=hearing) == "保温杯来了。"
    hearing.refresh()
    assert not hearing.is_outdated
    assert _shown("宝闻背来了", hearing=hearing) == "宝闻背来了。"


def test_that_other_news_changes_nothing() -> None:
    hearing = _hearing()
    hearing.receive(CatalogueChanged((CUP,)))
    hearing.refresh()
    hearing.receive(CatalogueLoaded(()))  # type: ignore[arg-type]  # no event of the desk
    assert not hearing.is_outdated


@pytest.mark.parametrize(
    ("name", "heard", "shown"),
    [
        ("保温杯", "宝闻背来了", "保温杯来了。"),  # in Chinese only
        ("304保温杯", "宝闻背来了", "保温杯来了。"),
        ("保温杯 500 ml", "宝闻背来了", "保温杯来了。"),
        ("", "宝闻背来了", "宝闻背来了。"),
    ],
)
def test_that_a_name_needs_no_other_language(name: str, heard: str, shown: str) -> None:
    cup = replace(CUP, names={ZH: name})
    assert _shown(heard, hearing=_hearing(CHA_JI, products=(cup,))) == shown


def test_that_a_name_that_a_machine_wrote_is_none() -> None:
    cup = replace(CUP, machine_texts=frozenset(["names.zh"]))
    assert _shown("宝闻背来了", hearing=_hearing(CHA_JI, products=(cup,))) == "宝闻背来了。"


def test_that_brands_and_variants_of_the_catalogue_are_known() -> None:
    red = Variant(Sku("JZ-03R"), {ZH: "红"})
    cup = replace(CUP, brand="JISULIFE", variants=(red, replace(red, sku=Sku("12"))))
    clean = _hearing(CHA_JI, products=(cup,)).clean(Heard("jisu life的JZ 零三 R"), ZH, is_last=True)
    assert clean.text == "JISULIFE的JZ-03R。"
    assert [c.sku for c in clean.corrections] == [None, Sku("JZ-03")]


# --- article numbers and brands ---


@pytest.mark.parametrize(
    ("heard", "shown"),
    [
        ("我们看J Z 零三这款", "我们看JZ-03这款。"),
        ("jz03多少钱", "JZ-03多少钱？"),
        ("JZ横杠零三", "JZ-03。"),
        ("JZ 03 50台", "JZ-03 50 台。"),
        ("jisu life风扇", "JISULIFE风扇。"),
        ("jisulive风扇", "JISULIFE风扇。"),
    ],
)
def test_that_codes_and_brands_are_written_as_the_catalogue_does(heard: str, shown: str) -> None:
    assert _shown(heard) == shown


@pytest.mark.parametrize("text", ["JZ零三十个", "JZ03.5", "XJZ03", "JZ035", "A J Z 03", "dove"])
def test_that_what_may_be_something_else_stays(text: str) -> None:
    assert _shown(text) == text + "。"


def test_that_english_spells_a_code_too() -> None:
    assert _shown("look at J Z zero three", EN) == "Look at JZ-03."


def test_that_a_code_already_right_is_no_correction() -> None:
    assert _hearing().clean(Heard("JZ-03"), ZH, is_last=True).corrections == ()


# --- numbers ---


@pytest.mark.parametrize(
    ("heard", "shown"),
    [
        ("三点五美元", "3.5 美元。"),
        ("五百个", "500 个。"),
        ("百分之三十", "30%。"),
        ("卖一万二", "卖12000。"),
        ("十二公斤", "12 公斤。"),
        ("十二G内存", "12G内存。"),
    ],
)
def test_that_a_number_is_written_in_digits(heard: str, shown: str) -> None:
    clean = _hearing().clean(Heard(heard), ZH, is_last=True)
    assert clean.text == shown
    assert [c.kind for c in clean.corrections] == [CorrectionKind.NUMBER]


@pytest.mark.parametrize(
    "text",
    ["一下", "一起走", "三思", "第一", "一些", "万一", "十分好", "千万别买", "三个", "一百几十个", "数十个"],
)
def test_that_words_with_a_numeral_stay_words(text: str) -> None:
    assert _shown(text) == text + "。"


@pytest.mark.parametrize(
    ("heard", "shown"),
    [
        ("只有1200件", "只有1200 件。"),
        ("最高260度", "最高260 度。"),
        ("120万只", "120万只。"),
        ("11月28号", "11月28号。"),
        ("20多公斤", "20多公斤。"),
        ("15%", "15%。"),
        ("晚上9点", "晚上9点。"),
        ("在4.1馆", "在4.1馆。"),
        ("1200 件", "1200 件。"),
    ],
)
def test_that_digits_that_were_heard_as_such_are_set_like_the_others(heard: str, shown: str) -> None:
    clean = _hearing().clean(Heard(heard), ZH, is_last=True)
    assert (clean.text, clean.corrections) == (shown, ())


def test_that_a_number_that_cannot_be_read_back_stays_in_words() -> None:
    assert _shown("七百个") == "七百个。"  # not one that the fake can read


# --- marks and script ---


def test_that_chinese_comes_in_one_script_with_its_own_marks() -> None:
    assert _shown("這款,你說呢?好") == "这款，你说呢？好。"


def test_that_a_blank_between_chinese_characters_is_a_pause() -> None:
    assert _shown("关门没声音 你听") == "关门没声音，你听。"


def test_that_a_pause_between_words_is_a_comma() -> None:
    heard = _words(("大家", 0.0, 0.5), ("好", 0.5, 0.7), ("欢迎", 1.4, 1.8))
    assert _hearing().clean(heard, ZH).text == "大家好，欢迎"
    slow = _words(("hello", 0.0, 0.5), (" friends", 0.6, 1.0), (" welcome", 1.6, 1.9))
    assert _hearing().clean(slow, EN).text == "Hello friends, welcome"


def test_that_words_of_another_text_set_no_marks() -> None:
    heard = replace(_words(("大家", 0.0, 0.5), ("好", 2.0, 2.2)), text="大家都好")
    assert _hearing().clean(heard, ZH).text == "大家都好"


def test_that_a_pause_within_a_number_is_none() -> None:
    assert _hearing().clean(_words(("型号12", 0.0, 0.5), ("00", 2.0, 2.2)), ZH).text == "型号1200"


@pytest.mark.parametrize(
    ("heard", "language", "shown"),
    [
        ("听得到吗", ZH, "听得到吗？"),
        ("好的，", ZH, "好的。"),
        ("这款多少钱", ZH, "这款多少钱？"),
        ("hello everyone", ZH, "Hello everyone."),
        ("can you hear me", EN, "Can you hear me?"),
        ("what a nice bottle", EN, "What a nice bottle."),
        ("have a look", EN, "Have a look."),
        ("how much is it", EN, "How much is it?"),
        ("THE BOTTLE KEEPS WATER HOT", EN, "The bottle keeps water hot."),
        ("i think i'm late. bye", EN, "I think I'm late. Bye."),
        ("hola amigos", Language("es"), "hola amigos"),
        ("", ZH, ""),
        ("  ", EN, ""),
    ],
)
def test_that_the_last_word_on_an_utterance_has_an_end(heard: str, language: Language, shown: str) -> None:
    assert _shown(heard, language) == shown


def test_that_a_hypothesis_that_goes_on_gets_no_end() -> None:
    assert _hearing().clean(Heard("大家好"), ZH).text == "大家好"


# --- what is settled ---


@pytest.mark.parametrize(
    ("heard", "settled"),
    [
        ("起订量五百", "起订量"),
        ("这个查", "这个"),
        ("这个茶", "这个茶"),  # as the name has it: nothing to change
        ("这个查及", "这个"),
        ("看看J", "看看"),
        ("看看JZ零", "看看"),
        ("大家好", "大家好"),
        ("佣金百分之", "佣金"),
    ],
)
def test_that_what_may_become_a_name_or_number_is_not_settled(heard: str, settled: str) -> None:
    clean = _hearing().clean(Heard(heard), ZH)
    assert clean.text[: clean.steady_length] == settled


_NAMES = "大家好 查及 查 检查 因而床 工化玻璃 宝闻背 不错 J Z 零三 JZ03 的 a ，"
_NUMBERS = "五百 三点五 美元 个 百分之 三十 一万二 十二 公斤 1"
_PIECES = st.sampled_from([*_NAMES.split(), *_NUMBERS.split(), " "])


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_that_what_is_settled_stays_whatever_is_heard_next(text: str) -> None:
    hearing = _hearing()
    grown = [hearing.clean(Heard(text[:end]), ZH) for end in range(1, len(text) + 1)]
    for before, after in pairwise(grown):
        assert after.text.startswith(before.text[: before.steady_length])


@given(st.lists(_PIECES, max_size=12).map("".join), st.booleans())
def test_that_every_correction_can_be_undone(text: str, is_last: bool) -> None:
    hearing = _hearing()
    clean = hearing.clean(Heard(text), ZH, is_last=is_last)
    restored = clean.text
    for correction in reversed(clean.corrections):
        assert restored[correction.start : correction.end] == correction.written
        restored = restored[: correction.start] + correction.heard + restored[correction.end :]
    plain = _hearing(GLASS, products=()).clean(Heard(text), ZH, is_last=is_last)
    if not plain.corrections and not any(c.kind is CorrectionKind.NUMBER for c in clean.corrections):
        assert restored == plain.text


@given(st.text(), st.sampled_from([ZH, EN, Language("ar")]), st.booleans())
def test_that_any_text_is_taken(text: str, language: Language, is_last: bool) -> None:
    clean = _hearing().clean(Heard(text), language, is_last=is_last)
    assert 0 <= clean.steady_length <= len(clean.text)
