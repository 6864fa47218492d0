// SPDX-License-Identifier: MIT
#include "geo/band.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace {

using geo::Kilometres;
using geo::LonLat;
using geo::Path;
using geo::Region;

/// A path that wanders, now and then back on itself.
Path wandering(unsigned seed, int legs, double leg_degrees) {
    std::mt19937 random{seed};
    std::normal_distribution<double> turn{0, 0.9};
    Path path{{36.5, 49}};
    double heading = 3.5;
    for (int i = 0; i < legs; ++i) {
        heading += turn(random);
        const LonLat& last = path.back();
        path.push_back({last.lon + leg_degrees * 1.5 * std::cos(heading), last.lat + leg_degrees * std::sin(heading)});
    }
    return path;
}

/// The worst deviation of the edge's corners and middles from the distance, as a part of it.
double worst_edge(const Region& band, const Path& path, Kilometres distance, std::size_t samples) {
    std::vector<LonLat> points;
    for (const geo::Ring* ring : geo::rings_of(band)) {
        for (std::size_t i = 1; i < ring->size(); ++i) {
            const LonLat &a = (*ring)[i - 1], &b = (*ring)[i];
            points.push_back(b);
            points.push_back({(a.lon + b.lon) / 2, (a.lat + b.lat) / 2});
        }
    }
    double worst = 0;
    const std::size_t step = std::max<std::size_t>(1, points.size() / samples);
    for (std::size_t i = 0; i < points.size(); i += step) {
        worst = std::max(worst, std::abs(support::vincenty(points[i], path) / distance - 1));
    }
    return worst;
}

Region box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

double km2(const Region& region) {
    return geo::area_of(region).value();
}

}  // namespace

class BandEdge : public testing::TestWithParam<double> {};

TEST_P(BandEdge, LiesAtTheGeodesicDistanceWithinATenthOfAPercent) {
    const Kilometres distance{GetParam()};
    for (const unsigned seed : {1U, 2U}) {
        SCOPED_TRACE(seed);
        const Path path = wandering(seed, 60, 0.06);
        const Region band = geo::within({path}, distance);
        EXPECT_LT(worst_edge(band, path, distance, 200), 1e-3);
    }
}

TEST_P(BandEdge, OfADensePathToo) {
    const Kilometres distance{GetParam()};
    const double twentieth = distance.value() / 20 / 111;
    for (const Path& path : {wandering(7, 700, 0.004), wandering(8, 400, twentieth)}) {
        EXPECT_LT(worst_edge(geo::within({path}, distance), path, distance, 80), 1e-3);
    }
}

