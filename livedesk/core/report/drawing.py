"""Charts as shapes on a sheet, for whoever paints them: SVG in a page, a painter in the window and on paper.

Lengths are in px at 100 %, from the top left corner. The words come from who asks for the chart.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.report.report import AirSpan, Stretch
from livedesk.core.session.air import AirKind

TEXT_PX, ROW_PX, GAP_PX = 12, 24, 8
_BAR_PX = 12
_LANE_PX = 20
_COLUMNS_PX = 112
_NARROW, _WIDE = 0.55, 1.0


class Tone(StrEnum):
    """What a shape means; the painter gives each a colour of its theme. SOFT has an outline, to be told from FULL."""

    INK = "ink"
    MUTE = "mute"
    LINE = "line"
    FULL = "full"
    SOFT = "soft"
    WARN = "warn"


class Anchor(StrEnum):
    """Which end of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `hint` says what it stands for."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline, level or upright."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone = Tone.LINE


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is its middle. `most` is how wide it may be."""

    x: float
    y: float
    text: str
    tone: Tone = Tone.INK
    anchor: Anchor = Anchor.START
    most: float = 0.0


Shape = Box | Rule | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart; `spoken` is what it shows, for those who do not see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is, its full part, a second part beside it, and what to write at its end."""

    name: str
    full: int
    soft: int = 0
    value: str = ""

    @property
    def text(self) -> str:
        """What stands at the end of the bar."""
        return self.value or str(self.full + self.soft)


def bars(rows: Sequence[Bar], width: float, *, label_px: float = 128.0) -> Drawing:
    """Return level bars, the longest as wide as there is room; a bar that stands for something is never invisible."""
    most = max((row.full + row.soft for row in rows), default=0) or 1
    value_px = max((width_of(row.text) for row in rows), default=0.0) + GAP_PX
    room = width - label_px - value_px - 2 * GAP_PX
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        middle = number * ROW_PX + ROW_PX / 2
        x, y = label_px + GAP_PX, middle - _BAR_PX / 2
        shapes.append(Label(0, middle, elided(row.name, label_px), Tone.INK, most=label_px))
        for part, tone in ((row.full, Tone.FULL), (row.soft, Tone.SOFT)):
            if part:
                length = max(2.0, round(room * part / most, 1))
                shapes.append(Box(x, y, length, _BAR_PX, tone, f"{row.name}: {part}"))
                x += length
        shapes.append(Label(x + GAP_PX, middle, row.text, Tone.MUTE))
    spoken = "; ".join(f"{row.name}: {row.text}" for row in rows)
    return Drawing(width, max(1, len(rows)) * ROW_PX, tuple(shapes), spoken)


@dataclass(frozen=True, slots=True)
class Lane:
    """One product on the timeline."""

    name: str
    spans: tuple[AirSpan, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A time that is written below the timeline."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """What stands beside the timeline."""

    messages: str
    most_messages: str
    phones: str
    most_phones: str
    spoken: str


def timeline(
    stretches: Sequence[Stretch],
    lanes: Sequence[Lane],
    ticks: Sequence[Tick],
    limits: tuple[float, float],
    words: TimelineWords,
    width: float,
    *,
    label_px: float = 168.0,
) -> Drawing:
    """Return columns of messages over time, the phones as a line of steps above them, and what was on air below."""
    began, until = limits
    room = width - label_px - GAP_PX
    scale = room / max(1.0, until - began)
    left = label_px + GAP_PX

    def x_of(at: float) -> float:
        return round(left + min(max(at - began, 0.0), until - began) * scale, 1)

    base = _COLUMNS_PX + 8.0
    shapes = _columns(stretches, x_of, base, (left, width), words)
    y = base + GAP_PX
    for lane in lanes:
        shapes.append(Label(0, y + _LANE_PX / 2, elided(lane.name, label_px), Tone.INK, most=label_px))
        shapes.append(Rule(left, y + _LANE_PX / 2, width, y + _LANE_PX / 2))
        shapes += [_span(span, x_of, y) for span in sorted(lane.spans, key=lambda s: _PAINTED.index(s.kind))]
        y += _LANE_PX
    for tick in ticks:
        x = x_of(tick.at)
        shapes.append(Rule(x, base, x, y + 4))
        anchor = Anchor.END if x > width - 24 else Anchor.START if x < left + 16 else Anchor.MIDDLE
        shapes.append(Label(x, y + 14, tick.text, Tone.MUTE, anchor))
    return Drawing(width, y + 24, tuple(shapes), words.spoken)


_PAINTED = (AirKind.PINNED, AirKind.SOLD_OUT, AirKind.OFFER)
_SPANS = {
    AirKind.PINNED: (Tone.SOFT, 3.0),
    AirKind.OFFER: (Tone.FULL, 6.0),
    AirKind.SOLD_OUT: (Tone.INK, 9.0),
}


def _columns(
    stretches: Sequence[Stretch],
    x_of: Callable[[float], float],
    base: float,
    edges: tuple[float, float],
    words: TimelineWords,
) -> list[Shape]:
    """Return the messages as columns, the phones as steps over them, each as high as its own greatest value."""
    left, right = edges
    most = max((stretch.messages for stretch in stretches), default=0)
    most_phones = max((stretch.phones or 0 for stretch in stretches), default=0)
    shapes: list[Shape] = [
        Rule(left, base, right, base),
        Label(0, base - 24, words.messages, Tone.INK, most=left),
        Label(0, base - 8, words.most_messages, Tone.MUTE, most=left),
        Rule(left, base - _COLUMNS_PX, right, base - _COLUMNS_PX),
    ]
    for number, stretch in enumerate(stretches):
        x = x_of(stretch.at)
        end = x_of(stretches[number + 1].at) if number + 1 < len(stretches) else right
        if stretch.messages:
            height = max(2.0, round(_COLUMNS_PX * stretch.messages / most, 1))
            gap = 1.0 if end - x > 3 else 0.0
            shapes.append(
                Box(x, base - height, max(1.0, end - x - gap), height, Tone.SOFT, str(stretch.messages))
            )
        if most_phones and stretch.phones is not None:
            y = round(base - _COLUMNS_PX * stretch.phones / most_phones, 1)
            shapes.append(Box(x, y - 1, max(1.0, end - x), 2, Tone.INK, f"{words.phones}: {stretch.phones}"))
    if most_phones:
        shapes.append(Label(0, base - _COLUMNS_PX + 8, words.phones, Tone.INK, most=left))
        shapes.append(Label(0, base - _COLUMNS_PX + 24, words.most_phones, Tone.MUTE, most=left))
    return shapes


def _span(span: AirSpan, x_of: Callable[[float], float], top: float) -> Box:
    """Return what was on air as a box: a product fills its lane, an offer lies in it, sold out is a thin bar."""
    x, end = x_of(span.began_at), x_of(span.ended_at)
    tone, inset = _SPANS[span.kind]
    return Box(x, top + inset, max(2.0, end - x), _LANE_PX - 2 * inset, tone, span.kind.value)


def elided(text: str, room_px: float) -> str:
    """Return `text` cut to about `room_px`, with an ellipsis; widths are estimated, wide letters as a full em."""
    used = 0.0
    for place, letter in enumerate(text):
        used += width_of(letter)
        if used > room_px:
            return text[: max(1, place - 1)].rstrip() + "…"
    return text


def width_of(text: str) -> float:
    """Return about how wide `text` is."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return TEXT_PX * (_WIDE * wide + _NARROW * (len(text) - wide))
