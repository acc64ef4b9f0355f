"""What of a source reaches the desk: each line once, and no more than the desk can take."""

from livedesk.core.events import ChatReceived
from livedesk.runtime import chat_gate
from livedesk.runtime.chat_gate import ChatGate
from livedesk.runtime.clock import ManualClock


def line(number: int) -> ChatReceived:
    return ChatReceived("twitch", f"m-{number}", "Maria", "hola")


def test_that_a_line_passes_once() -> None:
    gate = ChatGate(ManualClock().now)
    assert [gate.takes(line(n)) for n in (1, 1, 2, 1)] == [True, False, True, False]
    assert (gate.received, gate.dropped) == (2, 0)


def test_that_a_flood_is_cut_to_what_the_desk_can_take_and_counted() -> None:
    clock = ManualClock()
    gate = ChatGate(clock.now, rate_per_s=10.0, burst=20)
    assert sum(gate.takes(line(n)) for n in range(1_000)) == 20
    clock.move_to(1.0)
    assert sum(gate.takes(line(n)) for n in range(1_000, 2_000)) == 10
    assert (gate.received, gate.dropped) == (30, 1_970)


def test_that_a_line_that_was_left_out_may_come_again() -> None:
    clock = ManualClock()
    gate = ChatGate(clock.now, rate_per_s=1.0, burst=1)
    assert [gate.takes(line(n)) for n in (1, 2)] == [True, False]
    clock.move_to(5.0)
    assert gate.takes(line(2))


def test_that_the_memory_is_bounded(monkeypatch: object) -> None:
    clock = ManualClock()
    gate = ChatGate(clock.now, rate_per_s=1e9, burst=10**9)
    for number in range(chat_gate.MEMORY + 500):
        gate.takes(line(number))
    assert len(gate._seen) == chat_gate.MEMORY
    assert not gate.takes(line(chat_gate.MEMORY))
