"""Figures of a line and its translation: what agrees, what does not, and what the warning says."""

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.records import LineWarning, WarningKind
from livedesk.core.translation import figures

DE, ES, FR, RU, AR, HI, JA, KO = map(Language, ["de", "es", "fr", "ru", "ar", "hi", "ja", "ko"])

Pair = tuple[str, Language, str, Language]

SAME: dict[str, list[Pair]] = {
    "scales": [
        ("一万二", ZH, "12,000", EN),
        ("一万二", ZH, "12k", EN),
        ("一万二", ZH, "twelve thousand", EN),
        ("1万2千", ZH, "12,000", EN),
        ("1.2万", ZH, "12,000", EN),
        ("2万5", ZH, "25,000", EN),
        ("三百八", ZH, "380", EN),
        ("三百零八", ZH, "308", EN),
        ("六千八", ZH, "6,800", EN),
        ("一亿二", ZH, "120 million", EN),
        ("一千二一台，十台以上一千一", ZH, "1,200 each, 1,100 each for more than 10", EN),
        ("23亿", ZH, "2.3 billion", EN),
        ("一万亿", ZH, "1 trillion", EN),
        ("三百多万", ZH, "more than 3 million", EN),
        ("2 lakh", EN, "20万", ZH),
        ("3 crore", EN, "3000万", ZH),
        ("30k now", EN, "现在要3万", ZH),
        ("1.5m followers", EN, "150万粉丝", ZH),
        ("5w粉丝", ZH, "50,000 followers", EN),
        ("一萬兩千個", ZH, "12,000", EN),
        ("壹万贰仟元整", ZH, "12,000 yuan", EN),
    ],
    "words": [
        ("two hundred and fifty", EN, "250", ZH),
        ("one thousand two hundred", EN, "1200", ZH),
        ("twenty-five hundred", EN, "2500", ZH),
        ("half a million", EN, "50万", ZH),
        ("two and a half million", EN, "250万", ZH),
        ("zero point eight", EN, "0.8", ZH),
        ("nineteen ninety-eight", EN, "1998", ZH),
        ("five hundred and five hundred", EN, "500", ZH),
    ],
    "separators": [
        ("12000", EN, "１２，０００", ZH),
        ("12000", EN, "12.000", DE),
        ("12000", EN, "12\u00a0000", FR),
        ("12 000", FR, "12,000", EN),
        ("1'000", DE, "1000", EN),
        ("1.000,50 €", DE, "1000.5欧元", ZH),
        ("1,000.50", EN, "1.000,50", ES),
        ("1,00,000", EN, "十万", ZH),
        ("١٢٬٠٠٠", AR, "12000", EN),
        ("٣٫٥", AR, "3.5", EN),
        ("१२,०००", HI, "12000", EN),
        ("3,50 usd", EN, "3.5美元", ZH),
        ("12 mil", ES, "12000", EN),
        ("5 тысяч", RU, "5000", EN),
        ("1만 2천개", KO, "12,000", EN),
        ("%15", Language("tr"), "15%", EN),
        ("10.000 lumen, 1.100 measured", EN, "一万流明，实测一千一百", ZH),
        ("一万二千円", JA, "12,000 yen", EN),
        ("1.234 kg", DE, "1,234 kg", EN),
    ],
    "discounts": [
        ("八五折", ZH, "15% off", EN),
        ("八折", ZH, "20% off", EN),
        ("打八折", ZH, "a discount of 20%", EN),
        ("八折", ZH, "80% of the price", EN),
        ("九九折", ZH, "1% off", EN),
        ("8.5折", ZH, "15% off", EN),
        ("8到9折", ZH, "10% to 20% off", EN),
        ("对折", ZH, "50% off", EN),
        ("半价", ZH, "half price", EN),
        ("半价", ZH, "50% off", EN),
        ("30% off", EN, "七折", ZH),
        ("30% off", EN, "7折", ZH),
        ("30% off", EN, "优惠30%", ZH),
        ("三折起", ZH, "Up to 70% off", EN),
    ],
    "shares": [
        ("百分之十五", ZH, "15%", EN),
        ("百分百", ZH, "100%", EN),
        ("百分之三到五", ZH, "3% to 5%", EN),
        ("3-5%", EN, "3%到5%", ZH),
        ("千分之三", ZH, "0.3%", EN),
        ("万分之五", ZH, "0.05%", EN),
        ("三成", ZH, "30%", EN),
        ("七成五", ZH, "75%", EN),
        ("涨三个点", ZH, "up 3%", EN),
        ("ten percent", EN, "10%", ZH),
        ("三分之二", ZH, "two thirds", EN),
        ("三分之二", ZH, "2/3", EN),
        ("四分之三", ZH, "75%", EN),
        ("一半", ZH, "half", EN),
        ("一半", ZH, "50%", EN),
        ("3½ inches", EN, "3.5英寸", ZH),
        ("3 1/2 inches", EN, "3.5英寸", ZH),
    ],
    "money": [
        ("六块九毛八", ZH, "6.98 yuan", EN),
        ("六块九毛八", ZH, "6.98", EN),
        ("十一块六", ZH, "11.6 yuan", EN),
        ("两毛五", ZH, "0.25 yuan", EN),
        ("三毛", ZH, "30 fen", EN),
        ("八分钱", ZH, "0.08 yuan", EN),
        ("US$12.50", EN, "12.5美元", ZH),
        ("US$1.8-2.6", EN, "1.8到2.6美元", ZH),
        ("5 dollars", EN, "5美元", ZH),
        ("5 USD", EN, "5美金", ZH),
        ("€5", EN, "5欧元", ZH),
        ("£3", EN, "3英镑", ZH),
        ("RMB 300", EN, "300元", ZH),
        ("20 cents", EN, "20美分", ZH),
        ("5 000 ₽", RU, "5000卢布", ZH),
        ("打完折九美元，不是九块，一共九块六", ZH, "9 US dollars, not 9, but 9.6 in total", EN),
        ("15块", ZH, "¥15", EN),
        ("每公斤三块五美金", ZH, "3.5 USD per kg", EN),
        ("四块六毛五美金", ZH, "US$4.65", EN),
        ("十七美元六", ZH, "17.60 usd", EN),
        ("一美元一毛五", ZH, "1.15 US dollars", EN),
        ("一块零九", ZH, "1.09 yuan", EN),
        ("三美元零九分", ZH, "3.09 US dollars", EN),
        ("七毛美金", ZH, "70 US cents", EN),
        ("五分美金", ZH, "5 US cents", EN),
        ("三毛二一个", ZH, "0.32 yuan each", EN),
        ("七块五一个", ZH, "7.50 each", EN),
        ("十块一个", ZH, "10 yuan each", EN),
        ("十块三个", ZH, "3 for 10 yuan", EN),
        ("十九块九包邮", ZH, "19.9 yuan with free shipping", EN),
        ("一块五六一个", ZH, "about 1.5 or 1.6 yuan each", EN),
        ("49块多美元", ZH, "49-odd US dollars", EN),
        ("每件三十二块一包", ZH, "32 yuan a pack", EN),
    ],
    "multiples": [
        ("两倍", ZH, "twice", EN),
        ("两倍", ZH, "2x", EN),
        ("翻倍", ZH, "doubled", EN),
        ("大一倍", ZH, "double the size", EN),
        ("增长两倍", ZH, "tripled", EN),
        ("增长两倍", ZH, "increased two times", EN),
        ("十倍", ZH, "10x", EN),
        ("一倍半", ZH, "one and a half times", EN),
        ("翻两番", ZH, "quadrupled", EN),
        ("增加了一倍", ZH, "increased by 100%", EN),
    ],
    "units": [
        ("五公斤", ZH, "5 kg", EN),
        ("五公斤", ZH, "5,000 g", EN),
        ("1.2 m", EN, "120厘米", ZH),
        ("1千瓦", ZH, "1 kW", EN),
        ("1千瓦", ZH, "1000 W", EN),
        ("三千瓦", ZH, "3 kW", EN),
        ("一米二", ZH, "1.2 m", EN),
        ("一米七五", ZH, "1.75 m", EN),
        ("两米半", ZH, "2.5 meters", EN),
        ("七公斤半", ZH, "7.5 kg", EN),
        ("八两重的碗", ZH, "400-gram bowl", EN),
        ("三斤二两", ZH, "1.6 kg", EN),
        ("半斤", ZH, "250 g", EN),
        ("20乘30厘米", ZH, "20 x 30 cm", EN),
        ("20x30x40 cm", EN, "20×30×40厘米", ZH),
        ("零下十度", ZH, "minus 10 degrees", EN),
        ("零下十度", ZH, "10 degrees below zero", EN),
        ("-10°C", EN, "零下10度", ZH),
        ("18K金", ZH, "18K gold", EN),
        ("6500K灯", ZH, "6500K lamp", EN),
        ("4K电视，3D打印", ZH, "4K TV, 3D printing", EN),
        ("64GB", EN, "64G", ZH),
        ("16A", EN, "16安", ZH),
        ("二十二千瓦", ZH, "22 kW", EN),
        ("五十千伏安", ZH, "50 kVA", EN),
        ("两万二千帕", ZH, "22 kPa", EN),
        ("两米零五", ZH, "2.05 m", EN),
        ("四公斤二", ZH, "4.2 kg", EN),
        ("三十六度七", ZH, "36.7 degrees", EN),
        ("一百米一卷", ZH, "100 metres a roll", EN),
        ("五十兆像素", ZH, "50 MP", EN),
        ("像素五千万", ZH, "50 megapixels", EN),
        ("二点五平方的线", ZH, "2.5 mm² wire", EN),
        ("八公斤压力", ZH, "8 bar", EN),
        ("正负五度", ZH, "±5 degrees", EN),
        ("plus or minus 3%", EN, "正负3%", ZH),
        ("2,400 minus 5%", EN, "2400减5%", ZH),
        ("minus ten to zero", EN, "零度到零下十度", ZH),
        ("色温三千到六千五百K", ZH, "3,000 to 6,500 K", EN),
        ("三分之一米", ZH, "1/3 m", EN),
    ],
    "counts": [
        ("3 dozen", EN, "3打", ZH),
        ("3 dozen", EN, "36个", ZH),
        ("2 gross", EN, "288个", ZH),
        ("half a dozen", EN, "半打", ZH),
        ("一打是十二条", ZH, "A dozen is 12 pieces", EN),
        ("100 pairs", EN, "100双", ZH),
        ("50箱", ZH, "50 boxes", EN),
        ("六台", ZH, "six units", EN),
        ("一台", ZH, "a unit", EN),
        ("一对", ZH, "both", EN),
        ("买一送一", ZH, "buy one get one free", EN),
        ("第三次", ZH, "3rd time", EN),
        ("第十六位", ZH, "the 16th", EN),
    ],
    "ranges": [
        ("三五个", ZH, "three to five", EN),
        ("五六十个", ZH, "50 to 60", EN),
        ("两三百", ZH, "200 to 300", EN),
        ("十七八个", ZH, "17 or 18", EN),
        ("两千到五千", ZH, "2,000 to 5,000", EN),
        ("三到五万", ZH, "30,000 to 50,000", EN),
        ("3-5万", ZH, "30,000-50,000", EN),
        ("2 to 3 million", EN, "200万到300万", ZH),
        ("五百到一万", ZH, "500 to 10,000", EN),
        ("两到三成", ZH, "20 to 30%", EN),
        ("七八成新", ZH, "70% to 80% new", EN),
        ("8到9折", ZH, "10 to 20% off", EN),
        ("百分之四十五到六十", ZH, "between 45 and 60%", EN),
        ("三四年", ZH, "3-4 years", EN),
    ],
    "shares said in short": [
        ("三成半", ZH, "35%", EN),
        ("涨了半成", ZH, "up 5%", EN),
        ("半个点", ZH, "half a percent", EN),
        ("三七付款", ZH, "30/70 payment", EN),
        ("五五分账", ZH, "50-50", EN),
        ("万分之五一天", ZH, "0.05% a day", EN),
        ("百分之一百一十", ZH, "110%", EN),
        ("全棉，全款", ZH, "100% cotton, 100% in advance", EN),
        ("千分之五", ZH, "5 per thousand", EN),
    ],
    "words that imply a figure": [
        ("一个小柜", ZH, "one 20-foot container", EN),
        ("高柜", ZH, "a 40HQ", EN),
        ("黑五", ZH, "Black Friday", EN),
        ("大后天", ZH, "in three days' time", EN),
        ("二十四小时有人", ZH, "around the clock", EN),
        ("一式两份", ZH, "in duplicate", EN),
        ("六边形", ZH, "hexagonal", EN),
    ],
    "vague": [
        ("几十个", ZH, "dozens of", EN),
        ("几百块", ZH, "a few hundred yuan", EN),
        ("几万", ZH, "tens of thousands", EN),
        ("十几个", ZH, "a dozen or so", EN),
        ("十几个", ZH, "more than ten", EN),
        ("二十多天", ZH, "twenty-odd days", EN),
        ("几百个", ZH, "many", EN),
        ("几十万", ZH, "several hundred thousand", EN),
        ("二十几万台", ZH, "over 200,000", EN),
        ("十几万", ZH, "more than 100,000", EN),
        ("三十几岁", ZH, "in their thirties", EN),
        ("数以百万计", ZH, "millions of", EN),
        ("六个亿", ZH, "600 million", EN),
        ("半个亿", ZH, "50 million", EN),
    ],
    "dates": [
        ("4月23号", ZH, "April 23", EN),
        ("四月二十三号", ZH, "the 23rd of April", EN),
        ("四月二十三号", ZH, "23 Apr", EN),
        ("before may 20", EN, "5月20日前", ZH),
        ("二〇二七年六月三十日", ZH, "June 30, 2027", EN),
        ("2027-06-30", EN, "2027年6月30日", ZH),
        ("30.06.2027", DE, "2027年6月30日", ZH),
        ("25年3月", ZH, "March 2025", EN),
        ("120年7月庆", ZH, "120 years, in July", EN),
        ("八十年代", ZH, "the 1980s", EN),
        ("20世纪70年代", ZH, "the 1970s", EN),
        ("周五截单", ZH, "Orders close Friday", EN),
        ("周一到周五", ZH, "Monday to Friday", EN),
        ("每周三发货", ZH, "ships every Wednesday", EN),
        ("每周三次", ZH, "three times a week", EN),
        ("三月下的单", ZH, "ordered in march", EN),
        ("until aug", EN, "到八月", ZH),
        ("零八年建的", ZH, "built in 2008", EN),
        ("下周三千九百五", ZH, "next week 3,950", EN),
        ("一年半", ZH, "a year and a half", EN),
        ("半个月", ZH, "two weeks", EN),
        ("两年半保修", ZH, "a two-and-a-half-year warranty", EN),
        ("二十年代", ZH, "the twenties", EN),
        ("三个季度", ZH, "three quarters", EN),
    ],
    "times": [
        ("凌晨三点二十", ZH, "3:20 a.m.", EN),
        ("上午 8 点 46 分", ZH, "8:46 a.m.", EN),
        ("晚上八点", ZH, "8 p.m.", EN),
        ("晚上八点", ZH, "20:00", EN),
        ("晚上八点", ZH, "8 o'clock in the evening", EN),
        ("八点半", ZH, "half past eight", EN),
        ("晚上十二点", ZH, "midnight", EN),
        ("中午十二点", ZH, "noon", EN),
        ("下午3:20", ZH, "3:20 p.m.", EN),
        ("下午五六点", ZH, "5 or 6 p.m.", EN),
        ("晚上9点到11点", ZH, "9 to 11 p.m.", EN),
        ("三点五", ZH, "3.5", EN),
        ("一点三公斤", ZH, "1.3 kg", EN),
        ("十点零五分", ZH, "10:05", EN),
        ("十点四十", ZH, "ten forty", EN),
        ("差一刻三点", ZH, "a quarter to three", EN),
        ("三刻钟", ZH, "three quarters of an hour", EN),
        ("早八晚十", ZH, "8 a.m. to 10 p.m.", EN),
        ("下午五点前", ZH, "before five this afternoon", EN),
        ("昨晚八点", ZH, "at eight last night", EN),
        ("晚上六点到九点", ZH, "between six and nine in the evening", EN),
        ("半夜", ZH, "at midnight", EN),
    ],
    "durations": [
        ("半年", ZH, "six months", EN),
        ("半年", ZH, "half a year", EN),
        ("两年半", ZH, "30 months", EN),
        ("两个半小时", ZH, "2.5 hours", EN),
        ("一个半小时", ZH, "90 minutes", EN),
        ("两个半月", ZH, "two and a half months", EN),
        ("14天", ZH, "two weeks", EN),
        ("15个工作日", ZH, "15 working days", EN),
    ],
    "ratios": [
        ("16:9", EN, "十六比九", ZH),
        ("24/7", EN, "全天候", ZH),
        ("24/7", EN, "每周7天、每天24小时", ZH),
    ],
}

