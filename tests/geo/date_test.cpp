// SPDX-License-Identifier: MIT
#include "geo/date.h"

#include <gtest/gtest.h>

using geo::parse_iso_date;
using geo::parse_partial_date;

TEST(IsoDate, OnlyDaysOfTheCalendarAreDates) {
    for (const char* text : {"2025-12-24", "2024-02-29", "1000-01-01", "9999-12-31"}) {
        EXPECT_EQ(geo::to_text(parse_iso_date(text)), text);
    }
    for (const char* text : {"2025-02-29", "2025-13-01", "2025-12", "24.12.2025", "2025-1-1", "", "Christmas",
                             "2025/12/24", "2025-12-24 ", "2025-12-2x", "0999-12-31", "2025-12-", "+025-12-24"}) {
        EXPECT_FALSE(parse_iso_date(text)) << text;
    }
}

TEST(IsoDate, MonthsAndYearsAlonePassWhereNoMoreIsKnown) {
    for (const char* text : {"2025-12-24", "2025-12", "2025"}) {
        EXPECT_EQ(geo::to_text(parse_partial_date(text)), text);
    }
    for (const char* text : {"2025-13", "2025-00", "202", "20251", "2025-1", "2025-12-", "2025-02-29", "x"}) {
        EXPECT_FALSE(parse_partial_date(text)) << text;
    }
}

TEST(IsoDate, DaysAreCountedAndAdded) {
    const geo::Date christmas_eve = *geo::date_of(2025, 12, 24);
    EXPECT_EQ(geo::to_text(christmas_eve + std::chrono::days{70}), "2026-03-04") << "over the end of a February";
    EXPECT_EQ((christmas_eve - *parse_iso_date("2022-02-24")).count(), 1399) << "`date -d` counts as many";
    EXPECT_EQ(geo::to_text(std::optional<geo::Date>{}), "");
}
