#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same as an analyst writes it with geopandas: overlay, then the area in an equal-area projection (EPSG:6933).
Usage: geopandas_days.py FOLDER UNITS.geojson"""
import sys
import warnings

import geopandas

from common import days_in, write


def main(folder, units_path):
    warnings.simplefilter("ignore")
    units = geopandas.read_file(units_path)[["name", "geometry"]].set_crs(4326, allow_override=True)
    units["geometry"] = units.buffer(0)
    rows = []
    for date, path in days_in(folder):
        control = geopandas.read_file(path)[["geometry"]].set_crs(4326, allow_override=True)
        control["geometry"] = control.buffer(0)
        cut = geopandas.overlay(units, control, how="intersection", keep_geom_type=True)
        areas = cut.to_crs(6933).area / 1e6
        by_unit = areas.groupby(cut["name"]).sum()
        rows += [(date, name, by_unit.get(name, 0.0)) for name in units["name"]]
    write(rows)


main(*sys.argv[1:])