OTHER: dict[str, list[Pair]] = {
    "another number": [
        ("12,400", EN, "12,000", EN),
        ("3.05", EN, "3.5", EN),
        ("三百八", ZH, "308", EN),
        ("六台", ZH, "eight units", EN),
        ("两台", ZH, "three", EN),
        ("一台", ZH, "two units", EN),
        ("三五个", ZH, "five to seven", EN),
        ("第三", ZH, "second", EN),
        ("第三次", ZH, "the fourth time", EN),
        ("800x800", EN, "800×600", ZH),
        ("三分之二", ZH, "3/2", EN),
        ("几百块", ZH, "a few thousand yuan", EN),
        ("-10°C", EN, "10度", ZH),
        ("零下十度", ZH, "10°C", EN),
        ("半年", ZH, "one year", EN),
        ("三种颜色", ZH, "two colours", EN),
        ("十五六公斤", ZH, "16 kg", EN),
        ("十分钟", ZH, "minutes", EN),
        ("一百度", ZH, "200 degrees", EN),
    ],
    "lost or added": [
        ("六台", ZH, "units", EN),
        ("MOQ 500", EN, "起订量", ZH),
        ("起订量", ZH, "MOQ 500", EN),
        ("red 50, blue 60", EN, "红的50，蓝的", ZH),
    ],
    "factor ten and more": [
        ("23亿", ZH, "230 million", EN),
        ("2.3 billion", EN, "2.3亿", ZH),
        ("30k", EN, "30", ZH),
        ("一米二", ZH, "12 m", EN),
        ("三到五万", ZH, "3 to 50,000", EN),
        ("2 to 3 million", EN, "2到300万", ZH),
        ("三百多万", ZH, "more than 300", EN),
        ("六块九", ZH, "69 yuan", EN),
        ("三成", ZH, "3%", EN),
    ],
    "percent or not": [
        ("15%", EN, "15", ZH),
        ("15", EN, "15%", ZH),
        ("加十三个点", ZH, "add 13", EN),
    ],
    "discount the wrong way": [
        ("八五折", ZH, "85% off", EN),
        ("八折", ZH, "80% off", EN),
        ("打八折", ZH, "a discount of 80%", EN),
        ("打八折", ZH, "80%", EN),
        ("30% off", EN, "三折", ZH),
        ("30% off", EN, "打3折", ZH),
    ],
    "currency": [
        ("US$12.50", EN, "12.5元", ZH),
        ("US$12.50", EN, "¥12.5", ZH),
        ("六块九毛八", ZH, "$6.98", EN),
        ("15块", ZH, "15 US dollars", EN),
        ("€5", EN, "5美元", ZH),
        ("300 RMB", EN, "$300", EN),
        ("20 cents", EN, "2毛", ZH),
        ("两毛五", ZH, "25 cents", EN),
        ("三块五美金", ZH, "3.5 yuan", EN),
        ("一百九十八人民币", ZH, "198 US dollars", EN),
        ("我要三个", ZH, "I want $3", EN),
    ],
    "unit": [
        ("五公斤", ZH, "5 g", EN),
        ("五公斤", ZH, "5 g each", EN),
        ("五斤", ZH, "5 kg", EN),
        ("八两重的碗", ZH, "8-gram bowl", EN),
        ("1.2 m", EN, "120 mm", EN),
        ("20x30 cm", EN, "20×30毫米", ZH),
        ("3 dozen", EN, "3个", ZH),
        ("50 cartons", EN, "50件", ZH),
        ("15天", ZH, "15 weeks", EN),
        ("三个月", ZH, "in March", EN),
        ("三月", ZH, "three months", EN),
        ("23号", ZH, "23 days", EN),
    ],
    "multiple": [
        ("两倍", ZH, "three times", EN),
        ("增长两倍", ZH, "doubled", EN),
    ],
    "date or time": [
        ("4月23号", ZH, "May 23", EN),
        ("周五截单", ZH, "Orders close Thursday", EN),
        ("晚上八点", ZH, "8 a.m.", EN),
        ("下午3:20", ZH, "3:20 a.m.", EN),
        ("下午五点前", ZH, "before five this morning", EN),
        ("零八年建的", ZH, "built in 2018", EN),
    ],
    "separators of another country": [
        ("12,000 pcs", EN, "12,000 Stück", DE),
        ("1.234 kg", DE, "1.234 kg", EN),
        ("12,000 pcs", EN, "12.000个", ZH),
    ],
}


