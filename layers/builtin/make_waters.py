#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Make waters.geojson, rivers and lakes of Ukraine and around it, out of GSHHG.

    make_waters.py [FOLDER] [--into FOLDER]

FOLDER is where Debian's gmt-gshhg-high puts binned_river_h.nc (lines) and binned_GSHHS_h.nc (outlines), GMT's form of
GSHHG: cut at bins of two degrees, points as 16-bit offsets in their bin. Here the pieces are joined again, cut at the
frame, thinned, and written one feature a line: rivers with "level" (1 major to 4 minor), lakes with "km2" (of what lies
in the frame, before thinning), a reservoir that is no more with "gone". Needs numpy, netCDF4, shapely and pyproj, as
Debian packs them; the same input gives the same bytes. The script stops, writing nothing, if an outline does not close
or a position of the tables below is on no water: then it is another edition. What was made, and how far known points
are off, goes to standard output.
"""

import argparse
import json
import statistics
from collections import Counter, defaultdict
from pathlib import Path

import netCDF4
import numpy
import pyproj
from shapely.geometry import LineString, Point, Polygon, box, mapping, shape
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, nearest_points, split

SOURCE = Path("/usr/share/gmt-gshhg")
VERSION = "2.3.7"
FRAME = box(19, 42, 44, 55)
LEVELS = 1, 2, 3, 4  # 0 is the banks of wide rivers, which are outlines too; 5 to 7 dry up; 8 to 10 are canals
GAP = 0.7  # km; the source's lines of one river end up to 0.63 km from each other
SHORTEST = 10.0  # km; what is shorter is an arm around an island
SMALLEST = 5.0  # km2, whole lake
TOLERANCE, DECIMALS = 0.002, 4  # degrees
NEAR = 5.0  # km from a position to its river
GONE = {"Kakhovka Reservoir": "2023-06"}
GEOD = pyproj.Geod(ellps="WGS84")

BRIDGED = 25.49, 51.83  # in the Prypiat, a gap of 1.8 km
# Where one line of the source is two rivers: mouths of the Someș, of the Pina, of the Bolva and of the Bistrița
PARTED = (22.337, 48.118), (26.133, 52.116), (34.358, 53.279), (26.961, 46.473)
# The Dnipro from Kaniv to Kherson is one lake in the source. It is cut at the dams, and below Khortytsia: from the dam
# of the Dnipro HES to there the river still fills its bed.
CUTS = (((33.251, 49.03), (33.251, 49.12)), ((34.522, 48.535), (34.610, 48.570)), ((35.04, 47.869), (35.16, 47.869)),
        ((35.08, 47.765), (35.22, 47.765)), ((33.335, 46.805), (33.405, 46.752)))

# English name, Ukrainian name, positions: near each line of a river, in each lake
RIVERS = (
    ("Dnipro", "Дніпро", (30.33, 53.90), (30.57, 50.43), (32.50, 46.55)), ("Oskil", "Оскіл", (37.62, 49.71)),
    ("Southern Bug", "Південний Буг", (26.98, 49.42), (28.47, 49.23)), ("Inhulets", "Інгулець", (33.35, 47.90)),
    ("Dnister", "Дністер", (24.73, 49.13), (29.62, 46.84)), ("Siverskyi Donets", "Сіверський Донець", (38.45, 48.92)),
    ("Desna", "Десна", (33.17, 54.57), (31.31, 51.48)), ("Seim", "Сейм", (33.87, 51.32)),
    ("Prypiat", "Прип’ять", (25.00, 51.87), (29.27, 52.05)), ("Berezina", "Березина", (29.23, 53.14)),
    ("Sozh", "Сож", (31.01, 52.42)), ("Samara", "Самара", (35.87, 48.53)), ("Prut", "Прут", (25.94, 48.31)),
    ("Danube", "Дунай", (25.95, 43.86), (28.83, 45.34), (29.40, 45.17)), ("San", "Сян", (22.77, 49.79), (22.65, 49.20)),
    ("Siret", "Сірет", (26.93, 46.92), (27.18, 46.10)), ("Tisza", "Тиса", (24.20, 48.05), (20.20, 47.17)),
    ("Don", "Дон", (39.10, 51.50), (41.00, 47.55)), ("Khoper", "Хопер", (42.02, 50.80)),
    ("Western Bug", "Західний Буг", (23.55, 51.55)), ("Vistula", "Вісла", (21.04, 52.24)),
    ("Kuban", "Кубань", (38.97, 45.02)))
LAKES = (
    ("Kyiv Reservoir", "Київське водосховище", (30.48, 50.80)), ("Svitiaz", "Світязь", (23.85, 51.50)),
    ("Kremenchuk Reservoir", "Кременчуцьке водосховище", (32.60, 49.25)), ("Yalpuh", "Ялпуг", (28.62, 45.47)),
    ("Kamianske Reservoir", "Кам’янське водосховище", (34.10, 48.80)), ("Don", "Дон", (39.61, 47.17)),
    ("Dnipro Reservoir", "Дніпровське водосховище", (35.19, 48.24)),
    ("Kakhovka Reservoir", "Каховське водосховище", (34.50, 47.55)),
    ("Dnipro", "Дніпро", (35.16, 47.775), (33.00, 46.745)),
    ("Tsimlyansk Reservoir", "Цимлянське водосховище", (43.45, 48.52)),
    ("Tylihul Estuary", "Тилігульський лиман", (31.12, 46.86)),
    ("Khadzhybei Estuary", "Хаджибейський лиман", (30.58, 46.66)),
    ("Kuialnyk Estuary", "Куяльницький лиман", (30.68, 46.70)),
    ("Molochnyi Estuary", "Молочний лиман", (35.33, 46.54)))
# Mouths of the Tisza, Siverskyi Donets, Prut, Seim, Khoper, Mureș, Berezina, Oskil, Inhulets; dams of Kyiv, Kaniv,
# Kremenchuk, Kamianske, of the Dnipro HES and of Kakhovka: positions as Wikipedia and WRI's list of power plants say
MOUTHS = ((20.2775, 45.1381), (40.8967, 47.6003), (28.2078, 45.4689), (32.5639, 51.4594), (42.3081, 49.6064),
          (20.1942, 46.2517), (30.2500, 52.5497), (37.4087, 49.1001), (32.8125, 46.6842))
DAMS = ((30.5118, 50.5883), (31.4717, 49.7665), (33.2506, 49.0775), (34.5413, 48.5480), (35.0869, 47.8692),
        (33.3697, 46.7786))


def stop(message):
    raise SystemExit(f"make_waters.py: {message}")


def km(a, b):
    return GEOD.inv(*a, *b)[2] / 1000


def off(geometry, at):
    """Distance of a position from a geometry, in km."""
    return km(nearest_points(geometry, Point(at))[0].coords[0], at)


def merged(lines):
    """Lines joined at their common ends, as a list."""
    whole = linemerge(lines)
    return [whole] if whole.geom_type == "LineString" else list(whole.geoms)


def read(path):
    """The variables of a file; pairs of bin and segment; a function from such a pair and a length to a line.

    Positions are computed from whole numbers, so that a segment that ends at the edge of its bin ends exactly where
    one of the neighbouring bin begins.
    """
    file = netCDF4.Dataset(path)
    file.set_auto_maskandscale(False)
    if file.version != VERSION:
        stop(f"{path} is of version {file.version}, not {VERSION}")
    data = {name: variable[:] for name, variable in file.variables.items()}
    across, step = int(data["N_bins_in_360_longitude_range"][0]), int(data["Bin_size_in_minutes"][0]) / 60 / 65535
    x = data["Relative_longitude_from_SW_corner_of_bin"].view(numpy.uint16).astype(int)
    y = data["Relative_latitude_from_SW_corner_of_bin"].view(numpy.uint16).astype(int)
    begins, counts = data["Id_of_first_segment_in_a_bin"].tolist(), data["N_segments_in_a_bin"].tolist()
    pairs = [(b, begins[b] + k) for b in range(len(counts)) for k in range(counts[b])]

    def line(bin_, segment, count):
        first = data["Id_of_first_point_in_a_segment"][segment]
        lon = (bin_ % across * 65535 + x[first:first + count]) * step
        lat = 90 - ((bin_ // across + 1) * 65535 - y[first:first + count]) * step
        return LineString(numpy.column_stack((lon, lat)))

    return data, pairs, line


def read_rivers(path):
    """Pairs of level and line, joined across the bins and across the source's small gaps."""
    data, pairs, line = read(path)
    pieces, rivers = defaultdict(list), []
    for bin_, segment in pairs:
        piece = line(bin_, segment, data["N_points_for_a_segment"][segment])
        if piece.length and piece.distance(FRAME) < 4:
            pieces[int(data["Hierarchial_level_of_a_segment"][segment])].append(piece)
    for level in LEVELS:
        lines = merged(pieces[level])
        ends = [(i, each.coords[k]) for i, each in enumerate(lines) for k in (0, -1)]
        gaps = sorted((km(a, b), a, b) for k, (i, a) in enumerate(ends) for j, b in ends[k + 1:]
                      if i != j and a != b and abs(a[0] - b[0]) + abs(a[1] - b[1]) < 0.03)
        taken = set()
        for gap, a, b in gaps:
            if (gap < GAP or km(a, BRIDGED) < 2 and km(b, BRIDGED) < 2) and not taken & {a, b}:
                taken |= {a, b}
                lines.append(LineString((a, b)))
        rivers += [(level, part) for whole in merged(lines) for part in parted(list(whole.coords))]
    return [(level, each) for level, each in rivers if GEOD.geometry_length(each) / 1000 >= SHORTEST]


