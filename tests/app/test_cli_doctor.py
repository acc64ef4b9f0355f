"""`livedesk doctor`: what is there, what is not, and what to do."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from livedesk.app.doctor import Check, verdict
from tests.app.conftest import Cli, Result, run_python
from tests.contracts.tiny_whisper import write_whisper

NAMES = ["python", "qt", "audio", "speech", "models", "data folder", "disk"]


def _checks(result: Result) -> dict[str, dict[str, Any]]:
    found = json.loads(result.out)
    assert set(found) == {"verdict", "checks"}
    assert all(set(c) == {"name", "verdict", "found", "todo"} for c in found["checks"])
    assert all(bool(c["todo"]) == (c["verdict"] != "ok") for c in found["checks"])
    return {c["name"]: c for c in found["checks"]}


def test_that_the_doctor_looks_at_every_part(cli: Cli, tmp_path: Path) -> None:
    result = cli("--base-dir", tmp_path / "base", "doctor", "--json")
    checks = _checks(result)
    assert list(checks) == NAMES
    assert result.code == 0
    assert checks["models"]["verdict"] == "warn"
    assert "livedesk models install" in checks["models"]["todo"]


def test_that_a_missing_speech_model_is_told_with_what_to_do(cli: Cli, tmp_path: Path) -> None:
    check = _checks(cli("--base-dir", tmp_path / "base", "doctor", "--json"))["speech"]
    assert check["verdict"] == "warn"
    assert "livedesk models install whisper-base" in check["todo"]


def test_that_a_speech_model_is_found_and_one_that_is_not_listed_marked(cli: Cli, tmp_path: Path) -> None:
    write_whisper(tmp_path / "models" / "whisper-mine")
    check = _checks(cli("doctor", "--json", models=tmp_path / "models"))["speech"]
    assert check["verdict"] == "warn"
    assert check["found"].startswith("zh: whisper-mine")


def test_that_the_text_says_the_same(cli: Cli, tmp_path: Path) -> None:
    result = cli("--base-dir", tmp_path / "base", "doctor")
    assert [line.split()[0] for line in result.out.splitlines() if not line.startswith(" ")] == [
        c["verdict"] for c in _checks(cli("--base-dir", tmp_path / "base", "doctor", "--json")).values()
    ]


def test_that_an_installed_model_is_found(cli: Cli, tmp_path: Path, models: Path) -> None:
    result = cli("--base-dir", tmp_path / "base", "doctor", "--json", models=models)
    found = [c for c in json.loads(result.out)["checks"] if c["name"] == "models"]
    assert {c["found"].split(":")[0] for c in found} == {"zh > en", "en > zh"}


def test_that_a_folder_that_takes_no_files_fails(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = cli("--base-dir", tmp_path / "file" / "base", "doctor", "--json")
    assert result.code == 1
    assert _checks(result)["data folder"]["verdict"] == "fail"


def test_that_broken_settings_are_told_and_left_alone(cli: Cli, tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text("{not json", encoding="utf-8")
    assert _checks(cli("--base-dir", tmp_path, "doctor", "--json"))["settings"]["verdict"] == "warn"
    assert settings.read_text(encoding="utf-8") == "{not json"


def test_that_the_doctor_changes_nothing_that_lasts(cli: Cli, tmp_path: Path) -> None:
    cli("--base-dir", tmp_path / "new" / "base", "doctor")
    assert not (tmp_path / "new").exists()


def test_that_a_broken_audio_library_is_a_warning(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sounddevice

    def broken() -> None:
        raise sounddevice.PortAudioError("Error querying device", -9996)

    monkeypatch.setattr(sounddevice, "query_devices", broken)
    assert _checks(cli("--base-dir", tmp_path, "doctor", "--json"))["audio"]["verdict"] == "warn"


def test_that_a_missing_qt_fails_and_says_what_to_install(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6", None)
    result = cli("--base-dir", tmp_path, "doctor", "--json")
    assert result.code == 1
    assert "PySide6-Essentials" in _checks(result)["qt"]["todo"]


@pytest.mark.parametrize(
    ("verdicts", "worst"), [(["ok", "ok"], "ok"), (["ok", "warn"], "warn"), (["warn", "fail", "ok"], "fail")]
)
def test_that_the_worst_verdict_counts(verdicts: list[Any], worst: str) -> None:
    assert verdict([Check("part", v, "") for v in verdicts]) == worst


def test_that_the_doctor_loads_no_torch(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom livedesk.app.cli import main\nmain(sys.argv[1:])\nassert 'torch' not in sys.modules"
    )
    assert run_python(code, tmp_path, ["--base-dir", tmp_path / "base", "doctor"]).code == 0
