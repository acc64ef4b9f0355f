"""Filling the empty texts of products: what is empty, what is asked, what goes in, and what does not."""

from dataclasses import replace

import pytest

from livedesk.core import events as ev
from livedesk.core.catalogue.filling import AT_ONCE, KIND, approved, empty_texts
from livedesk.core.catalogue.product import Product
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import LineWarning, Reason, WarningKind
from livedesk.core.translation.request import Work
from tests.core.session.rig import ES, Rig

DOUBT = LineWarning(WarningKind.FIGURES, ("32",), ("23",))


def product(sku: str, number: int = 1, **changes: object) -> Product:
    plain = Product(Sku(sku), number, {ZH: f"杯 {sku}"}, {ZH: "杯子"}, ())
    return replace(plain, **changes)  # type: ignore[arg-type]


def filling(*products: Product, languages: tuple[Language, ...] = (ES,)) -> Rig:
    rig = Rig(EN).give(ev.CatalogueLoaded(products))
    return rig.give(ev.FillTexts(tuple(p.sku for p in products), languages))


def named(rig: Rig, sku: str) -> Product:
    return next(p for p in rig.booth.products if p.sku == sku)


def jobs(rig: Rig) -> list[Job]:
    return [e.job for e in rig.events if isinstance(e, ev.JobChanged)]


def asked(rig: Rig) -> list[tuple[str, Language | None, Language]]:
    return [(r.text, r.source, r.target) for r in rig.requests]


# --- what is empty ---


@pytest.mark.parametrize(
    ("names", "marks", "host", "source"),
    [
        ({ZH: "杯", EN: "mug"}, (), ZH, ZH),
        ({ZH: "杯", EN: "mug"}, (), EN, EN),
        ({ZH: " ", EN: "mug"}, (), ZH, EN),
        ({Language("ru"): "кружка"}, (), ZH, "ru"),
        ({ZH: "杯", EN: "mug"}, ("names.zh",), ZH, EN),
        ({ZH: "杯"}, ("names.zh",), ZH, ZH),
    ],
)
def test_that_a_text_is_translated_from_the_best_one_there_is(
    names: dict[Language, str], marks: tuple[str, ...], host: Language, source: str
) -> None:
    given = product("A", names=names, category={}, machine_texts=frozenset(marks))
    assert [(e.name, e.source, e.target) for e in empty_texts(given, (ES,), host)] == [("names", source, ES)]


def test_that_what_is_filled_in_or_has_no_source_is_not_empty() -> None:
    given = product("A", names={ZH: "杯", ES: "taza"}, category={ES: ""}, description={EN: "Says hi"})
    found = [(e.name, e.target) for e in empty_texts(given, (ES, EN), ZH)]
    assert found == [("names", EN), ("description", ES)]


def test_that_approved_texts_are_a_persons() -> None:
    marks = frozenset({"names.es", "names.ru", "script.es"})
    given = product("A", machine_texts=marks)
    assert approved(given, ES).machine_texts == {"names.ru"}
    assert approved(given, None).machine_texts == frozenset()
    assert approved(approved(given, None), None) is not None
    plain = product("A")
    assert approved(plain, ES) is plain


def test_that_units_come_from_a_table_or_not_at_all() -> None:
    rig = filling(
        product("A", names={}, category={}, unit={ZH: "双"}),
        product("B", 2, names={}, category={}, unit={ZH: "坨"}),
        languages=(EN, ES),
    )
    rig.give(ev.Ticked())
    assert (rig.requests, named(rig, "A").unit, named(rig, "B").unit) == (
        [],
        {ZH: "双", EN: "pair"},
        {ZH: "坨"},
    )
    assert named(rig, "A").machine_texts == frozenset()
    assert jobs(rig)[-1].params == {"filled": 1, "refused": 0, "figures": 0}


# --- the job ---


def test_that_empty_texts_are_filled_and_marked_as_a_machines() -> None:
    rig = filling(product("A"))
    assert asked(rig) == [("杯 A", ZH, ES), ("杯子", ZH, ES)]
    assert {r.work for r in rig.requests} == {Work.CATALOGUE}
    rig.answer(rig.requests[0], "taza A").answer(rig.requests[0], "tazas").give(ev.Ticked())
    filled = named(rig, "A")
    assert (filled.names[ES], filled.category[ES]) == ("taza A", "tazas")
    assert filled.machine_texts == {"names.es", "category.es"}
    assert jobs(rig)[-1] == Job(
        KIND, "", JobState.DONE, 1, 1, params={"filled": 2, "refused": 0, "figures": 0}
    )


