"""The engine contract, for the fake and for both libraries, on a tiny model and on the interim pair."""

from dataclasses import replace
from pathlib import Path

import ctranslate2
import pytest

from livedesk.adapters.engines.marian_convert import converted
from livedesk.adapters.engines.marian_ct2 import MarianCt2
from livedesk.adapters.engines.marian_files import MarianFolder, read_folder
from livedesk.adapters.engines.marian_tokenizer import MarianTokenizer
from livedesk.core.errors import ErrorCode, Unavailable, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import TranslationEngine
from tests.adapters.engines.conftest import SHARED, shared
from tests.contracts import tiny_marian
from tests.contracts.engine_contract import EngineContract
from tests.contracts.fakes import FakeEngine


def open_ct2(folder: MarianFolder, target: Language, cache: Path) -> MarianCt2:
    return MarianCt2(folder, target, is_listed=True, cache=cache, threads=1)


def open_transformers(folder: MarianFolder, target: Language) -> TranslationEngine:
    pytest.importorskip("torch")
    from livedesk.adapters.engines.marian_transformers import MarianTransformers

    return MarianTransformers(folder, target, is_listed=True, threads=1)


class TestFake(EngineContract):
    @pytest.fixture
    def engine(self) -> TranslationEngine:
        return FakeEngine(EN)


class TestCt2OnTiny(EngineContract):
    @pytest.fixture
    def engine(self, tiny_folder: Path, cache: Path) -> TranslationEngine:
        return open_ct2(read_folder(tiny_folder), EN, cache)


class TestTransformersOnTiny(EngineContract):
    @pytest.fixture
    def engine(self, tiny_folder: Path) -> TranslationEngine:
        return open_transformers(read_folder(tiny_folder), EN)


@pytest.mark.parametrize("pair", ["zh-en", "en-zh"])
class TestCt2OnInterim(EngineContract):
    @pytest.fixture
    def engine(self, pair: str, cache: Path) -> TranslationEngine:
        return open_ct2(read_folder(shared(f"models/interim-{pair}")), Language(pair[-2:]), cache)


@pytest.mark.parametrize("pair", ["zh-en", "en-zh"])
class TestTransformersOnInterim(EngineContract):
    @pytest.fixture
    def engine(self, pair: str) -> TranslationEngine:
        return open_transformers(read_folder(shared(f"models/interim-{pair}")), Language(pair[-2:]))


def test_that_without_the_end_mark_the_model_runs_on_and_with_it_it_ends(cache: Path) -> None:
    """The `</s>` trap: CTranslate2 appends nothing (`add_source_eos` is false in these models)."""
    folder = read_folder(shared("models/interim-zh-en"))
    tokenizer = MarianTokenizer(folder, EN)
    translator = ctranslate2.Translator(str(converted(folder, cache)), compute_type="int8", intra_threads=1)
    rows = (SHARED / "eval/booth.zh-en.tsv").read_text("utf-8").splitlines()[:40]
    pieces = [tokenizer.encode(row.split("\t")[0]) for row in rows]

    def endless(inputs: list[list[str]]) -> int:
        results = translator.translate_batch(
            inputs, beam_size=1, max_decoding_length=100, return_end_token=True
        )
        return sum(result.hypotheses[0][-1] != "</s>" for result in results)

    assert endless(pieces) >= 8
    assert endless([tokenizer.model_input(line) for line in pieces]) <= 2


def test_that_int8_mostly_gives_what_float32_gives(cache: Path) -> None:
    folder = read_folder(shared("models/interim-zh-en"))
    exact = MarianCt2(folder, EN, is_listed=True, cache=cache, threads=1, precision="float32")
    quick = open_ct2(folder, EN, cache)
    rows = (SHARED / "eval/booth.zh-en.tsv").read_text("utf-8").splitlines()[:40]
    lines = [row.split("\t")[0] for row in rows]
    same = sum(a == b for a, b in zip(exact.translate(lines), quick.translate(lines), strict=True))
    assert 20 <= same < 40


@pytest.mark.parametrize("library", ["ct2", "transformers"])
def test_that_an_error_of_the_library_is_a_code(library: str, tmp_path: Path) -> None:
    """A folder that promises more positions than its model was made with: the library fails in mid-call."""
    folder = read_folder(tiny_marian.build(tmp_path / "tiny-zh-en", max_positions=32))
    cache = tmp_path / "cache"
    stretched = replace(folder, config=replace(folder.config, max_positions=512))
    if library == "ct2":
        converted(folder, cache)
        engine: TranslationEngine = open_ct2(stretched, EN, cache)
    else:
        engine = open_transformers(stretched, EN)
    with pytest.raises(Unavailable) as raised:
        engine.translate(["hello how much " * 20])
    assert (raised.value.part, raised.value.code) == ("translation", ErrorCode.ENGINE_FAILED)
    assert len(engine.translate(["起", "量"])) == 2  # and it goes on with the next lines


def test_that_a_model_with_other_targets_is_refused(tmp_path: Path, cache: Path) -> None:
    folder = read_folder(tiny_marian.build(tmp_path / "tiny-en-zh", prefixes=tiny_marian.PREFIXES))
    assert open_ct2(folder, ZH, cache).translate(["hello"])
    with pytest.raises(UserFacing) as raised:
        open_ct2(folder, EN, cache)
    assert raised.value.code == ErrorCode.MODEL_FOREIGN
