"""The list model's own rules, shown with captions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from livedesk.ui.captions.list_model import CaptionModel
from livedesk.ui.lines.list_model import SHOWN_ROWS, LineRole
from tests.ui.lines.records import bilingual, caption

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(qapp: object) -> CaptionModel:
    model = CaptionModel()
    QAbstractItemModelTester(model, FATAL, model)
    return model


def _numbers(model: CaptionModel) -> list[int]:
    return [model.record(row).segment for row in range(model.rowCount())]


def test_that_the_newest_rows_are_shown_and_all_are_kept(model: CaptionModel) -> None:
    model.put(bilingual(n) for n in range(1, 1201))
    assert model.total == 1200
    assert _numbers(model) == list(range(1201 - SHOWN_ROWS, 1201))


def test_that_rows_stay_bounded_while_lines_come_in_one_by_one(model: CaptionModel) -> None:
    most = 0
    for n in range(1, 1500, 25):
        model.put(bilingual(n + i) for i in range(25))
        most = max(most, model.rowCount())
    assert SHOWN_ROWS <= most <= SHOWN_ROWS + 100
    assert _numbers(model)[-1] == 1500


def test_that_earlier_rows_are_revealed_in_steps_down_to_the_first(model: CaptionModel) -> None:
    model.put(bilingual(n) for n in range(1, 1001))
    model.set_following(False)
    model.reveal_earlier()
    assert _numbers(model)[0] == 1001 - 2 * SHOWN_ROWS
    model.reveal_earlier()
    model.reveal_earlier()
    assert _numbers(model) == list(range(1, 1001))


def test_that_nothing_is_put_away_while_one_reads_back(model: CaptionModel) -> None:
    model.put(bilingual(n) for n in range(1, 1001))
    model.set_following(False)
    model.reveal_earlier()
    first = _numbers(model)[0]
    model.put(bilingual(n) for n in range(1001, 1601))
    assert _numbers(model)[0] == first
    model.set_following(True)
    assert model.rowCount() == SHOWN_ROWS


def test_that_a_line_put_away_is_revealed_by_its_number(model: CaptionModel) -> None:
    model.put(bilingual(n) for n in range(1, 1001))
    assert model.row_of(100) == -1
    row = model.reveal(100)
    assert model.record(row).segment == 100
    assert model.reveal(5000) == -1


def test_that_a_late_line_takes_its_place_among_the_shown_and_the_hidden(model: CaptionModel) -> None:
    model.put(bilingual(n) for n in range(1, 1001) if n not in (10, 900))
    model.put([bilingual(900)])
    model.put([bilingual(10)])
    assert _numbers(model)[-101] == 900
    model.set_following(False)
    model.reveal(1)
    assert _numbers(model) == list(range(1, 1001))


def test_that_an_update_changes_its_row_in_place(model: CaptionModel) -> None:
    model.put(bilingual(n) for n in range(1, 6))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, roles: changed.append((first.row(), last.row())))
    model.put([bilingual(2, "新"), bilingual(3, "新"), bilingual(5, "新")])
    assert changed == [(1, 2), (4, 4)]
    assert model.record(1).text == "新"


def test_that_the_line_before_learns_that_it_is_no_longer_the_current_one(model: CaptionModel) -> None:
    model.put([bilingual(1)])
    changed: list[tuple[int, list[int]]] = []
    model.dataChanged.connect(lambda first, last, roles: changed.append((first.row(), roles)))
    model.put([bilingual(2)])
    assert changed == [(0, [LineRole.IS_CURRENT])]
    assert not model.index(0).data(LineRole.IS_CURRENT)
    assert model.index(1).data(LineRole.IS_CURRENT)


def test_that_a_line_told_twice_in_one_burst_is_one_row(model: CaptionModel) -> None:
    model.put([caption(1, "旧", revision=1), caption(1, "新", revision=2)])
    assert model.rowCount() == 1
    assert model.record(0).text == "新"


def test_that_clearing_forgets_everything(model: CaptionModel) -> None:
    model.put(bilingual(n) for n in range(1, 1001))
    model.clear()
    assert (model.rowCount(), model.total, model.find(1)) == (0, 0, None)
    model.put([bilingual(1)])
    assert _numbers(model) == [1]


def test_that_an_invalid_index_has_no_data(model: CaptionModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("pfr"), st.integers(1, 1200)), max_size=12))
def test_that_rows_are_always_the_newest_stretch_in_order(steps: list[tuple[str, int]]) -> None:
    model = CaptionModel()
    tester = QAbstractItemModelTester(model, FATAL)
    for kind, number in steps:
        if kind == "p":
            model.put(bilingual(n) for n in range(number, number + 130, 3))
        elif kind == "f":
            model.set_following(number % 2 == 0)
        else:
            model.reveal_earlier()
    numbers = [r.segment for r in model.records()]
    assert numbers == sorted(set(numbers))
    assert _numbers(model) == numbers[len(numbers) - model.rowCount() :]
    del tester
