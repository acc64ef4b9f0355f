"""What goes to the translator next, what is replaced on the way, and what is never dropped."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.order import BATCH_SIZE, BATCHED, is_disposable
from livedesk.core.translation.request import TranslateRequest, Work
from livedesk.runtime.inbox import Inbox
from tests.runtime.rig import wait_for

ES = Language("es")


def _request(
    work: Work, item: int = 1, revision: int = 1, target: Language = EN, *, is_back: bool = False
) -> TranslateRequest:
    return TranslateRequest(work, item, revision, "text", ZH, target, 0.0, is_back=is_back)


def _taken(inbox: Inbox) -> list[TranslateRequest]:
    taken: list[TranslateRequest] = []
    while len(inbox):
        taken += inbox.take(lambda: False)
    return taken


def _filled(*requests: TranslateRequest) -> Inbox:
    inbox = Inbox()
    for request in requests:
        inbox.put(request)
    return inbox


def test_that_work_is_taken_in_the_order_of_the_design() -> None:
    inbox = _filled(*(_request(work) for work in reversed(Work)))
    assert [r.work for r in _taken(inbox)] == list(Work)


@pytest.mark.parametrize("work", [w for w in Work if not is_disposable(w)])
def test_that_precious_work_is_first_in_first_out_and_never_dropped(work: Work) -> None:
    requests = [_request(work, item, revision) for item in (2, 1, 2) for revision in (1, 2)]
    assert _taken(_filled(*requests)) == requests


@pytest.mark.parametrize("work", [w for w in Work if is_disposable(w)])
def test_that_of_disposable_work_the_newest_wins(work: Work) -> None:
    inbox = _filled(*(_request(work, revision=n) for n in (1, 2, 3)))
    assert [r.revision for r in _taken(inbox)] == [3]
    assert inbox.superseded == 2


def test_that_each_target_and_each_reading_back_has_its_own_slot() -> None:
    requests = [
        _request(Work.REPLY_PREVIEW, 1, target=EN),
        _request(Work.REPLY_PREVIEW, 1, target=ES),
        _request(Work.REPLY_PREVIEW, 1, target=EN, is_back=True),
        _request(Work.REPLY_PREVIEW, 2, target=EN),
    ]
    assert _taken(_filled(*requests)) == requests


def test_that_the_newest_of_a_slot_stands_last_in_line() -> None:
    first, other, newest = (_request(Work.CAPTION_PARTIAL, item, n) for n, item in enumerate((1, 2, 1)))
    assert _taken(_filled(first, other, newest)) == [other, newest]


def test_that_only_batched_work_is_taken_together() -> None:
    chat = [_request(Work.CHAT_MESSAGE, n) for n in range(BATCH_SIZE + 3)]
    finals = [_request(Work.FINAL_CAPTION, n) for n in range(2)]
    inbox = _filled(*chat, *finals)
    sizes = []
    while len(inbox):
        sizes.append(len(inbox.take(lambda: False)))
    assert sizes == [1, 1, BATCH_SIZE, 3]


def test_that_a_final_waits_for_one_batch_of_chat_at_most() -> None:
    inbox = _filled(*(_request(Work.CHAT_MESSAGE, n) for n in range(BATCH_SIZE * 5)))
    assert len(inbox.take(lambda: False)) == BATCH_SIZE
    inbox.put(_request(Work.FINAL_CAPTION))
    assert [r.work for r in inbox.take(lambda: False)] == [Work.FINAL_CAPTION]


def test_that_what_is_withdrawn_is_not_taken() -> None:
    inbox = _filled(
        *(_request(Work.CHAT_MESSAGE, n) for n in (1, 2, 3)),
        *(_request(Work.CAPTION_PARTIAL, 1, target=t) for t in (EN, ES)),
        _request(Work.CAPTION_PARTIAL, 2),
    )
    inbox.withdraw(Work.CHAT_MESSAGE, 2)
    inbox.withdraw(Work.CAPTION_PARTIAL, 1)
    inbox.withdraw(Work.FINAL_CAPTION, 1)
    left = _taken(inbox)
    assert [(r.work, r.item) for r in left] == [
        (Work.CHAT_MESSAGE, 1),
        (Work.CHAT_MESSAGE, 3),
        (Work.CAPTION_PARTIAL, 2),
    ]
    assert inbox.superseded == 2


def test_that_taking_waits_for_work() -> None:
    inbox, is_asked, taken = Inbox(), threading.Event(), []

    def is_over() -> bool:
        is_asked.set()
        return False

    thread = threading.Thread(target=lambda: taken.append(inbox.take(is_over)))
    thread.start()
    wait_for(is_asked)
    request = _request(Work.FINAL_CAPTION)
    inbox.put(request)
    thread.join(5)
    assert taken == [[request]]


def test_that_waiting_ends_when_it_is_over() -> None:
    inbox, is_asked, over, taken = Inbox(), threading.Event(), threading.Event(), []

    def is_over() -> bool:
        is_asked.set()
        return over.is_set()

    thread = threading.Thread(target=lambda: taken.append(inbox.take(is_over)))
    thread.start()
    wait_for(is_asked)
    over.set()
    inbox.wake()
    thread.join(5)
    assert taken == [[]]


def test_that_what_still_waits_stays_when_it_is_over() -> None:
    inbox = _filled(_request(Work.FINAL_CAPTION))
    assert inbox.take(lambda: True) == []
    assert len(inbox) == 1


@given(
    requests=st.lists(
        st.builds(
            _request,
            st.sampled_from(Work),
            st.integers(1, 3),
            st.integers(1, 3),
            st.sampled_from([EN, ES]),
            is_back=st.booleans(),
        ),
        max_size=40,
    )
)
@settings(deadline=None)
def test_that_whatever_is_put_in_comes_out_or_was_superseded(requests: list[TranslateRequest]) -> None:
    inbox = _filled(*requests)
    waiting = len(inbox)
    taken = _taken(inbox)
    assert len(taken) == waiting
    assert len(taken) + inbox.superseded == len(requests)
    assert [r.work for r in taken] == sorted(r.work for r in taken)
    precious = [r for r in requests if not is_disposable(r.work)]
    assert sorted(precious, key=lambda r: r.work) == [r for r in taken if not is_disposable(r.work)]
    newest = {(r.work, r.slot): r for r in requests if is_disposable(r.work)}
    assert {(r.work, r.slot): r for r in taken if is_disposable(r.work)} == newest


def test_that_many_threads_lose_nothing() -> None:
    inbox, everything = Inbox(), threading.Event()
    expected = 4 * 250
    taken: list[TranslateRequest] = []

    def consume() -> None:
        while not everything.is_set():
            taken.extend(inbox.take(everything.is_set))
            if len(taken) == expected:
                everything.set()

    def produce(number: int) -> None:
        for item in range(250):
            inbox.put(_request(Work.CHAT_MESSAGE, number * 1000 + item))

    consumer = threading.Thread(target=consume)
    producers = [threading.Thread(target=produce, args=(n,)) for n in range(4)]
    for thread in (consumer, *producers):
        thread.start()
    wait_for(everything)
    for thread in (consumer, *producers):
        thread.join(5)
    for number in range(4):
        own = [r.item for r in taken if r.item // 1000 == number]
        assert own == [number * 1000 + n for n in range(250)]


def test_that_batched_kinds_are_those_nobody_waits_for_on_air() -> None:
    assert {Work.CHAT_MESSAGE, Work.CATALOGUE} == BATCHED
