// SPDX-License-Identifier: MIT
#include "geo/projection.h"

#include "geo/error.h"
#include "geo/measure.h"

#include <gtest/gtest.h>

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

TEST(Projection, EastIsFirstWhateverTheCrsSays) {
    const geo::MapPoint point = geo::Projection::to_crs("EPSG:32636").forward({33, 0});
    EXPECT_NEAR(point.x_m, 500000, 0.001);
    EXPECT_NEAR(point.y_m, 0, 0.001);
}

TEST(Projection, AnUnknownCrsIsRefused) {
    EXPECT_THROW(geo::Projection::to_crs("EPSG:zero"), geo::Error);
}

}  // namespace
