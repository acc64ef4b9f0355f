"""The page of the connections window called "Platforms"."""

from PySide6.QtCore import QCoreApplication

from livedesk.core.typing_compat import override
from livedesk.ui.connections.page import ConnectionsPage


class PlatformsPage(ConnectionsPage):
    """See the module."""

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("PlatformsPage", "Platforms")

    @override
    def retranslate(self) -> None:
        pass
