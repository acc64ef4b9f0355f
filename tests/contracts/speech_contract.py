"""What every speech engine does, whatever it runs on. Inherit and give the fixtures `engine` and `sound`."""

import math
from array import array
from typing import TypeAlias

import pytest

from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import SpeechEngine

Sound: TypeAlias = "array[float]"


def tone(seconds: float, hertz: float = 220.0, loudness: float = 0.3) -> Sound:
    """Return a plain tone, float32."""
    step = 2 * math.pi * hertz / SAMPLE_RATE
    return array("f", (loudness * math.sin(step * i) for i in range(round(seconds * SAMPLE_RATE))))


class SpeechEngineContract:
    """The rules of `core.ports.SpeechEngine` and `SpeechStream`."""

    language: Language = ZH

    @pytest.fixture
    def engine(self) -> SpeechEngine:
        raise NotImplementedError

    @pytest.fixture
    def sound(self) -> Sound:
        """Sound of a few seconds in which the engine hears at least one word."""
        raise NotImplementedError

    @pytest.fixture
    def long_sound(self, sound: Sound) -> Sound:
        """Sound of 40 seconds in which words are heard up to the end."""
        turns = 1 + 40 * SAMPLE_RATE // len(sound)
        return sound * turns

    def test_that_it_says_what_it_is(self, engine: SpeechEngine) -> None:
        assert engine.model
        assert engine.engine in ("whisper", "zipformer", "fake")
        assert engine.is_incremental in (True, False)
        assert all(language == language.lower() for language in engine.languages)

    def test_that_nothing_is_heard_where_nothing_was_fed(self, engine: SpeechEngine) -> None:
        stream = engine.stream(self.language)
        assert stream.hypothesis().text == ""
        assert stream.hypothesis().words == ()
        assert stream.finish().text == ""

    def test_that_a_sliver_of_sound_is_no_trouble(self, engine: SpeechEngine) -> None:
        stream = engine.stream(self.language)
        stream.feed(memoryview(array("f", [0.1])))
        stream.feed(memoryview(array("f")))
        assert stream.hypothesis().text == ""
        assert stream.finish().text == ""

    def test_that_the_words_are_the_text_in_order(self, engine: SpeechEngine, sound: Sound) -> None:
        stream = engine.stream(self.language)
        stream.feed(memoryview(sound))
        heard = stream.finish()
        assert heard.text.strip()
        assert "".join(word.text for word in heard.words) == heard.text
        assert [word.t0_s for word in heard.words] == sorted(word.t0_s for word in heard.words)
        for word in heard.words:
            assert 0 <= word.t0_s <= word.t1_s <= len(sound) / SAMPLE_RATE + 1e-6
            assert 0 <= word.probability <= 1

    def test_that_the_figures_of_doubt_are_in_their_ranges(self, engine: SpeechEngine, sound: Sound) -> None:
        stream = engine.stream(self.language)
        stream.feed(memoryview(sound))
        heard = stream.finish()
        assert 0 <= heard.no_speech <= 1
        assert heard.log_probability <= 0
        assert heard.compression >= 0

    def test_that_asking_again_changes_nothing(self, engine: SpeechEngine, sound: Sound) -> None:
        stream = engine.stream(self.language)
        stream.feed(memoryview(sound))
        assert stream.hypothesis().text == stream.hypothesis().text

    def test_that_the_size_of_the_blocks_does_not_matter(self, engine: SpeechEngine, sound: Sound) -> None:
        whole = engine.stream(self.language)
        whole.feed(memoryview(sound))
        pieces = engine.stream(self.language)
        for start in range(0, len(sound), 777):
            pieces.feed(memoryview(sound)[start : start + 777])
        assert pieces.finish().text == whole.finish().text

    def test_that_hypotheses_do_not_change_the_last_word(self, engine: SpeechEngine, sound: Sound) -> None:
        quiet, asked = engine.stream(self.language), engine.stream(self.language)
        for start in range(0, len(sound), SAMPLE_RATE):
            quiet.feed(memoryview(sound)[start : start + SAMPLE_RATE])
            asked.feed(memoryview(sound)[start : start + SAMPLE_RATE])
            asked.hypothesis()
        assert asked.finish().text == quiet.finish().text

    def test_that_utterances_do_not_mix(self, engine: SpeechEngine, sound: Sound) -> None:
        first = engine.stream(self.language)
        first.feed(memoryview(sound))
        second = engine.stream(self.language)
        assert second.hypothesis().text == ""
        assert first.finish().text.strip()
        assert second.finish().text == ""

    def test_that_the_block_may_be_used_again_by_its_owner(self, engine: SpeechEngine, sound: Sound) -> None:
        kept = engine.stream(self.language)
        kept.feed(memoryview(sound))
        overwritten = engine.stream(self.language)
        block = array("f", sound)
        overwritten.feed(memoryview(block))
        for index in range(len(block)):
            block[index] = 0.0
        assert overwritten.finish().text == kept.finish().text

    def test_that_broken_samples_are_only_noise(self, engine: SpeechEngine, sound: Sound) -> None:
        block = array("f", sound)
        block[10], block[20], block[30], block[40] = math.nan, math.inf, -math.inf, 1e30
        stream = engine.stream(self.language)
        stream.feed(memoryview(block))
        heard = stream.finish()
        assert math.isfinite(heard.log_probability)
        assert math.isfinite(heard.no_speech)

    def test_that_a_long_utterance_loses_nothing(self, engine: SpeechEngine, long_sound: Sound) -> None:
        stream = engine.stream(self.language)
        for start in range(0, len(long_sound), SAMPLE_RATE):
            stream.feed(memoryview(long_sound)[start : start + SAMPLE_RATE])
        heard = stream.finish()
        assert "".join(word.text for word in heard.words) == heard.text
        starts = [word.t0_s for word in heard.words]
        assert starts == sorted(starts)
        for second in range(0, 40, 10):
            assert any(second <= start < second + 10 for start in starts), f"nothing from {second} s on"

    def test_that_an_utterance_ends_once(self, engine: SpeechEngine, sound: Sound) -> None:
        stream = engine.stream(self.language)
        stream.feed(memoryview(sound))
        stream.finish()
        with pytest.raises(RuntimeError):
            stream.feed(memoryview(sound))
        with pytest.raises(RuntimeError):
            stream.hypothesis()
        with pytest.raises(RuntimeError):
            stream.finish()

    def test_that_a_language_it_does_not_know_is_refused(self, engine: SpeechEngine) -> None:
        if not engine.languages:
            engine.stream(Language("tlh"))
            return
        assert self.language in engine.languages
        with pytest.raises(Unavailable) as raised:
            engine.stream(Language("tlh"))
        assert (raised.value.part, raised.value.code) == ("speech", ErrorCode.SPEECH_LANGUAGE)

    def test_that_a_closed_engine_says_so(self, engine: SpeechEngine, sound: Sound) -> None:
        stream = engine.stream(self.language)
        stream.feed(memoryview(sound))
        engine.close()
        engine.close()
        for call in (stream.hypothesis, stream.finish, lambda: engine.stream(EN)):
            with pytest.raises(Unavailable) as raised:
                call()
            assert (raised.value.part, raised.value.code) == ("speech", ErrorCode.STOPPED)
