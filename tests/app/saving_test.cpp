// SPDX-License-Identifier: MIT
#include "app/viewer/model/saving.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/repair.h"
#include "support/files.h"
#include "support/results.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// Of each number no more than two digits after the point.
std::string with_two_decimals(const std::string& line) {
    std::string kept;
    std::size_t digits = 0;
    bool is_fraction = false;
    for (const char c : line) {
        const bool is_digit = c >= '0' && c <= '9';
        digits = is_digit ? digits + 1 : 0;
        if (!is_digit) { is_fraction = c == '.'; }
        if (!is_digit || !is_fraction || digits <= 2) { kept += c; }
    }
    return kept;
}

using app::viewer::SaveKind;
using layers::SketchShape;
using testing_support::TemporaryFolder;

const layers::Sketch& sketch() {
    static const layers::Sketch drawn{
        {{SketchShape::Kind::polygon,
          "Порт",
          layers::ZoneKind::economic,
          {{31, 46.6}, {31.6, 46.6}, {31.6, 46.9}, {31, 46.9}}},
         {SketchShape::Kind::polygon, "", layers::ZoneKind::demilitarized, {{36, 48}, {37, 48}, {36.5, 49}}},
         {SketchShape::Kind::line, "front", layers::ZoneKind::special, {{33, 44}, {34, 47}, {36, 50}}}}};
    return drawn;
}

const app::viewer::Result& two_plans() {
    return support::result_of("us-28-point", "ua-us-20-point");
}

std::string content_of(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void save(SaveKind kind, const std::string& path, const app::viewer::Result& result, bool overwrite = false) {
    app::viewer::write({kind, path, 2, overwrite}, result, sketch());
}

double km2_of(const geo::Dataset& dataset, const std::string& layer) {
    double sum = 0;
    for (const geo::Feature& feature : dataset.features) {
        if (geo::text_of(feature.properties, "layer") == layer) { sum += geo::area_of(feature.shape.region).value(); }
    }
    return sum;
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, at);) { parts.push_back(part); }
    return parts;
}

/// Reference: what the command printed for tests/cli/areas-csv, which leaves out the figures' last digits and column 9.
TEST(Saving, FiguresAreThoseOfTheAreasCommand) {
    const TemporaryFolder folder;
    save(SaveKind::figures_csv, folder.path("one.csv"), support::result_of("us-28-point"));
    const std::vector<std::string> saved = split(content_of(folder.path("one.csv")), '\n');
    const std::vector<std::string> printed =
        split(content_of(std::string{DEMARC_SOURCE_FOLDER} + "/tests/cli/areas-csv/stdout"), '\n');
    ASSERT_EQ(printed.size(), 12U);
    ASSERT_GT(saved.size(), printed.size());
    for (std::size_t i = 0; i < printed.size(); ++i) {
        std::vector<std::string> fields = split(saved[i], ',');
        ASSERT_GT(fields.size(), 9U) << saved[i];
        fields.erase(fields.begin() + 8);
        const std::string line = fmt::format("{}{}", fmt::join(fields, ","), saved[i].back() == ',' ? "," : "");
        EXPECT_EQ(with_two_decimals(line), printed[i]);
    }
}

/// Reference: layers::AreaTable.
TEST(Saving, FiguresOfTwoPlansAreThoseOfTheirTables) {
    const TemporaryFolder folder;
    const app::viewer::Result& result = two_plans();
    save(SaveKind::figures_csv, folder.path("two.csv"), result);
    std::map<std::string, double> saved, expected;
    for (const std::string& line : split(content_of(folder.path("two.csv")), '\n')) {
        const std::vector<std::string> fields = split(line, ',');
        ASSERT_GT(fields.size(), 9U) << line;
        if (fields[1] == "status") { saved[fields[0] + fields[3] + fields[5]] = std::stod(fields[8]); }
    }
    for (const layers::PlanView* view : {result.a.get(), result.b.get()}) {
        for (const layers::AreaTable::Row& row : view->table.rows) {
            expected[view->plan->name + row.unit_code + id_of(row.status_class.status)] = row.estimate.area.value();
        }
    }
    ASSERT_EQ(saved.size(), expected.size());
    for (const auto& [key, km2] : expected) {
        ASSERT_TRUE(saved.contains(key)) << key;
        EXPECT_NEAR(saved[key], km2, 1e-6) << key;
    }
}

