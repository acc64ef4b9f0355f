"""Makes a line as people type it into one that a translation model can read. What is shown stays as it was typed."""

import html
import re
import unicodedata

from livedesk.core.ids import ZH, Language
from livedesk.core.translation import spelling
from livedesk.core.translation.scripts import Script, written_in

_HALVABLE = {c: c - 0xFEE0 for c in range(0xFF21, 0xFF5B) if chr(c - 0xFEE0).isalpha()}
_HALVABLE |= {c: c - 0xFEE0 for c in range(0xFF10, 0xFF1A)} | {
    0x3000: 0x20,
    0xA0: 0x20,
    0x202F: 0x20,
    0x2009: 0x20,
}
_HALF_MARKS = {
    ord(full): half
    for full, half in zip("，。！？；：（）％＋－／＝＆＃＠＊．", ",.!?;:()%+-/=&#@*.", strict=True)
}
_FANCY = re.compile("[\U0001d400-\U0001d7cb\uff66-\uff9f\ufb00-\ufb06\u24b6-\u24e9]+")
"""Letters in disguise: mathematical, half-width Japanese, ligatures, circled."""
_INVISIBLE = re.compile(
    "(?<![0-9])[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+|"
    "[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+(?![0-9])"
)
_CODE_MARK = re.compile(r"(?<=[A-Za-z0-9])[－／＃＋＆＠＊＝．：＿](?=[A-Za-z0-9])")
_TAG = re.compile(
    r"</?(?:b|i|u|s|em|strong|p|span|div|a|font|li|ul|ol|h[1-6]|br)"
    r"(?:\s[a-z-]{1,20}=(?:\"[^\"<>\n]{0,200}\"|'[^'<>\n]{0,200}'|[^\s<>\"']{1,200})){0,8}\s?/?>",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"<br\s{0,3}/?>|</(?:p|li|div)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|apos|#\d{2,5});")
_LINE_BREAK = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t]{2,}|\t")
_MARKS = re.compile(r"([,，。、])\1+")
_SHOUTS = re.compile(r"[!！?？]{2,}")
_DOTS = re.compile(r"\.{4,}|…{3,}")
_WAVES = re.compile(r"[~～]{2,}|(?<=[^\W\d_])[~～]+(?=$|[\s!！?？。，])")

_SET_APART = re.compile(r"(?<=\d) (?=[一-鿿])(?![年月日号])")
"""Blank between digits and what they count, 500 个: nice to read, but models have seen 500个 (chrF 23.2 to 21.4)."""

_NUMERALS = "零〇一二两三四五六七八九十百千万亿点半几多幺"
_SPACELESS = "㐀-䶿一-鿿ぁ-んァ-ヶก-๛"
_SAME_LETTER = re.compile(rf"(?![{_NUMERALS}])([{_SPACELESS}])\1{{3,}}")
_SAME_PHRASE = re.compile(rf"([{_SPACELESS}]{{2,6}}?)\1{{2,}}")
_SAME_WORD = re.compile(r"(?<!\S)([^\W\d_]{1,20})(?:[ ,，!.]{1,3}\1){3,}(?!\w)", re.IGNORECASE)
_LAUGH = re.compile(r"\b((?:ha|he|hi|ja|je|ah|ke|wk|ха)){3,}h?\b", re.IGNORECASE)


def clean_source(text: str, language: Language) -> str:
    """Return `text` as a model for `language` reads it best.

    Full-width letters become half-width, tags and invisible characters go, shouted lines get ordinary case, chat
    spelling is written out, and what is said many times is said a few times. Figures, codes and links stay.
    """
    text = _LINE_BREAK.sub("\n", _plain_characters(text, language))
    text = _MARKS.sub(r"\1", _SHOUTS.sub(_shout_once, text))
    text = _WAVES.sub(_wave, _DOTS.sub(lambda m: m.group()[0] * (3 if m.group()[0] == "." else 2), text))
    text = _say_less(_BLANKS.sub(" ", text))
    if language == ZH:
        text = _SET_APART.sub("", text)
    if {Script.LATIN, Script.CYRILLIC, Script.GREEK} & written_in(language):
        text = spelling.to_ordinary_case(spelling.shorten_drawls(text), language)
        text = spelling.expand(text, language)
    return text


def _plain_characters(text: str, language: Language) -> str:
    text = _INVISIBLE.sub("", text.translate(_HALVABLE))
    if language not in (ZH, "ja"):
        text = text.translate(_HALF_MARKS)
    text = _CODE_MARK.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    text = _FANCY.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    if "<" in text:
        bare = _TAG.sub(lambda m: " " if _is_between_digits(m) else "", _BREAK_TAG.sub("\n", text))
        text = bare if any(c.isalnum() for c in bare) else text  # a line of tags alone is about tags
    return _ENTITY.sub(lambda m: html.unescape(m.group()), text) if "&" in text else text


def _shout_once(match: re.Match[str]) -> str:
    """Return one mark for several; a question stays one."""
    marks = match.group()
    if "?" in marks or "？" in marks:
        return "？" if "？" in marks or "！" in marks else "?"
    return marks[0]


def _wave(match: re.Match[str]) -> str:
    """Return "~" for waves in a range of figures; elsewhere they only sing."""
    return "~" if _is_between_digits(match) else ""


def _is_between_digits(match: re.Match[str]) -> bool:
    text = match.string
    return (
        text[max(0, match.start() - 1) : match.start()].isdigit()
        and text[match.end() : match.end() + 1].isdigit()
    )


def _say_less(text: str) -> str:
    text = _SAME_LETTER.sub(r"\1\1\1", text)
    text = _SAME_PHRASE.sub(_once, text)
    text = _SAME_WORD.sub(lambda m: " ".join([m.group(1)] * 3), text)
    return _LAUGH.sub(lambda m: m.group(1) * 2, text)


def _once(match: re.Match[str]) -> str:
    """Return a phrase said three times or more just once; figures and one letter three times stay."""
    phrase = match.group(1)
    is_kept = any(c in _NUMERALS for c in phrase) or len(set(phrase)) == 1
    return match.group() if is_kept else phrase
