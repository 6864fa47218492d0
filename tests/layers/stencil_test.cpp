// SPDX-License-Identifier: MIT
#include "layers/model/detail/stencil.h"

#include "geo/measure.h"
#include "support/overlays.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <cstddef>

namespace {

using layers::detail::Stencil;

const layers::Overlay& land() {
    static const layers::Plan plan = layers::load_plan("us-28-point", {});
    static const layers::Overlay cut = support::builtin_land({&plan});
    return cut;
}

double area_of(Stencil& stencil) {
    double sum = 0;
    for (const layers::Cell& cell : land().cells) { sum += stencil.area_in(cell).value(); }
    return sum;
}

TEST(Stencil, RoundTheWholeCountryNoCellIsOverlaid) {
    const geo::Region all = support::box_unit("", {20, 42}, {42, 54}).region;
    Stencil stencil{all};
    EXPECT_NEAR(area_of(stencil), land().total().value(), 1e-9);
    EXPECT_EQ(stencil.overlaid(), 0U);
}

TEST(Stencil, AtSeaNoCellIsOverlaid) {
    const geo::Region sea = support::box_unit("", {31, 43.5}, {32, 44}).region;
    Stencil stencil{sea};
    EXPECT_EQ(area_of(stencil), 0);
    EXPECT_EQ(stencil.overlaid(), 0U);
}

/// Measuring goes on while the pointer moves a corner: an overlay of all cells would not keep up. One cell in
/// ten is, by its box alone one in six would be.
TEST(Stencil, OfStarsFewCellsAreOverlaid) {
    constexpr std::size_t stars = 200;
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_real_distribution<double> lon{22.5, 40}, lat{44.5, 52}, reach{1, 4};
    std::size_t overlaid = 0;
    for (std::size_t i = 0; i < stars; ++i) {
        const geo::Ring ring = testing_support::random_star(random, {lon(random), lat(random)}, reach(random), 30);
        const geo::Region star{{{ring, {}}}};
        Stencil stencil{star};
        (void)area_of(stencil);
        overlaid += stencil.overlaid();
    }
    EXPECT_GT(overlaid, stars) << "their edges cut something";
    EXPECT_LT(overlaid, stars * land().cells.size() / 8);
}

}  // namespace
