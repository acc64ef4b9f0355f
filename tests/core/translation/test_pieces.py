"""Lines are cut into what a model can take, and put together without loss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import clauses, pieces
from livedesk.core.translation.guards import has_words
from livedesk.core.translation.pieces import Piece

SPLITTER = clauses.PlainSplitter()
JA, ES, TH = Language("ja"), Language("es"), Language("th")
languages = st.sampled_from([ZH, EN, ES, JA, TH, Language("ar"), Language("ru"), Language("xx")])
scraps = st.sampled_from(
    ["这款多少钱", "，", "。", "how much ", "approx. ", "500 pcs. ", "😍", "👨‍👩‍👧‍👦", "\n", "- ", "1. ", "3、", "https://a.com/x.y?z",
     "一万二千", "12,000", " ", "!", "क्षत्रिय", "ส่งไทยได้ไหม", "\u200d", "\ufe0f", "co.", "№ 5"]
)  # fmt: skip
lines = st.one_of(st.text(), st.lists(scraps, max_size=30).map("".join))


def cut(line: str, language: Language = EN, target: Language = ZH) -> list[Piece]:
    return pieces.cut(line, language, target, SPLITTER)


def texts(line: str, language: Language = EN, target: Language = ZH) -> list[str]:
    return [piece.text for piece in cut(line, language, target) if piece.is_text]


@given(lines, languages, languages)
@settings(deadline=2000)
def test_that_the_pieces_are_the_line(line: str, language: Language, target: Language) -> None:
    assert "".join(piece.text for piece in cut(line, language, target)) == line


@given(lines, languages, languages)
def test_that_the_model_sees_words_only_and_never_an_emoji_or_line_break(
    line: str, language: Language, target: Language
) -> None:
    for text in texts(line, language, target):
        assert has_words(text)
        assert text == text.strip()
        assert not any(c in "\n\r\u2028" or "\U0001f300" <= c <= "\U0001faff" for c in text)


@given(lines, languages, languages)
def test_that_kept_runs_survive_joining(line: str, language: Language, target: Language) -> None:
    cut_up = cut(line, language, target)
    joined = pieces.join(cut_up, ["x" for piece in cut_up if piece.is_text], target)
    rest = iter(joined)
    kept = [
        c for piece in cut_up if not piece.is_text for c in piece.text if c.isalnum() or c in "😍👨👩👧👦№"
    ]
    assert all(c in rest for c in kept)


@given(st.text(min_size=1, max_size=3000), languages)
@settings(max_examples=30, deadline=2000)
def test_that_no_piece_is_too_long(line: str, language: Language) -> None:
    assert all(clauses.size(text) <= clauses.LONGEST for text in texts(line * 3, language, Language("xx")))


@pytest.mark.parametrize(
    "unit", ["a", "我", "12,", "零", "a.", "(", "a-a.", "ab@", "１", "https://x", "ก", "e\u0301", "no. "]
)
def test_that_a_very_long_line_is_cut_in_time(unit: str) -> None:
    line = unit * (20_000 // len(unit))
    assert "".join(piece.text for piece in cut(line, ZH, EN)) == line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("how much 💰 for the red one", ["how much", "for the red one"]),
        ("nice😍but price😢too high", ["nice", "but price", "too high"]),
        ("👨‍👩‍👧‍👦 family 1️⃣ 👍🏽", ["family"]),
        ("-196 °C to 20℃ © ™ № 5 x²", ["-196 °C to 20℃ © ™ № 5 x²"]),
        ("A → B", ["A", "B"]),
    ],
)
def test_that_pictographs_are_kept_out_but_signs_are_not(line: str, expected: list[str]) -> None:
    assert texts(line) == expected


@pytest.mark.parametrize("line", ["hahaha", "Haha!", "jajaja", "lol", "wkwkwk", "kkkkk", "ㅋㅋㅋ"])
def test_that_laughter_is_kept(line: str) -> None:
    assert texts(line) == []
    assert texts(line + "\nhow much") == ["how much"]


def test_that_a_joiner_inside_a_word_does_not_cut_it() -> None:
    assert texts("क्षत्रि\u200dय है", Language("hi")) == ["क्षत्रि\u200dय है"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. red\n2) blue\n③ green", ["red", "blue", "green"]),
        ("- strong\n• cheap\n* light", ["strong", "cheap", "light"]),
        ("1、材质好\n2、价格低", ["材质好", "价格低"]),
        ("1.5 mm thick", ["1.5 mm thick"]),
        ("-5 degrees", ["-5 degrees"]),
        ("(1) first", ["first"]),
    ],
)
def test_that_list_marks_are_kept(line: str, expected: list[str]) -> None:
    assert texts(line, ZH, ES) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("approx. 500 pcs. for No. 5 item", ["approx. 500 pcs. for No. 5 item"]),
        ("Smith Co., Ltd. will ship, i.e. tomorrow", ["Smith Co., Ltd. will ship, i.e. tomorrow"]),
        ("No. We need 50 pcs. Price?", ["No.", "We need 50 pcs.", "Price?"]),
        ("min. order qty. 50, max. 100 incl. VAT", ["min. order qty. 50, max. 100 incl. VAT"]),
        ("sales dept. is closed, ext. 12", ["sales dept. is closed, ext. 12"]),
        ("nice!how much?ok", ["nice!", "how much?", "ok"]),
        ("MOQ is 500.Price please", ["MOQ is 500.", "Price please"]),
        ("see https://a.com/?x!y.Zed or www.b.cn/a!b", ["see https://a.com/?x!y.Zed or www.b.cn/a!b"]),
        ("mail Joe.Smith@Fair.Com now", ["mail Joe.Smith@Fair.Com now"]),
        ("it is 3.50 USD", ["it is 3.50 USD"]),
    ],
)
def test_that_sentences_end_where_trade_ends_them(line: str, expected: list[str]) -> None:
    assert texts(line) == expected


def test_that_speech_without_punctuation_is_cut_before_clauses() -> None:
    line = (
        "很多朋友问为什么我们的遮阳伞比别人家的贵一点呢其实原因很简单第一个就是我们的伞骨用的是加厚的铝管外面还做了静电喷涂"
        "放在海边也不容易生锈然后第三个就是我们的底座里面可以灌水也可以灌沙子刮风的时候不会倒"
    )
    parts = texts(line, ZH, EN)
    assert len(parts) == 3
    assert [part[:2] for part in parts[1:]] == ["第一", "然后"]


def test_that_a_long_english_sentence_is_cut_before_a_clause() -> None:
    line = "we need the lamps in black " * 5 + "and " + "you can send the rest by sea later " * 5
    assert any(part.startswith("and ") for part in texts(line, EN, ZH)[1:])


@pytest.mark.parametrize(
    "figure", ["一万二千三百四十五", "12,345.67", "60×40×35", "八六一三六二二三三四四五五"]
)
def test_that_a_figure_is_never_cut(figure: str) -> None:
    for before in range(1, 60):
        assert any(figure in text for text in texts("好" * before + figure + "大" * 60, ZH, EN))


@pytest.mark.parametrize(
    ("line", "language", "target", "expected"),
    [
        ("这个 price 多少 for 1000 pcs", EN, ZH, ["price", "for 1000 pcs"]),
        ("hola amigo how much for this 椅子", EN, ZH, ["hola amigo how much for this"]),
        ("这个color可以customize", ZH, EN, ["这个color可以customize"]),
        ("price для меня", EN, Language("ru"), ["price"]),
        ("最高の椅子", JA, ZH, ["最高の椅子"]),
    ],
)
def test_that_words_in_the_targets_script_are_kept(
    line: str, language: Language, target: Language, expected: list[str]
) -> None:
    assert texts(line, language, target) == expected


@pytest.mark.parametrize(
    ("line", "language", "target", "translations", "expected"),
    [
        ("Hello. How much?", EN, ZH, ["你好。", "多少钱？"], "你好。多少钱？"),
        ("你好。多少钱？", ZH, EN, ["Hello.", "How much?"], "Hello. How much?"),
        ("这款🔥卖得好🔥十美元", ZH, EN, ["This.", "Sells.", "Ten."], "This 🔥 Sells 🔥 Ten."),
        ("nice😍but price😢too high", EN, ZH, ["很好。", "但价格", "太高。"], "很好😍但价格😢太高。"),
        ("太好了👍。", ZH, EN, ["Great!"], "Great! 👍。"),
        ("so good 👍!", EN, ES, ["¡Qué bueno!"], "¡Qué bueno! 👍!"),
        ("1、材质好\n2、价格低", ZH, EN, ["Good material", "Low price"], "1、Good material\n2、Low price"),
        ("hola how much 椅子", EN, ZH, ["你好多少"], "你好多少椅子"),
        ("a\n\nb", EN, ZH, ["甲", "乙"], "甲\n\n乙"),
        ("ok... ", EN, ZH, ["好……"], "好……"),
        ("1. red\n- blue", EN, ZH, ["红", "蓝"], "1. 红\n- 蓝"),
        ("OK. Nice.", EN, ZH, ["OK。", "好。"], "OK。好。"),
    ],
)  # fmt: skip
def test_that_pieces_are_joined_as_the_target_writes(
    line: str, language: Language, target: Language, translations: list[str], expected: str
) -> None:
    assert pieces.join(cut(line, language, target), translations, target) == expected


def test_that_a_sentence_cut_at_its_clauses_stays_one_sentence() -> None:
    clause = [Piece("材质很好，", True), Piece("手感细，", True), Piece("不沾油。", True)]
    english = pieces.join(clause, ["The material is good.", "It feels smooth.", "It keeps clean."], EN)
    assert english == "The material is good, it feels smooth, it keeps clean."
    chinese = pieces.join(
        [Piece("the feel is fine,", True), Piece("no oil", True)], ["手感好。", "不沾油"], ZH
    )
    assert chinese == "手感好，不沾油"


def test_that_an_abbreviation_keeps_its_dot_at_a_clause() -> None:
    joined = pieces.join([Piece("五百件", True), Piece("很好。", True)], ["500 pcs.", "Very good."], EN)
    assert joined == "500 pcs. Very good."
