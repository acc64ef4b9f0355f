"""The world as livedesk carries it: cities, hubs, sea ways and the outline of the land. No network.

Data: GeoNames (CC BY 4.0), Natural Earth (public domain), airportsdata (MIT), searoute (Apache-2.0); made by
`resources/places/build.py`.
"""

import json
import lzma
import unicodedata
from functools import cached_property
from pathlib import Path

from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import EN, ZH
from livedesk.core.logistics.places import Atlas, Place, PlaceKind, Point, SeaWay, unwrapped_ring
from livedesk.core.typing_compat import override

_RESTRICTED = ["northwest"]
"""No merchant ship takes the Northwest Passage."""


class OfflineAtlas(Atlas):
    """Reads `folder` (resources/places) when it is first asked: 34,000 cities take about a fifth of a second.

    Every method raises `UserFacing(PLACES_BROKEN)` where the data is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sea_ways: dict[tuple[Point, Point], SeaWay] = {}

    @override
    def find(self, text: str, limit: int) -> tuple[Place, ...]:
        wanted = _fold(text)
        if not wanted:
            return ()
        # Exact names before beginnings before parts; within each the larger city first, as the file has them.
        ranked: list[list[Place]] = [[], [], []]
        for names, place in self._cities:
            if wanted in names:
                ranked[0].append(place)
            elif any(name.startswith(wanted) for name in names):
                ranked[1].append(place)
            elif len(wanted) > 2 and any(wanted in name for name in names):
                ranked[2].append(place)
            if len(ranked[0]) >= limit:
                break
        return tuple(place for rank in ranked for place in rank)[:limit]

    @override
    def hubs(self, kind: PlaceKind) -> tuple[Place, ...]:
        return tuple(place for place in self._hubs if place.kind is kind)

    @override
    def sea_way(self, origin: Place, destination: Place) -> SeaWay:
        key = origin.at, destination.at
        if key not in self._sea_ways:
            self._sea_ways[key] = self._find_sea_way(*key)
        return self._sea_ways[key]

    def _find_sea_way(self, origin: Point, destination: Point) -> SeaWay:
        """Ask the library; a way takes about a twentieth of a second."""
        import searoute

        found = searoute.searoute(
            list(origin),
            list(destination),
            units="km",
            append_orig_dest=True,
            restrictions=_RESTRICTED,
            return_passages=True,
        )
        path = tuple((float(lon), float(lat)) for lon, lat in found["geometry"]["coordinates"])
        passages = tuple(found["properties"]["traversed_passages"])
        return SeaWay(float(found["properties"]["length"]), path, passages)

    @cached_property
    def land(self) -> tuple[tuple[Point, ...], ...]:
        """The outer rings of all land, in degrees; longitudes go on beyond 180 where a ring does."""
        rings = json.loads(self._text("land.json.xz"))
        return tuple(
            unwrapped_ring([(ring[i] / 100, ring[i + 1] / 100) for i in range(0, len(ring), 2)])
            for ring in rings
        )

    @cached_property
    def _cities(self) -> list[tuple[tuple[str, ...], Place]]:
        cities = []
        for line in self._text("cities.tsv.xz").splitlines():
            name, chinese, country, longitude, latitude, _, further = line.split("\t")
            names = {EN: name, ZH: chinese} if chinese else {EN: name}
            place = Place(PlaceKind.CITY, names, country, (float(longitude), float(latitude)))
            cities.append(
                (tuple(map(_fold, (name, chinese or name, *filter(None, further.split("|"))))), place)
            )
        return cities

    @cached_property
    def _hubs(self) -> tuple[Place, ...]:
        hubs = []
        for line in self._text("hubs.tsv").splitlines():
            kind, code, name, chinese, country, longitude, latitude = line.split("\t")
            at = float(longitude), float(latitude)
            hubs.append(Place(PlaceKind(kind), {EN: name, ZH: chinese}, country, at, code))
        return tuple(hubs)

    def _text(self, name: str) -> str:
        path = self._folder / name
        try:
            data = path.read_bytes()
            return (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
        except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
            raise UserFacing(ErrorCode.PLACES_BROKEN, file=name) from error


def _fold(text: str) -> str:
    """Return `text` as names are compared: letters and digits only, lower case, accents dropped."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())
