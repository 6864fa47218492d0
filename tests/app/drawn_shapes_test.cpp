// SPDX-License-Identifier: MIT
#include "app/viewer/model/drawn_shapes.h"

#include "app/viewer/map/zone_labels.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/map/map_frame.h"
#include "layers/plan_language/plan_file.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using app::viewer::DrawnShapes;
using layers::ScenePoint;
using layers::SketchShape;

SketchShape zone(geo::Path vertices) {
    return {SketchShape::Kind::polygon, "zone", layers::ZoneKind::special, std::move(vertices)};
}

const geo::Path donbas{{36, 47}, {39, 47.5}, {40, 50}, {36.5, 49.5}};

double square_kilometres(const std::vector<ScenePoint>& triangles) {
    double twice = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const ScenePoint a = triangles[i], b = triangles[i + 1], c = triangles[i + 2];
        twice += std::abs((double{b.x_m} - a.x_m) * (double{c.y_m} - a.y_m) -
                          (double{c.x_m} - a.x_m) * (double{b.y_m} - a.y_m));
    }
    return twice / 2 / 1e6;
}

/// The map's projection keeps areas, so the triangles' plain area must be the ellipsoid's.
TEST(DrawnShapes, TheTrianglesOfAZoneAreItsArea) {
    DrawnShapes drawn;
    const DrawnShapes::Shape& shape = drawn.of({{zone(donbas)}}).front();
    geo::Ring ring = donbas;
    ring.push_back(ring.front());
    const double area = geo::area_of(geo::Region{{{ring, {}}}}).value();
    EXPECT_NEAR(square_kilometres(shape.triangles), area, 1e-4 * area);
    EXPECT_GT(shape.outline.size(), 30U) << "edges bend on the map";
}

TEST(DrawnShapes, AZoneThatCrossesItselfIsFilledEvenOdd) {
    DrawnShapes drawn;
    const auto& wings = drawn.of({{zone({{37, 48}, {38, 49}, {38, 48}, {37, 49}})}}).front();
    const geo::Region both{
        {{{{37, 48}, {37.5, 48.5}, {37, 49}, {37, 48}}, {}}, {{{38, 48}, {38, 49}, {37.5, 48.5}, {38, 48}}, {}}}};
    EXPECT_NEAR(square_kilometres(wings.triangles), geo::area_of(both).value(), 1);
}

TEST(DrawnShapes, HolesAndFurtherPartsAreFilledAndOutlined) {
    SketchShape shape = zone({{36, 47}, {39, 47}, {39, 50}, {36, 50}});
    const geo::Path hole{{37, 48}, {38, 48}, {38, 49}, {37, 49}};
    shape.holes = {hole};
    shape.others = {{{{40, 48}, {41, 48}, {41, 49}, {40, 49}}}};
    DrawnShapes drawn;
    const auto& made = drawn.of({{shape}}).front();
    const double area = geo::area_of(layers::region_of(shape).region).value();
    EXPECT_NEAR(square_kilometres(made.triangles), area, 1e-4 * area);
    EXPECT_NEAR(made.area.value().value(), area, 1e-9);
    EXPECT_EQ(made.inner_outlines.size(), 2U);
    layers::Sketch filled{{shape}};
    filled.shapes.front().holes.clear();
    EXPECT_GT(drawn.of(filled).front().area.value().value(), area + 1) << "worked out anew";
}

/// Reference: the overlay of zone and country.
TEST(DrawnShapes, WhatLiesInTheUnitsIsToldFromSeaAndLandAbroad) {
    const layers::Plan plan = layers::load_plan("us-28-point", {});
    const layers::Overlay land = support::builtin_land({&plan});
    const SketchShape shape = zone({{30, 46}, {32, 46}, {32, 47}, {30, 47}});  // Odesa, the sea, Moldova
    DrawnShapes drawn;
    EXPECT_FALSE(drawn.of({{shape}}).front().inside) << "there are no units yet";
    const auto& made = drawn.of({{shape}}, layers::middle_of_ukraine, &land).front();
    const geo::Region inside = geo::intersect(layers::region_of(shape).region, land.units.country());
    EXPECT_NEAR(made.inside.value().value(), geo::area_of(inside).value(), 0.01);
    EXPECT_LT(made.inside->value(), 0.6 * made.area->value());
    EXPECT_NEAR(layers::measure(shape, plan, land).inside().value(), made.inside->value(), 1e-6);
}

TEST(DrawnShapes, AHeadlineIsTheLandAndSaysInWordsWhatLiesBeyond) {
    using app::viewer::area_words;
    using geo::SquareKilometres;
    EXPECT_EQ(area_words(SquareKilometres{32144.04}, SquareKilometres{39923}),
              "32,144.0 km²\nwith sea and land beyond: 39,923.0 km²");
    EXPECT_EQ(area_words(SquareKilometres{754}, SquareKilometres{754.04}), "754.0 km²");
    DrawnShapes::Shape not_laid;
    not_laid.area = SquareKilometres{5};
    EXPECT_EQ(area_words(not_laid), "") << "not the whole, before it is known what of it is land";
}

TEST(DrawnShapes, ALineHasNoTriangles) {
    DrawnShapes drawn;
    const auto& line = drawn.of({{{SketchShape::Kind::line, "line", layers::ZoneKind::special, donbas}}}).front();
    EXPECT_TRUE(line.triangles.empty());
    EXPECT_GT(line.outline.size(), 20U);
}

TEST(DrawnShapes, OnlyWhatHasChangedIsWorkedOutAnew) {
    DrawnShapes drawn;
    layers::Sketch sketch{{zone(donbas), zone({{30, 50}, {31, 50}, {31, 51}})}};
    const ScenePoint* kept = drawn.of(sketch)[0].outline.data();
    const std::vector<ScenePoint> before = drawn.of(sketch)[1].outline;
    sketch.shapes[1].vertices[0] = {29, 50};
    sketch.shapes[0].name = "another name";
    EXPECT_EQ(drawn.of(sketch)[0].outline.data(), kept);
    EXPECT_NE(drawn.of(sketch)[1].outline, before);
    sketch.shapes.erase(sketch.shapes.begin());
    EXPECT_EQ(drawn.of(sketch).size(), 1U);
    EXPECT_EQ(drawn.of(sketch).front().vertices, sketch.shapes.front().vertices);
}

TEST(DrawnShapes, AZoneWithoutCornersOnTheMapIsEmpty) {
    DrawnShapes drawn;
    EXPECT_TRUE(drawn.of({{zone({})}}).front().outline.empty());
    const std::vector<ScenePoint> from_afar =
        app::viewer::way_on_map({{-142, -48.5}, {38, 48}}, false, layers::middle_of_ukraine);
    EXPECT_FALSE(from_afar.empty());
    for (const ScenePoint point : from_afar) { EXPECT_TRUE(std::isfinite(point.x_m) && std::isfinite(point.y_m)); }
}

}  // namespace
