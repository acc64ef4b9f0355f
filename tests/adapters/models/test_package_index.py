"""Which index is asked: the one that pip is set to use here."""

from pathlib import Path

import pytest

from livedesk.adapters.models.package_index import PYPI, indexes

MIRROR = "https://pypi.tuna.tsinghua.edu.cn/simple"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder and a system without any settings of pip."""
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CONFIG_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "shared"))
    monkeypatch.setattr("livedesk.adapters.models.package_index.sys.prefix", str(tmp_path / "venv"))
    monkeypatch.setattr("livedesk.adapters.models.package_index.sys.platform", "linux")
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_that_an_index_in_the_users_settings_is_asked(home: Path) -> None:
    write(home / "config" / "pip" / "pip.conf", f"[global]\nindex-url = {MIRROR}/\n")
    assert indexes()[0] == MIRROR


def test_that_the_environment_counts_more_than_a_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home / "config" / "pip" / "pip.conf", "[global]\nindex-url = https://other.example/simple\n")
    monkeypatch.setenv("PIP_INDEX_URL", MIRROR)
    assert indexes()[0] == MIRROR


def test_that_the_nearest_file_counts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home / "shared" / "pip" / "pip.conf", "[global]\nindex-url = https://a.example/simple\n")
    write(home / ".pip" / "pip.conf", "[global]\nindex-url = https://b.example/simple\n")
    assert indexes()[0] == "https://b.example/simple"
    write(home / "venv" / "pip.conf", "[global]\nindex-url = https://c.example/simple\n")
    assert indexes()[0] == "https://c.example/simple"
    write(home / "mine.conf", f"[download]\nindex-url = {MIRROR}\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(home / "mine.conf"))
    assert indexes()[0] == MIRROR


def test_that_further_indexes_are_asked_after_it_and_folders_are_not(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "file:///packages/simple https://b.example/simple/")
    monkeypatch.setenv("PIP_INDEX_URL", MIRROR)
    assert indexes() == [MIRROR, "https://b.example/simple"]


@pytest.mark.parametrize("text", ["", "[global", "[global]\nindex-url = file:///packages\n", "\0\xff"])
def test_that_the_usual_index_is_asked_where_settings_say_nothing_of_use(home: Path, text: str) -> None:
    write(home / "venv" / "pip.conf", text)
    assert PYPI in indexes() or Path("/etc/pip.conf").exists()


def test_that_a_damaged_file_costs_only_itself(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home / "config" / "pip" / "pip.conf", f"[global]\nindex-url = {MIRROR}\n")
    write(home / "venv" / "pip.conf", "[global\n")
    assert indexes()[0] == MIRROR
