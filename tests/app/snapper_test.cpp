// SPDX-License-Identifier: MIT
#include "app/viewer/model/snapper.h"

#include "geo/adjacency.h"
#include "layers/model/place.h"
#include "support/overlays.h"
#include "support/random_region.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>

namespace {

using app::viewer::Snapped;
using app::viewer::Snapper;
using geo::Kilometres;

/// A unit about a square far from all places, and a line through its middle.
layers::Overlay square_in_the_sea() {
    layers::Overlay land;
    land.units.units.push_back({"Alpha", "", "A", "", {{{{{31, 43}, {32, 43}, {32, 44}, {31, 44}, {31, 43}}, {}}}}});
    land.lines.emplace_back();
    land.lines[0].control.info = {"2026-01-01", layers::LineKind::contact, {}, "", {}};
    land.lines[0].front = {{{31.5, 43}, {31.5, 43.4}, {31.5, 44}}};
    return land;
}

TEST(Snapper, FindsBordersAndTheLineAndSaysWhichTheyAre) {
    const Snapper snapper{square_in_the_sea()};
    const auto border = snapper.nearest({31.2, 43.01}, Kilometres{5});
    ASSERT_TRUE(border.has_value());
    EXPECT_EQ(border->what, Snapped::What::border);
    EXPECT_EQ(border->words, "border of Alpha");
    EXPECT_NEAR(border->position.lon, 31.2, 1e-9);
    EXPECT_EQ(border->position.lat, 43);
    const auto line = snapper.nearest({31.51, 43.7}, Kilometres{5});
    ASSERT_TRUE(line.has_value());
    EXPECT_EQ(line->what, Snapped::What::line);
    EXPECT_EQ(line->words, "line of contact 2026-01-01");
    EXPECT_EQ(line->position.lon, 31.5);
    EXPECT_FALSE(snapper.nearest({31.25, 43.5}, Kilometres{15}).has_value()) << "20 km from everything";
}

TEST(Snapper, ACornerWinsOverANearerEdgeAndAPlaceOverBoth) {
    const geo::LonLat kerch = layers::find_place("Kerch")->position;
    layers::Overlay land = square_in_the_sea();
    land.lines[0].front.push_back({{kerch.lon - 0.1, kerch.lat + 0.01}, {kerch.lon, kerch.lat + 0.01}});
    const Snapper snapper{land};
    const geo::LonLat beside{31.497, 43.41};
    const auto corner = snapper.nearest(beside, Kilometres{2});
    ASSERT_TRUE(corner.has_value());
    EXPECT_EQ(corner->what, Snapped::What::vertex);
    EXPECT_EQ(corner->words, "corner");
    EXPECT_EQ(corner->position, (geo::LonLat{31.5, 43.4}));
    EXPECT_EQ(snapper.nearest(beside, Kilometres{1})->what, Snapped::What::line) << "the corner is 1.14 km away";
    const auto place = snapper.nearest({kerch.lon, kerch.lat + 0.009}, Kilometres{2});
    ASSERT_TRUE(place.has_value());
    EXPECT_EQ(place->what, Snapped::What::place);
    EXPECT_EQ(place->words, "Kerch");
    EXPECT_EQ(place->position, kerch);
    EXPECT_EQ(snapper.nearest({kerch.lon, kerch.lat + 0.009}, Kilometres{0.5})->what, Snapped::What::vertex);
}

TEST(Snapper, CornersOfOtherShapesCountAndTheirEdgesDoNot) {
    const Snapper snapper{square_in_the_sea()};
    const layers::Sketch others{
        {{layers::SketchShape::Kind::polygon, "", layers::ZoneKind::special, {{31.2, 43.3}, {31.3, 43.3}}}}};
    const auto found = snapper.nearest({31.21, 43.3}, Kilometres{2}, others);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->what, Snapped::What::vertex);
    EXPECT_EQ(found->position, (geo::LonLat{31.2, 43.3}));
    EXPECT_FALSE(snapper.nearest({31.21, 43.3}, Kilometres{2}).has_value());
    EXPECT_FALSE(snapper.nearest({31.25, 43.3}, Kilometres{2}, others).has_value()) << "in the middle of its edge";
}

/// What a query has to choose from, by Vincenty's geodesics.
struct Witness {
    Kilometres place{1e9}, vertex{1e9}, edge{1e9};

