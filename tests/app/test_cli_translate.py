"""`livedesk translate`: the desk's own translator, line by line."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from livedesk.app.cli import main
from tests.app.conftest import Cli, Result

KEYS = ["source", "text", "from", "to", "warnings", "ms", "engine", "model"]
ZH_EN = ("translate", "--from", "zh", "--to", "en")


def _json(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.out.splitlines()]


# --- with a model ---


def test_that_a_line_is_translated(cli: Cli, models: Path) -> None:
    result = cli(*ZH_EN, "--json", "你好", models=models)
    (line,) = _json(result)
    assert result.code == 0
    assert list(line) == KEYS
    assert (line["source"], line["from"], line["to"], line["engine"]) == ("你好", "zh", "en", "ct2")
    assert line["text"].strip()
    assert line["model"] == "interim-zh-en"


def test_that_a_model_that_is_not_listed_is_marked(cli: Cli, models: Path) -> None:
    assert "interim-zh-en is not a listed model" in cli(*ZH_EN, "你好", models=models).err


def test_that_lines_come_from_standard_input(cli: Cli, models: Path) -> None:
    result = cli(*ZH_EN, "--json", "-", stdin="你好\n\n   \n好的\n".encode(), models=models)
    lines = _json(result)
    assert [line["source"] for line in lines] == ["你好", "", "   ", "好的"]
    assert result.code == 0


def test_that_without_text_lines_come_from_standard_input(cli: Cli, models: Path) -> None:
    assert len(_json(cli(*ZH_EN, "--json", stdin="你好\n好的".encode(), models=models))) == 2


def test_that_a_byte_order_mark_is_no_text(cli: Cli, models: Path) -> None:
    (line,) = _json(cli(*ZH_EN, "--json", "-", stdin=b"\xef\xbb\xbf" + "你好\n".encode(), models=models))
    assert line["source"] == "你好"


def test_that_broken_bytes_on_standard_input_cost_only_themselves(cli: Cli, models: Path) -> None:
    lines = _json(cli(*ZH_EN, "--json", "-", stdin="你好\n".encode() + b"\xff\xfe\n", models=models))
    assert [line["source"] for line in lines] == ["你好", "\ufffd\ufffd"]


def test_that_a_blank_line_stays_one_and_invents_nothing(cli: Cli, models: Path) -> None:
    result = cli(*ZH_EN, "--json", "-", stdin=b"\n --- \n", models=models)
    for line in _json(result):
        assert line["text"].strip() == line["source"].strip()
        assert [w["kind"] for w in line["warnings"]] == ["nothing_to_translate"]
    assert result.code == 0


def test_that_text_needs_no_json(cli: Cli, models: Path) -> None:
    result = cli(*ZH_EN, "👍", "🔥", models=models)
    assert result.out.splitlines() == ["👍", "🔥"]


def test_that_a_model_can_be_named_by_its_folder(cli: Cli, models: Path) -> None:
    (line,) = _json(cli(*ZH_EN, "--json", "--model", models / "interim-zh-en", "你好"))
    assert line["model"] == "interim-zh-en"


def test_that_language_codes_may_be_written_large(cli: Cli, models: Path) -> None:
    (line,) = _json(cli("translate", "--from", "ZH", "--to", "En", "--json", "你好", models=models))
    assert (line["from"], line["to"]) == ("zh", "en")


# --- without ---


def test_that_the_same_language_needs_no_model(cli: Cli) -> None:
    result = cli("translate", "--from", "zh", "--to", "zh", "--json", "你好")
    (line,) = _json(result)
    assert (result.code, line["text"]) == (0, "你好")
    assert [w["kind"] for w in line["warnings"]] == ["same_language"]


def test_that_without_a_model_it_says_so(cli: Cli, tmp_path: Path) -> None:
    result = cli("--base-dir", tmp_path / "base", *ZH_EN, "你好")
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "zh to en" in result.err


@pytest.mark.parametrize("what", ["missing", "empty", "foreign", "a file"])
def test_that_a_folder_that_is_no_model_is_refused(cli: Cli, tmp_path: Path, what: str) -> None:
    folder = tmp_path / "my model"
    if what == "a file":
        folder.write_text("not a folder", encoding="utf-8")
    elif what != "missing":
        folder.mkdir()
    if what == "foreign":
        (folder / "config.json").write_text('{"model_type": "bert"}', encoding="utf-8")
    result = cli("--base-dir", tmp_path / "base", *ZH_EN, "--model", folder, "你好")
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "my model" in result.err


def test_that_a_truncated_model_is_refused(cli: Cli, tmp_path: Path, models: Path) -> None:
    folder = tmp_path / "interim-zh-en"
    folder.mkdir()
    for file in (models / "interim-zh-en").iterdir():
        if file.is_file():
            data = file.read_bytes()
            half = len(data) // 2 if file.name == "model.safetensors" else len(data)
            (folder / file.name).write_bytes(data[:half])
    result = cli("--base-dir", tmp_path / "base", *ZH_EN, "--model", folder, "你好")
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "model.safetensors" in result.err


def test_that_a_closed_standard_input_is_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["--base-dir", str(tmp_path / "base"), "translate", "--from", "zh", "--to", "zh"]) == 0
    assert capsys.readouterr() == ("", "")


def test_that_the_line_ends_of_windows_are_no_part_of_a_line(cli: Cli) -> None:
    result = cli("translate", "--from", "zh", "--to", "zh", "--json", stdin="你好\r\n".encode())
    assert json.loads(result.out)["source"] == "你好"
