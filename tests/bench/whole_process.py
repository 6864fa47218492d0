#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Time, memory and result of demarc and of two peers on one job, as whole processes: README.md beside this file.

Usage: whole_process.py DEMARC CONTROL.geojson UNITS.geojson [--runs N]
"""
import argparse
import csv
import ctypes
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


# --- the tools and how each answers ----------------------------------------------------------------------------------


def held_in_json(text):
    rows = json.loads(text)[0]["rows"]
    return sum(row["km2"] for row in rows if row["holder"] == "Russia"), sum(row["km2"] for row in rows)


def held_in_csv(text):
    rows = [row for row in csv.reader(text.splitlines()) if row and row[0] != "name"]
    held = sum(float(row[1]) for row in rows)
    return held, held + sum(float(row[2]) for row in rows)


def nothing_held(_text):
    return None


def layer_name(path):
    """As GDAL calls the layer of a GeoJSON file."""
    document = json.loads(Path(path).read_text(encoding="utf-8"))
    return document.get("name") or Path(path).stem


def spatialite_query(control, units):
    quoted = "'{}'".format(control.replace("'", "''"))
    query = (HERE / "spatialite_areas.sql").read_text(encoding="utf-8")
    query = "\n".join(line for line in query.splitlines() if not line.startswith("--"))
    return query.replace("{CONTROL}", f'{quoted}."{layer_name(control)}"').replace("{UNITS}", f'"{layer_name(units)}"')


def tools(demarc, control, units):
    """Name, command, reader of its output. Commands are full paths, so that PATH is not part of the timing."""
    return [
        ("demarc", [demarc, "areas", "as-held", "--control", control, "--json"], held_in_json),
        ("shapely + pyproj", ["/usr/bin/python3", str(HERE / "shapely_areas.py"), control, units], held_in_csv),
        ("ogr2ogr + Spatialite", ["/usr/bin/ogr2ogr", "-f", "CSV", "/vsistdout/", units, "-dialect", "sqlite", "-sql",
                                  spatialite_query(control, units)], held_in_csv),
        ("demarc --help", [demarc, "--help"], nothing_held),
        ("/bin/true", ["/bin/true"], nothing_held),
    ]


# --- measuring -------------------------------------------------------------------------------------------------------


def reaped(pid, command, err):
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        err.seek(0)
        sys.exit(f"{command[0]} failed:\n{err.read().decode(errors='replace')}")
    return usage


def timed(command):
    """Wall and CPU seconds of one child."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        usage = reaped(child.pid, command, err)
        wall = time.perf_counter() - start
        child.returncode = 0  # reaped here, so that Popen need not
        return wall, usage.ru_utime + usage.ru_stime


def become_reaper():
    """Grandchildren whose parent ends become children of this process (prctl PR_SET_CHILD_SUBREAPER)."""
    pr_set_child_subreaper = 36
    if ctypes.CDLL(None).prctl(pr_set_child_subreaper, 1, 0, 0, 0) != 0:
        sys.exit("this kernel has no subreapers")


def watched(command):
    """Peak KiB and standard output. Linux counts what the starting process held before exec as the child's peak, and
    Python holds 14 MiB: so a shell of 1 MiB starts it, ends at once, and leaves it to us."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        streams = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": err}
        subprocess.run(["/bin/sh", "-c", '"$@" &', "sh", *command], check=True, **streams)
        usage = reaped(-1, command, err)
        out.seek(0)
        return usage.ru_maxrss, out.read().decode()


def measure(entries, runs):
    """Interleaved, A B C A B C: what else the machine does meets all alike. The warm-up round measures memory."""
    become_reaper()
    memory, results = {}, {}
    for name, command, reader in entries:
        memory[name], output = watched(command)
        results[name] = reader(output)
    samples = {name: [] for name, _, _ in entries}
    for _ in range(runs):
        for name, command, _ in entries:
            samples[name].append(timed(command))
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in samples.items()}
    return {name: (*medians[name], memory[name]) for name in medians}, results


def print_table(figures, results):
    base = figures["demarc"]
    print(f"{'':22}{'wall ms':>9}{'CPU ms':>9}{'peak MiB':>10}   {'wall':>6}{'CPU':>7}{'memory':>8}   "
          f"{'held km²':>12}{'total km²':>13}")
    for name, (wall, cpu, memory) in figures.items():
        line = f"{name:22}{wall * 1e3:9.1f}{cpu * 1e3:9.1f}{memory / 1024:10.1f}"
        if results[name] is not None:
            ratios = [peer / demarc for peer, demarc in zip((wall, cpu, memory), base)]
            line += "   {:5.1f}x{:6.1f}x{:7.1f}x   {:12.2f}{:13.2f}".format(*ratios, *results[name])
        print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demarc")
    parser.add_argument("control")
    parser.add_argument("units", help="the file that demarc has built in: layers/builtin/units.geojson")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    paths = [os.path.abspath(path) for path in (options.demarc, options.control, options.units)]
    print(f"medians of {options.runs} interleaved runs; memory from the warm-up; ratios are tool / demarc")
    print_table(*measure(tools(*paths), options.runs))


if __name__ == "__main__":
    main()
