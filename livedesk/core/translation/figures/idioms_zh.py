"""Chinese words that only look like a figure, and those that may be said with one in another language."""

import re

from livedesk.core.translation.figures.draft import Draft, Span
from livedesk.core.translation.figures.figure import Reading, Strength, Unit
from livedesk.core.translation.figures.numerals_zh import DIGIT, DIGITS, NOT_AFTER_NUMERAL, UNITS
from livedesk.core.translation.figures.units import CLOCK, MONTH, PERCENT, WEEKDAY

_IDIOMS = re.compile(
    rf"""[统唯单同逐任不划]一|(?<!分)之一|(?<=[差有快早晚宜大小高低少慢薄厚重轻长短好])一点(?!{DIGIT})
    |四舍五入|八九不离十|[乱胡][七说]八[糟道]|七上八下|一五一十|三三两两|五[颜花]六色|五花[八肉]门?|十全十美
    |四面八方|三心二意|千千万万|成千上万|(?:再三|第三方|伊万|双十一)
    |{NOT_AFTER_NUMERAL}(?:
    万一(?=[，,、有出遇]|$)|千万(?=[不别要记注])|万万(?=不)|[百千十]{{2}}(?=[种次])
    |三(?:明治|文鱼|藩|亚|星|菱|伏|脚架|角(?![一二三四五六七八九])|轮车|防|鲜|维|国|通|极管|聚|元乙|一学)|三两(?=[个天件])
    |四(?:川|季|处|驱|氟|轴|周(?![年内后前左]))|五[金官粮香谷彩](?![个件块])|[六五]一(?=[儿节放期假])
    |六(?:神|角(?=[螺形头网扳管]|$)|边形)|七(?:夕|彩|分[裤袖])|八(?:[卦宝字仙]|角(?=[形茴])|核)|九[牧分层]
    |十(?:分(?![之钟])|[足字])|十一(?=[长黄假放国])|百[货事度搭叶]|千[斤层][顶饼]?|万[能向圣科象用寿]
    |[一二三四五六七八九]号(?=电池)|二[维手]|两用|两(?=[边侧面端者旁方])|一点(?=[都也儿]))
    |欧[五六四]|马六甲""",
    re.VERBOSE,
)
_SAYS: dict[str, tuple[int, Unit | None]] = {
    "小柜": (20, None),
    "小平柜": (20, None),
    "大柜": (40, None),
    "高柜": (40, None),
    "全棉": (100, PERCENT),
    "纯棉": (100, PERCENT),
    "全款": (100, PERCENT),
    "全额": (100, PERCENT),
    "黑五": (5, WEEKDAY),
    "后天": (2, None),
    "前天": (2, None),
    "大后天": (3, None),
    "大前天": (3, None),
    "正月": (1, MONTH),
    "腊月": (12, MONTH),
    "双十一": (11, None),
}
_WORDS = re.compile("|".join(sorted(_SAYS, key=len, reverse=True)))
_MIDNIGHT = re.compile(r"[半午]夜(?![一二三四五六七八九十两\d])")
_SPLIT = re.compile(rf"{NOT_AFTER_NUMERAL}({DIGIT})({DIGIT})(?=[开分付]|付款)")
_TEN = 10


def read_idioms(draft: Draft) -> None:
    """Take the words that hold a numeral and state no figure: 万一, 五金, 十分. What they hold stays possible."""
    draft.take(_WORDS, lambda m: _word(draft, m))
    draft.take(_MIDNIGHT, lambda m: draft.add(m.span(), [Reading(0, CLOCK)], Strength.POSSIBLE))
    draft.take(_IDIOMS, lambda m: _idiom(draft, m))
    draft.take(_SPLIT, lambda m: _split(draft, m))


def _word(draft: Draft, match: re.Match[str]) -> Span:
    return draft.add(match.span(), [Reading(*_SAYS[match.group()])], Strength.POSSIBLE, in_words=True)


def _idiom(draft: Draft, match: re.Match[str]) -> Span:
    for character in match.group():
        value = DIGITS.get(character) or UNITS.get(character)
        if value:
            draft.add(match.span(), [Reading(value)], Strength.POSSIBLE, in_words=True)
    if match.group() == "十一":
        draft.add(match.span(), [Reading(11)], Strength.POSSIBLE, in_words=True)
    return match.span()


def _split(draft: Draft, match: re.Match[str]) -> Span | None:
    """Take 三七 in 三七付款: 30 % and 70 %."""
    shares = [DIGITS[match.group(1)], DIGITS[match.group(2)]]
    if sum(shares) != _TEN:
        return None
    for share in shares:
        readings = [Reading(share * 10, PERCENT), Reading(share * 10), Reading(share)]
        draft.add(match.span(), readings, Strength.LIKELY, in_words=True)
    return match.span()
