"""A manifest over a tiny model, so that listing, verifying and installing work on real files."""

import hashlib
from pathlib import Path

import pytest

from livedesk.adapters.models.manifest import ListedFile, ListedModel, Manifest
from livedesk.core.ids import EN, ZH
from livedesk.core.model_list import ModelKind
from livedesk.core.translation.model import REQUIRED_FILES
from tests.contracts import tiny_marian

NAME = "tiny-zh-en"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model to copy from. Not to be changed."""
    return tiny_marian.build(tmp_path_factory.mktemp("usb 盘") / NAME)


@pytest.fixture(scope="session")
def manifest(built: Path) -> Manifest:
    """Lists the model with all checksums but the one of config.json, which it does not know."""
    files = tuple(
        ListedFile(name, hashlib.sha256(data).hexdigest(), len(data))
        if name != "config.json"
        else ListedFile(name, "", 0)
        for name, data in ((name, (built / name).read_bytes()) for name in REQUIRED_FILES)
    )
    listed = ListedModel(
        NAME, ModelKind.MARIAN, ZH, EN, "CC-BY-4.0", "a/b", "https://example.org", True, files
    )
    return Manifest((listed,))
