// SPDX-License-Identifier: MIT
#include "geo/slices.h"

#include "geo/measure.h"
#include "support/drawn_map.h"

#include <gtest/gtest.h>

namespace {

using geo::SquareKilometres;
using testing_support::DrawnMap;

const DrawnMap map{R"(
       k      m
   a---+------+---b
   |   |      |   |
   d---+------+---f
       l      n )"};

TEST(Slices, OneLineBehindTheOtherHasLandBeyondBoth) {
    const auto two =
        geo::nested(map.region("adfb"), {{map.line("kl")}, {map.line("nm")}}, map.at('a'), SquareKilometres{1});
    ASSERT_TRUE(two);
    const geo::Ring east{
        map.at('b'), {map.at('m').lon, map.at('b').lat}, {map.at('n').lon, map.at('f').lat}, map.at('f'), map.at('b')};
    EXPECT_NEAR(two->area.value(), geo::area_of(east).value(), 1e-6);
}

TEST(Slices, TwoFrontsOfOneWarHaveNone) {
    const auto two =
        geo::nested(map.region("adfb"), {{map.line("kl")}, {map.line("nm")}}, {31.0, 49.7}, SquareKilometres{1});
    EXPECT_FALSE(two);
}

/// Both islands are cut by either line; the seed lies west of both.
TEST(Slices, AreFoundAcrossWaterAsWell) {
    const geo::Region country{{{{{30, 50}, {33, 50}, {33, 50.99}, {30, 50.99}, {30, 50}}, {}},
                               {{{30, 51.01}, {33, 51.01}, {33, 52}, {30, 52}, {30, 51.01}}, {}}}};
    const auto two = geo::nested(country, {{{{31, 49.9}, {31, 52.1}}}, {{{32, 49.9}, {32, 52.1}}}}, {30.1, 50.1},
                                 SquareKilometres{1});
    ASSERT_TRUE(two);
    EXPECT_NEAR(two->area.value(),
                geo::area_of(geo::Region{{{{{32, 50}, {33, 50}, {33, 50.99}, {32, 50.99}, {32, 50}}, {}},
                                          {{{32, 51.01}, {33, 51.01}, {33, 52}, {32, 52}, {32, 51.01}}, {}}}})
                    .value(),
                1e-6);
}

}  // namespace
