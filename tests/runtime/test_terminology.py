"""Glossary and memory at work in the translator: a change counts from the next line on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from livedesk.app.booth import open_booth
from livedesk.core.catalogue.product import Product
from livedesk.core.events import CatalogueChanged, GlossaryChanged, LineRemembered, NoticeCleared
from livedesk.core.ids import EN, ZH, Language, Sku, TermId
from livedesk.core.ports import EngineLine
from livedesk.core.records import NoticeCode, Reason, WarningKind
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.request import MEMORY, TranslateRequest, TranslateResult, Work
from livedesk.core.translation.terms import Term, TermKind
from livedesk.runtime.terminology import MOST_CHANGES, Terminology
from livedesk.runtime.translating import Translator
from tests.contracts.fakes import FakeEngine, FakeEngineSource, FakeLanguageIdentifier
from tests.contracts.fakes_terms import PlainMatcher, PlainNearest

ES = Language("es")
DEMO = Path(__file__).parents[2] / "resources" / "demo"
MARK = Term(TermId("own:1"), {ZH: ("唛头",), EN: ("shipping mark",)})
BRAND = Term(TermId("own:2"), {ZH: ("红米",), EN: ("Redmi",)}, TermKind.BRAND)
RICE = Product(Sku("HM-05"), 1, {ZH: "红米", EN: "Red rice"}, {}, ())


class Copying(FakeEngine):
    """Puts "word" or 字 for every run of the other language and copies the rest, as a good model does."""

    def _line(self, line: str) -> EngineLine:
        other, word = ("[A-Za-z]+", "字") if self._target == ZH else ("[\u4e00-\u9fff]+", " word ")
        made = " ".join(re.sub(other, word, line).split())
        text = self._answers.get(line, made)
        return EngineLine(text, tuple(text.split()), hit_limit=False)


class Bench:
    """A translator with fake engines and what the desk would tell it."""

    def __init__(self, *lines: RememberedLine) -> None:
        self.terms = Terminology(PlainMatcher, PlainNearest(), lines)
        self.engines = FakeEngineSource([(ZH, EN), (EN, ZH)], installable=[(ZH, ES)])
        self.engine = Copying(EN)
        self.engines.engines |= {(ZH, EN): self.engine, (EN, ZH): Copying(ZH)}
        self.translator = Translator(self.engines, FakeLanguageIdentifier(EN), terms=self.terms)

    def answer(self, source: str, target: str) -> None:
        self.engine.put_answer(source, target)

    def ask(
        self,
        text: str,
        source: Language = ZH,
        target: Language = EN,
        *,
        work: Work = Work.FINAL_CAPTION,
        on_air: tuple[str, ...] = (),
    ) -> TranslateResult:
        request = TranslateRequest(work, 1, 1, text, source, target, 0.0, on_air=tuple(map(Sku, on_air)))
        return self.translator.translate([request])[0]


def test_that_a_new_term_counts_from_the_next_line_on() -> None:
    bench = Bench()
    assert bench.ask("唛头发我").text == "word"
    bench.terms.receive(GlossaryChanged((MARK,)))
    assert bench.ask("唛头发我").text == "Shipping mark word"
    bench.terms.receive(GlossaryChanged(()))
    assert bench.ask("唛头发我").text == "word"


def test_that_a_new_catalogue_counts_from_the_next_line_on() -> None:
    bench = Bench()
    bench.terms.receive(CatalogueChanged((RICE,), {ZH: "朗汐厨具", EN: "Lumio Kitchen"}))
    assert bench.ask("朗汐厨具的红米").text == "Lumio Kitchen word red rice"
    bench.terms.receive(CatalogueChanged(()))
    assert bench.ask("朗汐厨具的红米").text == "word"


def test_that_the_product_on_air_settles_what_a_word_means() -> None:
    bench = Bench()
    bench.terms.receive(CatalogueChanged((RICE,)))
    bench.terms.receive(GlossaryChanged((BRAND,)))
    assert bench.ask("看红米").text == "word Redmi"
    assert bench.ask("看红米", on_air=("HM-05",)).text == "word red rice"


def test_that_a_remembered_line_never_reaches_the_engine() -> None:
    line = RememberedLine(ZH, EN, "支持贴牌。", "We do private label.", 1.0)
    bench = Bench(line)
    result = bench.ask("支持贴牌")
    assert (result.text, result.engine, result.reason, result.warnings) == (line.text, MEMORY, None, ())
    bench.terms.receive(LineRemembered(replace(line, text="Private label is fine.")))
    assert bench.ask("支持贴牌").text == "Private label is fine."
    assert bench.engine.calls == []


def test_that_a_remembered_line_answers_without_a_model_too() -> None:
    bench = Bench(RememberedLine(ZH, ES, "支持贴牌。", "Hacemos marca propia.", 1.0))
    assert bench.ask("支持贴牌。", ZH, ES).text == "Hacemos marca propia."
    assert bench.ask("你好", ZH, ES).reason is Reason.NO_MODEL


def test_that_a_remembered_line_answers_though_it_is_not_in_the_hosts_language() -> None:
    line = RememberedLine(ZH, EN, "Здравствуйте, добро пожаловать!", "Hello everyone, welcome", 1.0)
    assert Bench().ask(line.source).reason is Reason.SAME_LANGUAGE  # taken for English
    assert Bench(line).ask("здравствуйте, добро пожаловать").text == "Hello everyone, welcome"


def test_that_a_lost_name_is_a_warning_and_the_line_is_shown() -> None:
    bench = Bench()
    bench.terms.receive(GlossaryChanged((MARK,)))
    bench.answer("⟦1⟧发我", "Send me")
    bench.answer("唛头发我", "Send me")
    result = bench.ask("唛头发我")
    assert result.text == "Send me"
    assert [(w.kind, w.in_source) for w in result.warnings] == [(WarningKind.TERM_LOST, ("唛头",))]


def test_that_a_partial_is_asked_for_once() -> None:
    bench = Bench()
    bench.terms.receive(GlossaryChanged((MARK,)))
    bench.answer("⟦1⟧发我", "Send me")
    assert bench.ask("唛头发我", work=Work.CAPTION_PARTIAL).warnings[0].kind is WarningKind.TERM_LOST
    assert len(bench.engine.calls) == 1


@pytest.mark.parametrize(("target", "reason"), [(EN, None), (ES, Reason.NO_MODEL)])
def test_that_a_preview_tells_its_terms_with_a_model_or_without(
    target: Language, reason: Reason | None
) -> None:
    bench = Bench()
    both = replace(MARK, texts={**MARK.texts, ES: ("marca de embarque",)})
    bench.terms.receive(GlossaryChanged((both,)))
    result = bench.ask("请把唛头发我", ZH, target, work=Work.GLOSSARY_PREVIEW)
    assert result.reason is reason
    assert [(u.term, u.start, u.end, u.target) for u in result.terms] == [("own:1", 2, 4, both.text(target))]
    assert bench.ask("请把唛头发我").terms == ()


def test_that_only_what_concerns_it_is_a_change() -> None:
    terms = Terminology(PlainMatcher, PlainNearest())
    terms.receive(NoticeCleared(NoticeCode.NO_MODEL))
    assert (terms.version, terms.is_outdated) == (0, False)
    terms.receive(GlossaryChanged((MARK,)))
    assert (terms.version, terms.is_outdated) == (0, True)
    terms.refresh()
    assert (terms.version, terms.is_outdated) == (1, False)


def test_that_the_translator_can_learn_before_the_next_line() -> None:
    bench = Bench()
    bench.terms.receive(GlossaryChanged((MARK,)))
    assert bench.translator.is_outdated
    bench.translator.refresh()
    assert not bench.translator.is_outdated
    assert not Translator(bench.engines, FakeLanguageIdentifier(EN)).is_outdated


def test_that_both_names_of_every_product_of_the_sample_booth_survive() -> None:
    booth = open_booth(DEMO)
    bench = Bench()
    bench.terms.receive(CatalogueChanged(booth.products, booth.name))
    for product in booth.products:
        zh, en = product.names[ZH], product.names[EN]
        there = bench.ask(f"请看{zh}，货号{product.sku}，有现货。").text
        assert en.lower() in there.lower()
        assert product.sku in there
        back = bench.ask(f"is the {en.lower()} ({product.sku}) in stock?", EN, ZH).text
        assert zh in back
        assert product.sku in back
    assert len(booth.products) == 24


class Counting(PlainMatcher):
    """Notes how many phrases each matcher is built for."""

    built: ClassVar[list[int]] = []

    def __init__(self, phrases: Sequence[str]) -> None:
        super().__init__(phrases)
        self.built.append(len(phrases))


def _zh(number: int) -> str:
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in f"{number:03}") + "水壶"


def _en(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}") + " kettle"


def _products(count: int) -> tuple[Product, ...]:
    return tuple(Product(Sku(f"P-{n:04}"), n, {ZH: _zh(n), EN: _en(n)}, {}, ()) for n in range(1, count + 1))


def _found(terms: Terminology, text: str) -> list[str]:
    return [match.target for match in terms.matches(text, ZH, EN, ())]


def test_that_a_change_without_names_builds_nothing() -> None:
    terms, products = Terminology(Counting, PlainNearest()), _products(20)
    terms.receive(CatalogueChanged(products))
    terms.refresh()
    version, Counting.built[:] = terms.version, []
    terms.receive(CatalogueChanged((replace(products[0], stock=4), *products[1:])))
    terms.refresh()
    assert (terms.version, Counting.built, terms.is_outdated) == (version, [], False)


def test_that_a_changed_name_is_built_beside_the_others() -> None:
    terms, products = Terminology(Counting, PlainNearest()), _products(20)
    terms.receive(CatalogueChanged(products))
    terms.refresh()
    assert _found(terms, f"{_zh(3)}和{_zh(4)}") == [_en(3), _en(4)]
    Counting.built[:] = []
    renamed = replace(products[2], names={ZH: "子丑水壶", EN: "The third kettle"})
    terms.receive(CatalogueChanged((*products[:2], renamed, *products[4:])))
    terms.refresh()
    assert max(Counting.built) < 5
    line = f"{_zh(3)}和{_zh(4)}和子丑水壶和{_zh(5)}"
    assert _found(terms, line) == ["The third kettle", _en(5)]
    terms.receive(CatalogueChanged(products))
    terms.refresh()
    assert _found(terms, line) == [_en(3), _en(4), _en(5)]


def test_that_a_change_of_most_names_builds_the_list_anew() -> None:
    terms, products = Terminology(Counting, PlainNearest()), _products(MOST_CHANGES)
    terms.receive(CatalogueChanged(products))
    terms.refresh()
    terms.receive(CatalogueChanged(products[1:]))
    terms.refresh()
    assert _found(terms, f"{_zh(1)}，{_zh(2)}") == [_en(2)]
    Counting.built[:] = []
    others = tuple(replace(p, names={ZH: f"大{p.names[ZH]}", EN: f"Big {p.names[EN]}"}) for p in products)
    terms.receive(CatalogueChanged(others))
    terms.refresh()
    assert max(Counting.built) >= MOST_CHANGES
    assert _found(terms, f"大{_zh(1)}，大{_zh(2)}") == [f"Big {_en(1)}", f"Big {_en(2)}"]


def test_that_a_machines_name_is_no_term_until_it_is_approved() -> None:
    terms = Terminology(PlainMatcher, PlainNearest())
    product = Product(
        Sku("P-1"), 1, {ZH: "水壶", EN: "Water pot"}, {}, (), machine_texts=frozenset({"names.en"})
    )
    terms.receive(CatalogueChanged((product,)))
    terms.refresh()
    assert _found(terms, "水壶") == []
    terms.receive(CatalogueChanged((replace(product, machine_texts=frozenset()),)))
    terms.refresh()
    assert _found(terms, "水壶") == ["Water pot"]
