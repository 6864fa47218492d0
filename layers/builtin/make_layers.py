#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Make units.geojson and neighbours.geojson out of Natural Earth.

    make_layers.py [WORLD_MAP] [--into FOLDER]

WORLD_MAP is the GeoPackage that QGIS ships and Debian packs in qgis-common. Only the standard library is used; the same
input gives the same bytes. The script stops, writing nothing, if the units are not a clean coverage or if their area is
not the known one: then WORLD_MAP is another edition, and SOURCES.md and the texts below need a new look.
"""

import argparse
import json
import math
import sqlite3
import struct
import sys
from pathlib import Path

WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
PACKAGE = "qgis-common"
DECIMALS = 7  # 0.01 m: far below the accuracy, fine enough that every source vertex stays distinct

# FIPS code in the source -> ISO 3166-2:UA code, English name, Ukrainian name, kind. The FIPS code is the key because
# the source's iso_a2 lists Crimea and Sevastopol under RU; they are units of Ukraine in ISO 3166-2:UA and here.
UNITS = {
    "UP23": ("UA-05", "Vinnytsia", "Вінницька область", "oblast"),
    "UP24": ("UA-07", "Volyn", "Волинська область", "oblast"),
    "UP14": ("UA-09", "Luhansk", "Луганська область", "oblast"),
    "UP04": ("UA-12", "Dnipropetrovsk", "Дніпропетровська область", "oblast"),
    "UP05": ("UA-14", "Donetsk", "Донецька область", "oblast"),
    "UP27": ("UA-18", "Zhytomyr", "Житомирська область", "oblast"),
    "UP25": ("UA-21", "Zakarpattia", "Закарпатська область", "oblast"),
    "UP26": ("UA-23", "Zaporizhzhia", "Запорізька область", "oblast"),
    "UP06": ("UA-26", "Ivano-Frankivsk", "Івано-Франківська область", "oblast"),
    "UP12": ("UA-30", "Kyiv city", "Київ", "city with special status"),
    "UP13": ("UA-32", "Kyiv oblast", "Київська область", "oblast"),
    "UP10": ("UA-35", "Kirovohrad", "Кіровоградська область", "oblast"),
    "UP20": ("UA-40", "Sevastopol", "Севастополь", "city with special status"),
    "UP11": ("UA-43", "AR Crimea", "Автономна Республіка Крим", "autonomous republic"),
    "UP15": ("UA-46", "Lviv", "Львівська область", "oblast"),
    "UP16": ("UA-48", "Mykolaiv", "Миколаївська область", "oblast"),
    "UP17": ("UA-51", "Odesa", "Одеська область", "oblast"),
    "UP18": ("UA-53", "Poltava", "Полтавська область", "oblast"),
    "UP19": ("UA-56", "Rivne", "Рівненська область", "oblast"),
    "UP21": ("UA-59", "Sumy", "Сумська область", "oblast"),
    "UP22": ("UA-61", "Ternopil", "Тернопільська область", "oblast"),
    "UP07": ("UA-63", "Kharkiv", "Харківська область", "oblast"),
    "UP08": ("UA-65", "Kherson", "Херсонська область", "oblast"),
    "UP09": ("UA-68", "Khmelnytskyi", "Хмельницька область", "oblast"),
    "UP01": ("UA-71", "Cherkasy", "Черкаська область", "oblast"),
    "UP02": ("UA-74", "Chernihiv", "Чернігівська область", "oblast"),
    "UP03": ("UA-77", "Chernivtsi", "Чернівецька область", "oblast"),
}

KNOWN_AREA = 599_166.73  # km², all 27 units, edges straight in longitude and latitude
OFFICIAL_AREA = 603_548  # km², sum of the official areas of the 27 units

WEST, SOUTH, EAST, NORTH = 19.0, 42.0, 44.0, 55.0  # what neighbours.geojson shows
CURRENT_NAMES = {"Bosnia and Herz.": "Bosnia and Herzegovina", "Macedonia": "North Macedonia"}

SOURCE = (
    "Natural Earth 4.1.0, 1:10m cultural vectors, Admin 1 (naturalearthdata.com), as generalised by QGIS in "
    "world_map.gpkg, layer {layer}, Debian package qgis-common 3.22.16+dfsg-1"
)
RELEASED = "2018-05-21"  # Natural Earth 4.1.0, by its own change log
LICENCE = "Public domain (Natural Earth)"


class BadSource(Exception):
    """WORLD_MAP is absent, or not what this script was written for."""


# ---- reading the GeoPackage ----


def open_world_map(path):
    if not path.is_file():
        raise BadSource(f"there is no {path}; it comes with Debian's package {PACKAGE}: apt-get install {PACKAGE}")
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def polygons_of(blob):
    """Polygons (lists of rings) of a GeoPackage geometry: header of OGC 12-128, 2.1.3, then WKB."""
    if blob[:2] != b"GP":
        raise BadSource("a geometry does not start as a GeoPackage geometry must")
    envelope = (blob[3] >> 1) & 7
    polygons, _ = read_wkb(blob, 8 + (0, 32, 48, 48, 64)[envelope])
    return [oriented(polygon) for polygon in polygons]


def read_wkb(blob, at):
    """Polygons of the WKB geometry that starts at byte `at`, and the byte after it."""
    order = "<" if blob[at] else ">"
    kind, count = struct.unpack_from(order + "II", blob, at + 1)
    at += 9
    if kind == 3:
        rings, at = read_rings(blob, at, order, count)
        return [rings], at
    if kind != 6:
        raise BadSource(f"a geometry is of WKB type {kind}, neither Polygon nor MultiPolygon")
    polygons = []
    for _ in range(count):
        part, at = read_wkb(blob, at)
        polygons += part
    return polygons, at


def read_rings(blob, at, order, count):
    rings = []
    for _ in range(count):
        (size,) = struct.unpack_from(order + "I", blob, at)
        numbers = struct.unpack_from(f"{order}{2 * size}d", blob, at + 4)
        rings.append([rounded(point) for point in zip(numbers[0::2], numbers[1::2])])
        at += 4 + 16 * size
    return rings, at


def rounded(point):
    return round(point[0], DECIMALS), round(point[1], DECIMALS)


def oriented(polygon):
    """The polygon wound as RFC 7946 asks: outer ring counter-clockwise, holes clockwise."""
    return [ring if (signed_area(ring) > 0) == (index == 0) else ring[::-1] for index, ring in enumerate(polygon)]


def read_units(world_map):
    query = "SELECT fips, geom FROM states_provinces WHERE fips IN ({})".format(",".join("?" * len(UNITS)))
    found = world_map.execute(query, list(UNITS)).fetchall()
    if sorted(fips for fips, _ in found) != sorted(UNITS):
        raise BadSource(f"{len(found)} rows of states_provinces carry the 27 FIPS codes of Ukraine's units")
    units = []
    for fips, blob in found:
        code, name, name_uk, kind = UNITS[fips]
        properties = {"name": name, "name_uk": name_uk, "code": code, "kind": kind}
        units.append((properties, largest_first(polygons_of(blob))))
    return sorted(units, key=lambda unit: unit[0]["code"])


def read_neighbours(world_map, units):
    """Countries in BOX without the land of the units, wherever the source lists it.

    Both layers come from one generalisation, so the units' own land shows the very edges of the units, in the same
    direction; a neighbour shows them reversed.
    """
    own_edges = set(edges_of_all(units))
    neighbours = []
    for name, iso, blob in world_map.execute("SELECT NAME, iso_a2, geom FROM countries"):
        if iso == "UA":
            continue
        foreign = [polygon for polygon in polygons_of(blob) if not own_edges.issuperset(edges_of(polygon[0]))]
        clipped = [[ring] for polygon in foreign for ring in clip_to_box(polygon)]
        if clipped:
            neighbours.append(({"name": CURRENT_NAMES.get(name, name)}, largest_first(clipped)))
    return sorted(neighbours, key=lambda neighbour: neighbour[0]["name"])


# ---- geometry ----


def edges_of(ring):
    return zip(ring, ring[1:])


def edges_of_all(shapes):
    return (edge for _, polygons in shapes for polygon in polygons for ring in polygon for edge in edges_of(ring))


def signed_area(ring):
    """Square degrees, positive when the ring runs counter-clockwise."""
    return sum((a[0] - b[0]) * (a[1] + b[1]) for a, b in edges_of(ring)) / 2


def largest_first(polygons):
    return sorted(polygons, key=lambda polygon: (-signed_area(polygon[0]), polygon[0]))


def authalic(latitude):
    """q: km² on the WGS84 ellipsoid between the equator and a latitude, per radian of longitude (Snyder 1987, 3-12)."""
    a, f = 6378.137, 1 / 298.257223563
    e = math.sqrt(f * (2 - f))
    s = math.sin(math.radians(latitude))
    return (a * (1 - f)) ** 2 / 2 * (s / (1 - (e * s) ** 2) + math.atanh(e * s) / e)


def area(polygons):
    """km² with edges straight in longitude and latitude: −∮ q dλ, Simpson's rule on each edge (exact to 1e-9 here)."""
    total = 0.0
    for polygon in polygons:
        for ring in polygon:
            for (x1, y1), (x2, y2) in edges_of(ring):
                mean = (authalic(y1) + 4 * authalic((y1 + y2) / 2) + authalic(y2)) / 6
                total -= mean * math.radians(x2 - x1)
    return total


