// SPDX-License-Identifier: MIT
#include "geo/measure.h"

#include "geo/dataset.h"
#include "support/authalic.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace {

using geo::area_of;
using geo::Ring;

double named(const geo::Feature& feature, const char* key) {
    return std::stod(geo::text_of(feature.properties, key));
}

/// tests/accuracy/areas.csv: 40-digit quadrature, from a parcel of 100 m² to a hemisphere.
TEST(Measure, ReferenceAreasAreMetToTwelveDigits) {
    const geo::Dataset references = geo::read(DEMARC_SOURCE_FOLDER "/tests/accuracy/areas.csv");
    ASSERT_EQ(references.features.size(), 16U);
    for (const geo::Feature& feature : references.features) {
        const double expected = named(feature, "km2");
        EXPECT_NEAR(area_of(feature.shape.region).value() / expected, 1, 1e-12) << geo::name_of(feature);
    }
}

TEST(Measure, OrientationGivesTheSignOnly) {
    const Ring counter_clockwise{{30, 48}, {31, 48}, {31, 49}, {30, 48}};
    Ring clockwise = counter_clockwise;
    std::reverse(clockwise.begin(), clockwise.end());
    EXPECT_GT(geo::signed_area_of(counter_clockwise).value(), 0);
    EXPECT_DOUBLE_EQ(geo::signed_area_of(clockwise).value(), -geo::signed_area_of(counter_clockwise).value());
    EXPECT_DOUBLE_EQ(area_of(clockwise).value(), area_of(counter_clockwise).value());
}

TEST(Measure, FewerThanThreeCornersEncloseNothing) {
    EXPECT_EQ(area_of(Ring{}).value(), 0);
    EXPECT_EQ(area_of(Ring{{30, 48}, {31, 49}, {30, 48}}).value(), 0);
}

/// Reference: the closed form of areas between meridians and parallels.
TEST(Measure, AHoleIsTakenOut) {
    const Ring shell{{30, 48}, {32, 48}, {32, 50}, {30, 50}, {30, 48}};
    const Ring first{{30.5, 48.5}, {30.5, 49}, {31, 49}, {31, 48.5}, {30.5, 48.5}};  // clockwise, and the other way
    const Ring second{{31.5, 49}, {31.75, 49}, {31.75, 49.5}, {31.5, 49.5}, {31.5, 49}};
    const double expected =
        support::cell_km2(2, 48, 50) - support::cell_km2(0.5, 48.5, 49) - support::cell_km2(0.25, 49, 49.5);
    EXPECT_NEAR(area_of(geo::Polygon{shell, {first, second}}).value(), expected, 1e-8);
}

/// The two ways through the code meet: rings up to 0.6 rad tall take one series, taller ones several.
TEST(Measure, SeriesAndBandsAgreeWhereTheyMeet) {
    const auto box = [](double north) { return Ring{{0, 10}, {7, 10}, {7, north}, {0, north}, {0, 10}}; };
    const double below = area_of(box(44.3)).value(), above = area_of(box(44.5)).value();
    const double strip = area_of(Ring{{0, 44.3}, {7, 44.3}, {7, 44.5}, {0, 44.5}, {0, 44.3}}).value();
    EXPECT_NEAR((above - below) / strip, 1, 1e-10);
}

/// Cuts a star from one corner to another and compares the two parts with the whole.
TEST(Measure, PiecesSumToTheWhole) {
    std::mt19937_64 random{testing_support::test_seed()};
    double worst_m2 = 0;
    for (int i = 0; i < 10000; ++i) {
        const Ring star = testing_support::random_star(random, {33, 48}, 5, 200);
        const std::size_t corners = star.size() - 1;
        const std::size_t from = random() % corners, to = from + 2 + random() % (corners - 3);
        Ring first, second;
        for (std::size_t k = from; k <= to; ++k) { first.push_back(star[k % corners]); }
        for (std::size_t k = to; k <= from + corners; ++k) { second.push_back(star[k % corners]); }
        first.push_back(first.front());
        second.push_back(second.front());
        const double sum = geo::signed_area_of(first).value() + geo::signed_area_of(second).value();
        worst_m2 = std::max(worst_m2, std::fabs(sum - geo::signed_area_of(star).value()) * 1e6);
    }
    RecordProperty("worst_m2", std::to_string(worst_m2));
    EXPECT_LT(worst_m2, 0.002);
}

