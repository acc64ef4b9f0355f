"""Lines that take two models, and what is said where no model makes a way."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from livedesk.core.errors import ErrorCode
from livedesk.core.ids import EN, ZH, Language
from livedesk.core.ports import EngineLine, NoEngine, TranslationEngine
from livedesk.core.records import Reason
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work
from livedesk.core.translation.route import Pair, Pivot
from livedesk.runtime.routing import PivotEngine, Routes
from livedesk.runtime.translating import Translator
from tests.contracts.engine_contract import EngineContract
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier

ES = Language("es")
ZH_EN, EN_ZH, EN_ES, ES_EN, ZH_ES = (ZH, EN), (EN, ZH), (EN, ES), (ES, EN), (ZH, ES)
BOTH_WAYS = (ZH_EN, EN_ZH, EN_ES, ES_EN)
INTERIM = Path(__file__).parents[3] / "shared" / "models"


def source_with(
    *pairs: Pair, installable: tuple[Pair, ...] = (), **answers: dict[str, str]
) -> FakeEngineSource:
    """A source with fakes for `pairs`; `zh_en={"你好": "hello"}` sets what one of them answers."""
    source = FakeEngineSource(pairs, installable=installable)
    for name, given in answers.items():
        first, second = map(Language, name.split("_"))
        source.engines[first, second] = FakeEngine(second, model=f"fake-{first}-{second}", answers=given)
    return source


def request(
    text: str,
    source: Language | None = ZH,
    target: Language = ES,
    work: Work = Work.CHAT_MESSAGE,
    *,
    is_back: bool = False,
) -> TranslateRequest:
    return TranslateRequest(work, 1, 1, text, source, target, 0.0, is_back=is_back)


def translate(source: FakeEngineSource, *requests: TranslateRequest) -> list[TranslateResult]:
    return Translator(source, FakeLanguageIdentifier(ES)).translate(requests)


class TestThatAPivotIsAnEngineLikeAnyOther(EngineContract):
    @pytest.fixture
    def engine(self) -> TranslationEngine:
        return PivotEngine(FakeEngine(EN), FakeEngine(ES), Pivot(ZH_EN, EN_ES))


def test_that_an_installed_pair_takes_one_engine_call() -> None:
    source = source_with(*BOTH_WAYS, ZH_ES, zh_es={"这个好看": "es bonito"})
    (result,) = translate(source, request("这个好看"))
    assert (result.text, result.model) == ("es bonito", "fake-zh-es")
    assert source.engines[ZH_EN].calls == source.engines[EN_ES].calls == []


def test_that_a_pivot_takes_two_calls_for_a_whole_batch() -> None:
    source = source_with(
        *BOTH_WAYS,
        zh_en={"这个好看": "this one is nice", "多少钱": "how much is it"},
        en_es={"this one is nice": "este es bonito", "how much is it": "cuánto cuesta"},
    )
    results = translate(source, request("这个好看"), request("多少钱"))
    assert [r.text for r in results] == ["este es bonito", "cuánto cuesta"]
    assert {r.model for r in results} == {"fake-zh-en + fake-en-es"}
    assert source.engines[ZH_EN].calls == [["这个好看", "多少钱"]]
    assert source.engines[EN_ES].calls == [["this one is nice", "how much is it"]]


def test_that_a_buyer_is_read_answered_and_read_back_through_english() -> None:
    source = source_with(
        *BOTH_WAYS,
        es_en={"cuánto cuesta la taza": "how much is the cup", "lo enviamos mañana": "we send it tomorrow"},
        en_zh={"how much is the cup": "这个杯子多少钱", "we send it tomorrow": "我们明天寄出"},
        zh_en={"我们明天发货": "we ship tomorrow"},
        en_es={"we ship tomorrow": "lo enviamos mañana"},
    )
    translator = Translator(source, FakeLanguageIdentifier(ES))
    (chat,) = translator.translate([request("cuánto cuesta la taza", None, ZH)])
    (reply,) = translator.translate([request("我们明天发货", ZH, ES, Work.REPLY_PREVIEW)])
    (back,) = translator.translate([request(reply.text, ES, ZH, Work.REPLY_PREVIEW, is_back=True)])
    assert (chat.language, chat.text) == (ES, "这个杯子多少钱")
    assert reply.text == "lo enviamos mañana"
    assert back.text == "我们明天寄出"


def test_that_figures_are_compared_from_end_to_end_only() -> None:
    wrong_half_way = source_with(
        *BOTH_WAYS,
        zh_en={"起订量五百个": "the minimum is 5000 pieces"},
        en_es={"the minimum is 5000 pieces": "el mínimo es de 500 piezas"},
    )
    assert translate(wrong_half_way, request("起订量五百个"))[0].warnings == ()
    wrong_at_the_end = source_with(
        *BOTH_WAYS,
        zh_en={"起订量五百个": "the minimum is 500 pieces"},
        en_es={"the minimum is 500 pieces": "el mínimo es de 5000 piezas"},
    )
    (warning,) = translate(wrong_at_the_end, request("起订量五百个"))[0].warnings
    assert (warning.in_source, warning.in_translation) == (("500",), ("5000",))


def test_that_placeholders_reach_the_second_engine_as_they_left_the_first() -> None:
    first = FakeEngine(EN, answers={"⟦1⟧多少钱": "how much is ⟦1⟧"})
    second = FakeEngine(ES, answers={"how much is ⟦1⟧": "cuánto cuesta ⟦1⟧"})
    pivot = PivotEngine(first, second, Pivot(ZH_EN, EN_ES))
    assert pivot.translate(["⟦1⟧多少钱"])[0].text == "cuánto cuesta ⟦1⟧"
    assert second.calls == [["how much is ⟦1⟧"]]


@pytest.mark.parametrize(("first", "second"), [(True, False), (False, True), (False, False)])
def test_that_a_pivot_has_placeholders_only_where_both_models_have(first: bool, second: bool) -> None:
    halves = FakeEngine(EN, has_placeholders=first), FakeEngine(ES, has_placeholders=second)
    assert not PivotEngine(*halves, Pivot(ZH_EN, EN_ES)).has_placeholders


LOOP = "the best the best the best the best the best the best the best"


@pytest.mark.parametrize(
    ("half_way", "reason"),
    [(LOOP, Reason.LOOP), ("", Reason.EMPTY), ("这个好看这个好看吗", Reason.NOT_TRANSLATED)],
)
def test_that_a_line_refused_half_way_is_not_sent_on(half_way: str, reason: Reason) -> None:
    source = source_with(*BOTH_WAYS, zh_en={"这个真的很好看": half_way, "多少钱": "how much is it"})
    results = translate(source, request("这个真的很好看"), request("多少钱"))
    assert [(r.text, r.reason) for r in results] == [("", reason), ("[es] how much is it", None)]
    assert source.engines[EN_ES].calls == [["how much is it"]]


def test_that_a_guard_looks_at_the_second_half_too() -> None:
    source = source_with(*BOTH_WAYS, zh_en={"多少钱": "how much is it"}, en_es={"how much is it": LOOP})
    assert translate(source, request("多少钱"))[0].reason is Reason.LOOP


@pytest.mark.parametrize(("words", "is_cut"), [(58, False), (59, True), (70, True)])
def test_that_a_cut_on_either_half_is_marked(words: int, is_cut: bool) -> None:
    # Each fake adds one word and cuts after 60: of 59 words the second cuts one, of 70 the first does.
    line = " ".join(f"{chr(97 + n % 26)}{chr(97 + n // 26)}ta" for n in range(words))
    pivot = PivotEngine(FakeEngine(EN), FakeEngine(ES), Pivot(ZH_EN, EN_ES))
    assert pivot.translate([line])[0].hit_limit is is_cut


def test_that_a_failing_half_is_a_reason_and_not_an_exception() -> None:
    for failing in (ZH_EN, EN_ES):
        source = source_with(*BOTH_WAYS, zh_en={"多少钱": "how much is it"})
        fake = source.engines[failing]
        assert isinstance(fake, FakeEngine)
        fake.is_failing = True
        assert translate(source, request("多少钱"))[0].reason is Reason.ENGINE_FAILED


def test_that_what_is_missing_is_named() -> None:
    routes = Routes(source_with(ZH_EN, installable=(EN_ES,)))
    with pytest.raises(NoEngine) as raised:
        routes.engine(ZH, ES)
    assert raised.value.is_installable
    assert raised.value.missing == (EN_ES,)
    assert translate(source_with(ZH_EN, installable=(EN_ES,)), request("多少钱"))[0].reason is Reason.NO_MODEL


def test_that_no_path_is_said() -> None:
    with pytest.raises(NoEngine) as raised:
        Routes(source_with(ZH_EN)).engine(ZH, ES)
    assert not raised.value.is_installable
    assert translate(source_with(ZH_EN), request("多少钱"))[0].reason is Reason.NO_PATH


def test_that_a_damaged_model_is_reported_and_not_gone_around() -> None:
    class Damaged(FakeEngineSource):
        def engine(self, source: Language, target: Language) -> TranslationEngine:
            if (source, target) == ZH_ES:
                raise NoEngine(is_installable=True, code=ErrorCode.MODEL_BROKEN, detail="opus-mt-zh-es")
            return super().engine(source, target)

    with pytest.raises(NoEngine) as raised:
        Routes(Damaged([*BOTH_WAYS, ZH_ES])).engine(ZH, ES)
    assert raised.value.code == ErrorCode.MODEL_BROKEN


def test_that_a_pivot_is_made_once_and_unlisted_if_either_half_is() -> None:
    source = source_with(*BOTH_WAYS)
    source.engines[EN_ES] = FakeEngine(ES, is_listed=False)
    routes = Routes(source)
    pivot = routes.engine(ZH, ES)
    assert routes.engine(ZH, ES) is pivot
    assert not pivot.is_listed
    assert routes.engine(ZH, EN).is_listed


def test_that_closing_closes_every_model() -> None:
    source = source_with(*BOTH_WAYS)
    translator = Translator(source, FakeLanguageIdentifier(ES))
    translator.engine(ZH, ES)
    translator.close()
    assert all(isinstance(e, FakeEngine) and e.is_closed for e in source.engines.values())


@pytest.mark.skipif(not INTERIM.is_dir(), reason="../shared/models is not at hand")
def test_that_a_real_model_and_a_fake_make_a_pivot(tmp_path: Path) -> None:
    pytest.importorskip("ctranslate2")
    from livedesk.adapters.engines.registry import Engines
    from livedesk.core.translation.model import InstalledModel

    folder = INTERIM / "interim-zh-en"
    real = Engines(
        [InstalledModel(folder.name, folder, ZH, EN, False, True, "")], "ct2", tmp_path, 1, frozenset()
    )
    spoken: list[EngineLine] = []

    class Parrot(FakeEngine):
        def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
            spoken.extend(answers := super().translate(lines, prefixes))
            return answers

    pivot = PivotEngine(real.engine(ZH, EN), Parrot(ES), Pivot(ZH_EN, EN_ES))
    try:
        (line,) = pivot.translate(["这款保温杯起订量五百个。"])
    finally:
        real.close()
    assert pivot.model == "interim-zh-en + fake-model"
    if line.refused is None:
        assert line.text.startswith("[es] ")
        assert spoken
    else:
        assert not spoken
