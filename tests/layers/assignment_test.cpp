// SPDX-License-Identifier: MIT
#include "layers/model/assignment.h"
#include "layers/model/idle_rules.h"

#include "geo/band.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/area_table.h"
#include "support/files.h"
#include "support/overlays.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using layers::AreaTable;
using layers::Plan;
using support::builtin_land;
using support::plan_of;

const std::string held = R"(name: x
rules:
  - {where: {held_by: Russia}, holder: Russia, status: RU-held}
  - {where: everywhere, holder: Ukraine, status: UA}
)";

double zone_km2(const std::string& zones, const std::string& id = "z") {
    const Plan plan = plan_of(held + zones);
    return AreaTable{plan, builtin_land({&plan})}.of_zone(id).area.value();
}

geo::Kilometres off_front(const geo::LonLat& position, const layers::Overlay& land) {
    geo::Kilometres best{1e9};
    for (const geo::Path& path : land.lines[0].front) { best = std::min(best, support::vincenty(position, path)); }
    return best;
}

/// Every cell of a strip lies as near to the line as the strip says, by geodesics that geo does not use, and on its
/// side.
TEST(Zones, AStripHasItsDepthOnEachSide) {
    const Plan plan =
        plan_of(held + "zones:\n  - {id: z, kind: demilitarized, where: {within: {Ukraine: 10 km, Russia: 25 km}}}\n");
    const layers::Overlay land = builtin_land({&plan});
    const layers::CellSet in = layers::cells_in(plan.zones[0].where, land);
    int checked = 0;
    for (std::size_t i = 0; i < land.cells.size(); i += 2) {
        const layers::Cell& cell = land.cells[i];
        const double off = off_front(cell.face->inside, land).value();
        const double depth = cell.side == layers::Side::russia ? 25 : 10;
        if (std::abs(off / depth - 1) < 2e-3) { continue; }
        EXPECT_EQ(in[i] != 0, off < depth) << geo::to_text(cell.face->inside);
        ++checked;
    }
    EXPECT_GT(checked, 50);
}

TEST(Zones, BothSidesMakeTheWhole) {
    const std::string zones = R"(zones:
  - {id: both, kind: demilitarized, where: {within: 15 km}}
  - {id: ua, kind: demilitarized, where: {within: {distance: 15 km, side: Ukraine}}}
  - {id: ru, kind: demilitarized, where: {within: {distance: 15 km, side: Russia}}}
  - {id: same, kind: demilitarized, where: {within: {Ukraine: 15 km, Russia: 15 km}}}
  - {id: clipped, kind: demilitarized, where: {within: 15 km, held_by: Ukraine}}
)";
    const Plan plan = plan_of(held + zones);
    const AreaTable table{plan, builtin_land({&plan})};
    const auto km2 = [&table](const char* id) { return table.of_zone(id).area.value(); };
    EXPECT_NEAR(km2("both"), km2("ua") + km2("ru"), 1e-6);
    EXPECT_NEAR(km2("both"), km2("same"), 1e-9);
    EXPECT_NEAR(km2("ua"), km2("clipped"), 1e-9);
    // The front is some 1,100 km long; a wiggly strip is somewhat smaller than length times width (facts: Korea).
    EXPECT_GT(km2("both"), 0.75 * 30 * 1000);
    EXPECT_LT(km2("both"), 30 * 1250);
}

TEST(Zones, ADiscAndACorridorAreClippedToTheLandAlone) {
    const double disc = zone_km2("zones: [{id: z, kind: special, where: {around: {place: Poltava, distance: 20 km}}}]");
    EXPECT_NEAR(disc, geo::area_of(geo::within(geo::LonLat{34.5514, 49.5883}, geo::Kilometres{20})).value(), 1);
    const double sum =
        zone_km2("zones: [{id: z, kind: special, where: {around: {place: Poltava, distance: 15 km + 5 km}}}]");
    EXPECT_NEAR(sum, disc, 1e-6);
    const double corridor = zone_km2(
        "zones: [{id: z, kind: special, where: {along: {places: [Poltava, Kropyvnytskyi], distance: 5 km, ends: "
        "flat}}}]");
    EXPECT_NEAR(corridor, 10 * support::vincenty({34.5514, 49.5883}, {32.2623, 48.5079}).value(), 15);
}