def _pairs(groups: dict[str, list[Pair]]) -> list[object]:
    return [
        pytest.param(*pair, id=f"{group}: {pair[0]} | {pair[2]}")
        for group, pairs in groups.items()
        for pair in pairs
    ]


@pytest.mark.parametrize(("source", "source_language", "target", "target_language"), _pairs(SAME))
def test_that_figures_that_say_the_same_agree(
    source: str, source_language: Language, target: str, target_language: Language
) -> None:
    assert figures.compare(source, source_language, target, target_language) is None


@pytest.mark.parametrize(("source", "source_language", "target", "target_language"), _pairs(OTHER))
def test_that_figures_that_say_something_else_are_shown(
    source: str, source_language: Language, target: str, target_language: Language
) -> None:
    found = figures.compare(source, source_language, target, target_language)
    assert found is not None
    assert found.kind is WarningKind.FIGURES
    assert found.in_source or found.in_translation


def test_that_the_warning_names_the_figures_of_both_sides() -> None:
    found = figures.compare("价格12,400元，五公斤", ZH, "12,000 yuan, 5 kg", EN)
    assert found == LineWarning(WarningKind.FIGURES, ("12400",), ("12000",))


def test_that_the_warning_names_units_where_only_they_differ() -> None:
    assert figures.compare("12.5美元", ZH, "12.5 yuan", EN) == LineWarning(
        WarningKind.FIGURES, ("12.5 USD",), ("12.5 CNY",)
    )
    assert figures.compare("5公斤", ZH, "5 g", EN) == LineWarning(WarningKind.FIGURES, ("5 kg",), ("5 g",))


