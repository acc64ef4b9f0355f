"""A show to be killed: a caption every 50 ms, written in batches every 250 ms; run by `test_sigkill.py`.

Prints "<segment> <time it was made>" for each caption, and goes on after the last one of an unfinished session.
"""

import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.core.events import CaptionChanged, Event, SessionChanged
from livedesk.core.ids import SegmentId
from livedesk.runtime.clock import SystemClock
from tests.contracts.sink_contract import LIVE, TRANSLATED

CAPTION_EVERY_S, CAPTIONS_PER_BATCH = 0.05, 5


def main(path: Path) -> None:
    """Talk until killed."""
    database = open_database(path)
    unfinished = StoreReader(database).unfinished_session()
    segment = len(unfinished.captions) if unfinished else 0
    sink = SqlSink(database, SystemClock())
    batch: list[Event] = [SessionChanged(LIVE)]
    never = threading.Event()
    while not never.wait(CAPTION_EVERY_S):
        segment += 1
        print(segment, time.time(), flush=True)
        text = f"{segment}: {TRANSLATED.text * 20}"
        batch.append(CaptionChanged(replace(TRANSLATED, segment=SegmentId(segment), text=text)))
        if segment % CAPTIONS_PER_BATCH == 0:
            sink.write(batch)
            batch = []


if __name__ == "__main__":
    main(Path(sys.argv[1]))
