"""Remembered lines: the same words answer again, figures are carried only where that is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import figures
from livedesk.core.translation.memory import LONGEST_LINE, Memory, line_key
from livedesk.core.translation.remembered import RememberedLine
from tests.contracts.fakes_terms import PlainNearest

ES = Language("es")


def line(
    source: str, text: str, source_language: Language = ZH, target_language: Language = EN
) -> RememberedLine:
    return RememberedLine(source_language, target_language, source, text, 1.0)


def memory(*lines: RememberedLine, most_lines: int = 100) -> Memory:
    made = Memory(PlainNearest(), most_lines)
    for one in lines:
        made.put(one)
    return made


def english(source: str, text: str, asked: str) -> str | None:
    return memory(line(source, text)).recall(asked, ZH, EN)


def chinese(source: str, text: str, asked: str) -> str | None:
    return memory(line(source, text, EN, ZH)).recall(asked, EN, ZH)


@pytest.mark.parametrize("asked", ["支持贴牌。", "支持贴牌", "支持贴牌！", " 支持贴牌 "])
def test_that_punctuation_does_not_count(asked: str) -> None:
    assert english("支持贴牌。", "We do private label.", asked) == "We do private label."


@pytest.mark.parametrize(
    "asked", ["SAMPLE COST PLS", "sample cost, pls", "ｓａｍｐｌｅ cost pls", "sampleee cost pls"]
)
def test_that_case_width_and_drawn_out_letters_do_not_count(asked: str) -> None:
    assert chinese("Sample cost pls", "样品多少钱？", asked) == "样品多少钱？"


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("有现货。", "有现货？"),
        ("有没有", "有，没有"),
        ("红色的这款今天有现货", "白色的这款今天有现货"),
        ("三号今天有很多现货哦", "四号今天有很多现货哦"),
        ("JZ-03今天有很多现货", "JZ-04今天有很多现货"),
        ("请打电话0574-88000000联系我们", "请打电话0574-88000001联系我们"),
        ("看https://a.cn/1这里的详情介绍", "看https://a.cn/2这里的详情介绍"),
        ("", ""),
        ("500", "600"),
        ("？", "？"),
    ],
)
def test_that_another_line_is_another_line(source: str, asked: str) -> None:
    assert english(source, "Something.", asked) is None


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("do you have the steel sheet in stock", "do you have the steel sheep in stock"),
        ("is the black bottle dishwasher safe", "is the block bottle dishwasher safe"),
        ("this one is not dishwasher safe", "this one is now dishwasher safe"),
        ("the price is without the printing", "the price is with the printing"),
        ("can you send me the uncoated samples", "can you send me the coated samples"),
    ],
)
def test_that_one_letter_can_be_another_word(source: str, asked: str) -> None:
    assert chinese(source, "某句话", asked) is None


@pytest.mark.parametrize(
    "asked",
    [
        "pls what is the battery capacity of this one",
        "what is the battry capacity of this one",
        "what is the battery capactiy of this one",
        "hello, what is the battery capacity of this one",
    ],
)
def test_that_fillers_and_slips_do_not_count_in_a_longer_line(asked: str) -> None:
    known = "what is the battery capacity of this one"
    assert chinese(known, "这款的电池容量是多少？", asked) == "这款的电池容量是多少？"


def test_that_fillers_of_speech_do_not_count() -> None:
    text = "Our factory is in Ningbo."
    assert english("我们工厂就在宁波这边", text, "呃我们工厂就在宁波这边啊") == text


def test_that_a_direction_is_its_own() -> None:
    known = memory(line("你好", "Hello"), line("你好", "Hola", target_language=ES))
    assert known.recall("你好", ZH, ES) == "Hola"
    assert known.recall("你好", EN, ES) is None


def test_that_the_newest_of_the_same_line_counts() -> None:
    known = memory(line("你好。", "Hello"), line("你好", "Hi there"))
    assert (known.recall("你好", ZH, EN), len(known)) == ("Hi there", 1)


def test_that_the_oldest_go_first() -> None:
    known = memory(
        line("好", "good"), line("行", "fine"), line("好", "OK"), line("对", "right"), most_lines=2
    )
    assert [known.recall(t, ZH, EN) for t in "好行对"] == ["OK", None, "right"]


@pytest.mark.parametrize(("source", "text"), [("你好", " "), ("", "Hello"), ("...", "Dots")])
def test_that_nothing_is_not_remembered(source: str, text: str) -> None:
    assert len(memory(line(source, text))) == 0


def test_that_a_very_long_line_is_not_remembered() -> None:
    long = "很长" * LONGEST_LINE
    known = memory(line(long, "Very long"), line("支持贴牌。", "Private label."))
    assert len(known) == 1
    assert known.recall(long, ZH, EN) is None


# --- figures ---


@pytest.mark.parametrize(
    ("source", "text", "asked", "answer"),
    [
        (
            "3000个起，单价4.05美元",
            "US$4.05 from 3,000 pcs",
            "5000个起，单价3.95美元",
            "US$3.95 from 5,000 pcs",
        ),
        ("交期30天", "Lead time 30 days", "交期45天。", "Lead time 45 days"),
        ("500个起订", "MOQ 500", "1,000个起订", "MOQ 1,000"),
        ("净重1.5公斤", "Net weight 1.5 kg", "净重2公斤", "Net weight 2 kg"),
        ("口径32 cm", "32 cm across", "口径28 cm", "28 cm across"),
        (
            "三千个起，单价四块零五",
            "4.05 yuan from 3,000 pcs",
            "五千个起，单价三块九毛五",
            "3.95 yuan from 5,000 pcs",
        ),
        ("3000个，4.05美元", "3,000 pcs at US$4.05", "五百个，五美元", "500 pcs at US$5.00"),
        ("500个起订", "MOQ 500", "一万二千个起订", "MOQ 12,000"),
        ("净重1.5公斤", "1.5 kg net", "净重一点六公斤", "1.6 kg net"),
        ("3万个", "30,000 pcs", "4万个", "40,000 pcs"),
        ("今天打八五折", "15% off today", "今天打九折", "10% off today"),
    ],
)
def test_that_figures_are_carried_over(source: str, text: str, asked: str, answer: str) -> None:
    assert english(source, text, asked) == answer


def test_that_figures_are_carried_from_english_too() -> None:
    assert chinese("price for 500 pcs?", "500个多少钱？", "PRICE FOR 2000 PCS?") == "2000个多少钱？"


@pytest.mark.parametrize(
    ("source", "text", "asked"),
    [
        ("500个起订", "MOQ five hundred", "600个起订"),
        ("500个500克", "500 pcs of 500 g", "600个700克"),
        ("500个500克", "500 pcs, each 500 g", "500个600克"),
        ("1个", "1 piece", "2个"),
        ("2个", "2 pieces", "1个"),
        ("5折", "half price", "6折"),
        ("三号有现货", "No. 3 is in stock", "四号有现货"),
        ("下午3点半开始", "Starts at 3:30 pm", "下午4点半开始"),
        ("第3个", "The 3rd one", "第4个"),
        ("500个，每箱24个", "500 pcs", "600个，每箱36个"),
        ("500个", "500 pcs, 24 a carton", "600个"),
        ("500个起订", "MOQ 600", "700个起订"),
        ("2026-11-21发货", "Ships on 21 November 2026", "2026-12-05发货"),
    ],
)
def test_that_figures_are_not_carried_where_that_is_not_certain(source: str, text: str, asked: str) -> None:
    assert english(source, text, asked) is None


def test_that_a_line_with_the_very_same_figures_answers_whatever_they_are() -> None:
    assert (
        english("5折，3万个", "Half price for thirty thousand", "5折,3万个!")
        == "Half price for thirty thousand"
    )


def test_that_each_set_of_figures_is_its_own_line() -> None:
    known = memory(line("500个", "500 pcs"), line("5个", "five pcs"))
    assert [known.recall(t, ZH, EN) for t in ("500个", "5个", "700个")] == ["500 pcs", "five pcs", "700 pcs"]


_FIGURES = st.sampled_from(
    [
        "1",
        "2",
        "24",
        "500",
        "3000",
        "3,000",
        "1.5",
        "3.20",
        "2026",
        "08",
        "万",
        "三千",
        "一万二",
        "五点六",
        "十",
        "八五折",
    ]
)
_FRAMES = st.sampled_from(
    [
        ("{}个起订，单价{}美元", "US${1} from {0} pcs"),
        ("{}个起订，单价{}美元", "MOQ {0}, {1} US dollars each"),
        ("{}天，{}箱", "{0} days and {1} cartons"),
        ("{}天，{}箱", "{1} cartons in {0} days"),
        ("{}，{}", "{0}"),
    ]
)


@given(_FRAMES, st.tuples(_FIGURES, _FIGURES), st.tuples(_FIGURES, _FIGURES))
def test_that_no_answer_has_other_figures_than_the_question(
    frame: tuple[str, str], old: tuple[str, str], new: tuple[str, str]
) -> None:
    source, text = frame
    asked = source.format(*new)
    answer = english(source.format(*old), text.format(*old), asked)
    is_same = line_key(asked, ZH).figures == line_key(source.format(*old), ZH).figures
    if answer is not None and not is_same:
        assert sorted(line_key(answer, EN).figures) == sorted(line_key(asked, ZH).figures)
        assert figures.compare(asked, ZH, answer, EN) is None


@given(st.text(max_size=30), st.text(min_size=1, max_size=20))
def test_that_a_remembered_line_answers_itself(source: str, text: str) -> None:
    answer = memory(line(source, text)).recall(source, ZH, EN)
    assert answer == text or (answer is None and (not line_key(source, ZH).words or not text.strip()))


@given(st.text(max_size=40), st.text(max_size=40))
def test_that_any_lines_can_be_asked_for(source: str, asked: str) -> None:
    memory(line(source, "x", EN, ZH)).recall(asked, EN, ZH)
