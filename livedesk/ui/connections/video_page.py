"""The page of the connections window for everything that is seen on a screen: overlay, OBS, stage."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from livedesk.core.typing_compat import override
from livedesk.ui.connections.obs_box import ObsBox
from livedesk.ui.connections.overlay_box import OverlayBox
from livedesk.ui.connections.page import ConnectionsPage
from livedesk.ui.connections.stage_box import StageBox
from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L


class VideoPage(ConnectionsPage):
    """Three parts, each of which keeps its changes by itself."""

    @override
    def _build(self) -> None:
        self.overlay = OverlayBox(self._theme, self._preferences, self._services, self._state, self)
        self.obs = ObsBox(self._preferences, self._services, self._state, self)
        self.stage = StageBox(self._preferences, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_L)
        for box in (self.overlay, self.obs, self.stage):
            if box is not self.overlay:
                column.addWidget(self._hairline())
            column.addWidget(box)
        column.addStretch(1)

    @staticmethod
    @override
    def title() -> str:
        return QCoreApplication.translate("VideoPage", "OBS and overlay")

    @override
    def retranslate(self) -> None:
        """The parts set their own texts."""

    def _hairline(self) -> QFrame:
        line = QFrame(self)
        set_role(line, "hairline")
        line.setFixedHeight(1)
        return line
