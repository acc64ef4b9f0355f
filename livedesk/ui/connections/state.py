"""What is known of the connections, kept for pages that are opened later."""

from PySide6.QtCore import QObject, Signal

from livedesk.core.audience.audience import Audience
from livedesk.core.chat.moderation import Moderation
from livedesk.core.ids import Language
from livedesk.core.links import Link, LinkKind, LinkState
from livedesk.core.records import Session
from livedesk.ui.bridge import Bridge


class ConnectionsState(QObject):
    """Listens from the start; each signal comes after its value is in place."""

    link_changed = Signal(object)  # Link
    audience_changed = Signal(object)  # Audience
    moderation_changed = Signal(object)  # Moderation
    session_changed = Signal(object)  # Session

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.links: dict[LinkKind, Link] = {}
        self.audience = Audience()
        self.moderation = Moderation()
        self.session: Session | None = None
        self.booth_name: dict[Language, str] = {}
        bridge.link_changed.connect(self._take_link)
        bridge.audience_changed.connect(self._take_audience)
        bridge.moderation_changed.connect(self._take_moderation)
        bridge.session_changed.connect(self._take_session)
        bridge.booth_named.connect(self._take_name)

    def link(self, kind: LinkKind) -> Link:
        """Return how a connection is; one that was never switched on is OFF."""
        return self.links.get(kind, Link(kind, LinkState.OFF))

    def _take_link(self, link: Link) -> None:
        self.links[link.kind] = link
        self.link_changed.emit(link)

    def _take_audience(self, audience: Audience) -> None:
        self.audience = audience
        self.audience_changed.emit(audience)

    def _take_moderation(self, moderation: Moderation) -> None:
        self.moderation = moderation
        self.moderation_changed.emit(moderation)

    def _take_session(self, session: Session) -> None:
        self.session = session
        self.session_changed.emit(session)

    def _take_name(self, name: dict[Language, str]) -> None:
        self.booth_name = name
