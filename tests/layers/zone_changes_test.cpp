// SPDX-License-Identifier: MIT
#include "layers/model/zone_changes.h"

#include "layers/plan_language/plan_file.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using layers::Change;
using layers::change_of;
using layers::Holder;
using layers::Plan;
using layers::Status;
using layers::ZoneChange;

Plan strip(const std::string& depth) {
    layers::PlanOptions options;
    options.set["depth"] = depth;
    return layers::load_plan("kellogg-15-15", {}, options);
}

const ZoneChange& of(const std::vector<ZoneChange>& changes, const std::string& id) {
    return *std::find_if(changes.begin(), changes.end(),
                         [&id](const ZoneChange& change) { return change.zone().id == id; });
}

/// A strip of 20 km holds all of one of 10 km, and what it gains is the difference of the two areas.
TEST(ZoneChanges, AWiderStripGainsAndLosesNothing) {
    const Plan narrow = strip("10 km"), wide = strip("20 km");
    const layers::Overlay land = support::builtin_land({&narrow, &wide});
    const layers::PlanOn a{narrow, land}, b{wide, land};
    const std::vector<ZoneChange> changes = layers::zone_changes(a, b, layers::places_under(a, b));
    ASSERT_EQ(changes.size(), 3U);
    for (const char* id : {"zone-ukraine", "zone-russia"}) {
        const ZoneChange& change = of(changes, id);
        EXPECT_NEAR(change.gained.area.value(), (change.of_b.area - change.of_a.area).value(), 1e-6) << id;
        EXPECT_GT(change.gained.area.value(), 5000) << id;
        EXPECT_NEAR(change.lost.area.value(), 0, 1e-9) << id;
        EXPECT_TRUE(change.leaving.empty()) << id;
        EXPECT_FALSE(change.entering.empty()) << id;
        for (const ZoneChange::Row& row : change.rows) {
            EXPECT_EQ(row.holder, std::string{id} == "zone-ukraine" ? Holder::ukraine : Holder::russia);
        }
    }
    const ZoneChange& same = of(changes, "west-of-dnipro");
    EXPECT_TRUE(same.rows.empty()) << "it does not depend on the depth";
    EXPECT_TRUE(same.entering.empty() && same.leaving.empty());
    const std::vector<ZoneChange> back = layers::zone_changes(b, a, layers::places_under(b, a));
    EXPECT_EQ(of(back, "zone-ukraine").lost.area, of(changes, "zone-ukraine").gained.area) << "there and back";
}

TEST(ZoneChanges, AZoneOfOnePlanAloneAppearsOrVanishesWithAllItsTowns) {
    const Plan none = layers::load_plan("freeze", {}), with = strip("15 km");
    const layers::Overlay land = support::builtin_land({&none, &with});
    const layers::PlanOn a{none, land}, b{with, land};
    const std::vector<ZoneChange> changes = layers::zone_changes(a, b, layers::places_under(a, b));
    ASSERT_EQ(changes.size(), 3U);
    const ZoneChange& change = of(changes, "zone-ukraine");
    EXPECT_EQ(change.a, nullptr);
    EXPECT_NEAR(change.gained.area.value(), change.of_b.area.value(), 1e-6);
    EXPECT_TRUE(change.gained.rests_on_strips);
    EXPECT_EQ(change.gained.line.has_value(), change.of_b.line.has_value()) << "as certain as the zone itself";
    EXPECT_TRUE(change.of_b.unclear && change.gained.unclear) << "the text says no more of it";
    EXPECT_FALSE(change.lost.unclear);
    const layers::RedrawnPlans redrawn = layers::redraw({none, with}, land, 4);
    const std::vector<ZoneChange> drawn = layers::zone_changes(a, b, layers::places_under(a, b), redrawn.pairs.front());
    const layers::Estimate& gained = of(drawn, "zone-ukraine").gained;
    const layers::Redrawn::Spread* zone = redrawn.plans.back().find("zone zone-ukraine", "");
    ASSERT_TRUE(gained.redrawn && gained.line && zone != nullptr);
    EXPECT_NEAR(gained.redrawn->value(), zone->middle_km2, 1e-6);
    EXPECT_TRUE(std::any_of(change.entering.begin(), change.entering.end(),
                            [](const layers::Place* place) { return place->name == "Kostiantynivka"; }));
    EXPECT_TRUE(layers::zone_changes(a, a, {}).empty()) << "no zones at all";
}

TEST(Changes, LandThatATextLeavesOpenIsNobodysLoss) {
    const layers::StatusClass ukraine{Holder::ukraine, Status::ua}, russia{Holder::russia, Status::frozen},
        open{Holder::undecided, Status::undecided}, open_with_ukraine{Holder::ukraine, Status::undecided};
    EXPECT_EQ(change_of(ukraine, ukraine), Change::none);
    EXPECT_EQ(change_of(ukraine, russia), Change::hands);
    EXPECT_EQ(change_of(ukraine, open_with_ukraine), Change::status);
    EXPECT_EQ(change_of(ukraine, open), Change::open);
    EXPECT_EQ(change_of(layers::contested_land, russia), Change::open);
}

/// A text that says nothing of any land, against one that gives land away: nobody loses by the silence.
TEST(Changes, TheNetOfASilentTextIsNothing) {
    const Plan freeze = layers::load_plan("freeze", {});
    const Plan silent = layers::parse_plan(R"(name: silent
sources: {ME: {title: me}}
rules: [{where: everywhere, holder: undecided, status: undecided, sources: ME, confidence: stated}]
)",
                                           "silent.yaml", {});
    const layers::Overlay land = support::builtin_land({&freeze, &silent});
    const layers::Comparison comparison{freeze, silent, land};
    EXPECT_EQ(comparison.net(Holder::ukraine).area.value(), 0);
    EXPECT_EQ(comparison.net(Holder::russia).area.value(), 0);
    EXPECT_NEAR(comparison.net(Holder::undecided).area.value(), land.total().value(), 1e-6);
}

}  // namespace
