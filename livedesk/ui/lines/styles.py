"""Text styles for rows, made from the theme: a font step at some scale in the colours of tokens."""

from livedesk.ui.lines.text_block import TextStyle
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.theme import AppTheme


def text_style(
    theme: AppTheme,
    step: int,
    colour: str = "ink",
    *,
    bold: bool = False,
    tabular: bool = False,
    scale: float = 1.0,
    max_lines: int = 0,
) -> TextStyle:
    """Return the style for text of `step` px x `scale` in the colour of a token."""
    return TextStyle(
        font=font(round(step * scale), bold=bold, tabular=tabular),
        colour=theme.colour(colour),
        tail=theme.colour("faint"),
        mark=theme.colour("warn"),
        mark_ground=theme.colour("warn_soft"),
        dots=theme.colour("accent"),
        max_lines=max_lines,
    )
