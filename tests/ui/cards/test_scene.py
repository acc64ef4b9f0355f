"""What stands on a card: both languages of the show, dates that follow from the days, nothing promised."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from livedesk.core.ids import EN, ZH, Language
from livedesk.core.logistics.asking import RouteWish
from livedesk.core.logistics.places import Place, PlaceKind
from livedesk.core.logistics.route import Load, Mode
from livedesk.ui.cards import painting
from livedesk.ui.cards.labels import Tongues
from livedesk.ui.cards.scene import RouteScene, TraceScene, load_text
from livedesk.ui.theme.tokens import DARK, LIGHT, Colours
from tests.ui.cards.world import BATCH, HAMBURG, SQUARE, YIWU, route_for

START = date(2026, 11, 22)
NAMES = ("便携式榨汁杯", "Portable juicer cup")


def route_scene(tongues: Tongues, *languages: str, made: int = 25) -> RouteScene:
    wish = RouteWish(YIWU, HAMBURG, Mode.SEA, Load(Decimal("8.4")), made)
    spoken = tongues.of(tuple(map(Language, languages or ("zh", "en"))))
    return RouteScene(NAMES, route_for(wish), START, (SQUARE,), spoken)


def test_that_a_route_is_told_in_both_languages(tongues: Tongues) -> None:
    scene = route_scene(tongues)
    assert scene.title == ("义乌 → 德国汉堡", "Yiwu to Hamburg, Germany")
    assert scene.total == ("约 67 天", "about 67 days")
    assert [step.names for step in scene.steps()][1:4] == [
        ("宁波港", "Ningbo"),
        ("苏伊士运河", "Suez Canal"),
        ("汉堡港", "Hamburg"),
    ]
    assert "Estimates" in scene.footer


def test_that_each_day_follows_from_the_days_before(tongues: Tongues) -> None:
    whens = [step.when[1] for step in route_scene(tongues).steps()]
    assert whens == ["17 Dec", "18 Dec", "12 Jan", "23 Jan", "28 Jan"]
    whens = [step.when[1] for step in route_scene(tongues, made=0).steps()]
    assert whens[0] == "22 Nov"


def test_that_a_language_without_words_of_its_own_is_english_with_its_own_countries(tongues: Tongues) -> None:
    scene = route_scene(tongues, "zh", "es")
    assert scene.title[1] == "Yiwu to Hamburg, Alemania"
    assert scene.total[1] == "about 67 days"


def test_that_one_language_is_not_told_twice(tongues: Tongues) -> None:
    scene = route_scene(tongues, "en", "en")
    assert scene.total == ("about 67 days",)
    assert all(len(step.names) == 1 for step in scene.steps())


def test_that_a_place_without_a_chinese_name_has_its_english_one(tongues: Tongues) -> None:
    small = Place(PlaceKind.CITY, {EN: "Itzehoe"}, "DE", (9.5, 53.9))
    chinese_only = Place(PlaceKind.CITY, {ZH: "小城"}, "CN", (120.0, 30.0))
    wish = RouteWish(chinese_only, small, Mode.SEA, Load())
    scene = replace(route_scene(tongues), route=route_for(wish))
    assert scene.steps()[-1].names == ("Itzehoe",)
    assert scene.steps()[0].names == ("小城",)


@pytest.mark.parametrize(
    ("cbm", "text"),
    [
        (None, ""),
        ("8.4", "8.4 m³ · shared (LCL)"),
        ("20", "20 m³ · 1 × 20GP"),
        ("71.057", "71.057 m³ · 1 × 40HQ + 1 × 20GP"),
    ],
)
def test_that_a_load_says_what_it_fills(tongues: Tongues, cbm: str | None, text: str) -> None:
    (english,) = tongues.of((EN,))
    assert load_text(Load(Decimal(cbm) if cbm else None), english) == text


def test_that_a_batch_shows_its_events_in_both_languages(tongues: Tongues) -> None:
    scene = TraceScene(NAMES, BATCH, (), tongues.of((ZH, EN)))
    first, second = scene.steps()
    assert (first.names, first.details, first.when) == (
        ("生产", "Production"),
        ("Ningbo · line 3",),
        ("2026-10-02",),
    )
    assert second.names == ("验货", "Inspection")
    assert scene.total == ("批次 B-2610-07", "Batch B-2610-07")
    assert scene.scan == ()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(400, 900), QSize(3840, 800)])
def test_that_a_card_fills_any_window(tongues: Tongues, colours: Colours, size: QSize) -> None:
    code = tuple(tuple((x + y) % 2 == 0 for x in range(29)) for y in range(29))
    for scene in (route_scene(tongues), TraceScene(NAMES, BATCH, code, tongues.of((ZH, EN)))):
        image = QImage.fromData(painting.png(scene, colours, size))
        assert image.size() == size
        assert image.pixelColor(2, 2).name() == colours.panel


def test_that_the_code_is_black_on_white_in_the_dark_too(tongues: Tongues) -> None:
    code = ((True,) * 21,) * 21
    image = QImage.fromData(
        painting.png(TraceScene(NAMES, BATCH, code, tongues.of((ZH, EN))), DARK, QSize(1280, 720))
    )
    middle = image.pixelColor(1280 - 32 - 200, 116 + 28 + 200)
    edge = image.pixelColor(1280 - 32 - 396, 116 + 28 + 4)
    assert (middle.name(), edge.name()) == ("#000000", "#ffffff")


def test_that_a_route_and_a_batch_of_one_step_or_none_are_drawn(tongues: Tongues) -> None:
    empty = TraceScene((), replace(BATCH, events=()), (), tongues.of((ZH, EN)))
    assert empty.title == ("JZ-03",)
    assert painting.png(empty, LIGHT).startswith(b"\x89PNG")
