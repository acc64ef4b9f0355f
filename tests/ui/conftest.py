"""Fixtures for the window's tests: a theme with the real icons, a bridge, collected commands, fake services."""

import os
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.events import Command
from livedesk.ui.bridge import Bridge
from livedesk.ui.chat.panel import ChatPanel
from livedesk.ui.i18n import Translator
from livedesk.ui.main_window import MainWindow
from livedesk.ui.theme.theme import AppTheme
from tests.ui.fakes import FakeServices

RESOURCES = Path(__file__).parents[2] / "resources"
ICONS = RESOURCES / "icons"


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


@pytest.fixture(scope="session")
def translation_tool() -> ModuleType:
    """The module resources/i18n/build.py, which is not in the package."""
    spec = spec_from_file_location("i18n_build", RESOURCES / "i18n" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def translations(translation_tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The built .qm files by name."""
    made: list[Path] = translation_tool.release(tmp_path_factory.mktemp("i18n"))
    return {path.name: path.read_bytes() for path in made}


@pytest.fixture
def translator(qapp: QApplication, translations: dict[str, bytes]) -> Iterator[Translator]:
    """The translator, in English."""
    result = Translator(qapp, lambda name: translations.get(name, b""))
    result.use("en")
    yield result
    result.use("en")
    result.deleteLater()


@pytest.fixture
def make_window(
    qtbot: QtBot,
    theme: AppTheme,
    bridge: Bridge,
    posted: list[Command],
    services: FakeServices,
    translator: Translator,
) -> Callable[[], MainWindow]:
    """Makes the whole window, not shown yet."""

    def make() -> MainWindow:
        window = MainWindow(theme, bridge, posted.append, services, translator)
        qtbot.addWidget(window)
        return window

    return make


@pytest.fixture
def chat(
    qtbot: QtBot, theme: AppTheme, bridge: Bridge, posted: list[Command], services: FakeServices
) -> ChatPanel:
    """The chat panel, not shown yet."""
    panel = ChatPanel(theme, bridge, posted.append, services)
    qtbot.addWidget(panel)
    return panel


def bring_to_front(qtbot: QtBot, widget: QWidget) -> None:
    """Show a window and wait until the keyboard is its own."""
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the off-screen platform and this computer's fonts complain about; any other warning fails."""
    ignored = pytest.mark.qt_log_ignore(
        "This plugin does not support", "OpenType support missing for", extend=True
    )
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(ignored)
