#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same in SpatiaLite: units in a table, each day's polygon handed in. Usage: spatialite_days.py FOLDER UNITS.geojson"""
import json
import sqlite3
import sys

from common import days_in, write

QUERY = """
WITH control AS MATERIALIZED (SELECT ST_MakeValid(SetSRID(GeomFromGeoJSON(?), 4326)) AS shape)
SELECT name, coalesce(ST_Area(ST_Intersection(unit.shape, control.shape), 1), 0) / 1e6 FROM control, unit"""


def main(folder, units):
    database = sqlite3.connect(":memory:")
    database.enable_load_extension(True)
    database.load_extension("mod_spatialite")
    database.execute("SELECT InitSpatialMetaData(1, 'WGS84')")
    database.execute("CREATE TABLE unit (name TEXT, shape BLOB)")
    for feature in json.load(open(units, encoding="utf-8"))["features"]:
        database.execute("INSERT INTO unit VALUES (?, ST_MakeValid(SetSRID(GeomFromGeoJSON(?), 4326)))",
                         (feature["properties"]["name"], json.dumps(feature["geometry"])))
    rows = []
    for date, path in days_in(folder):
        geometries = [feature["geometry"] for feature in json.loads(path.read_bytes())["features"]]
        assert len(geometries) == 1
        rows += [(date, *row) for row in database.execute(QUERY, (json.dumps(geometries[0]),))]
    write(rows)


main(*sys.argv[1:])
