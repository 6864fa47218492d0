// SPDX-License-Identifier: MIT
#include "layers/model/estimate_words.h"

#include <gtest/gtest.h>

namespace {

using geo::SquareKilometres;
using layers::Estimate;
using layers::Range;

Estimate estimate(double km2) {
    Estimate made;
    made.area = SquareKilometres{km2};
    return made;
}

TEST(EstimateWords, RoundsAsItIsTold) {
    EXPECT_EQ(layers::estimate_text(estimate(5876.96)), "5,877");
    EXPECT_EQ(layers::estimate_text(estimate(5876.96), 1), "5,877.0");
    EXPECT_EQ(layers::estimate_text(estimate(0.3)), "<1");
    EXPECT_EQ(layers::estimate_text(estimate(0.3), 1), "0.3");
    EXPECT_EQ(layers::estimate_text(estimate(0.03), 1), "<0.1");
    EXPECT_EQ(layers::estimate_text(estimate(0), 1), "–");
}

TEST(EstimateWords, AToleranceIsNeverRoundedDown) {
    Estimate uneven = estimate(14.02);
    uneven.line = Range{SquareKilometres{10}, SquareKilometres{19.03}};
    EXPECT_EQ(layers::estimate_text(uneven), "14 ±6");
    EXPECT_EQ(layers::estimate_text(uneven, 1), "14.0 ±5.1");
}

/// The text's smallest reading may give the larger area to the other side.
TEST(EstimateWords, ReadingsStandInTheOrderOfTheirAreas) {
    Estimate read = estimate(2);
    read.readings = Range{SquareKilometres{7.26}, SquareKilometres{0}};
    read.unclear = true;
    EXPECT_EQ(layers::estimate_text(read, 1), "2.0 (0–7.3)?");
}

/// What a small part taints says how small it is; where all of it is unclear, the mark alone says so.
TEST(EstimateWords, ASumSaysHowMuchOfItTheTextLeavesOpen) {
    Estimate sum = estimate(114'486);
    sum.line.reset();
    layers::add_open(SquareKilometres{102}, sum);
    layers::add_open(SquareKilometres{748}, sum);
    EXPECT_EQ(layers::estimate_text(sum), "114,486 [850?]");
    EXPECT_EQ(layers::spoken_text(sum), "114,486 km², of which the text is unclear on 850 km²");
    Estimate all = estimate(747);
    all.line.reset();
    layers::add_open(SquareKilometres{747}, all);
    EXPECT_EQ(layers::estimate_text(all), "747?");
}

}  // namespace
