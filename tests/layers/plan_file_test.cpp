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
    EXPECT_EQ(plan.rules[0].where.kind, layers::AreaExpression::Kind::all);
    EXPECT_EQ(layers::units_named(plan.rules[0].where), (std::vector<std::string>{"UA-14", "UA-43"}));
    EXPECT_EQ(plan.rules[0].provenance.sources, std::vector<std::string>{"S"});
    EXPECT_EQ(plan.rules[1].provenance.unclear, "the text is brief");
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

TEST(PlanFile, AValueOutsideItsBoundsIsRefusedWhereItStands) {
    struct Case {
        const char* value;
        const char* from;
        const char* to;
        const char* problem;
        int line;
    };
    for (const Case& one :
         {Case{"15", "1 km", "", "\"15\" is not a length: it has no unit", 4},
          Case{"deep", "", "40 km", "\"deep\" is not a length", 4},
          Case{"15 km", "shallow", "40 km", "\"shallow\" is not a length", 5},
          Case{"15 km", "1 km", "far", "\"far\" is not a length", 6},
          Case{"50 km", "1 km", "40 km", "depth is 50 km: plan x allows 1 km to 40 km", 4},
          Case{"50 m/day", "", "40 m/day", "allows at most 40 m/day", 4},
          Case{"500 m", "1 km", "", "allows at least 1 km", 4},
          Case{"15 km", "1 km", "1e300 km", "a bound of 1e300 km is wider than the country", 6},
          Case{"15 km", "1 km", "600000 m", "a bound of 600000 m is wider than the country", 6},
          Case{"15 km", "3e38 km", "", "a bound of 3e38 km is wider than the country", 5},
          Case{"50 m/day", "1 km", "", "depth is a rate, 50 m/day, with a bound that is a length", 4}}) {
        const geo::Error error =
            error_of(fmt::format("name: x\nparameters:\n  depth:\n    default: {}\n    from: {}\n"
                                 "    to: {}\nrules: [{{where: everywhere, holder: Ukraine, status: UA}}]\n",
                                 one.value, one.from, one.to));
        EXPECT_NE(error.problem().find(one.problem), std::string::npos) << error.problem();
        EXPECT_EQ(error.place().file, "test.yaml");
        EXPECT_EQ(error.place().line, one.line) << error.problem();
        EXPECT_EQ(error.kind(), geo::Error::Kind::bad_data);
        EXPECT_FALSE(error.remedy().empty());
    }
}

/// A line break in a title would pass for a row of the table below it.
TEST(PlanFile, WordsStandOnOneLine) {
    const layers::Plan plan = layers::parse_plan(
        "name: x\ntitle: \"a\\nb\"\nsummary: |\n  one\n  two\nparameters: {\"p\\nq\": {default: 5 km}}\n"
        "sources: {\"S\\nT\": {title: \"t\\r\\nu\"}}\nrules: [{where: everywhere, holder: Ukraine, status: UA}]\n",
        "test.yaml", layers::builtin_units().units);
    EXPECT_EQ(plan.title, "a b");
    EXPECT_EQ(plan.summary, "one two");
    EXPECT_EQ(plan.parameters.front().name, "p q");
    EXPECT_EQ(plan.sources.at("S T").title, "t  u");
}

/// A reading's value is the plan's, and stands there.
TEST(PlanFile, AReadingThatSetsNothingIsRefused) {
    const geo::Error error = error_of(
        "name: x\nparameters: {depth: {default: 15 km, from: 1 km}}\nreadings:\n  smallest: {title: a, set: {depth: "
        "}}\n"
        "  largest: {title: b}\nrules: [{where: everywhere, holder: Ukraine, status: UA}]\n");
    EXPECT_NE(error.problem().find("parameter depth: \"\" is not a length"), std::string::npos) << error.problem();
    EXPECT_EQ(error.place().line, 4);
}

TEST(PlanFile, AValueThatTheCallerSetWronglyIsBadUsage) {
    for (const char* value : {"5 apples", "", "90 km"}) {
        layers::PlanOptions options;
        options.set["depth"] = value;
        try {
            (void)layers::load_plan("kellogg-15-15", {}, options);
            ADD_FAILURE() << "taken: " << value;
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
            EXPECT_TRUE(error.place().file.empty()) << "it stands in no file";
            EXPECT_NE(error.problem().find(value), std::string::npos);
        }
    }
}

TEST(PlanFile, WhatIsNotYamlIsRefusedWithItsLine) {
    EXPECT_EQ(error_of("name: [a\nrules: }").place().line, 2);
    EXPECT_NE(error_of("just words").problem().find("keys and values"), std::string::npos);
    EXPECT_NE(error_of("").problem().find("keys and values"), std::string::npos);
}

/// As an editor under Windows saves Cyrillic: "мій" in Windows-1251.
TEST(PlanFile, WhatIsNotUtf8IsRefusedWithItsLine) {
    const geo::Error error = error_of("name: mine\ntitle: Мій, not \xEC\xB3\xE9\n");
    EXPECT_EQ(error.problem(), "the byte ec is not UTF-8");
    EXPECT_EQ(error.place().line, 2);
    EXPECT_EQ(error.place().column, 20);
    EXPECT_EQ(parse(std::string{whole} + "summary: \"\uFFFD is a character\"\n").summary, "\uFFFD is a character");
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
        EXPECT_EQ(plan.rules.back().where.kind, layers::AreaExpression::Kind::everywhere)
            << name << " leaves land unassigned";
        for (const layers::Rule& rule : plan.rules) { EXPECT_FALSE(rule.provenance.confidence.empty()) << name; }
    }
}

