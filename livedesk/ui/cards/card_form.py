"""What both forms for a card share: fields on the left, the card as it will look on the right, the buttons below."""

from pathlib import Path

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livedesk.core.typing_compat import override
from livedesk.ui.cards import painting
from livedesk.ui.cards.card_view import CardView
from livedesk.ui.cards.scene import Scene
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_new_file
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GAP_M, GAP_S
from livedesk.ui.widgets.form_beside import lay_out_beside

_SIZE = (1120, 720)
_FORM_PX = 440


class CardForm(QDialog):
    """`on_air_wanted` carries the card that is to be shown; nothing on air changes before that is pressed."""

    on_air_wanted = Signal(object)  # Scene

    def __init__(self, theme: AppTheme, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self._theme, self._services = theme, services
        self.card = CardView(theme, self, keeps_shape=True)
        self.heading, self.doubts = QLabel(self), QLabel(self)
        self.on_air, self.save = QPushButton(self), QPushButton(self)
        self.form, self.left, self.buttons = QFormLayout(), QVBoxLayout(), QHBoxLayout()
        self._labels: dict[str, QLabel] = {}
        set_role(self.heading, "heading")
        set_role(self.doubts, "warn")
        set_role(self.on_air, "primary")
        self.doubts.setWordWrap(True)
        self._lay_out_frame()
        self.on_air.clicked.connect(self._show_on_air)
        self.save.clicked.connect(self._choose_file)

    @property
    def scene(self) -> Scene | None:
        """The card as it is now, None while it cannot be shown."""
        return self.card.scene if self.on_air.isEnabled() else None

    def show_card(self, scene: Scene | None, *, is_ready: bool) -> None:
        """Show a card in the preview; only one that is ready can be shown on air or saved."""
        self.card.show_scene(scene)
        for button in (self.on_air, self.save):
            button.setEnabled(is_ready and scene is not None)

    def file_name(self) -> str:
        """Return what a picture of the card is called at first, without its ending."""
        return "card"

    def retranslate(self) -> None:
        """Set all texts in the language of the window; forms add theirs."""
        self.on_air.setText(self.tr("Show on air"))
        self.on_air.setToolTip(
            self.tr(
                "Opens the card in a window of its own: drag it to a second screen, or capture it with OBS"
            )
        )
        self.save.setText(self.tr("Save as picture…"))
        self.card.setAccessibleName(self.tr("The card as it will look"))

    def add_row(self, name: str, field: QWidget) -> None:
        """Add a labelled field to the form."""
        label = self._labels[name] = QLabel(self)
        set_role(label, "mute")
        label.setBuddy(field)
        self.form.addRow(label, field)

    def set_labels(self, texts: dict[str, str]) -> None:
        """Name the fields."""
        for name, text in texts.items():
            self._labels[name].setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- inside ---

    def _lay_out_frame(self) -> None:
        self.form.setSpacing(GAP_S)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column = QVBoxLayout()
        column.setSpacing(GAP_M)
        column.addWidget(self.heading)
        column.addLayout(self.form)
        column.addLayout(self.left)
        column.addStretch(1)
        self.buttons = lay_out_beside(self, column, self.card, _FORM_PX)
        self.buttons.addWidget(self.doubts, 1)
        for button in (self.save, self.on_air):
            button.setAutoDefault(False)
            self.buttons.addWidget(button)

    def _show_on_air(self) -> None:
        if self.scene is not None:
            self.on_air_wanted.emit(self.scene)

    def _choose_file(self) -> None:
        choose_new_file(self, self.tr("Save the card"), f"{self.file_name()}.png", self._save_to)

    def _save_to(self, path: Path) -> None:
        if self.scene is not None:
            self._services.write_file(path, painting.png(self.scene, self._theme.colours))


def today() -> str:
    """Return this computer's day as an ISO date."""
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
