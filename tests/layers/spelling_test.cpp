// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/spelling.h"

#include "geo/error.h"
#include "layers/plan_language/plan_file.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

namespace {

using layers::Plan;
using layers::Side;
using layers::Sides;

const Sides island{"Republic", "North"};

Plan parse(const std::string& text, const std::optional<Sides>& sides = {}) {
    layers::PlanOptions options;
    options.sides = sides;
    return layers::parse_plan(text, "test.yaml", {}, options);
}

geo::Error error_of(const std::string& text, const std::optional<Sides>& sides = {}) {
    return testing_support::error_of([&] { parse(text, sides); }, text);
}

const std::string named = R"(name: mine
sides: [Republic, North]
parameters:
  who: {default: North}
rules:
  - {where: {units: Sumy, held_by: North}, holder: Republic, status: Republic-regained}
  - {where: {held_by: {side: North, line: 2022-02-23}}, holder: North, status: North-held}
  - {where: {within: {Republic: 10 km, North: 25 km}}, holder: undecided, status: withdrawn-Republic}
  - {where: everywhere, holder: Republic, status: Republic}
zones:
  - {id: z, kind: special, where: {within: {distance: 5 km, side: $who}}}
checks:
  - {place: Kramatorsk, holder: Republic, status: Republic}
)";

TEST(Spelling, APlanNamesItsSidesAndMeansTheSame) {
    const Plan plan = parse(named);
    EXPECT_EQ(plan.sides, island);
    EXPECT_EQ(plan.rules[0].status_class, (layers::StatusClass{layers::Holder::ukraine, layers::Status::ua_regained}));
    EXPECT_EQ(plan.rules[0].where.words, "Sumy, held by North");
    EXPECT_EQ(plan.rules[1].status_class, (layers::StatusClass{layers::Holder::russia, layers::Status::ru_held}));
    EXPECT_EQ(plan.rules[2].where.depths.ukraine, geo::Kilometres{10});
    EXPECT_EQ(plan.rules[2].where.depths.russia, geo::Kilometres{25});
    EXPECT_EQ(plan.rules[2].where.words, "within 10 km of the line on the side of Republic, 25 km on that of North");
    EXPECT_EQ(plan.zones[0].where.depths.ukraine, geo::Kilometres{0});
    EXPECT_EQ(plan.checks[0].holder, layers::Holder::ukraine);
}

/// A plan written of Ukraine and Russia serves any two sides, and so do the ids of statuses.
TEST(Spelling, TheDefaultWordsStandForTheFirstAndTheSecondSide) {
    const std::string text = R"(name: x
rules:
  - {where: {held_by: Russia}, holder: North, status: RU-held}
  - {where: everywhere, holder: Republic, status: UA}
)";
    const Plan plan = parse(text, island);
    EXPECT_EQ(plan.rules[0].status_class, (layers::StatusClass{layers::Holder::russia, layers::Status::ru_held}));
    EXPECT_EQ(plan.rules[0].where.words, "held by North");
    EXPECT_EQ(plan.rules[1].status_class, (layers::StatusClass{layers::Holder::ukraine, layers::Status::ua}));
}

/// First Russia, second Ukraine: the names win over the words of the model.
TEST(Spelling, ASideThatBearsADefaultNameIsMeantByIt) {
    const std::string text = R"(name: x
rules:
  - {where: {held_by: Ukraine}, holder: Ukraine, status: UA-held}
  - {where: everywhere, holder: Russia, status: RU}
)";
    const Plan plan = parse(text, Sides{"Russia", "Ukraine"});
    EXPECT_EQ(plan.rules[0].where.side, Side::russia);
    EXPECT_EQ(plan.rules[0].status_class, (layers::StatusClass{layers::Holder::russia, layers::Status::ru_held}));
    EXPECT_EQ(plan.rules[1].status_class, (layers::StatusClass{layers::Holder::ukraine, layers::Status::ua}));
    EXPECT_EQ(parse(text, Sides{"Russia", "Ukraine"}).sides.name(Side::russia), "Ukraine");
}

TEST(Spelling, BuiltInTemplatesSpeakOfTheSides) {
    layers::PlanOptions options;
    options.sides = island;
    const Plan korea = layers::load_plan("template-korea", {}, options);
    EXPECT_EQ(korea.zones[0].id, "republic-side");
    EXPECT_EQ(korea.zones[1].title, "Demilitarized zone, side of North");
    EXPECT_EQ(korea.zones[1].where.words, "within 2 km of the line on the side of North");
    const Plan sinai = layers::load_plan("template-sinai", {}, options);
    const auto is_side = [](const layers::Parameter& parameter) { return parameter.name == "side"; };
    EXPECT_EQ(std::find_if(sinai.parameters.begin(), sinai.parameters.end(), is_side)->value, "North");
    options.set = {{"side", "Republic"}};
    const layers::Depths depths = layers::load_plan("template-sinai", {}, options).zones.at(0).where.depths;
    EXPECT_EQ(depths.russia, geo::Kilometres{0});
}

TEST(Spelling, AnInheritedPlanTakesTheSidesOfItsHeir) {
    const testing_support::TemporaryFolder folder;
    folder.with("base.yaml", "name: base\nsides: [Republic, North]\nextends: as-held\n");
    const std::string path = folder.with("heir.yaml", R"(name: heir
extends: base.yaml
rules:
  - {where: {units: Sumy, held_by: North}, holder: Republic, status: Republic-regained}
)");
    const Plan plan = layers::load_plan(path, {});
    EXPECT_EQ(plan.sides, island);
    EXPECT_EQ(plan.rules.size(), 3U);
    EXPECT_EQ(plan.rules[1].where.words, "held by North");
}

TEST(Spelling, FaultsNameTheSidesThatThereAre) {
    const std::string head = "name: x\nsides: [Republic, North]\nrules:\n";
    EXPECT_EQ(error_of(head + "  - {where: {held_by: Nort}, holder: North, status: frozen}\n").problem(),
              "land is held by Republic or North on the day of the line, not by \"Nort\"");
    EXPECT_EQ(error_of(head + "  - {where: {held_by: Nort}, holder: North, status: frozen}\n").remedy(),
              "did you mean North?");
    EXPECT_EQ(error_of(head + "  - {where: everywhere, holder: Republic, status: frozen}\n").problem(),
              "land of status frozen is not held by \"Republic\"");
    const std::string twice = "  - {where: {within: {North: 1 km, Russia: 2 km}}, holder: North, status: frozen}\n";
    EXPECT_EQ(error_of(head + twice).problem(), "\"Russia\" names a side that has its depth already");
    EXPECT_EQ(error_of("name: x\nsides: [North]\nrules: []\n").place().line, 2);
    const geo::Error other = error_of(named, Sides{"South", "North"});
    EXPECT_EQ(other.kind(), geo::Error::Kind::bad_usage);
    EXPECT_EQ(other.problem(), "the plan calls the sides Republic and North, not South and North");
}

TEST(Spelling, PlansSideBySideNameTheSidesAlike) {
    const testing_support::TemporaryFolder folder;
    const std::string mine = folder.with("mine.yaml", named);
    const std::string other = folder.with("other.yaml", "name: other\nsides: [A, B]\nextends: as-held\n");
    const std::vector<Plan> both = layers::load_plans({"as-held", mine}, {}, {{}, {}});
    EXPECT_EQ(both[0].sides, island);
    EXPECT_EQ(both[0].rules[0].where.words, "held by North");
    EXPECT_THROW(layers::load_plans({other, mine}, {}, {{}, {}}), geo::Error);
}

}  // namespace
