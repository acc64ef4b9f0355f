"""Base folders that are odd, closed, taken or damaged: each is told, and nothing of the user's is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.conftest import ROOT, Cli

REHEARSE = ("rehearse", "--headless", "--speed", 200, "--booth")


def test_that_spaces_and_chinese_characters_in_the_base_folder_do_no_harm(
    cli: Cli, tmp_path: Path, small_booth: Path, models: Path
) -> None:
    base = tmp_path / "我的 展位 数据 (2026)"
    booth = small_booth.rename(tmp_path / "样板 展位")
    assert cli("--base-dir", base, *REHEARSE, booth, models=models).code == 0
    (session,) = json.loads(cli("--base-dir", base, "sessions", "--json").out)
    assert session["captions"] == 3
    out = tmp_path / "字幕 文件.srt"
    assert cli("--base-dir", base, "export", "--format", "srt", "--out", out).code == 0
    assert out.exists()
    assert cli("--base-dir", base, "doctor", models=models).code == 0


def test_that_a_relative_base_folder_is_taken_from_here(cli: Cli, tmp_path: Path, small_booth: Path) -> None:
    assert cli("--base-dir", "mine", *REHEARSE, small_booth).code == 0
    assert (tmp_path / "here" / "mine" / "livedesk.db").exists()


def test_that_a_base_folder_that_cannot_be_made_is_told(cli: Cli, tmp_path: Path, small_booth: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    base = tmp_path / "file" / "base"
    result = cli("--base-dir", base, *REHEARSE, small_booth)
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "--base-dir" in result.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_that_a_read_only_base_folder_is_told(cli: Cli, tmp_path: Path, small_booth: Path) -> None:
    base = tmp_path / "base"
    base.mkdir(mode=0o555)
    result = cli("--base-dir", base, *REHEARSE, small_booth, "--out", tmp_path / "out")
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert f"livedesk cannot write to {base}" in result.err
    assert list(base.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="a file system that takes no folders, from anybody")
def test_that_a_base_folder_on_a_read_only_disk_is_told(cli: Cli, small_booth: Path, tmp_path: Path) -> None:
    result = cli("--base-dir", "/sys/livedesk", *REHEARSE, small_booth, "--out", tmp_path / "out")
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert "livedesk cannot write to /sys/livedesk" in result.err


def test_that_a_second_instance_is_refused_and_told_who_holds_the_data(
    cli: Cli, tmp_path: Path, small_booth: Path
) -> None:
    base = tmp_path / "base"
    code = (
        "import sys, pathlib\n"
        "from livedesk.adapters.store.instance_lock import InstanceLock\n"
        "with InstanceLock(pathlib.Path(sys.argv[1])):\n"
        "    print('locked', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(base)],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "locked\n"
        result = cli("--base-dir", base, *REHEARSE, small_booth)
        assert result.code == 1
        assert result.is_clear
        assert f"process {holder.pid}" in result.err
        holder.stdin.close()
        holder.stdin = None
    assert cli("--base-dir", base, *REHEARSE, small_booth).code == 0


@pytest.mark.parametrize("command", [("sessions",), ("export",), REHEARSE], ids=lambda c: c[0])
def test_that_a_damaged_database_is_kept_aside_and_told(
    cli: Cli, rehearsed: Path, small_booth: Path, command: tuple[object, ...]
) -> None:
    database = rehearsed / "livedesk.db"
    data = bytearray(database.read_bytes())
    data[100:] = os.urandom(len(data) - 100)
    database.write_bytes(data)
    result = cli("--base-dir", rehearsed, *command, *([small_booth] if command is REHEARSE else []))
    (kept,) = (p for p in rehearsed.iterdir() if ".damaged-" in p.name)
    assert kept.read_bytes() == data
    assert str(kept) in result.err
    assert "Traceback" not in result.err
    assert result.code == (1 if command == ("export",) else 0)


def test_that_data_of_a_newer_livedesk_is_not_touched(cli: Cli, rehearsed: Path, small_booth: Path) -> None:
    database = rehearsed / "livedesk.db"
    data = bytearray(database.read_bytes())
    data[60:64] = (9_999).to_bytes(4, "big")
    database.write_bytes(data)
    for command in (("sessions",), ("export",), (*REHEARSE, small_booth)):
        result = cli("--base-dir", rehearsed, *command)
        assert result.code == 1
        assert result.is_clear
        assert "newer" in result.err
    assert database.read_bytes() == data


@pytest.mark.parametrize(
    ("text", "is_aside"),
    [
        ("{not json", True),
        ("[]", True),
        ("\x00\x00", True),
        ('{"theme": "pink", "threads": -3}', False),
        ('{"audience_languages": "en"}', False),
    ],
)
def test_that_broken_settings_are_told_and_the_desk_starts(
    cli: Cli, tmp_path: Path, small_booth: Path, text: str, is_aside: bool
) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    result = cli("--base-dir", tmp_path, *REHEARSE, small_booth)
    assert result.code == 0
    assert "Some settings could not be used" in result.err
    assert any(".broken-" in p.name for p in tmp_path.iterdir()) == is_aside


def test_that_an_engine_that_is_not_installed_is_told(
    cli: Cli, tmp_path: Path, small_booth: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from livedesk.adapters.engines import registry

    monkeypatch.setattr(registry, "find_spec", lambda module: None)
    result = cli("--base-dir", tmp_path / "base", *REHEARSE, small_booth)
    assert result.code == 0
    assert "The engine ct2 is not installed" in result.err
    assert not (tmp_path / "base" / "reports").exists()
    (session,) = json.loads(cli("--base-dir", tmp_path / "base", "sessions", "--json").out)
    assert session["captions"] == 3
