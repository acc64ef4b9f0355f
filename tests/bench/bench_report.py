"""The report of eight hours with 5,000 captions and 10,000 messages: reading, counting, writing.

    python -m tests.bench.bench_report

Counting is to take less than two seconds; the workbook is written on a thread of its own.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from livedesk.adapters.report.compose import compose
from livedesk.adapters.report.html import html
from livedesk.adapters.report.workbook import workbook
from livedesk.adapters.store.database import open_database
from livedesk.adapters.store.export_table import rows_of
from livedesk.adapters.store.reading import StoreReader
from livedesk.adapters.store.sink import SqlSink
from livedesk.app.cli_words import EXPORT_WORDS
from livedesk.app.report import load
from livedesk.app.report_words import REPORT_WORDS
from livedesk.core import events as ev
from livedesk.core.ids import MessageId, ReplyId, SegmentId
from livedesk.core.records import Message, Reply
from livedesk.core.report.making import Stored, make_report, message_lines
from livedesk.runtime.clock import ManualClock
from tests.report_scene import SHOW, START, stored

LIMIT_S = 2.0
_LENGTH_S = 8 * 3600.0
_CAPTIONS, _MESSAGES = 5_000, 10_000
_Made = TypeVar("_Made")


def long_show() -> Stored:
    """Return the show of the tests, said and asked again and again for eight hours."""
    show = stored()
    data = show.data
    answers = {reply.message: reply for reply in data.replies}
    messages: list[Message] = []
    replies: list[Reply] = []
    for number in range(_MESSAGES):
        message = data.messages[number % len(data.messages)]
        at = START + _LENGTH_S * number / _MESSAGES
        own = MessageId(number + 1)
        messages.append(replace(message, id=own, external_id=str(number), received_at=at))
        if reply := answers.get(message.id):
            replies.append(replace(reply, id=ReplyId(len(replies) + 1), message=own, changed_at=at + 30))
    captions = tuple(
        replace(
            data.captions[number % len(data.captions)],
            segment=SegmentId(number + 1),
            heard_at=START + _LENGTH_S * number / _CAPTIONS,
        )
        for number in range(_CAPTIONS)
    )
    session = replace(data.session, ended_at=START + _LENGTH_S, ran_s=_LENGTH_S)
    return replace(
        show,
        data=replace(
            data, session=session, captions=captions, messages=tuple(messages), replies=tuple(replies)
        ),
    )


def timed(name: str, work: Callable[[], _Made]) -> tuple[_Made, float]:
    """Do `work` and print how long it took."""
    began = time.perf_counter()
    made = work()
    took_s = time.perf_counter() - began
    print(f"{name:24} {took_s:6.2f} s")
    return made, took_s


def main() -> int:
    """Print the times; 1 where counting takes too long."""
    show = long_show()
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "livedesk.db")
        data = show.data
        SqlSink(database, ManualClock(START)).write(
            [
                ev.SessionChanged(data.session),
                *map(ev.CaptionChanged, data.captions),
                *map(ev.MessageChanged, data.messages),
                *map(ev.ReplyChanged, data.replies),
            ]
        )
        timed("read from the store", lambda: load(StoreReader(database), SHOW))
        database.close()
    report, took_s = timed("count", lambda: make_report(show))
    timed("write the web page", lambda: html(compose(report, REPORT_WORDS)))
    rows = rows_of(show.data, "both", EXPORT_WORDS)
    timed("write the workbook", lambda: workbook(report, message_lines(show), rows, REPORT_WORDS))
    return int(took_s > LIMIT_S)


if __name__ == "__main__":
    sys.exit(main())