def test_that_the_product_itself_settles_what_its_words_mean() -> None:
    rig = (
        Rig(EN).give(ev.CatalogueLoaded((product("A"), product("B", 2)))).live().give(ev.PinProduct(Sku("A")))
    )
    rig.give(ev.FillTexts((Sku("B"),), (ES,)), ev.PutOffer(Sku("B"), "九折"))
    assert {r.on_air for r in rig.requests} == {(Sku("B"),)}
    assert rig.give(ev.AddHostLine("大家好")).requests[-1].on_air == (Sku("A"),)


def test_that_the_same_words_are_asked_for_once() -> None:
    rig = filling(*(product(f"S{n}", n) for n in range(1, 6)))
    assert sum(r.text == "杯子" for r in rig.requests) == 1
    rig.answer_all().give(ev.Ticked())
    assert {p.category[ES] for p in rig.booth.products} == {"[es]"}
    assert jobs(rig)[-1].params["filled"] == 10


def test_that_only_a_few_lines_wait_at_a_time() -> None:
    rig = filling(*(product(f"S{n}", n) for n in range(1, 60)))
    assert len(rig.requests) == AT_ONCE
    most = 0
    while rig.requests:
        rig.answer(rig.requests[0])
        most = max(most, len(rig.requests))
    rig.give(ev.Ticked())
    assert (most, jobs(rig)[-1].state) == (AT_ONCE, JobState.DONE)
    assert all(ES in p.names and ES in p.category for p in rig.booth.products)


def test_that_the_job_says_how_far_it_is_now_and_then_only() -> None:
    rig = filling(*(product(f"S{n}", n) for n in range(1, 60)))
    for _ in range(30):
        rig.answer(rig.requests[0])
        assert not rig.of(ev.CatalogueChanged)
    rig.give(ev.Ticked())
    (job,), (change,) = rig.of(ev.JobChanged), rig.of(ev.CatalogueChanged)
    filled = sum((ES in p.names) + (ES in p.category) for p in change.products)
    assert (job.job.state, job.job.total, job.job.params["filled"]) == (JobState.RUNNING, 59, filled)
    assert 30 < filled < 2 * 59
    assert change.can_undo


def test_that_nothing_empty_is_done_at_once() -> None:
    rig = filling(product("A", names={ES: "taza"}, category={}))
    assert [(j.state, j.params["filled"]) for j in jobs(rig)] == [(JobState.DONE, 0)]
    assert rig.requests == []


def test_that_texts_without_words_are_taken_as_they_are() -> None:
    rig = filling(product("A", category={}, names={ZH: "28 × 32"}))
    rig.answer(rig.requests[0], "28 × 32", reason=Reason.NOTHING_TO_TRANSLATE).give(ev.Ticked())
    assert named(rig, "A").names[ES] == "28 × 32"


@pytest.mark.parametrize("reason", [Reason.LOOP, Reason.EMPTY, Reason.INVENTED, Reason.ENGINE_FAILED])
def test_that_a_refused_translation_leaves_the_text_empty_and_is_counted(reason: Reason) -> None:
    rig = filling(product("A", category={}))
    rig.answer(rig.requests[0], reason=reason).give(ev.Ticked())
    assert ES not in named(rig, "A").names
    assert (jobs(rig)[-1].state, jobs(rig)[-1].params["refused"]) == (JobState.DONE, 1)


def test_that_other_figures_than_in_the_source_leave_the_text_empty_and_are_counted() -> None:
    rig = filling(product("A", category={}))
    rig.answer(rig.requests[0], "taza 23", warnings=(DOUBT,)).give(ev.Ticked())
    assert ES not in named(rig, "A").names
    assert jobs(rig)[-1].params == {"filled": 0, "refused": 0, "figures": 1}


def test_that_without_a_model_the_rest_is_not_asked_for() -> None:
    rig = filling(*(product(f"S{n}", n) for n in range(1, 40)))
    rig.answer(rig.requests[0], reason=Reason.NO_MODEL)
    while rig.requests:
        assert len(rig.requests) < AT_ONCE
        rig.answer(rig.requests[0], reason=Reason.NO_MODEL)
    rig.give(ev.Ticked())
    job = jobs(rig)[-1]
    assert (job.state, job.code) == (JobState.FAILED, "no_model")
    assert job.params == {"filled": 0, "refused": 78, "figures": 0, "source": ZH, "target": ES}


def test_that_one_language_without_a_model_does_not_spoil_the_other() -> None:
    rig = filling(product("A", category={}), languages=(ES, EN))
    rig.answer(rig.requests[0], reason=Reason.NO_PATH).answer(rig.requests[0], "mug A").give(ev.Ticked())
    assert (named(rig, "A").names.get(EN), jobs(rig)[-1].state) == ("mug A", JobState.DONE)


