"""The menu with which the operator takes back what the desk changed in what was heard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from livedesk.core.events import Command, UndoCorrection
from livedesk.core.records import Caption


class AsHeardMenu(QMenu):
    """One line for each correction of a final caption; choosing one posts `UndoCorrection`."""

    def __init__(
        self, caption: Caption, post: Callable[[Command], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.addAction(self.tr("Changed since it was heard"))
        title.setEnabled(False)
        for number, change in enumerate(caption.corrections):
            text = self.tr("Write “{heard}”, not “{written}”")
            text = text.format(heard=change.heard, written=change.written).replace("&", "&&")
            self.addAction(text).triggered.connect(
                partial(_undo, post, UndoCorrection(caption.segment, number))
            )


def _undo(post: Callable[[Command], None], command: UndoCorrection, _checked: bool = False) -> None:
    """Post `command` without what `QAction.triggered` hands over."""
    post(command)
