"""`livedesk models` and `livedesk selfcheck`."""

import json
from pathlib import Path

import pytest

from livedesk.app.paths import resources
from tests.app.conftest import Cli, start


def test_that_models_on_this_computer_are_listed_with_their_mark(
    cli: Cli, tmp_path: Path, models: Path
) -> None:
    result = cli("--base-dir", tmp_path / "base", "models", "list", "--json", models=models)
    rows = {row["name"]: row for row in json.loads(result.out)}
    assert result.code == 0
    assert (rows["interim-zh-en"]["from"], rows["interim-zh-en"]["to"]) == ("zh", "en")
    assert (rows["interim-zh-en"]["installed"], rows["interim-zh-en"]["listed"]) == (True, False)
    text = cli("--base-dir", tmp_path / "base", "models", "list", models=models).out
    (line,) = (line for line in text.splitlines() if "interim-zh-en" in line)
    assert "not on livedesk's list" in line


def test_that_known_models_that_are_not_there_are_listed_too(cli: Cli, tmp_path: Path) -> None:
    rows = json.loads(cli("--base-dir", tmp_path / "base", "models", "list", "--json").out)
    assert all(row["listed"] for row in rows)
    assert {(row["from"], row["to"]) for row in rows} >= {("zh", "en"), ("en", "zh")}


def test_that_a_model_is_installed_from_a_folder_and_used(cli: Cli, tmp_path: Path, models: Path) -> None:
    base = tmp_path / "我的 数据"
    result = cli("--base-dir", base, "models", "install", models / "interim-zh-en")
    assert result.code == 0
    assert "interim-zh-en: zh > en is installed." in result.out
    assert cli("--base-dir", base, "models", "install", models / "interim-zh-en").code == 0
    translated = cli("--base-dir", base, "translate", "--from", "zh", "--to", "en", "--json", "你好")
    assert json.loads(translated.out)["model"] == "interim-zh-en"


@pytest.mark.parametrize("file", ["vocab.json", "model.safetensors", "config.json"])
def test_that_half_a_model_is_not_installed(cli: Cli, tmp_path: Path, models: Path, file: str) -> None:
    source = tmp_path / "interim-zh-en"
    source.mkdir()
    for path in (models / "interim-zh-en").iterdir():
        if path.is_file() and path.name != file:
            (source / path.name).symlink_to(path)
    base = tmp_path / "base"
    result = cli("--base-dir", base, "models", "install", source)
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "interim-zh-en" in result.err
    assert [p for p in base.rglob("*") if p.is_file()] == []


@pytest.mark.skipif(not list((resources() / "i18n").glob("*.qm")), reason="needs `make i18n`")
def test_that_this_installation_holds_together(tmp_path: Path) -> None:
    with start("selfcheck", cwd=tmp_path) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert all(line.startswith("ok ") for line in out.splitlines())
