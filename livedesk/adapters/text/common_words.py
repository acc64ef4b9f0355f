"""Knows which Chinese characters often stand side by side, for telling a word from a misheard name."""

from functools import cached_property
from importlib.resources import files

from livedesk.core.ports import CommonWords
from livedesk.core.typing_compat import override


class CommonPairs(CommonWords):
    """The list `common_pairs.txt` of this package, read when first asked; see `core.ports.CommonWords`."""

    @override
    def is_common(self, pair: str) -> bool:
        return pair in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[str]:
        text = files("livedesk.adapters.text").joinpath("common_pairs.txt").read_text("utf-8")
        lines = (line for line in text.splitlines() if line and not line.startswith("#"))
        return frozenset(line[0] + after for line in lines for after in line[1:])
