"""Model folders for the engine tests: tiny random ones made here, and the interim pair where it is at hand."""

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
