#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Time of demarc and of two peers on a picture of one plan, 1600 x 1000 pixels, as whole processes in one run.

Usage: pictures.py DEMARC [--runs N]

The peers get the plan as demarc exports it (status, zones, line, places) with the built-in neighbours, and draw fills,
outlines, the line and names; they have no legend, locator or sources to lay out.
"""
import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
NEIGHBOURS = HERE.parents[1] / "layers" / "builtin" / "neighbours.geojson"


def mapnik_map(plan, neighbours, picture):
    import mapnik

    page = mapnik.Map(1600, 1000, "epsg:3857")
    page.background = mapnik.Color("#b9c6cd")

    def add(path, query, *symbolizers):
        style, rule = mapnik.Style(), mapnik.Rule()
        if query:
            rule.filter = mapnik.Filter(query)
        for symbolizer in symbolizers:
            rule.symbols.append(symbolizer)
        style.rules.append(rule)
        name = f"style {len(list(page.layers))}"
        page.append_style(name, style)
        layer = mapnik.Layer(name, "epsg:4326")
        layer.datasource = mapnik.GeoJSON(file=str(path))
        layer.styles.append(name)
        page.layers.append(layer)

    def fill(colour, opacity=1.0):
        symbolizer = mapnik.PolygonSymbolizer()
        symbolizer.fill = mapnik.Color(colour)
        symbolizer.fill_opacity = opacity
        return symbolizer

    def line(colour, width):
        symbolizer = mapnik.LineSymbolizer()
        symbolizer.stroke = mapnik.Color(colour)
        symbolizer.stroke_width = width
        return symbolizer

    add(neighbours, "", fill("#efece4"), line("#8a9ca7", 1.0))
    for status, colour in (("RU-de-facto", "#e69e67"), ("withdrawn-UA", "#cba0ae"), ("UA-regained", "#66aad1"),
                           ("UA", "#c4e4f8")):
        add(plan, f"[layer] = 'status' and [status] = '{status}'", fill(colour), line("#6a6a6a", 0.8))
    add(plan, "[layer] = 'zone'", line("#7a7300", 1.6))
    add(plan, "[layer] = 'line'", line("#1a1a1a", 2.4))
    dots = mapnik.MarkersSymbolizer()
    dots.width, dots.height = mapnik.Expression("6"), mapnik.Expression("6")
    add(plan, "[layer] = 'places'", dots)
    page.zoom_to_box(mapnik.Box2d(3100000, 5450000, 4600000, 6700000))
    mapnik.render_to_file(page, str(picture), "png")


def matplotlib_map(plan, neighbours, picture):
    import geopandas
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(16, 10), dpi=100)
    geopandas.read_file(neighbours).plot(ax=axes, color="#efece4", edgecolor="#8a9ca7")
    layers = geopandas.read_file(plan)
    for status, colour in (("RU-de-facto", "#e69e67"), ("withdrawn-UA", "#cba0ae"), ("UA-regained", "#66aad1"),
                           ("UA", "#c4e4f8")):
        layers[(layers.layer == "status") & (layers.status == status)].plot(ax=axes, color=colour, edgecolor="#6a6a6a")
    layers[layers.layer == "line"].plot(ax=axes, color="#1a1a1a")
    places = layers[layers.layer == "places"]
    places.plot(ax=axes, color="#202020", markersize=8)
    for _, place in places.iterrows():
        axes.annotate(place["name"], (place.geometry.x, place.geometry.y), fontsize=8)
    axes.set_xlim(28, 41)
    axes.set_ylim(44, 51.5)
    figure.savefig(picture)


def seconds(command):
    started = time.perf_counter()
    usage = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return (time.perf_counter() - started,
            after.children_user + after.children_system - usage.children_user - usage.children_system)


def main():
    if len(sys.argv) > 2 and sys.argv[1] in ("mapnik", "matplotlib"):
        return {"mapnik": mapnik_map, "matplotlib": matplotlib_map}[sys.argv[1]](*sys.argv[2:5])
    arguments = argparse.ArgumentParser()
    arguments.add_argument("demarc")
    arguments.add_argument("--runs", type=int, default=7)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plan, picture = Path(folder) / "plan.geojson", Path(folder) / "map.png"
        subprocess.run([chosen.demarc, "export", "us-28-point", plan, "--layer", "status,zone,line,places"], check=True,
                       capture_output=True)
        own = [chosen.demarc, "render", "us-28-point", picture, "--overwrite"]
        jobs = [("demarc render, PNG", own),
                ("demarc render, SVG", [*own[:3], Path(folder) / "map.svg", "--overwrite"]),
                ("demarc view --screenshot", [chosen.demarc, "view", "us-28-point", "--screenshot", picture, "--map-only",
                                              "--overwrite"]),
                ("demarc report of five plans", [chosen.demarc, "report", "freeze", "us-28-point", "ua-us-20-point",
                                                 "russia-donbas", "kellogg-15-15", Path(folder) / "r.html",
                                                 "--overwrite"])]
        for peer in ("mapnik", "matplotlib"):
            if importlib.util.find_spec(peer) is None:
                print(f"{peer} is not installed", file=sys.stderr)
                continue
            jobs.append((peer, ["/usr/bin/python3", __file__, peer, str(plan), str(NEIGHBOURS), str(picture)]))
        times = {name: [] for name, _ in jobs}
        for _ in range(chosen.runs):  # one after the other, so that noise meets all alike
            for name, command in jobs:
                times[name].append(seconds(command))
        base = statistics.median(cpu for _, cpu in times[jobs[0][0]])
        print("| job | wall, s | CPU, s | CPU, times demarc render |\n|---|---:|---:|---:|")
        for name, _ in jobs:
            wall, cpu = (statistics.median(values) for values in zip(*times[name]))
            print(f"| {name} | {wall:.2f} | {cpu:.2f} | {cpu / base:.1f} |")
    return None


main()
