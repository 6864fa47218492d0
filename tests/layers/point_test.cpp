// SPDX-License-Identifier: MIT
#include "layers/point.h"

#include "layers/place.h"
#include "support/lands.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

TEST(Point, LiesOnAPlotAndSoFarFromTheLine) {
    const layers::Land land = support::builtin_land();
    const geo::LonLat kramatorsk = layers::find_place("краматорськ")->position;
    const auto point = layers::point_on(land, kramatorsk);
    ASSERT_TRUE(point.has_value());
    EXPECT_EQ(land.units.units[static_cast<std::size_t>(land.plots[point->plot].unit)].code, "UA-14");
    EXPECT_EQ(point->off_land, geo::Kilometres{0});
    geo::Kilometres nearest{1e9};
    for (const geo::Path& path : land.lines[0].front) {
        nearest = std::min(nearest, support::vincenty(kramatorsk, path));
    }
    EXPECT_NEAR(point->to_line[0]->value(), nearest.value(), 0.002 * nearest.value());
}

TEST(Point, BesideTheLandIsOnTheNearest) {
    const layers::Land land = support::builtin_land();
    const auto bridge = layers::point_on(land, layers::find_place("Crimean (Kerch) Bridge")->position);
    ASSERT_TRUE(bridge.has_value());
    EXPECT_LT(bridge->off_land, geo::Kilometres{5});
    EXPECT_FALSE(layers::point_on(land, {31, 44}).has_value()) << "the middle of the Black Sea";
    EXPECT_FALSE(layers::point_on(land, {48.7, 37.6}).has_value()) << "latitude first: Iran";
}

TEST(Point, HasAStandingUnderEveryPlan) {
    const layers::Plan plan = layers::load_plan("us-28-point", {});
    const layers::Land land = support::builtin_land({&plan});
    const auto point = layers::point_on(land, layers::find_place("Kramatorsk")->position);
    const layers::Standing standing = layers::standing_of(plan, land, *point);
    EXPECT_EQ(standing.label.status, "withdrawn-UA");
    EXPECT_EQ(standing.rule->basis.clause, "21a, 21d");
    ASSERT_EQ(standing.zones.size(), 1U);
    EXPECT_EQ(standing.zones[0]->id, "donetsk-buffer");
    EXPECT_FALSE(standing.within_accuracy) << "twenty kilometres from a line that is good to two";
    const auto near = layers::point_on(land, layers::find_place("Pokrovsk")->position);
    EXPECT_TRUE(layers::standing_of(plan, land, *near).within_accuracy);
}

TEST(Places, FacilitiesArePlantsDamsBridgesAndPorts) {
    const auto count = [](const std::string& kind) {
        const auto& places = layers::builtin_places();
        return std::count_if(places.begin(), places.end(), [&kind](const layers::PlaceOfInterest& place) {
            return layers::is_facility(place) && layers::facility_kind(place) == kind;
        });
    };
    EXPECT_EQ(count("nuclear plant"), 5);
    EXPECT_EQ(count("dam"), 2);
    EXPECT_EQ(count("bridge"), 3);
    EXPECT_EQ(count("port"), 14);
}

}  // namespace
