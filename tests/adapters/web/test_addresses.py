"""This computer's addresses."""

from livedesk.adapters.web.addresses import this_computers


def test_that_this_computer_has_its_own_address() -> None:
    assert "127.0.0.1" in {each.address for each in this_computers()}
    assert all(each.adapter for each in this_computers())
