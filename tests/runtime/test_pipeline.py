"""The translation lane: its thread owns the models, and every line it takes gets an answer."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from livedesk.core import events as ev
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import NoEngine, TranslationEngine
from livedesk.core.records import Health, HealthState, Notice, NoticeCode, Part, Reason
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.inbox import Inbox
from livedesk.runtime.pipeline import TranslationLane
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngineSource, FakeLanguageIdentifier
from tests.runtime.rig import PATIENCE_S, wait_for

ES = Language("es")
BOTH_WAYS = ((ZH, EN), (EN, ZH))


class _BugError(Exception):
    pass


class _Echo(Translator):
    """Answers "<text>" on the thread it was made on; "bug" raises, "wait" waits for `go_on`."""

    def __init__(self, engines: FakeEngineSource) -> None:
        super().__init__(engines, FakeLanguageIdentifier(EN))
        self.made_on = threading.current_thread().name
        self.is_busy, self.go_on = threading.Event(), threading.Event()
        self.is_closed = False

    def translate(self, requests: Sequence[TranslateRequest]) -> list[TranslateResult]:
        assert threading.current_thread().name == self.made_on == "mt"
        assert not self.is_closed
        if any(r.text == "bug" for r in requests):
            raise _BugError
        if any(r.text == "wait" for r in requests):
            self.is_busy.set()
            wait_for(self.go_on)
        return [TranslateResult(r, f"<{r.text}>", r.source or EN, True) for r in requests]

    def close(self) -> None:
        self.is_closed = True
        super().close()


class _Lane:
    """A lane and what it posts. `make` may be replaced before the start."""

    def __init__(
        self, *directions: tuple[Language, Language], source: FakeEngineSource | None = None
    ) -> None:
        self.inbox = Inbox()
        self.made: list[_Echo] = []
        self.bugs: list[BaseException] = []
        self.source = source or FakeEngineSource(BOTH_WAYS)
        self.make: Callable[[], Translator] = self._make
        self._posted: list[ev.Input] = []
        self._news = threading.Condition()
        self.lane = TranslationLane(
            self.inbox, lambda: self.make(), directions or BOTH_WAYS, self._post, self.bugs.append
        )

    def _make(self) -> _Echo:
        self.made.append(_Echo(self.source))
        return self.made[-1]

    def _post(self, given: ev.Input) -> None:
        with self._news:
            self._posted.append(given)
            self._news.notify_all()

    def until(self, is_there: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_there, PATIENCE_S), "it never happened"

    def ask(self, *texts: str, work: Work = Work.FINAL_CAPTION) -> None:
        for number, text in enumerate(texts, 1):
            self.inbox.put(TranslateRequest(work, number, 1, text, ZH, EN, 0.0))

    @property
    def answers(self) -> list[tuple[str, str, Reason | None]]:
        results = [g for g in list(self._posted) if isinstance(g, TranslateResult)]
        return [(r.request.text, r.text, r.reason) for r in results]

    @property
    def healths(self) -> list[Health]:
        return [g.health for g in list(self._posted) if isinstance(g, ev.HealthReported)]

    @property
    def notices(self) -> list[Notice]:
        return [g.notice for g in list(self._posted) if isinstance(g, ev.NoticeRaised)]

    def states(self) -> list[HealthState]:
        assert all(h.part is Part.TRANSLATION for h in self.healths)
        return [h.state for h in self.healths]


@contextmanager
def _running(lane: _Lane) -> Iterator[_Lane]:
    lane.lane.start()
    try:
        yield lane
    finally:
        for translator in lane.made:
            translator.go_on.set()
        assert lane.lane.stop(5)
    assert all(translator.is_closed for translator in lane.made)


# --- opening ---


def test_that_the_models_are_opened_before_the_first_line_on_their_own_thread() -> None:
    with _running(_Lane()) as lane:
        lane.until(lambda: HealthState.OK in lane.states())
        assert lane.states() == [HealthState.STARTING, HealthState.OK]
        assert [t.made_on for t in lane.made] == ["mt"]
        assert lane.notices == []


def test_that_a_missing_model_is_said_and_lines_carry_the_reason() -> None:
    lane = _Lane(source=FakeEngineSource([], installable=BOTH_WAYS))
    lane.make = lambda: Translator(lane.source, FakeLanguageIdentifier(EN))
    with _running(lane):
        lane.ask("你好吗")
        lane.until(lambda: bool(lane.answers))
        assert lane.states() == [HealthState.STARTING, HealthState.OFF]
        (notice,) = lane.notices  # of both directions the first, the host's
        assert (notice.code, notice.params) == (NoticeCode.NO_MODEL, {"source": ZH, "target": EN})
        assert lane.answers == [("你好吗", "", Reason.NO_MODEL)]


def test_that_a_broken_model_is_said_with_its_code() -> None:
    class Broken(FakeEngineSource):
        def engine(self, source: Language, target: Language) -> TranslationEngine:
            raise NoEngine(is_installable=False, code=ErrorCode.MODEL_BROKEN, detail="opus-mt-zh-en")

    with _running(_Lane((ZH, EN), source=Broken(BOTH_WAYS))) as lane:
        lane.until(lambda: HealthState.FAILED in lane.states())
        assert lane.healths[-1].code == ErrorCode.MODEL_BROKEN
        assert [(n.code, n.params) for n in lane.notices] == [
            (NoticeCode.MODEL_BROKEN, {"code": ErrorCode.MODEL_BROKEN, "model": "opus-mt-zh-en"})
        ]


def test_that_a_model_that_is_not_listed_is_said() -> None:
    with _running(_Lane((ZH, EN), source=FakeEngineSource(BOTH_WAYS, is_listed=False))) as lane:
        lane.until(lambda: HealthState.OK in lane.states())
        assert [(n.code, n.params) for n in lane.notices] == [
            (NoticeCode.UNLISTED_MODEL, {"model": "fake-zh-en"})
        ]


@pytest.mark.parametrize(
    "error", [UserFacing(ErrorCode.ENGINE_NOT_INSTALLED, engine="transformers"), _BugError()]
)
def test_that_lines_carry_a_reason_though_no_translator_could_be_made(error: Exception) -> None:
    lane = _Lane()

    def fail() -> Translator:
        raise error

    lane.make = fail
    with _running(lane):
        lane.ask("你好吗")
        lane.until(lambda: bool(lane.answers))
        assert lane.answers == [("你好吗", "", Reason.ENGINE_FAILED)]
        assert lane.states() == [HealthState.STARTING, HealthState.FAILED]
        (notice,) = lane.notices
        if isinstance(error, UserFacing):
            assert (notice.code, notice.params["code"]) == (NoticeCode.MODEL_BROKEN, error.code)
            assert lane.bugs == []
        else:
            assert notice.code is NoticeCode.WORKER_FAILED
            assert lane.bugs == [error]
        lane.make = lane._make
        lane.lane.reload(BOTH_WAYS)
        lane.ask("再来")
        lane.until(lambda: len(lane.answers) == 2)
        assert lane.answers[-1] == ("再来", "<再来>", None)


# --- working ---


def test_that_lines_are_answered_in_the_order_of_work() -> None:
    lane = _Lane()
    lane.ask("chat", work=Work.CHAT_MESSAGE)
    lane.ask("one", "two")
    with _running(lane):
        lane.until(lambda: len(lane.answers) == 3)
    assert [source for source, _, _ in lane.answers] == ["one", "two", "chat"]


def test_that_a_bug_in_one_line_costs_that_line_only() -> None:
    lane = _Lane()
    lane.ask("one", "bug", "two", work=Work.CHAT_MESSAGE)
    with _running(lane):
        lane.until(lambda: len(lane.answers) == 3)
        lane.ask("three")
        lane.until(lambda: len(lane.answers) == 4)
    assert sorted(lane.answers) == [
        ("bug", "", Reason.ENGINE_FAILED),
        ("one", "<one>", None),
        ("three", "<three>", None),
        ("two", "<two>", None),
    ]
    assert {type(bug) for bug in lane.bugs} == {_BugError}


def test_that_an_installed_model_is_used_from_the_next_line_on() -> None:
    with _running(_Lane()) as lane:
        lane.ask("one")
        lane.until(lambda: len(lane.answers) == 1)
        lane.lane.reload([(ZH, EN)])
        lane.until(
            lambda: lane.states()[-2:] == [HealthState.STARTING, HealthState.OK] and len(lane.made) == 2
        )
        assert lane.made[0].is_closed
        lane.ask("two")
        lane.until(lambda: len(lane.answers) == 2)


# --- stopping ---


def test_that_stopping_finishes_the_line_in_hand_and_no_other() -> None:
    lane = _Lane()
    lane.ask("wait", "never")
    lane.lane.start()
    lane.until(lambda: bool(lane.made))
    wait_for(lane.made[0].is_busy)
    assert not lane.lane.stop(0.01)
    lane.made[0].go_on.set()
    assert lane.lane.stop(5)
    assert [source for source, _, _ in lane.answers] == ["wait"]
    assert lane.made[0].is_closed


def test_that_an_idle_lane_stops_at_once() -> None:
    lane = _Lane()
    lane.lane.start()
    lane.until(lambda: HealthState.OK in lane.states())
    assert lane.lane.stop(5)


def test_that_a_buyer_whose_line_met_a_bug_is_taken_to_speak_what_he_spoke_before() -> None:
    lane = _Lane()
    lane.inbox.put(TranslateRequest(Work.CHAT_MESSAGE, 1, 1, "bug", None, ZH, 0.0, hints=(ES, EN)))
    with _running(lane):
        lane.until(lambda: bool(lane.answers))
    (result,) = (g for g in lane._posted if isinstance(g, TranslateResult))
    assert (result.language, result.is_language_sure) == (ES, False)
