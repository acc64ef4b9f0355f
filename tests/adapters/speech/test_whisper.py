"""Whisper on the real CTranslate2: with a tiny model everywhere, with real weights where there are some."""

import json
import shutil
from array import array
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from livedesk.adapters.speech.whisper import WhisperEngine
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.captions.phantoms import guarded
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import SpeechEngine
from tests.adapters.speech.conftest import VoicedSeconds, hiss, music, recording, silence
from tests.contracts.speech_contract import Sound, SpeechEngineContract, tone
from tests.contracts.tiny_whisper import SAID, TEXT, write_whisper


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_whisper(tmp_path_factory.mktemp("models") / "tiny-whisper")


@pytest.fixture
def tiny(tiny_folder: Path) -> Iterator[WhisperEngine]:
    engine = WhisperEngine(tiny_folder, threads=1)
    yield engine
    engine.close()


@pytest.fixture
def real(whisper_folder: Path) -> Iterator[WhisperEngine]:
    engine = WhisperEngine(whisper_folder, threads=1)
    yield engine
    engine.close()


class TestTinyWhisper(SpeechEngineContract):
    @pytest.fixture
    def engine(self, tiny: WhisperEngine) -> SpeechEngine:
        return tiny

    @pytest.fixture
    def sound(self) -> Sound:
        return tone(2.0)

    def test_that_a_long_utterance_loses_nothing(self, engine: SpeechEngine, long_sound: Sound) -> None:
        """It says its line once for each part, whatever the sound."""
        stream = engine.stream(ZH)
        for start in range(0, len(long_sound), SAMPLE_RATE):
            stream.feed(memoryview(long_sound)[start : start + SAMPLE_RATE])
        heard = stream.finish()
        assert heard.text == TEXT + TEXT
        assert "".join(word.text for word in heard.words) == heard.text
        assert 20 <= heard.words[len(heard.words) // 2].t0_s <= 27


@pytest.mark.slow
class TestRealWhisper(SpeechEngineContract):
    @pytest.fixture
    def engine(self, real: WhisperEngine) -> SpeechEngine:
        return real

    @pytest.fixture
    def sound(self) -> Sound:
        return recording("zh/host-02.flac")

    @pytest.fixture
    def long_sound(self) -> Sound:
        return recording("zh/show.flac")[: 40 * SAMPLE_RATE]


def test_that_characters_in_parts_are_put_together(tiny: WhisperEngine) -> None:
    stream = tiny.stream(ZH)
    stream.feed(memoryview(tone(2.0)))
    words = [word.text for word in stream.hypothesis().words]
    assert len(SAID) == 9
    assert words == ["你", "好，", "停", "一", "下", " hall", " 3."]


def test_that_an_utterance_is_parted_at_its_quietest_moment(tiny: WhisperEngine) -> None:
    stream = tiny.stream(ZH)
    stream.feed(memoryview(tone(22.4)))
    stream.feed(memoryview(silence(0.4)))
    stream.feed(memoryview(tone(10.0)))
    second_part = stream.finish().words[7:]
    assert second_part[0].t0_s == pytest.approx(22.6, abs=0.2)


def test_that_nothing_is_longer_than_its_sound(tiny: WhisperEngine) -> None:
    stream = tiny.stream(ZH)
    stream.feed(memoryview(tone(0.12)))
    assert all(word.t1_s <= 0.12 for word in stream.finish().words)


def test_that_it_knows_languages_by_their_iso_codes(tiny: WhisperEngine) -> None:
    assert tiny.languages == {"en", "zh", "es", "he", "jv"}
    for code in ("he", "jv"):
        stream = tiny.stream(Language(code))
        stream.feed(memoryview(tone(1.0)))
        assert stream.finish().text == TEXT


def test_that_an_english_only_model_is_told_no_language(tmp_path: Path) -> None:
    engine = WhisperEngine(write_whisper(tmp_path / "tiny.en", is_english_only=True), threads=1)
    assert engine.languages == {EN}
    assert heard(engine, tone(2.0), EN) == TEXT
    with pytest.raises(Unavailable):
        engine.stream(ZH)


def failure(folder: Path) -> UserFacing:
    with pytest.raises(UserFacing) as raised:
        WhisperEngine(folder, threads=1)
    return raised.value


@pytest.fixture
def copy(tiny_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_folder, tmp_path / "copy"))


def test_that_a_folder_that_is_gone_is_missing(tmp_path: Path) -> None:
    assert failure(tmp_path / "gone").code == ErrorCode.SPEECH_MODEL_MISSING


@pytest.mark.parametrize("name", ["model.bin", "config.json", "vocabulary.json"])
def test_that_half_a_folder_is_no_model(copy: Path, name: str) -> None:
    (copy / name).unlink()
    error = failure(copy)
    assert error.code == ErrorCode.SPEECH_MODEL_BROKEN
    assert str(error.params["file"]).split(".")[0] == name.split(".")[0]


