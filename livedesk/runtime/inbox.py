"""What waits for the translation worker, in the order of `core.translation.order`."""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice

from livedesk.core.ids import Language
from livedesk.core.ports import Interruption
from livedesk.core.translation.order import BATCH_SIZE, BATCHED, URGENT, Pace, is_disposable
from livedesk.core.translation.request import TranslateRequest, Work
from livedesk.core.typing_compat import override

_Slot = tuple[int, Language, bool]


class Inbox(Interruption):
    """Precious work waits first-in-first-out, disposable work in one slot per item (newest wins).

    What was taken last is in hand; urgent work may stop it (see `Interruption`), and `put_back` lets it wait again.
    `now` is a steady clock in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._pace = Pace()
        self._ready = threading.Condition()
        self._precious: dict[Work, deque[TranslateRequest]] = {
            w: deque() for w in Work if not is_disposable(w)
        }
        self._slots: dict[Work, dict[_Slot, TranslateRequest]] = {w: {} for w in Work if is_disposable(w)}
        self._superseded = 0
        self._in_hand: list[TranslateRequest] = []

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
            self._in_hand = [r for r in self._in_hand if (r.work, r.item) != (work, item)]
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
                rest_s = self._pace.rest_s(self._now())
                if batch := self._next(is_resting=rest_s > 0):
                    self._in_hand = batch
                    return list(batch)
                self._ready.wait(rest_s or None)

    def took(self, batch: Sequence[TranslateRequest], ms: float) -> None:
        """Learn that the engine took `ms` for `batch`, so that the next ones are of the right size."""
        self._pace.took(batch, ms, self._now())

    def put_back(self) -> None:
        """Let what was in hand wait again, but for what was withdrawn or replaced since."""
        with self._ready:
            for request in reversed(self._in_hand):
                if is_disposable(request.work):
                    self._slots[request.work].setdefault(request.slot, request)
                else:
                    self._precious[request.work].appendleft(request)
            self._in_hand = []

    @override
    def is_possible(self) -> bool:
        in_hand = self._in_hand
        return not in_hand or in_hand[0].work not in URGENT

    @override
    def is_wanted(self) -> bool:
        # Without the lock: an engine asks at every token, and an answer that is one token old does no harm.
        return any(self._precious[work] for work in URGENT)

    def wake(self) -> None:
        """Let a waiting `take` ask again whether it is over."""
        with self._ready:
            self._ready.notify_all()

    def _next(self, *, is_resting: bool) -> list[TranslateRequest]:
        for work in Work:
            if is_disposable(work):
                if slots := self._slots[work]:
                    return [slots.pop(next(iter(slots)))]
            elif (waiting := self._precious[work]) and not (is_resting and work in BATCHED):
                first = list(islice(waiting, BATCH_SIZE))
                size = self._pace.fitting(first, self._now()) if work in BATCHED else 1
                return [waiting.popleft() for _ in range(size)]
        return []
