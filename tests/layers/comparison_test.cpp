// SPDX-License-Identifier: MIT
#include "layers/model/comparison.h"

#include "geo/measure.h"
#include "layers/map/difference_layers.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace {

using layers::Comparison;
using layers::Plan;

struct Pair {
    Plan a, b;
    layers::Overlay land;
    Comparison comparison;
    Pair(const std::string& first, const std::string& second)
        : a{layers::load_plan(first, {})},
          b{layers::load_plan(second, {})},
          land{support::builtin_land({&a, &b})},
          comparison{a, b, land} {}
    std::vector<layers::PlaceUnderBoth> places() const { return layers::places_under({a, land}, {b, land}); }
};

TEST(Comparison, TheMatrixIsTheCountry) {
    const Pair pair{"us-28-point", "ua-us-20-point"};
    EXPECT_NEAR(pair.comparison.total().value(), pair.land.total().value(), 1e-7);
}

TEST(Comparison, ThereAndBackMirrorEachOther) {
    const Pair pair{"us-28-point", "kellogg-15-15"};
    const Comparison back{pair.b, pair.a, pair.land};
    for (const layers::Transfer& there : pair.comparison.matrix) {
        const auto mirrored = [&](const layers::Transfer& other) {
            return other.unit_code == there.unit_code && other.from == there.to && other.to == there.from;
        };
        const auto found = std::find_if(back.matrix.begin(), back.matrix.end(), mirrored);
        ASSERT_NE(found, back.matrix.end());
        EXPECT_DOUBLE_EQ(found->estimate.area.value(), there.estimate.area.value());
        ASSERT_EQ(found->estimate.line.has_value(), there.estimate.line.has_value());
        if (!there.estimate.line) { continue; }
        EXPECT_NEAR(found->estimate.line->least.value(), there.estimate.line->least.value(), 1e-6);
    }
    EXPECT_DOUBLE_EQ(pair.comparison.net(layers::Holder::ukraine).area.value(),
                     -back.net(layers::Holder::ukraine).area.value());
}

TEST(Comparison, APlanDoesNotDifferFromItself) {
    const Pair pair{"us-28-point", "us-28-point"};
    EXPECT_EQ(pair.comparison.changed().area.value(), 0);
    EXPECT_FALSE(pair.comparison.changed().line);
    const std::vector<layers::PlaceUnderBoth> places = pair.places();
    EXPECT_TRUE(std::none_of(places.begin(), places.end(), [](const layers::PlaceUnderBoth& place) {
        return place.change() != layers::Change::none;
    }));
}

/// Two drawings of one line, of one source: nothing moves between them, and no place is in doubt.
TEST(Comparison, LinesOfOneSourceAreNotOffToBothSides) {
    Plan a = layers::load_plan("as-held", {}), b = a;
    const layers::Control drawn = support::builtin_line("2025-12-24");
    const auto in_doubt = [&](const std::string& source) {
        std::vector<layers::Control> lines{drawn, drawn};
        lines[1].info.name = "again";
        lines[1].info.source = source;
        layers::stand_on(b, "again");
        layers::Cuts cuts;
        cuts.plans = {&a, &b};
        for (const Plan* plan : cuts.plans) {
            for (const layers::AreaExpression* area : layers::areas_of(*plan)) { cuts.areas.push_back(area); }
        }
        const layers::Overlay land = layers::cut(layers::builtin_units(), std::move(lines), cuts);
        const std::vector<layers::PlaceUnderBoth> places = layers::places_under({a, land}, {b, land});
        return std::ranges::count_if(places, &layers::PlaceUnderBoth::may_change_hands);
    };
    EXPECT_EQ(in_doubt(drawn.info.source), 0);
    EXPECT_GT(in_doubt("another"), 10);
}

/// Both hang on the line, by a hundred square kilometres; what they differ by does not.
TEST(Comparison, ASharedErrorCancels) {
    const std::string rules = R"(  - {where: {held_by: Russia}, holder: Russia, status: frozen}
  - {where: everywhere, holder: Ukraine, status: UA}
)";
    const Plan a = support::plan_of("name: a\nrules:\n" + rules);
    const Plan b =
        support::plan_of("name: b\nrules:\n  - {where: {units: Lviv}, holder: undecided, status: undecided}\n" + rules);
    const layers::Overlay land = support::builtin_land({&a, &b});
    const layers::Estimate ukraine = layers::AreaTable{a, land}.of({layers::Holder::ukraine, layers::Status::ua});
    ASSERT_TRUE(ukraine.line);
    EXPECT_GT((ukraine.line->most - ukraine.line->least).value(), 100);
    const layers::Estimate changed = Comparison{a, b, land}.changed();
    const int lviv = layers::find_unit(land.units.units, "Lviv");
    EXPECT_NEAR(changed.area.value(), geo::area_of(land.units.units[static_cast<std::size_t>(lviv)].region).value(),
                1e-6);
    EXPECT_FALSE(changed.line) << "it is not varied";
}

