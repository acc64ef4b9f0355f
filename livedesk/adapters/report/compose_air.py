"""The part of the page that says what was on air when, and how the chat went meanwhile."""

from datetime import datetime

from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.words import ReportWords
from livedesk.core.catalogue.product import in_language
from livedesk.core.ids import Sku
from livedesk.core.report.drawing import Box, Drawing, Lane, Shape, Tick, TimelineWords, Tone, timeline
from livedesk.core.report.page import Block, Cell, Chart, Column, Heading, Key, Mark, Row, Table
from livedesk.core.report.report import AirSpan, Report
from livedesk.core.session.air import AirKind

WIDE_PX = 880.0
MOST_LANES, MOST_SPANS, MOST_TICKS = 12, 40, 8
_TICKS_S = (60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400)


def on_air(report: Report, words: ReportWords, say: Formats) -> list[Block]:
    """Return the timeline and the list of what was on air; nothing where neither is known."""
    if not report.stretches and not report.on_air:
        return []
    blocks: list[Block] = [Heading(words.on_air), _chart(report, words, say)]
    if report.on_air:
        blocks.append(_table(report, words, say))
    return blocks


def _chart(report: Report, words: ReportWords, say: Formats) -> Chart:
    lanes = [Lane(say.product(sku), spans) for sku, spans in _by_product(report)[:MOST_LANES]]
    ticks = [Tick(at, say.time(at)) for at in _ticks(report.began_at, report.until_at)]
    spoken = words.spoken_timeline.format(
        messages=say.number(report.chat.messages),
        products=words.comma.join(lane.name for lane in lanes) or "–",
    )
    messages = words.messages_over_time.format(minutes=say.number(report.stretch_s // 60))
    most_messages = max((stretch.messages for stretch in report.stretches), default=0)
    most_phones = max((stretch.phones or 0 for stretch in report.stretches), default=0)
    beside = TimelineWords(
        messages,
        words.at_most.format(count=say.number(most_messages)),
        words.phones,
        words.at_most.format(count=say.number(most_phones)),
        spoken,
    )
    limits = report.began_at, report.until_at
    drawing = timeline(report.stretches, lanes, ticks, limits, beside, WIDE_PX)
    kinds = {span.kind for span in report.on_air}
    shapes = {
        AirKind.PINNED: (Box(0, 1, 16, 12, Tone.SOFT), words.pinned),
        AirKind.OFFER: (Box(0, 4, 16, 6, Tone.FULL), words.offer),
        AirKind.SOLD_OUT: (Box(0, 6, 16, 2, Tone.INK), words.sold_out),
    }
    keys = tuple(_key(shape, text) for kind, (shape, text) in shapes.items() if kind in kinds)
    return Chart("", drawing, keys)


def _key(shape: Shape, text: str) -> Key:
    return Key(Drawing(16, 14, (shape,), ""), text)


def _by_product(report: Report) -> list[tuple[Sku, tuple[AirSpan, ...]]]:
    """Return what each product had on air, the product that was on air first at the top."""
    found: dict[Sku, list[AirSpan]] = {}
    for span in report.on_air:
        found.setdefault(span.sku, []).append(span)
    return [(sku, tuple(spans)) for sku, spans in found.items()]


def _ticks(began: float, until: float) -> list[float]:
    """Return some round times of day between begin and end."""
    length = until - began
    step = next((s for s in _TICKS_S if length / s <= MOST_TICKS), None)
    if step is None or length <= 0:
        return [began]
    offset = datetime.fromtimestamp(began).astimezone().utcoffset()
    shift = offset.total_seconds() if offset else 0.0
    first = -((began + shift) // -step) * step - shift
    return [first + number * step for number in range(MOST_TICKS + 1) if first + number * step <= until]


def _table(report: Report, words: ReportWords, say: Formats) -> Table:
    columns = (
        Column(words.what, 0.44),
        Column(words.began, 0.12, is_number=True),
        Column(words.ended, 0.12, is_number=True),
        Column(words.minutes_on_air, 0.16, is_number=True),
        Column(words.messages.capitalize(), 0.16, is_number=True),
    )
    rows = tuple(_row(span, words, say) for span in report.on_air[:MOST_SPANS])
    left_out = len(report.on_air) - MOST_SPANS
    rest = words.more_in_excel.format(count=say.number(left_out)) if left_out > 0 else ""
    return Table(columns, rows, words.on_air, rest)


def _row(span: AirSpan, words: ReportWords, say: Formats) -> Row:
    return Row(
        (
            Cell((what_of(span, words, say),)),
            Cell((say.time(span.began_at),), Mark.MUTE),
            Cell((say.time(span.ended_at),), Mark.MUTE),
            Cell((say.length(span.ended_at - span.began_at),)),
            Cell((say.number(span.messages),)),
        )
    )


def what_of(span: AirSpan, words: ReportWords, say: Formats) -> str:
    """Return what was on air: the product, and whether as an offer or sold out."""
    name = say.product(span.sku)
    match span.kind:
        case AirKind.PINNED:
            return name
        case AirKind.SOLD_OUT:
            return words.named_count.format(name=name, count=words.sold_out)
        case AirKind.OFFER:
            price = say.money((span.price,)) if span.price else ""
            said = in_language(span.offer, say.language)
            what = " · ".join(filter(None, (words.offer, said, price)))
            return words.named_count.format(name=name, count=what)