# --- what happens meanwhile ---


def test_that_a_person_who_is_faster_wins() -> None:
    rig = filling(product("A"), product("B", 2))
    base = named(rig, "A")
    rig.give(ev.PutProducts((replace(base, names={**base.names, ES: "taza mía"}),), (base,)))
    rig.give(ev.PutProducts((replace(named(rig, "B"), names={ZH: "碗 B"}),)))
    rig.answer_all().give(ev.Ticked())
    assert named(rig, "A").names[ES] == "taza mía"
    assert "names.es" not in named(rig, "A").machine_texts
    assert ES not in named(rig, "B").names
    assert jobs(rig)[-1].params["filled"] == 2  # both categories


def test_that_a_product_that_went_is_passed_over() -> None:
    rig = filling(product("A"), product("B", 2)).give(ev.RemoveProducts((Sku("A"),)))
    rig.answer_all().give(ev.Ticked())
    assert [p.sku for p in rig.booth.products] == ["B"]
    assert jobs(rig)[-1].state is JobState.DONE


def test_that_all_of_a_job_is_taken_back_at_once() -> None:
    before = (product("A"), product("B", 2))
    rig = filling(*before)
    while rig.requests:
        rig.answer(rig.requests[0]).give(ev.Ticked())
    assert rig.booth.products != before
    rig.give(ev.UndoCatalogue())
    assert rig.booth.products == before


def test_that_taking_back_stops_what_is_still_being_filled() -> None:
    rig = filling(*(product(f"S{n}", n) for n in range(1, 40)))
    late = rig.requests[-1]
    rig.answer(rig.requests[0]).give(ev.UndoCatalogue())
    assert rig.requests == []
    assert jobs(rig)[-1].state is JobState.CANCELLED
    rig.give(ev.Ticked()).answer(late).give(ev.Ticked())
    assert all(ES not in p.names for p in rig.booth.products)


def test_that_stopping_keeps_what_is_filled_and_asks_for_no_more() -> None:
    rig = filling(*(product(f"S{n}", n) for n in range(1, 40)))
    late = rig.requests[1]
    rig.answer(rig.requests[0], "taza").give(ev.StopFillingTexts())
    assert rig.requests == []
    assert named(rig, "S1").names[ES] == "taza"
    assert (jobs(rig)[-1].state, jobs(rig)[-1].params["filled"]) == (JobState.CANCELLED, 1)
    rig.answer(late).give(ev.Ticked(), ev.StopFillingTexts())
    assert sum(ES in p.category for p in rig.booth.products) == 0
    assert jobs(rig)[-1].state is JobState.CANCELLED


def test_that_what_is_asked_for_later_joins_the_job_and_comes_next() -> None:
    many = [product(f"S{n}", n, category={}) for n in range(1, 60)]
    rig = filling(*many).give(ev.FillTexts((Sku("S50"), Sku("X")), (EN, ES)))
    rig.answer(rig.requests[0]).answer(rig.requests[0])
    assert [(r.text, r.target) for r in rig.requests[-2:]] == [("杯 S50", EN), ("杯 S50", ES)]
    rig.answer_all().give(ev.Ticked())
    job = jobs(rig)[-1]
    assert (job.state, job.total, job.params["filled"]) == (JobState.DONE, 61, 60)


def test_that_what_was_filled_is_kept_when_the_desk_stops() -> None:
    rig = filling(product("A", category={}))
    rig.answer(rig.requests[0], "taza A").stop()
    assert named(rig, "A").names[ES] == "taza A"
    assert [e.products for e in rig.of(ev.CatalogueChanged)] == [rig.booth.products]


def test_that_a_show_that_begins_does_not_stop_the_filling() -> None:
    rig = filling(product("A", category={})).after(5).live()
    rig.answer(rig.requests[0], "taza A").give(ev.Ticked())
    assert named(rig, "A").names[ES] == "taza A"


def test_that_approving_takes_the_marks_off_in_one_step() -> None:
    rig = filling(product("A"), product("B", 2)).answer_all().give(ev.Ticked())
    rig.give(ev.ApproveTexts((Sku("A"), Sku("B"), Sku("X")), ES))
    assert all(p.machine_texts == frozenset() and ES in p.names for p in rig.booth.products)
    rig.give(ev.ApproveTexts((Sku("A"),)))
    assert not rig.of(ev.CatalogueChanged)
    rig.give(ev.UndoCatalogue())
    assert all(p.machine_texts for p in rig.booth.products)
