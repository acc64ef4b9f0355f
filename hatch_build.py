"""Build hook of the wheel and the source archive: makes the window's translations, which are not committed, and adds
the starter models to the wheel, where there are any, in the form that the desk runs on.

A checkout installed with `pip install --editable` has none until `make i18n` makes them; building the wheel
fetches Qt's tools into the build environment.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_QT_TOOLS = "PySide6-Essentials>=6.8,<6.12,!=6.11.0,!=6.11.1"
_FOLDER = Path("resources") / "i18n"
_MODELS = "livedesk-*"
_NOT_IN_WHEEL = ("model.safetensors", "measured.json")
"""The weights before conversion, which only training and the reference engine need, and what was measured."""


class TranslationsHook(BuildHookInterface):  # type: ignore[type-arg]  # the builder's settings play no part
    """Runs `resources/i18n/build.py release` and adds what it made to the archive."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build environment needs."""
        return [_QT_TOOLS]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the translations before the files are collected."""
        if version == "editable":
            return
        root = Path(self.root)
        subprocess.run([sys.executable, str(root / _FOLDER / "build.py"), "release"], check=True)
        if self.target_name == "wheel":
            build_data["force_include"].update(starter_models(root))
        if self.target_name == "sdist":  # the wheel takes the whole folder, the archive only what git knows
            for path in (root / _FOLDER).glob("*.qm"):
                build_data["force_include"][str(path)] = (_FOLDER / path.name).as_posix()


def starter_models(root: Path) -> dict[str, str]:
    """Return the files of the starter models below `root` that the wheel takes, and where it puts them."""
    files = (path for path in sorted((root / "models").glob(f"{_MODELS}/**/*")) if path.is_file())
    return {
        str(path): f"livedesk/_bundled/{path.relative_to(root).as_posix()}"
        for path in files
        if path.name not in _NOT_IN_WHEEL
    }
