"""The real atlas: cities by any of their names, hubs on the map, ships that stay at sea."""

from pathlib import Path

import pytest

from livedesk.adapters.places.atlas import OfflineAtlas
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH
from livedesk.core.logistics.places import PlaceKind, distance_km
from livedesk.core.logistics.route import Load, Mode, StopKind, plan

FOLDER = Path(__file__).parents[3] / "resources" / "places"


@pytest.fixture(scope="module")
def atlas() -> OfflineAtlas:
    return OfflineAtlas(FOLDER)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Hamburg", "Hamburg", "DE"),
        ("汉堡", "Hamburg", "DE"),
        ("sao paulo", "São Paulo", "BR"),
        ("saigon", "Ho Chi Minh City", "VN"),
        ("纽约", "New York City", "US"),
        ("hamb", "Hamburg", "DE"),
        ("ＤＵＢＡＩ", "Dubai", "AE"),
    ],
)
def test_that_a_city_is_found_by_any_of_its_names(
    atlas: OfflineAtlas, text: str, name: str, country: str
) -> None:
    found = atlas.find(text, 5)[0]
    assert (found.names[EN], found.country) == (name, country)


def test_that_nothing_and_nonsense_find_nothing(atlas: OfflineAtlas) -> None:
    assert atlas.find(" -- ", 5) == ()
    assert atlas.find("qwxzzk", 5) == ()


def test_that_every_hub_has_both_names_and_lies_on_the_earth(atlas: OfflineAtlas) -> None:
    for kind in (PlaceKind.PORT, PlaceKind.AIRPORT, PlaceKind.RAIL, PlaceKind.BORDER):
        hubs = atlas.hubs(kind)
        assert hubs
        assert len({hub.code for hub in hubs}) == len(hubs)
        for hub in hubs:
            assert hub.names[EN]
            assert hub.names[ZH]
            assert abs(hub.at[0]) <= 180
            assert abs(hub.at[1]) <= 90


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("CNNGB", "Ningbo"),
        ("DEHAM", "Hamburg"),
        ("BRSSZ", "Santos"),
        ("ZADUR", "Durban"),
        ("CNTXG", "Tianjin"),
    ],
)
def test_that_a_port_lies_where_its_city_is(atlas: OfflineAtlas, code: str, near: str) -> None:
    port = next(p for p in atlas.hubs(PlaceKind.PORT) if p.code == code)
    assert min(distance_km(port.at, city.at) for city in atlas.find(near, 5)) < 60


def test_that_a_ship_to_hamburg_goes_through_suez(atlas: OfflineAtlas) -> None:
    route = plan(atlas.find("义乌", 1)[0], atlas.find("慕尼黑", 1)[0], Mode.SEA, Load(), atlas)
    passages = [stop.passage for stop in route.stops if stop.kind is StopKind.PASSAGE]
    assert passages == ["malacca", "babalmandab", "suez", "gibraltar"]
    assert 19_000 < route.km < 22_500
    assert 35 <= route.days <= 50


def test_that_a_port_in_a_strait_is_no_passage_of_its_own(atlas: OfflineAtlas) -> None:
    route = plan(atlas.find("宁波", 1)[0], atlas.find("Istanbul", 1)[0], Mode.SEA, Load(), atlas)
    assert "bosporus" not in [stop.passage for stop in route.stops]
    assert all(leg.km > 50 for leg in route.legs if leg.mode is Mode.SEA)


def test_that_the_outlines_hold_the_continents(atlas: OfflineAtlas) -> None:
    assert len(atlas.land) > 200
    assert max(len(ring) for ring in atlas.land) > 3000


def test_that_damaged_data_is_said(tmp_path: Path) -> None:
    (tmp_path / "cities.tsv.xz").write_bytes(b"no archive")
    for ask in (lambda a: a.find("Hamburg", 1), lambda a: a.hubs(PlaceKind.PORT), lambda a: a.land):
        with pytest.raises(UserFacing) as told:
            ask(OfflineAtlas(tmp_path))
        assert told.value.code is ErrorCode.PLACES_BROKEN
