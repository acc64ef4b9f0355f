"""Where a run of text may be cut: at sentence ends, and inside long sentences at clauses, words, at last anywhere.

A sentence splitter finds the ends of sentences; trade abbreviations, links and figures are ours, since it knows
"Mr." but neither "approx. 500 pcs." nor chat without blanks. Speech without punctuation is cut before the words that
begin a clause.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from math import ceil

from livedesk.core.ids import Language
from livedesk.core.ports import SentenceSplitter
from livedesk.core.translation.literals import LINK, Spans, is_inside, spans
from livedesk.core.translation.scripts import SPACELESS, script_of
from livedesk.core.typing_compat import override

LONGEST = 80.0
"""Size of the longest piece: letters of scripts without spaces, other characters at `_OTHER` each. About as many
tokens; sentences of that length are what MarianMT models were trained on."""
_LONGEST_UNMARKED = 50.0
"""The same where a sentence has no punctuation at all, as speech recognisers give it."""
_OTHER = 0.3

_OPEN_ABBREVIATION = re.compile(
    r"(?<![^\W\d_])(?:approx|appx|incl|excl|mr|mrs|ms|dr|prof|vs|tel|ext|dept|art|fig|vol|qty|co|corp|attn|ref|e\.g|i\.e|eg|ie"
    r"|est|avg|std|temp|dim|wt|st|ave|mt|no|nos|pos|cat|ca|resp|bzw|z\.b|usw|p\.ej|sra?|núm|aprox|env|ex)\.$",
    re.IGNORECASE,
)
"""Abbreviations after which a sentence goes on."""
_CLOSING_ABBREVIATION = re.compile(
    r"(?<![^\W\d_])(?:pcs|pc|min|max|pkgs?|ctns?|prs|ltd|inc|etc|hrs?|mins?|secs?|kgs?|lbs?|oz|ft|in|sq|cu|yrs?|mos?|a\.m|p\.m|u\.s|u\.k)\.$",
    re.IGNORECASE,
)
"""Abbreviations that may also end a sentence: it does where a capital follows."""
_NUMBERED = re.compile(r"(?<![^\W\d_])(?:no|nos|pos|art|fig|vol|est|st|in|ex)\.$", re.IGNORECASE)
"""Also plain words: an abbreviation only where a number follows."""

_PLAIN_END = re.compile(r"(?<=[.!?…؟।])\s+(?=\S)|(?<=[。！？])")
_MISSED_END = re.compile(
    r"(?<=[。！？])[”’」』）]*(?=[^\s”’」』）。！？!?.…,，])|(?<=[!?])(?=[^\W\d_])|(?<=[^\W\d_]{2}[.])(?=[A-Z][a-z])"
    r"|(?<=\d[.])(?=[A-Z][a-z]{2})"
)
"""Ends that the splitter does not see: without a blank behind them."""
_NUMERAL = "零〇一二三四五六七八九十百千万亿两半点幺"
_WHOLE = re.compile(rf"{LINK.pattern}|(?<![{_NUMERAL}\d])[\d{_NUMERAL}][\d{_NUMERAL}.,:/×*%-]{{1,40}}")
"""Never cut inside: links, addresses, figures."""
_FIGURE_END = frozenset("0123456789" + _NUMERAL + "几多第")

_STRONG, _COMMA, _CLAUSE, _PARTICLE, _SUBJECT, _WORD = range(6)
_CUTS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (_STRONG, re.compile(r"[；;：:—。！？](?!\d)\s*")),
    (_COMMA, re.compile(r"[，,、،؛](?!\d)\s*")),
    (
        _CLAUSE,
        re.compile(
            r"(?=(?:然后|另外|还有|而且|但是|不过|所以|因为|如果|其实|那么|就是说|比如|(?<!然后)(?<!那么)第[一二三四五六七八九十]个|首先|其次|最后|接下来|那我们))"
            r"|\s+(?=(?:and|but|so|because|then|which|if|when|while|although|also|or|y|pero|porque|que|si|et|mais|car|e|mas|und|aber"
            r"|weil|dass|и|но|что|если|ve|ama|dan|tapi|karena)\s)"
            r"|\s+(?=[\u0e00-\u0e7f])",
            re.IGNORECASE,
        ),
    ),
    (_PARTICLE, re.compile(r"(?<=[呢啊吧吗嘛哦哈])(?=[^\s，。！？、；呢啊吧吗嘛])|(?<=的话)(?=.)")),
    (
        _SUBJECT,
        re.compile(
            r"(?<![果是为以让给把跟在])(?=(?:我们|你们|他们|咱们|大家|这个|这款|那个|今天|现在|不要))"
        ),
    ),
    (_WORD, re.compile(r"\s+|(?<=[一-鿿])(?=[一-鿿])|(?<=[\u0e00-\u0e7f])(?=[เแโใไ])")),
)
_HAS_MARKS = re.compile(r"[，,、；;：:،؛](?!\d)")
_REACH = 0.5
"""A cut is looked for between half of the wished length and the longest one."""


class PlainSplitter(SentenceSplitter):
    """Ends a sentence at every mark that can end one, in any language: what is used without a library."""

    @override
    def split(self, text: str, language: Language) -> list[str]:
        ends = [0, *(match.end() for match in _PLAIN_END.finditer(text)), len(text)]
        return [text[start:end] for start, end in pairwise(ends) if end > start]


def cut(run: str, language: Language, splitter: SentenceSplitter) -> list[str]:
    """Return the sentences and clauses of `run`; put together they are `run` again, and none is over `LONGEST`."""
    ends = [0, *_sentence_ends(run, language, splitter), len(run)]
    sentences = [run[start:end] for start, end in pairwise(ends) if end > start]
    return [part for sentence in sentences for part in _shorten(sentence)]


def size(text: str) -> float:
    """Return about how many tokens `text` is for a model."""
    return sum(_cost(c) for c in text)


def ends_in_abbreviation(text: str) -> bool:
    """Whether the full stop at the end of `text` belongs to an abbreviation: "500 pcs.", "Co., Ltd."."""
    return bool(
        (_OPEN_ABBREVIATION.search(text) and not _NUMBERED.search(text)) or _CLOSING_ABBREVIATION.search(text)
    )


def _cost(character: str) -> float:
    return 1.0 if script_of(character) in SPACELESS else _OTHER


def _sentence_ends(run: str, language: Language, splitter: SentenceSplitter) -> list[int]:
    found = set(accumulate(len(sentence) for sentence in splitter.split(run, language)))
    found |= {match.end() for match in _MISSED_END.finditer(run)}
    whole = spans(run, _WHOLE)
    kept: list[int] = []
    for end in sorted(found - {0, len(run)}):
        start = kept[-1] if kept else 0
        has_letters = any(c.isalnum() for c in run[start:end]) and any(c.isalnum() for c in run[end:])
        if has_letters and not is_inside(whole, end) and not _is_abbreviated(run, start, end):
            kept.append(end)
    return kept


def _is_abbreviated(run: str, start: int, end: int) -> bool:
    """Whether what ends at `end` is an abbreviation, so that the sentence goes on."""
    before, after = run[max(start, end - 24) : end].rstrip(), run[end:].lstrip()
    if not before.endswith("."):
        return False
    if _NUMBERED.search(before):
        return after[:1].isdigit() or after[:1] == "#"
    if _OPEN_ABBREVIATION.search(before):
        return True
    return bool(_CLOSING_ABBREVIATION.search(before)) and not after[:1].isupper()


def _shorten(sentence: str) -> list[str]:
    """Cut a sentence that is too long into even parts, at the best place near each end."""
    reached = [0.0, *accumulate(_cost(c) for c in sentence)]
    longest = LONGEST if _HAS_MARKS.search(sentence) else _LONGEST_UNMARKED
    if reached[-1] <= longest:
        return [sentence]
    whole = spans(sentence, _WHOLE)
    ranked = _ranked_cuts(sentence, whole)
    parts = []
    start = 0
    while (left := reached[-1] - reached[start]) > longest:
        wish = left / ceil(left / longest)
        first = bisect_right(reached, reached[start] + wish * _REACH)
        last = bisect_right(reached, reached[start] + longest) - 1
        aim = bisect_right(reached, reached[start] + wish) - 1
        end = _best(ranked, first, last, aim) or _anywhere(sentence, whole, start, last)
        parts.append(sentence[start:end])
        start = end
    return [*parts, sentence[start:]] if start < len(sentence) else parts


def _ranked_cuts(sentence: str, whole: Spans) -> list[list[int]]:
    """Return the places where the sentence may be cut, by rank, each list ascending."""
    ranked = []
    for rank, pattern in _CUTS:
        places = (match.end() for match in pattern.finditer(sentence))
        ranked.append(
            [
                at
                for at in places
                if not is_inside(whole, at) and (rank < _CLAUSE or sentence[at - 1] not in _FIGURE_END)
            ]
        )
    return ranked


def _best(ranked: list[list[int]], first: int, last: int, aim: int) -> int:
    """Return the place of the best rank between `first` and `last`, the nearest to `aim`; 0 where there is none."""
    for places in ranked:
        near = places[bisect_left(places, first) : bisect_right(places, last)]
        if near:
            return min(near, key=lambda at: abs(at - aim))
    return 0


def _anywhere(sentence: str, whole: Spans, start: int, last: int) -> int:
    """Return a place to cut a text without any: before a link or figure that would be cut, never before a mark."""
    end = last
    while end > start + 1 and (is_inside(whole, end) or unicodedata.category(sentence[end])[0] == "M"):
        end -= 1
    return end if end > start + 1 else max(last, start + 1)
