"""Gives a translation the punctuation of its language and the end of its source. For every translated line."""

import re

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.clauses import ends_in_abbreviation
from livedesk.core.translation.literals import LINK, is_part, spans
from livedesk.core.translation.scripts import Script, script_of

_WIDE = frozenset({ZH, Language("ja")})
_ARABIC = frozenset({Language("ar"), Language("fa"), Language("ur")})

_TO_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_FULL_MARKS = frozenset("，。！？；：、")
_TO_HALF = {
    **dict(zip("，。！？；：、（）％＄￥～＋－＝／＃＆＊＠．｡､", ",.!?;:,()%$¥~+-=/#&*@..,", strict=True)),
    **dict(zip("【】「」『』《》〈〉", "[]" + '"' * 8, strict=True)),
}
_WIDE_ALPHANUMERIC = {
    c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}

_ASKS = re.compile(r"[?？؟][\s\"'”’」』）)]*$|\w\s?;$")
_MARKED_END = re.compile(r"[.。!！?？…؟।,，;；:：、~)）\"'”’」』]\s*$")
_SENTENCE_END = re.compile(r"[.。!！?？…؟।][\"'”’」』）)]*\s*$")
_SPACELESS = "㐀-䶿一-鿿぀-ヿ"
_LONG_MARKS = (
    (re.compile(r"(?<![.。])\.{3,6}(?![.。])|。{3,6}"), "……"),
    (re.compile(rf"[ ]?\(((?=[^()\n]{{0,80}}[{_SPACELESS}])[^()\n]{{1,80}})\)[ ]?"), r"（\1）"),
)
"""Dots, and brackets around Chinese."""
_IN_FIGURE = re.compile(r"\d(?:[，](?=\d{3}(?!\d))|[：．](?=\d))")
_LIST_COMMA = re.compile(r"(?m)^(\s*\d{1,2})、\s*(?=\S)")
_LAST_STOP = re.compile(r"(?<![.。])[.。]$")
_FRAGMENT_WORDS, _FRAGMENT_LETTERS = 3, 5
_NEXT_SENTENCE = re.compile(r"[.!?]\s+([a-z])(?=[a-z']*(?:[\s,;:!?]|$))")
_SMALL_FIRST = re.compile(r"^[\"'“‘(\s]*([a-z])[a-z']*(?=[\s,.;:!?)]|$)")


def finish(text: str, source: str, target: Language) -> str:
    """Return the translation `text` of `source` as `target` writes it.

    Full-width marks in Chinese and Japanese, half-width elsewhere, without blanks before them; a question stays one,
    a fragment without a full stop gets none, an English sentence begins with a capital. Letters, figures and links
    stay as they are.
    """
    text = _end_like(text, source.strip(), target)
    text = text.translate(_WIDE_ALPHANUMERIC)
    text = _full_width(text, target) if target in _WIDE else _half_width(text, target)
    if target in _ARABIC:
        text = _arabic(text)
    return _with_capitals(text, source.strip()) if target == EN else text


def _end_like(text: str, source: str, target: Language) -> str:
    stripped = text.rstrip()
    if not stripped or not source:
        return text
    if _ASKS.search(source) and not _ASKS.search(stripped):
        bare = stripped.rstrip(".。!！,，、;；")
        mark = "؟" if target in _ARABIC else "？" if target in _WIDE else "?"
        return bare + mark if bare and bare[-1].isalnum() else stripped
    is_fragment = not _MARKED_END.search(source) and _is_fragment(source)
    if is_fragment and not ends_in_abbreviation(stripped):
        bare = _LAST_STOP.sub("", stripped).rstrip()
        return text if bare.endswith((".", "。")) else bare
    return text


def _is_fragment(source: str) -> bool:
    """Whether a source without a full stop is no sentence: up to three words or five Chinese letters."""
    wide = sum(script_of(c) in (Script.HAN, Script.KANA, Script.THAI) for c in source)
    return wide <= _FRAGMENT_LETTERS if wide else len(source.split()) <= _FRAGMENT_WORDS


def _full_width(text: str, target: Language) -> str:
    """Make the marks of Chinese or Japanese text full-width; between figures and Latin words they stay."""
    links = spans(text, LINK)
    has_wide = any(_is_wide(c) for c in text)
    if not has_wide:
        return text
    out: list[str] = []
    quotes = floor = 0
    for at, character in enumerate(text):
        before = out[-1] if out else ""
        after = text[at + 1 : at + 2]
        if is_part(links, at) or (character == " " and floor and floor == len(out)):
            out.append(character)
            floor = len(out)
        elif character in _TO_FULL and _is_full_here(character, before, text, at):
            _drop_blank(out, floor)
            mark = _TO_FULL[character]
            out.append("、" if mark == "，" and target == "ja" else mark)
        elif character == "." and _is_stop_here(before, after, text, at):
            _drop_blank(out, floor)
            out.append("。")
        elif character == '"' and not before.isdigit():
            out.append("“" if quotes % 2 == 0 else "”")
            quotes += 1
        elif character == " " and (before in _FULL_MARKS or after in _FULL_MARKS):
            continue
        else:
            out.append(character)
    finished = "".join(out)
    for pattern, full in _LONG_MARKS:
        finished = _outside_links(pattern, full, finished)
    return finished


