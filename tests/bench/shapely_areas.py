#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What demarc does in `areas as-held --control`, as a script over shapely and pyproj would do it.

Usage: shapely_areas.py CONTROL.geojson UNITS.geojson; prints one line "name,held km²,rest km²" per unit.
"""
import json
import sys

from pyproj import Geod
from shapely.geometry import shape
from shapely.ops import unary_union
from shapely.validation import make_valid


def valid(geometry):
    return geometry if geometry.is_valid else make_valid(geometry)


def features(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)["features"]


def main(control_path, units_path):
    wgs84 = Geod(ellps="WGS84")

    def km2(geometry):
        return abs(wgs84.geometry_area_perimeter(geometry)[0]) / 1e6

    pieces = [valid(shape(feature["geometry"])) for feature in features(control_path)]
    control = pieces[0] if len(pieces) == 1 else unary_union(pieces)
    for feature in features(units_path):
        unit = valid(shape(feature["geometry"]))
        held = km2(unit.intersection(control))
        # The rest by subtraction spares a second overlay: the quickest way that gives the same figures.
        print(feature["properties"]["name"], held, km2(unit) - held, sep=",")


main(*sys.argv[1:])