@pytest.mark.parametrize(
    ("source", "target", "detail"),
    [
        ("八折", "80% off", "20% | 80%"),
        ("晚上八点", "9 p.m.", "20:00 | 21:00"),
        ("三分之一", "two thirds", "1/3 | 2/3"),
        ("六块九毛八", "8.98 yuan", "6.98 | 8.98"),
        ("MOQ 500", "", "500 | -"),
    ],
)
def test_that_figures_are_named_in_a_normal_form(source: str, target: str, detail: str) -> None:
    found = figures.compare(source, ZH, target, EN)
    assert found is not None
    assert found.detail == detail


def test_that_a_listing_need_not_be_counted() -> None:
    assert figures.compare("有红、蓝、绿三种颜色", ZH, "in red, blue and green", EN) is None
    assert (
        figures.compare("护理床有手摇和电动两种", ZH, "Nursing beds come in manual and electric", EN) is None
    )


@pytest.mark.parametrize(
    "text", ["try 100 sets", "100 won't do", "24 Euro pallets", "3,000 times 1.6", "x5.1 a"]
)
def test_that_words_that_look_like_a_unit_are_none(text: str) -> None:
    assert all(f.reading.unit is None or f.reading.unit.is_weak for f in figures.read(text, EN).certain)


def test_that_a_figure_said_twice_may_be_said_once() -> None:
    assert figures.compare("500 pcs red, 500 pcs blue", EN, "红蓝各500个", ZH) is None
    assert figures.compare("红蓝各500个", ZH, "500 pcs red, 500 pcs blue", EN) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://shop.example.cn/p/108-2?x=500",
        "john.smith99@example.co.uk",
        "@mike2024",
        "A108-2",
        "XK-350B",
        "04465-0K240",
        "6205-2RS",
        "SF1029384756",
        "123-0000-5566",
        "+86 138 0013 8000",
        "192.168.0.1",
        "LX2200",
        "1" * 60,
    ],
)
@pytest.mark.parametrize("language", [ZH, EN, DE])
def test_that_codes_links_and_addresses_state_no_certain_figure(text: str, language: Language) -> None:
    assert not figures.read(text, language).certain
    assert figures.compare(f"{text} 500", language, "500", language) is None


