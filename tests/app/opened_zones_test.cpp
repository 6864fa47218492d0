// SPDX-License-Identifier: MIT
#include "app/viewer/model/saving.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/repair.h"
#include "support/files.h"
#include "support/results.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using app::viewer::SaveKind;
using layers::SketchShape;
using testing_support::TemporaryFolder;

void save(SaveKind kind, const std::string& path, const layers::Sketch& drawn) {
    app::viewer::write({kind, path, 2, false}, support::result_of("us-28-point"), drawn);
}

geo::Dataset dataset_of(geo::Shape shape, const std::string& name) {
    geo::Dataset dataset;
    dataset.path = "file.geojson";
    dataset.features.push_back({std::move(shape), {{"name", name}}, 1, ""});
    return dataset;
}

TEST(AddToSketch, TakesAFeatureAsOneZoneWithItsHolesAndPartsAndLines) {
    geo::Shape shape;
    const geo::Ring shell{{30, 50}, {31, 50}, {31, 51}, {30, 50}},
        hole{{30.7, 50.2}, {30.8, 50.3}, {30.8, 50.2}, {30.7, 50.2}};
    const geo::Ring island{{33, 50}, {33.5, 50}, {33.5, 50.5}, {33, 50}};
    shape.region.polygons = {{island, {}}, {shell, {hole}}};
    shape.paths = {{{20, 50}, {21, 51}}};
    layers::Sketch drawn{{{SketchShape::Kind::line, "first", layers::ZoneKind::special, {{1, 2}, {3, 4}}}}};
    app::viewer::add_to_sketch(dataset_of(shape, "Alpha"), drawn);
    ASSERT_EQ(drawn.shapes.size(), 3U);
    EXPECT_EQ(drawn.shapes[0].name, "first") << "what was there stays";
    EXPECT_EQ(drawn.shapes[1].vertices, (geo::Path{{30, 50}, {31, 50}, {31, 51}})) << "the largest part";
    EXPECT_EQ(drawn.shapes[1].holes, (std::vector<geo::Path>{{hole.begin(), hole.end() - 1}}));
    EXPECT_EQ(drawn.shapes[1].others, (std::vector<std::vector<geo::Path>>{{{island.begin(), island.end() - 1}}}));
    EXPECT_EQ(drawn.shapes[1].kind, SketchShape::Kind::polygon);
    EXPECT_EQ(drawn.shapes[1].name, "Alpha");
    EXPECT_NEAR(geo::area_of(layers::region_of(drawn.shapes[1]).region).value(), geo::area_of(shape.region).value(),
                1e-9);
    EXPECT_EQ(drawn.shapes[2].kind, SketchShape::Kind::line);
    EXPECT_EQ(drawn.shapes[2].vertices, (geo::Path{{20, 50}, {21, 51}}));
}

/// An atoll: an island in its lagoon, and one beside it.
geo::Region atoll() {
    const auto square = [](double west, double south, double degrees) {
        return geo::Ring{{west, south},
                         {west + degrees, south},
                         {west + degrees, south + degrees},
                         {west, south + degrees},
                         {west, south}};
    };
    return geo::repair({{{square(33, 48.5, 0.6), {square(33.1, 48.6, 0.4)}},
                         {square(33.2, 48.7, 0.2), {square(33.25, 48.75, 0.1)}},
                         {square(34, 48.5, 0.1), {}}}})
        .region;
}

/// Reference: geo::area_of() of the file's region, as `demarc measure` has it.
TEST(AddToSketch, HolesAndIslandsAreMeasuredAndSavedAsTheFileHasThem) {
    geo::Shape shape;
    shape.region = atoll();
    const double whole = geo::area_of(shape.region).value();
    const app::viewer::Result& result = support::result_of("us-28-point");
    layers::Sketch drawn;
    app::viewer::add_to_sketch(dataset_of(shape, "Atoll"), drawn);
    EXPECT_NEAR(layers::measure(drawn.shapes.front(), result.a->on).total().value(), whole, 1e-6);
    const TemporaryFolder folder;
    const std::string geojson = folder.path("zones.geojson"), yaml = folder.path("zones.yaml");
    save(SaveKind::sketch_geojson, geojson, drawn);
    layers::Sketch again;
    app::viewer::add_to_sketch(geo::read(geojson), again);
    ASSERT_EQ(again.shapes.size(), 1U);
    EXPECT_NEAR(geo::area_of(layers::region_of(again.shapes.front()).region).value(), whole, 1e-6);
    save(SaveKind::sketch_plan, yaml, drawn);
    const auto laid = support::lay(support::request_of(yaml));
    double km2 = 0;
    for (const layers::AreaTable::ZoneRow& row : laid->a->table.zones) {
        if (row.id == "atoll") { km2 += row.estimate.area.value(); }
    }
    EXPECT_NEAR(km2, whole, 1e-6 * whole);
}

geo::Path square(double west, double south, double degrees) {
    return {{west, south}, {west + degrees, south}, {west + degrees, south + degrees}, {west, south + degrees}};
}