TEST(Zones, APolygonIsAnOutlineOrAFile) {
    const std::string zone = "zones: [{id: z, kind: special, where: {polygon: ";
    const geo::Region triangle{{{{{33, 49}, {34, 49}, {34, 50}, {33, 49}}, {}}}};
    EXPECT_NEAR(zone_km2(zone + "[[33, 49], [34, 49], [34, 50]]}}]"), geo::area_of(triangle).value(), 1e-6);
    const testing_support::TemporaryFolder folder;
    (void)folder.with("cell.geojson",
                      R"({"type":"Polygon","coordinates":[[[32,49],[33,49],[33,50],[32,50],[32,49]]]})");
    const Plan plan = layers::load_plan(folder.with("plan.yaml", held + zone + "cell.geojson}}]\n"), {});
    const geo::Region cell{{{{{32, 49}, {33, 49}, {33, 50}, {32, 50}, {32, 49}}, {}}}};
    EXPECT_NEAR((AreaTable{plan, builtin_land({&plan})}.of_zone("z").area.value()), geo::area_of(cell).value(), 1e-6);
}

TEST(Zones, BetweenTwoLinesIsWhatChangedHands) {
    const Plan plan = plan_of(held + "zones: [{id: z, kind: special, where: {between: [2022-02-23, line]}}]");
    const layers::Overlay land = builtin_land({&plan});
    const double between = AreaTable{plan, land}.of_zone("z").area.value();
    double then = 0, now = 0;
    for (const layers::Cell& cell : land.cells) {
        now += cell.from_line[0].value() < 0 ? cell.area.value() : 0;
        then += cell.from_line[1].value() < 0 ? cell.area.value() : 0;
    }
    EXPECT_NEAR(between, now - then, 1) << "what was held in 2022 is held in 2025";
}

TEST(Zones, TheBorderWithRussiaHasAStripToo) {
    const double strip =
        zone_km2("zones: [{id: z, kind: special, where: {within: {distance: 10 km, of: border with Russia}}}]");
    // About 1,970 km of land border (Wikipedia), generalised here; a strip of 10 km on one side of it.
    EXPECT_GT(strip, 10000);
    EXPECT_LT(strip, 20500);
    EXPECT_EQ(
        zone_km2(
            "zones: [{id: z, kind: special, where: {units: Lviv, within: {distance: 10 km, of: border with Russia}}}]"),
        0);
}

// --- the line's accuracy ---------------------------------------------------------------------------------------------

TEST(Accuracy, TheIntervalIsTheStripOfThatDepth) {
    const Plan plan = plan_of(held + "zones: [{id: z, kind: special, where: {within: 1.2 km}}]");
    layers::Overlay land = builtin_land({&plan});
    land.interval = layers::IntervalKind::worst;
    const AreaTable table{plan, land};
    const layers::Estimate russia = table.of({layers::Holder::russia, layers::Status::ru_held});
    EXPECT_NEAR((russia.line->most - russia.line->least).value(), table.of_zone("z").area.value(), 1e-6);
    EXPECT_LT(russia.line->least, russia.area);
    EXPECT_GT(russia.line->most, russia.area);
    const layers::Estimate ukraine = table.of({layers::Holder::ukraine, layers::Status::ua});
    EXPECT_NEAR((russia.line->most + ukraine.line->least).value(), land.total().value(), 1e-6);
}

/// A strip moves with its line: its area hardly changes, where a border that stands still would lose all of it.
TEST(Accuracy, AStripMovesWithItsLine) {
    const Plan plan = plan_of(held + "zones: [{id: z, kind: special, where: {within: 15 km}}]");
    layers::Overlay land = builtin_land({&plan});
    land.interval = layers::IntervalKind::worst;
    const layers::Estimate strip = AreaTable{plan, land}.of_zone("z");
    ASSERT_TRUE(strip.line);
    EXPECT_LT((strip.line->most - strip.line->least).value(), 0.08 * strip.area.value());
    EXPECT_GT((strip.line->most - strip.line->least).value(), 0);
}

