#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""simulate_line_error.py [DRAWS]: how far areas are off when the line is, by brute force and without demarc.

Displaces the built-in line and its pockets along their normals by Gaussian fields, lays what lies behind them over the
units with GEOS (shapely) on an equal-area plane (PROJ), and writes the standard deviation of each unit's area to
line_error.csv beside this file. The errors at all positions are drawn together, from Cholesky's factor of their
covariance matrix. tests/layers/line_error_test.cpp asks for the closed form within 10 % of these.
"""
import csv
import json
import pathlib
import sys

import numpy
import pyproj
import shapely.geometry
from shapely.geometry import Polygon, shape
from shapely.ops import transform, unary_union
from shapely.validation import make_valid

HERE = pathlib.Path(__file__).resolve().parent
BUILTIN = HERE.parent.parent / "layers/builtin"
LINE = "2025-12-24"
MODELS = (0.6, 1.6), (2.0, 5.0)  # standard deviation and correlation length, km
SPACING_M = 400
FAR = [(31.42, 44), (45, 44), (45, 52), (40, 52)]  # round what lies behind the line: from its end to its beginning
SEED = 20251224

TO_PLANE = pyproj.Transformer.from_crs("EPSG:4326", "+proj=laea +lat_0=48.5 +lon_0=36 +datum=WGS84 +units=m", always_xy=True)


def densified(path):
    points = []
    for (x0, y0), (x1, y1) in zip(path, path[1:]):
        count = max(1, int(numpy.ceil(numpy.hypot(x1 - x0, y1 - y0) / SPACING_M)))
        points += [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(count)]
    return numpy.array([*points, path[-1]])


def normals(path):
    """To the right of the path, of unit length."""
    along = numpy.gradient(path, axis=0)
    return numpy.stack([along[:, 1], -along[:, 0]], 1) / numpy.linalg.norm(along, axis=1)[:, None]


def projected(positions):
    return list(zip(*TO_PLANE.transform(*zip(*positions))))


def main():
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    features = json.loads((BUILTIN / f"line-{LINE}.geojson").read_text(encoding="utf-8"))["features"]
    paths = [densified(projected(features[0]["geometry"]["coordinates"]))]
    for pocket in features[1:]:
        ring = pocket["geometry"]["coordinates"][0]
        if not shapely.geometry.LinearRing(ring).is_ccw:
            ring = ring[::-1]
        paths.append(densified(projected(ring)))  # held land to the left, as along the line
    far = projected(FAR)
    units = []
    for feature in json.loads((BUILTIN / "units.geojson").read_text(encoding="utf-8"))["features"]:
        region = transform(lambda x, y: TO_PLANE.transform(x, y), shape(feature["geometry"]))
        units.append((feature["properties"]["name"], region.buffer(0)))
    positions = numpy.concatenate(paths)
    ends = numpy.cumsum([len(path) for path in paths])[:-1]
    distance2 = ((positions[:, None] - positions[None]) ** 2).sum(2) / 1e6
    random = numpy.random.default_rng(SEED)
    line = shapely.geometry.LineString(paths[0])
    pockets = [Polygon(path) for path in paths[1:]]
    near = [(name, region) for name, region in units
            if region.intersects(unary_union([line, *[pocket.exterior for pocket in pockets]]).buffer(20000))]
    with open(HERE / "line_error.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["line", "deviation_km", "correlation_km", "unit", "draws", "deviation_km2"])
        for deviation, correlation in MODELS:
            covariance = deviation ** 2 * numpy.exp(-distance2 / 2 / correlation ** 2)
            factor = numpy.linalg.cholesky(covariance + 1e-8 * deviation ** 2 * numpy.eye(len(positions)))
            areas = []
            for _ in range(draws):
                off = numpy.split(factor @ random.standard_normal(len(positions)) * 1000, ends)
                moved = [path + normals(path) * by[:, None] for path, by in zip(paths, off)]
                for ring in moved[1:]:
                    ring[-1] = ring[0]
                held = unary_union([make_valid(Polygon([*moved[0], *far])).buffer(0),
                                    *[make_valid(Polygon(ring)).buffer(0) for ring in moved[1:]]])
                areas.append([region.intersection(held).area / 1e6 for _, region in near])
            for (name, _), spread in zip(near, numpy.std(areas, axis=0)):
                out.writerow([LINE, deviation, correlation, name, draws, f"{spread:.3f}"])
            out.writerow([LINE, deviation, correlation, "all", draws, f"{numpy.std(numpy.sum(areas, axis=1)):.3f}"])


main()
