"""The look in numbers: contrast, and a switch that reaches everyone."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from livedesk.core.settings import Theme
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import DARK, LIGHT, Colours

PAIRS = [
    *(
        (text, ground)
        for text in ("ink", "mute", "accent", "live", "warn", "ok")
        for ground in ("background", "panel")
    ),
    ("ink", "accent_soft"),
    ("ink", "selection"),
    ("ink", "warn_soft"),
    ("mute", "selection"),
    ("accent", "accent_soft"),
    ("accent", "selection"),
    ("warn", "warn_soft"),
    ("on_accent", "accent"),
    ("on_live", "live"),
]


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in QColor(colour).toTuple()[:3]]  # type: ignore[index]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_that_text_stands_out_from_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


def test_that_black_on_white_has_the_highest_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


def test_that_a_switch_changes_the_colours_and_says_so(qtbot: QtBot, theme: AppTheme) -> None:
    theme.use(Theme.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.use(Theme.DARK)
    assert theme.is_dark
    assert theme.colour("ink").name() == DARK.ink


def test_that_an_icon_is_drawn_in_the_colour_asked_for(theme: AppTheme) -> None:
    theme.use(Theme.LIGHT)
    image = theme.pixmap("close", 48, "live").toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.live}


def test_that_an_unknown_icon_is_empty_and_no_error(theme: AppTheme) -> None:
    assert theme.pixmap("no such icon", 16).toImage().pixelColor(8, 8).alpha() == 0
