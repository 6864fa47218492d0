// SPDX-License-Identifier: MIT
#include "layers/plan_file.h"

#include "geo/error.h"
#include "layers/suggest.h"
#include "support/files.h"

#include <gtest/gtest.h>

namespace {

layers::Plan parse(const std::string& text) {
    return layers::parse_plan(text, "test.yaml", {});
}

geo::Error error_of(const std::string& text) {
    try {
        parse(text);
    } catch (const geo::Error& error) { return error; }
    ADD_FAILURE() << "taken:\n" << text;
    return geo::Error{""};
}

constexpr const char* whole = R"(name: mine
title: {en: Mine, uk: Мій}
date: 2025-12-24
sources:
  S: {title: A paper, date: 2025-12-01}
rules:
  - where: {units: [Donetsk, Crimea], held_by: Ukraine}
    holder: Russia
    status: withdrawn-UA
    clause: "1"
    sources: S
  - where: {any: [{unit: UA-23}, {all: [{units: Kherson}, {except: {held_by: Russia}}]}]}
    holder: Ukraine
    status: UA
    unclear: the text is brief
  - {where: everywhere, holder: Ukraine, status: UA}
zones:
  - {id: z, kind: demilitarized, where: {units: Sumy}}
)";

TEST(PlanFile, EverythingIsRead) {
    const layers::Plan plan = parse(whole);
    EXPECT_EQ(plan.name, "mine");
    EXPECT_EQ(plan.title_uk, "Мій");
    ASSERT_EQ(plan.rules.size(), 3U);
    EXPECT_EQ(plan.rules[0].where.kind, layers::Where::Kind::all);
    EXPECT_EQ(layers::units_named(plan.rules[0].where), (std::vector<std::string>{"UA-14", "UA-43"}));
    EXPECT_EQ(plan.rules[0].basis.sources, std::vector<std::string>{"S"});
    EXPECT_EQ(plan.rules[1].basis.unclear, "the text is brief");
    EXPECT_EQ(plan.zones.at(0).id, "z");
}

struct Fault {
    const char* from;
    const char* to;
    const char* problem;
    const char* remedy;
    int line;
};

/// Each fault put into a good plan is found where it stands, with the way out.
TEST(PlanFile, FaultsHaveLineCaretAndRemedy) {
    for (const Fault& fault :
         {Fault{"[Donetsk", "[Donetzk", "no unit is called \"Donetzk\"", "did you mean Donetsk?", 7},
          Fault{"holder: Russia", "holder: Rusia", "no holder \"Rusia\"", "did you mean Russia?", 8},
          Fault{"withdrawn-UA", "withdrawn-US", "no status", "did you mean withdrawn-UA?", 9},
          Fault{"clause", "claus", "no key \"claus\"", "did you mean clause?", 10},
          Fault{"sources: S", "sources: T", "no source \"T\"", "did you mean S?", 11},
          Fault{"held_by: Ukraine", "held_by: Poland", "not by \"Poland\"", "", 7},
          Fault{"kind: demilitarized", "kind: demilitarised", "no kind", "did you mean demilitarized?", 18},
          Fault{"date: 2025-12-24", "date: Christmas", "not a date", "2025-11-20", 3},
          Fault{"name: mine\n", "", "needs a \"name\"", "add", 1},
          Fault{"rules:", "rulez:", "no key \"rulez\"", "did you mean rules?", 6}}) {
        std::string text = whole;
        text.replace(text.find(fault.from), std::string_view{fault.from}.size(), fault.to);
        const geo::Error error = error_of(text);
        EXPECT_NE(error.problem().find(fault.problem), std::string::npos) << error.problem();
        EXPECT_NE(error.remedy().find(fault.remedy), std::string::npos) << error.remedy();
        EXPECT_EQ(error.place().line, fault.line) << error.problem();
        EXPECT_GT(error.place().column, 0);
        EXPECT_FALSE(error.place().excerpt.empty());
    }
}

