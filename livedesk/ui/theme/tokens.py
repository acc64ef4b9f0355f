"""The look in numbers: colours, type steps and spacing, for everything that draws.

Colour means something: accent is ours (action, price, selection), live is on air and destructive, warn is
"check this". Text pairs keep a contrast of at least 4.5:1 (tests/ui/test_theme.py), `faint` excepted: it is
for text that still changes and for hints only.
"""

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours as "#rrggbb"."""

    background: str
    panel: str
    line: str
    ink: str
    mute: str
    faint: str
    accent: str
    on_accent: str
    accent_soft: str
    selection: str
    live: str
    on_live: str
    warn: str
    warn_soft: str
    ok: str


LIGHT = Colours(
    background="#f6f5f2",
    panel="#ffffff",
    line="#e4e1da",
    ink="#1d1b18",
    mute="#6a655c",
    faint="#a49e93",
    accent="#0f6b5c",
    on_accent="#ffffff",
    accent_soft="#e3f1ee",
    selection="#eef6f4",
    live="#c8372d",
    on_live="#ffffff",
    warn="#965000",
    warn_soft="#fdf0dc",
    ok="#2f7d3b",
)

DARK = Colours(
    background="#151617",
    panel="#1d1f21",
    line="#2e3134",
    ink="#ecebe8",
    mute="#a3a29c",
    faint="#6d6e6c",
    accent="#4cc3ae",
    on_accent="#0d211d",
    accent_soft="#17332f",
    selection="#1e2d2b",
    live="#ff6b5e",
    on_live="#2a0b08",
    warn="#ffb454",
    warn_soft="#3a2c14",
    ok="#6fcf7c",
)


class Step(IntEnum):
    """Type sizes in px at 100 %."""

    SMALL = 12
    BODY = 13
    LARGE = 15
    CAPTION = 19
    HERO = 28


GRID = 4
GAP_S, GAP_M, GAP_L, GAP_XL = 8, 12, 16, 28
RADIUS, CARD_RADIUS = 8, 12
