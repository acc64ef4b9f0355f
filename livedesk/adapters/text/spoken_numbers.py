"""Reads Chinese numerals with cn2an, for figures in captions. What does not read back the same is no number."""

import re

from livedesk.core.ports import SpokenNumbers
from livedesk.core.typing_compat import override

_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千万亿点]{1,24}")
_NEXT_LOWER = {"百": "十", "千": "百", "万": "千", "亿": "千万"}
_SPOKEN_END = re.compile(r"(?<=[百千万亿])[一二三四五六七八九]$")


class Cn2an(SpokenNumbers):
    """cn2an's numbers; see `core.ports.SpokenNumbers` for the contract."""

    @override
    def to_digits(self, numeral: str) -> str | None:
        if not _NUMERAL.fullmatch(numeral):
            return None
        import cn2an

        full = _in_full(numeral)
        try:
            value = cn2an.cn2an(full, "strict" if "点" not in full else "smart")
            read_back = _in_full(cn2an.an2cn(value, "low"))
        except (ValueError, TypeError, KeyError, IndexError):
            return None
        return str(value) if read_back == full else None


def _in_full(numeral: str) -> str:
    """Return `numeral` as it is written in full: 两百五 as 二百五十, 一十二 as 十二."""
    plain = numeral.replace("〇", "零").replace("两", "二")
    plain = re.sub(r"^一十", "十", plain)
    end = _SPOKEN_END.search(plain)
    return plain + _NEXT_LOWER[plain[-2]] if end else plain