@pytest.mark.parametrize("name", ["model.bin", "config.json", "vocabulary.json"])
@pytest.mark.parametrize("kept", [0, 100, 0.5])
def test_that_a_file_that_was_cut_off_is_named(copy: Path, name: str, kept: float) -> None:
    content = (copy / name).read_bytes()
    (copy / name).write_bytes(content[: int(kept if kept > 1 else kept * len(content))])
    error = failure(copy)
    assert (error.code, error.params["file"]) == (ErrorCode.SPEECH_MODEL_BROKEN, name)


@pytest.mark.parametrize("content", ["[]", '"text"', "null"])
def test_that_a_config_of_another_kind_is_refused(copy: Path, content: str) -> None:
    (copy / "config.json").write_text(content, encoding="utf-8")
    assert failure(copy).params["file"] == "config.json"


def test_that_a_vocabulary_of_another_model_is_refused(copy: Path) -> None:
    (copy / "vocabulary.json").write_text(json.dumps(["<s>", "hello"]), encoding="utf-8")
    assert failure(copy).params["file"] == "vocabulary.json"


def test_that_a_vocabulary_may_be_a_text_file(copy: Path) -> None:
    tokens = json.loads((copy / "vocabulary.json").read_text(encoding="utf-8"))
    (copy / "vocabulary.json").unlink()
    (copy / "vocabulary.txt").write_text("\n".join(tokens) + "\n", encoding="utf-8")
    stream = WhisperEngine(copy, threads=1).stream(ZH)
    stream.feed(memoryview(tone(1.0)))
    assert stream.finish().text == TEXT


def test_that_an_unknown_language_is_named(tiny: WhisperEngine) -> None:
    with pytest.raises(Unavailable) as raised:
        tiny.stream(Language("xx"))
    assert raised.value.params == {"model": "tiny-whisper", "language": "xx"}


def heard(engine: SpeechEngine, sound: Sound, language: Language) -> str:
    stream = engine.stream(language)
    stream.feed(memoryview(sound))
    return stream.finish().text


@pytest.mark.slow
def test_that_real_speech_is_heard(real: WhisperEngine) -> None:
    assert "沒聲音" in heard(real, recording("zh/host-02.flac"), ZH).replace("没声音", "沒聲音")
    assert "type the product number in the chat" in heard(real, recording("en/line-07.flac"), EN)


@pytest.mark.slow
def test_that_a_microphone_turned_low_is_heard_as_well(real: WhisperEngine) -> None:
    sound = recording("zh/host-06.flac")
    low = array("f", (0.01 * sample for sample in sound))
    words, words_low = heard(real, sound, ZH), heard(real, low, ZH)
    same = SequenceMatcher(None, words, words_low, autojunk=False).ratio()
    assert same > 0.9


@pytest.mark.slow
def test_that_words_stand_where_they_were_said(real: WhisperEngine) -> None:
    sound = recording("en/line-07.flac")
    stream = real.stream(EN)
    stream.feed(memoryview(sound))
    words = {word.text.strip(" .,").lower(): word for word in stream.finish().words}
    assert words["please"].t0_s < 1.0
    assert words["please"].t1_s <= words["number"].t0_s <= words["chat"].t0_s
    assert words["you"].t1_s > 0.6 * len(sound) / SAMPLE_RATE


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [1, 3, 8])
@pytest.mark.parametrize("language", [ZH, EN])
def test_that_nobody_is_heard_where_nobody_speaks(
    real: WhisperEngine, voiced_s: VoicedSeconds, language: Language, seconds: int
) -> None:
    """Even of pieces that the voice detector would never have passed on nothing is left."""
    for sound in (silence(seconds), tone(seconds, 50.0, 0.1), music(seconds), hiss(seconds)):
        stream = real.stream(language)
        stream.feed(memoryview(sound))
        assert guarded(stream.finish(), language, voiced_s(sound)).heard.text == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["noise-60s.flac", "silence-30s.flac"])
def test_that_nobody_is_heard_in_recorded_noise(
    real: WhisperEngine, voiced_s: VoicedSeconds, name: str
) -> None:
    sound = recording(name)
    for start in range(0, len(sound) - 5 * SAMPLE_RATE, 10 * SAMPLE_RATE):
        piece = sound[start : start + 5 * SAMPLE_RATE]
        stream = real.stream(ZH)
        stream.feed(memoryview(piece))
        answer = stream.finish()
        assert guarded(answer, ZH, voiced_s(piece)).heard.text == ""
        assert guarded(answer, ZH, 2.5).heard.text == "", "nor where the voice detector is fooled"


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["zh/host-13.flac", "zh/host-15.flac", "zh/noisy5db-04.flac", "real/cosy-prompt.flac"]
)
def test_that_the_guards_let_real_speech_through(
    real: WhisperEngine, voiced_s: VoicedSeconds, name: str
) -> None:
    sound = recording(name)
    stream = real.stream(ZH)
    stream.feed(memoryview(sound))
    answer = stream.finish()
    assert guarded(answer, ZH, voiced_s(sound)).heard == answer
