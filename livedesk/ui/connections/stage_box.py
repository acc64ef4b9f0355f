"""The stage window: which languages stand on it, and what stands below the code."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from livedesk.core.ids import Language
from livedesk.core.settings import Settings
from livedesk.core.typing_compat import override
from livedesk.ui import words
from livedesk.ui.actions import ActionId, shortcut_text
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S
from livedesk.ui.widgets.picker import Picker
from livedesk.ui.widgets.tick_box import TickBox


class StageBox(QWidget):
    """Changes are seen on the stage at once."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._heading, self._how = QLabel(self), QLabel(self)
        self._labels = [QLabel(self) for _ in range(2)]
        self.languages, self.hint = Picker(self), QLineEdit(self)
        self.code = TickBox(self)
        self._lay_out()
        self.languages.activated.connect(self._keep)
        self.code.clicked.connect(self._keep)
        self.hint.editingFinished.connect(self._keep)
        preferences.changed.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._heading.setText(self.tr("Stage window"))
        self._how.setText(
            self.tr(
                "Captions, the product on air and the QR code, to be read from five metres. {key} opens it, on the "
                "second screen where there is one, and closes it."
            ).format(key=shortcut_text(ActionId.STAGE))
        )
        for label, widget, text in (
            (self._labels[0], self.languages, self.tr("Languages")),
            (self._labels[1], self.hint, self.tr("Below the code")),
        ):
            label.setText(text)
            widget.setAccessibleName(text)
        self.hint.setPlaceholderText(self.tr("For example: Wi-Fi Lumio-Guest, no internet needed"))
        self.code.setText(self.tr("Show the QR code while phones are let in"))
        self._follow(self._preferences.settings)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        set_role(self._heading, "heading")
        set_role(self._how, "small")
        self._how.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(1, 1)
        for row, widget in enumerate((self.languages, self.hint)):
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(widget, row, 1)
        grid.addWidget(self.code, 2, 0, 1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP_M)
        whole.addWidget(self._heading)
        whole.addWidget(self._how)
        whole.addLayout(grid)

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        self._fill(settings)
        self.code.setChecked(settings.stage_shows_qr)
        if self.hint.text() != settings.stage_hint and not self.hint.hasFocus():
            self.hint.setText(settings.stage_hint)

    def _fill(self, settings: Settings) -> None:
        host = settings.host_language
        self.languages.blockSignals(True)
        self.languages.clear()
        self.languages.addItem(self.tr("The audience's first language large, yours below"), "")
        for pair in self._pairs(settings):
            names = [words.language_own_name(language) for language in pair]
            self.languages.addItem(" + ".join(names), ",".join(pair))
        chosen = ",".join(settings.stage_languages)
        if chosen and self.languages.findData(chosen) < 0:
            names = [words.language_own_name(language) for language in settings.stage_languages]
            self.languages.addItem(" + ".join(names), chosen)
        self.languages.setCurrentIndex(0)
        self.languages.pick(chosen)
        self.languages.setToolTip(words.language_own_name(host))
        self.languages.blockSignals(False)

    def _pairs(self, settings: Settings) -> list[tuple[Language, ...]]:
        """Return what can be chosen: any two languages of the show, the first one large, or one alone."""
        spoken = tuple(dict.fromkeys((*settings.audience_languages, settings.host_language)))
        pairs: list[tuple[Language, ...]] = [(a, b) for a in spoken for b in spoken if a != b]
        return [*pairs, *((language,) for language in spoken)]

    @Slot()
    def _keep(self) -> None:
        chosen = str(self.languages.currentData() or "")
        self._preferences.apply(
            replace(
                self._preferences.settings,
                stage_languages=tuple(Language(code) for code in chosen.split(",") if code),
                stage_shows_qr=self.code.isChecked(),
                stage_hint=self.hint.text().strip(),
            )
        )
