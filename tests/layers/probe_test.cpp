// SPDX-License-Identifier: MIT
#include "layers/model/probe.h"

#include "geo/measure.h"
#include "layers/model/cutting.h"
#include "layers/model/place.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <random>

namespace {

struct All {
    std::vector<layers::Plan> plans;
    layers::BaseOverlay base;
    layers::Overlay land;

    All() {
        const layers::Units units = layers::builtin_units();
        for (const std::string& name : layers::builtin_plan_names()) {
            plans.push_back(layers::load_plan(name, units.units));
        }
        std::vector<layers::Control> lines = layers::lines_under(plans, std::nullopt, units);
        layers::add_lines_named(plans, units, lines);
        base = layers::lay_lines(units, std::move(lines));
        land = layers::cut(base, layers::cuts_for(plans));
    }
};

const All& all() {
    static const All made;
    return made;
}

std::vector<std::string> ids(const layers::PointStatus& point_status) {
    std::vector<std::string> names;
    for (const layers::Zone* zone : point_status.zones) { names.push_back(zone->id); }
    return names;
}

/// Is it so near to the edge of a strip or of an accuracy that 0.1 % of the depth decide?
bool is_near_an_edge(const layers::PointOnBase& spot, const layers::Overlay& land) {
    for (std::size_t line = 0; line < land.lines.size(); ++line) {
        const geo::Kilometres off = geo::magnitude(spot.from_line[line]);
        for (const geo::Kilometres level : land.lines[line].levels) {
            if (geo::magnitude(off - level) < level * 0.002 + geo::Kilometres{0.05}) { return true; }
        }
        if (off < geo::Kilometres{0.05}) { return true; }
    }
    return false;
}

/// The reference cuts the land for all plans and looks up the cell.
TEST(Probe, AnswersAsALandThatIsCutForAllPlans) {
    const layers::Probe probe{all().base, all().plans};
    const unsigned seed = 20261122;
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> lon{22, 40.3}, lat{44.3, 52.4};
    std::vector<layers::PlanOn> point_statuses;
    for (const layers::Plan& plan : all().plans) { point_statuses.emplace_back(plan, all().land); }
    int compared = 0;
    while (compared < 300) {
        const geo::LonLat position{lon(random), lat(random)};
        const auto cell = layers::cell_at(all().land, position);
        const auto spot = probe.spot(position);
        if (!cell || !spot || is_near_an_edge(*spot, all().land)) { continue; }
        ++compared;
        for (std::size_t i = 0; i < all().plans.size(); ++i) {
            const layers::PointStatus cut = layers::point_status_at(point_statuses[i], *cell),
                                      asked = probe.point_status(all().plans[i], *spot);
            const std::string where =
                all().plans[i].name + " at " + geo::to_text(position) + ", seed " + std::to_string(seed);
            ASSERT_EQ(asked.status_class, cut.status_class) << where;
            ASSERT_EQ(ids(asked), ids(cut)) << where;
            ASSERT_EQ(asked.within_accuracy, cut.within_accuracy) << where;
            ASSERT_EQ(asked.zones_within_accuracy, cut.zones_within_accuracy) << where;
        }
    }
}

TEST(Probe, APlaceJustOffTheLandTakesTheLandBesideIt) {
    const layers::Probe probe{all().base, {}};
    const layers::Place& sevastopol = *layers::find_place("Sevastopol");
    const auto spot = probe.spot(sevastopol.position);
    ASSERT_TRUE(spot);
    EXPECT_EQ(all().base.units.units[spot->unit].code, "UA-40");
    EXPECT_GT(spot->off_land, geo::Kilometres{0});
    EXPECT_LT(spot->from_line.front(), geo::Kilometres{0});
    EXPECT_FALSE(probe.spot({31.5, 43.5}));  // the middle of the Black Sea
}

TEST(Probe, DistancesToTheLineAreThoseOfThePoint) {
    const layers::Probe probe{all().base, {}};
    const layers::Place& kramatorsk = *layers::find_place("Kramatorsk");
    const auto spot = probe.spot(kramatorsk.position);
    const auto point = layers::point_on(all().land, kramatorsk.position);
    ASSERT_TRUE(spot && point && point->to_line.front());
    EXPECT_NEAR(spot->from_line.front().value(), point->to_line.front()->value(), 1e-6);
}

}  // namespace
