"""Finds sentence ends with sentencex, for the translation worker."""

import sentencex

from livedesk.core.ids import Language
from livedesk.core.ports import SentenceSplitter
from livedesk.core.typing_compat import override

_AT_ONCE = 1000
"""sentencex 1.0 takes time with the square of open brackets and quotes (28 s for 80,000 of them), so a long text is
given to it in parts of this many characters."""


class Sentencex(SentenceSplitter):
    """Splits by the rules that sentencex has for about 300 languages; see `core.ports.SentenceSplitter`."""

    @override
    def split(self, text: str, language: Language) -> list[str]:
        parts = [text[at : at + _AT_ONCE] for at in range(0, len(text), _AT_ONCE)]
        return [sentence for part in parts for sentence in _split(part, language)]


def _split(text: str, language: Language) -> list[str]:
    # A surrogate without its other half cannot be encoded; a stand-in of one character keeps all lengths.
    encodable = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    sentences = sentencex.segment(str(language), encodable)
    if "".join(sentences) != encodable:
        return [text]
    ends, at = [], 0
    for sentence in sentences:
        ends.append((at, at + len(sentence)))
        at += len(sentence)
    return [text[start:end] for start, end in ends]