    Witness(const std::vector<geo::Segment>& segments, const geo::LonLat& at, Kilometres within) {
        const double lat_reach = within.value() / 100, lon_reach = within.value() / 60;  // degrees, and some more
        for (const layers::Place& known : layers::builtin_places()) {
            place = std::min(place, support::vincenty(at, known.position));
        }
        for (const auto& [from, to] : segments) {
            const geo::Bounds box = geo::bounds_of(geo::Path{from, to});
            if (at.lat < box.south - lat_reach || at.lat > box.north + lat_reach) { continue; }
            if (at.lon < box.west - lon_reach || at.lon > box.east + lon_reach) { continue; }
            vertex = std::min({vertex, support::vincenty(at, from), support::vincenty(at, to)});
            edge = std::min(edge, support::vincenty(at, geo::Path{from, to}));
        }
    }

    /// Is one of them too near to the limit to tell?
    bool is_close(Kilometres within) const {
        const auto close = [&](Kilometres distance) { return std::abs(distance / within - 1) < 0.01; };
        return close(place) || close(vertex) || close(edge);
    }
};

std::vector<geo::Segment> segments_of(const layers::Overlay& land) {
    std::vector<geo::Segment> segments;
    const auto add = [&segments](const geo::Path& path) {
        for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
    };
    for (const geo::Path& path : land.lines[0].front) { add(path); }
    for (const layers::Unit& unit : land.units.units) {
        for (const geo::Ring* ring : geo::rings_of(unit.region)) { add(*ring); }
    }
    return segments;
}

TEST(Snapper, FindsWhatASearchThroughEverythingFinds) {
    const layers::Overlay land = support::builtin_land();
    const Snapper snapper{land};
    const std::vector<geo::Segment> segments = segments_of(land);
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_int_distribution<std::size_t> any{0, segments.size() - 1};
    std::normal_distribution<double> off{0, 0.1};
    std::uniform_real_distribution<double> exponent{-0.5, 1.7};
    std::map<std::optional<Snapped::What>, int> counts;
    for (int i = 0; i < 400; ++i) {
        const auto& [from, to] = segments[any(random)];
        const geo::LonLat at{(from.lon + to.lon) / 2 + off(random), (from.lat + to.lat) / 2 + off(random)};
        const Kilometres within{std::pow(10, exponent(random))};
        const Witness witness{segments, at, within};
        if (witness.is_close(within)) { continue; }
        const auto found = snapper.nearest(at, within);
        const bool is_place = witness.place < within, is_vertex = !is_place && witness.vertex < within;
        const Kilometres expected = is_place ? witness.place : is_vertex ? witness.vertex : witness.edge;
        ASSERT_EQ(found.has_value(), expected < within) << geo::to_text(at) << ", within " << within.value();
        ++counts[found ? std::optional{found->what} : std::nullopt];
        if (!found) { continue; }
        EXPECT_EQ(found->what == Snapped::What::place, is_place);
        EXPECT_EQ(found->what == Snapped::What::vertex, is_vertex);
        EXPECT_NEAR(support::vincenty(at, found->position).value(), expected.value(), 0.01 * expected.value() + 1e-6);
    }
    EXPECT_GE(counts.size(), 4U) << "places, vertices, edges and nothing should all occur";
}

TEST(Snapper, AnswersWhileThePointerMovesOverSixtyThousandSegments) {
    layers::Overlay land = square_in_the_sea();
    constexpr int corners = 60'000;
    geo::Ring winding;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, reach = 1 + 0.1 * std::sin(300 * angle);
        winding.push_back({31 + 8 * reach * std::cos(angle), 48.5 + 3 * reach * std::sin(angle)});
    }
    winding.push_back(winding.front());
    land.units.units.push_back({"Beta", "", "B", "", {{{winding, {}}}}});
    const Snapper snapper{land};
    std::mt19937_64 random{1};
    std::uniform_real_distribution<double> lon{22, 40}, lat{45, 52};
    for (const double within : {0.5, 10.0, 100.0}) {
        constexpr int queries = 1000;
        int hits = 0;
        std::size_t looked_at = 0;
        for (int i = 0; i < queries; ++i) {
            hits += snapper.nearest({lon(random), lat(random)}, Kilometres{within}, {}, &looked_at) ? 1 : 0;
        }
        EXPECT_LT(looked_at / queries, corners / 100) << "within " << within << " km";
        EXPECT_GT(hits, 0);
    }
}

TEST(Snapper, PositionsOffTheMapFindNothing) {
    const Snapper snapper{square_in_the_sea()};
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
    for (const geo::LonLat& at : {geo::LonLat{nan, 48}, {infinite, 48}, {-170, -60}, {1e9, 1e9}, {0, 90}}) {
        EXPECT_FALSE(snapper.nearest(at, Kilometres{5}).has_value());
    }
    EXPECT_FALSE(Snapper{layers::Overlay{}}.nearest({31, 43}, Kilometres{5}).has_value()) << "an empty land";
}

}  // namespace