/// A cut in the middle of an edge: with geodesic edges a 10° × 1° box would be off by 107 km².
TEST(Measure, CuttingALongEdgeChangesNothing) {
    const double whole = area_of(Ring{{30, 48}, {40, 48}, {40, 49}, {30, 49}, {30, 48}}).value();
    const double west = area_of(Ring{{30, 48}, {35, 48}, {35, 49}, {30, 49}, {30, 48}}).value();
    const double east = area_of(Ring{{35, 48}, {40, 48}, {40, 49}, {35, 49}, {35, 48}}).value();
    EXPECT_NEAR(west + east, whole, 1e-9);
}

TEST(Measure, AMillionVerticesLoseNothing) {
    constexpr int count = 1000000;
    Ring circle;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * M_PI * i / count;
        circle.push_back({33 + 2 * std::cos(angle), 48 + 2 * std::sin(angle)});
    }
    circle.push_back(circle.front());
    Ring half(circle.begin(), circle.begin() + count / 2 + 1), other(circle.begin() + count / 2, circle.end());
    half.push_back(half.front());
    other.push_back(other.front());
    EXPECT_NEAR(area_of(half).value() + area_of(other).value(), area_of(circle).value(), 1e-8);
}

/// PROJ's geod: geod +ellps=WGS84 -I -f %.3f <<< "40.64 -73.78 1.36 103.99".
TEST(Measure, DistanceIsGeodesic) {
    EXPECT_NEAR(geo::distance({-73.78, 40.64}, {103.99, 1.36}).value(), 15347.512941, 1e-6);
    EXPECT_EQ(geo::length_of({{30, 50}}).value(), 0);
    const geo::Path path{{30, 50}, {31, 50}, {31, 51}};
    EXPECT_DOUBLE_EQ(geo::length_of(path).value(),
                     geo::distance(path[0], path[1]).value() + geo::distance(path[1], path[2]).value());
}

/// Reference: GeographicLib's geodesics.
TEST(Measure, LengthsOfShortEdgesAreGeodesic) {
    for (const double lat : {-84.0, -79.0, -45.0, -0.004, 0.0, 48.5, 79.0, 85.0}) {
        for (const auto& [east, north] :
             {std::pair{0.009, 0.009}, {-0.009, 0.004}, {0.0, 0.009}, {0.009, 0.0}, {1e-7, 1e-7}}) {
            const geo::LonLat a{37, lat}, b{37 + east, lat + north};
            const double km = geo::distance(a, b).value();
            EXPECT_NEAR(geo::length_of({a, b}).value(), km, 1e-8 * km + 2e-11) << lat << " " << east << " " << north;
        }
    }
}

/// Reference: the sign of the area on the ellipsoid.
TEST(Measure, ARingRunsAsItsAreaSays) {
    std::mt19937 random{20261128};
    std::uniform_real_distribution<double> part{0, 1};
    for (int i = 0; i < 2000; ++i) {
        const geo::LonLat middle{360 * part(random) - 180, 160 * part(random) - 80};
        const double size = std::pow(10.0, -6 * part(random));
        geo::Ring ring;
        for (int corner = 0; corner < 12; ++corner) {
            const double angle = 2 * std::numbers::pi * corner / 12, reach = size * (0.3 + 0.7 * part(random));
            ring.push_back({middle.lon + reach * std::cos(angle), middle.lat + reach * std::sin(angle)});
        }
        ring.push_back(ring.front());
        ASSERT_TRUE(geo::runs_counter_clockwise(ring)) << i;
        ASSERT_GT(geo::signed_area_of(ring).value(), 0) << i;
        std::reverse(ring.begin(), ring.end());
        ASSERT_FALSE(geo::runs_counter_clockwise(ring)) << i;
    }
}

}  // namespace
