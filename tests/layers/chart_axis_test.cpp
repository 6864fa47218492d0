// SPDX-License-Identifier: MIT
#include "layers/chart/axis.h"

#include "support/plain_measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using layers::AxisTick;
using Days = std::vector<geo::Date>;
using Words = std::vector<std::string>;

const support::PlainMeasure measure;

Days days_from(const char* first, int count, int step = 1) {
    Days days;
    for (int i = 0; i < count; ++i) { days.push_back(*geo::parse_iso_date(first) + std::chrono::days{i * step}); }
    return days;
}

Words words_on(const Days& days, double width) {
    Words words;
    for (const AxisTick& tick : layers::axis_ticks(days, width, measure)) {
        if (!tick.words.empty()) { words.push_back(tick.words); }
    }
    return words;
}

TEST(ChartAxis, ADayADayTwoAWeekAndMonthsHaveTheWordsThatPeopleUse) {
    EXPECT_EQ(words_on(days_from("2025-12-24", 1), 800), (Words{"24 Dec 2025"}));
    EXPECT_EQ(words_on(days_from("2025-12-31", 2), 800), (Words{"31 Dec 2025", "1 Jan 2026"}));
    EXPECT_EQ(words_on(days_from("2025-03-03", 7), 800),
              (Words{"3 Mar 2025", "4 Mar", "5 Mar", "6 Mar", "7 Mar", "8 Mar", "9 Mar"}));
    const Words months = words_on(days_from("2024-07-08", 542), 1200);
    ASSERT_EQ(months.size(), 17U);
    EXPECT_EQ(months.front(), "Aug 2024");
    EXPECT_EQ(months[1], "Sep");
    EXPECT_EQ(months[5], "2025");
    EXPECT_EQ(months.back(), "Dec");
    const Words years = words_on(days_from("2016-01-05", 3653), 500);
    EXPECT_EQ(years.front(), "2017");
    EXPECT_EQ(years.back(), "2026");
    EXPECT_TRUE(words_on({}, 800).empty());
    EXPECT_TRUE(layers::axis_ticks(days_from("2025-03-03", 7), 0, measure).empty());
}

/// Property: for whatever days and width no words touch or leave the axis, and marks stand where their days do.
TEST(ChartAxis, NoWordsOverlapAndAllMarksLieInRange) {
    const std::vector<Days> all{days_from("2025-12-24", 1),
                                days_from("2025-12-31", 2),
                                days_from("2025-03-03", 7),
                                days_from("2024-07-08", 542),
                                days_from("2015-11-17", 3700),
                                days_from("2024-12-30", 9, 7),
                                days_from("2014-09-19", 2, 4500),
                                {*geo::parse_iso_date("1900-02-28"), *geo::parse_iso_date("2100-03-01")},
                                {*geo::parse_iso_date("1000-01-01"), *geo::parse_iso_date("9999-12-31")}};
    for (const Days& days : all) {
        for (double width = 1; width < 3000; width = width * 1.13 + 1) {
            const std::vector<AxisTick> ticks = layers::axis_ticks(days, width, measure);
            ASSERT_FALSE(ticks.empty()) << width;
            double free = 0;
            for (const AxisTick& tick : ticks) {
                ASSERT_GE(tick.day, days.front());
                ASSERT_LE(tick.day, days.back());
                ASSERT_GE(tick.x, 0);
                ASSERT_LE(tick.x, width);
                ASSERT_EQ(tick.x, layers::axis_x(tick.day, days.front(), days.back(), width));
                if (tick.words.empty()) { continue; }
                ASSERT_NEAR(tick.right - tick.left, measure.size_of(layers::Font::small, tick.words).width, 1e-9);
                ASSERT_GE(tick.left, free) << tick.words << " of " << days.size() << " days on " << width;
                ASSERT_LE(tick.right, width + 1e-9);
                free = tick.right + 4;
            }
            if (width > 200) { ASSERT_FALSE(words_on(days, width).empty()) << width; }
            const auto same = [](const AxisTick& a, const AxisTick& b) { return a.day == b.day; };
            ASSERT_EQ(std::ranges::adjacent_find(ticks, same), ticks.end()) << "one mark a day";
        }
    }
}

TEST(ChartAxis, LiesInProportionToTheDates) {
    const geo::Date first = *geo::parse_iso_date("2025-01-01"), last = *geo::parse_iso_date("2025-01-11");
    EXPECT_EQ(layers::axis_x(first, first, last, 100), 0);
    EXPECT_EQ(layers::axis_x(first + std::chrono::days{3}, first, last, 100), 30);
    EXPECT_EQ(layers::axis_x(last, first, last, 100), 100);
    EXPECT_EQ(layers::axis_x(first, first, first, 100), 50);
}

TEST(ChartAxis, BetweenWordsThereAreMarksWhereThereIsRoom) {
    const auto marks = [](const Days& days, double width) {
        const std::vector<AxisTick> ticks = layers::axis_ticks(days, width, measure);
        return std::ranges::count_if(ticks, [](const AxisTick& tick) { return tick.words.empty(); });
    };
    EXPECT_EQ(marks(days_from("2025-03-03", 7), 800), 0) << "every day has words";
    EXPECT_EQ(marks(days_from("2025-03-03", 7), 300), 3) << "every second has";
    EXPECT_GT(marks(days_from("2016-01-05", 3653), 800), 100) << "months between years";
    EXPECT_LT(marks(days_from("2016-01-05", 3653), 400), 100);
}

}  // namespace
