"""The page of the connections window called "Phones"."""

from PySide6.QtCore import QCoreApplication

from livedesk.core.typing_compat import override
from livedesk.ui.connections.page import ConnectionsPage


class PhonesPage(ConnectionsPage):
    """See the module."""

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("PhonesPage", "Phones")

    @override
    def retranslate(self) -> None:
        pass
