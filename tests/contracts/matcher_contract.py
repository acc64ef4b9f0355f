"""What every phrase matcher does. Inherit and give the fixture `make`."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livedesk.core.ports import PhraseMatcher

Make = Callable[[Sequence[str]], PhraseMatcher]
_SHORT = st.text(alphabet="ab 锅😀\x00", min_size=1, max_size=4)


class MatcherContract:
    """The rules of `core.ports.PhraseMatcher`."""

    @pytest.fixture
    def make(self) -> Make:
        raise NotImplementedError

    def test_that_overlapping_phrases_are_all_found(self, make: Make) -> None:
        found = make(["不粘锅", "锅", "粘锅盖"]).find("不粘锅盖")
        assert sorted(found) == [(0, 3, 0), (1, 4, 2), (2, 3, 1)]

    def test_that_no_phrases_find_nothing(self, make: Make) -> None:
        assert list(make([]).find("anything")) == []
        assert list(make([""]).find("anything")) == []

    def test_that_nothing_is_found_in_nothing(self, make: Make) -> None:
        assert list(make(["a"]).find("")) == []

    def test_that_characters_beyond_the_basic_plane_count_as_one(self, make: Make) -> None:
        assert list(make(["锅"]).find("😀锅")) == [(1, 2, 0)]

    @given(
        phrases=st.lists(_SHORT, unique=True, max_size=6), text=st.text(alphabet="ab 锅😀\x00", max_size=12)
    )
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors])
    def test_that_every_occurrence_is_found(self, make: Make, phrases: list[str], text: str) -> None:
        expected = [
            (start, start + len(phrase), number)
            for number, phrase in enumerate(phrases)
            for start in range(len(text))
            if text.startswith(phrase, start)
        ]
        assert sorted(make(phrases).find(text)) == sorted(expected)