def parted(points):
    """A line as one or more, parted where PARTED says so, unless it ends there anyway."""
    breaks = {0, len(points) - 1}
    for at in PARTED:
        if off(LineString(points), at) < GAP and min(km(points[0], at), km(points[-1], at)) > 2 * GAP:
            breaks.add(min(range(len(points)), key=lambda k: km(points[k], at)))
    breaks = sorted(breaks)
    return [LineString(points[a:b + 1]) for a, b in zip(breaks, breaks[1:])]


def read_lakes(path):
    """Lakes as polygons without their islands, in the frame, cut at CUTS."""
    data, pairs, line = read(path)
    info, number = (data[name].tolist() for name in ("Embedded_npts_levels_exit_entry_for_a_segment", "Id_of_GSHHS_ID"))
    size = numpy.abs(data["The_km_squared_area_of_polygons"])  # negative ones are wide rivers
    pieces, rings, lakes = defaultdict(list), {2: {}, 3: {}}, []
    for bin_, segment in pairs:
        level = info[segment] >> 6 & 7  # 2 lake, 3 island in a lake
        if level == 3 or level == 2 and size[number[segment]] >= SMALLEST:
            pieces[level, number[segment]].append(line(bin_, segment, info[segment] >> 9))
    for (level, one), lines in sorted(pieces.items()):
        if any(piece.intersects(FRAME) for piece in lines):
            rings[level][one], *more = merged(lines)
            if more or not rings[level][one].is_ring:
                stop(f"outline {one} of {path} does not close")
    for one, ring in rings[2].items():
        parts = [Polygon(ring, [rings[3][k] for k in rings[3] if data["Id_of_parent_polygons"][k] == one])]
        for cut in map(LineString, CUTS):
            parts = [part for whole in parts for part in (split(whole, cut).geoms if cut.crosses(whole) else [whole])]
        lakes += [inside for part in parts for inside in in_frame(part)]
    return lakes