TEST(PlanFile, ANameTooLongForAFileIsNoPlan) {
    const geo::Error error = error_of("name: x\nextends: " + std::string(300, 'x') + "\n");
    EXPECT_EQ(error.place().file, "test.yaml");
    EXPECT_EQ(error.place().line, 2);
    EXPECT_NE(error.problem().find("there is no plan"), std::string::npos);
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
    EXPECT_FALSE(layers::units_missing(layers::load_plan("us-28-point", {}), other).empty());
    EXPECT_TRUE(layers::units_missing(layers::load_plan("freeze", {}), other).empty()) << "it names no units";
    EXPECT_TRUE(layers::units_missing(layers::load_plan("us-28-point", {}), layers::builtin_units().units).empty());
}

TEST(PlanFile, APlanWhoseUnitsAreNotAllThereIsRefusedAlsoWhereItOnlyExcludesThem) {
    layers::Units units = layers::builtin_units();
    units.fields = "names from NAME_1";
    units.units.erase(units.units.begin() + 4);  // Donetsk
    const layers::Plan plan = layers::parse_plan(R"(
name: all-but-donetsk
rules:
  - {where: {except: {units: Donetsk}}, holder: Ukraine, status: UA}
  - {where: everywhere, holder: undecided, status: undecided}
)",
                                                 "test.yaml", {});
    try {
        layers::require_units(plan, units, "a way out");
        FAIL() << "Donetsk is not there";
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::Error::Kind::bad_data);
        EXPECT_NE(error.problem().find("(names from NAME_1): Donetsk (UA-14)"), std::string::npos) << error.problem();
    }
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

// --- areas, parameters, readings -------------------------------------------------------------------------------------

const std::string rest = "\nrules: [{where: everywhere, holder: Ukraine, status: UA}]\n";

std::string zone(const std::string& where) {
    return "name: x" + rest + "zones: [{id: z, kind: special, where: " + where + "}]\n";
}

/// What is wrong in an area is said at the word that is wrong.
TEST(PlanFile, FaultsInAreasAreFoundWhereTheyStand) {
    struct AreaFault {
        const char* where;
        const char* problem;
        const char* remedy;
    };
    for (const AreaFault& fault :
         {AreaFault{"{within: 15}", "it has no unit", "15 km"},
          AreaFault{"{within: -5 km}", "it is negative", ""},
          AreaFault{"{within: 5 kilometers}", "none of the units km, m, mi, nmi", ""},
          AreaFault{"{within: {distance: 5 km, side: left}}", "not by \"left\"", "Ukraine"},
          AreaFault{"{within: {side: Ukraine}}", "needs a \"distance\"", "15 km"},
          AreaFault{"{within: {distance: 5 km, Ukraine: 3 km}}", "one distance", ""},
          AreaFault{"{within: {distance: 5 km, of: border with Rusia}}", "not measured from", "border with Russia"},
          AreaFault{"{within: $depth}", "no parameter \"depth\"", "parameters"},
          AreaFault{"{withing: 5 km}", "no key \"withing\"", "did you mean within?"},
          AreaFault{"{around: {place: Kramatrsk, distance: 5 km}}", "no place is called \"Kramatrsk\"", "Kramatorsk"},
          AreaFault{"{around: {point: [48, 370], distance: 5 km}}", "[longitude, latitude]", ""},
          AreaFault{"{around: {distance: 5 km}}", "\"place\" or a \"point\"", ""},
          AreaFault{"{along: {places: [Kyiv], distance: 5 km}}", "two positions", ""},
          AreaFault{"{along: {places: [Kyiv, Lviv], distance: 5 km, ends: blunt}}", "no ends \"blunt\"", "round"},
          AreaFault{"{between: [line]}", "two lines", ""},
          AreaFault{"{between: [2022-02-24, line]}", "no built-in line", "2022-02-23"},
          AreaFault{"{held_by: {side: Russia, line: 1999}}", "no built-in line", ""},
          AreaFault{"{polygon: nowhere.geojson}", "there is no file", ""},
          AreaFault{"{polygon: [[30, 50], [31, 50]]}", "three corners", ""},
          AreaFault{"{within: {rate: 3 km, for: 1 year}}", "not a rate", "km/year"},
          AreaFault{"{within: {rate: 3 km/year}}", "needs \"for\"", ""}}) {
        const geo::Error error = error_of(zone(fault.where));
        EXPECT_NE(error.problem().find(fault.problem), std::string::npos) << fault.where << ": " << error.problem();
        EXPECT_NE(error.remedy().find(fault.remedy), std::string::npos) << fault.where << ": " << error.remedy();
        EXPECT_EQ(error.place().line, 3) << fault.where;
        EXPECT_FALSE(error.place().excerpt.empty());
    }
}

TEST(PlanFile, TheSchemaKnowsEveryKey) {
    const std::string_view schema = layers::builtin_file("plan.schema.json");
    for (const char* key :
         {"name",     "title",   "date",  "text_status", "summary",   "extends", "line",  "sides", "parameters",
          "readings", "sources", "rules", "zones",       "not_drawn", "checks",  "units", "unit",  "held_by",
          "within",   "around",  "along", "between",     "polygon",   "all",     "any",   "except"}) {
        EXPECT_NE(schema.find(fmt::format("\"{}\"", key)), std::string_view::npos) << key;
    }
}

}  // namespace
