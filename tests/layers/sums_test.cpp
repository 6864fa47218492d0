// SPDX-License-Identifier: MIT
#include "layers/model/sums.h"

#include "layers/model/unit_facts.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace {

using layers::Holder;
using layers::HolderShare;

struct Laid {
    layers::Plan plan;
    layers::Overlay land;
    layers::PlanOn on;
    explicit Laid(const std::string& name)
        : plan{layers::load_plan(name, {})}, land{support::builtin_land({&plan})}, on{plan, land} {}
};

const HolderShare& of(const std::vector<HolderShare>& shares, const std::string& unit, Holder holder) {
    return *std::find_if(shares.begin(), shares.end(),
                         [&](const HolderShare& share) { return share.unit == unit && share.holder == holder; });
}

TEST(Sums, WhatHoldersHaveOfAUnitIsTheUnit) {
    const Laid laid{"us-28-point"};
    std::map<std::string, double> sums, wholes;
    for (const HolderShare& share : layers::holder_shares(laid.on)) {
        sums[share.unit] += share.estimate.area.value();
        wholes[share.unit] = share.whole.value();
    }
    EXPECT_EQ(sums.size(), 27 + layers::unit_groups().size());
    for (const auto& [unit, sum] : sums) { EXPECT_NEAR(sum, wholes[unit], 1e-6) << unit; }
}

/// Errors of neighbouring units cancel or add up as those of one line do, so that the interval of a sum is no sum.
TEST(Sums, AGroupIsTheSumOfItsUnitsAndItsIntervalIsItsOwn) {
    const Laid laid{"as-held"};
    const auto shares = layers::holder_shares(laid.on);
    const HolderShare &donbas = of(shares, "Donbas", Holder::russia), &donetsk = of(shares, "Donetsk", Holder::russia),
                      &luhansk = of(shares, "Luhansk", Holder::russia);
    EXPECT_NEAR(donbas.estimate.area.value(), (donetsk.estimate.area + luhansk.estimate.area).value(), 1e-9);
    EXPECT_EQ(donbas.official->value(), 26517 + 26683) << "State Statistics";
    const auto width = [](const HolderShare& share) {
        EXPECT_TRUE(share.estimate.line);
        return share.estimate.line ? share.estimate.line->most.value() - share.estimate.line->least.value() : 0.0;
    };
    EXPECT_LT(width(donbas), width(donetsk) + width(luhansk));
    EXPECT_GT(width(donbas), width(donetsk));
}

/// Reference: the same figures of the table of areas, which has them by status.
TEST(Sums, AHolderHasWhatItsStatusesHave) {
    const Laid laid{"us-28-point"};
    const layers::AreaTable table{laid.on};
    double sum = 0;
    for (const layers::AreaTable::Row& row : table.rows) {
        if (row.unit == "Donetsk" && row.status_class.holder == Holder::russia) { sum += row.estimate.area.value(); }
    }
    EXPECT_NEAR(of(layers::holder_shares(laid.on), "Donetsk", Holder::russia).estimate.area.value(), sum, 1e-9);
}

/// The front of the line, but for what of it runs through water that belongs to no unit.
TEST(Sums, TheBorderBetweenHoldersIsTheFront) {
    const Laid laid{"as-held"};
    double sum = 0;
    for (const layers::FrontLength& front : layers::front_lengths(laid.on)) {
        EXPECT_EQ(front.first, Holder::russia);
        EXPECT_EQ(front.second, Holder::ukraine);
        sum += front.length.value();
    }
    const double front = laid.land.lines.front().length().value();
    EXPECT_NEAR(sum, front, 0.05 * front);
}

TEST(Sums, ZonesByHolderAddUpToTheZones) {
    const Laid laid{"kellogg-15-15"};
    std::map<std::string, double> sums;
    for (const layers::ZoneByHolder& row : layers::zones_by_holder(laid.on)) {
        sums[row.zone->id] += row.estimate.area.value();
        const bool is_first = row.zone->id != "zone-russia";
        EXPECT_EQ(row.holder, is_first ? Holder::ukraine : Holder::russia) << row.unit;
    }
    const layers::AreaTable table{laid.on};
    ASSERT_EQ(sums.size(), 3U);
    for (const auto& [zone, sum] : sums) { EXPECT_NEAR(sum, table.of_zone(zone).area.value(), 1e-6) << zone; }
}

/// Reference: the table of areas, which has a zone's strips drawn anew, and says where its text is unclear.
TEST(Sums, AZoneThatOneHolderHasIsThatOfTheTable) {
    const Laid laid{"kellogg-15-15"};
    const layers::AreaTable table{laid.on};
    int compared = 0;
    for (const layers::ZoneByHolder& row : layers::zones_by_holder(laid.on)) {
        for (const layers::AreaTable::ZoneRow& other : table.zones) {
            if (other.id != row.zone->id || other.unit != row.unit) { continue; }
            EXPECT_EQ(row.estimate.unclear, other.estimate.unclear) << row.unit;
            EXPECT_EQ(row.estimate.redrawn.has_value(), other.estimate.redrawn.has_value()) << row.unit;
            ++compared;
        }
    }
    EXPECT_GT(compared, 20);
}

TEST(UnitFacts, OfficialAreasAreThoseOfAllUnitsAndSumToTheCountry) {
    double sum = 0;
    for (const layers::Unit& unit : layers::builtin_units().units) {
        ASSERT_TRUE(layers::official_area(unit.code)) << unit.name;
        sum += layers::official_area(unit.code)->value();
    }
    EXPECT_EQ(sum, 603548) << "State Statistics";
    EXPECT_FALSE(layers::official_area("XX-1"));
}

}  // namespace
