"""The form of a batch: kept as it is typed, its doubts beside each event, no card that is not true."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command, PutBatch, RemoveBatch
from livedesk.core.ids import Sku
from livedesk.core.logistics.trace import Batch, TraceKind
from livedesk.ui.cards.labels import Tongues
from livedesk.ui.cards.scene import TraceScene
from livedesk.ui.cards.trace_dialog import MOST_EVENTS, TraceDialog
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.theme.theme import AppTheme
from tests.ui.cards.world import BATCH, Answering

Make = Callable[..., TraceDialog]


@pytest.fixture
def make(
    qtbot: QtBot,
    theme: AppTheme,
    state: CatalogueState,
    posted: list[Command],
    answering: Answering,
    tongues: Tongues,
) -> Make:
    window = QWidget()
    qtbot.addWidget(window)

    def open_form(*batches: Batch, sku: str = "JZ-03") -> TraceDialog:
        dialog = TraceDialog(theme, state, posted.append, answering, tongues, batches, Sku(sku), window)
        dialog.show()
        return dialog

    return open_form


def type_in(edit: object, text: str) -> None:
    edit.setText(text)  # type: ignore[attr-defined]
    edit.textEdited.emit(text)  # type: ignore[attr-defined]


def write(dialog: TraceDialog, code: str = "B-1", on: str = "2026-10-02", place: str = "Ningbo") -> None:
    type_in(dialog.code, code)
    type_in(dialog.rows[0].on, on)
    type_in(dialog.rows[0].place, place)


def test_that_a_batch_is_kept_as_it_is_typed(make: Make, posted: list[Command], qtbot: QtBot) -> None:
    dialog = make()
    write(dialog, on="2026年10月2日")
    qtbot.waitUntil(lambda: bool(posted))
    (put,) = posted
    assert isinstance(put, PutBatch)
    assert (put.batch.code, put.batch.sku) == ("B-1", "JZ-03")
    assert [(e.kind, e.on, e.place) for e in put.batch.events] == [
        (TraceKind.PRODUCTION, "2026-10-02", "Ningbo")
    ]
    dialog.keep()
    assert len(posted) == 1


def test_that_closing_keeps_what_was_typed_last(make: Make, posted: list[Command]) -> None:
    dialog = make()
    write(dialog)
    dialog.reject()
    assert [type(command) for command in posted] == [PutBatch]


def test_that_an_empty_form_keeps_nothing_and_says_what_is_missing(make: Make, posted: list[Command]) -> None:
    dialog = make()
    assert "batch code" in dialog.doubts.text()
    assert dialog.scene is None
    dialog.rows[0].remove.click()
    assert "Add what happened" in dialog.doubts.text()
    dialog.reject()
    assert posted == []


@pytest.mark.parametrize(
    ("on", "place", "said"),
    [
        ("", "Ningbo", "Enter the day"),
        ("2026-13-40", "Ningbo", "no day"),
        ("yesterday", "Ningbo", "no day"),
        ("2999-01-01", "Ningbo", "still to come"),
        ("2026-10-02", "  ", "Enter the place"),
    ],
)
def test_that_what_is_doubtful_is_said_at_the_event_and_not_shown_on_air(
    make: Make, on: str, place: str, said: str
) -> None:
    dialog = make()
    write(dialog, on=on, place=place)
    assert said in dialog.rows[0]._doubt.text()
    assert not dialog.on_air.isEnabled()
    write(dialog)
    assert dialog.rows[0]._doubt.isHidden()
    assert dialog.on_air.isEnabled()


def test_that_events_are_shown_by_day_and_an_odd_order_is_pointed_out(make: Make) -> None:
    first, second = BATCH.events
    dialog = make(replace(BATCH, events=(replace(first, on="2026-10-09"), second)))
    assert isinstance(dialog.scene, TraceScene)
    assert [e.kind for e in dialog.scene.batch.events] == [TraceKind.INSPECTION, TraceKind.PRODUCTION]
    assert "earlier" in dialog.rows[0]._doubt.text()


def test_that_the_next_event_follows_the_usual_order(make: Make) -> None:
    dialog = make(BATCH)
    for _ in range(20):
        dialog.add.click()
    kinds = [row.event_now().kind for row in dialog.rows]
    assert kinds[:5] == list(TraceKind)
    assert len(kinds) == MOST_EVENTS
    assert not dialog.add.isEnabled()


def test_that_a_code_of_another_batch_overwrites_nothing(make: Make, posted: list[Command]) -> None:
    other = replace(BATCH, code="B-2", sku=Sku("CG-32"))
    dialog = make(BATCH, other)
    type_in(dialog.code, "B-2")
    dialog.keep()
    assert posted == []
    assert "Another batch" in dialog.doubts.text()
    assert not dialog.on_air.isEnabled()


def test_that_a_batch_called_anew_leaves_no_copy_behind(make: Make, posted: list[Command]) -> None:
    dialog = make(BATCH)
    type_in(dialog.code, "B-9")
    dialog.keep()
    assert posted == [RemoveBatch(BATCH.code), PutBatch(replace(BATCH, code="B-9"))]


def test_that_a_removed_batch_comes_back_whole(make: Make, posted: list[Command]) -> None:
    dialog = make(BATCH)
    dialog.remove.click()
    dialog.take_batches(())
    assert posted == [RemoveBatch(BATCH.code)]
    assert dialog.code.text() == ""
    dialog.note.button.click()
    assert posted[-1] == PutBatch(BATCH)
    assert dialog.code.text() == BATCH.code
    assert len(dialog.rows) == 2


def test_that_each_product_has_its_own_batches(make: Make) -> None:
    other = replace(BATCH, code="B-2", sku=Sku("CG-32"))
    dialog = make(BATCH, other)
    assert [dialog.batch.itemText(i) for i in range(dialog.batch.count())] == ["B-2610-07", "New batch"]
    dialog.product.pick("CG-32")
    dialog.product.activated.emit(1)
    assert dialog.code.text() == "B-2"
    dialog.batch.setCurrentIndex(1)
    dialog.batch.activated.emit(1)
    assert dialog.code.text() == ""
    assert len(dialog.rows) == 1


def test_that_the_code_says_the_whole_way_in_the_buyers_language(make: Make, answering: Answering) -> None:
    make(BATCH)
    text = str(answering.asked("qr_modules")[-1])
    assert text.splitlines() == [
        "Portable juicer cup (JZ-03)",
        "B-2610-07",
        "2026-10-02 Production Ningbo line 3",
        "2026-10-05 Inspection Ningbo",
    ]


def test_that_too_much_text_for_a_code_is_said_and_the_card_goes_without(make: Make) -> None:
    dialog = make(replace(BATCH, events=tuple(replace(BATCH.events[0], note="x" * 80) for _ in range(12))))
    assert "QR" in dialog.doubts.text()
    assert isinstance(dialog.scene, TraceScene)
    assert dialog.scene.modules == ()


def test_that_without_any_product_it_says_where_to_begin(
    make: Make, state: CatalogueState, posted: list[Command]
) -> None:
    state.take_products(())
    dialog = make()
    write(dialog)
    dialog.keep()
    assert "add one to the catalogue" in dialog.doubts.text()
    assert posted == []
    assert dialog.scene is None
