"""Fixtures for the window's tests: a theme with the real icons, a bridge, collected commands, fake services."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from livedesk.core.events import Command
from livedesk.ui.bridge import Bridge
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices

ICONS = Path(__file__).parents[2] / "resources" / "icons"


@pytest.fixture
def theme(qapp: QApplication) -> AppTheme:
    return AppTheme(qapp, {path.stem: path.read_bytes() for path in ICONS.glob("*.svg")})


@pytest.fixture
def bridge(qapp: QApplication) -> Bridge:
    return Bridge()


@pytest.fixture
def posted() -> list[Command]:
    """The commands that the widgets under test posted; hand `posted.append` to them as `post`."""
    return []


@pytest.fixture
def services() -> FakeServices:
    return FakeServices()
