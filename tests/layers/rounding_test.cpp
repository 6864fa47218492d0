// SPDX-License-Identifier: MIT
#include "layers/model/rounding.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace {

using Matrix = std::vector<std::vector<double>>;

void expect_closed(const Matrix& table, const Matrix& rounded) {
    const std::size_t columns = table.front().size();
    ASSERT_EQ(rounded.size(), table.size() + 1);
    double grand = 0;
    std::vector<double> true_columns(columns), rounded_columns(columns);
    for (std::size_t i = 0; i < table.size(); ++i) {
        double true_row = 0, rounded_row = 0;
        for (std::size_t k = 0; k < columns; ++k) {
            EXPECT_EQ(rounded[i][k], std::round(rounded[i][k]));
            EXPECT_LT(std::abs(rounded[i][k] - table[i][k]), 1);
            true_row += table[i][k];
            rounded_row += rounded[i][k];
            true_columns[k] += table[i][k];
            rounded_columns[k] += rounded[i][k];
        }
        EXPECT_EQ(rounded[i][columns], rounded_row);
        EXPECT_LT(std::abs(rounded_row - true_row), 1);
        grand += true_row;
    }
    double bottom = 0;
    for (std::size_t k = 0; k < columns; ++k) {
        EXPECT_EQ(rounded.back()[k], rounded_columns[k]);
        EXPECT_LT(std::abs(rounded_columns[k] - true_columns[k]), 1);
        bottom += rounded_columns[k];
    }
    EXPECT_EQ(rounded.back()[columns], bottom);
    EXPECT_EQ(bottom, std::round(grand)) << "the grand total is the nearest whole number";
}

TEST(Rounding, ATableClosesInEveryRowAndColumn) {
    const Matrix table{{0.4, 0.4, 0.4}, {0.4, 0.4, 0.4}, {0.4, 0.4, 0.4}};
    expect_closed(table, layers::rounded_with_totals(table));
}

TEST(Rounding, WholeNumbersStay) {
    const Matrix table{{1, 0}, {2, 3}};
    EXPECT_EQ(layers::rounded_with_totals(table), (Matrix{{1, 0, 1}, {2, 3, 5}, {3, 3, 6}}));
}

TEST(Rounding, RandomTablesClose) {
    std::mt19937 random{20251124};
    std::uniform_real_distribution<double> area{0, 500000};
    std::bernoulli_distribution empty{0.4};
    for (int run = 0; run < 500; ++run) {
        Matrix table(1 + random() % 9, std::vector<double>(1 + random() % 9));
        for (auto& row : table) {
            for (double& number : row) { number = empty(random) ? 0 : area(random); }
        }
        SCOPED_TRACE(run);
        expect_closed(table, layers::rounded_with_totals(table));
        if (HasFailure()) { return; }
    }
}

TEST(Rounding, ToAGivenTotalTheLargestRemaindersRise) {
    EXPECT_EQ(layers::rounded_to_total({1.2, 2.7, 3.6}, 8), (std::vector<double>{1, 3, 4}));
    EXPECT_EQ(layers::rounded_to_total({1.2, 2.7, 3.6}, 7), (std::vector<double>{1, 3, 3}));
    EXPECT_TRUE(layers::rounded_to_total({}, 0).empty());
}

}  // namespace
