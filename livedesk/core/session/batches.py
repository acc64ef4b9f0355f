"""The batches whose way from production to sale is kept, by their code."""

from livedesk.core import events as ev
from livedesk.core.logistics.trace import Batch, in_order


class BatchBook:
    """All batches, sorted by code; the events of each in order."""

    def __init__(self) -> None:
        self.batches: tuple[Batch, ...] = ()

    def change(self, given: ev.PutBatch | ev.RemoveBatch | ev.BatchesLoaded) -> list[ev.Event]:
        """Take a change; a batch without a code is none, and nothing follows where all stays the same."""
        known = {batch.code: batch for batch in self.batches}
        match given:
            case ev.PutBatch(batch):
                if code := batch.code.strip():
                    known[code] = Batch(code, batch.sku, in_order(batch.events))
            case ev.RemoveBatch(code):
                known.pop(code, None)
            case ev.BatchesLoaded(batches):
                known = {batch.code: batch for batch in batches}
        batches = tuple(known[code] for code in sorted(known))
        if batches == self.batches:
            return []
        self.batches = batches
        return [ev.BatchesChanged(batches)]
