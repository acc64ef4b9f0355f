"""The ring between PortAudio's thread and the recogniser."""

import threading

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from livedesk.adapters.audio.ring import Ring


def numbered(begin: int, count: int, channels: int = 1) -> NDArray[np.float32]:
    """Return frames that carry their own number in every channel."""
    return np.repeat(np.arange(begin, begin + count, dtype=np.float32)[:, None], channels, axis=1)


def test_that_an_empty_ring_gives_nothing() -> None:
    assert Ring(8, 1).take() is None


def test_that_what_was_written_comes_out_once_in_order() -> None:
    ring = Ring(8, 2)
    ring.write(numbered(0, 3, 2))
    ring.write(numbered(3, 2, 2))
    taken = ring.take()
    assert taken is not None
    assert taken.start == 0
    assert np.array_equal(taken.frames, numbered(0, 5, 2))
    assert ring.take() is None


def test_that_a_late_reader_gets_the_newest_frames_and_their_true_place() -> None:
    ring = Ring(8, 1)
    for begin in range(0, 20, 4):
        ring.write(numbered(begin, 4))
    taken = ring.take()
    assert taken is not None
    assert taken.start == 12
    assert np.array_equal(taken.frames, numbered(12, 8))


def test_that_a_block_longer_than_the_ring_keeps_its_tail() -> None:
    ring = Ring(8, 1)
    ring.write(numbered(0, 20))
    taken = ring.take()
    assert taken is not None
    assert taken.start == 12
    assert np.array_equal(taken.frames, numbered(12, 8))


def test_that_frames_that_never_came_split_what_is_taken() -> None:
    ring = Ring(16, 1)
    ring.write(numbered(0, 4))
    ring.skip(10)
    ring.write(numbered(14, 4))
    first, second = ring.take(), ring.take()
    assert first is not None
    assert second is not None
    assert (first.start, len(first.frames)) == (0, 4)
    assert (second.start, len(second.frames)) == (14, 4)
    assert np.array_equal(second.frames, numbered(14, 4))


def test_that_a_gap_is_counted_though_its_place_was_written_over() -> None:
    ring = Ring(8, 1)
    ring.write(numbered(0, 4))
    ring.skip(100)
    ring.write(numbered(104, 12))
    taken = ring.take()
    assert taken is not None
    assert taken.start == 108
    assert np.array_equal(taken.frames, numbered(108, 8))


def test_that_the_frames_taken_are_the_readers_own() -> None:
    ring = Ring(4, 1)
    ring.write(numbered(0, 4))
    taken = ring.take()
    ring.write(numbered(4, 4))
    assert taken is not None
    assert np.array_equal(taken.frames, numbered(0, 4))


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 20)),
        st.tuples(st.just("skip"), st.integers(1, 50)),
        st.tuples(st.just("take"), st.just(0)),
    ),
    max_size=40,
)


@given(steps=STEPS)
def test_that_every_frame_is_either_delivered_in_its_place_or_missing_from_the_count(
    steps: list[tuple[str, int]],
) -> None:
    ring = Ring(16, 1)
    made = reached = 0
    for step, count in [*steps, *[("take", 0)] * 25]:
        if step == "write":
            ring.write(numbered(made, count))
            made += count
        elif step == "skip":
            ring.skip(count)
            made += count
        elif taken := ring.take():
            assert taken.start >= reached
            assert np.array_equal(taken.frames, numbered(taken.start, len(taken.frames)))
            reached = taken.start + len(taken.frames)
    assert ring.take() is None
    assert reached <= made


def test_that_a_reader_on_another_thread_never_sees_a_torn_frame() -> None:
    ring, total = Ring(512, 2), 200_000
    is_done = threading.Event()

    def write() -> None:
        for begin in range(0, total, 100):
            ring.write(numbered(begin, 100, 2))
        is_done.set()

    writer = threading.Thread(target=write)
    writer.start()
    delivered = reached = 0
    while not is_done.is_set() or ring._taken < ring._written:
        taken = ring.take()
        if taken is None:
            continue
        assert taken.start >= reached
        expected = numbered(taken.start, len(taken.frames), 2)
        assert np.array_equal(taken.frames, expected)
        delivered += len(taken.frames)
        reached = taken.start + len(taken.frames)
    writer.join()
    assert reached == total
    assert 0 < delivered <= total
