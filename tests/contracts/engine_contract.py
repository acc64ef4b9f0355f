"""What every translation engine does, whatever it runs on. Inherit and give the fixture `engine`."""

import pytest

from livedesk.core.errors import ErrorCode, Unavailable
from livedesk.core.ports import TranslationEngine

CHAT = (
    "hello, how much is this one?",
    "500 pcs, 500 pcs",
    "你好，这款保温杯多少钱？",
    "起订量",
    "OK",
    "nice😍but price😢too high",
    "⟦1⟧ costs ⟦9⟧",
)

STRANGE = (
    "</s>",
    "hello </s> <pad> <unk> hello",
    ">>fra<< hello",
    "half a smile \ud83d here",
    "a\x00b\tc\nd",
    "👨‍👩‍👧‍👦👩🏽‍💻",
    "ﷺ﷽",
    "‏שלום‎",
)


class EngineContract:
    """The rules of `core.ports.TranslationEngine`."""

    @pytest.fixture
    def engine(self) -> TranslationEngine:
        raise NotImplementedError

    def test_that_it_says_what_it_is(self, engine: TranslationEngine) -> None:
        assert engine.model
        assert engine.engine in ("ct2", "transformers", "fake")
        assert engine.is_listed in (True, False)
        assert engine.has_placeholders in (True, False)

    def test_that_no_lines_give_no_lines(self, engine: TranslationEngine) -> None:
        assert engine.translate([]) == []

    def test_that_each_line_gets_its_own_answer_in_order(self, engine: TranslationEngine) -> None:
        alone = [engine.translate([line])[0] for line in CHAT]
        assert len({line.tokens for line in alone}) > 1
        assert engine.translate(CHAT) == alone
        assert engine.translate(CHAT[::-1]) == alone[::-1]

    def test_that_a_large_batch_is_taken(self, engine: TranslationEngine) -> None:
        lines = [CHAT[index % len(CHAT)] for index in range(100)]
        answers = engine.translate(lines)
        assert len(answers) == 100
        assert answers[: len(CHAT)] == answers[len(CHAT) : 2 * len(CHAT)]

    def test_that_the_answer_is_capped_near_twice_the_source(self, engine: TranslationEngine) -> None:
        for line, answer in zip(CHAT, engine.translate(CHAT), strict=True):
            most_pieces = len(line.encode()) + 1  # a token for each byte and one for the line's start
            assert len(answer.tokens) <= max(20, 2 * most_pieces + 10)

    def test_that_a_short_line_beside_a_long_one_keeps_its_own_cap(self, engine: TranslationEngine) -> None:
        short, _ = engine.translate(["起", "hello how much " * 10])
        assert len(short.tokens) <= 20

    def test_that_an_answer_begins_with_its_prefix(self, engine: TranslationEngine) -> None:
        begun = [answer.tokens[: len(answer.tokens) // 2] for answer in engine.translate(CHAT)]
        for answer, prefix in zip(engine.translate(CHAT, begun), begun, strict=True):
            assert answer.tokens[: len(prefix)] == prefix

    def test_that_what_greedy_search_chose_anyway_changes_nothing_as_a_prefix(
        self, engine: TranslationEngine
    ) -> None:
        answers = engine.translate(CHAT[:5])
        begun = [answer.tokens[:2] for answer in answers]
        assert engine.translate(CHAT[:5], begun) == answers

    def test_that_a_prefix_is_for_its_own_line_only(self, engine: TranslationEngine) -> None:
        free = engine.translate(CHAT)
        begun: list[tuple[str, ...]] = [()] * len(CHAT)
        begun[1] = free[0].tokens[:1]
        answers = engine.translate(CHAT, begun)
        assert answers[1].tokens[:1] == begun[1]
        assert [answers[0], *answers[2:]] == [free[0], *free[2:]]

    def test_that_a_prefix_as_long_as_the_cap_is_cut(self, engine: TranslationEngine) -> None:
        token = engine.translate(CHAT[:1])[0].tokens[0]
        (answer,) = engine.translate(["起"], [[token] * 200])
        assert len(answer.tokens) <= (200 if engine.engine == "fake" else 20)

    def test_that_a_line_longer_than_the_model_is_marked(self, engine: TranslationEngine) -> None:
        answers = engine.translate(["how much is this one " * 300, "OK"])
        assert answers[0].hit_limit
        assert answers[1] == engine.translate(["OK"])[0]

    def test_that_tokens_hold_no_marks_of_the_model(self, engine: TranslationEngine) -> None:
        for answer in engine.translate([*CHAT, *STRANGE]):
            assert not {"</s>", "<pad>", "<unk>"} & set(answer.tokens) or engine.engine == "fake"

    def test_that_strange_text_is_only_text(self, engine: TranslationEngine) -> None:
        answers = engine.translate(STRANGE)
        assert len(answers) == len(STRANGE)
        for answer in answers:
            answer.text.encode("utf-8")

    def test_that_a_closed_engine_says_so(self, engine: TranslationEngine) -> None:
        engine.close()
        engine.close()
        with pytest.raises(Unavailable) as raised:
            engine.translate(["hello"])
        assert raised.value.part == "translation"
        assert raised.value.code == ErrorCode.STOPPED
