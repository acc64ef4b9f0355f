"""Where things are: the base folder with everything the user has, and what came with the program."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

MODELS_VARIABLE = "LIVEDESK_MODELS"
"""Further folders to look for translation models in, separated as in PATH; for developers."""

_PACKAGE = Path(__file__).resolve().parent.parent
_BUNDLED = _PACKAGE / "_bundled"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The files below one base folder; with `models_of` the models, and what is made of them, lie below another."""

    base: Path
    models_of: Path | None = None

    @property
    def database(self) -> Path:
        """Sessions, captions, chat, replies, catalogue."""
        return self.base / "livedesk.db"

    @property
    def settings(self) -> Path:
        """What the operator set."""
        return self.base / "settings.json"

    @property
    def models(self) -> Path:
        """Models the user installed."""
        return (self.models_of or self.base) / "models"

    @property
    def pictures(self) -> Path:
        """The pictures of the catalogue."""
        return self.base / "pictures"

    @property
    def photos(self) -> Path:
        """Photos that buyers sent."""
        return self.base / "photos"

    @property
    def recordings(self) -> Path:
        """The host's sound, a folder for each session that kept it."""
        return self.base / "recordings"

    @property
    def code(self) -> Path:
        """The key of the phones' page, while that is open."""
        return self.base / "phones.json"

    @property
    def arrangement(self) -> Path:
        """How the operator arranged the window."""
        return self.base / "window.ini"

    @property
    def layouts(self) -> Path:
        """What the columns of imported tables mean, for each layout."""
        return self.base / "layouts.json"

    @property
    def cache(self) -> Path:
        """What can be made again, such as converted models."""
        return (self.models_of or self.base) / "cache"

    @property
    def reports(self) -> Path:
        """Crash reports."""
        return self.base / "reports"


def paths_for(base_dir: str | None) -> Paths:
    """Return the paths below `base_dir`, or below the place this system keeps a program's data."""
    base = Path(base_dir).expanduser() if base_dir else user_data_path("livedesk", appauthor=False)
    return Paths(base.absolute())


def resources() -> Path:
    """Return the folder of icons, translations and the sample booth."""
    return _ROOT / "resources"


def sample_booth() -> Path:
    """Return the sample booth's folder."""
    return resources() / "demo"


def places() -> Path:
    """Return the folder of cities, hubs and outlines."""
    return resources() / "places"


def manifest() -> Path:
    """Return the list of known models."""
    return _ROOT / "models" / "manifest.toml"


def model_folders(paths: Paths) -> list[Path]:
    """Return the folders that hold models, the user's first."""
    extra = [Path(p) for p in os.environ.get(MODELS_VARIABLE, "").split(os.pathsep) if p]
    return [paths.models, *extra, _ROOT / "models"]