TEST(Accuracy, MovedIsThatFarOff) {
    const layers::Overlay land = builtin_land();
    const auto ways = layers::shifts(land, {0});
    ASSERT_EQ(ways.size(), 3U);
    EXPECT_EQ(ways[0].of(0), geo::Kilometres{0});
    layers::AreaExpression russia;
    russia.kind = layers::AreaExpression::Kind::held_by;
    russia.side = layers::Side::russia;
    const layers::CellSet here = layers::cells_in(russia, land), there = layers::cells_in(russia, land, ways[2]);
    int moved = 0;
    for (std::size_t i = 0; i < here.size(); ++i) {
        if (here[i] == there[i]) { continue; }
        ++moved;
        EXPECT_EQ(here[i], 0) << "a line that lies farther on takes nothing back";
        EXPECT_LT(off_front(land.cells[i].face->inside, land).value(), 2.01);
    }
    EXPECT_GT(moved, 5);
    const layers::CellSet back = layers::cells_in(russia, land, ways[1]);
    EXPECT_LT(std::count(back.begin(), back.end(), 1), std::count(here.begin(), here.end(), 1));
}

TEST(Accuracy, WithoutOneThereIsNoInterval) {
    layers::Units units = layers::builtin_units();
    layers::Control control = layers::builtin_line("2025-12-24", units);
    control.info.accuracy.reset();
    const Plan plan = plan_of(held);
    const layers::Overlay land = layers::cut(std::move(units), {control}, {layers::areas_of(plan)});
    EXPECT_FALSE((AreaTable{plan, land}.of({layers::Holder::russia, layers::Status::ru_held}).line.has_value()));
}

/// Units that were held as a whole have borders, not a front: no strip runs along them.
TEST(Line, OfBeforeFebruary2022HasCrimeaButNoFrontThere) {
    const layers::Overlay land = builtin_land({}, "2022-02-23");
    const Plan plan = plan_of(held);
    const AreaTable table{plan, land};
    EXPECT_NEAR(table.of({layers::Holder::russia, layers::Status::ru_held}, "AR Crimea").area.value(), 26426.21, 0.01);
    ASSERT_FALSE(land.lines[0].front.empty());
    for (const geo::Path& path : land.lines[0].front) {
        for (const geo::LonLat& position : path) { EXPECT_GT(position.lon, 37) << geo::to_text(position); }
    }
    // Published: about 31 % of Donetsk before February 2022 (AFP on ISW's files).
    const double donetsk = table.of({layers::Holder::russia, layers::Status::ru_held}, "Donetsk").area.value();
    EXPECT_NEAR(
        100 * donetsk / (donetsk + table.of({layers::Holder::ukraine, layers::Status::ua}, "Donetsk").area.value()), 31,
        2);
}

// --- rules -----------------------------------------------------------------------------------------------------------

TEST(Rules, ThatCanDecideNothingAreFound) {
    const Plan plan = plan_of(R"(name: x
rules:
  - {where: {units: Sumy, held_by: Ukraine}, holder: Ukraine, status: UA}
  - {where: {all: [{held_by: Russia}, {held_by: Ukraine}]}, holder: Russia, status: frozen}
  - {where: everywhere, holder: Ukraine, status: UA}
  - {where: {units: Lviv}, holder: Russia, status: frozen}
)");
    const std::vector<layers::IdleRule> idle = layers::idle_rules({plan, builtin_land({&plan})});
    ASSERT_EQ(idle.size(), 2U);
    EXPECT_EQ(idle[0].why, layers::IdleRule::Why::matches_nothing);
    EXPECT_EQ(idle[1].why, layers::IdleRule::Why::decided_before);
    EXPECT_EQ(idle[1].rule->place.line, 6);
}

TEST(Rules, AnOutlineInTheSeaIsRefusedWhereItStands) {
    const Plan plan =
        plan_of(held + "zones: [{id: z, kind: special, where: {polygon: [[31, 43], [32, 43], [32, 44]]}}]");
    try {
        (void)builtin_land({&plan});
        FAIL() << "a zone in the Black Sea was cut";
    } catch (const geo::Error& error) {
        EXPECT_NE(error.problem().find("no land"), std::string::npos);
        EXPECT_EQ(error.place().line, 5);
        EXPECT_GT(error.place().column, 1);
    }
}

}  // namespace