def clip_to_box(polygon):
    if len(polygon) > 1:
        if touches_box(polygon[0]):
            raise BadSource("a neighbour has a hole inside the box; clip_to_box handles outer rings only")
        return []
    rings = polygon if touches_box(polygon[0]) else []
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        rings = [piece for ring in rings for piece in cut(ring, axis, limit, sign)]
    return rings


def touches_box(ring):
    xs, ys = zip(*ring)
    return min(xs) < EAST and max(xs) > WEST and min(ys) < NORTH and max(ys) > SOUTH


def cut(ring, axis, limit, sign):
    """The counter-clockwise rings of what lies where sign · (coordinate − limit) ≥ 0.

    The ring falls into chains that enter and leave across the line. Sorted along the line, the crossings bound, in
    pairs, the stretches where the polygon lies on the line, so each chain's end goes on at the other end of its pair.
    """
    points = ring[:-1]
    inside = [sign * (point[axis] - limit) >= 0 for point in points]
    if all(inside):
        return [ring]
    chains = inner_chains(points, inside, axis, limit)
    ends = sorted((chain[end][1 - axis], end, index) for index, chain in enumerate(chains) for end in (0, -1))
    follower = {}
    for one, two in zip(ends[0::2], ends[1::2]):
        (_, _, start), (_, _, stop) = sorted((one, two), key=lambda end: -end[1])
        follower[stop] = start
    if len(follower) != len(chains) or set(follower.values()) != set(follower):
        raise BadSource("a neighbour's ring touches the box without crossing it; cut does not handle that")
    return joined(chains, follower)


