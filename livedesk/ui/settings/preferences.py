"""The settings in use: one place that keeps a change and puts it into effect at once."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from livedesk.core.ids import Language
from livedesk.core.records import Microphone
from livedesk.core.settings import CAPTION_SCALE_MAX, CAPTION_SCALE_MIN, Settings, Theme
from livedesk.core.translation.route import Route
from livedesk.ui.i18n import Translator
from livedesk.ui.services import AppServices
from livedesk.ui.theme.theme import AppTheme

_SCALE_STEP = 0.1


class Preferences(QObject):
    """Reads settings from the application, saves what changes, switches theme and language."""

    changed = Signal(object)  # Settings

    def __init__(
        self,
        theme: AppTheme,
        translator: Translator,
        services: AppServices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._translator = translator
        self._services = services

    @property
    def settings(self) -> Settings:
        """The settings in use."""
        return self._services.settings()

    @property
    def ui_language(self) -> str:
        """The language the window speaks now, also where the setting follows the computer."""
        return self._translator.language

    def route(self, source: Language, target: Language) -> Route | None:
        """Return how lines get from one language to the other; None while that is not known yet."""
        return self._services.route(source, target)

    def microphones(self) -> tuple[Microphone, ...]:
        """Return the microphones that can be chosen, as last seen."""
        return self._services.microphones()

    @property
    def recordings(self) -> str:
        """The folder where recordings of the host go."""
        return str(self._services.recordings())

    def apply(self, settings: Settings) -> None:
        """Keep `settings` and put them into effect."""
        before = self.settings
        if settings == before:
            return
        self._services.save_settings(settings)
        if settings.theme is not before.theme:
            self._theme.use(settings.theme)
        if settings.ui_language != before.ui_language:
            self._translator.use(settings.ui_language)
        self.changed.emit(settings)

    def switch_theme(self) -> None:
        """Change between light and dark."""
        self.apply(replace(self.settings, theme=Theme.LIGHT if self._theme.is_dark else Theme.DARK))

    def switch_language(self) -> None:
        """Change the window between English and Chinese."""
        self.apply(replace(self.settings, ui_language=self._translator.other()))

    def switch_microphone(self) -> None:
        """Switch the microphone on or off."""
        self.apply(replace(self.settings, is_microphone_on=not self.settings.is_microphone_on))

    def larger(self) -> None:
        """Make captions one step larger."""
        self._scale_to(self.settings.caption_scale + _SCALE_STEP)

    def smaller(self) -> None:
        """Make captions one step smaller."""
        self._scale_to(self.settings.caption_scale - _SCALE_STEP)

    def standard_size(self) -> None:
        """Bring captions back to their standard size."""
        self._scale_to(1.0)

    def _scale_to(self, scale: float) -> None:
        within = min(CAPTION_SCALE_MAX, max(CAPTION_SCALE_MIN, round(scale, 2)))
        self.apply(replace(self.settings, caption_scale=within))
