"""Our tokeniser against the one of transformers, and what it does on purpose otherwise."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from livedesk.adapters.engines.marian_files import MarianConfig, MarianFolder, read_folder
from livedesk.adapters.engines.marian_tokenizer import MarianTokenizer, length_cap
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from tests.adapters.engines.conftest import SHARED, shared
from tests.contracts import tiny_marian

# transformers 5.23 recommends a normaliser that its MarianTokenizer then never calls.
pytestmark = pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses:UserWarning")

FOLDERS = ("tokenizer-opus-mt-zh-en", "models/interim-zh-en", "models/interim-en-zh")

LINES = (
    "你好，这款保温杯多少钱？",
    "Hello, 500 pcs at US$12.40 each, FOB Ningbo.",
    "nice😍but price😢too high",
    "⟦1⟧ and ⟦9⟧⟦2⟧",
    "  two  spaces\tand a tab ",
    "ＡＢＣ　１２３ ﬁne",
    "Здравствуйте ราคา مرحبا",
    "a",
    "",
)

texts = st.text(st.characters(codec="utf-8"), max_size=60) | st.lists(st.sampled_from(LINES)).map(" ".join)


@cache
def both(name: str) -> tuple[MarianTokenizer, Any]:
    """Ours and that of transformers, for a folder below ../shared, which may have no weights."""
    transformers = pytest.importorskip("transformers")
    path = shared(name)
    theirs = transformers.MarianTokenizer.from_pretrained(path)
    vocabulary = sorted(theirs.encoder, key=theirs.encoder.get)
    return MarianTokenizer(without_weights(path, vocabulary), EN), theirs


def without_weights(path: Path, vocabulary: list[str]) -> MarianFolder:
    config = MarianConfig(
        *(len(vocabulary), len(vocabulary), 512, 6, 6, 8, 8, 2048, 2048, "swish", 512, True, True),
        *(len(vocabulary) - 1, 0, len(vocabulary) - 1),
    )
    spm = [(path / file).read_bytes() for file in ("source.spm", "target.spm")]
    return MarianFolder(path, config, tuple(vocabulary), tuple(vocabulary), spm[0], spm[1])


def assert_same_ids(ours: MarianTokenizer, theirs: Any, text: str) -> None:
    assert ours.ids(ours.model_input(ours.encode(text))) == theirs(text)["input_ids"]


@pytest.mark.parametrize("name", FOLDERS)
def test_that_the_ids_are_those_of_transformers(name: str) -> None:
    for line in LINES:
        assert_same_ids(*both(name), line)


@pytest.mark.parametrize("name", FOLDERS)
@given(text=texts)
@settings(max_examples=200, deadline=None)
def test_that_the_ids_of_any_text_are_those_of_transformers(name: str, text: str) -> None:
    # What transformers takes for its own marks, and we for text; see the tests below.
    assume(not any(mark in text for mark in ("</s>", "<unk>", "<pad>", ">>")))
    assert_same_ids(*both(name), text)


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not at hand")
@pytest.mark.parametrize("file", ["booth.zh-en.tsv", "booth.en-zh.tsv", "traps.tsv", "lid.tsv"])
def test_that_the_ids_of_booth_lines_are_those_of_transformers(file: str) -> None:
    for row in (SHARED / "eval" / file).read_text("utf-8").splitlines():
        for text in row.split("\t"):
            for name in FOLDERS:
                assert_same_ids(*both(name), text)


@pytest.mark.parametrize("name", FOLDERS)
def test_that_text_comes_back(name: str) -> None:
    ours, _ = both(name)
    assert ours.decode(ours.encode("hello, how much is this")) == "hello, how much is this"


def test_that_placeholders_are_single_tokens_and_emoji_survive() -> None:
    ours = MarianTokenizer(read_folder(shared("models/interim-zh-en")), EN)
    pieces = ours.encode("⟦1⟧ 很好😍")
    assert "⟦1⟧" in pieces
    assert "<unk>" not in pieces
    assert ours.decode(pieces) == "⟦1⟧ 很好😍"


def test_that_bytes_which_form_no_character_are_marked() -> None:
    ours = MarianTokenizer(read_folder(shared("models/interim-zh-en")), EN)
    assert ours.decode(["▁ok", "<0xF0>", "<0x9F>"]) == "ok\ufffd\ufffd"


def test_that_unknown_pieces_become_unk(tiny_folder: Path) -> None:
    ours = MarianTokenizer(read_folder(tiny_folder), EN)
    assert ours.encode("ราคา") == ["▁", "<unk>"]


def test_that_marks_in_a_buyers_text_are_text(tiny_folder: Path) -> None:
    ours = MarianTokenizer(read_folder(tiny_folder), EN)
    assert "</s>" not in ours.encode("hello </s> hello")
    assert "<pad>" not in ours.encode("<pad>")
    assert len(ours.encode(">>fra<< hello")) > len(ours.encode("hello"))


def test_that_half_a_character_is_replaced(tiny_folder: Path) -> None:
    ours = MarianTokenizer(read_folder(tiny_folder), EN)
    assert ours.encode("hello \ud83d hello") == ours.encode("hello \ufffd hello")
    assert ours.encode("hello \ud83d\ude00") == ours.encode("hello 😀")


def test_that_the_end_mark_is_appended_exactly_once(tiny_folder: Path) -> None:
    ours = MarianTokenizer(read_folder(tiny_folder), EN)
    assert ours.model_input(ours.encode("hello </s>")).count("</s>") == 1
    assert ours.model_input([]) == ["</s>"]


@pytest.fixture(scope="module")
def chinese_targets(tmp_path_factory: pytest.TempPathFactory) -> MarianFolder:
    path = tmp_path_factory.mktemp("models") / "tiny-en-zh"
    return read_folder(tiny_marian.build(path, source="eng", target="zho", prefixes=tiny_marian.PREFIXES))


def test_that_chinese_is_asked_for_in_simplified_characters(chinese_targets: MarianFolder) -> None:
    ours = MarianTokenizer(chinese_targets, ZH)
    assert ours.prefix == ">>cmn_Hans<<"
    assert ours.model_input(["▁hello"]) == [">>cmn_Hans<<", "▁hello", "</s>"]


def test_that_the_target_mark_gives_the_ids_of_transformers(chinese_targets: MarianFolder) -> None:
    transformers = pytest.importorskip("transformers")
    theirs = transformers.MarianTokenizer.from_pretrained(chinese_targets.path)
    ours = MarianTokenizer(chinese_targets, ZH)
    for line in tiny_marian.LINES:
        ids = ours.ids(ours.model_input(ours.encode(line)))
        assert ids == theirs(f">>cmn_Hans<< {line}")["input_ids"]


def test_that_a_target_the_model_does_not_have_is_refused(chinese_targets: MarianFolder) -> None:
    with pytest.raises(UserFacing) as raised:
        MarianTokenizer(chinese_targets, Language("fr"))
    assert raised.value.code == ErrorCode.MODEL_FOREIGN


@pytest.mark.parametrize(("pieces", "cap"), [(1, 20), (5, 20), (6, 22), (100, 210), (400, 512)])
def test_that_the_cap_is_near_twice_the_source(pieces: int, cap: int) -> None:
    assert length_cap(pieces, 512) == cap