TEST(Saving, APlanIsReadBackAsTheWholeCountry) {
    const TemporaryFolder folder;
    const app::viewer::Result& result = support::result_of("us-28-point");
    save(SaveKind::plan_geojson, folder.path("plan.geojson"), result);
    const geo::Dataset back = geo::read(folder.path("plan.geojson"));
    const double country = result.land.total().value();
    EXPECT_NEAR(km2_of(back, "status"), country, 0.5) << "rounded to a centimetre along every edge";
    std::map<std::string, int> features;
    for (const geo::Feature& feature : back.features) { ++features[geo::text_of(feature.properties, "layer")]; }
    EXPECT_GT(features["zone"], 0);
    EXPECT_EQ(features["line"], 1);
    EXPECT_GT(features["places"], 100);
}

/// Reference: layers::Comparison.
TEST(Saving, ADifferenceIsReadBackWithItsFigures) {
    const TemporaryFolder folder;
    save(SaveKind::difference_geojson, folder.path("difference.geojson"), two_plans());
    double stated = 0, measured = 0;
    for (const geo::Feature& feature : geo::read(folder.path("difference.geojson")).features) {
        stated += std::stod("0" + geo::text_of(feature.properties, "km2"));
        measured += geo::area_of(feature.shape.region).value();
    }
    const double changed = two_plans().comparison->changed().area.value();
    EXPECT_NEAR(stated, changed, 1e-3);
    EXPECT_NEAR(measured, changed, 0.5);
}

TEST(Saving, ADifferenceNeedsTwoPlans) {
    const TemporaryFolder folder;
    EXPECT_THROW(save(SaveKind::difference_geojson, folder.path("none.geojson"), support::result_of("us-28-point")),
                 geo::Error);
    EXPECT_EQ(folder.count(), 0U);
}

TEST(Saving, ADrawnPlanIsReadBackWithItsZonesOverThoseOfThePlan) {
    const TemporaryFolder folder;
    const app::viewer::Result& result = support::result_of("us-28-point");
    const std::string path = folder.path("My own plan.yaml");
    save(SaveKind::sketch_plan, path, result);
    const layers::Plan plan = layers::load_plan(path, {});
    EXPECT_EQ(plan.title, "My own plan");
    EXPECT_EQ(plan.name, "my-own-plan");
    const std::size_t taken_over = result.a->plan->zones.size();
    ASSERT_EQ(plan.zones.size(), taken_over + 2) << "lines have no area";
    EXPECT_EQ(plan.rules.size(), result.a->plan->rules.size());
    const auto zone = std::find_if(plan.zones.begin(), plan.zones.end(),
                                   [](const layers::Zone& other) { return other.title == "Порт"; });
    ASSERT_NE(zone, plan.zones.end());
    EXPECT_EQ(zone->kind, layers::ZoneKind::economic);
    const SketchShape& drawn = sketch().shapes[0];
    EXPECT_NEAR(geo::area_of(zone->where.outline.region).value(), geo::area_of(layers::region_of(drawn).region).value(),
                1e-3);
}

TEST(Saving, ADrawnPlanKeepsTheParametersThatWereSet) {
    const TemporaryFolder folder;
    app::viewer::Request request = support::request_of("kellogg-15-15");
    request.settings = {{"kellogg-15-15", {{"depth", "10 km"}}}, {"us-28-point", {{"depth", "3 km"}}}};
    save(SaveKind::sketch_plan, folder.path("ten.yaml"), *support::lay(request));
    const layers::Plan plan = layers::load_plan(folder.path("ten.yaml"), {});
    ASSERT_EQ(plan.parameters.size(), 1U);
    EXPECT_EQ(geo::parse_length(plan.parameters[0].value).value(), 10);
}

