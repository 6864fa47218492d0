// SPDX-License-Identifier: MIT
#include "layers/model/sketch.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/area_table.h"
#include "support/files.h"
#include "support/overlays.h"
#include "support/random_region.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>

namespace {

using layers::SketchShape;

SketchShape polygon(geo::Path corners, const std::string& name = "mine") {
    return {SketchShape::Kind::polygon, name, layers::ZoneKind::special, std::move(corners)};
}

SketchShape line(geo::Path path, const std::string& name = "front") {
    return {SketchShape::Kind::line, name, layers::ZoneKind::special, std::move(path)};
}

SketchShape box(double west, double south, double east, double north) {
    return polygon({{west, south}, {east, south}, {east, north}, {west, north}});
}

const layers::Plan& plan() {
    static const layers::Plan read = layers::load_plan("us-28-point", {});
    return read;
}

const layers::Overlay& land() {
    static const layers::Overlay cut = support::builtin_land({&plan()});
    return cut;
}

/// Stars of a degree or so all over the country, the coasts and the borders.
std::vector<SketchShape> random_shapes(int count) {
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_real_distribution<double> lon{22.5, 40}, lat{44.5, 52}, reach{0.1, 2};
    std::vector<SketchShape> shapes;
    for (int i = 0; i < count; ++i) {
        geo::Ring ring = testing_support::random_star(random, {lon(random), lat(random)}, reach(random), 30);
        ring.pop_back();
        shapes.push_back(polygon(std::move(ring)));
    }
    return shapes;
}

// --- regions ---------------------------------------------------------------------------------------------------------

/// A cell of a degree, tests/accuracy/areas.csv: 40-digit quadrature.
constexpr double cell_km2 = 8217.7320761209428;
/// The two wings of a bow tie in that cell, by the same quadrature.
constexpr double wings_km2 = 4108.89297865217259;

TEST(Sketch, APolygonIsItsRegionInWhicheverDirectionItWasDrawn) {
    SketchShape cell = box(37, 48, 38, 49);
    for (int turn = 0; turn < 2; ++turn) {
        const geo::Repaired repaired = layers::region_of(cell);
        EXPECT_NEAR(geo::area_of(repaired.region).value(), cell_km2, 1e-8);
        EXPECT_TRUE(repaired.notes.empty()) << "the direction of drawing is not worth a word";
        std::reverse(cell.vertices.begin(), cell.vertices.end());
    }
    cell.vertices.push_back(cell.vertices.front());
    EXPECT_NEAR(geo::area_of(layers::region_of(cell).region).value(), cell_km2, 1e-8) << "closed all the same";
}

TEST(Sketch, APolygonThatCrossesItselfIsRepairedAndSaysSo) {
    const geo::Repaired repaired = layers::region_of(polygon({{37, 48}, {38, 49}, {38, 48}, {37, 49}}));
    EXPECT_EQ(repaired.region.polygons.size(), 2U);
    EXPECT_NEAR(geo::area_of(repaired.region).value(), wings_km2, 1e-8);
    ASSERT_EQ(repaired.notes.size(), 1U);
    EXPECT_NE(repaired.notes[0].text.find("37.5000° E, 48.5000° N"), std::string::npos) << repaired.notes[0].text;
}

TEST(Sketch, WhatIsNoPolygonIsRefusedWithAWayOut) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const SketchShape& shape :
         {polygon({}), polygon({{37, 48}, {38, 48}}), polygon({{37, 48}, {38, 48}, {37, 48}, {38, 48}}),
          polygon({{37, 48}, {38, 48}, {39, 48}}), polygon({{37, 48}, {38, 48}, {nan, 49}}),
          polygon({{37, 48}, {38, 48}, {38, 91}}), line({{37, 48}, {38, 48}, {38, 49}})}) {
        try {
            layers::region_of(shape);
            ADD_FAILURE() << "taken, with " << shape.vertices.size() << " corners";
        } catch (const geo::Error& error) {
            EXPECT_NE(error.problem().find(shape.name), std::string::npos) << error.problem();
            EXPECT_FALSE(error.remedy().empty());
        }
    }
}

// --- measuring -------------------------------------------------------------------------------------------------------

/// The witness lays the polygon on whole units and on the whole country, and knows nothing of cells.
TEST(Sketch, RowsAndWhatLiesOutsideAddUpToThePolygon) {
    const geo::Region country = land().units.country();
    for (const SketchShape& shape : random_shapes(40)) {
        const geo::Region region = layers::region_of(shape).region;
        const layers::SketchTable table = layers::measure(shape, plan(), land());
        std::map<std::string, double> by_unit;
        double sum = table.outside.value();
        for (const layers::SketchTable::Row& row : table.rows) {
            by_unit[row.unit_code] += row.estimate.area.value();
            sum += row.estimate.area.value();
        }
        EXPECT_NEAR(sum, geo::area_of(region).value(), 1e-6);
        EXPECT_NEAR(table.outside.value(), geo::area_of(geo::subtract(region, country)).value(), 1e-6);
        for (const layers::Unit& unit : land().units.units) {
            EXPECT_NEAR(by_unit[unit.code], geo::area_of(geo::intersect(region, unit.region)).value(), 1e-6)
                << unit.name;
        }
    }
}

