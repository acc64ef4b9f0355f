"""A final caption does not wait for a call with other work: that call stops, and nothing of it is lost."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from livedesk.core.errors import ErrorCode
from livedesk.core.events import HealthReported, Input, NoticeRaised
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import EngineLine, GaveWay, NoEngine, TranslationEngine
from livedesk.core.records import HealthState, NoticeCode, Reason
from livedesk.core.translation.order import URGENT
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.inbox import Inbox
from livedesk.runtime.pipeline import Direction, TranslationLane
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier

ES = Language("es")
PATIENCE_S = 10.0


def request(work: Work, item: int = 1, text: str = "多少钱", revision: int = 1) -> TranslateRequest:
    return TranslateRequest(work, item, revision, text, ZH, EN, 0.0)


def take(inbox: Inbox) -> list[TranslateRequest]:
    return inbox.take(lambda: False)


@pytest.mark.parametrize("work", list(Work))
def test_that_only_urgent_work_is_never_stopped(work: Work) -> None:
    inbox = Inbox()
    inbox.put(request(work))
    take(inbox)
    assert inbox.is_possible() is (work not in URGENT)


@pytest.mark.parametrize("work", list(Work))
def test_that_only_urgent_work_stops_what_is_in_hand(work: Work) -> None:
    inbox = Inbox()
    assert not inbox.is_wanted()
    inbox.put(request(work))
    assert inbox.is_wanted() is (work in URGENT)


def test_that_what_was_stopped_waits_again_first_in_line() -> None:
    inbox = Inbox()
    lines = [request(Work.CHAT_MESSAGE, n) for n in range(12)]
    for line in lines:
        inbox.put(line)
    batch = take(inbox)
    inbox.put(request(Work.FINAL_CAPTION))
    inbox.put_back()
    assert [r.work for r in take(inbox)] == [Work.FINAL_CAPTION]
    inbox.put_back()  # nothing was in hand that waits again twice
    assert take(inbox)[0].work is Work.FINAL_CAPTION
    assert [*take(inbox), *take(inbox)] == lines
    assert len(batch) < len(lines)


def test_that_what_was_withdrawn_meanwhile_does_not_wait_again() -> None:
    inbox = Inbox()
    for n in (1, 2, 3):
        inbox.put(request(Work.CHAT_MESSAGE, n))
    take(inbox)
    inbox.withdraw(Work.CHAT_MESSAGE, 2)
    inbox.put_back()
    assert [r.item for r in take(inbox)] == [1, 3]


def test_that_a_partial_that_was_stopped_gives_its_slot_to_a_newer_one() -> None:
    inbox = Inbox()
    inbox.put(request(Work.CAPTION_PARTIAL, 1, "多", 1))
    take(inbox)
    inbox.put(request(Work.CAPTION_PARTIAL, 1, "多少", 2))
    inbox.put_back()
    assert [r.revision for r in take(inbox)] == [2]
    assert len(inbox) == 0


def test_that_chat_rests_after_a_line_while_captions_flow_and_captions_do_not() -> None:
    now = [100.0]
    inbox = Inbox(lambda: now[0])
    inbox.took([request(Work.FINAL_CAPTION)], 20.0)
    inbox.took([request(Work.CHAT_MESSAGE)], 400.0)
    for work in (Work.CHAT_MESSAGE, Work.CAPTION_PARTIAL, Work.FINAL_CAPTION):
        inbox.put(request(work))
    assert [take(inbox)[0].work, take(inbox)[0].work] == [Work.FINAL_CAPTION, Work.CAPTION_PARTIAL]
    now[0] = 100.5
    assert take(inbox)[0].work is Work.CHAT_MESSAGE


def test_that_resting_ends_by_itself() -> None:
    inbox = Inbox()
    inbox.took([request(Work.FINAL_CAPTION)], 1.0)
    inbox.took([request(Work.CHAT_MESSAGE)], 30.0)
    inbox.put(request(Work.CHAT_MESSAGE, 5))
    assert take(inbox)[0].item == 5


# --- the lane ---


class Held(FakeEngine):
    """Holds each call until a final caption waits, gives way to it, and is quick from then on."""

    def __init__(self, inbox: Inbox) -> None:
        super().__init__(EN)
        self.inbox = inbox
        self.has_begun = threading.Event()
        self.may_go_on = threading.Event()
        self.stopped: list[list[str]] = []

    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
        if self.inbox.is_possible():
            self.has_begun.set()
            assert self.may_go_on.wait(PATIENCE_S)
            if self.inbox.is_wanted():
                self.stopped.append(list(lines))
                raise GaveWay
        return super().translate(lines, prefixes)


class Posted:
    """Keeps what the lane says to the desk."""

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        self._news = threading.Condition()

    def __call__(self, given: Input) -> None:
        with self._news:
            self.inputs.append(given)
            self._news.notify_all()

    @property
    def results(self) -> list[TranslateResult]:
        return [given for given in self.inputs if isinstance(given, TranslateResult)]

    @property
    def health(self) -> tuple[HealthState, str] | None:
        healths = [given.health for given in self.inputs if isinstance(given, HealthReported)]
        return (healths[-1].state, healths[-1].code) if healths else None

    @property
    def notices(self) -> list[tuple[NoticeCode, dict[str, str | int]]]:
        return [(g.notice.code, dict(g.notice.params)) for g in self.inputs if isinstance(g, NoticeRaised)]

    def until(self, is_there: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_there, PATIENCE_S), "it never came"


@contextmanager
def lane(
    inbox: Inbox,
    source: FakeEngineSource | Callable[[], FakeEngineSource],
    directions: Sequence[Direction] = (),
) -> Iterator[tuple[TranslationLane, Posted]]:
    posted, bugs = Posted(), list[BaseException]()

    def make() -> Translator:
        engines = source if isinstance(source, FakeEngineSource) else source()
        return Translator(engines, FakeLanguageIdentifier(ZH))

    made = TranslationLane(inbox, make, directions, posted, bugs.append)
    made.start()
    try:
        yield made, posted
    finally:
        assert made.stop(PATIENCE_S)
    assert not bugs


def test_that_a_final_goes_before_the_chat_in_hand_and_nothing_is_lost() -> None:
    inbox = Inbox()
    source = FakeEngineSource([(ZH, EN)])
    engine = source.engines[ZH, EN] = Held(inbox)
    for n in range(3):
        inbox.put(request(Work.CHAT_MESSAGE, n, f"这个多少钱{n}"))
    with lane(inbox, source) as (_, posted):
        assert engine.has_begun.wait(PATIENCE_S)
        inbox.put(request(Work.FINAL_CAPTION, 9, "大家好"))
        engine.may_go_on.set()
        posted.until(lambda: len(posted.results) == 4)
    works = [(r.request.work, r.request.item) for r in posted.results]
    assert works[0] == (Work.FINAL_CAPTION, 9)
    assert works[1:] == [(Work.CHAT_MESSAGE, n) for n in range(3)]
    assert len(engine.stopped) == 1


def test_that_one_missing_language_does_not_cost_the_others() -> None:
    source = FakeEngineSource([(ZH, EN), (EN, ZH)], installable=[(EN, ES), (ES, EN)])
    with lane(Inbox(), source, [(ZH, EN), (ZH, ES), (EN, ZH), (ES, ZH)]) as (_, posted):
        posted.until(lambda: posted.health == (HealthState.OK, ""))
    # One notice stands for all: the direction first in use.
    assert posted.notices == [(NoticeCode.NO_MODEL, {"source": EN, "target": ES})]


def test_that_no_model_at_all_is_off() -> None:
    with lane(Inbox(), FakeEngineSource([]), [(ZH, EN)]) as (_, posted):
        posted.until(lambda: posted.health == (HealthState.OFF, Reason.NO_MODEL))
    assert posted.notices == [(NoticeCode.NO_MODEL, {"source": ZH, "target": EN})]


def test_that_a_damaged_model_is_said_even_where_another_works() -> None:
    class Damaged(FakeEngineSource):
        def engine(self, source: Language, target: Language) -> TranslationEngine:
            if target == ZH:
                raise NoEngine(is_installable=True, code=ErrorCode.MODEL_BROKEN, detail="opus-mt-en-zh")
            return super().engine(source, target)

    source = Damaged([(ZH, EN), (EN, ZH)])
    with lane(Inbox(), source, [(ZH, EN), (EN, ZH)]) as (_, posted):
        posted.until(lambda: posted.health == (HealthState.FAILED, ErrorCode.MODEL_BROKEN))
    assert [code for code, _ in posted.notices] == [NoticeCode.MODEL_BROKEN]


def test_that_a_language_works_as_soon_as_its_models_are_there() -> None:
    pairs = [(ZH, EN)]

    def source() -> FakeEngineSource:
        made = FakeEngineSource(pairs, installable=[(EN, ES)])
        made.engines[ZH, EN] = FakeEngine(EN, model="zh-en", answers={"大家好": "hello everyone"})
        if (EN, ES) in pairs:
            made.engines[EN, ES] = FakeEngine(ES, model="en-es", answers={"hello everyone": "hola a todos"})
        return made

    inbox = Inbox()
    asked = TranslateRequest(Work.FINAL_CAPTION, 1, 1, "大家好", ZH, ES, 0.0)
    with lane(inbox, source, [(ZH, ES)]) as (running, posted):
        posted.until(lambda: posted.health == (HealthState.OFF, Reason.NO_MODEL))
        inbox.put(asked)
        posted.until(lambda: len(posted.results) == 1)
        pairs.append((EN, ES))
        running.reload([(ZH, ES)])
        posted.until(lambda: posted.health == (HealthState.OK, ""))
        inbox.put(asked)
        posted.until(lambda: len(posted.results) == 2)
    assert posted.results[0].reason is Reason.NO_MODEL
    assert (posted.results[1].text.lower(), posted.results[1].model) == ("hola a todos", "zh-en + en-es")
