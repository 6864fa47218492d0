# SPDX-License-Identifier: MIT
"""What the peers share: areas on the WGS84 ellipsoid of rings whose edges are straight in longitude and latitude."""
import re
import sys
from pathlib import Path

import numpy

A, F = 6378137.0, 1 / 298.257223563
E2 = F * (2 - F)
E = E2**0.5


def q(phi):
    """Area between the equator and a latitude by radian of longitude (Snyder 1987, 3-12)."""
    s = numpy.sin(phi)
    return A * A * (1 - E2) / 2 * (s / (1 - E2 * s * s) + numpy.arctanh(E * s) / E)


def ring_km2(ring):
    """Signed; Simpson's rule along each edge, good to 1e-9 of it for edges of some kilometres."""
    xy = numpy.radians(numpy.asarray(ring)[:, :2])
    lon, lat = xy[:, 0], xy[:, 1]
    middle = (lat[:-1] + lat[1:]) / 2
    mean = (q(lat[:-1]) + 4 * q(middle) + q(lat[1:])) / 6
    return float(-numpy.sum(mean * numpy.diff(lon))) / 1e6


def km2(geometry):
    if geometry.is_empty:
        return 0.0
    total = 0.0
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type != "Polygon":
            continue
        total += abs(ring_km2(part.exterior.coords)) - sum(abs(ring_km2(hole.coords)) for hole in part.interiors)
    return total


def days_in(folder):
    """(date, path) of each file."""
    for path in sorted(Path(folder).glob("*.geojson")):
        yield re.search(r"\d{4}-?\d\d-?\d\d", path.name).group(0), path


def write(rows):
    sys.stdout.write("date,unit,km2\n" + "".join(f"{date},{unit},{area}\n" for date, unit, area in rows))
