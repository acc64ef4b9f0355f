"""Events survive the way to a file and back; what is no event is refused, never half read."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from livedesk.core.catalogue.product import PriceTier, Product
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.events import AddHostLine, CatalogueLoaded, JobReported, NoticeRaised, PinProduct
from livedesk.core.ids import EN, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import Notice, NoticeCode, NoticeLevel
from livedesk.core.wire import decode, decode_as, encode
from tests.strategies import anything_on_a_tape


@given(event=anything_on_a_tape())
@settings(max_examples=300, deadline=None)
def test_that_every_event_survives_json(event: object) -> None:
    line = json.dumps(encode(event), allow_nan=False)
    back = decode(json.loads(line))
    assert back == event
    assert type(back) is type(event)


def test_that_money_stays_exact() -> None:
    product = Product(Sku("A-1"), 1, {EN: "Mug"}, {EN: "Cups"}, (PriceTier(100, Decimal("0.10")),))
    back = decode(json.loads(json.dumps(encode(CatalogueLoaded((product,))))))
    assert str(back.products[0].tiers[0].price) == "0.10"


def test_that_the_form_is_readable() -> None:
    assert encode(AddHostLine("大家好")) == {"kind": "AddHostLine", "text": "大家好"}


def test_that_a_missing_field_takes_its_default() -> None:
    back = decode({"kind": "CatalogueLoaded", "products": []})
    assert back == CatalogueLoaded(())


def test_that_numbers_and_texts_in_a_notice_keep_their_type() -> None:
    raised = NoticeRaised(Notice(NoticeCode.PIN_LIMIT, NoticeLevel.INFO, {"limit": 3, "name": "3"}))
    assert decode(encode(raised)) == raised


def test_that_what_a_job_made_stays_in_the_process() -> None:
    done = JobReported(Job("import", "a.xlsx", JobState.DONE, 3, 3, result=object()))
    assert decode(json.loads(json.dumps(encode(done)))) == JobReported(replace(done.job, result=None))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "JobReported", "job": {"kind": "import", "name": "a", "state": "done", "result": 1}},
        {"kind": "LaunchRocket"},
        {"kind": ["AddHostLine"]},
        {"kind": "AddHostLine"},
        {"kind": "AddHostLine", "text": "hi", "volume": 11},
        {"kind": "AddHostLine", "text": None},
        {"kind": "AddHostLine", "text": 5},
        {"kind": "MarkSoldOut", "sku": "A", "is_sold_out": "false"},
        {"kind": "GoToShowItem", "index": "1"},
        {"kind": "GoToShowItem", "index": True},
        {"kind": "ChangeLanguages", "host_language": "zh", "audience_languages": "en"},
        {"kind": "HealthReported", "health": {"part": "engine room", "state": "ok"}},
        {"kind": "CatalogueLoaded", "products": [{"sku": "A"}]},
        {"kind": "CatalogueLoaded", "products": 5},
        {"kind": "SessionRestored", "session": None, "captions": [], "messages": [], "replies": []},
    ],
)
def test_that_what_is_no_event_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(UserFacing) as caught:
        decode(data)
    assert caught.value.code is ErrorCode.TAPE_BROKEN


def test_that_a_plain_record_can_be_read_by_its_type() -> None:
    assert decode_as(PinProduct, {"sku": "A-1"}) == PinProduct(Sku("A-1"))
