// SPDX-License-Identifier: MIT
#include "app/viewer/model/triangles.h"

#include "support/random_region.h"
#include "support/results.h"
#include "support/scenes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

namespace {

using app::viewer::Triangles;
using layers::ScenePiece;
using layers::ScenePoint;

double signed_area(const Triangles& triangles, std::size_t at) {
    return support::signed_area({triangles.corners[at], triangles.corners[at + 1], triangles.corners[at + 2]});
}

double area_of(const Triangles& triangles, std::size_t piece) {
    double area = 0;
    const auto first = static_cast<std::size_t>(triangles.first[piece]);
    for (std::size_t i = first; i < first + static_cast<std::size_t>(triangles.count[piece]); i += 3) {
        area += std::abs(signed_area(triangles, i));
    }
    return area;
}

/// Is the point in the triangle, whichever way it turns?
bool is_in(const Triangles& triangles, std::size_t at, double x, double y) {
    bool all_left = true, all_right = true;
    for (std::size_t i = 0; i < 3; ++i) {
        const ScenePoint a = triangles.corners[at + i], b = triangles.corners[at + (i + 1) % 3];
        const double turn = (double{b.x_m} - a.x_m) * (y - a.y_m) - (double{b.y_m} - a.y_m) * (x - a.x_m);
        all_left = all_left && turn > 0;
        all_right = all_right && turn < 0;
    }
    return all_left || all_right;
}

ScenePiece piece_of(std::vector<std::vector<ScenePoint>> rings) {
    ScenePiece piece{std::move(rings), {}};
    for (const ScenePoint point : piece.rings.front()) { piece.box.add(point); }
    return piece;
}

TEST(Triangles, OfASquareWithAHoleWhicheverWayItRuns) {
    const std::vector<ScenePoint> clockwise{{3, 3}, {3, 7}, {7, 7}, {7, 3}};
    const std::vector<ScenePoint> counter_clockwise{clockwise.rbegin(), clockwise.rend()};
    for (const auto& hole : {clockwise, counter_clockwise}) {
        const ScenePiece square = piece_of({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, hole});
        const ScenePiece beside = piece_of({{{10, 0}, {20, 0}, {15, 10}}});
        const Triangles triangles = app::viewer::triangles_of({square, beside});
        ASSERT_EQ(triangles.first.size(), 2U);
        EXPECT_NEAR(area_of(triangles, 0), 100 - 16, 1e-6);
        EXPECT_NEAR(area_of(triangles, 1), 50, 1e-6);
        for (std::size_t i = 0; i < triangles.corners.size(); i += 3) {
            EXPECT_FALSE(is_in(triangles, i, 5, 5.01)) << "nothing lies in the hole";
        }
    }
}

TEST(Triangles, AreWholeAndOneAfterTheOther) {
    const auto& pieces = *support::result_of("kellogg-15-15").on_map.pieces;
    const Triangles& triangles = support::result_of("kellogg-15-15").triangles;
    ASSERT_EQ(triangles.first.size(), pieces.size());
    ASSERT_EQ(triangles.count.size(), pieces.size());
    int next = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        EXPECT_EQ(triangles.first[i], next);
        EXPECT_EQ(triangles.count[i] % 3, 0);
        EXPECT_GT(triangles.count[i], 0) << "every plot has some land";
        next += triangles.count[i];
    }
    EXPECT_EQ(static_cast<std::size_t>(next), triangles.corners.size());
}

/// Reference: the shoelace formula. Rings whose corners were rounded to 0.06 m may cross themselves by as much.
TEST(Triangles, AddUpToTheirPieces) {
    bool has_holes = false;
    for (const char* plan : {"kellogg-15-15", "freeze"}) {
        const auto& pieces = *support::result_of(plan).on_map.pieces;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            double rim = 0;
            for (const auto& ring : pieces[i].rings) {
                for (std::size_t k = 1; k < ring.size(); ++k) {
                    rim += std::hypot(ring[k].x_m - ring[k - 1].x_m, ring[k].y_m - ring[k - 1].y_m);
                }
            }
            EXPECT_NEAR(area_of(support::result_of(plan).triangles, i), support::area_of(pieces[i]), 0.001 * rim)
                << plan << ": piece " << i;
            has_holes = has_holes || pieces[i].rings.size() > 1;
        }
    }
    EXPECT_TRUE(has_holes) << "Kyiv lies in Kyiv oblast";
}

/// Neighbours meet without a gap only if no corner is new on either side.
TEST(Triangles, HaveNoCornerThatIsNoVertex) {
    const auto& pieces = *support::result_of("kellogg-15-15").on_map.pieces;
    const Triangles& triangles = support::result_of("kellogg-15-15").triangles;
    int made = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::set<std::pair<float, float>> vertices;
        for (const auto& ring : pieces[i].rings) {
            for (const ScenePoint point : ring) { vertices.insert({point.x_m, point.y_m}); }
        }
        const auto first = static_cast<std::size_t>(triangles.first[i]);
        for (std::size_t k = first; k < first + static_cast<std::size_t>(triangles.count[i]); ++k) {
            made += vertices.count({triangles.corners[k].x_m, triangles.corners[k].y_m}) == 0 ? 1 : 0;
        }
    }
    EXPECT_LE(made, 3) << "but where rounding has made a ring cross itself";
}

TEST(Triangles, APointOfTheLandLiesInExactlyOneAndAPointOffItInNone) {
    const auto& pieces = *support::result_of("kellogg-15-15").on_map.pieces;
    const Triangles& triangles = support::result_of("kellogg-15-15").triangles;
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_real_distribution<double> x{-7e5, 7e5}, y{-5e5, 4.5e5}, near_x{1e5, 5.5e5}, near_y{-3e5, 2e5};
    int on_land = 0, off_land = 0;
    for (int round = 0; round < 400; ++round) {
        const double px = round % 2 == 0 ? x(random) : near_x(random), py = round % 2 == 0 ? y(random) : near_y(random);
        std::size_t owners = 0, covering = 0;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (px < pieces[i].box.west || px > pieces[i].box.east || py < pieces[i].box.south ||
                py > pieces[i].box.north) {
                continue;
            }
            const bool owns = support::contains(pieces[i], px, py);
            owners += owns ? 1 : 0;
            const auto first = static_cast<std::size_t>(triangles.first[i]);
            for (std::size_t k = first; k < first + static_cast<std::size_t>(triangles.count[i]); k += 3) {
                const bool hit = is_in(triangles, k, px, py);
                covering += hit ? 1 : 0;
                EXPECT_TRUE(owns || !hit) << "a triangle outside its piece at " << px << ", " << py;
            }
        }
        EXPECT_EQ(covering, owners) << px << ", " << py;
        EXPECT_LE(owners, 1U) << px << ", " << py;
        (owners == 1 ? on_land : off_land) += 1;
    }
    EXPECT_GT(on_land, 100);
    EXPECT_GT(off_land, 20);
}

}  // namespace
