"""Opens the import, from a button or from a file dropped on the catalogue, and the export."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from livedesk.core.events import Command
from livedesk.core.typing_compat import override
from livedesk.ui.bridge import Bridge
from livedesk.ui.importing.dialog import ImportDialog
from livedesk.ui.importing.file_page import table_in
from livedesk.ui.services import AppServices
from livedesk.ui.session.choosers import choose_new_file
from livedesk.ui.theme.theme import AppTheme


class ImportDesk(QObject):
    """`catalogue` takes tables that are dropped on it; there is one import at a time."""

    def __init__(
        self,
        theme: AppTheme,
        bridge: Bridge,
        post: Callable[[Command], None],
        services: AppServices,
        catalogue: QWidget,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._bridge, self._post, self._services = theme, bridge, post, services
        self._window = window
        catalogue.setAcceptDrops(True)
        catalogue.installEventFilter(self)

    @Slot()
    def open(self) -> ImportDialog:
        """Bring the import to the front, or open it."""
        already = [dialog for dialog in self._window.findChildren(ImportDialog) if dialog.isVisible()]
        dialog = (
            already[0]
            if already
            else ImportDialog(self._theme, self._bridge, self._post, self._services, self._window)
        )
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot()
    def export(self) -> None:
        """Ask where the catalogue is to be written: as a workbook with pictures, or as text."""
        title = self.tr("Export the catalogue (.xlsx or .csv)")
        choose_new_file(self._window, title, "catalogue.xlsx", self._services.export_catalogue)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and table_in(event.mimeData()):
            event.acceptProposedAction()
            return True
        path = ""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            path = table_in(event.mimeData())
        if path and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self.open().open_file(Path(path))
            return True
        return super().eventFilter(watched, event)
