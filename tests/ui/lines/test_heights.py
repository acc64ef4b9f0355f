from hypothesis import given
from hypothesis import strategies as st

from livedesk.ui.lines.heights import RowHeights


def test_that_only_unmeasured_rows_are_measured() -> None:
    heights, asked = RowHeights(5), []

    def height_of(row: int) -> int:
        asked.append(row)
        return 40

    assert heights.measure(range(1, 3), height_of)
    assert not heights.measure(range(1, 3), height_of)
    assert asked == [1, 2]


def test_that_a_doubted_row_keeps_its_height_until_it_is_measured_again() -> None:
    heights = RowHeights(2)
    heights.measure(range(2), lambda row: 30 + row)
    heights.doubt(1, 1)
    assert heights[1] == 31
    assert heights.measure(range(2), lambda row: 90)
    assert (heights[0], heights[1]) == (30, 90)


def test_that_an_empty_list_has_no_rows_anywhere() -> None:
    assert RowHeights().rows_between(0, 500) == range(0)
    assert RowHeights().total == 0


@given(st.lists(st.integers(1, 200), min_size=1, max_size=40), st.data())
def test_that_every_pixel_belongs_to_the_row_drawn_there(sizes: list[int], data: st.DataObject) -> None:
    heights = RowHeights(len(sizes))
    heights.measure(range(len(sizes)), sizes.__getitem__)
    y = data.draw(st.integers(0, sum(sizes) - 1))
    row = heights.row_at(y)
    assert heights.top(row) <= y < heights.top(row) + heights[row]
    assert heights.total == sum(sizes)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30), st.integers(1, 20)), max_size=20))
def test_that_inserting_and_removing_keeps_count_with_a_plain_list(
    steps: list[tuple[bool, int, int]],
) -> None:
    heights, plain = RowHeights(), 0
    for is_insert, at, count in steps:
        row = min(at, plain)
        if is_insert:
            heights.insert(row, count)
            plain += count
        else:
            count = min(count, plain - row)
            heights.remove(row, count)
            plain -= count
    assert len(heights) == plain
    assert heights.total == sum(heights[row] for row in range(plain))
