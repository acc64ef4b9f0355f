"""The phrase matchers, the fake and the real one."""

import pytest

from livedesk.adapters.glossary.matcher import AhoMatcher
from tests.contracts.fakes_terms import PlainMatcher
from tests.contracts.matcher_contract import Make, MatcherContract


class TestAhoMatcher(MatcherContract):
    @pytest.fixture
    def make(self) -> Make:
        return AhoMatcher


class TestPlainMatcher(MatcherContract):
    @pytest.fixture
    def make(self) -> Make:
        return PlainMatcher