@pytest.mark.parametrize(
    "text",
    [
        "25-30days",
        "9am-5pm",
        "5kg-10kg",
        "800x800mm",
        "MOQ500pcs",
        "x40",
        "USD300",
        "4,500-5,000",
        "0.05-0.8",
        "40HQ",
    ],
)
def test_that_quantities_without_spaces_are_no_codes(text: str) -> None:
    assert figures.read(text, EN).certain


@pytest.mark.parametrize(
    "text",
    [
        "万一",
        "千万不要",
        "五金",
        "十分好",
        "三明治",
        "四川",
        "乱七八糟",
        "七夕",
        "百货",
        "二维码",
        "万能胶",
        "五一放假",
    ],
)
def test_that_words_with_a_numeral_in_them_state_no_certain_figure(text: str) -> None:
    assert not figures.read(text, ZH).certain


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("one of us, a first, once", EN),
        ("一起一直一样", ZH),
        ("second to none, both twice", EN),
        ("第一", ZH),
    ],
)
def test_that_what_may_be_no_figure_is_never_certain(text: str, language: Language) -> None:
    assert not figures.read(text, language).certain


def test_that_small_number_words_of_a_language_not_read_raise_no_alarm() -> None:
    assert figures.compare("dos unidades", ES, "两台", ZH) is None
    assert figures.compare("两台", ZH, "dos unidades", ES) is None
    assert figures.compare("3 de mayo", ES, "5月3日", ZH) is not None  # digits there must be met
    assert figures.compare("dos mil", ES, "两千", ZH) is not None  # nobody here can tell


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        ("MOQ is 12,400 pcs at US$3.05 each", EN, ["12,400 pcs", "US$3.05"]),
        ("🙂🙂起订量一万两千四百个", ZH, ["一万两千四百个"]),
        ("１２０００件", ZH, ["１２０００件"]),
        ("全场八五折，到晚上八点", ZH, ["八五折", "晚上八点"]),
        ("twelve thousand four hundred pieces", EN, ["twelve thousand four hundred pieces"]),
    ],
)
def test_that_each_figure_knows_where_it_stands(text: str, language: Language, spans: list[str]) -> None:
    assert [text[f.start : f.end] for f in figures.read(text, language).certain] == spans


