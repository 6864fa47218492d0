// SPDX-License-Identifier: MIT
#include "layers/model/area_table.h"

#include "layers/plan_language/plan_file.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>

#define EXPECT_KM2(a, b) EXPECT_NEAR(a, b, 1e-7)  // the same land, cut along other edges as well

namespace {

using layers::AreaTable;

AreaTable table_of(const std::string& name) {
    const layers::Plan plan = layers::load_plan(name, {});
    return {plan, support::builtin_land({&plan})};
}

/// Every plan is a partition: whatever it says, the country is as large as before.
TEST(AreaTable, EveryPlanSumsToTheCountry) {
    const double country = support::builtin_land().total().value();
    for (const std::string& name : layers::builtin_plan_names()) {
        EXPECT_NEAR(table_of(name).total().value(), country, 1e-7) << name;
    }
}

/// What the texts say about each other, whatever the line: see the plans' clauses.
TEST(AreaTable, PlansAgreeWhereTheirTextsDo) {
    const AreaTable held = table_of("as-held"), us = table_of("us-28-point"), donbas = table_of("russia-donbas");
    const auto donetsk_left = held.of({layers::Holder::ukraine, layers::Status::ua}, "Donetsk").area.value();
    EXPECT_KM2(us.of({layers::Holder::russia, layers::Status::withdrawn_ua}).area.value(), donetsk_left);
    ASSERT_EQ(us.zones.size(), 1U);
    EXPECT_KM2(us.zones[0].estimate.area.value(), donetsk_left);
    EXPECT_KM2(donbas.of({layers::Holder::russia, layers::Status::withdrawn_ua}).area.value(),
               donetsk_left + held.of({layers::Holder::ukraine, layers::Status::ua}, "Luhansk").area.value());
    EXPECT_KM2(table_of("freeze").of({layers::Holder::russia, layers::Status::frozen}).area.value(),
               held.of({layers::Holder::russia, layers::Status::ru_held}).area.value());
    EXPECT_NEAR(us.of({layers::Holder::ukraine, layers::Status::ua_regained}).area.value(),
                table_of("ua-us-20-point").of({layers::Holder::ukraine, layers::Status::ua_regained}).area.value(),
                1e-9);
}

/// Published: 5,000 km² (Reuters, early December 2025), 5,807 km² (DeepState's share of 1 January 2026), 5,827 km²
/// (Russia Matters, December 2025), 6,600 km² (Reuters, August 2025). Ours, of 24 December, has to be among them.
TEST(AreaTable, UkrainianHeldDonetskIsOfThePublishedSize) {
    const double km2 = table_of("us-28-point").of({layers::Holder::russia, layers::Status::withdrawn_ua}).area.value();
    EXPECT_GT(km2, 5000);
    EXPECT_LT(km2, 6600);
}

TEST(AreaTable, UnclearRulesMarkTheirRows) {
    const AreaTable table = table_of("us-28-point");
    const auto unclear = [&table](const char* unit) {
        return std::any_of(table.rows.begin(), table.rows.end(),
                           [&](const AreaTable::Row& row) { return row.unit == unit && row.estimate.unclear; });
    };
    EXPECT_TRUE(unclear("Sevastopol"));
    EXPECT_FALSE(unclear("AR Crimea"));
    const layers::StatusClass in_fact{layers::Holder::russia, layers::Status::ru_de_facto};
    geo::SquareKilometres open;
    for (const AreaTable::Row& row : table.rows) {
        if (row.status_class == in_fact) { open += row.estimate.open.value_or(geo::SquareKilometres{}); }
    }
    const layers::Estimate all = table.of(in_fact);
    EXPECT_TRUE(all.unclear);
    EXPECT_NEAR(all.open.value().value(), open.value(), 1e-6) << "the parts sum to the whole";
    EXPECT_LT(open.value(), 0.1 * all.area.value()) << "Sevastopol, and what Ukraine holds of Luhansk";
}

TEST(AreaTable, TheFirstRuleThatMatchesDecides) {
    const layers::Plan plan = layers::parse_plan(R"(name: x
rules:
  - {where: {units: Donetsk}, holder: Russia, status: frozen}
  - {where: {units: [Donetsk, Sumy]}, holder: Ukraine, status: UA-regained}
)",
                                                 "x.yaml", {});
    const AreaTable table{plan, support::builtin_land()};
    EXPECT_EQ(table.of({layers::Holder::ukraine, layers::Status::ua_regained}, "Donetsk").area.value(), 0);
    EXPECT_GT(table.of({layers::Holder::ukraine, layers::Status::ua_regained}, "Sumy").area.value(), 23000);
    EXPECT_GT(table.of({layers::Holder::undecided, layers::Status::undecided}, "Lviv").area.value(), 21000);
    EXPECT_EQ(layers::units_touched(table.rows).size(), 27U);
}

}  // namespace
