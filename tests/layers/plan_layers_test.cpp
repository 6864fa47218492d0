// SPDX-License-Identifier: MIT
#include "layers/map/plan_layers.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/partition.h"
#include "geo/repair.h"
#include "layers/model/area_table.h"
#include "layers/model/cutting.h"
#include "layers/model/properties.h"
#include "layers/plan_language/plan_file.h"
#include "support/files.h"
#include "support/overlays.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>

namespace {

using testing_support::TemporaryFolder;

const layers::PlanLayers& us_layers() {
    static const layers::Plan plan = layers::load_plan("us-28-point", {});
    static const layers::PlanLayers shared =
        layers::layers_of(plan, support::builtin_land({&plan}), layers::exportable_layers());
    return shared;
}

std::vector<const geo::Feature*> in_layer(const geo::Dataset& dataset, const std::string& layer) {
    std::vector<const geo::Feature*> found;
    for (const geo::Feature& feature : dataset.features) {
        if (geo::text_of(feature.properties, "layer") == layer) { found.push_back(&feature); }
    }
    return found;
}

TEST(PlanLayers, StatusIsAPartitionAfterRounding) {
    geo::Coverage layer;
    for (const geo::Feature* feature : in_layer(us_layers().dataset, "status")) {
        layer.emplace_back(&feature->shape.region);
    }
    const geo::Partition parts = geo::partition({layer});
    EXPECT_EQ(parts.overlaps[0].value(), 0);
    for (const geo::Face& face : parts.faces) {
        EXPECT_NE(face.owners[0], geo::Face::none) << "a gap at " << to_text(face.inside);
    }
}

TEST(PlanLayers, EveryFigureCarriesItsLineDateEdgesAndSource) {
    for (const auto& [layer, count] : {std::pair{"status", 34U}, {"zone", 1U}}) {
        const std::vector<const geo::Feature*> features = in_layer(us_layers().dataset, layer);
        EXPECT_EQ(features.size(), count) << layer;
        for (const geo::Feature* feature : features) {
            for (const char* key : {"plan", "unit", "unit_code", "km2", "line", "line_date", "line_source",
                                    "line_accuracy_km", "edges", "ellipsoid", "sources", "fill"}) {
                EXPECT_FALSE(geo::text_of(feature->properties, key).empty()) << layer << ": " << key;
            }
        }
    }
}

/// A Shapefile's names have ten characters: what is longer has a name of its own there.
TEST(PlanLayers, EveryPropertyHasItsOwnNameInAShapefile) {
    std::map<std::string, std::string> long_of;
    for (const geo::Feature& feature : us_layers().dataset.features) {
        for (const auto& [name, value] : feature.properties) {
            const auto& known = layers::short_names();
            const auto found = std::ranges::find(known, name, &std::pair<std::string, std::string>::first);
            const std::string field = found == known.end() ? name : found->second;
            EXPECT_LE(field.size(), 10U) << name;
            EXPECT_EQ(long_of.emplace(field, name).first->second, name) << field << " stands for two";
        }
    }
    EXPECT_EQ(long_of["km2_small"], "km2_smallest") << "the reference layer has readings";
    EXPECT_EQ(long_of["pop_approx"], "population_approximate");
}

/// Of two plans on two lines, the second is written with its own: shape, name and date.
TEST(PlanLayers, APlanIsWrittenWithTheLineThatItStandsOn) {
    const layers::Units units = layers::builtin_units();
    std::vector<layers::Plan> plans{layers::load_plan("freeze", {}), support::plan_of(R"(name: before
line: 2022-02-23
rules:
  - {where: {held_by: Russia}, holder: Russia, status: frozen}
  - {where: everywhere, holder: Ukraine, status: UA}
)")};
    std::vector<layers::Control> lines = layers::lines_under(plans, std::nullopt, units);
    layers::add_lines_named(plans, units, lines);
    const layers::Overlay land = layers::cut(units, std::move(lines));
    ASSERT_EQ(land.lines.size(), 2U);
    for (const layers::Plan& plan : plans) {
        const layers::FrontLine& own = land.lines[static_cast<std::size_t>(&plan - plans.data())];
        const layers::PlanLayers written = layers::layers_of(plan, land, {"line"});
        const std::vector<const geo::Feature*> found = in_layer(written.dataset, "line");
        ASSERT_EQ(found.size(), 1U);
        const geo::Feature& line = *found.front();
        EXPECT_EQ(geo::text_of(line.properties, "line_date"), geo::to_text(own.control.info.date));
        EXPECT_NE(geo::text_of(line.properties, "name").find(geo::to_text(own.control.info.date)), std::string::npos);
        ASSERT_EQ(line.shape.paths.size(), own.front.size()) << "cut at border and coast";
        EXPECT_EQ(line.shape.paths.front().size(), own.front.front().size());
    }
    EXPECT_NE(land.lines[0].control.drawn.front(), land.lines[1].control.drawn.front());
}

/// What is written and read again measures what the table says, within half a grid step along the perimeter.
class PlanFormats : public testing::TestWithParam<const char*> {};

TEST_P(PlanFormats, ReadBackWithTheSameAreas) {
    const TemporaryFolder folder;
    const std::string format = GetParam();
    const bool one_kind = format == "shp";
    geo::Dataset dataset = us_layers().dataset;
    if (one_kind) {
        dataset.features.clear();
        for (const geo::Feature* feature : in_layer(us_layers().dataset, "status")) {
            dataset.features.push_back(*feature);
        }
    }
    const std::string path = folder.path("plan." + format);
    geo::write(dataset, path, {"", false, us_layers().styles});
    int compared = 0;
    for (const geo::Feature& feature : geo::read(path).features) {
        if (feature.shape.region.empty()) { continue; }
        const geo::Repaired repaired = geo::repair(feature.shape.region);
        EXPECT_TRUE(repaired.notes.empty()) << repaired.notes.front().text;
        const double km2 = std::stod(geo::text_of(feature.properties, "km2"));
        const double rounding = geo::perimeter_of(repaired.region).value() * 1.2e-5;
        EXPECT_NEAR(geo::area_of(repaired.region).value(), km2, rounding) << geo::name_of(feature);
        ++compared;
    }
    EXPECT_EQ(compared, one_kind ? 34 : 62);
}

INSTANTIATE_TEST_SUITE_P(Endings, PlanFormats, testing::Values("geojson", "gpkg", "kml", "kmz", "fgb", "csv", "shp"));

TEST(PlanLayers, LayersAreChosenByName) {
    const layers::Plan plan = layers::load_plan("freeze", {});
    const layers::PlanLayers made = layers::layers_of(plan, support::builtin_land(), {"line", "places"});
    EXPECT_EQ(in_layer(made.dataset, "line").size(), 1U);
    EXPECT_EQ(in_layer(made.dataset, "places").size(), 142U);
    EXPECT_TRUE(in_layer(made.dataset, "status").empty());
    EXPECT_THROW(layers::layers_of(plan, support::builtin_land(), {"statis"}), geo::Error);
}

void expect_slivers_to_be_drawn(const std::string& control, layers::Units units) {
    const layers::Overlay land = layers::cut(std::move(units), {layers::control_from_polygons(geo::read(control))},
                                             {{}, {}, geo::Kilometres{5}});
    ASSERT_GT(land.slivers().slivers.value(), 100);
    const layers::PlanLayers made = layers::layers_of(layers::load_plan("as-held", {}), land, {"status", "line"});
    double sum = 0;
    for (const geo::Feature* feature : in_layer(made.dataset, "status")) {
        const double km2 = std::stod(geo::text_of(feature->properties, "km2"));
        const double rounding = geo::perimeter_of(feature->shape.region).value() * 1.2e-5;
        EXPECT_NEAR(geo::area_of(feature->shape.region).value(), km2, rounding) << geo::name_of(*feature);
        sum += km2;
    }
    EXPECT_NEAR(sum, land.total().value(), 1e-3);
    EXPECT_EQ(in_layer(made.dataset, "line").size(), 1U);
}

/// The polygon stays 2 km short of the southern border.
TEST(PlanLayers, SliversThatWereGivenAwayAreDrawnWhereTheyCount) {
    const TemporaryFolder folder;
    layers::Units units;
    units.units = {support::box_unit("West", {30, 48}, {31, 49}), support::box_unit("East", {31, 48}, {32, 49})};
    const geo::Ring held = support::clockwise_box({30.5, 48.02}, {32.01, 49.01});
    expect_slivers_to_be_drawn(support::published_control(folder, "2025-12-24", {held}), std::move(units));
}

TEST(PlanLayers, SliversOfPublishedLandAreDrawnWhereTheyCount) {
    DEMARC_REAL_INPUT(path, "control-2025-12-24.geojson");
    expect_slivers_to_be_drawn(path, layers::builtin_units());
}

}  // namespace
