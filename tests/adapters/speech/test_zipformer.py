"""The streaming zipformer on the real sherpa-onnx, with a model small enough to be written by the test."""

from pathlib import Path

import pytest

from livedesk.adapters.speech.zipformer import ZipformerEngine, words_of
from livedesk.adapters.speech.zipformer_folder import languages_of
from livedesk.core.captions.heard import SAMPLE_RATE
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH
from livedesk.core.ports import SpeechEngine
from tests.adapters.speech.conftest import silence, tones
from tests.contracts.speech_contract import Sound, SpeechEngineContract
from tests.contracts.tiny_zipformer import change_metadata, write_zipformer


class TestZipformer(SpeechEngineContract):
    @pytest.fixture
    def engine(self, zipformer_folder: Path) -> SpeechEngine:
        return ZipformerEngine(zipformer_folder, threads=1)

    @pytest.fixture
    def sound(self) -> Sound:
        return tones("你", "好", "▁OK")


@pytest.fixture
def engine(zipformer_folder: Path) -> ZipformerEngine:
    return ZipformerEngine(zipformer_folder, threads=1)


def test_that_a_hypothesis_grows_while_sound_comes_in(engine: ZipformerEngine) -> None:
    stream = engine.stream(ZH)
    texts = []
    for token in ("你", "好", "▁OK"):
        stream.feed(memoryview(tones(token)))
        stream.feed(memoryview(silence(0.5)))
        texts.append(stream.hypothesis().text)
    assert texts == ["你", "你好", "你好 OK"]
    assert stream.finish().text == "你好 OK"


def test_that_the_last_word_needs_no_silence_after_it(engine: ZipformerEngine) -> None:
    stream = engine.stream(ZH)
    stream.feed(memoryview(tones("你", "好")[: round(1.25 * SAMPLE_RATE)]))
    assert stream.finish().text == "你好"


def test_that_words_stand_where_their_tones_are(engine: ZipformerEngine) -> None:
    stream = engine.stream(ZH)
    stream.feed(memoryview(tones("你", "好", "▁OK")))
    starts = [word.t0_s for word in stream.finish().words]
    assert starts == pytest.approx([0.3, 1.1, 1.9], abs=0.12)


def test_that_silence_is_heard_as_nothing(engine: ZipformerEngine) -> None:
    stream = engine.stream(ZH)
    stream.feed(memoryview(silence(5)))
    assert stream.finish().text == ""


def test_that_tokens_become_words() -> None:
    words = words_of(["▁HE", "LLO", "昨", "天", "▁OK", "3"], [0.1, 0.3, 0.5, 0.7, 0.9, 1.1], [1.0] * 6, 1.4)
    assert [word.text for word in words] == ["HELLO", "昨", "天", " OK3"]
    assert [(word.t0_s, word.t1_s) for word in words] == [(0.1, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.4)]


def test_that_int8_files_are_preferred(tmp_path: Path) -> None:
    folder = write_zipformer(tmp_path / "zh-en", is_int8_named=True)
    for part in ("encoder", "joiner"):
        (folder / f"{part}-epoch-99-avg-1.onnx").write_bytes(b"would not load")
    assert ZipformerEngine(folder, threads=1).model == "zh-en"


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("sherpa-onnx-streaming-zipformer-bilingual-zh-en-2023-02-20", {"zh", "en"}),
        ("sherpa-onnx-streaming-zipformer-fr-2023-04-14", {"fr"}),
        ("sherpa-onnx-streaming-zipformer-korean-2024-06-16", {"ko"}),
        ("my-model", {"zh"}),
    ],
)
def test_that_the_name_tells_the_languages_else_the_tokens(
    tmp_path: Path, name: str, languages: set[str]
) -> None:
    assert languages_of(write_zipformer(tmp_path / name)) == languages


def failure(folder: Path) -> UserFacing:
    with pytest.raises(UserFacing) as raised:
        ZipformerEngine(folder, threads=1)
    return raised.value


def test_that_a_folder_that_is_gone_is_missing(tmp_path: Path) -> None:
    assert failure(tmp_path / "gone").code == ErrorCode.SPEECH_MODEL_MISSING


@pytest.mark.parametrize("part", ["encoder", "decoder", "joiner", "tokens"])
def test_that_half_a_folder_is_no_model(zipformer_folder: Path, part: str) -> None:
    next(zipformer_folder.glob(f"{part}*")).unlink()
    error = failure(zipformer_folder)
    assert error.code == ErrorCode.SPEECH_MODEL_BROKEN
    assert str(error.params["file"]).startswith(part)


@pytest.mark.parametrize("part", ["encoder", "decoder", "joiner"])
def test_that_a_file_that_was_cut_off_is_named(zipformer_folder: Path, part: str) -> None:
    file = next(zipformer_folder.glob(f"{part}*"))
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    error = failure(zipformer_folder)
    assert (error.code, error.params["file"]) == (ErrorCode.SPEECH_MODEL_BROKEN, file.name)


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("encoder", {"T": ""}),
        ("encoder", {"left_context_len": ""}),
        ("encoder", {"num_encoder_layers": "2,,3"}),
        ("encoder", {"decode_chunk_len": "-1"}),
        ("encoder", {"model_type": ""}),
        ("encoder", {"model_type": "whisper"}),
        ("decoder", {"context_size": ""}),
        ("decoder", {"vocab_size": ""}),
    ],
)
def test_that_what_would_end_the_program_is_refused_first(
    zipformer_folder: Path, part: str, values: dict[str, str]
) -> None:
    file = next(zipformer_folder.glob(f"{part}*"))
    change_metadata(file, **values)
    error = failure(zipformer_folder)
    assert (error.code, error.params["file"]) == (ErrorCode.SPEECH_MODEL_BROKEN, file.name)


@pytest.mark.parametrize(
    "tokens",
    ["", "你 1\n", "<blk> 0\n你 0\n", "<blk> 0\n你 two\n", "<blk> 0\n你 2\n", "<blk> 0\n你 1\n"],
)
def test_that_tokens_that_do_not_fit_are_refused(zipformer_folder: Path, tokens: str) -> None:
    (zipformer_folder / "tokens.txt").write_text(tokens, encoding="utf-8")
    error = failure(zipformer_folder)
    assert (error.code, error.params["file"]) == (ErrorCode.SPEECH_MODEL_BROKEN, "tokens.txt")


def test_that_it_is_asked_only_for_what_it_knows(engine: ZipformerEngine) -> None:
    assert engine.languages == {ZH, EN}
    engine.stream(EN)
