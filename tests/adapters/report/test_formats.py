"""Figures of a report are written as the desk writes them, and never rounded where they are money."""

from decimal import Decimal

import pytest

from livedesk.adapters.report.formats import Formats
from livedesk.adapters.report.words import ReportWords
from livedesk.core.report.making import make_report
from livedesk.core.report.report import Money
from tests.report_scene import stored

SAY = Formats(make_report(stored()), ReportWords())


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        ("17050", "USD", "US$ 17,050.00"),
        ("0.0125", "USD", "US$ 0.0125"),
        ("6.5", "HKD", "HK$ 6.50"),
        ("1500", "JPY", "JP¥ 1,500"),
        ("3", "XYZ", "XYZ 3.00"),
    ],
)
def test_that_money_says_which_dollars_and_every_digit(amount: str, currency: str, written: str) -> None:
    assert SAY.money((Money(currency, Decimal(amount)),)) == written


def test_that_several_currencies_are_not_added_up() -> None:
    sums = (Money("USD", Decimal(10)), Money("EUR", Decimal(20)))
    assert SAY.money(sums) == "US$ 10.00 + € 20.00"
