"""A drawing as SVG inside a page; the page's style gives the tones their colours."""

from collections.abc import Callable

from livedesk.core.report.drawing import Box, Drawing, Label, Rule, Shape


def svg(drawing: Drawing, escape: Callable[[str], str]) -> str:
    """Return the picture; `escape` makes a text safe in HTML."""
    shapes = "".join(_shape(shape, escape) for shape in drawing.shapes)
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    spoken = f'role="img" aria-label="{escape(drawing.spoken)}"' if drawing.spoken else 'aria-hidden="true"'
    return f"<svg {size} {spoken}>{shapes}</svg>"


def _shape(shape: Shape, escape: Callable[[str], str]) -> str:
    match shape:
        case Box(x, y, width, height, tone, hint):
            title = f"<title>{escape(hint)}</title>" if hint else ""
            return (
                f'<rect class="{tone.value}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}">'
                f"{title}</rect>"
            )
        case Rule(x1, y1, x2, y2):
            return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"/>'
        case Label(x, y, words, tone, anchor):
            place = f'x="{x:g}" y="{y:g}" text-anchor="{anchor.value}"'
            return f'<text class="{tone.value}" {place}>{escape(words)}</text>'
