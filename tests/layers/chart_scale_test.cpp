// SPDX-License-Identifier: MIT
#include "layers/chart/scale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using layers::TimeStep;
using Values = std::vector<double>;

geo::Date day(const char* text) {
    return *geo::parse_iso_date(text);
}

TEST(ChartScale, TicksAreRoundAndHoldZero) {
    EXPECT_EQ(layers::ticks_with_zero(0, 114401, 5), (Values{0, 50000, 100000, 150000}));
    EXPECT_EQ(layers::ticks_with_zero(-892, 4467, 6), (Values{-2000, 0, 2000, 4000, 6000}));
    EXPECT_EQ(layers::ticks_with_zero(100000, 114401, 4), (Values{0, 50000, 100000, 150000}));
    EXPECT_EQ(layers::ticks_with_zero(-300, -20, 4), (Values{-300, -200, -100, 0}));
    EXPECT_EQ(layers::ticks_with_zero(-2000, 0, 3), (Values{-2000, -1000, 0})) << "none beyond what is a tick itself";
    EXPECT_EQ(layers::ticks_with_zero(0, 0, 4).front(), 0) << "where nothing changes";
    EXPECT_EQ(layers::decimals_for(50), 0);
    EXPECT_EQ(layers::decimals_for(0.5), 1);
    EXPECT_EQ(layers::decimals_for(0.02), 2);
}

/// Property: whatever is drawn lies between the first and the last tick, 0 is one, and they are equally far apart.
TEST(ChartScale, TicksCoverWhatIsDrawn) {
    std::mt19937 random{20251224};
    std::uniform_real_distribution<double> exponent{-3, 6}, share{-1, 1};
    for (int i = 0; i < 2000; ++i) {
        const double a = share(random) * std::pow(10, exponent(random)),
                     b = share(random) * std::pow(10, exponent(random));
        const auto most = static_cast<std::size_t>(2 + i % 6);
        const Values ticks = layers::ticks_with_zero(std::min(a, b), std::max(a, b), most);
        const double step = ticks[1] - ticks[0];
        ASSERT_LE(ticks.size(), std::max<std::size_t>(most, 3)) << a << " " << b;
        ASSERT_GE(std::min(a, b), ticks.front() - 1e-6 * step);
        ASSERT_LE(std::max(a, b), ticks.back() + 1e-6 * step);
        ASSERT_NE(std::ranges::find(ticks, 0.0), ticks.end());
        for (std::size_t k = 1; k < ticks.size(); ++k) { ASSERT_NEAR(ticks[k] - ticks[k - 1], step, 1e-9 * step); }
    }
}

TEST(ChartScale, TimeHasTheStepsThatPeopleAreUsedTo) {
    const geo::Date first = day("2024-07-08"), last = day("2025-12-31");
    const TimeStep months = layers::time_step(first, last, 20), halves = layers::time_step(first, last, 4);
    EXPECT_EQ(months.of, TimeStep::Of::month);
    EXPECT_EQ(months.count, 1);
    const auto ticks = layers::time_ticks(first, last, months);
    ASSERT_EQ(ticks.size(), 17U);
    EXPECT_EQ(ticks.front(), day("2024-08-01"));
    EXPECT_EQ(ticks.back(), day("2025-12-01"));
    EXPECT_EQ(halves.count, 6);
    EXPECT_EQ(layers::time_ticks(first, last, halves), (std::vector{day("2025-01-01"), day("2025-07-01")}));
    EXPECT_EQ(layers::tick_words(ticks.front(), months), "Aug");
    EXPECT_EQ(layers::tick_words(first, {TimeStep::Of::day, 1}), "8 Jul");
    EXPECT_EQ(layers::tick_words(first, {TimeStep::Of::year, 1}), "2024");
    EXPECT_EQ(layers::time_step(day("2025-12-29"), day("2025-12-31"), 9).of, TimeStep::Of::day);
    EXPECT_EQ(layers::time_step(day("2025-08-17"), day("2025-12-24"), 30).of, TimeStep::Of::month);
    EXPECT_EQ(layers::time_step(day("1990-05-05"), day("2025-12-31"), 5).of, TimeStep::Of::year);
}

/// Property: there is always a tick, and never more than were asked for.
TEST(ChartScale, AnyTimeHasTicks) {
    for (int days = 0; days < 4000; days += days < 100 ? 1 : 37) {
        for (std::size_t most = 2; most < 12; ++most) {
            const geo::Date first = day("2023-01-31") + std::chrono::days{days % 61},
                            last = first + std::chrono::days{days};
            const auto ticks = layers::time_ticks(first, last, layers::time_step(first, last, most));
            ASSERT_GE(ticks.size(), 1U) << days << " " << most;
            ASSERT_LE(ticks.size(), most) << days << " " << most;
            ASSERT_GE(ticks.front(), first);
            ASSERT_LE(ticks.back(), last);
        }
    }
}

TEST(ChartScale, LabelsStandApartAndNearWhereTheyAreWanted) {
    EXPECT_EQ(layers::spread({10, 40}, 14, 0, 100), (Values{10, 40})) << "none that need not move";
    EXPECT_EQ(layers::spread({20, 20}, 14, 0, 100), (Values{20, 34}));
    EXPECT_EQ(layers::spread({95, 90}, 14, 0, 100), (Values{86, 72})) << "in the order of the lines";
    EXPECT_EQ(layers::spread({-5}, 14, 0, 100), (Values{0}));
}

}  // namespace
