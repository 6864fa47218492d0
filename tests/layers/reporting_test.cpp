// SPDX-License-Identifier: MIT
#include "layers/map/plan_layers.h"
#include "layers/model/area_table.h"
#include "layers/model/comparison.h"
#include "layers/model/unit_file.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

geo::Region box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

layers::Units cells(std::initializer_list<std::pair<const char*, geo::Region>> list) {
    geo::Dataset dataset;
    dataset.path = "cells";
    for (const auto& [name, region] : list) {
        geo::Feature feature;
        feature.shape.region = region;
        feature.properties = {{"name", std::string{name}}};
        feature.number = static_cast<int>(dataset.features.size()) + 1;
        dataset.features.push_back(std::move(feature));
    }
    return layers::to_units(dataset);
}

/// Two cells that overlap between 37° and 38° E, about Donetsk; nothing else is in any.
const layers::Overlay& land_by_cells() {
    static const layers::Overlay land = [] {
        layers::Units units = layers::builtin_units();
        std::vector<layers::Control> lines;
        lines.push_back(layers::builtin_line("2025-12-24", units));
        layers::Cuts cuts;
        cuts.by = cells({{"West", box(36, 47, 38, 49)}, {"East", box(37, 47, 39, 49)}});
        return layers::cut(std::move(units), std::move(lines), cuts);
    }();
    return land;
}

const layers::Plan& donetsk_goes() {
    static const layers::Plan plan = support::plan_of(R"(
name: donetsk-goes
rules:
  - {where: {units: Donetsk}, status: RU-de-facto, holder: Russia}
  - {where: everywhere, status: UA, holder: Ukraine}
)");
    return plan;
}

TEST(Reporting, RowsAddUpToTheCountryAndThePlanStaysOnItsOblasts) {
    const layers::AreaTable table{donetsk_goes(), land_by_cells()};
    EXPECT_NEAR(table.total().value(), 599166.7312, 0.001);
    const layers::StatusClass gone{layers::Holder::russia, layers::Status::ru_de_facto};
    EXPECT_NEAR(table.of(gone).area.value(), 26601.6, 0.1) << "the whole of Donetsk oblast";
    const double sum = table.of(gone, "West").area.value() + table.of(gone, "East").area.value() +
                       table.of(gone, "elsewhere").area.value();
    EXPECT_NEAR(sum, table.of(gone).area.value(), 1e-9);
    EXPECT_GT(table.of(gone, "elsewhere").area.value(), 1);
    EXPECT_EQ(table.of(gone, "Donetsk").area.value(), 0) << "a unit of the plan, not of the table";
}

TEST(Reporting, TheFirstOfTwoThatOverlapHasTheLandAndItIsSaid) {
    // One degree by two between 47° and 49° N, whatever country it is in (Snyder 1987, 3-12): 16,594.36 km².
    bool overlap = false, elsewhere = false;
    for (const geo::Note& note : land_by_cells().notes) {
        overlap = overlap || note.text.find("overlap by 16594 km²") != std::string::npos;
        elsewhere = elsewhere || note.text.find("in none of the units") != std::string::npos;
    }
    EXPECT_TRUE(overlap);
    EXPECT_TRUE(elsewhere);
}

TEST(Reporting, ComparisonsAndExportsGoByThemToo) {
    const layers::Plan none =
        support::plan_of("name: none\nrules:\n  - {where: everywhere, status: UA, holder: Ukraine}\n");
    const layers::Comparison comparison{none, donetsk_goes(), land_by_cells()};
    EXPECT_NEAR(comparison.total().value(), 599166.7312, 0.001);
    const layers::PlanLayers made = layers::layers_of(donetsk_goes(), land_by_cells(), {"units", "status"});
    double units = 0, status = 0;
    for (const geo::Feature& feature : made.dataset.features) {
        const std::string unit = geo::text_of(feature.properties, "unit");
        EXPECT_TRUE(unit == "West" || unit == "East" || unit == "elsewhere") << unit;
        (feature.layer == "units" ? units : status) += std::get<double>(*geo::find(feature.properties, "km2"));
    }
    EXPECT_NEAR(units, 599166.7312, 0.001);
    EXPECT_NEAR(status, units, 1e-6);
}

}  // namespace
