// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string_view>

namespace geo::detail {

struct WrittenGeometry {
    Shape shape;
    int srid = 0;  ///< of EWKT and EWKB: an EPSG code; 0 if it is not said
};

/// Does the text begin as WKT, EWKT ("SRID=4326;POLYGON…") or hexadecimal WKB does?
bool looks_like_geometry(std::string_view text);

/// Well-known text (OGC 06-103r4), PostGIS's EWKT, or hexadecimal WKB and EWKB. Z and M are left out, outer rings wound
/// counter-clockwise; arcs are drawn by GDAL. Throws Error that says at which character what was expected.
WrittenGeometry parse_wkt(std::string_view text);

}  // namespace geo::detail
