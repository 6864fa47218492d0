// SPDX-License-Identifier: MIT
#include "layers/plan_language/plan_file.h"

#include "geo/error.h"
#include "layers/builtin/builtin.h"
#include "layers/model/suggest.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>

namespace {

layers::Plan parse(const std::string& text) {
    return layers::parse_plan(text, "test.yaml", {});
}

geo::Error error_of(const std::string& text) {
    return testing_support::error_of([&] { parse(text); }, text);
}

const std::string rest = "\nrules: [{where: everywhere, holder: Ukraine, status: UA}]\n";

std::string zone(const std::string& where) {
    return "name: x" + rest + "zones: [{id: z, kind: special, where: " + where + "}]\n";
}

TEST(PlanVariants, ParametersHaveDefaultsAndCanBeSet) {
    const std::string text = "parameters: {depth: {default: 15 km, from: 2 km, to: 40 km}}\n" +
                             zone("{within: {Ukraine: $depth, Russia: $depth + 5 km}}");
    const layers::Plan plan = parse(text);
    EXPECT_EQ(plan.zones[0].where.depths.ukraine, geo::Kilometres{15});
    EXPECT_EQ(plan.zones[0].where.depths.russia, geo::Kilometres{20});
    const layers::Plan set = layers::parse_plan(text, "test.yaml", {}, {{{"depth", "10km"}}});
    EXPECT_EQ(set.zones[0].where.depths.ukraine, geo::Kilometres{10});
    EXPECT_THROW(layers::parse_plan(text, "test.yaml", {}, {{{"depth", "41 km"}}}), geo::Error);
    EXPECT_THROW(layers::parse_plan(text, "test.yaml", {}, {{{"depth", "10"}}}), geo::Error);
    EXPECT_THROW(layers::parse_plan(text, "test.yaml", {}, {{{"width", "10 km"}}}), geo::Error);
}

TEST(PlanVariants, ARateOverATimeIsADistance) {
    const layers::Plan plan = parse(zone("{within: {distance: {rate: 4 km/year, for: 18 months}, side: Ukraine}}"));
    EXPECT_DOUBLE_EQ(plan.zones[0].where.depths.ukraine.value(), 6);
    EXPECT_EQ(plan.zones[0].where.depths.russia, geo::Kilometres{0});
}

TEST(PlanVariants, ReadingsChooseRulesZonesAndValues) {
    const std::string text = R"(name: x
parameters: {depth: {default: 10 km}}
readings:
  smallest: {title: little, set: {depth: 5 km}}
  largest: {title: much}
rules:
  - {where: {units: Sumy}, holder: Russia, status: undecided, reading: [base, smallest]}
  - {where: everywhere, holder: Ukraine, status: UA}
zones:
  - {id: strip, kind: special, where: {within: $depth}}
  - {id: more, kind: special, where: {units: Lviv}, reading: largest}
)";
    const layers::Plan plan = parse(text);
    ASSERT_EQ(plan.readings.size(), 2U);
    EXPECT_EQ(plan.rules.size(), 2U);
    EXPECT_EQ(plan.zones.size(), 1U);
    EXPECT_EQ(plan.readings[0].reading_title, "little");
    EXPECT_EQ(plan.readings[0].zones[0].where.depths.russia, geo::Kilometres{5});
    EXPECT_EQ(plan.readings[1].rules.size(), 1U);
    EXPECT_EQ(plan.readings[1].zones.size(), 2U);
    EXPECT_EQ(plan.readings[1].zones[0].where.depths.russia, geo::Kilometres{10});
    EXPECT_NE(error_of("name: x\nreadings: {smallest: {title: a}}" + rest).problem().find("largest"),
              std::string::npos);
    EXPECT_NE(error_of("name: x\nreadings: {tiny: {title: a}}" + rest).remedy().find("smallest"), std::string::npos);
}

TEST(PlanVariants, AUnitsNameThatTwoBearIsRefusedWithBoth) {
    try {
        layers::parse_plan("name: a\nrules: [{where: {units: Kyiv}, holder: Ukraine, status: UA}]\n", "a.yaml", {});
        FAIL() << "a city or an oblast";
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.problem(), "\"Kyiv\" can be several units");
        EXPECT_EQ(error.remedy(), "write \"Kyiv city\" or \"Kyiv oblast\"");
    }
}

TEST(PlanVariants, APlanThatExtendsTakesOverAndReplaces) {
    const testing_support::TemporaryFolder folder;
    const auto write = [&folder](const char* name, const std::string& text) {
        std::ofstream{folder.path(name)} << text;
        return folder.path(name);
    };
    write("base.yaml", R"(name: base
parameters: {depth: {default: 10 km}}
sources: {S: {title: A}}
rules: [{where: everywhere, holder: Ukraine, status: UA, sources: S}]
zones:
  - {id: strip, kind: special, where: {within: $depth}}
  - {id: other, kind: special, where: {units: Lviv}}
)");
    const std::string child = write("child.yaml", R"(name: child
extends: base.yaml
parameters: {depth: {default: 3 km}}
rules: [{where: {units: Sumy}, holder: Russia, status: frozen, sources: S}]
zones: [{id: other, kind: economic, where: {units: Kyiv city}}]
)");
    const layers::Plan plan = layers::load_plan(child, {});
    ASSERT_EQ(plan.rules.size(), 2U);
    EXPECT_EQ(plan.rules[0].status_class.status, layers::Status::frozen) << "its own rules come first";
    ASSERT_EQ(plan.zones.size(), 2U);
    EXPECT_EQ(plan.zones[0].where.depths.russia, geo::Kilometres{3}) << "its own default counts in what it takes over";
    EXPECT_EQ(plan.zones[1].kind, layers::ZoneKind::economic);
    const std::string circle = write("circle.yaml", "name: c\nextends: circle.yaml\n");
    try {
        layers::load_plan(circle, {});
        FAIL() << "a circle was read";
    } catch (const geo::Error& error) {
        EXPECT_NE(error.problem().find("in a circle"), std::string::npos);
        EXPECT_EQ(error.place().line, 2);
    }
    EXPECT_THROW(layers::load_plan(write("lost.yaml", "name: l\nextends: nowhere.yaml\n"), {}), geo::Error);
    EXPECT_THROW(layers::load_plan(write("reads.yaml", "name: l\nextends: /dev/zero\n"), {}), geo::Error);
}

/// That it takes what the reader takes, and refuses faults, is tests/support/check_schema.
TEST(PlanVariants, WhatIsSetIsSaidBesideWhatThePlanHas) {
    EXPECT_EQ(layers::settings_words(layers::load_plan("kellogg-15-15", {})), "");
    layers::PlanOptions options;
    options.set = {{"depth", "26 km"}};
    EXPECT_EQ(layers::settings_words(layers::load_plan("kellogg-15-15", {}, options)),
              "depth = 26 km (15 km in the plan)");
}

}  // namespace
