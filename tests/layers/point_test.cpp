// SPDX-License-Identifier: MIT
#include "layers/model/point.h"

#include "layers/model/place.h"
#include "support/overlays.h"
#include "support/random_region.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <set>

namespace {

/// By the winding number: another method than geo::contains().
bool winds_round(const geo::Ring& ring, const geo::LonLat& position) {
    double turned = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double ax = ring[i - 1].lon - position.lon, ay = ring[i - 1].lat - position.lat;
        const double bx = ring[i].lon - position.lon, by = ring[i].lat - position.lat;
        turned += std::atan2(ax * by - ay * bx, ax * bx + ay * by);
    }
    return std::abs(turned) > std::numbers::pi;
}

bool lies_in(const geo::Polygon& polygon, const geo::LonLat& position) {
    return winds_round(polygon.shell, position) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&position](const geo::Ring& hole) { return winds_round(hole, position); });
}

TEST(Point, CellAtIsTheOneThatHoldsThePosition) {
    const layers::Plan plan = layers::load_plan("kellogg-15-15", {});
    const layers::Overlay land = support::builtin_land({&plan});
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_real_distribution<double> lon{21, 41}, lat{43.5, 53}, near_lon{32, 39}, near_lat{46, 50.5};
    std::set<std::size_t> met;
    int off_land = 0;
    for (int i = 0; i < 300; ++i) {
        const bool near_the_line = i % 2 == 0;
        const geo::LonLat position{near_the_line ? near_lon(random) : lon(random),
                                   near_the_line ? near_lat(random) : lat(random)};
        std::vector<std::size_t> holders;
        for (std::size_t cell = 0; cell < land.cells.size(); ++cell) {
            if (lies_in(land.cells[cell].face->shape, position)) { holders.push_back(cell); }
        }
        ASSERT_LE(holders.size(), 1U) << to_text(position);
        const auto found = layers::cell_at(land, position);
        ASSERT_EQ(found, holders.empty() ? std::nullopt : std::optional{holders[0]}) << to_text(position);
        off_land += found ? 0 : 1;
        if (found) { met.insert(*found); }
    }
    EXPECT_GT(off_land, 10);
    EXPECT_GT(met.size(), 10U);
}

TEST(Point, ThereIsNoCellAtSeaAndAbroad) {
    const layers::Overlay land = support::builtin_land();
    const geo::LonLat black_sea{31, 44}, azov{36.5, 46}, warsaw{21.01, 52.23}, chisinau{28.86, 47.01};
    for (const geo::LonLat& position : {black_sea, azov, warsaw, chisinau}) {
        EXPECT_FALSE(layers::cell_at(land, position).has_value()) << to_text(position);
    }
}

TEST(Point, LiesOnACellAndSoFarFromTheLine) {
    const layers::Overlay land = support::builtin_land();
    const geo::LonLat kramatorsk = layers::find_place("краматорськ")->position;
    const auto point = layers::point_on(land, kramatorsk);
    ASSERT_TRUE(point.has_value());
    EXPECT_EQ(land.units.units[static_cast<std::size_t>(land.cells[point->cell].unit)].code, "UA-14");
    EXPECT_EQ(point->off_land, geo::Kilometres{0});
    geo::Kilometres nearest{1e9};
    for (const geo::Path& path : land.lines[0].front) {
        nearest = std::min(nearest, support::vincenty(kramatorsk, path));
    }
    EXPECT_NEAR(point->to_line[0]->value(), nearest.value(), 0.002 * nearest.value());
}

TEST(Point, BesideTheLandIsOnTheNearest) {
    const layers::Overlay land = support::builtin_land();
    const auto bridge = layers::point_on(land, layers::find_place("Crimean (Kerch) Bridge")->position);
    ASSERT_TRUE(bridge.has_value());
    EXPECT_LT(bridge->off_land, geo::Kilometres{5});
    EXPECT_FALSE(layers::point_on(land, {31, 44}).has_value()) << "the middle of the Black Sea";
    EXPECT_FALSE(layers::point_on(land, {48.7, 37.6}).has_value()) << "latitude first: Iran";
}

TEST(Point, HasAStandingUnderEveryPlan) {
    const layers::Plan plan = layers::load_plan("us-28-point", {});
    const layers::Overlay land = support::builtin_land({&plan});
    const auto point = layers::point_on(land, layers::find_place("Kramatorsk")->position);
    const layers::PointStatus point_status = layers::point_status_of(plan, land, *point);
    EXPECT_EQ(point_status.status_class.status, layers::Status::withdrawn_ua);
    EXPECT_EQ(point_status.rule->provenance.clause, "21a, 21d");
    ASSERT_EQ(point_status.zones.size(), 1U);
    EXPECT_EQ(point_status.zones[0]->id, "donetsk-buffer");
    EXPECT_FALSE(point_status.within_accuracy) << "twenty kilometres from a line that is good to two";
    const auto near = layers::point_on(land, layers::find_place("Pokrovsk")->position);
    EXPECT_TRUE(layers::point_status_of(plan, land, *near).within_accuracy);
}

TEST(Places, FacilitiesArePlantsDamsBridgesAndPorts) {
    const auto count = [](const std::string& kind) {
        const auto& places = layers::builtin_places();
        return std::count_if(places.begin(), places.end(), [&kind](const layers::Place& place) {
            return layers::is_facility(place) && layers::facility_kind(place) == kind;
        });
    };
    EXPECT_EQ(count("nuclear plant"), 5);
    EXPECT_EQ(count("dam"), 2);
    EXPECT_EQ(count("bridge"), 3);
    EXPECT_EQ(count("port"), 14);
}

}  // namespace