TEST(PlanFile, WhatIsNotYamlIsRefusedWithItsLine) {
    EXPECT_EQ(error_of("name: [a\nrules: }").place().line, 2);
    EXPECT_NE(error_of("just words").problem().find("keys and values"), std::string::npos);
    EXPECT_NE(error_of("").problem().find("keys and values"), std::string::npos);
}

TEST(PlanFile, LoopsAndGiantsAreRefused) {
    EXPECT_NE(error_of("name: x\nrules: [{where: &a {all: [*a]}, holder: Ukraine, status: UA}]").problem().find("deep"),
              std::string::npos);
    EXPECT_NE(error_of(std::string(2 << 20, '#')).problem().find("1 MB"), std::string::npos);
}

TEST(PlanFile, BuiltInPlansAreWhole) {
    for (const std::string& name : layers::builtin_plan_names()) {
        const layers::Plan plan = layers::load_plan(name, {});
        EXPECT_EQ(plan.name, name);
        EXPECT_FALSE(plan.title.empty());
        EXPECT_FALSE(plan.title_uk.empty());
        EXPECT_FALSE(plan.text_status.empty());
        EXPECT_EQ(plan.rules.back().where.kind, layers::Where::Kind::everywhere) << name << " leaves land unassigned";
        for (const layers::Rule& rule : plan.rules) { EXPECT_FALSE(rule.basis.confidence.empty()) << name; }
    }
}

TEST(PlanFile, AnUnknownNameIsAnsweredWithTheNearest) {
    try {
        layers::load_plan("us-28-points", {});
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
        EXPECT_EQ(error.remedy(), "did you mean us-28-point?");
    }
}

TEST(Suggest, NearWordsAreOfferedAndFarOnesAreNot) {
    EXPECT_EQ(layers::did_you_mean("Kramatrsk", {"Kramatorsk", "Sloviansk"}), "did you mean Kramatorsk?");
    EXPECT_EQ(layers::did_you_mean("xyzzy", {"one", "two"}), "known are: one, two");
}

TEST(PlanFile, APlanThatNamesNoneOfTheUnitsIsForeign) {
    const std::vector<layers::Unit> other{{"Alpha", "", "Alpha", "", {}}};
    EXPECT_TRUE(layers::is_foreign(layers::load_plan("us-28-point", {}), other));
    EXPECT_FALSE(layers::is_foreign(layers::load_plan("freeze", {}), other)) << "it names no units";
    EXPECT_FALSE(layers::is_foreign(layers::load_plan("us-28-point", {}), layers::builtin_units().units));
    EXPECT_TRUE(layers::units_missing(layers::load_plan("us-28-point", {}), layers::builtin_units().units).empty());
}

TEST(PlanFile, StatusAndHolderMayNotContradict) {
    EXPECT_NE(error_of("name: x\nrules: [{where: everywhere, holder: Russia, status: UA}]").remedy().find("Ukraine"),
              std::string::npos);
    EXPECT_NE(
        error_of("name: x\nrules: [{where: everywhere, holder: undecided, status: frozen}]").remedy().find("Russia"),
        std::string::npos);
}

TEST(PlanFile, WhatIsUnclearHasToBeSaid) {
    EXPECT_NE(error_of("name: x\nrules: [{where: everywhere, holder: Ukraine, status: UA, confidence: unclear}]")
                  .problem()
                  .find("not said"),
              std::string::npos);
}

TEST(PlanFile, AliasesOfAliasesAreRefusedInTime) {
    std::string text = "name: x\nrules:\n  - {where: {any: [&a0 {units: Sumy}]}, holder: Ukraine, status: UA}\n";
    for (int i = 1; i <= 9; ++i) {
        std::string list;
        for (int k = 0; k < 10; ++k) { list += (k > 0 ? ", *a" : "*a") + std::to_string(i - 1); }
        text += "  - {where: &a" + std::to_string(i) + " {any: [" + list + "]}, holder: Ukraine, status: UA}\n";
    }
    EXPECT_NE(error_of(text).problem().find("10,000 items"), std::string::npos);
}

}  // namespace
