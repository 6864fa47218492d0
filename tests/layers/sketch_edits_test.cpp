// SPDX-License-Identifier: MIT
#include "layers/model/sketch_edits.h"

#include "geo/error.h"
#include "geo/measure.h"

#include <gtest/gtest.h>

namespace {

using layers::SketchShape;

constexpr geo::LonLat origin{31.2, 48.6};

SketchShape polygon(geo::Path corners) {
    return {SketchShape::Kind::polygon, "mine", layers::ZoneKind::special, std::move(corners)};
}

double area_of(const SketchShape& shape) {
    return geo::area_of(layers::region_of(shape).region).value();
}

TEST(SketchEdits, AZoneThatIsMovedKeepsItsAreaByAndLarge) {
    const SketchShape zone = polygon({{31, 46.5}, {32.3, 46.5}, {32.3, 47.4}, {31, 47.4}});
    const SketchShape north = layers::moved(zone, {5000, 0}, {5000, 300000}, origin);
    EXPECT_NEAR(area_of(north), area_of(zone), 1e-5 * area_of(zone));
    EXPECT_NEAR(north.vertices[0].lat, 46.5 + 300 / 111.2, 0.01);
}

TEST(SketchEdits, BeyondTheMapPlaneNothingIsMoved) {
    const SketchShape zone = polygon({{31, 46.5}, {32.3, 46.5}, {32.3, 47.4}});
    EXPECT_THROW(layers::moved(zone, {0, 0}, {2e7, 0}, origin), geo::Error);
}

}  // namespace
