"""A catalogue as editors see it, with a desk that takes what they post."""

from collections.abc import Iterator

import pytest

from livedesk.core import events as ev
from livedesk.core.events import Command
from livedesk.core.session.booth import Booth
from livedesk.ui.bridge import Bridge
from livedesk.ui.product.state import CatalogueState
from tests.ui.catalogue.shelf import BOOTH, SHOW, session


class Desk:
    """The real state machine, answering at once; `posted` is what the window asked for."""

    def __init__(self, bridge: Bridge) -> None:
        self.booth = Booth()
        self.posted: list[Command] = []
        self.now = 1_000_000.0
        self._bridge = bridge
        self.state = CatalogueState(bridge, self.post)
        self.feed(ev.CatalogueLoaded(BOOTH, SHOW))
        self.state.take_session(self.booth.session)

    def post(self, command: Command) -> None:
        self.posted.append(command)
        self.feed(command)

    def feed(self, given: ev.Input) -> None:
        self.now += 1
        for event in self.booth.handle(given, self.now).events:
            match event:
                case ev.CatalogueChanged():
                    self._bridge.catalogue_changed.emit(event.products)
                    self._bridge.catalogue_history_changed.emit(event.can_undo, event.can_redo)
                case ev.SessionChanged():
                    self._bridge.session_changed.emit(event.session)
                case ev.JobChanged():
                    self._bridge.job_changed.emit(event.job)
                case _:
                    pass

    def go_live(self) -> None:
        self.feed(ev.StartSession("Fair", is_rehearsal=False))

    def show(self, **changes: object) -> None:
        """Tell of a session with `changes`, whatever the desk has."""
        self._bridge.session_changed.emit(session(**changes))


@pytest.fixture
def desk(bridge: Bridge) -> Iterator[Desk]:
    made = Desk(bridge)
    yield made
    made.state.deleteLater()
