"""The manifest: the one that is shipped, and broken ones."""

from pathlib import Path

import pytest

from livedesk.adapters.models.manifest import read_manifest
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.model_list import ModelKind
from livedesk.core.translation.route import NoPath, NotInstalled, find_route, is_open

SHIPPED = Path(__file__).resolve().parents[3] / "models" / "manifest.toml"

FILES = "\n".join(
    f'  {{ name = "{name}", sha256 = "", size = 0 }},'
    for name in ("config.json", "model.safetensors", "source.spm", "target.spm", "vocab.json")
)
GOOD = f"""
version = 1
[[model]]
name = "a-zh-en"
kind = "marian"
source = "zho"
target = "en"
licence = "MIT"
repository = "a/b"
homepage = "https://example.org"
has_placeholders = true
files = [
{FILES}
]
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "manifest.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_that_the_shipped_manifest_lists_both_directions() -> None:
    manifest = read_manifest(SHIPPED)
    assert {(ZH, EN), (EN, ZH)} <= manifest.pairs
    for model in (model for model in manifest.models if not model.kind.is_speech):
        # One model of all Romance languages stands in for a Portuguese one.
        assert model.name.endswith(f"{model.source}-{model.target}") or model.name == "opus-mt-roa-en"
        assert model.licence in ("CC-BY-4.0", "Apache-2.0")
        assert model.repository
        assert model.homepage.startswith("https://")


def test_that_no_two_shipped_models_are_for_one_direction() -> None:
    manifest = read_manifest(SHIPPED)
    assert len(manifest.pairs) == sum(not model.kind.is_speech for model in manifest.models)


def test_that_the_shipped_manifest_lists_speech_models_that_may_be_passed_on() -> None:
    speech = [model for model in read_manifest(SHIPPED).models if model.kind.is_speech]
    assert {model.kind for model in speech} == {ModelKind.WHISPER, ModelKind.ZIPFORMER}
    assert {model.licence for model in speech} <= {"MIT", "Apache-2.0"}
    assert all(model.size for model in speech)


def test_that_a_speech_model_has_a_second_source_that_is_known_to_the_last_byte() -> None:
    base = read_manifest(SHIPPED).model("whisper-base")
    assert base is not None
    assert all(file.sha256 and file.size for file in (*base.files, *base.wheels))
    parts = [name for wheel in base.wheels for _, name in wheel.members]
    assert set(parts) == {file.name for file in base.files}
    assert parts.count("model.bin") == 2


@pytest.mark.parametrize(
    "code", ["es", "fr", "pt", "ru", "ar", "de", "it", "tr", "hi", "id", "vi", "ja", "nl"]
)
def test_that_an_exporters_languages_can_be_read_and_answered_through_the_shipped_list(code: str) -> None:
    pairs = read_manifest(SHIPPED).pairs
    for source, target in ((ZH, Language(code)), (Language(code), ZH), (EN, Language(code))):
        assert isinstance(find_route(source, target, frozenset(), pairs), NotInstalled)
        assert is_open(find_route(source, target, pairs, frozenset()))


@pytest.mark.parametrize("code", ["ko", "th", "pl"])
def test_that_languages_without_a_model_from_english_can_only_be_read(code: str) -> None:
    pairs = read_manifest(SHIPPED).pairs
    assert isinstance(find_route(Language(code), ZH, frozenset(), pairs), NotInstalled)
    assert isinstance(find_route(ZH, Language(code), frozenset(), pairs), NoPath)


def test_that_a_model_without_files_lists_those_that_every_model_has(tmp_path: Path) -> None:
    start = GOOD.index("files = [")
    short = read_manifest(write(tmp_path, GOOD[:start])).models[0]
    assert short == read_manifest(write(tmp_path, GOOD)).models[0]


def test_that_a_manifest_is_read(tmp_path: Path) -> None:
    manifest = read_manifest(write(tmp_path, GOOD))
    model = manifest.model("a-zh-en")
    assert model is not None
    assert (model.source, model.target, model.has_placeholders) == (ZH, EN, True)
    assert [file.name for file in model.files][1] == "model.safetensors"
    assert manifest.model("b") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version = 1", "version = 2"),
        ("version = 1", ""),
        ("version = 1", "version = 1\nextra = 2"),
        ("[[model]]", "[[models]]"),
        ("[[model]]", "[[model]"),
        ('name = "a-zh-en"', ""),
        ('name = "a-zh-en"', 'name = "../a"'),
        ('name = "a-zh-en"', 'name = ".a"'),
        ('name = "a-zh-en"', "name = 5"),
        ('kind = "marian"', 'kind = "nllb"'),
        ('source = "zho"', 'source = "klingon"'),
        ('licence = "MIT"', 'license = "MIT"'),
        ('licence = "MIT"', 'licence = ""'),
        ('sha256 = ""', 'sha265 = ""'),
        ('sha256 = ""', 'sha256 = "abc"'),
        ('sha256 = ""', f'sha256 = "{"G" * 64}"'),
        ("size = 0", "size = -1"),
        ("size = 0", 'size = "0"'),
        ('"vocab.json"', '"../vocab.json"'),
        ('"vocab.json"', '"/vocab.json"'),
        ('"vocab.json"', '"vocabulary.json"'),
    ],
)
def test_that_a_broken_manifest_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(UserFacing) as raised:
        read_manifest(path)
    assert raised.value.code == ErrorCode.MANIFEST_BROKEN
    assert raised.value.params["file"] == str(path)


SPEECH = """
version = 1
[[model]]
name = "zipformer-zh-en"
kind = "zipformer"
languages = ["zh", "en"]
licence = "MIT"
repository = "a/b"
homepage = "https://example.org"
about_mb = 7
files = [{{ name = "tokens.txt", sha256 = "{a}", size = 1 }}]
[[model.wheels]]
project = "a-b"
file = "a_b-1-py3-none-any.whl"
sha256 = "{a}"
size = 5
[model.wheels.members]
"a_b/tokens.txt" = "tokens.txt"
""".format(a="a" * 64)


def test_that_a_speech_model_is_read_with_its_packages(tmp_path: Path) -> None:
    (model,) = read_manifest(write(tmp_path, SPEECH)).models
    assert (model.kind, model.source, model.languages) == (ModelKind.ZIPFORMER, None, (ZH, EN))
    assert (model.revision, model.about_bytes, model.size) == ("main", 7_000_000, 1)
    assert model.wheels[0].members == (("a_b/tokens.txt", "tokens.txt"),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('languages = ["zh", "en"]', ""),
        ('languages = ["zh", "en"]', 'languages = ["klingon"]'),
        ("about_mb = 7", "about_mb = -7"),
        ("about_mb = 7", "about_mb = true"),
        ("about_mb = 7", "has_placeholders = true"),
        ("size = 5", "size = 0"),
        ('"a_b-1-py3-none-any.whl"', '"../a.whl"'),
        ('"a_b/tokens.txt" = "tokens.txt"', '"a_b/tokens.txt" = "other.txt"'),
        ('project = "a-b"', 'project = ""'),
        ('project = "a-b"', ""),
        ("files = [{", "files = [] #"),
    ],
)
def test_that_a_broken_speech_entry_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in SPEECH
    with pytest.raises(UserFacing) as raised:
        read_manifest(write(tmp_path, SPEECH.replace(old, new, 1)))
    assert raised.value.code == ErrorCode.MANIFEST_BROKEN


def test_that_a_name_listed_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserFacing):
        read_manifest(write(tmp_path, GOOD + GOOD.replace("version = 1", "")))


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"", b"version = 1"])
def test_that_garbage_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.toml").write_bytes(data)
    with pytest.raises(UserFacing):
        read_manifest(tmp_path / "manifest.toml")


def test_that_a_missing_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserFacing) as raised:
        read_manifest(tmp_path / "gone.toml")
    assert raised.value.code == ErrorCode.MANIFEST_BROKEN
