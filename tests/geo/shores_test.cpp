// SPDX-License-Identifier: MIT
#include "geo/shores.h"

#include <gtest/gtest.h>

#include <set>

namespace {

geo::Face square(double west, double south, double side) {
    geo::Face face;
    face.shape.shell = {
        {west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
    return face;
}

TEST(Shores, LieInlandOfTheirFaceAndLinkEachIsletToANeighbour) {
    const geo::Face mainland = square(30, 50, 2), islet = square(32.1, 51, 0.001), island = square(32.3, 51, 0.5);
    const std::vector<const geo::Face*> faces{&mainland, &islet, &island};
    const std::vector<geo::Shore> shores = geo::shores_of(geo::adjacency(faces));
    for (const geo::Shore& shore : shores) {
        EXPECT_TRUE(geo::contains({{faces[shore.face]->shape}}, shore.inland)) << shore.face;
    }
    std::set<std::pair<std::size_t, std::size_t>> linked;
    for (const geo::Crossing& way : geo::ways_across(shores)) {
        linked.insert(std::minmax({shores[way.from].face, shores[way.to].face}));
    }
    EXPECT_TRUE(linked.contains({0, 1}));
    EXPECT_TRUE(linked.contains({1, 2}));
}

}  // namespace