TEST(Sketch, LabelsAreThoseOfTheLineBeneath) {
    const layers::Plan as_held = layers::load_plan("as-held", {});
    std::vector<const geo::Region*> pieces;
    for (const geo::Region& piece : land().control().held) { pieces.push_back(&piece); }
    const geo::Region held = geo::intersect(land().units.country(), geo::unite_all(pieces));
    for (const SketchShape& shape : random_shapes(20)) {
        double russia = 0;
        for (const layers::SketchTable::Row& row : layers::measure(shape, as_held, land()).rows) {
            russia += row.status_class.holder == layers::Holder::russia ? row.estimate.area.value() : 0;
        }
        EXPECT_NEAR(russia, geo::area_of(geo::intersect(layers::region_of(shape).region, held)).value(), 1e-6);
    }
}

TEST(Sketch, TheWholeCountryIsTheAreaTable) {
    const layers::SketchTable table = layers::measure(box(20, 42, 42, 54), plan(), land());
    const layers::AreaTable whole{plan(), land()};
    const std::vector<layers::AreaTable::Row>& rows = whole.rows;
    ASSERT_EQ(table.rows.size(), rows.size());
    const auto expect_range = [](const std::optional<layers::Range>& ours,
                                 const std::optional<layers::Range>& table_s) {
        ASSERT_EQ(ours.has_value(), table_s.has_value());
        if (!ours) { return; }
        EXPECT_NEAR(ours->least.value(), table_s->least.value(), 1e-6);
        EXPECT_NEAR(ours->most.value(), table_s->most.value(), 1e-6);
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        expect_range(table.rows[i].estimate.line, rows[i].estimate.line);
        expect_range(table.rows[i].estimate.readings, rows[i].estimate.readings);
        EXPECT_EQ(table.rows[i].estimate.unclear, rows[i].estimate.unclear)
            << rows[i].unit << ", " << id_of(rows[i].status_class.status);
        EXPECT_EQ(table.rows[i].unit, rows[i].unit) << "in the order of the table";
        EXPECT_EQ(table.rows[i].status_class, rows[i].status_class);
        EXPECT_NEAR(table.rows[i].estimate.area.value(), rows[i].estimate.area.value(), 1e-6);
    }
}

TEST(Sketch, InTheSeaAllOfItLiesOutside) {
    const layers::SketchTable table = layers::measure(box(31, 43.5, 32, 44), plan(), land());
    EXPECT_TRUE(table.rows.empty());
    EXPECT_NEAR(table.outside.value(), table.total().value(), 0);
    EXPECT_GT(table.outside.value(), 4000);
}

/// What is snapped to a border lies on it to the last digit but one; that makes no row.
TEST(Sketch, APolygonAlongABorderHasNoRowsOfNeighbours) {
    const layers::Unit& poltava =
        land().units.units[static_cast<std::size_t>(layers::find_unit(land().units.units, "Poltava"))];
    geo::Path corners = poltava.region.polygons.front().shell;
    corners.pop_back();
    for (std::size_t i = 1; i < corners.size(); i += 3) {
        const geo::LonLat &a = corners[i - 1], b = corners[i];
        corners.insert(corners.begin() + static_cast<std::ptrdiff_t>(i),
                       {a.lon + 0.377 * (b.lon - a.lon), a.lat + 0.377 * (b.lat - a.lat)});
    }
    const layers::SketchTable table = layers::measure(polygon(corners), plan(), land());
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].unit, "Poltava");
    EXPECT_NEAR(table.rows[0].estimate.area.value(), geo::area_of(poltava.region).value(), 1e-5);
    EXPECT_NEAR(table.outside.value(), 0, 1e-5);
}

/// The rest of a difference is rounded: without care it is -0.000 of one polygon in two.
TEST(Sketch, NothingLiesOutsideOfAPolygonInTheMiddleOfTheCountry) {
    for (int i = 0; i < 20; ++i) {
        const double outside =
            layers::measure(box(29 + 0.2 * i, 49.1, 29.7 + 0.2 * i, 49.8), plan(), land()).outside.value();
        EXPECT_GE(outside, 0);
        EXPECT_LT(outside, 1e-8);
    }
}

