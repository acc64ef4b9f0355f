"""What the operator can set. One frozen record; the settings file keeps it, `SettingsChanged` carries it."""

from dataclasses import dataclass
from enum import StrEnum

from livedesk.core.ids import EN, ZH, Language


class Theme(StrEnum):
    """Colours of the window; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. `ui_language` "" follows the computer's language."""

    ui_language: str = ""
    theme: Theme = Theme.SYSTEM
    host_language: Language = ZH
    audience_languages: tuple[Language, ...] = (EN,)
    caption_scale: float = 1.0
    engine: str = "ct2"
    threads: int = 0
    """Threads for translation; 0 leaves one core to the window."""


CAPTION_SCALE_MIN, CAPTION_SCALE_MAX = 0.7, 2.5
