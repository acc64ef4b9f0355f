"""Charts: what is long is more, what is there is seen, nothing leaves its sheet."""

from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.ids import Sku
from livedesk.core.report.drawing import (
    Bar,
    Box,
    Drawing,
    Label,
    Lane,
    Tick,
    TimelineWords,
    Tone,
    bars,
    elided,
    timeline,
    width_of,
)
from livedesk.core.report.report import AirSpan, Stretch
from livedesk.core.session.air import AirKind

WORDS = TimelineWords("Messages", "3 at most", "Phones", "9 at most", "spoken")


def boxes(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


def test_that_bars_are_as_long_as_their_figures() -> None:
    full, half, tiny, soft = boxes(
        bars([Bar("a", 1000), Bar("b", 500), Bar("c", 1), Bar("d", 0, 250)], 400, label_px=100)
    )
    assert half.width * 2 == full.width
    assert soft.width * 4 == full.width
    assert soft.tone is Tone.SOFT
    assert tiny.width == 2.0  # what is there is seen


def test_that_the_parts_of_a_bar_stand_end_to_end() -> None:
    full, soft = boxes(bars([Bar("a", 3, 1)], 400))
    assert soft.x == full.x + full.width


def test_that_a_chart_says_what_it_shows() -> None:
    assert (
        bars([Bar("Price", 3, 1), Bar("Sample", 2, value="2 of 9")], 400).spoken == "Price: 4; Sample: 2 of 9"
    )


@given(
    st.lists(st.builds(Bar, st.text(max_size=40), st.integers(0, 10**9), st.integers(0, 10**9)), max_size=12)
)
def test_that_nothing_of_a_chart_leaves_its_sheet(rows: list[Bar]) -> None:
    drawing = bars(rows, 424)
    for shape in drawing.shapes:
        assert isinstance(shape, Box | Label)
        right = shape.x + (shape.width if isinstance(shape, Box) else 0)
        # Two parts that are both as small as can be seen may be a little longer than their sum.
        assert -0.1 <= shape.x <= right <= drawing.width + 4
        assert 0 <= shape.y <= drawing.height


def test_that_the_timeline_puts_things_where_they_were() -> None:
    stretches = [Stretch(0, 3, 9), Stretch(60, 0, None), Stretch(120, 1, 4)]
    spans = (
        AirSpan(AirKind.OFFER, Sku("MUG"), 60, 120),
        AirSpan(AirKind.PINNED, Sku("MUG"), 0, 180),
        AirSpan(AirKind.SOLD_OUT, Sku("MUG"), 150, 150),
    )
    drawing = timeline(
        stretches, [Lane("Mug", spans)], [Tick(60, "14:01")], (0, 180), WORDS, 880, label_px=92
    )
    high, low, pinned, sold_out, offer = [
        box for box in boxes(drawing) if box.hint not in ("Phones: 9", "Phones: 4")
    ]
    assert (high.x, high.height) == (100, 112)
    assert (low.x, round(low.height)) == (100 + 2 * 260, 37)
    assert (pinned.x, pinned.width) == (100, 780)  # drawn first: the others lie on it
    assert (offer.x, offer.width, offer.tone) == (360, 260, Tone.FULL)
    assert sold_out.width == 2.0
    phones = [box for box in boxes(drawing) if box.hint.startswith("Phones")]
    assert phones[0].y < phones[1].y
    assert all(box.x >= 0 and box.x + box.width <= 880 for box in boxes(drawing))


def test_that_an_empty_timeline_can_be_drawn() -> None:
    assert timeline([], [], [], (5, 5), WORDS, 880).height > 0


def test_that_a_long_name_ends_in_dots_and_a_wide_letter_takes_its_room() -> None:
    assert elided("short", 100) == "short"
    assert elided("五件套可叠放保鲜盒", 72).endswith("…")
    assert width_of(elided("五件套可叠放保鲜盒", 72)) <= 84
