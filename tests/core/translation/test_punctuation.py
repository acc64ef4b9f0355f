"""A translation ends as its source does, in the marks of its own language, and nothing else changes."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import figures
from livedesk.core.translation.punctuation import finish

AR, FR, JA = Language("ar"), Language("fr"), Language("ja")
languages = st.sampled_from([ZH, EN, AR, FR, JA, Language("es"), Language("xx")])
SCRAPS = (
    *(
        "这款",
        "你好",
        "3.5",
        "12,000",
        "10:30",
        "A108-2",
        "https://a.com/x,y?z=1.5",
        "hello",
        "the price",
        "，",
        ",",
        ".",
        "。",
    ),
    *(
        "?",
        "？",
        "!",
        " ",
        "\n",
        "(",
        ")",
        '"',
        '5"',
        "...",
        "approx.",
        "e.g.",
        "20厘米",
        "；",
        "1、",
        "iPhone",
        "价格",
    ),
)
trade_lines = st.lists(st.sampled_from(SCRAPS), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("你好,这是A108.", "你好，这是A108。"),
        ("价格是 3.5 美元 , 12,000 件!", "价格是 3.5 美元，12,000 件！"),
        ("请看 A108-2.", "请看 A108-2。"),
        ("尺寸(20厘米)和(cm).", "尺寸（20厘米）和(cm)。"),
        ("10:30开始:好", "10:30开始：好"),
        ("看 https://a.com/x,y?z 这里", "看 https://a.com/x,y?z 这里"),
        ("真的...", "真的……"),
        ("看 https://a.com/...(好)x 啊", "看 https://a.com/...(好)x 啊"),
        ("看 https://a.com/x ? 好", "看 https://a.com/x ？好"),
        ('5" 屏幕 "好" 的', '5" 屏幕 “好” 的'),
        ("你好 ， 朋友", "你好，朋友"),
        ("套装 金边 礼盒", "套装 金边 礼盒"),
        ("你好. 再见.", "你好。再见。"),
        ("FOB 宁波,USD 3.5/个", "FOB 宁波，USD 3.5/个"),
        ("OK", "OK"),
        ("史密斯 Co., Ltd.", "史密斯 Co., Ltd."),
    ],
)
def test_that_chinese_has_full_width_marks(text: str, finished: str) -> None:
    assert finish(text, "This is one sentence of the source.", ZH) == finished


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("Hello ， this one is 3.5。", "Hello, this one is 3.5."),
        ("What？！ Ｏｋ１２", "What?! Ok12"),
        ("See（A108）now；please", "See (A108) now; please"),
        ("low price . ok ?", "Low price. Ok?"),
        ("see https://a.com/x ？ or www.b.cn .", "See https://a.com/x ? Or www.b.cn ."),
        ("1、good\n2、cheap", "1. Good\n2. Cheap"),
        ("It's “fine”…", "It's “fine”…"),
        ("at 12，000 and 10：30", "At 12,000 and 10:30"),
    ],
)
def test_that_english_has_half_width_marks(text: str, finished: str) -> None:
    assert finish(text, "这是一句话。", EN) == finished


def test_that_other_languages_keep_their_own_marks() -> None:
    assert finish("C'est combien ?", "多少钱？", FR) == "C'est combien ?"
    assert finish("كم السعر?", "多少钱？", AR) == "كم السعر؟"
    assert finish("これは安い, です.", "这个便宜。", JA) == "これは安い、です。"
    assert finish("¿Cuánto cuesta ?", "多少钱？", Language("es")) == "¿Cuánto cuesta?"


@pytest.mark.parametrize(
    ("source", "text", "target", "finished"),
    [
        ("多少钱？", "how much is it.", EN, "How much is it?"),
        ("多少钱?", "How much", EN, "How much?"),
        ("how much is this?", "这个多少钱。", ZH, "这个多少钱？"),
        ("how much", "多少钱？", ZH, "多少钱？"),
        ("كم السعر؟", "多少钱", ZH, "多少钱？"),
        ("为什么？", "no (never)", EN, "No (never)"),
        ("500 pcs?", "500件。", ZH, "500件？"),
        ("要500个吗？", "You need 500 pcs.", EN, "You need 500 pcs?"),
        ("什么？", "", EN, ""),
    ],
)
def test_that_a_question_stays_a_question(source: str, text: str, target: Language, finished: str) -> None:
    assert finish(text, source, target) == finished


@pytest.mark.parametrize(
    ("source", "text", "target", "finished"),
    [
        ("保温杯", "Vacuum flask.", EN, "Vacuum flask"),
        ("price", "价格。", ZH, "价格"),
        ("any color", "随便什么颜色。", ZH, "随便什么颜色"),
        ("史密斯", "Smith Co., Ltd.", EN, "Smith Co., Ltd."),
        ("嗯……", "Well...", EN, "Well..."),
        ("this is the best one we have", "这是最好的一款。", ZH, "这是最好的一款。"),
        ("保温杯。", "A flask.", EN, "A flask."),
    ],
)
def test_that_a_fragment_gets_no_full_stop(source: str, text: str, target: Language, finished: str) -> None:
    assert finish(text, source, target) == finished


@pytest.mark.parametrize(
    ("source", "text", "finished"),
    [
        ("你好。", "hello there.", "Hello there."),
        ("保温杯", "vacuum flask", "vacuum flask"),
        (
            "苹果。好。",
            "iPhone is here. approx. e.g. this. and more.",
            "iPhone is here. approx. e.g. this. And more.",
        ),
        ("看网站。", "www.a.com is ours. b2b too.", "www.a.com is ours. b2b too."),
    ],
)
def test_that_an_english_sentence_begins_with_a_capital(source: str, text: str, finished: str) -> None:
    assert finish(text, source, EN) == finished


@given(st.one_of(st.text(), trade_lines), st.one_of(st.text(), trade_lines), languages)
@settings(deadline=2000)
def test_that_letters_and_digits_stay(text: str, source: str, target: Language) -> None:
    def letters(line: str) -> str:
        plain = unicodedata.normalize("NFKC", line)
        return "".join(c for c in plain if c.isalnum()).casefold()

    assert letters(finish(text, source, target)) == letters(text)


@given(st.lists(st.sampled_from(SCRAPS), max_size=12).map(" ".join), trade_lines, st.sampled_from([ZH, EN]))
def test_that_figures_stay(text: str, source: str, target: Language) -> None:
    assert figures.compare(text, target, finish(text, source, target), target) is None


@given(trade_lines, trade_lines, languages)
def test_that_finishing_twice_is_finishing_once(text: str, source: str, target: Language) -> None:
    once = finish(text, source, target)
    assert finish(once, source, target) == once


@pytest.mark.parametrize("unit", [",", "你,", " ", "a.", "(", '"', "。", "a .", "http://", "1、"])
def test_that_a_very_long_line_is_finished_in_time(unit: str) -> None:
    for target in (ZH, EN, AR):
        assert finish(unit * (20_000 // len(unit)), "a?", target)
