#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How the cost of `demarc track` grows with days, corners, units and what is new: README.md beside this file.

Usage: growth.py DEMARC [--runs N]
CPU seconds and peak memory of the whole process on synthetic days, medians. Days are a GeoJSON file each, of one ring whose
front changes a few corners from day to day; units are a grid of squares that share their corners.
"""
import argparse
import json
import math
import os
import random
import resource
import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

WEST, SOUTH, EAST, NORTH = 24.0, 46.0, 40.0, 52.0


def write_units(path, count):
    columns = max(1, round((count * (EAST - WEST) / (NORTH - SOUTH)) ** 0.5))
    rows = max(1, round(count / columns))
    features = []
    for row in range(rows):
        for column in range(columns):
            w, e = (WEST + (EAST - WEST) * x / columns for x in (column, column + 1))
            s, n = (SOUTH + (NORTH - SOUTH) * y / rows for y in (row, row + 1))
            features.append({"type": "Feature", "properties": {"name": f"unit {row}-{column}"},
                             "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]}})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def write_days(folder, count, corners, fresh):
    """`fresh` corners of the front move each day."""
    chance = random.Random(1)
    height = (NORTH - 0.2 - SOUTH) / corners
    lons = [33 + math.sin(7 * i / corners) for i in range(corners)]

    def corner(i):  # as rough as a front is, whose stretches turn by some tens of degrees
        return f"[{lons[i] + chance.uniform(-height, height):.7f},{SOUTH + 0.1 + i * height:.7f}]"

    words = [corner(i) for i in range(corners)]
    for day in range(count):
        for i in chance.sample(range(corners), fresh) if day else ():
            words[i] = corner(i)
        name = (date(2000, 1, 1) + timedelta(days=day)).isoformat()
        ring = ",".join([f"[39,{NORTH - 0.1}]", *reversed(words), "[39,46.1]", f"[39,{NORTH - 0.1}]"])
        (folder / f"{name}.geojson").write_text('{"type":"Polygon","coordinates":[[' + ring + "]]}")


def run(command):
    """CPU seconds and peak MiB."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demarc")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    demarc = os.path.abspath(options.demarc)
    usual = (500, 2000, 5, 27)
    rows = [usual, (2000, *usual[1:]), (10000, *usual[1:]), (500, 8000, 5, 27), (500, 2000, 50, 27), (500, 2000, 400, 27),
            (*usual[:3], 240), (*usual[:3], 1500), (10000, *usual[1:3], 1500)]
    print(f"medians of {options.runs}")
    print(f"{'days':>7}{'corners':>9}{'new a day':>11}{'units':>7}{'CPU s':>9}{'MiB':>7}{'text MB':>9}")
    for days, corners, fresh, units in rows:
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work) / "days"
            folder.mkdir()
            write_days(folder, days, corners, fresh)
            write_units(Path(work) / "units.geojson", units)
            command = [demarc, "track", str(folder), "--csv", "--every", "year", "--units", work + "/units.geojson"]
            figures = [run(command) for _ in range(options.runs)]
            text = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
            cpu, memory = (statistics.median(column) for column in zip(*figures))
            print(f"{days:7}{corners:9}{fresh:11}{units:7}{cpu:9.2f}{memory:7.0f}{text:9.0f}", flush=True)


main()
