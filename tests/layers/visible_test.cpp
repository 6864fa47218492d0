// SPDX-License-Identifier: MIT
#include "layers/map/visible.h"

#include "support/random_region.h"
#include "support/scenes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace {

using layers::MapBox;
using layers::ScenePath;
using layers::ScenePiece;
using layers::ScenePoint;

/// A star of so many corners about the origin, with a hole like it of half its size.
ScenePiece star(std::mt19937_64& random, int corners) {
    std::uniform_real_distribution<double> radius{30, 100};
    ScenePiece piece{{{}, {}}, {}};
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, r = radius(random);
        piece.rings[0].push_back({static_cast<float>(r * std::cos(angle)), static_cast<float>(r * std::sin(angle))});
        piece.rings[1].push_back(
            {static_cast<float>(r / 2 * std::cos(angle)), static_cast<float>(r / 2 * std::sin(angle))});
        piece.box.add(piece.rings[0].back());
    }
    return piece;
}

/// Reference: points of a grid, each asked by the even-odd rule.
TEST(Visible, AreaAndWhetherThereIsAnyAreThoseOfAGridOfPoints) {
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_real_distribution<double> corner{-130, 110}, size{2, 90};
    constexpr int steps = 120;
    int seen = 0, hidden = 0;
    for (int round = 0; round < 150; ++round) {
        const ScenePiece piece = star(random, 5 + round % 20);
        const double west = corner(random), south = corner(random);
        const MapBox box{west, south, west + size(random), south + size(random)};
        const double dx = (box.east - box.west) / steps, dy = (box.north - box.south) / steps;
        int inside = 0;
        for (int x = 0; x < steps; ++x) {
            for (int y = 0; y < steps; ++y) {
                inside += support::contains(piece, box.west + (x + 0.5) * dx, box.south + (y + 0.5) * dy) ? 1 : 0;
            }
        }
        const double whole = (box.east - box.west) * (box.north - box.south);
        EXPECT_NEAR(layers::area_within(piece, box), inside * dx * dy, 0.05 * whole);
        if (inside > 0) { EXPECT_TRUE(layers::meets(piece, box)); }
        if (!layers::meets(piece, box)) {
            EXPECT_EQ(inside, 0);
            EXPECT_NEAR(layers::area_within(piece, box), 0, 1e-9);
            ++hidden;
        } else {
            ++seen;
        }
    }
    EXPECT_GT(seen, 20);
    EXPECT_GT(hidden, 5);
}

TEST(Visible, ABoxInAHoleShowsNothing) {
    ScenePiece frame{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {8, 2}, {8, 8}, {2, 8}}}, {}};
    for (const ScenePoint point : frame.rings[0]) { frame.box.add(point); }
    EXPECT_FALSE(layers::meets(frame, {3, 3, 7, 7}));
    EXPECT_DOUBLE_EQ(layers::area_within(frame, {3, 3, 7, 7}), 0);
    EXPECT_TRUE(layers::meets(frame, {1, 1, 7, 7})) << "over its edge";
    EXPECT_DOUBLE_EQ(layers::area_within(frame, {1, 1, 7, 7}), 36 - 25);
    EXPECT_TRUE(layers::meets(frame, {-5, -5, 20, 20})) << "all of it";
    EXPECT_DOUBLE_EQ(layers::area_within(frame, {-5, -5, 20, 20}), 100 - 36);
}

TEST(Visible, ALineIsSeenWhereItCrossesTheBox) {
    const layers::SceneStroke stroke{layers::Part::line, "x", {{{0, 0}, {10, 10}}, {{100, 0}, {100, 1}}}, {}, 1};
    EXPECT_TRUE(layers::meets(stroke, {4, 4, 6, 6}));
    EXPECT_FALSE(layers::meets(stroke, {6, 0, 10, 4})) << "beside it, though within its box";
    EXPECT_TRUE(layers::meets(stroke, {99, -1, 101, 0.5}));
    EXPECT_FALSE(layers::meets(stroke, {20, 20, 90, 90})) << "polylines are not joined";
}

}  // namespace