def inner_chains(points, inside, axis, limit):
    """Runs of inside points in ring order, each with the crossings where it enters and leaves."""
    size = len(points)
    chains = []
    for first in range(size):
        if not inside[first] or inside[first - 1]:
            continue
        chain = [crossing(points[first - 1], points[first], axis, limit)]
        index = first
        while inside[index % size]:
            chain.append(points[index % size])
            index += 1
        chain.append(crossing(points[(index - 1) % size], points[index % size], axis, limit))
        chains.append(chain)
    return chains


def crossing(a, b, axis, limit):
    a, b = sorted((a, b))  # so that two neighbours cut their common border at the same point
    share = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return rounded((limit, other) if axis == 0 else (other, limit))


def joined(chains, follower):
    rings, left = [], set(follower)
    while left:
        index = first = min(left)
        ring = []
        while not ring or index != first:
            left.remove(index)
            ring += chains[index]
            index = follower[index]
        ring.append(ring[0])
        rings.append([point for point, before in zip(ring, [None] + ring) if point != before])
    return rings


# ---- checking ----


def check_coverage(units):
    """Stop unless neighbouring units share every vertex of their border.

    The source was made topologically (GRASS) and needs no mending: each border is the same list of vertices on both
    sides. So an edge that no other unit runs along in the other direction belongs to the outline of the country; and a
    vertex lying on such an edge without ending it, or within 1e-4° (some 10 m), would mean a T-junction or a sliver.
    """
    edges = list(edges_of_all(units))
    known = set(edges)
    if len(known) != len(edges):
        raise BadSource("two units overlap along an edge")
    outline = [(a, b) for a, b in edges if (b, a) not in known]
    vertices = sorted({a for a, _ in outline})
    for a, b in outline:
        for vertex in vertices:
            if vertex not in (a, b) and distance(vertex, a, b) < 1e-4:
                raise BadSource(f"the borders do not match at {vertex}")
    return len(edges) - len(outline), len(outline)


