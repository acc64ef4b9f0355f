"""The text shelf keeps the contracts of its ports, and so do their fakes."""

import pytest

from livedesk.adapters.text.script import Simplified
from livedesk.adapters.text.sentences import Sentencex
from livedesk.core.ids import EN, Language
from livedesk.core.ports import ScriptConverter, SentenceSplitter
from livedesk.core.translation.clauses import PlainSplitter
from tests.contracts.fakes_text import FakeConverter
from tests.contracts.text_contract import ConverterContract, SplitterContract


class TestSentencex(SplitterContract):
    @pytest.fixture
    def splitter(self) -> SentenceSplitter:
        return Sentencex()

    @pytest.mark.parametrize(
        ("text", "language", "count"),
        [
            ("أريد عينة. هل يمكن؟ نعم", "ar", 3),
            ("महंगा है। कितना है?", "hi", 2),
            ("Mr. Smith e.g. asks.", "en", 1),
        ],
    )
    def test_that_other_languages_have_their_own_ends(self, text: str, language: str, count: int) -> None:
        assert len(Sentencex().split(text, Language(language))) == count

    def test_that_a_line_longer_than_one_part_is_kept(self) -> None:
        line = "Is it in stock? " * 300
        assert len(Sentencex().split(line, EN)) >= 300


class TestPlainSplitter(SplitterContract):
    @pytest.fixture
    def splitter(self) -> SentenceSplitter:
        return PlainSplitter()


class TestSimplified(ConverterContract):
    @pytest.fixture
    def converter(self) -> ScriptConverter:
        return Simplified()


class TestFakeConverter(ConverterContract):
    @pytest.fixture
    def converter(self) -> ScriptConverter:
        return FakeConverter()
