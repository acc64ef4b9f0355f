"""What finds the nearest text does. Inherit and give the fixture `nearest`."""

import pytest

from livedesk.core.ports import NearestText


class NearestContract:
    """The rules of `core.ports.NearestText`."""

    @pytest.fixture
    def nearest(self) -> NearestText:
        raise NotImplementedError

    def test_that_the_most_alike_is_found(self, nearest: NearestText) -> None:
        among = ["what is the price", "what is the best price for # pcs", "do you ship to kenya"]
        assert nearest.nearest("what is your best price for # pcs", among, 0.8) == 1

    def test_that_the_same_text_is_alike_wholly(self, nearest: NearestText) -> None:
        assert nearest.nearest("有现货吗", ["没有", "有现货吗"], 1.0) == 1

    def test_that_nothing_alike_is_none(self, nearest: NearestText) -> None:
        assert nearest.nearest("有现货吗", ["do you ship to kenya"], 0.5) is None
        assert nearest.nearest("有现货吗", [], 0.0) is None
        assert nearest.nearest("price of cups", ["price of caps and more"], 0.95) is None

    def test_that_any_characters_are_taken(self, nearest: NearestText) -> None:
        assert nearest.nearest("😀\x00", ["a", "😀\x00"], 0.9) == 1
