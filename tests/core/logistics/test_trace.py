"""A batch's card: its events in order, its doubts, the text of its QR code."""

from dataclasses import replace

from livedesk.core.ids import Sku
from livedesk.core.logistics.trace import Batch, TraceDoubt, TraceEvent, TraceKind, check, in_order, qr_text

MADE = TraceEvent(TraceKind.PRODUCTION, "2026-10-02", "Ningbo", "line 3")
SEEN = TraceEvent(TraceKind.INSPECTION, "2026-10-05", "Ningbo")
PACKED = TraceEvent(TraceKind.PACKING, "2026-10-05", "Ningbo")
BATCH = Batch("B-2610-07", Sku("JZ-03"), (MADE, SEEN, PACKED))
TODAY = "2026-11-21"


def test_that_a_sound_batch_has_no_doubts() -> None:
    assert check(BATCH, TODAY) == ()


def test_that_each_doubt_names_its_event() -> None:
    events = (
        replace(MADE, on=""),
        replace(SEEN, place=" "),
        replace(PACKED, on="2027-01-01"),
        replace(MADE, on="2026-13-40"),
    )
    assert check(Batch("", Sku("JZ-03"), events), TODAY) == (
        (None, TraceDoubt.NO_CODE),
        (0, TraceDoubt.NO_DATE),
        (1, TraceDoubt.NO_PLACE),
        (2, TraceDoubt.IN_FUTURE),
        (3, TraceDoubt.BAD_DATE),
        (3, TraceDoubt.OUT_OF_ORDER),
    )
    assert check(Batch("B", Sku("X")), TODAY) == ((None, TraceDoubt.NO_EVENTS),)


def test_that_events_are_sorted_by_day_and_within_a_day_as_usual() -> None:
    undated = replace(MADE, on="")
    assert in_order([undated, PACKED, SEEN, MADE]) == (MADE, SEEN, PACKED, undated)


def test_that_the_code_on_the_card_says_all_without_a_website() -> None:
    names = dict.fromkeys(TraceKind, "?") | {TraceKind.PRODUCTION: "made"}
    lines = qr_text(BATCH, "Juicer cup", names).splitlines()
    assert lines[:3] == ["Juicer cup (JZ-03)", "B-2610-07", "2026-10-02 made Ningbo line 3"]
    assert len(lines) == 5
