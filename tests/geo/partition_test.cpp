// SPDX-License-Identifier: MIT
#include "geo/partition.h"

#include "geo/adjacency.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "geo/repair.h"
#include "support/drawn_map.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using geo::area_of;
using geo::Face;
using geo::Region;
using geo::SquareKilometres;
using testing_support::DrawnMap;

SquareKilometres sum_where(const geo::Partition& parts, std::size_t layer, int owner) {
    SquareKilometres sum;
    for (const Face& face : parts.faces) {
        if (face.owners[layer] == owner) { sum += face.area; }
    }
    return sum;
}

/// Two oblasts, and a polygon over parts of both and of the land beyond.
TEST(Partition, EveryPointHasExactlyOneFace) {
    const DrawnMap map{R"(
        a---b---c
        |   |   |
        |  p+---+--q
        |  ||   |  |
        d--++-e-f  |
           s-------r )"};
    const Region west = map.region("adeb"), east = map.region("befc"), held = map.region("psrq");
    const geo::Partition parts = geo::partition({{&west, &east}, {&held}});
    EXPECT_NEAR(sum_where(parts, 0, 0).value(), area_of(west).value(), 1e-6);
    EXPECT_NEAR(sum_where(parts, 0, 1).value(), area_of(east).value(), 1e-6);
    EXPECT_NEAR(sum_where(parts, 1, 0).value(), area_of(held).value(), 1e-6);
    EXPECT_NEAR(parts.overlaps[0].value(), 0, 1e-9);
}

TEST(Partition, TheFirstOwnsWhereTwoOverlap) {
    const DrawnMap map{R"(
        a--p--b--q
        |  |  |  |
        d--s--c--r )"};
    const Region first = map.region("adcb"), second = map.region("psrq");
    const geo::Partition parts = geo::partition({{&first, &second}});
    EXPECT_NEAR(sum_where(parts, 0, 0).value(), area_of(first).value(), 1e-9);
    EXPECT_NEAR(sum_where(parts, 0, 1).value(), area_of(map.region("bcrq")).value(), 1e-9);
    EXPECT_NEAR(parts.overlaps[0].value(), area_of(map.region("pscb")).value(), 1e-9);
}

TEST(Partition, AnEnclaveBelongsToItsOwner) {
    const DrawnMap map{R"(
        a-------b
        | p--q  |
        | s--r  |
        d-------c )"};
    Region around = map.region("adcb");
    around.polygons[0].holes.push_back(map.ring("psrq"));
    const Region enclave = map.region("psrq");
    const geo::Partition parts = geo::partition({{&around, &enclave}});
    EXPECT_EQ(parts.faces.size(), 2U);
    EXPECT_NEAR(sum_where(parts, 0, 1).value(), area_of(enclave).value(), 1e-9);
}

TEST(Partition, FacesOfRandomRegionsSumToTheRegions) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int round = 0; round < 60; ++round) {
        std::vector<Region> regions;
        for (int i = 0; i < 4; ++i) {
            const double lon = 30 + 0.01 * static_cast<double>(random() % 200);
            regions.push_back(geo::repair({{{testing_support::random_star(random, {lon, 48}, 1.5, 60), {}}}}).region);
        }
        const geo::Partition parts = geo::partition({{&regions[0]}, {&regions[1]}, {&regions[2]}, {&regions[3]}});
        for (std::size_t i = 0; i < regions.size(); ++i) {
            EXPECT_NEAR(sum_where(parts, i, 0).value(), area_of(regions[i]).value(), 1e-6);
        }
    }
}

TEST(Partition, UnionAndDifferenceClose) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int round = 0; round < 60; ++round) {
        const Region a = geo::repair({{{testing_support::random_star(random, {30, 48}, 1.5, 60), {}}}}).region;
        const Region b = geo::repair({{{testing_support::random_star(random, {31, 48.5}, 1.5, 60), {}}}}).region;
        const double both = area_of(geo::intersect(a, b)).value();
        EXPECT_NEAR(area_of(geo::unite(a, b)).value() + both, area_of(a).value() + area_of(b).value(), 1e-6);
        EXPECT_NEAR(area_of(geo::subtract(a, b)).value() + both, area_of(a).value(), 1e-6);
    }
}

TEST(Partition, OnAGridEveryVertexHasSoManyDecimalsAndNothingOverlaps) {
    std::mt19937_64 random{testing_support::test_seed()};
    const Region a = geo::repair({{{testing_support::random_star(random, {30, 48}, 1.5, 60), {}}}}).region;
    const Region b = geo::repair({{{testing_support::random_star(random, {31, 48.5}, 1.5, 60), {}}}}).region;
    const geo::Partition parts = geo::partition_on_grid({{&a, &b}}, 7);
    std::vector<const Face*> faces;
    double sum = 0;
    for (const Face& face : parts.faces) {
        faces.push_back(&face);
        sum += face.area.value();
        for (const geo::LonLat& position : face.shape.shell) {
            EXPECT_EQ(position.lon, std::round(position.lon * 1e7) / 1e7);
            EXPECT_EQ(position.lat, std::round(position.lat * 1e7) / 1e7);
        }
    }
    EXPECT_NEAR(area_of(geo::dissolve(faces)).value(), sum, 1e-9);
}

TEST(Adjacency, NeighboursAndOutline) {
    const DrawnMap map{R"(
        a--b--c
        |  |  |
        d--e--f )"};
    const Region west = map.region("adeb"), east = map.region("befc");
    const geo::Partition parts = geo::partition({{&west, &east}});
    const geo::Adjacency found = geo::adjacency({&parts.faces[0], &parts.faces[1]});
    ASSERT_EQ(found.shared.size(), 1U);
    EXPECT_NE(found.shared[0].left, found.shared[0].right);
    EXPECT_EQ(found.outline.size(), 6U);
    EXPECT_EQ(geo::joined(found.outline).size(), 1U);
}

}  // namespace
