"""Keeps a database of today's schema for ever: run it once, in the commit that adds a migration.

`.venv/bin/python -m tests.data.old_db.make` writes `v<version>.db` beside this file and overwrites none.
"""

from dataclasses import replace
from pathlib import Path

from livedesk.adapters.store.database import newest_version, open_database
from livedesk.adapters.store.sink import SqlSink
from livedesk.core.audience.audience import Audience
from livedesk.core.events import (
    AudienceChanged,
    BatchesChanged,
    CannedChanged,
    CaptionChanged,
    CatalogueChanged,
    GlossaryChanged,
    LeadsChanged,
    LineRemembered,
    MessageChanged,
    ModerationChanged,
    ReplyChanged,
    SessionChanged,
)
from livedesk.core.ids import EN, SegmentId
from livedesk.core.records import SessionState
from livedesk.runtime.clock import ManualClock
from tests.contracts.sink_contract import (
    BARE,
    BATCH,
    BRAND,
    CANNED,
    CAPTION,
    EMPTY_BATCH,
    FROM_AFAR,
    GAP,
    HAND_LEAD,
    HEARD,
    LEAD,
    LINKED,
    LIVE,
    MARK,
    MESSAGE,
    MODERATION,
    MUG,
    NAME,
    OFFER,
    OWN_CANNED,
    PUBLIC,
    REMEMBERED,
    REPLY,
    SECOND,
    TRANSLATED,
    WHOLE,
)


def main() -> None:
    """Write the file for the newest version."""
    path = Path(__file__).with_name(f"v{newest_version():04d}.db")
    if path.exists():
        raise SystemExit(f"{path.name} is there already, and what is old does not change")
    sink = SqlSink(open_database(path), ManualClock(1_795_000_000.0))
    sink.write(
        [
            CatalogueChanged((MUG, BARE, WHOLE), NAME),
            GlossaryChanged((BRAND, MARK)),
            BatchesChanged((BATCH, EMPTY_BATCH)),
            LineRemembered(REMEMBERED),
            SessionChanged(replace(LIVE, offer=OFFER)),
            CaptionChanged(TRANSLATED),
            CaptionChanged(replace(CAPTION, segment=SegmentId(2))),
            CaptionChanged(HEARD),
            CaptionChanged(GAP),
            MessageChanged(MESSAGE),
            MessageChanged(LINKED),
            MessageChanged(FROM_AFAR),
            ReplyChanged(REPLY),
            ReplyChanged(PUBLIC),
            LeadsChanged((LEAD, HAND_LEAD)),
            CannedChanged((CANNED, OWN_CANNED)),
            ModerationChanged(MODERATION),
            AudienceChanged(Audience(3, {EN: 3}, reactions={"heart": 2})),
        ]
    )
    sink.write(
        [
            SessionChanged(replace(LIVE, pinned=(), offer=OFFER)),
            SessionChanged(replace(LIVE, id=SECOND, state=SessionState.ENDED, ended_at=1_795_003_600.0)),
        ]
    )
    sink.close()


if __name__ == "__main__":
    main()
