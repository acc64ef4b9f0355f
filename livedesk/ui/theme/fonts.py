"""Fonts: the system's user-interface font with a CJK companion, in the steps of the look."""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from livedesk.ui.theme.tokens import Step

_WANTED = {
    "win32": ("Segoe UI", "Microsoft YaHei UI", "Segoe UI Emoji"),
    "darwin": (".AppleSystemUIFont", "PingFang SC", "Apple Color Emoji"),
}
_ELSEWHERE = ("Inter", "Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", "Noto Color Emoji")


@cache
def families() -> tuple[str, ...]:
    """Return the installed families to try in order: Latin first, then Chinese, then the rest."""
    wanted = _WANTED.get(sys.platform, _ELSEWHERE)
    installed = set(QFontDatabase.families())
    found = tuple(f for f in wanted if f in installed or f.startswith("."))
    return found or (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),)


def font(step: int = Step.BODY, *, bold: bool = False, tabular: bool = False) -> QFont:
    """Return the interface font at `step` px; `tabular` gives figures of equal width."""
    result = QFont()
    result.setFamilies(list(families()))
    result.setPixelSize(step)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    result.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result
