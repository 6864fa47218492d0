// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "support/files.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace support {

inline geo::Ring clockwise_box(geo::LonLat low, geo::LonLat high) {
    return {low, {low.lon, high.lat}, high, {high.lon, low.lat}, low};
}

/// Writes land held on a day as DeepState's daily mirror publishes it, and returns the path: one MultiPolygon without
/// properties, the date in the file's name alone, a `crs` member, and, if the rings are, clockwise.
inline std::string published_control(const testing_support::TemporaryFolder& folder, const std::string& day,
                                     const std::vector<geo::Ring>& rings) {
    std::string polygons;
    for (const geo::Ring& ring : rings) {
        std::string corners;
        for (const geo::LonLat& at : ring) {
            corners += fmt::format("{}[{}, {}]", corners.empty() ? "" : ", ", at.lon, at.lat);
        }
        polygons += fmt::format("{}[[{}]]", polygons.empty() ? "" : ", ", corners);
    }
    const std::string crs = R"({"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}})";
    return folder.with(fmt::format("control-{}.geojson", day),
                       fmt::format(R"({{"type": "FeatureCollection", "name": "held", "crs": {}, "features": [
{{"type": "Feature", "properties": {{}}, "geometry": {{"type": "MultiPolygon", "coordinates": [{}]}}}}]}})",
                                   crs, polygons));
}

}  // namespace support
