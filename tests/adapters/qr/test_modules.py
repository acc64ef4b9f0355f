"""QR codes: a phone reads what was written, and what no phone would read is not made."""

import pytest

from livedesk.adapters.qr.modules import qr_modules


def test_that_a_code_is_square_and_has_its_three_finders() -> None:
    rows = qr_modules("Juicer cup (JZ-03)\nB-2610-07\n2026-10-02 生产 宁波")
    side = len(rows)
    assert all(len(row) == side for row in rows)
    assert (side - 17) % 4 == 0
    finder = (True, True, True, True, True, True, True)
    assert rows[0][:7] == finder
    assert rows[0][-7:] == finder
    assert rows[-1][:7] == finder
    assert rows[-1][-7:] != finder


def test_that_the_same_text_gives_the_same_code_and_another_text_another() -> None:
    assert qr_modules("B-1") == qr_modules("B-1")
    assert qr_modules("B-1") != qr_modules("B-2")


@pytest.mark.parametrize("text", ["", "中" * 300, "x" * 5000])
def test_that_no_code_is_made_of_nothing_or_of_too_much(text: str) -> None:
    assert qr_modules(text) == ()
