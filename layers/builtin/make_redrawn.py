#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make_redrawn.py DEMARC [PLAN…]: writes redrawn.csv, what the strips of the built-in plans come to along lines displaced at
random; after a change of a line, a plan, the units, or of how strips are drawn. Takes about five minutes on two processors; with plans
named only these are drawn anew.

Only figures that rest on strips are kept. tests/layers/redrawn_test.cpp draws some of them again.
"""
import csv
import itertools
import json
import pathlib
import subprocess
import sys

DRAWS = 64
LINES = "2026-10-10", "2025-12-24"  # the newest, and the one that most published figures are nearest to
FIELDS = "plan line accuracy_km correlation_km draws what unit middle_km2 deviation_km2".split()


def run(*command):
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def figures(report):
    for key, what in (("rows", "{holder}/{status}"), ("totals", "{holder}/{status}"), ("zones", "zone {id}"),
                      ("zone_totals", "zone {id}")):
        for row in report[key]:
            middle = row.get("km2_redrawn")
            if middle is not None:
                off = row["km2_redrawn_deviation"]
                yield what.format(**row), row.get("unit_code", ""), f"{middle:.1f}", f"{off:.1f}"


def main():
    demarc, *plans = sys.argv[1:]
    path = pathlib.Path(__file__).with_name("redrawn.csv")
    rows = []
    if plans:
        with open(path, encoding="utf-8", newline="") as file:
            rows = [tuple(row) for row in list(csv.reader(file))[1:] if row[0] not in plans]
    else:
        plans = [plan["name"] for plan in run(demarc, "plans", "--json")
                 if not plan["text_status"].startswith("sets no land")]
    for plan, line in itertools.product(plans, LINES):
        report, = run(demarc, "areas", plan, "--line", line, "--draws", str(DRAWS), "--json")
        interval = report["interval"]
        basis = (plan, report["line"]["name"], str(interval.get("accuracy_km")), str(interval.get("correlation_km")),
                 str(DRAWS))
        rows += [(*basis, *figure) for figure in figures(report)]
        print(plan, line, len(rows), file=sys.stderr, flush=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(FIELDS)
        out.writerows(sorted(rows))


main()
