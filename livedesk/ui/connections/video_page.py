"""The page of the connections window called "OBS and overlay"."""

from PySide6.QtCore import QCoreApplication

from livedesk.core.typing_compat import override
from livedesk.ui.connections.page import ConnectionsPage


class VideoPage(ConnectionsPage):
    """See the module."""

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("VideoPage", "OBS and overlay")

    @override
    def retranslate(self) -> None:
        pass
