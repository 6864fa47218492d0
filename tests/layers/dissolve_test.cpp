// SPDX-License-Identifier: MIT
#include "layers/map/dissolve.h"
#include "layers/map/map_frame.h"

#include "support/overlays.h"
#include "support/scenes.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <tuple>

namespace {

using layers::ArcRing;
using layers::Grouping;
using layers::SceneArc;
using layers::SceneLand;
using layers::ScenePoint;

using Segment = std::array<float, 4>;

/// The same whichever way it runs.
Segment segment(ScenePoint a, ScenePoint b) {
    const bool turned = std::tie(b.x_m, b.y_m) < std::tie(a.x_m, a.y_m);
    return turned ? Segment{b.x_m, b.y_m, a.x_m, a.y_m} : Segment{a.x_m, a.y_m, b.x_m, b.y_m};
}

/// Squares of side 1 in rows from the south, as cells of a map; row by row.
SceneLand board(std::uint32_t columns, std::uint32_t rows) {
    SceneLand land;
    for (std::uint32_t y = 0; y <= rows; ++y) {
        for (std::uint32_t x = 0; x <= columns; ++x) {
            land.points.push_back({static_cast<float>(x), static_cast<float>(y)});
        }
    }
    const auto point = [columns](std::uint32_t x, std::uint32_t y) { return y * (columns + 1) + x; };
    const auto cell = [&](std::int64_t x, std::int64_t y) {
        const bool inside = x >= 0 && y >= 0 && x < columns && y < rows;
        return inside ? static_cast<std::uint32_t>(y * columns + x) : SceneLand::Edge::outside;
    };
    for (std::uint32_t y = 0; y <= rows; ++y) {
        for (std::uint32_t x = 0; x <= columns; ++x) {
            const auto at_x = std::int64_t{x}, at_y = std::int64_t{y};
            if (x < columns) {
                land.edges.push_back({cell(at_x, at_y), cell(at_x, at_y - 1), point(x, y), point(x + 1, y)});
            }
            if (y < rows) {
                land.edges.push_back({cell(at_x - 1, at_y), cell(at_x, at_y), point(x, y), point(x, y + 1)});
            }
        }
    }
    return land;
}

double area_of(std::uint32_t group, const std::vector<SceneArc>& arcs) {
    double area = 0;
    for (const ArcRing& ring : layers::rings_of(group, arcs)) {
        area += support::signed_area(layers::points_of(ring, arcs));
    }
    return area;
}

TEST(Dissolve, CellsOfAGroupBecomeOneOutlineWithItsHoles) {
    const SceneLand land = board(5, 5);
    Grouping groups(25, 0);
    groups[12] = 1;                                                      // a hole in the middle
    for (const std::uint32_t cell : {0U, 1U, 5U}) { groups[cell] = 2; }  // a corner
    const std::vector<SceneArc> arcs = layers::arcs_between(land, groups);
    EXPECT_EQ(layers::rings_of(0, arcs).size(), 2U) << "a shell and a hole";
    EXPECT_EQ(layers::rings_of(1, arcs).size(), 1U);
    EXPECT_DOUBLE_EQ(area_of(0, arcs), 21);
    EXPECT_DOUBLE_EQ(area_of(1, arcs), 1);
    EXPECT_DOUBLE_EQ(area_of(2, arcs), 3);
    EXPECT_EQ(arcs.size(), 4U) << "the outline of each part by the outside, the stair between them, the hole";
}

/// Two squares of one group that meet in a corner, as on a chess board: each is a ring of its own, and no ring crosses
/// itself.
TEST(Dissolve, PartsThatTouchInAPointAreRingsOfTheirOwn) {
    const SceneLand land = board(2, 2);
    const std::vector<SceneArc> arcs = layers::arcs_between(land, {0, 1, 1, 0});
    for (const std::uint32_t group : {0U, 1U}) {
        const std::vector<ArcRing> rings = layers::rings_of(group, arcs);
        ASSERT_EQ(rings.size(), 2U);
        for (const ArcRing& ring : rings) {
            EXPECT_DOUBLE_EQ(support::signed_area(layers::points_of(ring, arcs)), 1) << "counter-clockwise";
        }
    }
}

/// The hole in the middle touches the notch in the corner: a shell and a hole, from whichever side they are drawn.
TEST(Dissolve, AHoleThatTouchesTheShellIsARingOfItsOwn) {
    const SceneLand land = board(3, 3);
    for (const std::uint32_t corner : {0U, 2U, 6U, 8U}) {
        Grouping groups(9, 0);
        groups[corner] = 1;
        groups[4] = 2;
        const std::vector<SceneArc> arcs = layers::arcs_between(land, groups);
        std::multiset<double> areas;
        for (const ArcRing& ring : layers::rings_of(0, arcs)) {
            const layers::ScenePath points = layers::points_of(ring, arcs);
            std::set<std::pair<float, float>> seen;
            for (const ScenePoint point : points) {
                EXPECT_TRUE(seen.insert({point.x_m, point.y_m}).second) << "a ring that touches itself";
            }
            areas.insert(support::signed_area(points));
        }
        EXPECT_EQ(areas, (std::multiset<double>{-1, 8})) << corner;
    }
}

TEST(Dissolve, WhatIsAlikeHasNoArcs) {
    const SceneLand land = board(3, 2);
    EXPECT_EQ(layers::arcs_between(land, Grouping(6, 7)).size(), 1U) << "the outline, in one piece";
    EXPECT_TRUE(layers::rings_of(8, layers::arcs_between(land, Grouping(6, 7))).empty());
}

/// On the built-in land under a plan: areas are those of the cells, every edge between two statuses stands in exactly
/// one arc, and so in the outlines of both neighbours, and no other edge in any.
TEST(Dissolve, NeighboursShareTheirEdges) {
    const layers::Plan plan = layers::load_plan("kellogg-15-15", {});
    const layers::Overlay land = support::builtin_land({&plan});
    const layers::Assignment assignment = layers::assign(plan, land);
    const geo::Projection projection = geo::Projection::about(layers::middle_of_ukraine);
    const SceneLand on_map = layers::scene_land(land, projection);
    Grouping groups;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        groups.push_back(static_cast<std::uint32_t>(assignment.class_at(i).status));
    }
    const std::vector<SceneArc> arcs = layers::arcs_between(on_map, groups);
    std::multiset<Segment> in_arcs;
    for (const SceneArc& arc : arcs) {
        for (std::size_t i = 1; i < arc.points.size(); ++i) {
            in_arcs.insert(segment(arc.points[i - 1], arc.points[i]));
        }
    }
    for (const SceneLand::Edge& edge : on_map.edges) {
        const auto group = [&](std::uint32_t cell) { return cell == SceneLand::Edge::outside ? cell : groups[cell]; };
        const bool differ = group(edge.left) != group(edge.right) && edge.from != edge.to;
        ASSERT_EQ(in_arcs.count(segment(on_map.points[edge.from], on_map.points[edge.to])), differ ? 1U : 0U);
    }
    for (const std::uint32_t group : std::set<std::uint32_t>(groups.begin(), groups.end())) {
        double sum = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (groups[i] == group) { sum += support::area_of((*on_map.pieces)[i]); }
        }
        EXPECT_NEAR(area_of(group, arcs), sum, 1e-6 * sum);
    }
}

}  // namespace
