"""What finds the nearest text, the fake and the real one."""

import pytest

from livedesk.adapters.glossary.fuzzy import FuzzyNearest
from livedesk.core.ports import NearestText
from tests.contracts.fakes_terms import PlainNearest
from tests.contracts.nearest_contract import NearestContract


class TestFuzzyNearest(NearestContract):
    @pytest.fixture
    def nearest(self) -> NearestText:
        return FuzzyNearest()


class TestPlainNearest(NearestContract):
    @pytest.fixture
    def nearest(self) -> NearestText:
        return PlainNearest()
