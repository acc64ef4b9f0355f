"""Verifying and installing from a folder: whole and right, or not at all."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.install import install_from_folder
from livedesk.adapters.models.manifest import Manifest
from livedesk.adapters.models.verify import verify
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH
from livedesk.core.translation.model import REQUIRED_FILES, InstalledModel
from tests.adapters.models.conftest import NAME

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def stick(built: Path, tmp_path: Path) -> Path:
    """A copy of the model that a test may damage."""
    return Path(shutil.copytree(built, tmp_path / "stick" / NAME))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "已安装 models"


def install(src: Path, root: Path, manifest: Manifest) -> InstalledModel:
    return install_from_folder(src, root, manifest, check_folder=read_folder)


def refused(src: Path, root: Path, manifest: Manifest) -> UserFacing:
    """Check that nothing is installed, and return why."""
    with pytest.raises(UserFacing) as raised:
        install(src, root, manifest)
    assert not (root / src.name).exists()
    assert not list(root.glob(".installing/*"))
    return raised.value


def test_that_a_model_is_installed_and_can_be_read(stick: Path, root: Path, manifest: Manifest) -> None:
    model = install(stick, root, manifest)
    assert model.path == root / NAME
    assert model.is_listed
    assert read_folder(model.path).name == NAME


def test_that_only_the_files_of_a_model_are_copied(stick: Path, root: Path, manifest: Manifest) -> None:
    (stick / "virus.exe").write_bytes(b"x")
    (stick / "README.md").write_text("about")
    (stick / "ct2").mkdir()
    (stick / "ct2" / "model.bin").write_bytes(b"x")
    model = install(stick, root, manifest)
    names = {path.relative_to(model.path).as_posix() for path in model.path.rglob("*") if path.is_file()}
    assert names == {*REQUIRED_FILES, "tokenizer_config.json", "README.md", "ct2/model.bin"}


def test_that_progress_runs_from_the_first_byte_to_the_last(
    stick: Path, root: Path, manifest: Manifest
) -> None:
    seen: list[tuple[int, int]] = []
    install_from_folder(
        stick, root, manifest, check_folder=read_folder, progress=lambda *step: seen.append(step)
    )
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] == sum(path.stat().st_size for path in stick.iterdir())
    assert {total for _, total in seen} == {seen[-1][1]}


def test_that_an_unlisted_model_is_installed_as_unlisted(stick: Path, root: Path, manifest: Manifest) -> None:
    other = stick.rename(stick.with_name("mine-zh-en"))
    model = install(other, root, manifest)
    assert (model.name, model.is_listed, model.source, model.target) == ("mine-zh-en", False, ZH, EN)


def test_that_installing_again_replaces_the_model(stick: Path, root: Path, manifest: Manifest) -> None:
    installed = install(stick, root, manifest)
    (installed.path / "vocab.json").write_text("{}")
    assert read_folder(install(stick, root, manifest).path)
    assert not list(root.glob(".installing/*"))


def test_that_installing_a_model_over_itself_changes_nothing(
    stick: Path, root: Path, manifest: Manifest
) -> None:
    first = install(stick, root, manifest)
    assert install(first.path, root, manifest) == first


@pytest.mark.parametrize("file", REQUIRED_FILES)
def test_that_a_missing_file_is_named(stick: Path, root: Path, manifest: Manifest, file: str) -> None:
    (stick / file).unlink()
    error = refused(stick, root, manifest)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_INCOMPLETE, file)


@pytest.mark.parametrize("file", REQUIRED_FILES)
def test_that_a_truncated_file_is_refused(stick: Path, root: Path, manifest: Manifest, file: str) -> None:
    data = (stick / file).read_bytes()
    (stick / file).write_bytes(data[: len(data) // 2])
    error = refused(stick, root, manifest)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_BROKEN, file)


def test_that_a_changed_file_of_a_listed_model_is_named(stick: Path, root: Path, manifest: Manifest) -> None:
    data = bytearray((stick / "model.safetensors").read_bytes())
    data[-1] ^= 1
    (stick / "model.safetensors").write_bytes(data)
    error = refused(stick, root, manifest)
    assert (error.code, error.params["file"]) == (ErrorCode.MODEL_CHECKSUM, "model.safetensors")


def test_that_a_foreign_model_is_refused(stick: Path, root: Path, manifest: Manifest) -> None:
    (stick / "config.json").write_text('{"model_type": "bert"}')
    assert refused(stick, root, manifest).code == ErrorCode.MODEL_FOREIGN


def test_that_a_model_without_languages_is_refused(stick: Path, root: Path, manifest: Manifest) -> None:
    (stick / "tokenizer_config.json").unlink()
    nameless = stick.rename(stick.with_name("nameless"))
    assert refused(nameless, root, manifest).code == ErrorCode.MODEL_FOREIGN


def test_that_a_missing_folder_is_refused(tmp_path: Path, root: Path, manifest: Manifest) -> None:
    assert refused(tmp_path / "gone", root, manifest).code == ErrorCode.MODEL_MISSING


def test_that_a_target_that_cannot_be_written_is_named(
    stick: Path, unwritable_folder: Path, manifest: Manifest
) -> None:
    with pytest.raises(UserFacing) as raised:
        install(stick, unwritable_folder / "models", manifest)
    assert raised.value.code == ErrorCode.FOLDER_NOT_WRITABLE


INSTALL = """
import os, signal, sys
from pathlib import Path
from livedesk.adapters.engines.marian_files import read_folder
from livedesk.adapters.models.install import install_from_folder
from livedesk.adapters.models.manifest import Manifest
from livedesk.core.errors import UserFacing
{before}
try:
    install_from_folder(Path(sys.argv[1]), Path(sys.argv[2]), Manifest(()), check_folder=read_folder)
