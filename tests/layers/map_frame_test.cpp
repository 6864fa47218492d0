// SPDX-License-Identifier: MIT
#include "layers/map/map_frame.h"

#include "geo/measure.h"
#include "layers/model/assignment.h"
#include "layers/model/contact_line.h"
#include "layers/plan_language/plan_file.h"
#include "support/scenes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace {

using layers::MapFrame;
using layers::Theme;

geo::Ring rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

layers::Units units_of(const std::vector<geo::Ring>& rings) {
    layers::Units units;
    for (const geo::Ring& ring : rings) {
        const std::string name = "unit " + std::to_string(units.units.size() + 1);
        units.units.push_back({name, "", name, "", {{{ring, {}}}}});
    }
    return units;
}

const layers::Units& island() {
    static const layers::Units units = units_of({rectangle(32, 34.5, 33, 35.5), rectangle(33, 34.5, 34.5, 35.5)});
    return units;
}

TEST(MapFrame, OfUkraineIsTheWholeOfIt) {
    const MapFrame frame = layers::frame_of(layers::builtin_units());
    EXPECT_EQ(frame.origin, layers::middle_of_ukraine);
    EXPECT_TRUE(frame.has_ukraine);
    EXPECT_FALSE(frame.is_part);
    const geo::MapPoint simferopol = geo::Projection::about(layers::middle_of_ukraine).forward({34.1, 44.95});
    EXPECT_LT(frame.whole.south, simferopol.y_m);
}

TEST(MapFrame, OfOneOblastFitsThatAndShowsTheRestAsLand) {
    const layers::Units all = layers::builtin_units();
    layers::Units one;
    one.units.push_back(all.units.at(static_cast<std::size_t>(layers::find_unit(all.units, "Kherson"))));
    const MapFrame frame = layers::frame_of(one);
    EXPECT_TRUE(frame.has_ukraine);
    EXPECT_TRUE(frame.is_part);
    EXPECT_LT(frame.whole.east - frame.whole.west, 400e3);
    EXPECT_NE(support::fill_of(layers::backdrop_scene(frame, Theme::light), layers::Part::backdrop, "rest"), nullptr);
}

/// One degree of longitude on WGS84 at 35° N is 91.29 km long, one of latitude 110.94 km: National
/// Geospatial-Intelligence Agency, "Length of a degree" calculator.
TEST(MapFrame, ElsewhereThePlaneIsThatOfTheUnits) {
    const MapFrame frame = layers::frame_of(island());
    EXPECT_FALSE(frame.has_ukraine);
    EXPECT_EQ(frame.origin, (geo::LonLat{33.25, 35}));
    const geo::Projection plane = geo::Projection::about(frame.origin);
    const geo::MapPoint east = plane.forward({34.25, 35}), north = plane.forward({33.25, 36});
    EXPECT_NEAR(east.x_m, 91290, 30);
    EXPECT_NEAR(north.y_m, 110940, 30);
    for (const geo::LonLat& corner : rectangle(32, 34.5, 34.5, 35.5)) {
        const geo::MapPoint at = plane.forward(corner);
        EXPECT_GT(at.x_m, frame.whole.west);
        EXPECT_LT(at.x_m, frame.whole.east);
        EXPECT_GT(at.y_m, frame.whole.south);
        EXPECT_LT(at.y_m, frame.whole.north);
    }
    EXPECT_LT(frame.whole.east - frame.whole.west, 1.2 * 2.5 * 91290);
}

TEST(MapFrame, OnBothSidesOfTheAntimeridianItIsAsNarrowAsTheLand) {
    const MapFrame frame = layers::frame_of(units_of({rectangle(177, -19, 179, -17), rectangle(-179, -19, -178, -17)}));
    EXPECT_DOUBLE_EQ(frame.origin.lon, 179.5);
    EXPECT_LT(frame.whole.east - frame.whole.west, 700e3);
}

TEST(MapFrame, ElsewhereNothingOfUkraineIsDrawn) {
    const layers::Scene backdrop = layers::backdrop_scene(layers::frame_of(island()), Theme::light);
    EXPECT_TRUE(backdrop.labels.empty());
    EXPECT_TRUE(backdrop.fills.empty());
    ASSERT_EQ(backdrop.strokes.size(), 1U);
    EXPECT_EQ(backdrop.strokes[0].part, layers::Part::grid);

    geo::Dataset dataset;
    dataset.features.push_back({{"LineString", {}, {{{31.9, 35}, {34.6, 35}}}, {}}, {}, 1, ""});
    const layers::Plan plan = layers::load_plan("as-held", island().units);
    std::vector<layers::Control> lines;
    layers::LineDetails details;
    details.held_at = geo::LonLat{33.3, 35.3};
    lines.push_back(layers::control_from_lines(dataset, island().country(), layers::default_closing, details));
    const layers::Overlay land = layers::cut(island(), std::move(lines));
    const geo::Projection plane = geo::Projection::about(layers::frame_of(island()).origin);
    const layers::SceneLand on_map = layers::scene_land(land, plane);
    const layers::Scene scene = layers::plan_scene(layers::assign(plan, land), land, on_map, plane, Theme::light);
    for (const layers::SceneLabel& label : scene.labels) { EXPECT_EQ(label.kind, layers::SceneLabel::Kind::unit); }
    EXPECT_EQ(scene.labels.size(), 2U);
    double km2 = 0;
    for (const layers::SceneFill& fill : scene.fills) {
        if (fill.part == layers::Part::status) { km2 += support::km2_of(fill, scene); }
    }
    EXPECT_NEAR(km2, land.total().value(), land.total().value() * 1e-4);  // the plane is equal-area
}

}  // namespace
