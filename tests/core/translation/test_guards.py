"""What is shown as a translation and what is not: loops, inventions, wrong languages. And few false alarms."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import Reason
from livedesk.core.translation import guards

SHARED = Path(__file__).resolve().parents[4] / "shared"
ES = Language("es")
languages = st.sampled_from(
    [Language(code) for code in ("zh", "en", "es", "ru", "ar", "ja", "hi", "th", "xx")]
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("big goods", "大货货货的远程序序序序序序序序序序列到十十个。"),
        ("底座灌水灌沙都行", "The water water water water and the cuts."),
        ("滑轨", "The cuts are ssssssa."),
        ("锤子", "This hammmmer is 5 kg."),
        ("多少", "the stss of the surururururururururururns"),
        ("泰国", "surrently surrently, surrently in the same"),
        ("PLEASE SHOW", "付款付款付款的"),
        ("the red one", "请给我看看请给我看看请给我看看"),
        ("CIF", "It's not a house, well it's not a house, I say it's not a house, so it's not a house"),
        ("取消", "订单已接受，我们取消取消订单，我们取消取消订单。"),
        ("我们", "to see, to see the 20, the 20, look at"),
        ("一千万", "I decide below 100000000000000000 myself"),
        ("包装", "the box and the same, the box and the bag, the box and the cup, the box and the lid"),
    ],
)
def test_that_a_loop_is_found_anywhere_in_the_text(source: str, text: str) -> None:
    assert guards.refusal(source, text, EN, ZH if text[0] > "一" else EN) is Reason.LOOP


def test_that_an_answer_cut_at_the_length_cap_is_not_shown() -> None:
    assert guards.refusal("多少钱一个", "How much is one", ZH, EN, hit_limit=True) is Reason.LOOP
    assert guards.refusal("多少钱一个", "How much is one", ZH, EN) is None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("500 pcs at 3.2, 500 pcs at 3.1", "500件3.2，500件3.1"),
        ("对对对，想起来了", "Yes, yes, yes, I remember now."),
        ("非常非常感谢", "thank you very very very much"),
        ("tks tks", "谢谢谢谢"),
        ("URGENT URGENT", "急急急"),
        ("太贵了哈哈哈哈", "too expensive hahahaha"),
        ("邮编五幺零零零零", "The postcode is 510000."),
        ("去哪个国家，去哪个国家，去哪个国家", "to which country, to which country, to which country"),
        ("do u have xxxl?", "XXXL有吗？"),
        ("3,333, all threes", "三千三百三十三，三三三三"),
        ("registered for WEEE in Germany?", "在德国的WEEE注册了吗？"),
        ("good good good good good good", "好好好好好好"),
        ("看看", "看看妈妈"),
        ("一亿", "100000000 or 100,000,000"),
        ("8613600000000000 is it", "8613600000000000 是吗"),
    ],
)
def test_that_normal_repetition_is_no_loop(source: str, text: str) -> None:
    assert not guards.is_loop(text, source)


@pytest.mark.parametrize("source", ["-", "???", "👍👍", "……", "(!)"])
def test_that_words_for_nothing_are_invented(source: str) -> None:
    assert guards.refusal(source, "Thank you for your order.", ZH, EN) is Reason.INVENTED
    assert guards.refusal(source, source, ZH, EN) is None


@pytest.mark.parametrize(("source", "text"), [("三千五", "3,500."), ("3,500.", "三千五。"), ("30%", "三成")])
def test_that_figures_alone_may_become_words(source: str, text: str) -> None:
    assert guards.refusal(source, text, ZH, EN if text[0].isdigit() else ZH) is None


def test_that_nothing_for_something_is_empty() -> None:
    assert guards.refusal("多少钱", " \n", ZH, EN) is Reason.EMPTY
    assert guards.refusal(" ", "", ZH, EN) is None


def test_that_an_absurdly_long_answer_is_invented() -> None:
    story = "Once upon a time there was a small factory near the sea which made lamps for every house in town"
    assert guards.refusal("灯", story, ZH, EN) is Reason.INVENTED
    assert guards.refusal("起订量", "The minimum order quantity is as follows:", ZH, EN) is None


def test_that_an_answer_without_most_of_the_line_is_shortened() -> None:
    line = "这款遮阳伞直径三米，手摇开合，底座灌水灌沙都行，颜色可以自己选，一个起订。"
    assert guards.refusal(line, "An umbrella.", ZH, EN) is Reason.SHORTENED
    assert guards.refusal("I'll be there, so don't leave without me.", "不见不散。", EN, ZH) is None


@pytest.mark.parametrize(
    ("source", "text", "language", "target"),
    [
        ("please show the back side", "please show the back side", EN, ZH),
        ("please show the back side", "Please show the back side!", EN, ES),
        ("多少钱一个", "多少钱一个", ZH, EN),
        ("这个椅子多少钱", "This 椅子多少钱", ZH, EN),
        ("show me the red one", "the lovely chair 在", EN, ZH),
        ("多少钱", "сколько это стоит", ZH, EN),
    ],
)
def test_that_an_answer_in_another_language_is_not_shown(
    source: str, text: str, language: Language, target: Language
) -> None:
    assert guards.refusal(source, text, language, target) is Reason.NOT_TRANSLATED


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Apple Pay", "Apple Pay"),
        ("MOQ?", "MOQ？"),
        ("A108-2", "A108-2"),
        ("WhatsApp +86 123", "WhatsApp +86 123"),
        ("john.smith@example.co.uk please", "john.smith@example.co.uk 请"),
        ("Bluetooth speaker JBL Flip 6", "蓝牙音箱 JBL Flip 6"),
        ("do you have FDA and LFGB", "有 FDA 和 LFGB 吗"),
        ("https://shop.example.cn/some/long/path", "https://shop.example.cn/some/long/path"),
    ],
)
def test_that_names_and_codes_may_stay_as_they_are(source: str, text: str) -> None:
    assert guards.refusal(source, text, EN, ZH) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Здравствуйте, сколько стоит A108-2?", ZH),
        ("ราคาเท่าไหร่ ส่งไทยได้ไหม", ZH),
        ("这款多少钱", EN),
        ("最小ロットはいくつですか", ZH),
        ("how much is this one please", ZH),
        ("kitna hai bhai batao", Language("hi")),
        ("多少钱", Language("ar")),
    ],
)
def test_that_a_script_the_language_is_not_written_in_is_foreign(text: str, language: Language) -> None:
    assert guards.is_foreign(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hola amigo how much for this 椅子", EN),
        ("这个 price 多少 for 1000 pcs", EN),
        ("iPhone 15 Pro Max", ZH),
        ("FOB?", ZH),
        ("Apple Watch Ultra", ZH),
        ("A108-2", Language("ru")),
        ("展位号例如9.2 K 17-18。", ZH),
        ("高い", Language("ja")),
        ("最高", Language("ja")),
        ("anything", Language("xx")),
        ("", ZH),
        ("123", EN),
    ],
)
def test_that_names_codes_and_mixed_lines_are_not_foreign(text: str, language: Language) -> None:
    assert not guards.is_foreign(text, language)


def test_that_under_one_in_a_thousand_human_translations_is_refused() -> None:
    if not SHARED.exists():
        pytest.skip("../shared is not at hand")
    total, refused = 0, []
    for path in sorted([*SHARED.glob("eval/*-*.tsv"), *SHARED.glob("train/domain/*.tsv")]):
        if "templates" in path.name or path.name == "slots.tsv":
            continue
        rows = [row.split("\t") for row in path.read_text("utf-8").split("\n") if row]
        for row in rows if path.parent.name == "eval" else rows[::5]:
            source, target = (EN, ZH) if "en-zh" in path.name else (ZH, EN)
            total += 1
            if guards.is_foreign(row[0], source) or guards.refusal(row[0], row[1], source, target):
                refused.append(row[:2])
    assert total > 5000
    assert len(refused) < total / 1000, refused


@given(st.text(), st.text(), languages, languages)
def test_that_any_text_is_judged(source: str, text: str, language: Language, target: Language) -> None:
    guards.is_foreign(source, language)
    assert guards.refusal(source, text, language, target) in (None, *Reason)


@given(st.text())
def test_that_a_text_never_loops_more_than_itself(text: str) -> None:
    assert not guards.is_loop(text, text)
