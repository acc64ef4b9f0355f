"""The traps that other desks fall into, through the real translator: nothing kept is lost, no rubbish is shown.

A trap is an input, what a translation must hold and what it must not. With models that the manifest lists every trap
must pass. The interim pair translates badly by design, so of it only what holds for any model is asked: codes,
figures, links and emoji survive or the line is marked, and where a guard refuses an answer the source is shown.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from livedesk.app.paths import Paths, model_folders
from livedesk.app.wiring import translator_maker
from livedesk.core.ids import Language
from livedesk.core.ports import NoEngine
from livedesk.core.records import Reason
from livedesk.core.translation.literals import LITERAL
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.translating import Translator

SHARED = Path(__file__).resolve().parents[3] / "shared"
TRAPS = SHARED / "eval" / "traps.tsv"
_KEPT = re.compile(rf"{LITERAL.pattern}|[\u2600-\u27bf\ufe0f\u200d\U0001f300-\U0001faff]+|[?!？！]+")


class Trap(NamedTuple):
    source: Language
    target: Language
    text: str
    must: str
    must_not: str

    @property
    def is_about_keeping(self) -> bool:
        """Whether what must be there are codes, figures, links or emoji of the input alone."""
        kept = " ".join(_KEPT.findall(self.text))
        return bool(self.must) and re.search(self.must, kept) is not None


def traps() -> list[Trap]:
    if not TRAPS.exists():
        return []
    rows = [row.split("\t") for row in TRAPS.read_text("utf-8").split("\n") if row]
    return [Trap(*(Language(code) for code in row[0].split("-")), *row[1:]) for row in rows]


@pytest.fixture(scope="module")
def translator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Translator]:
    if not TRAPS.exists():
        pytest.skip("../shared/eval is not at hand")
    base = Paths(tmp_path_factory.mktemp("base"))
    made = translator_maker(base, "ct2", 1, [*model_folders(base), SHARED / "models"])()
    yield made
    made.close()


def translate(translator: Translator, trap: Trap) -> tuple[TranslateResult, bool]:
    """Return the result and whether the model is a listed one."""
    try:
        is_listed = translator.engine(trap.source, trap.target).is_listed
    except NoEngine:
        pytest.skip(f"no model from {trap.source} to {trap.target} is at hand")
    request = TranslateRequest(Work.CHAT_MESSAGE, 1, 1, trap.text, trap.source, trap.target, 0.0)
    return translator.translate([request])[0], is_listed


@pytest.mark.parametrize("trap", traps(), ids=[trap.text[:30].strip() for trap in traps()])
def test_that_no_trap_catches_us(translator: Translator, trap: Trap) -> None:
    result, is_listed = translate(translator, trap)
    is_refused = not result.text
    assert is_refused == (result.reason not in (None, Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE))
    shown = result.text or trap.text
    if trap.must_not and not is_refused:
        assert not re.search(trap.must_not, shown), shown
    if is_listed and trap.must:
        assert re.search(trap.must, shown), shown
    elif trap.is_about_keeping:
        assert re.search(trap.must, shown) or result.warnings, shown


def test_that_the_traps_were_read() -> None:
    if not TRAPS.exists():
        pytest.skip("../shared/eval is not at hand")
    assert len(traps()) >= 50
    assert sum(trap.is_about_keeping for trap in traps()) >= 15