def distance(point, a, b):
    """Degrees from a point to the edge ab."""
    (x, y), (x1, y1), (x2, y2) = point, a, b
    dx, dy = x2 - x1, y2 - y1
    along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - x1 - along * dx, y - y1 - along * dy)


def check_area(units):
    total = sum(area(polygons) for _, polygons in units)
    if abs(total - KNOWN_AREA) > 0.01:
        raise BadSource(f"the units measure {total:,.2f} km², not {KNOWN_AREA:,.2f}: another edition of the map?")
    return total


# ---- writing ----


def about_units(total):
    short = OFFICIAL_AREA - total
    return {
        "title": "First-level units of Ukraine",
        "source": SOURCE.format(layer="states_provinces"),
        "date": RELEASED,
        "licence": LICENCE,
        "accuracy": "about 2 km (estimate: drawn for 1:10,000,000, then thinned by QGIS with a tolerance of 1 km)",
        "note": (
            f"27 units, {total:,.2f} km² with edges straight in longitude and latitude on WGS84: {short:,.0f} km² "
            f"({100 * short / OFFICIAL_AREA:.2f} %) below the official {OFFICIAL_AREA:,} km², mostly in Kherson and "
            "Mykolaiv oblasts, whose official areas count limans and bays. Kyiv city is drawn at twice its official "
            "area, at the cost of Kyiv oblast. The source lists Crimea and Sevastopol under RU; they are units of "
            "Ukraine here. Neighbouring units share every vertex of their border. Made by make_layers.py."
        ),
    }


def about_neighbours():
    return {
        "title": "Neighbouring land, for context",
        "source": SOURCE.format(layer="countries"),
        "date": RELEASED,
        "licence": LICENCE,
        "accuracy": "about 2 km (estimate, as for the units)",
        "note": (
            f"Countries from {WEST:g} to {EAST:g}° E and {SOUTH:g} to {NORTH:g}° N, clipped to that box, without the "
            "27 units of Ukraine; borders with Ukraine share every vertex of units.geojson. Names and borders of other "
            "countries are the source's, shown for orientation, and state nothing. Made by make_layers.py."
        ),
    }


def feature_line(properties, polygons):
    if len(polygons) == 1:
        geometry = {"type": "Polygon", "coordinates": polygons[0]}
    else:
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return compact({"type": "Feature", "properties": properties, "geometry": geometry})


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path, about, shapes):
    features = ",\n".join(feature_line(properties, polygons) for properties, polygons in shapes)
    text = f'{{"type":"FeatureCollection",\n"demarc":{compact(about)},\n"features":[\n{features}\n]}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")
    vertices = sum(1 for _ in edges_of_all(shapes))
    print(f"{path.name}: {len(shapes)} features, {vertices:,} vertices, {len(text.encode()):,} bytes")


def arguments():
    parser = argparse.ArgumentParser(description="Make units.geojson and neighbours.geojson out of Natural Earth.")
    parser.add_argument("world_map", nargs="?", type=Path, default=WORLD_MAP, help="default: %(default)s")
    parser.add_argument("--into", type=Path, default=Path(__file__).parent, help="default: beside this script")
    return parser.parse_args()


def main():
    chosen = arguments()
    world_map = open_world_map(chosen.world_map)
    units = read_units(world_map)
    neighbours = read_neighbours(world_map, units)
    shared, outline = check_coverage(units)
    total = check_area(units)
    print(f"units: {total:,.2f} km², {shared // 2:,} edges shared by two units, {outline:,} on the outline")
    write(chosen.into / "units.geojson", about_units(total), units)
    write(chosen.into / "neighbours.geojson", about_neighbours(), neighbours)


if __name__ == "__main__":
    try:
        main()
    except (BadSource, sqlite3.Error, OSError) as problem:
        sys.exit(f"make_layers.py: error: {problem}")