TEST(Sketch, LengthsAreGeodesic) {
    const geo::Path path{{30.5, 50.4}, {34.1, 47.2}, {37.6, 48.7}};
    double open = 0;
    for (std::size_t i = 1; i < path.size(); ++i) { open += support::vincenty(path[i - 1], path[i]).value(); }
    const layers::SketchTable drawn = layers::measure(line(path), plan(), land());
    EXPECT_NEAR(drawn.length.value(), open, 1e-5);
    EXPECT_TRUE(drawn.rows.empty());
    EXPECT_EQ(drawn.total(), geo::SquareKilometres{0});
    const double closed = open + support::vincenty(path.back(), path.front()).value();
    EXPECT_NEAR(layers::measure(polygon(path), plan(), land()).length.value(), closed, 1e-5);
}

// --- files -----------------------------------------------------------------------------------------------------------

TEST(Sketch, ALineDrawnAcrossTheCountryCutsIt) {
    const geo::Region country = land().units.country();
    const layers::Sketch sketch{{line({{33, 43}, {33, 48}, {33, 54}}), box(30, 46, 31, 47)}};
    const testing_support::TemporaryFolder folder;
    const std::string file = folder.path("mine.geojson");
    geo::write(layers::as_lines(sketch), file);
    for (const geo::Dataset& dataset : {layers::as_lines(sketch), geo::read(file)}) {
        const layers::Control control = layers::control_from_lines(dataset, country, layers::default_closing);
        const geo::Region east{{{{{33, 43}, {50, 43}, {50, 54}, {33, 54}, {33, 43}}, {}}}};
        double held = 0;
        for (const geo::Region& region : control.held) { held += geo::area_of(region).value(); }
        EXPECT_NEAR(held, geo::area_of(geo::intersect(country, east)).value(), 1e-5) << "Kyiv lies west of it";
        EXPECT_EQ(control.held.size(), 1U) << "polygons are not lines";
    }
}

TEST(Sketch, FeaturesCarryNameKindAndMeasures) {
    layers::Sketch sketch{{box(37, 48, 38, 49), line({{30, 50}, {31, 50}}, "road"), line({{30, 50}}, "a click")}};
    sketch.shapes[0].zone_kind = layers::ZoneKind::demilitarized;
    const testing_support::TemporaryFolder folder;
    const std::string file = folder.path("mine.geojson");
    geo::write(layers::as_features(sketch, &plan(), &land()), file);
    const geo::Dataset read = geo::read(file);
    ASSERT_EQ(read.features.size(), 2U) << "one vertex is no line yet";
    const geo::Properties& zone = read.features[0].properties;
    const auto number = [](const geo::Properties& of, const char* key) { return std::stod(geo::text_of(of, key)); };
    EXPECT_EQ(geo::text_of(zone, "name"), "mine");
    EXPECT_EQ(geo::text_of(zone, "kind"), "demilitarized");
    EXPECT_NEAR(number(zone, "km2"), cell_km2, 1e-3);
    EXPECT_NEAR(
        number(zone, "km2_UA") + number(zone, "km2_RU") + number(zone, "km2_undecided") + number(zone, "km2_outside"),
        cell_km2, 1e-3);
    EXPECT_GT(number(zone, "km2_RU"), 0);
    EXPECT_EQ(geo::find(zone, "km2_RU_min"), nullptr) << "under this plan wherever the line is";
    const layers::Plan as_held = layers::load_plan("as-held", {});
    const std::string held_file = folder.path("held.geojson");
    geo::write(layers::as_features(sketch, &as_held, &land()), held_file);
    const geo::Properties held = geo::read(held_file).features[0].properties;
    EXPECT_LT(number(held, "km2_RU_min"), number(held, "km2_RU"));
    EXPECT_GT(number(held, "km2_RU_max"), number(held, "km2_RU"));
    EXPECT_EQ(geo::text_of(zone, "plan"), "us-28-point");
    const layers::LineInfo& line_info = layers::line_under(plan(), land());
    EXPECT_EQ(geo::text_of(zone, "line"), line_info.name);
    EXPECT_EQ(geo::text_of(zone, "line_date"), geo::to_text(line_info.date));
    EXPECT_EQ(geo::text_of(zone, "line_source"), line_info.source);
    EXPECT_EQ(geo::text_of(zone, "line_accuracy_km"), "1.2");
    EXPECT_NEAR(geo::area_of(read.features[0].shape.region).value(), cell_km2, 1e-8);
    const geo::Properties& road = read.features[1].properties;
    EXPECT_EQ(geo::text_of(road, "name"), "road");
    EXPECT_NEAR(number(road, "km"), support::vincenty({30, 50}, {31, 50}).value(), 1e-3);
    EXPECT_EQ(geo::find(layers::as_features(sketch).features[0].properties, "km2_UA"), nullptr) << "of no plan";
}

TEST(Sketch, AnUnfinishedPolygonIsNotWrittenInSilence) {
    EXPECT_THROW(layers::as_features({{polygon({{37, 48}, {38, 48}})}}), geo::Error);
}

}  // namespace
