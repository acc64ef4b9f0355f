"""Model folders for the engine tests: tiny random ones made here, and the interim pair where it is at hand."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts import tiny_marian

SHARED = Path(__file__).resolve().parents[4] / "shared"


def shared(name: str) -> Path:
    """Return a folder below ../shared, or skip the test where it is not at hand."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"../shared/{name} is not at hand")
    return path


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random zh-en model in a path with spaces and Chinese characters. Not to be changed."""
    return tiny_marian.build(tmp_path_factory.mktemp("我的 模型") / "tiny 模型-zh-en")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for converted models, shared by the tests that do not look into it."""
    return tmp_path_factory.mktemp("缓存 cache")


@pytest.fixture
def unwritable_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody may create anything, for root neither."""
    if os.name == "nt":
        pytest.skip("needs a folder that refuses files")
    if os.geteuid() == 0:
        yield Path("/sys")  # the kernel refuses new files here
        return
    tmp_path.chmod(0o500)
    yield tmp_path
    tmp_path.chmod(0o700)