/// The whole of Donetsk and Luhansk changes between these two: wherever the line runs.
TEST(Comparison, WhatDoesNotHangOnTheLineHasNoInterval) {
    const Pair pair{"annexation-2022", "us-28-point"};
    const layers::Estimate luhansk = pair.comparison.of({layers::Holder::russia, layers::Status::ru_claimed},
                                                        {layers::Holder::russia, layers::Status::ru_de_facto});
    ASSERT_TRUE(luhansk.line);
    EXPECT_GT(luhansk.line->most.value() - luhansk.line->least.value(), 100) << "with Zaporizhzhia and Kherson it does";
    for (const layers::Transfer& transfer : pair.comparison.matrix) {
        if (transfer.unit == "Luhansk") { EXPECT_FALSE(transfer.estimate.line); }
    }
}

TEST(Comparison, TownsOfTheBeltChangeHands) {
    const Pair pair{"freeze", "us-28-point"};
    const std::vector<layers::PlaceUnderBoth> places = pair.places();
    std::map<std::string, const layers::PlaceUnderBoth*> changed;
    for (const layers::PlaceUnderBoth& place : places) {
        if (place.a.status_class.holder != place.b.status_class.holder) { changed[place.place->name] = &place; }
    }
    for (const char* name : {"Sloviansk", "Kramatorsk", "Druzhkivka", "Kostiantynivka", "Dobropillia"}) {
        ASSERT_EQ(changed.count(name), 1U) << name;
        EXPECT_EQ(changed[name]->b.status_class.status, layers::Status::withdrawn_ua) << name;
    }
    EXPECT_EQ(changed.count("Kherson"), 0U);
    EXPECT_FALSE(changed["Kramatorsk"]->within_accuracy);
    for (const layers::PlaceUnderBoth& place : places) {
        if (place.place->name != "Pokrovsk") { continue; }
        EXPECT_TRUE(place.within_accuracy) << "the line runs through its outskirts";
    }
}

TEST(Comparison, PlansOnDifferentLinesMeetOnOneLand) {
    Plan a = layers::load_plan("as-held", {}), b = a;
    layers::stand_on(a, "2022-02-23");
    layers::stand_on(b, "2025-12-24");
    const layers::Overlay land = support::builtin_land({&a, &b});
    const Comparison comparison{a, b, land};
    const double gained = comparison.net(layers::Holder::russia).area.value();
    const double then = layers::AreaTable{a, land}.of({layers::Holder::russia, layers::Status::ru_held}).area.value();
    const double now = layers::AreaTable{b, land}.of({layers::Holder::russia, layers::Status::ru_held}).area.value();
    EXPECT_NEAR(gained, now - then, 1e-6);
    // Published: 7 % before 24 February 2022 (AFP on ISW's files), 19.25 % on 1 January 2026 (DeepState).
    EXPECT_NEAR(100 * then / land.total().value(), 7, 0.5);
    EXPECT_NEAR(100 * now / land.total().value(), 19.25, 0.3);
}

TEST(Comparison, EveryPairAtOnceIsWhatEachPairIs) {
    std::vector<Plan> plans;
    for (const char* name : {"as-held", "us-28-point", "scenario-attrition", "kellogg-15-15"}) {
        plans.push_back(layers::load_plan(name, {}));
    }
    const layers::Overlay land = support::builtin_land({&plans[0], &plans[1], &plans[2], &plans[3]});
    const auto all = layers::differences(plans, land);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (std::size_t k = 0; k < plans.size(); ++k) {
            const layers::Estimate changed = Comparison{plans[i], plans[k], land}.changed();
            EXPECT_NEAR(all[i][k].classes.area.value(), changed.area.value(), 1e-6);
            if (i == k) { continue; }
            ASSERT_EQ(all[i][k].classes.line.has_value(), changed.line.has_value());
            if (!changed.line) { continue; }
            EXPECT_NEAR(all[i][k].classes.line->least.value(), changed.line->least.value(), 1e-6);
            EXPECT_NEAR(all[i][k].classes.line->most.value(), changed.line->most.value(), 1e-6);
        }
    }
    EXPECT_GT(all[0][3].zones.value(), 20000) << "30 km along more than a thousand";
    EXPECT_EQ(all[0][3].classes.area.value(), 0);
}

TEST(DifferenceLayers, MeasureWhatTheMatrixSays) {
    const Pair pair{"freeze", "us-28-point"};
    const layers::PlanLayers made = layers::difference_layers(pair.a, pair.b, pair.comparison, pair.land);
    double sum = 0;
    for (const geo::Feature& feature : made.dataset.features) {
        const double km2 = std::stod(geo::text_of(feature.properties, "km2"));
        const double rounding = geo::perimeter_of(feature.shape.region).value() * 1.2e-5;
        EXPECT_NEAR(geo::area_of(feature.shape.region).value(), km2, rounding) << geo::name_of(feature);
        EXPECT_NE(geo::text_of(feature.properties, "change").find("→"), std::string::npos);
        sum += km2;
    }
    EXPECT_NEAR(sum, pair.comparison.changed().area.value(), 1e-6);
}

}  // namespace
