#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""CPU seconds and peak memory of demarc on large and tangled inputs made here: README.md beside this file.

Usage: load.py DEMARC [BEFORE] [--only WORDS] [--most SECONDS]
BEFORE is another demarc, run on the same inputs in turns. A run over the limit of CPU seconds is stopped and shown as
"> 60".
"""
import argparse
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

# --- inputs ----------------------------------------------------------------------------------------------------------


def square(west, south, side):
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(geometry, properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygons(list_of_rings, properties=lambda number: {}):
    features = [feature({"type": "Polygon", "coordinates": rings}, properties(i)) for i, rings in enumerate(list_of_rings)]
    return {"type": "FeatureCollection", "features": features}


def fractal(count, amplitude):
    """A front by midpoint displacement; from an amplitude of about 0.4 of each leg it crosses itself."""
    chance = random.Random(2)
    path = [(37.0, 50.3), (37.6, 49.5), (38.0, 48.5), (37.0, 47.6), (35.0, 47.3), (33.5, 46.6)]
    while len(path) < count:
        longer = [path[0]]
        for (x, y), (u, v) in zip(path, path[1:]):
            off = chance.uniform(-amplitude, amplitude)
            longer += [((x + u) / 2 - (v - y) * off, (y + v) / 2 + (u - x) * off), (u, v)]
        path = longer
    return [[x, y] for x, y in path[:count]]


def front(count, amplitude=0.12):
    path = fractal(count, amplitude)
    return polygons([[path + [[path[-1][0], 46.3], [38.5, 47.0], [38.5, 50.3], path[0]]]])


def random_corners(count):
    chance = random.Random(1)
    ring = [[30 + 4 * chance.random(), 46 + 3 * chance.random()] for _ in range(count)]
    return polygons([[ring + ring[:1]]])


def holes_on_a_parallel(count):
    step = 4.8 / count
    holes = [square(33.1 + i * step, 48, step / 2)[::-1] for i in range(count)]
    return polygons([[[[33, 46.5], [38, 46.5], [38, 49.5], [33, 49.5], [33, 46.5]]] + holes])


def pockets(count):
    chance = random.Random(3)
    return polygons([[square(chance.uniform(24, 37), chance.uniform(48.2, 50.5), 0.01)] for _ in range(count)])


def scattered(count):
    """As far apart as the country has room."""
    columns = math.ceil(math.sqrt(count))
    places = [(23 + i % columns * 16 / columns, 46.5 + i // columns * 5.4 / columns) for i in range(count)]
    return polygons([[square(x, y, 0.05)] for x, y in places])


def units(count):
    """Squares over the whole of Ukraine, the capital among them."""
    columns = math.ceil(math.sqrt(count))
    wide, high = 18.0 / columns, 8.0 / columns
    boxes = [[[22 + i % columns * wide, 44.3 + i // columns * high]] for i in range(count)]
    rings = [[[[w, s], [w + wide, s], [w + wide, s + high], [w, s + high], [w, s]]] for [[w, s]] in boxes]
    return polygons(rings, lambda number: {"name": f"Unit {number}"})


def plan(areas):
    """A plan with one zone for each area."""
    zones = "".join(f"  - {{id: z{i}, kind: economic, clause: a, sources: S, where: {area}}}\n" for i, area in enumerate(areas))
    return ("name: load\ntitle: load\ndate: 2026-01-01\ntext_status: example\nextends: as-held\n"
            "sources:\n  S: {title: load}\nzones:\n" + zones)


def strips(count):
    return plan([f"{{within: {1 + i * 0.25} km}}" for i in range(count)])


def discs(count):
    chance = random.Random(5)
    places = [(chance.uniform(25, 36), chance.uniform(48.6, 49.9)) for _ in range(count)]
    return plan([f"{{around: {{point: [{x:.4f}, {y:.4f}], distance: 5 km}}}}" for x, y in places])


# --- rows ------------------------------------------------------------------------------------------------------------


def rows():
    """Title, input, arguments; FILE stands for the input's path, FRONT for that of a small control polygon."""
    held, strip = ["areas", "as-held", "--control", "FILE"], ["areas", "kellogg-15-15", "--control", "FILE"]
    for count in (10_000, 100_000, 1_000_000):
        yield f"front of {count:,} vertices", front(count), held
    for count in (10_000, 100_000, 1_000_000):
        yield f"front of {count:,} that crosses itself, measure", front(count, 0.45), ["measure", "FILE"]
    for count in (125, 250, 500, 1000, 3000):
        yield f"{count:,} random corners, measure", random_corners(count), ["measure", "FILE"]
    for count in (1000, 10_000):
        yield f"{count:,} holes on one parallel", holes_on_a_parallel(count), held
    for count in (100, 300, 1000):
        yield f"{count:,} pockets, strip of 15 km", pockets(count), strip
    for count in (100, 1000):
        yield f"{count:,} pockets all over, strip of 15 km", scattered(count), strip
    for count in (1000, 5000):
        yield f"{count:,} pockets, accuracy 2 km", pockets(count), held + ["--accuracy", "2km"]
    for count in (27, 136, 500, 1500):
        yield f"{count:,} units", units(count), ["areas", "as-held", "--units", "FILE", "--control", "FRONT"]
    for count in (10, 50, 200):
        yield f"plan of {count} strips", strips(count), ["areas", "FILE"]
    for count in (200, 1000):
        yield f"plan of {count:,} discs", discs(count), ["areas", "FILE"]


# --- measuring -------------------------------------------------------------------------------------------------------


def run(program, arguments, most):
    """CPU seconds, peak MB, what it said where it failed."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
    with tempfile.TemporaryFile() as err:
        child = subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err,
                                 preexec_fn=limit)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        lines = [line for line in err.read().decode(errors="replace").splitlines() if "error" in line]
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, lines[0] if lines else ""


def figures(result, most):
    seconds, megabytes, code, _ = result
    if code < 0:
        return f"> {most} s {megabytes:7.0f} MB"
    return f"{seconds:6.2f} s {megabytes:5.0f} MB" + (" refused" if code else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demarc")
    parser.add_argument("before", nargs="?")
    parser.add_argument("--only", default="", help="rows with these words in their title")
    parser.add_argument("--most", type=int, default=60, help="CPU seconds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        control = Path(folder) / "front.geojson"
        control.write_text(json.dumps(front(1000)), encoding="utf-8")
        for title, content, arguments in rows():
            if options.only not in title:
                continue
            is_plan = isinstance(content, str)
            path = Path(folder) / ("load.yaml" if is_plan else "load.geojson")
            path.write_text(content if is_plan else json.dumps(content), encoding="utf-8")
            command = [{"FILE": str(path), "FRONT": str(control)}.get(word, word) for word in arguments]
            now = run(os.path.abspath(options.demarc), command, options.most)
            line = f"{title:48} {figures(now, options.most):>24}"
            if options.before:
                before = run(os.path.abspath(options.before), command, options.most)
                line += f" {figures(before, options.most):>24} {before[0] / max(now[0], 1e-3):6.1f} times"
            print(line, now[3], flush=True)


if sys.version_info < (3, 9):
    sys.exit("needs Python 3.9")
main()
