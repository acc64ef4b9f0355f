"""Turns Traditional Chinese into Simplified with OpenCC, for the translation worker."""

import re
from functools import cached_property
from typing import Any

import opencc

from livedesk.core.ports import ScriptConverter
from livedesk.core.typing_compat import override

_PARTICLE = re.compile("(?<![名显原土专编论译合巨卓遗拙昭])著(?![名作称者述书录])")
"""著 that Traditional writers put for 着 (抱著, 掛著); "t2s" keeps it, since it is also a word of its own (著名)."""


class Simplified(ScriptConverter):
    """OpenCC's rules for characters and words ("t2s"), from its own package; see `core.ports.ScriptConverter`."""

    @override
    def to_simplified(self, text: str) -> str:
        if text.isascii():
            return text
        if any("\ud800" <= c <= "\udfff" for c in text):
            return text  # cannot be encoded, nor translated
        converted: str = self._converter.convert(text)
        return _PARTICLE.sub("着", converted)

    @cached_property
    def _converter(self) -> Any:
        return opencc.OpenCC("t2s")
