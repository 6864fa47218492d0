// SPDX-License-Identifier: MIT
// Contested land, as the third class of a control polygon: two units side by side, each with held, contested and other
// land from east to west. What a strip or a class should measure is the same box measured by itself.
#include "geo/measure.h"
#include "layers/model/area_table.h"
#include "layers/model/comparison.h"
#include "layers/model/cutting.h"
#include "layers/model/point.h"
#include "layers/model/probe.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>

namespace {

using layers::AreaTable;
using layers::Plan;
using layers::StatusClass;
using support::plan_of;

const StatusClass held{layers::Holder::russia, layers::Status::ru_held},
    free_land{layers::Holder::ukraine, layers::Status::ua};

geo::Region box(double west, double east, double south, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

double km2(double west, double east, double south = 48, double north = 50) {
    return geo::area_of(box(west, east, south, north)).value();
}

layers::Units two_units() {
    layers::Units units;
    units.units = {{"South", "", "S", "", box(30, 34, 48, 49)}, {"North", "", "N", "", box(30, 34, 49, 50)}};
    return units;
}

/// Held from 33° E on, contested from 32° E on.
layers::Control control(std::optional<geo::Kilometres> accuracy = {}) {
    layers::Control made;
    made.info = {"drawn", layers::LineKind::control_polygon, geo::parse_iso_date("2025-12-24"), "", accuracy};
    made.held = {box(33, 34, 48, 50)};
    made.contested = {box(32, 33, 48, 50)};
    return made;
}

layers::Overlay land_on(layers::Control line, const std::vector<Plan>& plans) {
    std::vector<layers::Control> lines;
    lines.push_back(std::move(line));
    return layers::cut(two_units(), std::move(lines), layers::cuts_for(plans));
}

layers::Overlay land_for(const std::vector<Plan>& plans, std::optional<geo::Kilometres> accuracy = {}) {
    return land_on(control(accuracy), plans);
}

std::vector<Plan> point_status(std::vector<Plan> plans) {
    layers::stand_all(plans, "drawn");
    return plans;
}

const char* const as_held = R"(name: as-held
rules:
  - {where: {held_by: Russia}, holder: Russia, status: RU-held}
  - {where: everywhere, holder: Ukraine, status: UA}
)";

void expect_range(const std::optional<layers::Range>& range, double not_held, double is_held) {
    ASSERT_TRUE(range);
    EXPECT_NEAR(range->least.value(), not_held, 1e-6);
    EXPECT_NEAR(range->most.value(), is_held, 1e-6);
}

TEST(Contested, LandIsAClassOfItsOwnWithBothReadingsBesideIt) {
    const std::vector<Plan> plans = point_status({plan_of(as_held)});
    const layers::Overlay land = land_for(plans);
    const AreaTable table{plans[0], land};
    EXPECT_NEAR(table.of(held).area.value(), km2(33, 34), 1e-6);
    EXPECT_NEAR(table.of(layers::contested_land).area.value(), km2(32, 33), 1e-6);
    EXPECT_NEAR(table.of(free_land).area.value(), km2(30, 32), 1e-6);
    EXPECT_NEAR(table.total().value(), km2(30, 34), 1e-6);
    expect_range(table.of(held).contested, km2(33, 34), km2(32, 34));
    expect_range(table.of(free_land).contested, km2(30, 33), km2(30, 32));
    expect_range(table.of(layers::contested_land, "South").contested, 0, 0);
    EXPECT_EQ(table.classes(), (std::vector{held, layers::contested_land, free_land}));
}

TEST(Contested, APlanThatSaysOneThingOfItWhoeverHoldsItLeavesNothingOpen) {
    const std::vector<Plan> plans =
        point_status({plan_of("name: all\nrules:\n  - {where: everywhere, holder: Ukraine, status: UA-regained}\n")});
    const AreaTable table{plans[0], land_for(plans)};
    ASSERT_EQ(table.classes().size(), 1U);
    EXPECT_FALSE(table.of({layers::Holder::ukraine, layers::Status::ua_regained}).contested);
}

TEST(Contested, APlanMaySpeakOfIt) {
    const std::vector<Plan> plans = point_status({plan_of(R"(name: speaks
rules:
  - {where: {held_by: contested}, holder: undecided, status: undecided}
  - {where: {held_by: Russia}, holder: Russia, status: RU-held}
  - {where: {held_by: Ukraine}, holder: Ukraine, status: UA}
)")});
    const layers::Overlay land = land_for(plans);
    const AreaTable table{plans[0], land};
    EXPECT_NEAR(table.of(layers::left_open).area.value(), km2(32, 33), 1e-6);
    EXPECT_NEAR(table.of(held).area.value(), km2(33, 34), 1e-6);
    EXPECT_NEAR(table.of(free_land).area.value(), km2(30, 32), 1e-6);
    EXPECT_FALSE(table.of(held).contested);
    EXPECT_EQ(layers::unassigned(layers::assign(plans[0], land), land).value(), 0);
}

/// A strip of 20 km is as wide on either side as one along the edge of the land that this side holds.
TEST(Contested, AStripIsMeasuredFromTheLandThatTheSideHolds) {
    const std::vector<Plan> plans = point_status({plan_of(std::string{as_held} + R"(zones:
  - {id: ua, kind: demilitarized, where: {within: {distance: 20 km, side: Ukraine}}}
  - {id: ru, kind: demilitarized, where: {within: {distance: 20 km, side: Russia}}}
)")});
    layers::Control near_the_border = control();
    near_the_border.contested = {box(30.1, 33, 48, 50)};  // 7 km of the other side are left
    const AreaTable table{plans[0], land_on(near_the_border, plans)};
    layers::Control inner = near_the_border, outer = near_the_border;
    inner.contested.clear();
    outer.held.push_back(outer.contested.front());
    outer.contested.clear();
    const auto alone = [&plans](const layers::Control& line, const char* zone) {
        return AreaTable{plans[0], land_on(line, plans)}.of_zone(zone).area.value();
    };
    EXPECT_NEAR(table.of_zone("ua").area.value(), alone(outer, "ua"), 1e-6) << "from the west of the contested land";
    EXPECT_NEAR(table.of_zone("ru").area.value(), alone(inner, "ru"), 1e-6) << "from the east of it";
    expect_range(table.of_zone("ua").contested, alone(inner, "ua"), alone(outer, "ua"));
    EXPECT_NEAR(alone(inner, "ru"), alone(outer, "ru"), 1e-6) << "the same by the length of both edges";
    EXPECT_FALSE(table.of_zone("ru").contested);
}

TEST(Contested, BothEdgesMoveTogetherWithTheLine) {
    const std::vector<Plan> plans = point_status({plan_of(as_held)});
    layers::Overlay land = land_for(plans, geo::Kilometres{1});
    land.interval = layers::IntervalKind::worst;
    const AreaTable table{plans[0], land};
    const layers::Estimate contested = table.of(layers::contested_land), is_held = table.of(held);
    ASSERT_TRUE(is_held.line);
    const double front = 222.4;  // km of two degrees of latitude; 1 km on either side of it
    EXPECT_NEAR(is_held.line->most.value() - is_held.area.value(), front, 0.01 * front);
    const geo::SquareKilometres most = contested.line ? contested.line->most : contested.area;
    EXPECT_NEAR(most.value(), contested.area.value(), 0.02 * front) << "what one edge gives the other takes";
}

TEST(Contested, AComparisonHasItInMatrixAndNet) {
    const std::vector<Plan> plans = point_status({plan_of(as_held), plan_of(R"(name: withdraw
rules:
  - {where: {held_by: Russia}, holder: Ukraine, status: UA-regained}
  - {where: everywhere, holder: Ukraine, status: UA}
)")});
    const layers::Overlay land = land_for(plans);
    const layers::Comparison comparison{plans[0], plans[1], land};
    EXPECT_NEAR(comparison.total().value(), km2(30, 34), 1e-6);
    EXPECT_NEAR(comparison.net(layers::Holder::ukraine).area.value(), km2(33, 34), 1e-6);
    expect_range(comparison.net(layers::Holder::ukraine).contested, km2(33, 34), km2(32, 34));
    EXPECT_NEAR(comparison.of(layers::contested_land, layers::contested_land).area.value(), km2(32, 33), 1e-6);
}

TEST(Contested, APointSaysWhatItWouldBeOfEitherSide) {
    const std::vector<Plan> plans = point_status({plan_of(as_held)});
    const layers::Overlay land = land_for(plans);
    const auto point = layers::point_on(land, {32.5, 48.5});
    ASSERT_TRUE(point);
    const layers::PointStatus point_status = layers::point_status_of(plans[0], land, *point);
    EXPECT_EQ(point_status.status_class, layers::contested_land);
    EXPECT_EQ(point_status.if_held, (std::vector{free_land, held}));
    EXPECT_EQ(land.cells[point->cell].side, layers::Side::contested);
}

/// The reference cuts the land.
TEST(Contested, TheProbeAnswersAsALandThatIsCut) {
    const std::vector<Plan> plans = point_status({plan_of(std::string{as_held} + R"(zones:
  - {id: both, kind: demilitarized, where: {within: 20 km}}
  - {id: ua, kind: special, where: {within: {distance: 20 km, side: Ukraine}}}
)")});
    const layers::Overlay land = land_for(plans, geo::Kilometres{2});
    std::vector<layers::Control> lines;
    lines.push_back(control(geo::Kilometres{2}));
    const layers::Probe probe{layers::lay_lines(two_units(), std::move(lines)), plans};
    std::mt19937 random{20261125};
    std::uniform_real_distribution<double> lon{30.05, 33.95}, lat{48.05, 49.95};
    for (int i = 0; i < 200; ++i) {
        const geo::LonLat position{lon(random), lat(random)};
        const layers::PointStatus cut = layers::point_status_of(plans[0], land, *layers::point_on(land, position)),
                                  asked = probe.point_status(plans[0], *probe.spot(position));
        EXPECT_EQ(cut.status_class, asked.status_class) << geo::to_text(position);
        EXPECT_EQ(cut.if_held, asked.if_held) << geo::to_text(position);
        EXPECT_EQ(cut.zones, asked.zones) << geo::to_text(position);
    }
}

}  // namespace
