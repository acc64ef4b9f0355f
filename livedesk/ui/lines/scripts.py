"""What the writing of a line asks of its layout: direction and room between lines."""

import re
import unicodedata

from livedesk.core.ids import Language

_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "yi", "ckb", "sd", "ug"})
_TALL = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Hebrew and Arabic, Indic and South-East Asian scripts, Chinese, Japanese and Korean."""
_LOOKED_AT = 200
"""Characters that decide the direction; a chat line may be thousands long."""

_LOW_FACTOR, _TALL_FACTOR = 1.34, 1.5


def is_right_to_left(text: str, language: Language | None = None) -> bool:
    """Return whether `text` is to be laid out from the right.

    A line in a right-to-left language is, even if it starts with "DDP", unless it holds no such letter at all
    (the language may be a wrong guess); without a language the first letter decides.
    """
    kinds = [unicodedata.bidirectional(c) for c in text[:_LOOKED_AT]]
    if language in _RIGHT_TO_LEFT:
        return any(kind in ("R", "AL") for kind in kinds)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def line_height(text: str, font_px: int) -> int:
    """Return the distance between base lines for `text` in px: even, and wider for dense or tall scripts."""
    factor = _TALL_FACTOR if _TALL.search(text) else _LOW_FACTOR
    return round(font_px * factor / 2) * 2
