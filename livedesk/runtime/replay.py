"""Replays a recorded tape through a booth with the recorded times: the same inputs give the same events."""

from collections.abc import Iterable, Iterator

from livedesk.core.events import Event, Input
from livedesk.core.session.booth import Booth


def replay(inputs: Iterable[tuple[float, Input]], booth: Booth) -> Iterator[tuple[float, Event]]:
    """Feed (time, input) pairs to `booth` and yield its events with their times.

    What the workers answered stands in the tape as inputs, so no model, store or clock is needed.
    """
    for at, given in inputs:
        for event in booth.handle(given, at).events:
            yield at, event
