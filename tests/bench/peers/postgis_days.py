#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same in PostGIS, on a server that already runs; loading the days is part of the job.
Usage: postgis_days.py FOLDER UNITS.geojson, with PGHOST and PGPORT of the server, whose database "postgres" has PostGIS"""
import json
import subprocess
import sys

from common import days_in

QUERY = """
SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
CREATE UNLOGGED TABLE control AS SELECT date, ST_MakeValid(ST_GeomFromGeoJSON(geometry)) AS shape FROM day;
CREATE UNLOGGED TABLE area AS SELECT name, ST_MakeValid(ST_GeomFromGeoJSON(geometry)) AS shape FROM unit;
COPY (SELECT date, name AS unit, ST_Area(ST_Intersection(area.shape, control.shape)::geography) / 1e6 AS km2
      FROM control CROSS JOIN area ORDER BY date, name) TO STDOUT WITH (FORMAT csv, HEADER);
"""


def copy(table, rows):
    """Text as COPY reads it: fields by tabs, backslashes doubled."""
    lines = "".join("\t".join(field.replace("\\", "\\\\") for field in row) + "\n" for row in rows)
    return f"COPY {table} FROM STDIN;\n{lines}\\.\n"


def main(folder, units):
    days = ((date, json.dumps(feature["geometry"])) for date, path in days_in(folder)
            for feature in json.loads(path.read_bytes())["features"])
    areas = ((feature["properties"]["name"], json.dumps(feature["geometry"]))
             for feature in json.load(open(units, encoding="utf-8"))["features"])
    script = ("DROP TABLE IF EXISTS day, unit, control, area;\n"
              "CREATE UNLOGGED TABLE day (date text, geometry text);\n"
              "CREATE UNLOGGED TABLE unit (name text, geometry text);\n" + copy("day", days) + copy("unit", areas) + QUERY)
    subprocess.run(["psql", "-qX", "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1"], input=script, text=True,
                   check=True)


main(*sys.argv[1:])
