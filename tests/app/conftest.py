"""The command line in this process and in one of its own, and folders for it to work on."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from livedesk.app.cli import main
from livedesk.app.paths import MODELS_VARIABLE

ROOT = Path(__file__).parents[2]
MODELS = ROOT.parent / "shared" / "models"

Cli = Callable[..., "Result"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def is_clear(self) -> bool:
        """Whether the message is one sentence for a person, and no report of a bug."""
        lines = self.err.strip().splitlines()
        return bool(lines) and lines[-1].startswith("livedesk: ") and "Traceback" not in self.err


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Cli:
    """Run a command in this process, in an empty folder; without `env`, where no model is to be found."""

    def run(*arguments: object, stdin: bytes = b"", models: Path | None = None) -> Result:
        here = tmp_path / "here"
        here.mkdir(exist_ok=True)
        monkeypatch.chdir(here)
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
        monkeypatch.setenv(MODELS_VARIABLE, str(models or ""))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="ascii", newline="\n"))
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def models() -> Path:
    """Where an interim pair lies, outside the repository."""
    if not (MODELS / "interim-zh-en").is_dir():
        pytest.skip("needs the interim models in ../shared/models")
    return MODELS


def _environment(cwd: Path) -> dict[str, str]:
    here = {"XDG_DATA_HOME": str(cwd / "home"), "PYTHONPATH": str(ROOT), MODELS_VARIABLE: ""}
    return {**os.environ, **here}


def start(*arguments: object, cwd: Path, stdin: Path | None = None) -> "subprocess.Popen[str]":
    """Start `livedesk` in a process of its own; `stdin` is what it reads, else a pipe."""
    command = [sys.executable, "-m", "livedesk", *map(str, arguments)]
    with stdin.open("rb") if stdin else contextlib.nullcontext(subprocess.PIPE) as source:
        return subprocess.Popen(
            command,
            cwd=cwd,
            env=_environment(cwd),
            text=True,
            encoding="utf-8",
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


def run_python(code: str, cwd: Path, arguments: Sequence[object] = ()) -> Result:
    """Run `code` in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=cwd,
        env=_environment(cwd),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


SMALL_TAPE = """\
{"at": 0.0, "host": {"text": "大家好，欢迎来到我们的直播间。", "seconds": 3.0}}
{"at": 1.0, "chat": {"source": "phone", "id": "p-1", "name": "Maria", "text": "hello, what is the price?"}}
{"at": 4.0, "pin": "A-1"}
{"at": 5.0, "host": {"text": "起订量一万二千个。", "seconds": 3.0}}
{"at": 6.0, "chat": {"source": "phone", "id": "p-1", "name": "Maria", "text": "hello, what is the price?"}}
{"at": 7.0, "chat": {"source": "youtube", "id": "y-1", "name": "John", "text": "🔥🔥🔥"}}
{"at": 9.0, "reply": {"to": "p-1", "text": "四美元"}}
{"at": 10.0, "host": {"text": "谢谢大家。", "seconds": 2.0}}
"""


@pytest.fixture
def small_booth(tmp_path: Path) -> Path:
    """A booth with one product and a tape of twelve seconds."""
    return _write_small_booth(tmp_path)


def _write_small_booth(parent: Path) -> Path:
    folder = parent / "booth"
    (folder / "pictures").mkdir(parents=True)
    (folder / "booth.toml").write_text(
        'host_language = "zh"\naudience_languages = ["en"]\n[name]\nen = "Mugs & Co"\nzh = "杯子公司"\n',
        encoding="utf-8",
    )
    (folder / "products.csv").write_text(
        "sku,number,name_en,name_zh,moq,tier1_qty,tier1_price\nA-1,1,Mug,杯子,500,500,1.20\n",
        encoding="utf-8",
    )
    (folder / "tape.jsonl").write_text(SMALL_TAPE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def _rehearsed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rehearsed")
    base, booth = folder / "base", _write_small_booth(folder)
    done = run_python(
        "import sys; from livedesk.app.cli import main; sys.exit(main(sys.argv[1:]))",
        folder,
        ["--base-dir", base, "rehearse", "--headless", "--speed", 200, "--booth", booth],
    )
    assert done.code == 0, done.err
    return base


@pytest.fixture
def rehearsed(_rehearsed_once: Path, tmp_path: Path) -> Path:
    """A base folder that holds one rehearsed session."""
    return shutil.copytree(_rehearsed_once, tmp_path / "base")
