// SPDX-License-Identifier: MIT
#include "layers/model/redrawn.h"

#include "layers/model/area_table.h"
#include "layers/model/comparison.h"
#include "layers/model/displaced.h"
#include "layers/plan_language/plan_file.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using layers::RandomField;
using layers::Redrawn;

const std::string held = R"(name: test
rules:
  - {where: {held_by: Russia}, holder: Russia, status: RU-held}
  - {where: everywhere, holder: Ukraine, status: UA}
)";

layers::Overlay land_with(const layers::Plan& plan, geo::Kilometres accuracy) {
    layers::Control control = support::builtin_line("2025-12-24");
    control.info.accuracy = accuracy;
    control.info.roughness.reset();
    control.min_piece = geo::SquareKilometres{1};  // else one on Kinburn has a front in every second draw
    layers::Cuts cuts;
    cuts.areas = layers::areas_of(plan);
    cuts.plans = {&plan};
    return layers::cut(layers::builtin_units(), {control}, cuts);
}

/// Reference: the figures of the line as it is drawn.
TEST(Redrawn, ALineThatIsHardlyOffGivesTheFiguresOfTheLine) {
    const layers::Plan plan = support::plan_of(held + "zones: [{id: z, kind: demilitarized, where: {within: 15 km}}]");
    const layers::Overlay land = land_with(plan, geo::Kilometres{0.05});
    const layers::AreaTable table{plan, land};
    const Redrawn redrawn = layers::redraw(plan, land, 4);
    for (const layers::AreaTable::ZoneRow& row : table.zones) {
        const Redrawn::Spread* spread = redrawn.find("zone z", row.unit_code);
        ASSERT_NE(spread, nullptr) << row.unit;
        EXPECT_NEAR(spread->middle_km2, row.estimate.area.value(), 3) << row.unit;
        EXPECT_LT(spread->deviation_km2, 3) << row.unit;
    }
}

/// Reference: the built-in file, by layers/builtin/make_redrawn.py. Of 8 draws the middle is good to half a deviation.
TEST(Redrawn, WhatIsKeptIsWhatIsDrawn) {
    const layers::Plan plan = layers::load_plan("fez-us", {});
    const layers::Overlay land = support::builtin_land({&plan});
    const std::optional<Redrawn> kept = layers::kept_redrawn(plan, land);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->draws, 64);
    const Redrawn redrawn = layers::redraw(plan, land, 8);
    for (const auto& [key, spread] : kept->figures) {
        const Redrawn::Spread* drawn = redrawn.find(std::get<0>(key), std::get<1>(key));
        ASSERT_NE(drawn, nullptr) << std::get<0>(key);
        EXPECT_NEAR(drawn->middle_km2, spread.middle_km2, 1.5 * spread.deviation_km2 + 0.1) << std::get<0>(key);
    }
    layers::Overlay of_larger_pieces = support::builtin_land({&plan});
    of_larger_pieces.lines.front().control.min_piece = geo::SquareKilometres{20};
    EXPECT_FALSE(layers::kept_redrawn(plan, of_larger_pieces)) << "strips round fewer pieces are others";
    layers::Plan deeper = plan;
    deeper.is_builtin = false;
    EXPECT_FALSE(layers::kept_redrawn(deeper, land)) << "only built-in plans as they are";
}

/// Reference: each alone.
TEST(Redrawn, PlansOnTheSameDrawsAreAsEachAlone) {
    const layers::Plan strip = layers::load_plan("kellogg-15-15", {}), none = layers::load_plan("freeze", {});
    const layers::Overlay land = support::builtin_land({&strip, &none});
    const layers::RedrawnPlans both = layers::redraw({none, strip}, land, 2);
    EXPECT_TRUE(both.plans.front().figures.empty()) << "it has no strips";
    const Redrawn alone = layers::redraw(strip, land, 2);
    ASSERT_EQ(both.plans.back().figures.size(), alone.figures.size());
    for (const auto& [key, spread] : alone.figures) {
        EXPECT_NEAR(both.plans.back().figures.at(key).middle_km2, spread.middle_km2, 1e-6) << std::get<0>(key);
    }
    const layers::RedrawnPlans many = layers::redraw({none, none, strip, none, none, strip}, land, 2);
    ASSERT_EQ(many.plans.size(), 6U);
    ASSERT_EQ(many.pairs.size(), 5U);
    for (const std::size_t i : {std::size_t{2}, std::size_t{5}}) {
        EXPECT_EQ(many.plans[i].figures.size(), alone.figures.size());
        EXPECT_EQ(many.pairs[i - 1].zones_km2.size(), both.pairs.back().zones_km2.size());
    }
    EXPECT_TRUE(many.plans[4].figures.empty());
    EXPECT_TRUE(many.pairs[0].km2.empty()) << "neither has strips";
}

