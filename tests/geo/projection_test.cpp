// SPDX-License-Identifier: MIT
#include "geo/projection.h"

#include "geo/error.h"
#include "geo/measure.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

TEST(Projection, UkraineIsEqualAreaAndComesBack) {
    const geo::Projection map = geo::Projection::about({31.2, 48.7});
    const geo::Ring cell{{33, 47}, {33.01, 47}, {33.01, 47.01}, {33, 47.01}, {33, 47}};
    double twice_m2 = 0;
    for (std::size_t i = 1; i < cell.size(); ++i) {
        const geo::MapPoint a = map.forward(cell[i - 1]), b = map.forward(cell[i]);
        twice_m2 += a.x_m * b.y_m - b.x_m * a.y_m;
        const geo::LonLat back = map.inverse(a);
        EXPECT_NEAR(back.lon, cell[i - 1].lon, 1e-8);
        EXPECT_NEAR(back.lat, cell[i - 1].lat, 1e-8);
    }
    EXPECT_NEAR(twice_m2 / 2 / 1e6 / geo::area_of(cell).value(), 1, 1e-6);
}

/// Reference: PROJ's.
TEST(Projection, IsProjsWithinAMicrometre) {
    for (const geo::LonLat& origin :
         {geo::LonLat{31.2, 48.7}, {33.2, 35.1}, {0, 0}, {-70, -33}, {20, 75}, {178, -17}}) {
        const geo::Projection ours = geo::Projection::about(origin);
        const geo::Projection proj = geo::Projection::to_crs(
            fmt::format("+proj=laea +lat_0={} +lon_0={} +datum=WGS84 +units=m +type=crs", origin.lat, origin.lon));
        for (double east = -9; east <= 9; east += 1.7) {
            for (double north = -9; north <= 9; north += 1.3) {
                const geo::LonLat at{origin.lon + east, std::min(origin.lat + north, 85.0)};
                const geo::MapPoint a = ours.forward(at), b = proj.forward(at);
                EXPECT_NEAR(a.x_m, b.x_m, 1e-6);
                EXPECT_NEAR(a.y_m, b.y_m, 1e-6);
                const geo::LonLat back = ours.inverse(a);
                const geo::LonLat reference = proj.inverse(b);
                constexpr double proj_deg = 2e-8;  // a millimetre: PROJ has the authalic latitude by a series
                EXPECT_NEAR(back.lon, reference.lon, proj_deg);
                EXPECT_NEAR(back.lat, reference.lat, proj_deg);
                EXPECT_NEAR(back.lat, at.lat, 1e-11);
            }
        }
    }
    const geo::Projection map = geo::Projection::about({31.2, 48.7});
    EXPECT_THROW(map.forward({31.2 + 180, -48.7}), geo::Error) << "the other end of the world";
    EXPECT_THROW(map.inverse({2e7, 0}), geo::Error);
}

TEST(Projection, EastIsFirstWhateverTheCrsSays) {
    const geo::MapPoint point = geo::Projection::to_crs("EPSG:32636").forward({33, 0});
    EXPECT_NEAR(point.x_m, 500000, 0.001);
    EXPECT_NEAR(point.y_m, 0, 0.001);
}

TEST(Projection, AnUnknownCrsIsRefused) {
    EXPECT_THROW(geo::Projection::to_crs("EPSG:zero"), geo::Error);
}

}  // namespace
