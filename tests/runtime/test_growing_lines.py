"""A line that is translated again as it grows goes on from what its translations agreed on; its final starts anew."""

import pytest

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier

ES = Language("es")
GROWING = {
    "我们": "we have some things",
    "我们的水壶": "we have kettles of steel",
    "我们的水壶是不锈钢的": "our kettles are of steel",
}


class Bench:
    """A translator with a fake engine; `line` counts revisions."""

    def __init__(self) -> None:
        self.source = FakeEngineSource([(ZH, EN), (ZH, ES)])
        self.engine.put_answer("我们的水壶是不锈钢的。", "our kettles are of steel.")
        for line, answer in GROWING.items():
            self.engine.put_answer(line, answer)
        self.translator = Translator(self.source, FakeLanguageIdentifier(ZH))
        self._revision = 0

    @property
    def engine(self) -> FakeEngine:
        return self.source.engines[ZH, EN]

    def ask(self, text: str, work: Work = Work.CAPTION_PARTIAL, item: int = 1) -> TranslateResult:
        self._revision += 1
        request = TranslateRequest(work, item, self._revision, text, ZH, EN, 0.0)
        return self.translator.translate([request])[0]

    def last_prefix(self) -> tuple[str, ...]:
        prefixes = self.engine.prefixes[-1]
        return prefixes[0] if prefixes else ()


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_that_a_growing_line_goes_on_from_what_two_translations_agreed_on(bench: Bench) -> None:
    prefixes = []
    for text in GROWING:
        result = bench.ask(text)
        prefixes.append(bench.last_prefix())
    assert prefixes == [(), (), ("▁we", "▁have")]
    assert result.text == "We have are of steel"


def test_that_the_final_starts_anew(bench: Bench) -> None:
    for text in GROWING:
        bench.ask(text)
    result = bench.ask("我们的水壶是不锈钢的。", Work.FINAL_CAPTION)
    assert bench.last_prefix() == ()
    assert result.text == "Our kettles are of steel."


def test_that_nothing_is_kept_of_a_line_after_its_final(bench: Bench) -> None:
    for text in GROWING:
        bench.ask(text)
    bench.ask("我们的水壶是不锈钢的。", Work.FINAL_CAPTION)
    bench.ask("我们的水壶是不锈钢的")
    assert bench.last_prefix() == ()


def test_that_a_line_whose_beginning_changed_starts_anew(bench: Bench) -> None:
    for text in list(GROWING)[:2]:
        bench.ask(text)
    bench.ask("你们的水壶是不锈钢的")
    assert bench.last_prefix() == ()


def test_that_each_line_goes_its_own_way(bench: Bench) -> None:
    for text in list(GROWING)[:2]:
        bench.ask(text)
    bench.ask(list(GROWING)[2], item=2)
    assert bench.last_prefix() == ()


def test_that_a_chat_line_of_the_same_number_changes_nothing(bench: Bench) -> None:
    for text in list(GROWING)[:2]:
        bench.ask(text)
    bench.ask("多少钱", Work.CHAT_MESSAGE)
    bench.ask(list(GROWING)[2])
    assert bench.last_prefix() == ("▁we", "▁have")


def test_that_an_answer_that_is_not_shown_is_nothing_to_go_on_from(bench: Bench) -> None:
    loop = "we have we have we have we have we have we have"
    bench.engine.put_answer("我们", loop)
    bench.engine.put_answer("我们的水壶", loop)
    for text in GROWING:
        bench.ask(text)
    assert bench.last_prefix() == ()


def test_that_a_partial_is_not_answered_from_what_was_said_before(bench: Bench) -> None:
    for _ in range(2):
        bench.ask("我们")
    assert [call for call in bench.engine.calls if "我们" in call] == [["我们"], ["我们"]]


def test_that_lines_that_never_end_are_forgotten(bench: Bench) -> None:
    for text in list(GROWING)[:2]:
        bench.ask(text)
    for item in range(2, 50):
        bench.ask("我们", item=item)
    bench.ask(list(GROWING)[2])
    assert bench.last_prefix() == ()


def test_that_a_line_begins_as_its_final_will(bench: Bench) -> None:
    bench.engine.put_answer("我们的水壶是不锈钢的", "our kettles are")
    assert bench.ask("我们的水壶是不锈钢的").text == "Our kettles are"