def in_frame(geometry):
    """What lies in the frame, as a list of lines or polygons."""
    inside = geometry if geometry.within(FRAME) else geometry.intersection(FRAME)
    parts = getattr(inside, "geoms", [inside])
    return [part for part in parts if part.geom_type == geometry.geom_type and not part.is_empty]


def names_of(rivers, lakes):
    """Position in rivers, and position in lakes -> English and Ukrainian name."""
    of_rivers, of_lakes = {}, {}
    for name, name_uk, *positions in RIVERS:
        for at in positions:
            near = [(level, off(each, at), k) for k, (level, each) in enumerate(rivers) if off(each, at) < NEAR]
            if not near or of_rivers.setdefault(min(near)[2], (name, name_uk))[0] != name:
                stop(f"no river, or another one, at {at} for {name}")
    for name, name_uk, *positions in LAKES:
        for at in positions:
            inside = [k for k, each in enumerate(lakes) if each.contains(Point(at))]
            if not inside or of_lakes.setdefault(inside[0], (name, name_uk))[0] != name:
                stop(f"no lake, or another one, at {at} for {name}")
    return of_rivers, of_lakes


def rounded(value):
    return round(value, DECIMALS) if isinstance(value, float) else [rounded(each) for each in value]


def feature(properties, names, parts):
    """A feature of thinned parts, with rounded coordinates."""
    parts = [part.simplify(TOLERANCE) for part in parts]
    coordinates = [rounded(mapping(orient(p) if p.geom_type == "Polygon" else p)["coordinates"]) for p in parts]
    geometry = {"type": "Multi" + parts[0].geom_type, "coordinates": coordinates}
    if geometry["type"] == "MultiLineString" and len(parts) == 1:
        geometry = {"type": "LineString", "coordinates": coordinates[0]}
    if not shape(geometry).is_valid:
        stop(f"thinning spoils {properties} {names}")
    return {"type": "Feature", "properties": properties | dict(zip(("name", "name_uk"), names)), "geometry": geometry}


