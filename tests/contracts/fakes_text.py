"""Fakes of core's ports for text: they know the few characters and numerals of the tests."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from livedesk.core.ports import CommonWords, NearestText, Phonetics, ScriptConverter, SpokenNumbers
from livedesk.core.typing_compat import override


class FakeConverter(ScriptConverter):
    """Knows the Traditional characters of the tests."""

    _TABLE = str.maketrans("發貨灣說書裡沒麼這", "发货湾说书里没么这")

    @override
    def to_simplified(self, text: str) -> str:
        return text.replace("台灣", "台湾").translate(self._TABLE)


_SOUNDS = {
    **dict.fromkeys("茶查", "cha"),
    **dict.fromkeys("几及机", "ji"),
    **dict.fromkeys("婴因", "ying"),
    **dict.fromkeys("儿而", "er"),
    **dict.fromkeys("床窗", "chuang"),
    **dict.fromkeys("保宝", "bao"),
    **dict.fromkeys("温闻", "wen"),
    **dict.fromkeys("杯背", "bei"),
    "因": "yin",
    "钢": "gang",
    "工": "gong",
    "化": "hua",
    "玻": "bo",
    "璃": "li",
    "四": "si",
    "是": "shi",
    "十": "shi",
    "件": "jian",
    "间": "jian",
    "套": "tao",
}


class FakePhonetics(Phonetics):
    """Knows how the names of the tests sound; any other Chinese character sounds like nothing else."""

    @override
    def syllables(self, text: str) -> list[str]:
        return [_SOUNDS.get(c, c) for c in text]


_VALUES = {
    "五百": "500",
    "三点五": "3.5",
    "一万二": "12000",
    "两千": "2000",
    "十": "10",
    "十二": "12",
    "三十": "30",
}


class FakeNumbers(SpokenNumbers):
    """Knows the numerals of the tests."""

    @override
    def to_digits(self, numeral: str) -> str | None:
        return _VALUES.get(numeral)


class FakeCommonWords(CommonWords):
    """Knows the words of the tests."""

    _PAIRS = frozenset(["检查", "及时", "因而", "宝贝", "保温"])

    @override
    def is_common(self, pair: str) -> bool:
        return pair in self._PAIRS


class FakeNearest(NearestText):
    """Compares with difflib."""

    @override
    def nearest(self, text: str, among: Sequence[str], least: float) -> int | None:
        ratios = [SequenceMatcher(None, text, other).ratio() for other in among]
        best = max(ratios, default=0.0)
        return ratios.index(best) if ratios and best >= least else None
