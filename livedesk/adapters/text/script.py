"""Turns Traditional Chinese into Simplified with OpenCC, for the translation worker."""

from functools import cached_property
from typing import Any

import opencc

from livedesk.core.ports import ScriptConverter
from livedesk.core.typing_compat import override


class Simplified(ScriptConverter):
    """OpenCC's rules for characters and words ("t2s"), from its own package; see `core.ports.ScriptConverter`."""

    @override
    def to_simplified(self, text: str) -> str:
        if text.isascii():
            return text
        if any("\ud800" <= c <= "\udfff" for c in text):
            return text  # cannot be encoded, nor translated
        converted: str = self._converter.convert(text)
        return converted

    @cached_property
    def _converter(self) -> Any:
        return opencc.OpenCC("t2s")
