// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <memory>
#include <string>

namespace geo {

/// A position on a map plane: metres east and north of the projection's origin.
struct MapPoint {
    double x_m = 0, y_m = 0;
    friend bool operator==(const MapPoint&, const MapPoint&) = default;
};

/// From longitude and latitude on WGS84 to a map plane and back (PROJ, loaded on first use, but for about()). Axis
/// order is east, north whatever the CRS's own definition says. Round trips are good to a millimetre within the
/// projection's area of use (tests/geo/projection_test.cpp). One of to_crs() must not serve two threads at once.
class Projection {
public:
    /// Any CRS that PROJ knows, such as "EPSG:6381" or "+proj=laea …". Throws Error (bad usage) if it knows none.
    static Projection to_crs(const std::string& crs);

    /// Lambert azimuthal equal-area about a position, of our own: within a micrometre of PROJ's. Each thread keeps the
    /// last one.
    static Projection about(const LonLat& origin);

    /// Throw Error for a position that the projection cannot show.
    MapPoint forward(const LonLat& position) const;
    LonLat inverse(const MapPoint& point) const;

    struct Engine;

private:
    explicit Projection(std::shared_ptr<const Engine> engine) : engine_{std::move(engine)} {}
    std::shared_ptr<const Engine> engine_;
};

}  // namespace geo
