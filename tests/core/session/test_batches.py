"""Batches are kept by their code, their events in order of time."""

from livedesk.core.events import BatchesChanged, BatchesLoaded, PutBatch, RemoveBatch
from livedesk.core.ids import Sku
from livedesk.core.logistics.trace import Batch, TraceEvent, TraceKind
from livedesk.core.session.booth import Booth

MADE = TraceEvent(TraceKind.PRODUCTION, "2026-10-02", "Ningbo")
PACKED = TraceEvent(TraceKind.PACKING, "2026-10-05", "Ningbo")
FIRST, SECOND = Batch("B-1", Sku("JZ-03"), (MADE, PACKED)), Batch("B-2", Sku("JZ-03"))


def test_that_a_batch_is_put_under_its_code_with_its_events_in_order() -> None:
    booth = Booth()
    assert booth.handle(PutBatch(SECOND), 1.0).events == [BatchesChanged((SECOND,))]
    unordered = Batch(" B-1 ", Sku("JZ-03"), (PACKED, MADE))
    assert booth.handle(PutBatch(unordered), 2.0).events == [BatchesChanged((FIRST, SECOND))]


def test_that_a_batch_with_the_same_code_is_changed_and_the_same_news_changes_nothing() -> None:
    booth = Booth()
    booth.handle(BatchesLoaded((FIRST, SECOND)), 1.0)
    changed = Batch("B-2", Sku("JZ-03"), (MADE,))
    assert booth.handle(PutBatch(changed), 2.0).events == [BatchesChanged((FIRST, changed))]
    assert booth.handle(PutBatch(changed), 3.0).events == []


def test_that_a_batch_without_a_code_is_refused() -> None:
    assert Booth().handle(PutBatch(Batch("  ", Sku("JZ-03"), (MADE,))), 1.0).events == []


def test_that_a_removed_batch_is_gone_and_a_new_subscriber_is_told_the_rest() -> None:
    booth = Booth()
    booth.handle(BatchesLoaded((FIRST, SECOND)), 1.0)
    assert booth.handle(RemoveBatch("B-1"), 2.0).events == [BatchesChanged((SECOND,))]
    assert BatchesChanged((SECOND,)) in booth.snapshot()