TEST(Saving, ADrawnPlanFindsThePlanFileThatItExtends) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path("texts"));
    std::filesystem::create_directories(folder.path("mine"));  // beside it, not above
    const std::string text =
        folder.with("texts/base.yaml", content_of(std::string{DEMARC_SOURCE_FOLDER} + "/tests/data/truce.yaml"));
    const auto result = support::lay(support::request_of(text));
    EXPECT_THROW(save(SaveKind::sketch_plan, folder.path("mine/elsewhere.yaml"), *result), geo::Error);
    for (const char* place : {"texts/beside.yaml", "above.yaml"}) {
        save(SaveKind::sketch_plan, folder.path(place), *result);
        const layers::Plan plan = layers::load_plan(folder.path(place), {});
        EXPECT_EQ(plan.rules.size(), result->a->plan->rules.size()) << place;
        EXPECT_EQ(plan.zones.size(), result->a->plan->zones.size() + 2) << place;
    }
}

TEST(Saving, WhatWasDrawnIsReadBackToBeEdited) {
    const TemporaryFolder folder;
    save(SaveKind::sketch_geojson, folder.path("drawn.geojson"), two_plans());
    layers::Sketch back;
    app::viewer::add_to_sketch(geo::read(folder.path("drawn.geojson")), back);
    ASSERT_EQ(back.shapes.size(), sketch().shapes.size());
    for (const SketchShape& drawn : sketch().shapes) {
        const auto found = std::find_if(back.shapes.begin(), back.shapes.end(), [&drawn](const SketchShape& other) {
            return other.kind == drawn.kind && other.vertices.size() == drawn.vertices.size();
        });
        ASSERT_NE(found, back.shapes.end()) << drawn.name;
        for (const geo::LonLat& corner : drawn.vertices) {
            EXPECT_NE(std::find(found->vertices.begin(), found->vertices.end(), corner), found->vertices.end())
                << drawn.name << ": " << to_text(corner);
        }
        if (!drawn.name.empty()) { EXPECT_EQ(found->name, drawn.name); }
    }
}

/// as_features() writes the kind of a zone; whoever opens the file again wants the zones as they were.
TEST(Saving, AZoneThatIsReadBackIsStillOfItsKind) {
    const TemporaryFolder folder;
    save(SaveKind::sketch_geojson, folder.path("drawn.geojson"), two_plans());
    layers::Sketch back;
    app::viewer::add_to_sketch(geo::read(folder.path("drawn.geojson")), back);
    const auto kind_of = [&back](std::size_t corners) -> std::optional<layers::ZoneKind> {
        const auto found = std::find_if(back.shapes.begin(), back.shapes.end(), [corners](const SketchShape& shape) {
            return shape.kind == SketchShape::Kind::polygon && shape.vertices.size() == corners;
        });
        return found == back.shapes.end() ? std::nullopt : std::optional{found->zone_kind};
    };
    EXPECT_EQ(kind_of(4), layers::ZoneKind::economic);
    EXPECT_EQ(kind_of(3), layers::ZoneKind::demilitarized);
}

TEST(Saving, NothingTakesThePlaceOfAnotherFileUnasked) {
    for (const auto& [kind, ending] : {std::pair{SaveKind::figures_csv, ".csv"},
                                       {SaveKind::plan_geojson, ".geojson"},
                                       {SaveKind::difference_geojson, ".geojson"},
                                       {SaveKind::sketch_plan, ".yaml"},
                                       {SaveKind::sketch_geojson, ".geojson"}}) {
        const TemporaryFolder folder;
        const std::string path = folder.with(std::string{"mine"} + ending, "precious");
        EXPECT_THROW(save(kind, path, two_plans()), geo::Error) << ending;
        EXPECT_EQ(content_of(path), "precious") << ending;
        EXPECT_EQ(folder.count(), 1U) << ending;
        save(kind, path, two_plans(), true);
        EXPECT_NE(content_of(path), "precious") << ending;
        EXPECT_EQ(folder.count(), 1U) << ending;
    }
}

}  // namespace
