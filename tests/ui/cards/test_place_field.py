"""A city is typed in any language and taken with its whole name in sight; what is no city is said."""

import pytest
from pytestqt.qtbot import QtBot

from livedesk.core.errors import ErrorCode
from livedesk.core.jobs import Job, JobState
from livedesk.core.logistics.asking import PLACES_JOB
from livedesk.ui.bridge import Bridge
from livedesk.ui.cards.place_field import PlaceField, place_text
from tests.ui.cards.world import HAMBURG, NEW_HAMBURG, Answering


@pytest.fixture
def field(qtbot: QtBot, bridge: Bridge, answering: Answering) -> PlaceField:
    result = PlaceField(bridge, answering)
    qtbot.addWidget(result)
    result.show()
    return result


def type_in(field: PlaceField, text: str) -> None:
    field.edit.setText(text)
    field.edit.textEdited.emit(text)


def test_that_suggestions_come_after_a_pause_in_typing(
    field: PlaceField, answering: Answering, qtbot: QtBot
) -> None:
    for text in ("h", "ha", "ham"):
        type_in(field, text)
    qtbot.waitUntil(lambda: answering.asked("find_places") == ["ham"])
    assert field._list.stringList() == [place_text(HAMBURG), place_text(NEW_HAMBURG)]
    assert field.place is None


def test_that_leaving_the_field_takes_the_likeliest_with_its_whole_name(field: PlaceField) -> None:
    type_in(field, "汉堡")
    field.take_first()
    assert field.place == HAMBURG
    assert field.edit.text() == "Hamburg 汉堡 · Germany"


def test_that_one_of_two_called_alike_is_taken_by_its_place_in_the_list(
    field: PlaceField, qtbot: QtBot, answering: Answering
) -> None:
    type_in(field, "hamburg")
    qtbot.waitUntil(lambda: answering.asked("find_places") == ["hamburg"])
    field._completer.popup().setCurrentIndex(field._completer.completionModel().index(1, 0))
    field._completer.activated.emit(place_text(NEW_HAMBURG))
    assert field.place == NEW_HAMBURG


def test_that_typing_on_unsets_the_place(field: PlaceField, qtbot: QtBot) -> None:
    field.look_up("yiwu")
    assert field.place is not None
    with qtbot.waitSignal(field.changed):
        type_in(field, "Yiwu x")
    assert field.place is None


def test_that_an_unknown_city_is_said(field: PlaceField) -> None:
    type_in(field, "qxzzy")
    field.take_first()
    assert field.place is None
    assert "No city" in field.trouble
    type_in(field, "")
    assert field.trouble == ""


def test_that_an_answer_to_what_was_typed_before_is_dropped(
    field: PlaceField, answering: Answering, bridge: Bridge
) -> None:
    answering.is_answering = False
    type_in(field, "ham")
    field.take_first()
    type_in(field, "yiw")
    answering.is_answering = True
    answering.find_places("ham")
    assert field.place is None


def test_that_a_damaged_map_is_said(field: PlaceField, answering: Answering, bridge: Bridge) -> None:
    answering.is_answering = False
    type_in(field, "ham")
    field.take_first()
    failed = Job(PLACES_JOB, "ham", JobState.FAILED, code=ErrorCode.PLACES_BROKEN, params={"file": "x"})
    bridge.job_changed.emit(failed)
    assert "damaged" in field.trouble
