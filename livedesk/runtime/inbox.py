"""What waits for the translation worker, in the order of `core.translation.order`."""

import threading
from collections import deque
from collections.abc import Callable

from livedesk.core.ids import Language
from livedesk.core.translation.order import BATCH_SIZE, BATCHED, is_disposable
from livedesk.core.translation.request import TranslateRequest, Work

_Slot = tuple[int, Language, bool]


class Inbox:
    """Precious work waits first-in-first-out, disposable work in one slot per item (newest wins)."""

    def __init__(self) -> None:
        self._ready = threading.Condition()
        self._precious: dict[Work, deque[TranslateRequest]] = {
            w: deque() for w in Work if not is_disposable(w)
        }
        self._slots: dict[Work, dict[_Slot, TranslateRequest]] = {w: {} for w in Work if is_disposable(w)}
        self._superseded = 0

    def __len__(self) -> int:
        with self._ready:
            return sum(map(len, self._precious.values())) + sum(map(len, self._slots.values()))

    @property
    def superseded(self) -> int:
        """How many disposable requests a newer one (or the final) replaced before they were taken."""
        return self._superseded

    def put(self, request: TranslateRequest) -> None:
        """Add a request; never blocks."""
        with self._ready:
            if is_disposable(request.work):
                slots = self._slots[request.work]
                # Taken out first, so that the newest stands last in line.
                self._superseded += slots.pop(request.slot, None) is not None
                slots[request.slot] = request
            else:
                self._precious[request.work].append(request)
            self._ready.notify()

    def withdraw(self, work: Work, item: int) -> None:
        """Take back the waiting requests of `work` for `item`."""
        with self._ready:
            if is_disposable(work):
                slots = self._slots[work]
                for slot in [s for s in slots if s[0] == item]:
                    del slots[slot]
                    self._superseded += 1
            else:
                waiting = self._precious[work]
                kept = [r for r in waiting if r.item != item]
                if len(kept) != len(waiting):
                    waiting.clear()
                    waiting.extend(kept)

    def take(self, is_over: Callable[[], bool]) -> list[TranslateRequest]:
        """Wait for work and return what goes to the engine next; empty once `is_over` (see `wake`)."""
        with self._ready:
            while True:
                if is_over():
                    return []
                if batch := self._next():
                    return batch
                self._ready.wait()

    def wake(self) -> None:
        """Let a waiting `take` ask again whether it is over."""
        with self._ready:
            self._ready.notify_all()

    def _next(self) -> list[TranslateRequest]:
        for work in Work:
            if is_disposable(work):
                if slots := self._slots[work]:
                    return [slots.pop(next(iter(slots)))]
            elif waiting := self._precious[work]:
                size = BATCH_SIZE if work in BATCHED else 1
                return [waiting.popleft() for _ in range(min(size, len(waiting)))]
        return []