except UserFacing as error:
    print(error.code)
"""

NO_ROOM = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
"""

DIE_BEFORE_RENAME = """
sys.addaudithook(lambda event, _: event == "os.rename" and os.kill(os.getpid(), signal.SIGKILL))
"""


def child(before: str, src: Path, root: Path) -> subprocess.CompletedProcess[str]:
    """Install in a process of its own, which runs `before` first."""
    command = [sys.executable, "-c", INSTALL.format(before=before), str(src), str(root)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
def test_that_a_disk_that_fills_up_is_said_to_be_full(stick: Path, root: Path) -> None:
    assert child(NO_ROOM, stick, root).stdout.strip() == ErrorCode.DISK_FULL
    assert not (root / NAME).exists()
    assert not list(root.glob(".installing/*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_a_killed_installation_leaves_no_model(stick: Path, root: Path, manifest: Manifest) -> None:
    assert child(DIE_BEFORE_RENAME, stick, root).returncode == -9
    assert list(root.glob(".installing/*"))
    assert not (root / NAME).exists()
    assert install(stick, root, manifest).is_listed
    assert not list(root.glob(".installing/*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes out files of any length")
def test_that_too_little_room_is_said_before_copying(stick: Path, root: Path, manifest: Manifest) -> None:
    with (stick / "README.md").open("wb") as stream:
        stream.truncate(8 << 40)  # eight terabytes of nothing
    error = refused(stick, root, manifest)
    assert error.code == ErrorCode.DISK_FULL
    assert int(error.params["need_bytes"]) > 8 << 40 > int(error.params["free_bytes"])


def test_that_verifying_a_whole_model_names_what_it_cannot_know(built: Path, manifest: Manifest) -> None:
    seen: list[tuple[int, int]] = []
    unknown = verify(built, manifest.models[0], lambda *step: seen.append(step))
    assert unknown == ("config.json",)
    assert seen[-1][0] == seen[-1][1]


def test_that_verifying_names_a_missing_file(stick: Path, manifest: Manifest) -> None:
    (stick / "source.spm").unlink()
    with pytest.raises(UserFacing) as raised:
        verify(stick, manifest.models[0])
    assert (raised.value.code, raised.value.params["file"]) == (ErrorCode.MODEL_INCOMPLETE, "source.spm")


@pytest.mark.parametrize("change", ["size", "content"])
def test_that_verifying_names_a_changed_file(stick: Path, manifest: Manifest, change: str) -> None:
    data = (stick / "source.spm").read_bytes()
    (stick / "source.spm").write_bytes(data + b"x" if change == "size" else data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(UserFacing) as raised:
        verify(stick, manifest.models[0])
    assert (raised.value.code, raised.value.params["file"]) == (ErrorCode.MODEL_CHECKSUM, "source.spm")


def test_that_a_known_size_is_checked_where_the_checksum_is_not(stick: Path, manifest: Manifest) -> None:
    listed = manifest.models[0]
    sized = replace(listed, files=tuple(replace(file, sha256="") for file in listed.files))
    (stick / "source.spm").write_bytes(b"x")
    with pytest.raises(UserFacing) as raised:
        verify(stick, sized)
    assert raised.value.code == ErrorCode.MODEL_CHECKSUM