@pytest.mark.parametrize(
    ("text", "language", "wanted", "is_there"),
    [
        ("MOQ is 12,000 pieces", EN, "12000", True),
        ("MOQ is 1,200 pieces", EN, "12000", False),
        ("15% off", EN, "15%", True),
        ("15 off", EN, "15%", False),
        ("15% off", EN, "15", False),
        ("打八五折", ZH, "15%", True),
        ("打八五折", ZH, "85%", False),
        ("starts at 9:45 a.m.", EN, "9:45", True),
        ("九点四十五分开播", ZH, "9:45", True),
        ("starts at 9:54 a.m.", EN, "9:45", False),
        ("3 dozen", EN, "3", True),
        ("二十三亿", ZH, "2300000000", True),
        ("0.05%", EN, "0.05%", True),
        ("两毛五", ZH, "0.25", True),
        ("型号XK-350B", ZH, "XK-350B", True),
        ("model xk-350b", EN, "XK-350B", True),
        ("model XK-350", EN, "XK-350B", False),
        ("M8×60的螺丝", ZH, "M8", True),
        ("30 × 40 + 10 cm", EN, "40", True),
    ],
)
def test_that_a_required_figure_is_found_or_missed(
    text: str, language: Language, wanted: str, is_there: bool
) -> None:
    assert figures.states(text, language, wanted) is is_there


@pytest.mark.parametrize(
    "sign",
    [
        "US$",
        "HK$",
        "A$",
        "U$",
        "R$",
        "€",
        "£",
        "¥",
        "₩",
        "₹",
        "₽",
        "฿",
        "₫",
        "₺",
        "₱",
        "₦",
        "₪",
        "RM ",
        "Rp ",
        "Rs ",
    ],
)
def test_that_every_sign_of_money_is_read(sign: str) -> None:
    (figure,) = figures.read(f"only {sign}5 each", EN).certain
    assert figure.reading.unit is not None
    assert (figure.start, figure.end) == (5, 5 + len(sign) + 1)


@pytest.mark.parametrize("text", ["ſix", "fİve", "ſ$5", "5 тыᲃ", "six \u212ag", "5 ₽ \u1c80"])
def test_that_odd_letters_that_pass_for_others_do_no_harm(text: str) -> None:
    for language in (ZH, EN, RU, DE):
        assert figures.compare(text, language, text, language) is None
