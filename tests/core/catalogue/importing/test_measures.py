"""Sizes, weights, days, dates and customs codes are read exactly or not at all."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.core.catalogue.importing import measures
from livedesk.core.catalogue.importing.problems import BadCell, ProblemCode
from livedesk.core.catalogue.importing.sheet import CellError, Value
from livedesk.core.catalogue.product import LeadTime


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("60x40x35cm", ""),
        ("60*40*35", ""),
        ("60×40×35", "cm"),
        ("６０＊４０＊３５ＣＭ", ""),
        ("600x400x350mm", ""),
        ("600x400x350", "mm"),
        ("L60 x W40 x H35 cm", ""),
        ("60cm x 40cm x 35cm", ""),
        ("0.6*0.4*0.35 m", ""),
    ],
)
def test_that_a_carton_is_read_in_centimetres(value: Value, unit: str) -> None:
    assert measures.carton_sides(value, unit) == (60, 40, 35)


@pytest.mark.parametrize(
    "value", ["60x40", "60x40x35x20", "大", 604035, "600x400x350", "0.6x0.4x0.35", "60x40x-35", "0x40x35"]
)
def test_that_what_is_no_sure_carton_is_refused(value: Value) -> None:
    with pytest.raises(BadCell):
        measures.carton_sides(value, "")


@pytest.mark.parametrize(
    ("value", "unit", "kilograms"),
    [("12.5kg", "", "12.5"), ("12.5 KGS", "", "12.5"), (12.5, "", "12.5"), (850, "g", "0.85"), ("850克", "", "0.85"),
     ("G.W.: 12.5kg", "", "12.5"), ("10 lbs", "", "4.5359237"), ("25斤", "", "12.5")],
)  # fmt: skip
def test_that_a_weight_is_read_in_kilograms(value: Value, unit: str, kilograms: str) -> None:
    assert measures.weight(value, unit) == Decimal(kilograms)


@pytest.mark.parametrize("value", ["12.5/11", "11/12.5kg", "G.W. 12.5kg / N.W. 11kg", "毛重12.5\n净重11"])
def test_that_gross_and_net_may_share_a_cell(value: str) -> None:
    assert measures.weights(value, "kg") == (Decimal("12.5"), Decimal(11))


@pytest.mark.parametrize("value", ["heavy", "-3 kg", 0, "", "40000 kg", "12,500", "12,500 kg"])
def test_that_what_is_no_weight_is_refused(value: Value) -> None:
    with pytest.raises(BadCell):
        measures.weight(value, "")


@pytest.mark.parametrize(
    ("value", "count"),
    [("25-30天", 30), ("25 days", 25), ("30", 30), (30, 30), (30.0, 30), ("4 weeks", 28), ("1个月", 30),
     ("约20天", 20), ("15-20 working days", 20), ("25-30 days after deposit", 30), ("２５天", 25)],
)  # fmt: skip
def test_that_of_a_range_of_days_the_later_one_counts(value: Value, count: int) -> None:
    assert measures.days(value) == count


@pytest.mark.parametrize("value", ["soon", 0, -3, 2.5, "9999 days", "12月", "1-2月", CellError("#N/A"), True])
def test_that_what_is_no_number_of_days_is_refused(value: Value) -> None:
    with pytest.raises(BadCell):
        measures.days(value)


def test_that_lead_times_may_depend_on_the_quantity() -> None:
    assert measures.lead_times("500+: 25天; 3000+: 35-40天") == (LeadTime(500, 25), LeadTime(3000, 40))
    assert measures.lead_times("25-30天") == (LeadTime(0, 30),)
    with pytest.raises(BadCell):
        measures.lead_times("500+: 25天; soon")


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (date(2027, 5, 1), "2027-05-01"),
        (datetime(2027, 5, 1, 12), "2027-05-01"),
        (46508, "2027-05-01"),
        (46508.0, "2027-05-01"),
        ("46508", "2027-05-01"),
        ("2027-05-01", "2027-05-01"),
        ("2027/5/1", "2027-05-01"),
        ("20270501", "2027-05-01"),
        ("2027年5月1日", "2027-05-01"),
        ("有效期至2027年5月", "2027-05-31"),
        ("2027-02", "2027-02-28"),
        ("1 May 2027", "2027-05-01"),
        ("May 1, 2027", "2027-05-01"),
        ("May 2027", "2027-05-31"),
        ("01.05.2027", "2027-05-01"),
        ("13/05/2027", "2027-05-13"),
        ("05/13/2027", "2027-05-13"),
        ("valid until 2027-05-01", "2027-05-01"),
        ("2027", "2027-12-31"),
    ],
)
def test_that_a_date_is_read_in_many_forms(value: Value, iso: str) -> None:
    assert measures.iso_date(value) == iso


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("05/06/2027", ProblemCode.AMBIGUOUS_DATE),
        ("31.02.2027", ProblemCode.NOT_A_DATE),
        ("2027-13-01", ProblemCode.NOT_A_DATE),
        ("soon", ProblemCode.NOT_A_DATE),
        (12, ProblemCode.NOT_A_DATE),
        (True, ProblemCode.NOT_A_DATE),
        ("1850-01-01", ProblemCode.NOT_A_DATE),
    ],
)
def test_that_what_is_no_sure_date_is_refused(value: Value, code: ProblemCode) -> None:
    with pytest.raises(BadCell) as caught:
        measures.iso_date(value)
    assert caught.value.code is code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("8509.40.00", "8509.40.00"),
        (8509400000, "8509400000"),
        ("8509 40 00", "85094000"),
        ("850940", "850940"),
    ],
)
def test_that_a_customs_code_is_kept_as_written(value: Value, code: str) -> None:
    assert measures.hs_code(value) == code


@pytest.mark.parametrize("value", [8509.4, "8509.4", "abc", "85", ""])
def test_that_a_customs_code_that_lost_figures_is_refused(value: Value) -> None:
    with pytest.raises(BadCell):
        measures.hs_code(value)


@given(st.text(max_size=25))
def test_that_no_text_does_harm(text: str) -> None:
    for read in (measures.iso_date, measures.days, measures.lead_times, measures.hs_code, measures.volume):
        try:
            read(text)
        except BadCell:
            continue
    for read_unit in (measures.carton_sides, measures.carton_side, measures.weight, measures.weights):
        try:
            read_unit(text, "")
        except BadCell:
            continue