double km2(const geo::Path& ring) {
    return geo::area_of(layers::region_of({SketchShape::Kind::polygon, "", layers::ZoneKind::special, ring}).region)
        .value();
}

double km2_as_plan(const SketchShape& shape) {
    const TemporaryFolder folder;
    const std::string yaml = folder.path("zone.yaml");
    save(SaveKind::sketch_plan, yaml, {{shape}});
    double km2 = 0;
    const auto laid = support::lay(support::request_of(yaml));
    for (const layers::AreaTable::ZoneRow& row : laid->a->table.zones) {
        if (row.id == "zone") { km2 += row.estimate.area.value(); }
    }
    return km2;
}

/// Corners can be dragged across a hole. Reference: rectangles of degrees, measured one by one.
TEST(SavedZones, HolesLeaveLandOutWhateverTheyCrossAndPlansSayTheSame) {
    SketchShape shape{SketchShape::Kind::polygon, "zone", layers::ZoneKind::special, square(33, 48.5, 0.6)};
    const geo::Path inside{{33.4, 48.6}, {33.6, 48.6}, {33.6, 49}, {33.4, 49}};
    shape.holes = {square(33.4, 48.6, 0.4)};  // across the edge
    double expected = km2(shape.vertices) - km2(inside);
    EXPECT_NEAR(geo::area_of(layers::region_of(shape).region).value(), expected, 1e-6);
    EXPECT_NEAR(km2_as_plan(shape), expected, 1e-3);
    shape.holes = {square(33.1, 48.6, 0.2), square(33.2, 48.7, 0.2)};  // across one another
    expected = km2(shape.vertices) - km2(shape.holes[0]) - km2(shape.holes[1]) + km2(square(33.2, 48.7, 0.1));
    EXPECT_NEAR(geo::area_of(layers::region_of(shape).region).value(), expected, 1e-6);
    EXPECT_NEAR(km2_as_plan(shape), expected, 1e-3);
    shape.others = {{square(33.5, 49, 0.2)}};  // across the edge: counted once
    expected += km2(square(33.5, 49, 0.2)) - km2(square(33.5, 49, 0.1));
    EXPECT_NEAR(geo::area_of(layers::region_of(shape).region).value(), expected, 1e-6);
    EXPECT_NEAR(km2_as_plan(shape), expected, 1e-3);
}

TEST(SavedZones, HolesAndIslandsWithoutLandMakeNoPlanThatCannotBeRead) {
    SketchShape shape{SketchShape::Kind::polygon, "zone", layers::ZoneKind::special, square(33, 48.5, 0.6)};
    const double whole = km2(shape.vertices);
    shape.holes = {
        {{33.1, 48.6}, {33.2, 48.7}}, {{33.1, 48.6}, {33.2, 48.7}, {33.3, 48.8}}, square(33.3, 48.8, 1e-7), {}};
    shape.others = {{{{34, 48.6}, {34.1, 48.7}, {34.2, 48.8}}}, {square(34, 48.8, 1e-7)}};
    EXPECT_NEAR(km2_as_plan(shape), whole, 1e-3);
}

/// Reference: `demarc measure` of such a file.
TEST(AddToSketch, EmptyRingsAreDroppedAndRingsInTheWrongOrderReadAsMeasureDoes) {
    const geo::Ring triangle{{33, 48}, {34, 48}, {34, 49}, {33, 48}};
    const geo::Ring wide{{32, 47}, {35, 47}, {35, 50}, {32, 50}, {32, 47}};
    for (const geo::Region& region : {geo::Region{{{triangle, {{}}}}}, geo::Region{{{{}, {}}, {triangle, {}}}},
                                      geo::Region{{{triangle, {wide}}}}}) {
        geo::Shape shape;
        shape.region = region;
        layers::Sketch drawn;
        const std::vector<std::string> notes = app::viewer::add_to_sketch(dataset_of(shape, "one"), drawn);
        ASSERT_EQ(drawn.shapes.size(), 1U);
        const geo::Repaired repaired = geo::repair(region);
        EXPECT_NEAR(geo::area_of(layers::region_of(drawn.shapes[0]).region).value(),
                    geo::area_of(repaired.region).value(), 1e-6);
        const bool has_moved = std::any_of(repaired.notes.begin(), repaired.notes.end(),
                                           [](const geo::Note& note) { return note.moved.value() > 0; });
        EXPECT_EQ(notes.empty(), !has_moved);
    }
}

TEST(AddToSketch, MoreCornersThanAHandWouldDrawAreAnError) {
    geo::Shape shape;
    shape.paths.emplace_back();
    for (int i = 0; i < 100000; ++i) { shape.paths[0].push_back({20 + i * 1e-4, 50}); }
    layers::Sketch drawn;
    try {
        app::viewer::add_to_sketch(dataset_of(shape, "coast"), drawn);
        FAIL() << "taken";
    } catch (const geo::Error& error) {
        EXPECT_NE(error.problem().find("file.geojson"), std::string::npos) << error.problem();
        EXPECT_FALSE(error.remedy().empty());
    }
}

}  // namespace
