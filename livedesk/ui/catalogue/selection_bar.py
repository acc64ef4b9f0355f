"""Below the list while several products are selected: how many, and what is done with all of them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from livedesk.core.typing_compat import override
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_M, GAP_S


class SelectionBar(QFrame):
    """Hidden for one product and none."""

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._label, self.edit, self.remove = QLabel(), QPushButton(), QPushButton()
        set_role(self, "composer")
        set_role(self.remove, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_S, GAP_S, GAP_S)
        row.setSpacing(GAP_S)
        row.addWidget(self._label, 1)
        row.addWidget(self.remove)
        row.addWidget(self.edit)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.hide()
        self.retranslate()

    def show_count(self, count: int) -> None:
        """Say that `count` products are selected."""
        self._count = count
        self.retranslate()
        self.setVisible(count > 1)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._label.setText(self.tr("%n selected", "products", self._count))
        self.edit.setText(self.tr("Edit together…"))
        self.remove.setText(self.tr("Remove"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
