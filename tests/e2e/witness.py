"""A rehearsal that tells every final line on standard output at once, before anything can be stored.

Arguments: base folder, booth folder, folder for the files, speed. A JSON object a line: t, what, id, newness.
"""

import json
import os
import sys
import time
from pathlib import Path

from livedesk.app.paths import Paths
from livedesk.app.rehearsal import Collected, rehearse
from livedesk.core.events import CaptionChanged, Event, MessageChanged, ReplyChanged
from livedesk.core.settings import Settings


def told(event: Event) -> tuple[str, int, int] | None:
    """Return what is told of `event`: its kind, the row's number and how new it is."""
    match event:
        case CaptionChanged(caption) if caption.is_final:
            return "caption", caption.segment, sum(t.is_final for t in caption.translations)
        case MessageChanged(message):
            return "message", message.id, message.revision
        case ReplyChanged(reply):
            return "reply", reply.id, reply.revision
        case _:
            return None


class Witness(Collected):
    """Tells first, then collects."""

    def receive(self, event: Event) -> None:
        if line := told(event):
            what, number, newness = line
            data = {"t": time.time(), "what": what, "id": number, "newness": newness}
            os.write(1, json.dumps(data).encode() + b"\n")
        super().receive(event)


if __name__ == "__main__":
    import livedesk.app.rehearsal as rehearsal

    rehearsal.Collected = Witness  # type: ignore[misc]  # the same, and tells
    base, booth, out = (Path(argument) for argument in sys.argv[1:4])
    rehearse(Paths(base), Settings(), booth, out, speed=float(sys.argv[4]))
