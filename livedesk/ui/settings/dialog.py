"""The settings, in a window beside the desk. Every change applies at once; there is nothing to confirm."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.ids import Language
from livedesk.core.records import Health, Part
from livedesk.core.settings import CAPTION_SCALE_MAX, CAPTION_SCALE_MIN, Settings, Theme
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.bridge import Bridge
from livedesk.ui.i18n import UI_LANGUAGES
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.settings.sound_page import SoundPage
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL, Step
from livedesk.ui.widgets.picker import Picker

_CODES = "zh en es fr pt de it nl pl ru ar tr hi ja ko vi th id"
OFFERED: tuple[Language, ...] = tuple(map(Language, _CODES.split()))
"""Languages an exporter meets most; which of them can be translated depends on the models installed."""
_CHIPS_PER_ROW = 4
_MOST_THREADS = 16
_CHIP_PX = 28
_WIDTH = 640


class SettingsDialog(QDialog):
    """Shows the settings in use and hands each change to `Preferences`."""

    models_wanted = Signal()
    """The user wants to see the models, which have a window of their own."""

    def __init__(
        self,
        theme: AppTheme,
        preferences: Preferences,
        bridge: Bridge,
        health: dict[Part, Health],
        parent: QWidget | None = None,
    ) -> None:
        """`health` is how the parts of the desk are now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setMinimumWidth(_WIDTH)
        self._preferences = preferences
        self._heading, self._hint = QLabel(self), QLabel(self)
        set_role(self._heading, "heading")
        set_role(self._hint, "mute")
        self._labels = [QLabel(self) for _ in range(6)]
        self._threads_hint = QLabel(self)
        self._models_hint = QLabel(self)
        for hint in (self._threads_hint, self._models_hint):
            set_role(hint, "small")
            hint.setWordWrap(True)
        self._language, self._theme, self._host = Picker(self), Picker(self), Picker(self)
        self._chips = {language: self._chip(words.language_own_name(language)) for language in OFFERED}
        self._scale, self._threads = Picker(self), Picker(self)
        self._sound = SoundPage(theme, preferences, bridge, health, self)
        self._pages = QStackedWidget(self)
        self._tabs = [self._chip() for _ in range(2)]
        self._tab_group = QButtonGroup(self)
        for number, tab in enumerate(self._tabs):
            self._tab_group.addButton(tab, number)
        self.models = QPushButton(self)
        self.models.setAutoDefault(False)
        self.models.clicked.connect(self.models_wanted)
        self._close = QPushButton(self)
        self._close.clicked.connect(self.close)
        self._fill()
        self._lay_out()
        self.retranslate()
        self.show_settings(preferences.settings)
        self._listen()

    def show_sound(self) -> None:
        """Turn to the page of microphone and captions."""
        self._tabs[1].click()

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they now are."""
        self._language.pick(settings.ui_language)
        self._theme.pick(settings.theme.value)
        self._host.pick(settings.host_language)
        self._scale.pick(round(settings.caption_scale * 10))
        self._threads.pick(settings.threads)
        self._show_chips()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setWindowTitle(self.tr("Settings"))
        self._heading.setText(self.tr("Settings"))
        self._hint.setText(self.tr("Changes apply at once."))
        for tab, text in zip(
            self._tabs, (self.tr("General"), self.tr("Microphone and captions")), strict=True
        ):
            tab.setText(text)
            tab.setAccessibleName(text)
            _fit_bold(tab)
        texts = (
            self.tr("Language of this window"),
            self.tr("Colours"),
            self.tr("The host speaks"),
            self.tr("The audience reads"),
            self.tr("Caption size"),
            self.tr("Translation threads"),
        )
        fields = (self._language, self._theme, self._host, None, self._scale, self._threads)
        for label, text, field in zip(self._labels, texts, fields, strict=True):
            label.setText(text)
            if field is not None:
                field.setAccessibleName(text)
        self._language.setItemText(0, self.tr("Same as this computer"))
        for row, theme in enumerate(Theme):
            self._theme.setItemText(row, words.theme_name(theme))
        for row, language in enumerate(OFFERED):
            self._host.setItemText(row, _both_names(language))
        self._models_hint.setText(
            self.tr("Grey languages need a translation model first; point at one to see which.")
        )
        self._show_chips()
        self._threads.setItemText(0, self.tr("Automatic"))
        self._threads_hint.setText(
            self.tr("Used from the next start. Automatic leaves one core to the window.")
        )
        self.models.setText(self.tr("Models…"))
        self._close.setText(self.tr("Close"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show_chips()  # a model may have been installed meanwhile

    # --- showing ---

    def _show_chips(self) -> None:
        """Show which languages the audience can be offered, and say of each other one why not."""
        settings = self._preferences.settings
        reasons = {language: self._reason_against(language) for language in OFFERED}
        self._models_hint.setVisible(any(reasons.values()))
        for language, chip in self._chips.items():
            is_chosen, reason = language in settings.audience_languages, reasons[language]
            is_last = settings.audience_languages == (language,)
            chip.setChecked(is_chosen)
            chip.setEnabled(language != settings.host_language and not is_last and (is_chosen or not reason))
            chip.setToolTip("\n".join(filter(None, (words.language_name(language), reason))))
            chip.setAccessibleDescription(reason)

    def _reason_against(self, language: Language) -> str:
        """Return why the host's lines cannot be translated into `language`, "" where they can."""
        host = self._preferences.settings.host_language
        route = self._preferences.route(host, language) if language != host else None
        return words.route_text(route) if route else ""

    # --- building ---

    def _chip(self, text: str = "") -> QPushButton:
        chip = QPushButton(text, self)
        set_role(chip, "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setFixedHeight(_CHIP_PX)
        _fit_bold(chip)
        return chip

    def _fill(self) -> None:
        self._language.addItem("", "")
        for code, name in UI_LANGUAGES:
            self._language.addItem(name, code)
        for theme in Theme:
            self._theme.addItem("", theme.value)
        for language in OFFERED:
            self._host.addItem("", language)
        for tenths in range(round(CAPTION_SCALE_MIN * 10), round(CAPTION_SCALE_MAX * 10) + 1):
            self._scale.addItem(f"{tenths * 10} %", tenths)
        for count in range(_MOST_THREADS + 1):
            self._threads.addItem(str(count), count)

    def _lay_out(self) -> None:
        chips = QGridLayout()
        chips.setSpacing(GAP_S)
        for place, chip in enumerate(self._chips.values()):
            chips.addWidget(chip, place // _CHIPS_PER_ROW, place % _CHIPS_PER_ROW)
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_XL)
        form.setVerticalSpacing(GAP_M)
        holder = QWidget(self)
        holder.setLayout(chips)
        chips.setContentsMargins(0, 0, 0, 0)
        fields = (self._language, self._theme, self._host, holder, self._scale, self._threads)
        for label, field in zip(self._labels, fields, strict=True):
            form.addRow(label, field)
        form.insertRow(4, "", self._models_hint)
        form.addRow("", self._threads_hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self._hint)
        buttons.addStretch(1)
        buttons.addWidget(self.models)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_L)
        column.addWidget(self._heading)
        column.addLayout(self._tab_row())
        general = QWidget(self)
        general.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(general)
        self._pages.addWidget(self._sound)
        column.addWidget(self._pages)
        column.addStretch(1)
        column.addLayout(buttons)
        self._tabs[0].setChecked(True)

    def _tab_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        for tab in self._tabs:
            row.addWidget(tab)
        row.addStretch(1)
        return row

    def _listen(self) -> None:
        for box in (self._language, self._theme, self._host, self._scale, self._threads):
            box.activated.connect(self._changed)
        for chip in self._chips.values():
            chip.clicked.connect(self._changed)
        self._tab_group.idClicked.connect(self._pages.setCurrentIndex)
        self._preferences.changed.connect(self.show_settings)

    def _changed(self) -> None:
        host = Language(self._host.currentData())
        audience = tuple(
            language for language, chip in self._chips.items() if chip.isChecked() and language != host
        )
        if not audience:
            audience = (next(language for language in (Language("en"), Language("zh")) if language != host),)
        self._preferences.apply(
            replace(
                self._preferences.settings,
                ui_language=self._language.currentData(),
                theme=Theme(self._theme.currentData()),
                host_language=host,
                audience_languages=audience,
                caption_scale=self._scale.currentData() / 10,
                threads=self._threads.currentData(),
            )
        )


def _fit_bold(chip: QPushButton) -> None:
    """Make room for the text in bold, which says that it is chosen: the width of a button does not allow for it."""
    bold = QFontMetricsF(font(Step.BODY, bold=True))
    chip.setMinimumWidth(ceil(bold.horizontalAdvance(chip.text())) + _CHIP_PX)


def _both_names(language: Language) -> str:
    """Return "Español (Spanish)", or one name where both are the same."""
    own, name = words.language_own_name(language), words.language_name(language)
    return own if own == name else f"{own} ({name})"