TEST_P(BandEdge, NothingNearerIsLeftOutAndNothingFartherTakenIn) {
    const Kilometres distance{GetParam()};
    for (const Path& path :
         {wandering(4, 60, 0.06), wandering(5, 400, distance.value() / 20 / 111), wandering(6, 800, 0.003)}) {
        SCOPED_TRACE(path.size());
        const Region band = geo::within({path}, distance);
        std::mt19937 random{11};
        geo::Bounds bounds = geo::bounds_of(path);
        const double margin = distance.value() / 60;
        std::uniform_real_distribution<double> lon{bounds.west - margin, bounds.east + margin};
        std::uniform_real_distribution<double> lat{bounds.south - margin, bounds.north + margin};
        const int points = path.size() > 100 ? 60 : 300;
        for (int i = 0; i < points; ++i) {
            const LonLat point{lon(random), lat(random)};
            const double off = support::vincenty(point, path) / distance - 1;
            if (std::abs(off) > 1e-3) { EXPECT_EQ(geo::contains(band, point), off < 0) << geo::to_text(point); }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Distances, BandEdge, testing::Values(0.1, 1, 5, 15, 40, 70, 150),
                         [](const auto& row) { return std::to_string(static_cast<int>(row.param * 1000)) + "m"; });

TEST(Band, ALineAcrossTheCountryIsRightInEveryPlane) {
    const Path path{{22.5, 48.2}, {26, 51.3}, {30.5, 50.4}, {33, 46.2}, {38, 47.5}, {40, 49.8}};
    for (const double distance : {2.0, 150.0}) {
        EXPECT_LT(worst_edge(geo::within({path}, Kilometres{distance}), path, Kilometres{distance}, 300), 1e-3);
    }
}

/// GEOS, which drew strips once, draws a bend of a little less than one and a half steps of its arcs as one chord.
TEST(Band, ABendOfOneChordIsRightToo) {
    for (const double bend : {3.5, 3.7, 4.94, 5.15}) {
        const double heading = (45 + bend) * std::numbers::pi / 180, narrow = std::cos(49 * std::numbers::pi / 180);
        Path path{{30, 49}, {30 + 0.038 / narrow, 49 + 0.038}};
        path.push_back({path[1].lon + 3.78 * std::sin(heading) / narrow, path[1].lat + 3.78 * std::cos(heading)});
        for (const double km : {2.0, 15.0}) {
            const Region band = geo::within({path}, Kilometres{km});
            EXPECT_LT(worst_edge(band, path, Kilometres{km}, 100'000), 0.6e-3) << bend;
        }
    }
}

TEST(Band, DiscHasTheAreaOfAGeodesicDisc) {
    // π d² (1 − K d² / 12), K the Gaussian curvature at the middle (Bertrand, Diquet and Puiseux 1848).
    for (const double lat : {0.0, 48.5, -70.0}) {
        for (const double d : {0.1, 1.0, 15.0, 150.0}) {
            const double e2 = 0.00669437999014, w = 1 - e2 * std::pow(std::sin(lat * std::numbers::pi / 180), 2);
            const double curvature = w * w / (6378.137 * 6378.137 * (1 - e2));
            const double expected = std::numbers::pi * d * d * (1 - curvature * d * d / 12);
            EXPECT_NEAR(km2(geo::within(LonLat{31, lat}, Kilometres{d})) / expected, 1, 1e-7) << lat << ' ' << d;
        }
    }
}

TEST(Band, StripAlongTheEquatorHasTheAreaOfTheStrip) {
    // The equator is a geodesic; 1° of latitude about it is 110.574 km (Snyder 1987, table 3).
    const Path path{{30, 0}, {36, 0}};
    for (const double d : {0.1, 5.0, 40.0}) {
        const double lat = d / 110.5743;
        const double strip = km2(box(30, -lat, 36, lat));
        EXPECT_NEAR(km2(geo::within({path}, Kilometres{d}, geo::Ends::flat)) / strip, 1, 5e-5) << d;
        const double discs = km2(geo::within(path.front(), Kilometres{d}));
        EXPECT_NEAR(km2(geo::within({path}, Kilometres{d})) / (strip + discs), 1, 1e-4) << d;
    }
}

TEST(Band, FlatEndsDoNotReachRound) {
    const Path path{{36, 48}, {36.4, 48.1}, {36.8, 48}};
    const Region flat = geo::within({path}, Kilometres{5}, geo::Ends::flat);
    const Region round = geo::within({path}, Kilometres{5});
    EXPECT_NEAR(km2(round) - km2(flat), std::numbers::pi * 25, 0.6);
    for (const LonLat& beyond : {LonLat{35.97, 47.99}, LonLat{36.83, 47.99}}) {
        EXPECT_TRUE(geo::contains(round, beyond));
        EXPECT_FALSE(geo::contains(flat, beyond));
    }
    for (const LonLat& beside : {LonLat{36.02, 47.98}, LonLat{36.4, 48.14}, LonLat{36.78, 48.04}}) {
        EXPECT_TRUE(geo::contains(flat, beside)) << geo::to_text(beside);
    }
}

TEST(Band, FlatEndsAreFlatWhereAPathNeedsSeveralPlanes) {
    for (const double east : {31.0, 31.25, 31.5, 33.0}) {
        const Path path{{25, 49.3}, {east, 49.3}};
        const Region band = geo::within({path}, Kilometres{15}, geo::Ends::flat);
        EXPECT_LT(geo::bounds_of(band).east, east + 0.003) << "square across, not along the meridian";
        EXPECT_GT(geo::bounds_of(band).west, 25 - 0.003);
        EXPECT_NEAR(km2(band) / (30 * geo::length_of({{25, 49.3}, {(25 + east) / 2, 49.3}, {east, 49.3}}).value()), 1,
                    2e-3);
    }
}

TEST(Band, WhatAPathComesBackToIsNotCutOff) {
    const Path hook{{36, 48}, {36.5, 48}, {36.5, 48.1}, {36.1, 48.1}, {36.1, 48.02}};
    const Region flat = geo::within({hook}, Kilometres{5}, geo::Ends::flat);
    EXPECT_TRUE(geo::contains(flat, {36.1, 47.98})) << "beyond the end, but beside the first leg";
    EXPECT_FALSE(geo::contains(flat, {35.97, 48})) << "beyond the other end";
}

/// The one corner between two chords of 10° lies at θ / sin θ = 1.0051 of the distance, so that the area is the arc's.
TEST(Band, CoarseArcsHaveTheAreaOfFineOnesWithFewerCorners) {
    for (const double distance : {0.5, 2.0, 15.0}) {
        SCOPED_TRACE(distance);
        const std::vector<Path> paths{wandering(3, 400, 0.01)};
        const Region fine = geo::within(paths, Kilometres{distance});
        const Region coarse = geo::within(paths, Kilometres{distance}, geo::Ends::round, geo::Arcs::coarse);
        EXPECT_NEAR(km2(coarse) / km2(fine), 1, 1e-4);
        EXPECT_LT(worst_edge(coarse, paths.front(), Kilometres{distance}, 200), 5.2e-3);
        const auto corners = [](const Region& region) {
            std::size_t count = 0;
            for (const geo::Ring* ring : geo::rings_of(region)) { count += ring->size(); }
            return count;
        };
        EXPECT_LT(corners(coarse) * 5, corners(fine) * 4);
    }
}

TEST(Band, GrowsByItsOwnLaw) {  // within a of what lies within b, is within a + b
    const Path path = wandering(5, 40, 0.06);
    const Region ten = geo::within({path}, Kilometres{10});
    std::vector<Path> edge;
    for (const geo::Ring* ring : geo::rings_of(ten)) { edge.push_back(*ring); }
    const Region both = geo::unite(ten, geo::within(edge, Kilometres{5}));
    EXPECT_NEAR(km2(both) / km2(geo::within({path}, Kilometres{15})), 1, 5e-4);
}

TEST(Band, RefusesWhatItCannotDraw) {
    EXPECT_THROW(geo::within(LonLat{179.9, 10}, Kilometres{50}), geo::Error);
    EXPECT_THROW(geo::within(LonLat{10, 88.9}, Kilometres{50}), geo::Error);
    EXPECT_THROW(geo::within(LonLat{10, 50}, Kilometres{0}), geo::Error);
    EXPECT_THROW(geo::within(LonLat{10, 50}, Kilometres{5000}), geo::Error);
    EXPECT_TRUE(geo::within(std::vector<Path>{}, Kilometres{5}).empty());
}
