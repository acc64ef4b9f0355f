"""What tests of several adapter shelves need."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def unwritable_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody may create anything, for root neither."""
    if os.name == "nt":
        pytest.skip("needs a folder that refuses files")
    if os.geteuid() == 0:
        yield Path("/sys")  # the kernel refuses new files here
        return
    folder = tmp_path / "refuses"
    folder.mkdir(mode=0o500)
    yield folder
    folder.chmod(0o700)
