"""How an overlay looks, as its address says it; the page in the video reads the same names (see PROTOCOL.md)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

_E = TypeVar("_E", bound=StrEnum)

SIZES = (36, 48, 64, 80)
"""Of captions in px, in a video 1080 px high: small, usual, large, huge."""


class OverlayTheme(StrEnum):
    """The ground of texts. OUTLINE has none: white letters with a dark edge."""

    DARK = "dark"
    LIGHT = "light"
    OUTLINE = "outline"


class OverlayPosition(StrEnum):
    """Where the captions stand."""

    BOTTOM = "bottom"
    TOP = "top"


GROUNDS = {OverlayTheme.DARK: 75, OverlayTheme.LIGHT: 88, OverlayTheme.OUTLINE: 0}
"""How much of the ground is seen where the address does not say, in %."""


@dataclass(frozen=True, slots=True)
class OverlayStyle:
    """What one chooses among; the page knows more.

    `languages` are codes, "host" among them, () the page's own choice. `background` None leaves it to the theme.
    """

    languages: tuple[str, ...] = ()
    size: int = 48
    position: OverlayPosition = OverlayPosition.BOTTOM
    theme: OverlayTheme = OverlayTheme.DARK
    background: int | None = None
    has_qr: bool = False

    @property
    def ground(self) -> int:
        """How much of the ground is seen, in %."""
        return GROUNDS[self.theme] if self.background is None else self.background

    def query(self) -> str:
        """Return the end of the address, "" where nothing differs from the page's own choice."""
        usual = OverlayStyle()
        parts = {
            "lang": ",".join(self.languages),
            "size": str(self.size) if self.size != usual.size else "",
            "position": self.position if self.position is not usual.position else "",
            "theme": self.theme if self.theme is not usual.theme else "",
            "background": "" if self.background is None else str(self.background),
            "qr": "1" if self.has_qr else "",
        }
        return urlencode({name: value for name, value in parts.items() if value}, safe=",")


def read_style(query: str) -> OverlayStyle:
    """Return the style that an address ends in; what makes no sense there counts as not written."""
    said = dict(parse_qsl(query))
    languages = tuple(name for name in said.get("lang", "").split(",") if name.isalpha() and name.isascii())
    size, background = said.get("size", ""), said.get("background", "")
    return OverlayStyle(
        languages=languages[:2],
        size=int(size) if size in map(str, SIZES) else OverlayStyle().size,
        position=_one(OverlayPosition, said.get("position", ""), OverlayPosition.BOTTOM),
        theme=_one(OverlayTheme, said.get("theme", ""), OverlayTheme.DARK),
        background=int(background) if background in map(str, range(101)) else None,
        has_qr=said.get("qr") == "1",
    )


def _one(kind: type[_E], value: str, usual: _E) -> _E:
    return next((each for each in kind if each.value == value), usual)
