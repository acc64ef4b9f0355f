"""The text shelf keeps the contracts of its ports, and so do their fakes."""

import pytest

from livedesk.adapters.text.common_words import CommonPairs
from livedesk.adapters.text.phonetics import Pinyin
from livedesk.adapters.text.script import Simplified
from livedesk.adapters.text.sentences import Sentencex
from livedesk.adapters.text.spoken_numbers import Cn2an
from livedesk.core.ids import EN, Language
from livedesk.core.ports import CommonWords, Phonetics, ScriptConverter, SentenceSplitter, SpokenNumbers
from livedesk.core.translation.clauses import PlainSplitter
from tests.contracts.fakes_text import FakeCommonWords, FakeConverter, FakeNumbers, FakePhonetics
from tests.contracts.text_contract import (
    CommonWordsContract,
    ConverterContract,
    NumbersContract,
    PhoneticsContract,
    SplitterContract,
)


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

    @pytest.mark.parametrize(
        ("traditional", "simplified"),
        [("我抱著娃娃，牆上掛著", "我抱着娃娃，墙上挂着"), ("著名的名著，土著", "著名的名著，土著")],
    )
    def test_that_a_particle_is_told_from_the_word(self, traditional: str, simplified: str) -> None:
        assert Simplified().to_simplified(traditional) == simplified


class TestFakeConverter(ConverterContract):
    @pytest.fixture
    def converter(self) -> ScriptConverter:
        return FakeConverter()


class TestPinyin(PhoneticsContract):
    @pytest.fixture
    def phonetics(self) -> Phonetics:
        return Pinyin()

    def test_that_the_words_around_choose_the_reading(self) -> None:
        assert Pinyin().syllables("重量和重庆") == ["zhong", "liang", "he", "chong", "qing"]


class TestFakePhonetics(PhoneticsContract):
    @pytest.fixture
    def phonetics(self) -> Phonetics:
        return FakePhonetics()


class TestCn2an(NumbersContract):
    @pytest.fixture
    def numbers(self) -> SpokenNumbers:
        return Cn2an()

    @pytest.mark.parametrize(
        "numeral", ["二百五万", "一百十二", "三百二百", "零三", "二零二六", "千万", "二点五万"]
    )
    def test_that_what_reads_back_otherwise_is_refused(self, numeral: str) -> None:
        assert Cn2an().to_digits(numeral) is None


class TestFakeNumbers(NumbersContract):
    @pytest.fixture
    def numbers(self) -> SpokenNumbers:
        return FakeNumbers()


class TestCommonPairs(CommonWordsContract):
    @pytest.fixture
    def common(self) -> CommonWords:
        return CommonPairs()


class TestFakeCommonWords(CommonWordsContract):
    @pytest.fixture
    def common(self) -> CommonWords:
        return FakeCommonWords()
