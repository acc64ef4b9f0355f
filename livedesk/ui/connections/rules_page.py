"""The page of the connections window called "Chat rules"."""

from PySide6.QtCore import QCoreApplication

from livedesk.core.typing_compat import override
from livedesk.ui.connections.page import ConnectionsPage


class RulesPage(ConnectionsPage):
    """See the module."""

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("RulesPage", "Chat rules")

    @override
    def retranslate(self) -> None:
        pass
