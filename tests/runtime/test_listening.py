"""The listening lane: its thread owns microphone and model, and it stops with everything said."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH
from livedesk.core.ports import AudioSource
from livedesk.core.records import HealthState, Part
from livedesk.core.session import show
from livedesk.runtime.affinity import WrongThreadError
from livedesk.runtime.listener import Equipment, Wanted
from livedesk.runtime.listening import ListeningLane
from livedesk.runtime.recognising import Tools
from tests.runtime.listening_rig import SILENCE, VOICE, ListeningRig
from tests.runtime.rig import PATIENCE_S, wait_for

LINE = "大家好欢迎来到我们的直播间"


class _Lane:
    """A lane over the parts of a `ListeningRig`, whose virtual time runs on the lane's own thread."""

    def __init__(self, *parts: tuple[float, float], ending: object = None) -> None:
        self.rig = ListeningRig(LINE, LINE).hears(*parts, ending=ending)
        self.posted: list[ev.Input] = []
        self.threads: set[str] = set()
        self.bugs: list[BaseException] = []
        self.has_ended = threading.Event()
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self._news = threading.Condition()
        rig = self.rig
        equipment = Equipment(
            self._source, lambda: (), self._tools, rig.listener._equipment.make_meter, rig._track
        )
        self.make_tools: Callable[[Wanted], Tools] = rig._tools
        self.lane = ListeningLane(
            equipment, Wanted(), rig.clock, self._post, self.bugs.append, self.has_ended.set
        )

    def _source(self, microphone: str) -> AudioSource:
        self.threads.add(threading.current_thread().name)
        return self.rig._source(microphone)

    def _tools(self, wanted: Wanted) -> Tools:
        self.threads.add(threading.current_thread().name)
        wait_for(self.may_go_on)
        return self.make_tools(wanted)

    def _post(self, given: ev.Input) -> None:
        with self._news:
            self.posted.append(given)
            self.rig.give(given)
            self._news.notify_all()

    def live(self) -> None:
        self.rig.live()
        for event in self.rig.events:
            self.lane.receive(event)

    def until(self, is_there: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_there, PATIENCE_S), "it never happened"

    def said(self, part: Part, state: HealthState) -> bool:
        healths = [g.health for g in self.posted if isinstance(g, ev.HealthReported)]
        return any((h.part, h.state) == (part, state) for h in healths)


@contextmanager
def _running(lane: _Lane) -> Iterator[_Lane]:
    lane.lane.start()
    try:
        yield lane
    finally:
        lane.may_go_on.set()
        assert lane.lane.stop(5)
    assert lane.threads <= {"asr"}


def test_that_model_and_microphone_are_opened_on_their_own_thread() -> None:
    with _running(_Lane((SILENCE, 1e6))) as lane:
        lane.until(lambda: lane.said(Part.MICROPHONE, HealthState.OK))
        assert lane.said(Part.SPEECH, HealthState.OK)
        assert lane.threads == {"asr"}


def test_that_a_file_is_heard_and_its_end_told() -> None:
    lane = _Lane((SILENCE, 1.0), (VOICE, 0.25 * len(LINE)), (SILENCE, 1.0), ending=EOFError)
    lane.live()
    with _running(lane):
        wait_for(lane.has_ended)
    assert lane.rig.finals == [LINE + "。"]


def test_that_stopping_makes_what_is_being_said_a_final() -> None:
    lane = _Lane((VOICE, 1e6))
    lane.live()
    with _running(lane):
        lane.until(
            lambda: bool(lane.rig.hypotheses or any(isinstance(g, ev.Hypothesis) for g in lane.posted))
        )
    assert lane.rig.captions[-1].is_final
    assert lane.rig.engine.is_closed


def test_that_stopping_before_the_start_is_no_trouble() -> None:
    assert _Lane().lane.stop(1)


def test_that_orders_reach_the_thread() -> None:
    with _running(_Lane((SILENCE, 1e6))) as lane:
        lane.until(lambda: lane.said(Part.MICROPHONE, HealthState.OK))
        lane.lane.reload(Wanted(is_on=False))
        lane.until(lambda: lane.said(Part.MICROPHONE, HealthState.OFF))
        lane.lane.catch_up()
        lane.lane.reload(Wanted(), has_new_models=True)
        lane.until(lambda: len(lane.rig.loaded) == 2)


def test_that_a_session_in_another_language_is_heard_in_that_language() -> None:
    with _running(_Lane((SILENCE, 1e6))) as lane:
        lane.until(lambda: lane.said(Part.MICROPHONE, HealthState.OK))
        session = show.started(show.idle(EN, (ZH,)), "Fair", 1_000.0, is_rehearsal=False)
        lane.lane.receive(ev.SessionChanged(session))
        lane.until(lambda: len(lane.rig.loaded) == 2)
    assert [wanted.language for wanted in lane.rig.loaded] == [ZH, EN]


def test_that_a_tape_holds_the_lane() -> None:
    lane = _Lane((VOICE, 5.0), (SILENCE, 1.0), ending=EOFError)
    lane.live()
    lane.lane.hold(True)
    with _running(lane):
        wait_for(lane.has_ended)
    assert lane.rig.captions == []


def test_that_a_bug_outside_an_utterance_is_told_and_reported() -> None:
    lane = _Lane((SILENCE, 1e6))
    lane.rig.sources[""].open = lambda: 1 / 0  # type: ignore[method-assign, assignment]
    lane.lane.start()
    lane.until(lambda: lane.said(Part.MICROPHONE, HealthState.FAILED))
    assert lane.lane.stop(5)
    assert [type(bug) for bug in lane.bugs] == [ZeroDivisionError]


def test_that_the_lane_is_the_threads_alone() -> None:
    with pytest.raises(WrongThreadError):
        _Lane().lane._work(threading.Event())


def test_that_what_is_said_about_a_model_has_a_code() -> None:
    lane = _Lane((SILENCE, 1e6))

    def fail(wanted: Wanted) -> Tools:
        raise OSError("no such library")

    lane.make_tools = fail
    with _running(lane):
        lane.until(lambda: lane.said(Part.SPEECH, HealthState.FAILED))
    codes = [g.health.code for g in lane.posted if isinstance(g, ev.HealthReported)]
    assert ErrorCode.SPEECH_FAILED in codes
