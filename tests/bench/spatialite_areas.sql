-- SPDX-License-Identifier: MIT
-- What demarc does in `areas as-held --control`, for `ogr2ogr -dialect sqlite -sql @FILE` on the file of units.
-- whole_process.py puts in CONTROL ('file'.layer) and UNITS (layer). ST_Area(geometry, 1) is on the ellipsoid.
-- MATERIALIZED: the control polygon is read and mended once, not once per unit. The rest by subtraction spares a
-- second overlay: the quickest way that gives the same figures.
WITH control AS MATERIALIZED (
    SELECT ST_MakeValid(ST_Union(geometry)) AS shape FROM {CONTROL}
),
cut AS MATERIALIZED (
    SELECT unit.name AS name, ST_Area(unit.geometry, 1) AS whole,
           coalesce(ST_Area(ST_Intersection(unit.geometry, control.shape), 1), 0) AS held
    FROM control CROSS JOIN {UNITS} AS unit
)
SELECT name, held / 1e6 AS held_km2, (whole - held) / 1e6 AS rest_km2 FROM cut
