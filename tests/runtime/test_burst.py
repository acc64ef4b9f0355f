"""Events on their way to the thread `net`: in one call a burst, the newest state of each row."""

from dataclasses import replace

from livedesk.core.events import CaptionChanged, Event, SessionChanged
from livedesk.core.ids import EN, ZH, SegmentId, SessionId
from livedesk.core.records import Caption, Origin, Session, SessionState
from livedesk.runtime.burst import Burst

ONE = Session(SessionId("one"), "", SessionState.LIVE, False, ZH, (EN,))


def caption(number: int, text: str) -> CaptionChanged:
    return CaptionChanged(Caption(SegmentId(number), 1, ZH, text, 0, False, Origin.TYPED, 0.0, 1.0, 0.0))


class Rig:
    def __init__(self) -> None:
        self.calls: list[object] = []
        self.got: list[list[Event]] = []
        self.burst = Burst(self.calls.append, self.got.append)

    def run(self) -> None:
        calls, self.calls[:] = list(self.calls), []
        for call in calls:
            call()  # type: ignore[operator]  # what `NetLane.call` was given


def test_that_a_burst_is_one_call_with_the_newest_of_each_row() -> None:
    rig = Rig()
    first, second, other = caption(1, "a"), caption(1, "ab"), caption(2, "x")
    for event in (first, other, second):
        rig.burst.put(event)
    assert len(rig.calls) == 1
    rig.run()
    assert rig.got == [[other, second]]


def test_that_what_comes_during_the_delivery_calls_again() -> None:
    rig = Rig()
    rig.burst.put(caption(1, "a"))
    rig.run()
    rig.burst.put(caption(1, "ab"))
    assert len(rig.calls) == 1
    rig.run()
    assert len(rig.got) == 2


def test_that_lines_of_the_show_before_are_not_taken_for_those_of_the_next() -> None:
    rig = Rig()
    two = replace(ONE, id=SessionId("two"))
    rig.burst.put(SessionChanged(ONE))
    rig.run()
    for event in (caption(1, "old"), SessionChanged(two), caption(1, "new")):
        rig.burst.put(event)
    rig.run()
    assert rig.got[-1] == [SessionChanged(two), caption(1, "new")]


def test_that_another_show_comes_before_its_lines_however_often_it_is_told() -> None:
    rig = Rig()
    counted = replace(ONE, messages=1)
    for event in (SessionChanged(ONE), caption(1, "first"), SessionChanged(counted)):
        rig.burst.put(event)
    rig.run()
    assert rig.got == [[SessionChanged(ONE), caption(1, "first"), SessionChanged(counted)]]
