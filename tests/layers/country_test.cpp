// SPDX-License-Identifier: MIT
#include "layers/model/country.h"

#include "layers/plan_language/plan_file.h"
#include "support/drawn_map.h"

#include <gtest/gtest.h>

namespace {

layers::Units box(double west, double south, double east, double north) {
    layers::Units units;
    const geo::Ring ring{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    units.units.push_back({"box", "", "XX-1", "", {{{ring, {}}}}});
    return units;
}

layers::Units only(const std::string& name) {
    layers::Units all = layers::builtin_units();
    const int index = layers::find_unit(all.units, name);
    layers::Units one;
    one.units.push_back(all.units.at(static_cast<std::size_t>(index)));
    return one;
}

TEST(Country, UkraineIsKnownByItsLand) {
    EXPECT_TRUE(layers::is_of_ukraine(layers::builtin_units()));
    EXPECT_TRUE(layers::is_of_ukraine(only("Volyn")));
    EXPECT_TRUE(layers::is_of_ukraine(box(31.0, 48.4, 31.1, 48.5)));   // a few villages, no built-in place
    EXPECT_FALSE(layers::is_of_ukraine(box(27.5, 46.6, 29.2, 48.0)));  // beside it, partly over its border
    EXPECT_FALSE(layers::is_of_ukraine(box(36.2, 50.5, 37.0, 51.0)));  // about a built-in place abroad
    EXPECT_FALSE(layers::is_of_ukraine(box(32.2, 34.5, 34.6, 35.7)));
}

TEST(Country, ElsewhereOnlyPlansThatNameNoSpotSaySomething) {
    const layers::Units island = box(32.2, 34.5, 34.6, 35.7), ukraine = layers::builtin_units();
    const auto speaks = [](const char* name, const layers::Units& units) {
        return layers::speaks_of(layers::load_plan(name, units.units), units);
    };
    EXPECT_TRUE(speaks("as-held", island));
    EXPECT_TRUE(speaks("template-korea", island));
    EXPECT_FALSE(speaks("template-minsk-2", island));  // it names a line of 2014
    EXPECT_FALSE(speaks("us-28-point", island));
    EXPECT_FALSE(speaks("enerhodar-zone", island));  // no unit, but a town
    EXPECT_TRUE(speaks("us-28-point", ukraine));
    EXPECT_TRUE(speaks("enerhodar-zone", ukraine));
    EXPECT_FALSE(speaks("us-28-point", only("Volyn")));
}

}  // namespace
