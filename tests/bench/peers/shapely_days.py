#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""demarc track --csv as a tuned script over shapely does it: two processes, prepared units, and a file whose bytes were
seen on another day is not measured again. Usage: shapely_days.py FOLDER UNITS.geojson"""
import json
import sys
from hashlib import sha256
from multiprocessing import Pool

from shapely.geometry import shape
from shapely.ops import unary_union
from shapely.prepared import prep
from shapely.validation import make_valid

from common import days_in, km2, write

UNITS = []


def valid(geometry):
    return geometry if geometry.is_valid else make_valid(geometry)


def load_units(path):
    for feature in json.load(open(path, encoding="utf-8"))["features"]:
        geometry = valid(shape(feature["geometry"]))
        UNITS.append((feature["properties"]["name"], geometry, prep(geometry), km2(geometry)))


def held(path):
    pieces = [valid(shape(feature["geometry"])) for feature in json.loads(path.read_bytes())["features"]]
    control = pieces[0] if len(pieces) == 1 else unary_union(pieces)
    around = prep(control)
    rows = []
    for name, geometry, prepared, whole in UNITS:
        if not prepared.intersects(control):
            rows.append((name, 0.0))
        else:
            rows.append((name, whole if around.contains(geometry) else km2(geometry.intersection(control))))
    return rows


def main(folder, units):
    days = list(days_in(folder))
    hashes = [sha256(path.read_bytes()).digest() for _, path in days]
    distinct = {digest: path for digest, (_, path) in zip(hashes, days)}
    with Pool(2, load_units, [units]) as pool:
        by_digest = dict(zip(distinct, pool.map(held, distinct.values(), chunksize=8)))
    write((date, *row) for (date, _), digest in zip(days, hashes) for row in by_digest[digest])


if __name__ == "__main__":
    main(*sys.argv[1:])
