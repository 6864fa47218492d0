// SPDX-License-Identifier: MIT
#include "layers/area_table.h"

#include "layers/plan_file.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using layers::AreaTable;
using layers::Land;

const Land& land() {
    static const Land shared = [] {
        layers::Units units = layers::builtin_units();
        layers::Control control = layers::builtin_line("2025-12-24", units.country());
        return layers::cut(std::move(units), std::move(control));
    }();
    return shared;
}

AreaTable table_of(const std::string& plan) {
    return layers::areas_under(layers::load_plan(plan, {}), land());
}

/// Every plan is a partition: whatever it says, the country is as large as before.
TEST(AreaTable, EveryPlanSumsToTheCountry) {
    for (const std::string& name : layers::builtin_plan_names()) {
        const AreaTable table = table_of(name);
        EXPECT_NEAR(table.total().value(), land().total().value(), 1e-8) << name;
        for (const AreaTable::Row& row : table.rows) {
            EXPECT_NE(row.label.holder, "undecided") << name << ": " << row.unit << " is assigned to nobody";
        }
    }
}

/// What the texts say about each other, whatever the line: see the plans' clauses.
TEST(AreaTable, PlansAgreeWhereTheirTextsDo) {
    const AreaTable held = table_of("as-held"), us = table_of("us-28-point"), donbas = table_of("russia-donbas");
    const auto donetsk_left = held.of({"Ukraine", "UA"}, "Donetsk").value();
    EXPECT_DOUBLE_EQ(us.of({"Russia", "withdrawn-UA"}).value(), donetsk_left);
    ASSERT_EQ(us.zones.size(), 1U);
    EXPECT_DOUBLE_EQ(us.zones[0].area.value(), donetsk_left);
    EXPECT_DOUBLE_EQ(donbas.of({"Russia", "withdrawn-UA"}).value(),
                     donetsk_left + held.of({"Ukraine", "UA"}, "Luhansk").value());
    EXPECT_DOUBLE_EQ(table_of("freeze").of({"Russia", "frozen"}).value(), held.of({"Russia", "RU-held"}).value());
    EXPECT_NEAR(us.of({"Ukraine", "UA-regained"}).value(),
                table_of("ua-us-20-point").of({"Ukraine", "UA-regained"}).value(), 1e-9);
}

/// Published: 5,000 km² (Reuters, early December 2025), 5,807 km² (DeepState's share of 1 January 2026), 5,827 km²
/// (Russia Matters, December 2025), 6,600 km² (Reuters, August 2025). Ours, of 24 December, has to be among them.
TEST(AreaTable, UkrainianHeldDonetskIsOfThePublishedSize) {
    const double km2 = table_of("us-28-point").of({"Russia", "withdrawn-UA"}).value();
    EXPECT_GT(km2, 5000);
    EXPECT_LT(km2, 6600);
}

TEST(AreaTable, UnclearRulesMarkTheirRows) {
    const AreaTable table = table_of("us-28-point");
    const auto unclear = [&table](const char* unit) {
        return std::any_of(table.rows.begin(), table.rows.end(),
                           [&](const AreaTable::Row& row) { return row.unit == unit && row.unclear; });
    };
    EXPECT_TRUE(unclear("Sevastopol"));
    EXPECT_FALSE(unclear("AR Crimea"));
}

TEST(AreaTable, TheFirstRuleThatMatchesDecides) {
    const layers::Plan plan = layers::parse_plan(R"(name: x
rules:
  - {where: {units: Donetsk}, holder: Russia, status: frozen}
  - {where: {units: [Donetsk, Sumy]}, holder: Ukraine, status: UA-regained}
)",
                                                 "x.yaml", {});
    const AreaTable table = layers::areas_under(plan, land());
    EXPECT_EQ(table.of({"Ukraine", "UA-regained"}, "Donetsk").value(), 0);
    EXPECT_GT(table.of({"Ukraine", "UA-regained"}, "Sumy").value(), 23000);
    EXPECT_GT(table.of({"undecided", "undecided"}, "Lviv").value(), 21000);
    EXPECT_EQ(layers::units_touched(table).size(), 27U);
}

}  // namespace
