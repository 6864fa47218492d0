// SPDX-License-Identifier: MIT
#include "layers/model/contradiction.h"

#include "layers/model/cutting.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

namespace {

using layers::Contradiction;
using layers::Side;

std::vector<Contradiction> found_in(const layers::Plan& plan) {
    return layers::contradictions({plan, support::builtin_land({&plan})});
}

/// Held land and the rest of the built-in line of 2025-12-24, summed over cells that no rule looked at.
double km2_of(const layers::Overlay& land, Side side, const std::string& unit = {}) {
    double sum = 0;
    for (const layers::Cell& cell : land.cells) {
        const bool counts =
            cell.side == side && (unit.empty() || land.units.units[static_cast<std::size_t>(cell.unit)].name == unit);
        sum += counts ? cell.area.value() : 0;
    }
    return sum;
}

TEST(Contradiction, AForgottenRuleLeavesHeldLandWithItsFormerHolder) {
    const layers::Plan plan =
        support::plan_of("name: x\nrules:\n  - {where: everywhere, holder: Ukraine, status: UA}\n");
    const layers::Overlay land = support::builtin_land();
    const auto found = layers::contradictions({plan, land});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].holds, Side::russia);
    EXPECT_NEAR(found[0].area.value(), km2_of(land, Side::russia), 1e-6);
}

TEST(Contradiction, WhatComesBackMustHaveBeenAway) {
    const layers::Plan plan = support::plan_of(R"(name: x
extends: freeze
rules:
  - {where: {units: Kharkiv}, holder: Ukraine, status: UA-regained}
)");
    const layers::Overlay land = support::builtin_land();
    const auto found = layers::contradictions({plan, land});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].holds, Side::ukraine);
    EXPECT_NEAR(found[0].area.value(), km2_of(land, Side::ukraine, "Kharkiv"), 1e-6);
    EXPECT_EQ(found[0].rule, &plan.rules[0]);
}

TEST(Contradiction, EveryStatusThatSpeaksOfAHolderIsHeldAgainstTheLand) {
    const auto of = [](const char* held_by, const char* holder, const char* status) {
        const layers::Plan plan = support::plan_of(
            std::string{"name: x\nrules:\n  - {where: {units: Kherson, held_by: "} + held_by + "}, holder: " + holder +
            ", status: " + status + "}\n  - {where: everywhere, holder: undecided, status: undecided}\n");
        return layers::contradictions({plan, support::builtin_land()}).size();
    };
    EXPECT_EQ(of("Ukraine", "Russia", "frozen"), 1U);
    EXPECT_EQ(of("Russia", "Russia", "frozen"), 0U);
    EXPECT_EQ(of("Ukraine", "Russia", "RU-held"), 1U);
    EXPECT_EQ(of("Russia", "Ukraine", "withdrawn-UA"), 1U);
    EXPECT_EQ(of("Ukraine", "Russia", "withdrawn-UA"), 0U);
    EXPECT_EQ(of("Ukraine", "Ukraine", "withdrawn-RU"), 1U);
    EXPECT_EQ(of("Russia", "Ukraine", "UA-regained"), 0U);
    EXPECT_EQ(of("Russia", "Ukraine", "UA"), 1U);
    EXPECT_EQ(of("Ukraine", "Russia", "RU-claimed"), 0U);
    EXPECT_EQ(of("Ukraine", "Russia", "RU-recognised"), 0U);
    EXPECT_EQ(of("Ukraine", "undecided", "undecided"), 0U);
}

/// The line that counts is the plan's own: on that of 2022 Russia does not hold Kherson.
TEST(Contradiction, TheLineOfThePlanSaysWhoHoldsTheLand) {
    layers::Plan plan = support::plan_of(R"(name: x
rules:
  - {where: {units: Kherson, held_by: {side: Russia, line: 2025-12-24}}, holder: Russia, status: frozen}
  - {where: everywhere, holder: undecided, status: undecided}
)");
    layers::stand_on(plan, "2022-02-23");
    const auto found = layers::contradictions({plan, support::builtin_land({&plan}, "2022-02-23")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].holds, Side::ukraine);
}

TEST(Contradiction, ARuleOfOneReadingIsNamedWithIt) {
    const layers::Plan plan = support::plan_of(R"(name: x
readings:
  smallest: {title: a}
  largest: {title: b}
rules:
  - {where: {units: Kherson}, holder: Ukraine, status: UA-regained, reading: largest}
  - {where: {held_by: Russia}, holder: Russia, status: frozen}
  - {where: everywhere, holder: Ukraine, status: UA}
)");
    const auto found = found_in(plan);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].reading, layers::Reading::largest);
}

/// 0.5 km² of 2,000 are no mistake, of 2 they are.
TEST(Contradiction, CrumbsDoNotCount) {
    const auto with = [](const char* corners) {
        return found_in(support::plan_of(std::string{"name: x\nrules:\n  - {where: {polygon: "} + corners +
                                         "}, holder: Ukraine, status: UA}\n"
                                         "  - {where: everywhere, holder: undecided, status: undecided}\n"))
            .size();
    };
    EXPECT_EQ(with("[[30, 50], [30.1, 50], [30.1, 50.1]]"), 0U);
    EXPECT_EQ(with("[[34.0, 45.5], [34.01, 45.5], [34.01, 45.51]]"), 1U);
}

/// They state what they do with the land as it is, but for one scenario in which the line itself moves on.
TEST(Contradiction, NoBuiltInPlanHasOneThatIsNotMeant) {
    layers::Units units = layers::builtin_units();
    std::vector<layers::Plan> plans;
    for (const std::string& name : layers::builtin_plan_names()) {
        plans.push_back(layers::load_plan(name, units.units));
    }
    std::vector<layers::Control> lines = layers::lines_under(plans, {}, units);
    layers::add_lines_named(plans, units, lines);
    layers::Cuts cuts = layers::cuts_for(plans, true);
    for (const layers::Plan& plan : plans) {
        for (const layers::Plan& reading : plan.readings) {
            for (const layers::AreaExpression* area : layers::rule_areas_of(reading)) { cuts.areas.push_back(area); }
            for (const layers::AreaExpression* area : layers::zone_areas_of(reading)) {
                cuts.drawn_areas.push_back(area);
            }
        }
    }
    const layers::Overlay land = layers::cut(std::move(units), std::move(lines), cuts);
    for (const layers::Plan& plan : plans) {
        if (plan.name == "scenario-attrition") { continue; }
        for (const Contradiction& found : layers::contradictions({plan, land})) {
            ADD_FAILURE() << plan.name << ": " << id_of(found.rule->status_class.status) << " " << found.area.value()
                          << " " << id_of(found.reading);
        }
    }
}

}  // namespace
