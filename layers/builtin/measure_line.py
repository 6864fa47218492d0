#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""measure_line.py LINE.geojson CONTROL.geojson [--split LON]: how far a line is off a detailed control polygon
of the same day, without demarc (shapely, pyproj, numpy).

The line is walked in steps of 250 m on an equal-area plane; at each step stands the distance to the polygon's front,
positive where the line gives Russia more. Positions within 3 km of the units' outline do not count: the two draw border
and coast differently. What comes out is the standard deviation, how many positions lie how near, how errors at some
distance along the line go together, and the roughness that makes displaced lines as long as the polygon's front. Pieces
of the polygon under 20 km2 are left out. Rows go to line_measured.csv beside this file, with today's date.
"""
import argparse
import csv
import datetime
import json
import pathlib

import numpy
import pyproj
from shapely.geometry import MultiPolygon, box, shape
from shapely.ops import transform, unary_union

HERE = pathlib.Path(__file__).resolve().parent
STEP_M, INLAND_M, LEAST_PIECE_M2 = 250, 3000, 20e6
NEAR_M = 8000  # of the line: what of the polygon's outline is its front, and not another piece of it
LAGS_KM = 1, 2, 5, 10
ROUGH_KM = 0.4  # the correlation length of the roughness
FIELDS = ("measured line control where steps mean_km deviation_km median_km within90_km within95_km within99_km most_km "
          "rho_1_km rho_2_km rho_5_km rho_10_km correlation_km line_km front_km roughness_km").split()
TO_PLANE = pyproj.Transformer.from_crs("EPSG:4326", "+proj=laea +lat_0=48.5 +lon_0=36 +datum=WGS84 +units=m",
                                       always_xy=True)


def on_plane(geometry):
    return transform(TO_PLANE.transform, geometry)


def shapes_in(path):
    return [(feature.get("properties") or {}, shape(feature["geometry"]))
            for feature in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["features"]]


def polygons_of(geometry):
    return list(getattr(geometry, "geoms", [geometry]))


def walk(line):
    """Positions along it in steps, with their places along it."""
    return [line.interpolate(at) for at in numpy.arange(0, line.length, STEP_M)]


def rough_slope(ratio, smooth_slope):
    """Of the fine field: so that lines whose slopes are normal with both are `ratio` times as long as a straight one."""
    z = numpy.linspace(-8, 8, 4001)
    weights = numpy.exp(-z * z / 2) / numpy.exp(-z * z / 2).sum()

    def length(slope):
        return (numpy.sqrt(1 + (slope * z) ** 2) * weights).sum()

    low, high = 0.0, 5.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if length(middle) < ratio else (low, middle)
    return numpy.sqrt(max(0, low ** 2 - smooth_slope ** 2))


def correlation_length(rhos):
    """That of exp(-d2/2l2) which lies nearest to those measured."""
    lengths = numpy.arange(0.1, 20, 0.05)
    misses = [sum((numpy.exp(-lag ** 2 / 2 / length ** 2) - rho) ** 2 for lag, rho in zip(LAGS_KM, rhos))
              for length in lengths]
    return lengths[int(numpy.argmin(misses))]


def figures(where, line, front, held, inside):
    positions, signed = [], []
    for part in polygons_of(line.intersection(inside)):
        for position in walk(part):
            sign = -1 if held.contains(position) else 1
            positions.append(line.project(position) / 1000)
            signed.append(sign * position.distance(front) / 1000)
    at, off = numpy.array(positions), numpy.array(signed)
    order = numpy.argsort(at)
    at, off = at[order], off[order]
    deviation, middle = off.std(), off.mean()

    def rho(lag):
        behind = numpy.searchsorted(at, at + lag)
        fits = behind < len(at)
        fits[fits] &= abs(at[behind[fits]] - at[fits] - lag) < 0.2
        return ((off[fits] - middle) * (off[behind[fits]] - middle)).mean() / deviation ** 2

    rhos = [rho(lag) for lag in LAGS_KM]
    length = correlation_length(rhos)
    line_km, front_km = line.intersection(inside).length / 1000, front.intersection(inside).length / 1000
    rough = rough_slope(front_km / line_km, deviation / length) * ROUGH_KM
    far = numpy.quantile(abs(off), [0.5, 0.9, 0.95, 0.99, 1])
    return [where, len(off), *(f"{value:.2f}" for value in (middle, deviation, *far, *rhos, length)), f"{line_km:.0f}",
            f"{front_km:.0f}", f"{rough:.2f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("line")
    parser.add_argument("control")
    parser.add_argument("--split", type=float, default=35.25, help="longitude west of which the front is a river")
    arguments = parser.parse_args()
    country = on_plane(unary_union([geometry.buffer(0) for _, geometry in shapes_in(HERE / "units.geojson")]))
    line = on_plane(next(geometry for kind, geometry in shapes_in(arguments.line) if geometry.type == "LineString"))
    pieces = [piece.buffer(0) for _, geometry in shapes_in(arguments.control)
              for piece in polygons_of(on_plane(geometry))]
    held = MultiPolygon([piece for piece in pieces if piece.area >= LEAST_PIECE_M2]).buffer(0)
    inland = country.buffer(-INLAND_M)
    largest = max(polygons_of(held), key=lambda piece: piece.area)
    front = largest.exterior.intersection(line.buffer(NEAR_M))
    split = TO_PLANE.transform(arguments.split, 48.5)[0]
    west, south, east, north = country.bounds
    parts = {"inland": inland, "land front": inland.intersection(box(split, south, east, north)),
             "river": inland.intersection(box(west, south, split, north))}
    output = HERE / "line_measured.csv"
    is_new = not output.exists()
    with open(output, "a", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        if is_new:
            out.writerow(FIELDS)
        for where, inside in parts.items():
            row = [datetime.date.today().isoformat(), pathlib.Path(arguments.line).stem.removeprefix("line-"),
                   pathlib.Path(arguments.control).name, *figures(where, line, front, held, inside)]
            out.writerow(row)
            print(*row, sep="  ")


main()
