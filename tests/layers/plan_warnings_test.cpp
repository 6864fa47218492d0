// SPDX-License-Identifier: MIT
#include "layers/report/plan_warnings.h"

#include "support/files.h"
#include "support/overlays.h"
#include "support/results.h"

#include <gtest/gtest.h>

namespace {

constexpr const char* forgotten = R"(name: forgotten
sides: [Republic, North]
rules:
  - {where: everywhere, holder: Republic, status: Republic}
)";

TEST(PlanWarnings, AContradictionNamesSidesAreaAndPlace) {
    const layers::Plan plan = support::plan_of(forgotten);
    const std::vector<geo::Error> warnings = layers::report::warnings_on({plan, support::builtin_land()});
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_TRUE(warnings[0].problem().starts_with("\"held by Republic\" (Republic) of "));
    EXPECT_NE(warnings[0].problem().find(" km² that North holds"), std::string::npos);
    EXPECT_EQ(warnings[0].place().line, 4);
    EXPECT_FALSE(warnings[0].place().excerpt.empty());
}

TEST(PlanWarnings, BuiltInPlansHaveNone) {
    const layers::Plan plan = layers::load_plan("freeze", {});
    EXPECT_TRUE(layers::report::warnings_on({plan, support::builtin_land()}).empty());
}

TEST(PlanWarnings, ARuleOfContestedLandSaysThatTheLineHasNone) {
    const layers::Plan plan = support::plan_of(R"(name: waits
rules:
  - {where: {held_by: contested}, holder: undecided, status: undecided}
  - {where: {held_by: Russia}, holder: Russia, status: RU-held}
  - {where: everywhere, holder: Ukraine, status: UA}
)");
    const std::vector<geo::Error> warnings = layers::report::warnings_on({plan, support::builtin_land()});
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].problem(), "this rule decides nothing: no land is contested on this line");
    EXPECT_EQ(warnings[0].place().line, 3);
}

TEST(PlanWarnings, TheWindowHasThemToo) {
    const testing_support::TemporaryFolder folder;
    const auto result = support::lay(support::request_of(folder.with("forgotten.yaml", forgotten), "as-held"));
    ASSERT_EQ(result->warnings.size(), 1U);
    EXPECT_EQ(result->b->plan->sides.second, "North");
}

}  // namespace