def make(rivers, lakes):
    """The features: rivers by level, the named ones first, then lakes by size."""
    of_rivers, of_lakes = names_of(rivers, lakes)
    groups, features = defaultdict(list), []
    for k, (level, each) in enumerate(rivers):
        groups[level, k not in of_rivers, of_rivers.get(k, k)] += in_frame(each)
    for (level, nameless, names), parts in sorted(groups.items()):
        if parts:
            features.append(feature({"kind": "river", "level": level}, () if nameless else names, parts))
    km2 = {k: round(abs(GEOD.geometry_area_perimeter(each)[0]) / 1e6, 1) for k, each in enumerate(lakes)}
    for k in sorted(km2, key=lambda k: (-km2[k], k)):
        names = of_lakes.get(k, ("",))
        gone = {"gone": GONE[names[0]]} if names[0] in GONE else {}
        features.append(feature({"kind": "lake", "km2": km2[k]} | gone, of_lakes.get(k, ()), [lakes[k]]))
    return features


def accuracy(features):
    """In words, how far the features are from known positions."""
    shapes = [shape(each["geometry"]) for each in features]
    lines = [line for each in shapes for line in getattr(each, "geoms", [each]) if line.geom_type == "LineString"]
    ends = [line.boundary for line in lines if not line.is_ring]
    far = [[min(off(each, at) for each in which if each.distance(Point(at)) < 1) for at in known]
           for which, known in ((lines, MOUTHS), (ends, MOUTHS), (shapes, DAMS))]
    for words, which in zip(("mouths to rivers", "mouths to ends of rivers", "dams to water"), far):
        print(f"  {words}, km:", *(f"{each:.2f}" for each in which))
    half = [statistics.median(which) for which in far]
    return (f"{len(MOUTHS)} known mouths are at most {max(far[0]):.1f} km from a river here, half of them at most "
            f"{half[0]:.1f} km, and at most {max(far[1]):.1f} km from where it ends, half of them at most {half[1]:.1f}"
            f" km; {len(DAMS)} known dams are at most {max(far[2]):.1f} km from water. Vintage CIA World Data Bank II, "
            "1960s to 1980s, thinned by 0.2 km at most; many smaller rivers and newer reservoirs are missing")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SOURCE, help="(default: %(default)s)")
    parser.add_argument("--into", type=Path, default=Path(__file__).parent, help="(default: beside this script)")
    given = parser.parse_args()
    features = make(read_rivers(given.folder / "binned_river_h.nc"), read_lakes(given.folder / "binned_GSHHS_h.nc"))
    header = {"title": "Rivers, lakes and reservoirs of Ukraine and around it",
              "source": "GSHHG 2.3.7 (Wessel and Smith 1996), Debian package gmt-gshhg-high 2.3.7-6",
              "licence": "LGPL-3.0-or-later", "accuracy": accuracy(features)}
    lines = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features]
    text = (f'{{"type":"FeatureCollection","demarc":{json.dumps(header, ensure_ascii=False)},"features":[\n'
            + ",\n".join(lines) + "\n]}\n")
    (given.into / "waters.geojson").write_text(text, encoding="utf-8")
    counts = Counter(f"level {each['properties'].get('level', '- (lakes)')}" for each in features)
    print(f"{len(features)} features, {len(text.encode()) / 1000:.0f} kB:", dict(counts))


if __name__ == "__main__":
    main()
