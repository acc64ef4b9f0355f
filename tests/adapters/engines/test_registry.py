"""Which engine a direction gets, and what is said where there is none."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.engines.registry import ENGINES, Engines, threads_beside_window
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import NoEngine
from livedesk.core.translation.model import InstalledModel

ES = Language("es")


def model(
    path: Path, source: Language = ZH, target: Language = EN, *, is_listed: bool = True
) -> InstalledModel:
    return InstalledModel(path.name, path, source, target, is_listed, has_placeholders=False, licence="")


def engines(cache: Path, *models: InstalledModel, engine: str = "ct2") -> Engines:
    return Engines(models, engine, cache, 1, frozenset({(ZH, EN), (EN, ZH)}))


def test_that_a_direction_is_opened_once_and_kept(tiny_folder: Path, cache: Path) -> None:
    source = engines(cache, model(tiny_folder))
    first = source.engine(ZH, EN)
    assert source.engine(ZH, EN) is first
    assert (first.model, first.engine, first.is_listed) == (tiny_folder.name, "ct2", True)


def test_that_the_reference_engine_is_opened_by_name(tiny_folder: Path, cache: Path) -> None:
    pytest.importorskip("torch")
    opened = engines(cache, model(tiny_folder), engine="transformers").engine(ZH, EN)
    assert opened.engine == "transformers"
    assert opened.translate(["你好"])


def test_that_closing_closes_what_was_opened(tiny_folder: Path, cache: Path) -> None:
    source = engines(cache, model(tiny_folder))
    opened = source.engine(ZH, EN)
    source.close()
    with pytest.raises(Exception, match="stopped"):
        opened.translate(["你好"])


@pytest.mark.parametrize(("pair", "is_installable"), [((EN, ZH), True), ((ZH, ES), False)])
def test_that_a_direction_without_a_model_says_whether_one_could_be_installed(
    tiny_folder: Path, cache: Path, pair: tuple[Language, Language], is_installable: bool
) -> None:
    with pytest.raises(NoEngine) as raised:
        engines(cache, model(tiny_folder)).engine(*pair)
    assert raised.value.is_installable is is_installable
    assert raised.value.code == ""


def test_that_it_says_which_directions_are_installed_and_which_could_be(
    tiny_folder: Path, cache: Path, tmp_path: Path
) -> None:
    broken = Path(shutil.copytree(tiny_folder, tmp_path / "broken-en-es"))
    (broken / "vocab.json").unlink()
    source = engines(cache, model(tiny_folder), model(broken, EN, ES))
    assert source.directions() == {(ZH, EN), (EN, ES)}
    assert source.installable() == {(ZH, EN), (EN, ZH)}


def test_that_a_listed_model_goes_before_an_unlisted_one(
    tiny_folder: Path, cache: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(tiny_folder, tmp_path / "other-zh-en"))
    source = engines(cache, model(other, is_listed=False), model(tiny_folder))
    assert source.engine(ZH, EN).model == tiny_folder.name


def test_that_an_unlisted_model_says_so(tiny_folder: Path, cache: Path) -> None:
    assert not engines(cache, model(tiny_folder, is_listed=False)).engine(ZH, EN).is_listed


@pytest.mark.parametrize("engine", ["ct2", "transformers"])
@pytest.mark.parametrize("has_placeholders", [True, False])
def test_that_an_engine_says_whether_its_model_copies_placeholders(
    tiny_folder: Path, cache: Path, engine: str, has_placeholders: bool
) -> None:
    if engine == "transformers":
        pytest.importorskip("torch")
    known = replace(model(tiny_folder), has_placeholders=has_placeholders)
    assert engines(cache, known, engine=engine).engine(ZH, EN).has_placeholders is has_placeholders


def test_that_a_broken_model_is_named_and_stays_so_until_asked_anew(
    tiny_folder: Path, cache: Path, tmp_path: Path
) -> None:
    broken = Path(shutil.copytree(tiny_folder, tmp_path / "broken-zh-en"))
    (broken / "vocab.json").unlink()
    source = engines(cache, model(broken))
    for _ in range(2):
        with pytest.raises(NoEngine) as raised:
            source.engine(ZH, EN)
        assert raised.value.code == ErrorCode.MODEL_INCOMPLETE
        assert "vocab.json" in raised.value.detail
        assert raised.value.is_installable
        shutil.copy(tiny_folder / "vocab.json", broken)  # mended, but this source has made up its mind
    assert engines(cache, model(broken)).engine(ZH, EN)


def test_that_a_cache_that_cannot_be_written_is_said(tiny_folder: Path, unwritable_folder: Path) -> None:
    with pytest.raises(NoEngine) as raised:
        engines(unwritable_folder / "cache", model(tiny_folder)).engine(ZH, EN)
    assert raised.value.code == ErrorCode.FOLDER_NOT_WRITABLE


def test_that_an_unknown_engine_is_refused(cache: Path) -> None:
    with pytest.raises(UserFacing) as raised:
        engines(cache, engine="moses")
    assert raised.value.code == ErrorCode.BAD_INPUT


def test_that_an_engine_without_its_library_says_so(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(UserFacing) as raised:
        engines(cache, engine="transformers")
    assert (raised.value.code, raised.value.params["engine"]) == (
        ErrorCode.ENGINE_NOT_INSTALLED,
        "transformers",
    )


def test_that_one_core_is_left_to_the_window() -> None:
    assert threads_beside_window() >= 1
    assert set(ENGINES) == {"ct2", "transformers"}
