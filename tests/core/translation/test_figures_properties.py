"""What holds for the figures of any text whatever."""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation import figures
from livedesk.core.translation.figures.digits import write
from livedesk.core.translation.figures.fold import fold

LANGUAGES = [ZH, EN, *map(Language, ["de", "es", "fr", "ru", "ar", "ja", "ko", "th", ""])]
languages = st.sampled_from(LANGUAGES)
_PIECES = (
    "0 1 2 5 9 10 12 20 50 100 1,000 12.5 0.8 . , : / - ~ x × % ‰ $ ¥ € US$ 万 亿 千 百 十 一 二 两 三 五 八 九 零"
    " 半 多 几 点 折 成 块 毛 分 元 米 斤 公斤 kg cm m k K m2 ° ℃ 个 台 双 打 年 月 日 号 周 星期 第 百分之 分之"
    " 倍 翻倍 零下 minus a an one two twenty hundred thousand million and point half dozen percent off of the"
    " first second third April May Monday a.m. p.m. noon o'clock A108-2 https://a.b/1 ½ ² １２ ٣ 🔥 \n \t \u00a0"
)
trade = st.lists(st.sampled_from([*_PIECES.split(" "), " ", " "]), max_size=25).map("".join)
texts = trade | st.text(max_size=60)

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Write a number below 10^12 in full: 12050 as 一万二千零五十."""
    if number < 10:
        return _DIGITS[number]
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            head, rest = divmod(number, unit)
            zero = "零" if rest and rest < unit // 10 else ""
            return chinese(head) + name + (zero + chinese(rest) if rest else "")
    raise AssertionError(number)


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def english(number: int) -> str:
    """Write a number below 10^12 in words: 12050 as twelve thousand fifty."""
    if number < 20:
        return _ONES.split()[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS.split()[tens - 2] + (f"-{english(ones)}" if ones else "")
    for unit, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= unit:
            head, rest = divmod(number, unit)
            return f"{english(head)} {name}" + (f" {english(rest)}" if rest else "")
    raise AssertionError(number)


@given(texts, languages)
@example("1" * 5000, ZH)
@example("三" * 5000, ZH)
@example("5'" * 50, EN)
@example("三分之零", ZH)
@example("1/0", EN)
def test_that_a_text_agrees_with_itself(text: str, language: Language) -> None:
    assert figures.compare(text, language, text, language) is None


@given(texts, languages, texts, languages)
def test_that_any_two_texts_can_be_compared_and_repaired(
    source: str, source_language: Language, target: str, target_language: Language
) -> None:
    found = figures.compare(source, source_language, target, target_language)
    repaired = figures.repair(source, source_language, target, target_language)
    if found is None:
        assert repaired == figures.Repair(target)
    if repaired.changes:
        assert figures.compare(source, source_language, repaired.text, target_language) is None
        assert repaired.warning is not None
    else:
        assert repaired.text == target


@given(texts, languages)
def test_that_spans_lie_within_the_text(text: str, language: Language) -> None:
    for figure in figures.read(text, language).all:
        assert 0 <= figure.start <= figure.number_start < figure.number_end <= figure.end <= len(text)


@given(st.text())
def test_that_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


_SENTENCES = {
    ZH: [
        "起订量五百个。",
        "打八五折！",
        "每台12.5美元。",
        "晚上八点开播。",
        "六块九毛八一个。",
        "两年半质保。",
        "三到五万件。",
    ],
    EN: [
        "MOQ is 500.",
        "That is 15% off!",
        "It costs US$12.5.",
        "We start at 8 p.m.",
        "A dozen is 12 pieces.",
        "Two to 3 kg.",
    ],
}


@given(st.data(), st.sampled_from([ZH, EN]))
def test_that_the_order_of_sentences_does_not_matter(data: st.DataObject, language: Language) -> None:
    lines = data.draw(st.lists(st.sampled_from(_SENTENCES[language]), max_size=6))
    others = data.draw(st.permutations(lines))
    assert figures.compare(" ".join(lines), language, " ".join(others), language) is None


_FORMS: list[tuple[Callable[[int], str], Language]] = [
    (str, EN),
    (lambda n: f"{n:,}", EN),
    (lambda n: f"{n:,}", ZH),
    (lambda n: f"{n:,}".replace(",", "."), Language("de")),
    (lambda n: f"{n:,}".replace(",", "\u00a0"), Language("fr")),
    (lambda n: f"{n:,}".replace(",", " "), Language("ru")),
    (lambda n: f"{n:,}".replace(",", "'"), Language("de")),
    (lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}), ZH),
    (lambda n: str(n).translate({48 + d: 0x0660 + d for d in range(10)}), Language("ar")),
    (lambda n: f"{Fraction(n, 1000)}".replace("/1", "") + "k" if n % 1000 == 0 else str(n), EN),
    (chinese, ZH),
    (english, EN),
]


@given(st.integers(2, 10**11) | st.integers(1, 10**6).map(lambda n: n * 1000), st.data())
def test_that_a_number_is_the_same_however_it_is_written(number: int, data: st.DataObject) -> None:
    (write_one, one), (write_other, other) = data.draw(
        st.tuples(st.sampled_from(_FORMS), st.sampled_from(_FORMS))
    )
    assert figures.compare(write_one(number), one, write_other(number), other) is None
    assert figures.states(write_one(number), one, str(number))


@given(st.integers(10, 10**11), st.integers(10, 10**11), st.data())
def test_that_two_numbers_are_never_the_same(first: int, second: int, data: st.DataObject) -> None:
    (write_one, one), (write_other, other) = data.draw(
        st.tuples(st.sampled_from(_FORMS), st.sampled_from(_FORMS))
    )
    if first != second:
        assert figures.compare(write_one(first), one, write_other(second), other) is not None


@given(st.integers(-(10**12), 10**12), st.integers(0, 4), languages)
def test_that_a_number_reads_as_it_was_written(digits: int, places: int, language: Language) -> None:
    value = Fraction(digits, 10**places)
    text = write(value.numerator if value.denominator == 1 else value, language)
    assert text is not None
    if value > 0:
        (figure,) = figures.read(text, language).certain
        assert value in [reading.value for reading in figure.readings]
