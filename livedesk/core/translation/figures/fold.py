"""One spelling for each character, for the grammars: plain digits, half-width signs, Simplified numerals.

A full-width comma stays what it is, a pause, except between full-width digits. Folding never changes a
text's length, so that a span in the folded text is a span in the text itself.
"""

import re
import unicodedata

_READ_AS = {
    ".": "٫",
    ",": "٬",
    "%": "٪",
    "-": "−‐‑",
    "~": "～〜∼–—‒―",
    "x": "×✕✖╳⨯",
    "*": "＊",
    "°": "˚º",
    ":": "：",
    '"': "″”“",
    "'": "′’‘",
    "¢": "￠",
    "£": "￡",
    "¥": "￥",
    "₩": "￦",
    "零": "〇",
    "一": "幺",
    "s": "ſ",  # these four match ASCII letters where case is ignored, but are not lowered to them
    "i": "ı",
    "I": "İ",
    "K": "\u212a",
    " ": "\t\u3000",
    "\u00a0": "\u2007\u2009\u202f",
}
_TRADITIONAL = "萬億兩點塊圓個號時鐘鍾雙條對釐錢幣臺張隻噸碼歐韓盧銖鎊週禮間幾來餘數貨櫃華攝歲組開"
_SIMPLIFIED = "万亿两点块元个号时钟钟双条对厘钱币台张只吨码欧韩卢铢镑周礼间几来余数货柜华摄岁组开"
_SPECIAL = dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))
_SPECIAL |= {variant: plain for plain, variants in _READ_AS.items() for variant in variants}
_FORMAL = dict(zip("壹贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟", "一二二二三三三四五六六七八九十百千", strict=True))
_WIDE_SEPARATOR = re.compile(r"(?<=[０-９])，(?=[０-９]{3})")
_FORMAL_NUMERAL = re.compile(r"[壹贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟万亿零]{2,}(?=[万亿元块整美欧圆拾佰仟])")


class _Folds(dict[int, int]):
    """What each character is read as; filled in as characters are met."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        digit = unicodedata.decimal(character, None)
        if character in _SPECIAL:
            code_read = ord(_SPECIAL[character])
        elif digit is not None:
            code_read = ord("0") + digit
        elif 0xFF01 <= code <= 0xFF5E and character != "，":
            code_read = code - 0xFEE0
        else:
            code_read = code
        self[code] = code_read
        return code_read


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return `text` as the grammars read it, of the same length; no-break spaces all become U+00A0."""
    if text.isascii():
        return text
    folded = _WIDE_SEPARATOR.sub(",", text).translate(_FOLDS)
    return _FORMAL_NUMERAL.sub(lambda m: "".join(_FORMAL.get(c, c) for c in m.group()), folded)
