// SPDX-License-Identifier: MIT
#include "layers/plan_language/plan_check.h"

#include "geo/error.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

namespace {

using layers::Plan;

const std::string plan_text = R"(name: x
rules:
  - {where: {held_by: Russia}, holder: Russia, status: frozen}
  - {where: {held_by: Ukraine, except: {units: Sumy}}, holder: Ukraine, status: UA}
zones:
  - {id: strip, kind: special, where: {within: 10 km}}
  - {id: far, kind: special, where: {units: Lviv}}
  - {id: wide, kind: special, where: {within: 12 km}}
checks:
)";

std::vector<layers::Verdict> verdicts(const Plan& plan) {
    return layers::verify({plan, support::builtin_land({&plan})});
}

TEST(PlanCheck, WhatHoldsPasses) {
    const Plan plan =
        support::plan_of(plan_text + R"(  - {place: Donetsk, holder: Russia, status: frozen, not_in: strip}
  - {place: Kupiansk, in: strip}
  - {area: {zone: strip}, between: [14000 km2, 24000 km2]}
  - {area: {holder: Russia, unit: Donetsk}, between: [20000 km2, 21500 km2]}
  - {disjoint: [strip, far]}
)");
    const auto all = verdicts(plan);
    ASSERT_EQ(all.size(), 5U);
    for (const layers::Verdict& verdict : all) {
        EXPECT_TRUE(verdict.passed) << verdict.claim << ": " << verdict.found;
    }
}

TEST(PlanCheck, WhatDoesNotHoldFailsAndSaysWhatIs) {
    const Plan plan = support::plan_of(plan_text + R"(  - {place: Donetsk, holder: Ukraine}
  - {place: Lviv, in: strip}
  - {area: {zone: strip}, between: [0 km2, 100 km2]}
  - {disjoint: [strip, wide, far]}
  - {unassigned: none}
)");
    const auto all = verdicts(plan);
    ASSERT_EQ(all.size(), 5U);
    for (const layers::Verdict& verdict : all) {
        EXPECT_FALSE(verdict.passed) << verdict.claim;
        EXPECT_FALSE(verdict.found.empty());
        EXPECT_GT(verdict.check->place.line, 8);
    }
    EXPECT_NE(all[4].found.find("have none"), std::string::npos) << all[4].found;
}

/// The claim is true of the line as it is drawn, and would not be of one two kilometres off.
TEST(PlanCheck, WhatHangsOnTheLinesAccuracyIsMarked) {
    const Plan plan = support::plan_of(plan_text + "  - {area: {holder: Russia}, between: [115000 km2, 115600 km2]}\n");
    const auto all = verdicts(plan);
    EXPECT_TRUE(all[0].passed);
    EXPECT_TRUE(all[0].within_accuracy);
}

TEST(PlanCheck, FaultyChecksAreRefused) {
    for (const char* check : {"{place: Kramatrsk, in: strip}", "{place: Lviv, in: stripe}", "{place: Lviv}",
                              "{area: {zone: strip}, between: [1, 2]}", "{disjoint: [strip, x]}",
                              "{disjoint: [strip, strip]}", "{place: Lviv, in: strip, not_in: far}",
                              "{area: {zone: strip}, between: [2 km2, 1 km2]}", "{unassigned: some}"}) {
        EXPECT_THROW(support::plan_of(plan_text + "  - " + check + "\n"), geo::Error) << check;
    }
}

/// Every built-in plan holds what it claims of itself, in all readings.
TEST(PlanCheck, BuiltInPlansHoldWhatTheyClaim) {
    std::vector<Plan> plans;
    for (const std::string& name : layers::builtin_plan_names()) { plans.push_back(layers::load_plan(name, {})); }
    int all = 0;
    for (const Plan& plan : plans) {
        const layers::Overlay land = support::builtin_land({&plan});
        for (const layers::Verdict& verdict : layers::verify({plan, land})) {
            EXPECT_TRUE(verdict.passed) << plan.name << ": " << verdict.claim << ", found " << verdict.found;
            ++all;
        }
        for (const Plan& reading : plan.readings) {
            for (const layers::Verdict& verdict : layers::verify({reading, land})) {
                EXPECT_TRUE(verdict.passed) << plan.name << ": " << verdict.claim << ", found " << verdict.found;
            }
        }
        EXPECT_FALSE(plan.checks.empty()) << plan.name;
    }
    EXPECT_GT(all, 200);
}

}  // namespace
