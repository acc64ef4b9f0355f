"""What every audio source does. Inherit and give the fixture `source`."""

from collections.abc import Iterator

import pytest

from livedesk.core.errors import Unavailable
from livedesk.core.ports import AudioBlock, AudioSource

PATIENCE_S = 5.0


def blocks_of(source: AudioSource, samples: int) -> list[AudioBlock]:
    """Return the next blocks of an open source, `samples` long or a little more, or all until its end."""
    blocks: list[AudioBlock] = []
    while sum(len(block.samples) for block in blocks) < samples:
        try:
            block = source.read(PATIENCE_S)
        except (EOFError, Unavailable):
            break
        if block is None:
            break
        blocks.append(block)
    return blocks


def drained(source: AudioSource, timeout_s: float = 0.0) -> tuple[list[AudioBlock], Exception | None]:
    """Open `source` and return its blocks and how it ended: by an exception, or None where it just had no more."""
    blocks: list[AudioBlock] = []
    try:
        source.open()
        while block := source.read(timeout_s):
            blocks.append(block)
    except (EOFError, Unavailable) as end:
        return blocks, end
    finally:
        source.close()
    return blocks, None


class AudioSourceContract:
    """The rules of `core.ports.AudioSource`. The source must have at least half a second of sound to give."""

    @pytest.fixture
    def source(self) -> Iterator[AudioSource]:
        raise NotImplementedError

    def test_that_blocks_are_mono_float32_between_minus_1_and_1(self, source: AudioSource) -> None:
        source.open()
        blocks = blocks_of(source, 8000)
        assert blocks
        for block in blocks:
            assert block.samples.format == "f"
            assert block.samples.ndim == 1
            assert len(block.samples) > 0
            assert all(-1.0 <= sample <= 1.0 for sample in block.samples)

    def test_that_every_sample_is_counted_once(self, source: AudioSource) -> None:
        source.open()
        blocks = blocks_of(source, 8000)
        expected = 0
        for block in blocks:
            expected += block.lost
            assert block.start == expected
            expected += len(block.samples)
        assert expected >= 8000

    def test_that_it_has_a_name_when_it_is_open(self, source: AudioSource) -> None:
        source.open()
        assert source.name

    def test_that_it_can_be_opened_again_and_counts_from_0(self, source: AudioSource) -> None:
        source.open()
        blocks_of(source, 4000)
        source.close()
        source.open()
        first = blocks_of(source, 1)[0]
        assert first.start == first.lost

    def test_that_closing_twice_or_unopened_does_nothing(self, source: AudioSource) -> None:
        source.close()
        source.open()
        source.close()
        source.close()
