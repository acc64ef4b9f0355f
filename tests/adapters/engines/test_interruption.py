"""A call of CTranslate2 stops at the next token when more urgent work waits, and only where it may."""

from pathlib import Path

import pytest

from livedesk.adapters.engines.marian_ct2 import MarianCt2
from livedesk.adapters.engines.marian_files import read_folder
from livedesk.core.ids import EN
from livedesk.core.ports import GaveWay, Interruption
from tests.contracts.engine_contract import CHAT, EngineContract


class Stopper(Interruption):
    """Wants the engine after `tokens` tokens; counts how often it was asked."""

    def __init__(self, tokens: int, *, is_possible: bool = True) -> None:
        self.asked = 0
        self._tokens = tokens
        self._is_possible = is_possible

    def is_possible(self) -> bool:
        return self._is_possible

    def is_wanted(self) -> bool:
        self.asked += 1
        return self.asked > self._tokens


def opened(folder: Path, cache: Path, interruption: Interruption | None) -> MarianCt2:
    return MarianCt2(
        read_folder(folder), EN, is_listed=True, cache=cache, threads=1, interruption=interruption
    )


class TestThatAnEngineThatMayBeStoppedIsLikeAnyOther(EngineContract):
    @pytest.fixture
    def engine(self, tiny_folder: Path, cache: Path) -> MarianCt2:
        return opened(tiny_folder, cache, Stopper(1_000_000))


def test_that_a_call_stops_at_the_token_after_it_is_wanted(tiny_folder: Path, cache: Path) -> None:
    stopper = Stopper(3)
    engine = opened(tiny_folder, cache, stopper)
    with pytest.raises(GaveWay):
        engine.translate(CHAT)
    # Once stopped it asks no more, and each of the lines ends with its next token.
    assert stopper.asked == 4


def test_that_the_engine_goes_on_well_after_it_was_stopped(tiny_folder: Path, cache: Path) -> None:
    stopper = Stopper(3)
    engine = opened(tiny_folder, cache, stopper)
    with pytest.raises(GaveWay):
        engine.translate(CHAT)
    stopper.asked = -1_000_000
    assert engine.translate(CHAT) == opened(tiny_folder, cache, None).translate(CHAT)


def test_that_a_call_that_may_not_be_stopped_is_not(tiny_folder: Path, cache: Path) -> None:
    stopper = Stopper(0, is_possible=False)
    answers = opened(tiny_folder, cache, stopper).translate(CHAT)
    assert stopper.asked == 0
    assert answers == opened(tiny_folder, cache, None).translate(CHAT)
