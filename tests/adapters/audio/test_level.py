"""The level meter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.adapters.audio.level import STEP, LevelMeter
from livedesk.core.records import Level
from tests.contracts.fakes_audio import tone


def levels(sound: np.ndarray, chunk: int) -> list[Level]:
    meter = LevelMeter()
    found = [meter.add(memoryview(sound[at : at + chunk])) for at in range(0, len(sound), chunk)]
    return [level for level in found if level]


def test_that_a_tenth_of_a_second_makes_one_level() -> None:
    assert len(levels(tone(1.0), 320)) == 10


def test_that_a_sine_has_its_peak_and_root_mean_square() -> None:
    for level in levels(tone(1.0, loud=0.5), 320):
        assert level.peak == pytest.approx(0.5, abs=0.01)
        assert level.rms == pytest.approx(0.5 / np.sqrt(2), abs=0.01)
        assert not level.is_clipped


def test_that_silence_is_0() -> None:
    assert levels(np.zeros(STEP, dtype=np.float32), 512) == [Level(0.0, 0.0)]


def test_that_clipping_is_told_for_the_tenth_it_is_in() -> None:
    sound = tone(0.3, loud=0.4)
    sound[STEP + 100 : STEP + 110] = -1.0
    assert [level.is_clipped for level in levels(sound, 100)] == [False, True, False]


def test_that_one_loud_sample_is_a_click_and_not_clipping() -> None:
    sound = np.zeros(STEP, dtype=np.float32)
    sound[50] = 1.0
    assert levels(sound, 100) == [Level(1.0, pytest.approx(1 / np.sqrt(STEP)))]


def test_that_a_peak_is_kept_when_much_sound_comes_at_once() -> None:
    sound = np.zeros(3 * STEP, dtype=np.float32)
    sound[10:20] = 1.0
    [level] = levels(sound, len(sound))
    assert level.peak == 1.0
    assert level.is_clipped
    assert level.rms == 0.0


@given(chunk=st.integers(1, 4000))
def test_that_the_size_of_the_blocks_does_not_change_the_levels(chunk: int) -> None:
    sound = tone(0.35, hertz=90.0)
    by_tenths = levels(sound, STEP)
    found = levels(sound, chunk)
    if chunk <= STEP:
        assert [each.peak for each in found] == pytest.approx([each.peak for each in by_tenths])
    assert max(each.peak for each in found) == pytest.approx(max(each.peak for each in by_tenths))
