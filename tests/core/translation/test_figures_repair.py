"""A wrong figure is put right where that is certain, and only there."""

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import LineWarning, WarningKind
from livedesk.core.translation import figures

DE = Language("de")


@pytest.mark.parametrize(
    ("source", "translation", "repaired"),
    [
        ("我们有一万二千四百个", "We have 12,000 pieces", "We have 12,400 pieces"),
        ("我们有一万二千四百个", "We have twelve thousand pieces", "We have 12,400 pieces"),
        ("二十三亿", "2.3 million in total", "2.3 billion in total"),
        ("一共两百万只", "2,000,000 million pieces", "2 million pieces"),
        ("打八折", "80% off", "20% off"),
        ("定金15%", "15 deposit", "15% deposit"),
        ("15天交货", "delivered in 50 days", "delivered in 15 days"),
        ("每台12.5美元", "¥12.5 per unit", "$12.5 per unit"),
        ("每台12.5美元", "12.5 yuan per unit", "12.5 US dollars per unit"),
        ("两千到五千", "2,000 to 50,000", "2,000 to 5,000"),
    ],
)
def test_that_a_certain_figure_is_put_right_in_english(source: str, translation: str, repaired: str) -> None:
    assert figures.repair(source, ZH, translation, EN).text == repaired


@pytest.mark.parametrize(
    ("source", "translation", "repaired"),
    [
        ("3.05 mm thick", "厚3.5毫米", "厚3.05毫米"),
        ("we want 1.5 million", "我们要15万", "我们要150万"),
        ("our turnover is 2.3 billion usd", "我们的营业额是2.3亿美元", "我们的营业额是23亿美元"),
        ("30% off", "打3折", "打7折"),
        ("15% off", "打5折", "打85折"),
        ("$12.5 each", "每个12.5元", "每个12.5美元"),
        ("MOQ 500, price $3", "起订量50，价格3美元", "起订量500，价格3美元"),
    ],
)
def test_that_a_certain_figure_is_put_right_in_chinese(source: str, translation: str, repaired: str) -> None:
    assert figures.repair(source, EN, translation, ZH).text == repaired


def test_that_a_figure_is_written_as_the_language_writes_it() -> None:
    assert figures.repair("12,000 pcs", EN, "12,000 Stück", DE).text == "12.000 Stück"
    assert figures.repair("3.05 mm", EN, "3,5 mm", DE).text == "3,05 mm"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("六台", "eight units"),  # one digit may be another word altogether
        ("17个人", "50 people"),
        ("一百二十个花瓶", "1200 W"),  # the unit was invented as well
        ("五公斤", "5 g"),
        ("六块九", "$6.9"),  # 块 is often said of dollars
        ("红的五十个，蓝的六十个", "red 500, blue 600"),
        ("起订量五百个", "MOQ"),
        ("起订量", "MOQ 500"),
        ("五百个，三天", "5,000 pcs, 3 weeks"),
        ("第三次来", "came for the fourth time"),
        ("4月23号", "May 23"),
        ("晚上八点", "9 p.m."),
        ("一共47,320美元，不是47,230", "€47,320, not €47,230"),  # both would have to change
        ("", ""),
    ],
)
def test_that_what_is_not_certain_is_left_alone(source: str, translation: str) -> None:
    repaired = figures.repair(source, ZH, translation, EN)
    assert repaired == figures.Repair(translation)
    assert repaired.warning is None


def test_that_a_repair_says_what_was_there() -> None:
    repaired = figures.repair("我们有一万二千四百个", ZH, "We have 12,000 pieces", EN)
    assert repaired.changes == (("12,000", "12,400"),)
    assert repaired.warning == LineWarning(WarningKind.FIGURES_REPAIRED, ("12400",), ("12000",))


def test_that_a_repaired_currency_is_named() -> None:
    repaired = figures.repair("12.5美元", ZH, "12.5 yuan", EN)
    assert repaired.changes == (("12.5 yuan", "12.5 US dollars"),)
    assert repaired.warning == LineWarning(WarningKind.FIGURES_REPAIRED, ("12.5 USD",), ("12.5 CNY",))


def test_that_a_right_line_stays_as_it_is() -> None:
    text = "We have 12,400 pieces"
    assert figures.repair("我们有一万二千四百个", ZH, text, EN) == figures.Repair(text)
