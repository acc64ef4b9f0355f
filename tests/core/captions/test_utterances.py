"""Where utterances begin and end: no voice is lost, none is heard twice, and none is too long."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.core.captions.utterances import (
    LIMIT,
    LONG,
    LONGER,
    ONSET,
    PAUSE,
    PAUSE_AFTER_CLAUSE,
    PAUSE_IN_LONG,
    PAUSE_IN_LONGER,
    PRE_ROLL,
    VOICE_FROM,
    WINDOW,
    Begun,
    Ended,
    Grown,
    Step,
    Utterances,
)

VOICE, SILENCE = 0.9, 0.05


@dataclass
class _Spoken:
    begin: int
    voice_from: int
    given: int
    end: int = -1
    voice_until: int = -1
    voiced: int = -1
    ended_at: int = -1


@dataclass
class _Follower:
    """Follows the steps as the recogniser does, and checks what must hold of any."""

    utterances: Utterances = field(default_factory=Utterances)
    spoken: list[_Spoken] = field(default_factory=list)
    is_open: bool = False
    kept: set[int] = field(default_factory=set)

    def take(self, *probabilities: float, loudness: float = 1.0, clause: bool = False) -> "_Follower":
        for probability in probabilities:
            frame = self.utterances.taken
            self.kept.add(frame)
            self.follow(self.utterances.take(probability, loudness, is_clause_end=clause), frame)
            self.kept = {f for f in self.kept if f >= self.utterances.kept_from}
        return self

    def break_off(self) -> "_Follower":
        self.follow(self.utterances.break_off(), self.utterances.taken - 1)
        return self

    def follow(self, steps: list[Step], frame: int) -> None:
        for step in steps:
            match step:
                case Begun(begin, voice_from):
                    assert not self.is_open
                    assert begin <= voice_from
                    self.is_open = True
                    self.spoken.append(_Spoken(begin, voice_from, begin))
                case Grown(until):
                    last = self.spoken[-1]
                    assert self.is_open
                    assert last.given <= until
                    assert self.kept >= set(range(last.given, until))  # it was kept for that
                    last.given = until
                case Ended(end, voice_until, voiced):
                    last = self.spoken[-1]
                    assert self.is_open
                    assert last.given == end
                    last.end, last.voice_until, last.voiced, last.ended_at = end, voice_until, voiced, frame
                    self.is_open = False

    @property
    def stretches(self) -> list[tuple[int, int]]:
        return [(s.begin, s.end) for s in self.spoken]


def test_that_an_utterance_begins_before_its_first_voice() -> None:
    follower = _Follower().take(*[SILENCE] * 30, *[VOICE] * ONSET)
    (spoken,) = follower.spoken
    assert (spoken.begin, spoken.voice_from, spoken.given) == (30 - PRE_ROLL, 30, 30 + ONSET)


def test_that_a_click_begins_nothing() -> None:
    follower = _Follower()
    for _ in range(5):
        follower.take(*[VOICE] * (ONSET - 1), SILENCE)
    assert follower.spoken == []


def test_that_a_pause_ends_it_and_silence_afterwards_is_nobodys() -> None:
    follower = _Follower().take(*[VOICE] * 20, *[SILENCE] * 100)
    (spoken,) = follower.spoken
    assert (spoken.end, spoken.voice_until, spoken.voiced) == (20 + PAUSE, 20, 20)


def test_that_a_shorter_pause_ends_it_after_a_clause() -> None:
    follower = _Follower().take(*[VOICE] * 20).take(*[SILENCE] * PAUSE_AFTER_CLAUSE, clause=True)
    assert follower.stretches == [(0, 20 + PAUSE_AFTER_CLAUSE)]


def test_that_a_hesitation_ends_nothing() -> None:
    follower = _Follower().take(*([VOICE] * 5 + [SILENCE] * (PAUSE - 1)) * 4)
    assert [s.end for s in follower.spoken] == [-1]


def test_that_voice_that_fades_is_still_voice() -> None:
    follower = _Follower().take(*[VOICE] * 5, *[VOICE_FROM - 0.1] * 50)
    assert [s.end for s in follower.spoken] == [-1]


@pytest.mark.parametrize(("length", "pause"), [(LONG, PAUSE_IN_LONG), (LONGER, PAUSE_IN_LONGER)])
def test_that_the_longer_it_is_the_shorter_a_pause_ends_it(length: int, pause: int) -> None:
    follower = _Follower().take(*[VOICE] * length, *[SILENCE] * pause)
    assert follower.stretches == [(0, length + pause)]


def test_that_one_that_is_too_long_is_cut_at_its_quietest_moment_near_the_limit() -> None:
    quiet = LIMIT - WINDOW // 2
    follower = _Follower().take(*[VOICE] * quiet).take(VOICE, loudness=0.1).take(*[VOICE] * WINDOW)
    first, second = follower.spoken
    assert first.end == second.begin == quiet + 1
    assert second.given == follower.utterances.taken
    assert first.voiced == quiet + 1


def test_that_what_is_cut_off_with_no_voice_left_begins_nothing() -> None:
    follower = _Follower().take(*[VOICE] * (LIMIT - PAUSE_IN_LONGER + 1))
    follower.take(*[SILENCE] * (PAUSE_IN_LONGER - 1), loudness=0.1).take(*[SILENCE] * 50)
    assert len(follower.spoken) == 1


def test_that_the_pre_roll_takes_nothing_from_the_one_before() -> None:
    follower = _Follower().take(*[VOICE] * 10, *[SILENCE] * (PAUSE + 2), *[VOICE] * 10).break_off()
    first, second = follower.spoken
    assert first.end == 10 + PAUSE
    assert second.begin == max(first.end, second.voice_from - PRE_ROLL)


def test_that_the_end_of_the_sound_ends_it() -> None:
    follower = _Follower().take(*[VOICE] * 10).break_off().break_off()
    assert follower.stretches == [(0, 10)]


def test_that_it_says_in_how_many_frames_it_would_end() -> None:
    follower = _Follower()
    assert follower.utterances.ends_in is None
    assert follower.take(*[VOICE] * 10).utterances.ends_in is None
    assert follower.take(*[SILENCE] * 4).utterances.ends_in == PAUSE - 4


_RUNS = st.lists(
    st.tuples(st.sampled_from([0.0, 0.2, 0.4, 0.45, 0.5, 0.95]), st.integers(1, 120), st.floats(0, 1)),
    max_size=40,
)


@given(runs=_RUNS, breaks=st.sets(st.integers(0, 40), max_size=3), clauses=st.sets(st.integers(0, 40)))
@settings(deadline=None)
def test_that_every_voice_is_in_exactly_one_utterance(
    runs: list[tuple[float, int, float]], breaks: set[int], clauses: set[int]
) -> None:
    follower, heard = _Follower(), list[float]()
    for number, (probability, length, loudness) in enumerate(runs):
        follower.take(*[probability] * length, loudness=loudness, clause=number in clauses)
        heard += [probability] * length
        if number in breaks:
            follower.break_off()
    follower.break_off()
    stretches = follower.stretches
    assert all(begin < end for begin, end in stretches)
    assert all(before[1] <= after[0] for before, after in pairwise(stretches))
    assert all(end - begin <= LIMIT for begin, end in stretches)
    covered = {frame for begin, end in stretches for frame in range(begin, end)}
    ends = {spoken.ended_at for spoken in follower.spoken}
    for frame in range(len(heard) - ONSET + 1):
        run = range(frame, frame + ONSET)
        if all(heard[f] >= VOICE_FROM for f in run) and not ends & set(run):
            assert covered >= set(run)
    voiced = [sum(heard[f] >= VOICE_FROM for f in range(s.voice_from, s.end)) for s in follower.spoken]
    assert voiced == [s.voiced for s in follower.spoken]
