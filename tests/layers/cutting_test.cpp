// SPDX-License-Identifier: MIT
#include "layers/model/cutting.h"

#include "layers/model/area_table.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using layers::Control;
using layers::Plan;

const layers::Units& units() {
    static const layers::Units read = layers::builtin_units();
    return read;
}

const std::string newest = "2026-10-10";

/// A plan of one rule and a strip; `line` as a plan file has it, or empty.
Plan strip_plan(const std::string& line) {
    return support::plan_of("name: strip\ntitle: Strip\ntext_status: example\n" +
                            (line.empty() ? std::string{} : "line: " + line + "\n") + R"(sources: {ME: {title: me}}
rules:
  - {where: {held_by: Russia}, holder: Russia, status: frozen, sources: ME}
  - {where: everywhere, holder: Ukraine, status: UA, sources: ME}
zones:
  - {id: strip, kind: demilitarized, where: {within: 7 km}, sources: ME}
)");
}

std::vector<std::string> names_of(const std::vector<Control>& lines) {
    std::vector<std::string> names;
    names.reserve(lines.size());
    for (const Control& line : lines) { names.push_back(line.info.name); }
    return names;
}

/// The lines that the plan's sets stand on, each set's own.
std::vector<std::string> lines_in(const Plan& plan) {
    std::vector<std::string> names;
    for (const layers::AreaExpression* area : layers::areas_of(plan)) {
        layers::visit(*area, [&names](const layers::AreaExpression& part) {
            if (part.kind == layers::AreaExpression::Kind::held_by ||
                part.kind == layers::AreaExpression::Kind::near_line) {
                names.push_back(part.line);
            }
        });
    }
    return names;
}

TEST(Cutting, WithoutAnyOtherThePlansStandOnTheNewestLine) {
    std::vector<Plan> plans{strip_plan(""), layers::load_plan("us-28-point", {})};
    EXPECT_EQ(names_of(layers::lines_under(plans, std::nullopt, units())), std::vector<std::string>{newest});
    for (const Plan& plan : plans) {
        EXPECT_EQ(plan.line, newest);
        ASSERT_FALSE(lines_in(plan).empty());
        for (const std::string& name : lines_in(plan)) { EXPECT_EQ(name, newest) << plan.name; }
    }
}

TEST(Cutting, APlanStandsOnItsOwnLineAndTheFirstPlansIsTheFirst) {
    std::vector<Plan> plans{strip_plan("2022-02-23"), strip_plan(""), strip_plan("2014-09-19")};
    std::vector<Control> lines = layers::lines_under(plans, std::nullopt, units());
    EXPECT_EQ(names_of(lines), std::vector<std::string>{"2022-02-23"});
    const std::vector<std::string> expected{"2022-02-23", newest, "2014-09-19"};
    for (std::size_t i = 0; i < plans.size(); ++i) {
        EXPECT_EQ(plans[i].line, expected[i]);
        EXPECT_EQ(lines_in(plans[i]), (std::vector<std::string>{expected[i], expected[i]}));
    }
    layers::add_lines_named(plans, units(), lines);
    EXPECT_EQ(names_of(lines), expected);
}

TEST(Cutting, TheGivenLineTakesThePlaceOfThePlansOwn) {
    Control given = layers::builtin_line("2022-02-23", units());
    given.info.name = "mine";
    std::vector<Plan> plans{strip_plan("2014-09-19"), strip_plan("")};
    std::vector<Control> lines = layers::lines_under(plans, given, units());
    EXPECT_EQ(names_of(lines), std::vector<std::string>{"mine"});
    EXPECT_EQ(plans[0].line, "mine");
    EXPECT_EQ(plans[1].line, "mine");
    EXPECT_EQ(lines_in(plans[1]), (std::vector<std::string>{"mine", "mine"}));
    layers::add_lines_named(plans, units(), lines);
    EXPECT_EQ(names_of(lines), std::vector<std::string>{"mine"}) << "nothing else is asked for";
}

TEST(Cutting, ALineIsAddedOnceHoweverOftenItIsNamed) {
    std::vector<Plan> plans{layers::load_plan("template-minsk-2", {}), layers::load_plan("template-minsk-2", {})};
    std::vector<Control> lines = layers::lines_under(plans, std::nullopt, units());
    layers::add_lines_named(plans, units(), lines);
    EXPECT_EQ(names_of(lines), (std::vector<std::string>{newest, "2014-09-19"}));
    layers::add_lines_named(plans, units(), lines);
    EXPECT_EQ(lines.size(), 2U);
}

TEST(Cutting, ZonesAsDrawnHaveTheSameAreaAndNoIntervalOfTheirOwn) {
    std::vector<Plan> plans{strip_plan("")};
    const layers::Cuts whole = layers::cuts_for(plans), drawn = layers::cuts_for(plans, true);
    EXPECT_EQ(whole.areas.size(), 3U);
    EXPECT_TRUE(whole.drawn_areas.empty());
    EXPECT_EQ(drawn.areas.size(), 2U);
    EXPECT_EQ(drawn.drawn_areas.size(), 1U);

    const auto table_of = [&plans](bool as_drawn) {
        std::vector<Control> lines = layers::lines_under(plans, std::nullopt, units());
        const layers::Overlay land = layers::cut(units(), std::move(lines), layers::cuts_for(plans, as_drawn));
        return std::pair{layers::AreaTable{plans[0], land}, land.cells.size()};
    };
    const auto [slow, many] = table_of(false);
    const auto [fast, few] = table_of(true);
    EXPECT_LT(few, many) << "that is what makes it fast";
    EXPECT_NEAR(fast.of_zone("strip").area.value(), slow.of_zone("strip").area.value(), 1e-6);
    for (const layers::StatusClass& label : slow.classes()) {
        EXPECT_NEAR(fast.of(label).area.value(), slow.of(label).area.value(), 1e-6);
        ASSERT_TRUE(fast.of(label).line.has_value());
        EXPECT_NEAR(fast.of(label).line->least.value(), slow.of(label).line->least.value(), 1e-6);
        EXPECT_NEAR(fast.of(label).line->most.value(), slow.of(label).line->most.value(), 1e-6);
    }
}

}  // namespace