def _outside_links(pattern: re.Pattern[str], replacement: str, text: str) -> str:
    links = spans(text, LINK)

    def replace(match: re.Match[str]) -> str:
        return match.group() if is_part(links, match.start()) else match.expand(replacement)

    return pattern.sub(replace, text)


def _is_full_here(mark: str, before: str, text: str, at: int) -> bool:
    """Whether a half-width mark belongs to the Chinese text around it."""
    rest = text[at + 1 :]
    after = rest[:1]
    if before.isdigit() and after.isdigit():
        return False
    if mark in "?!":
        return _is_wide(before) or _is_wide(after) or not after.isalnum()
    following = rest.lstrip(" ")[:1]
    return _is_wide(before.strip() or text[:at].rstrip()[-1:]) or _is_wide(following) or before in "”）》%％"


def _is_stop_here(before: str, after: str, text: str, at: int) -> bool:
    """Whether a dot ends a Chinese sentence: after a Chinese letter, or as the last of a line with some."""
    if before == "." or after == ".":
        return False
    if _is_wide(before) or before in "”）》%％":
        return not after.isdigit()
    is_last = not text[at + 1 :].strip()
    return is_last and (before.isalnum() or before in ")\"'") and not ends_in_abbreviation(text[: at + 1])


def _drop_blank(out: list[str], floor: int) -> None:
    """Drop blanks before a mark, but not the one after a link that ends at `floor`: the mark would join the link."""
    while len(out) > floor and out[-1] == " ":
        out.pop()


def _half_width(text: str, target: Language) -> str:
    """Make full-width marks half-width and set blanks around them as this language does."""
    if not any(c in _TO_HALF for c in text):
        return _tight(text, target)
    text = _LIST_COMMA.sub(r"\1. ", text)
    links = spans(text, LINK)
    out: list[str] = []
    floor = 0
    for at, character in enumerate(text):
        half = _TO_HALF.get(character)
        after = text[at + 1 : at + 2]
        if half is None or is_part(links, at):
            out.append(character)
            if is_part(links, at) or (character == " " and floor and floor == len(out) - 1):
                floor = len(out)
            continue
        if half in (",", ".", "!", "?", ";", ":", ")", "]", "%"):
            _drop_blank(out, floor)
        if half in ("(", "[") and out and out[-1].isalnum():
            out.append(" ")
        out.append(half)
        if (
            half in (",", ".", "!", "?", ";", ":", ")")
            and after.isalnum()
            and not _IN_FIGURE.match(text, at - 1)
        ):
            out.append(" ")
    return _tight("".join(out), target)


def _tight(text: str, target: Language) -> str:
    """Drop blanks before marks. French has them before ? ! : ; and keeps them."""
    marks = "[,.]" if target == "fr" else "[,.!?;:]"
    links = spans(text, LINK)
    return re.sub(
        rf"(?<=[^\W_]) +(?={marks}(?:\s|$))", lambda m: " " if is_part(links, m.start() - 1) else "", text
    )


def _arabic(text: str) -> str:
    is_arabic = any(script_of(c) is Script.ARABIC for c in text)
    return re.sub(r"\?(?=\s|$)", "؟", text) if is_arabic else text


def _with_capitals(text: str, source: str) -> str:
    """Begin an English sentence with a capital, where the source is one; names like iPhone stay."""
    links = spans(text, LINK)
    if (
        _SENTENCE_END.search(source)
        and (first := _SMALL_FIRST.match(text))
        and not is_part(links, first.start(1))
    ):
        at = first.start(1)
        text = text[:at] + text[at].upper() + text[at + 1 :]

    def capital(match: re.Match[str]) -> str:
        before = text[: match.start() + 1]
        if ends_in_abbreviation(before) or before.endswith(("..", "…")) or is_part(links, match.start(1)):
            return match.group()
        return match.group()[:-1] + match.group(1).upper()

    return _NEXT_SENTENCE.sub(capital, text)


def _is_wide(character: str) -> bool:
    return character != "" and script_of(character) in (Script.HAN, Script.KANA)