/// Land that goes from one side to the other in a strip; the figures are sums of draws, so that they agree.
TEST(Redrawn, DifferencesThatRestOnStripsHaveAnInterval) {
    const layers::Plan freeze = layers::load_plan("freeze", {});
    const layers::Plan withdrawal = support::plan_of(R"(name: withdrawal
rules:
  - {where: {held_by: Russia}, holder: Russia, status: frozen}
  - {where: {within: {distance: 5 km, side: Ukraine}}, holder: Russia, status: withdrawn-UA}
  - {where: everywhere, holder: Ukraine, status: UA}
)");
    const layers::Overlay land = support::builtin_land({&freeze, &withdrawal});
    const layers::PlanOn a{freeze, land}, b{withdrawal, land};
    const layers::Comparison without{a, b};
    EXPECT_TRUE(without.changed().rests_on_strips);
    EXPECT_FALSE(without.changed().line);
    const layers::RedrawnPlans redrawn = layers::redraw({freeze, withdrawal}, land, 4);
    const layers::Comparison with{a, b, redrawn.pairs.front()};
    const layers::Estimate changed = with.changed(), net = with.net(layers::Holder::russia),
                           lost = with.net(layers::Holder::ukraine);
    ASSERT_TRUE(changed.line && changed.redrawn && net.line && lost.redrawn);
    EXPECT_EQ(changed.area.value(), without.changed().area.value()) << "the figure itself stays";
    EXPECT_NEAR(changed.redrawn->value(), net.redrawn->value(), 1e-6) << "all of it goes to Russia";
    EXPECT_NEAR(lost.redrawn->value(), -net.redrawn->value(), 1e-6);
    EXPECT_GT(changed.redrawn->value(), changed.area.value()) << "rough lines have larger strips";
    EXPECT_LT(changed.line->least.value(), changed.redrawn->value());
    const Redrawn::Spread* whole = redrawn.plans.back().find("Russia/withdrawn-UA", "");
    ASSERT_NE(whole, nullptr);
    EXPECT_NEAR(changed.redrawn->value(), whole->middle_km2, 1e-6) << "as the plan's own table has it";
}

double length_of_displaced(const std::string& line) {
    constexpr int draws = 6;
    layers::BaseOverlay base = layers::lay_lines(layers::builtin_units(), {support::builtin_line(line)});
    double sum = 0;
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        sum += layers::lay_lines(layers::builtin_units(), {layers::displaced(base.lines.front(), seed)})
                   .lines.front()
                   .length()
                   .value();
    }
    return sum / draws;
}

/// Reference: the front of DeepState's polygon of 24 December 2025 within the built-in units, 1,291 km without pieces
/// under 20 km2 (demarc areas --control, of that day's file), and of that of 22 August 2026, 1,173 km (SOURCES.md).
TEST(Redrawn, DisplacedLinesAreAsLongAsTheDetailedFront) {
    EXPECT_NEAR(length_of_displaced("2025-12-24"), 1291, 0.03 * 1291);
    EXPECT_NEAR(length_of_displaced("2026-08-22"), 1173, 0.03 * 1173);
}

/// Reference: the definition; of 4,000 seeds mean, variance and correlation are good to a few hundredths.
TEST(RandomField, HasTheVarianceAndTheCorrelationThatItIsGiven) {
    constexpr int seeds = 4000;
    const geo::LonLat here{37, 48};
    const double km_per_lat = 111.2;
    double sum = 0, squares = 0, near = 0, far = 0;
    for (int seed = 0; seed < seeds; ++seed) {
        const RandomField field{static_cast<std::uint64_t>(seed), geo::Kilometres{2}, here};
        const double at = field.at(here);
        sum += at;
        squares += at * at;
        near += at * field.at({37, 48 + 2 / km_per_lat});
        far += at * field.at({37, 48 + 8 / km_per_lat});
    }
    EXPECT_NEAR(sum / seeds, 0, 0.05);
    EXPECT_NEAR(squares / seeds, 1, 0.07);
    EXPECT_NEAR(near / seeds, std::exp(-0.5), 0.07);
    EXPECT_NEAR(far / seeds, 0, 0.05);
}

}  // namespace
