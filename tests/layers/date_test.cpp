// SPDX-License-Identifier: MIT
#include "layers/date.h"

#include <gtest/gtest.h>

namespace {

TEST(Date, OnlyDaysOfTheCalendarAreDates) {
    for (const char* text : {"2025-12-24", "2024-02-29"}) { EXPECT_TRUE(layers::is_date(text)) << text; }
    for (const char* text :
         {"2025-02-29", "2025-13-01", "2025-12", "24.12.2025", "2025-1-1", "", "Christmas", "2025/12/24"}) {
        EXPECT_FALSE(layers::is_date(text)) << text;
    }
    EXPECT_TRUE(layers::is_date("2025-12", true));
    EXPECT_TRUE(layers::is_date("2025", true));
    EXPECT_FALSE(layers::is_date("2025-13", true));
}

TEST(Date, IsFoundInNames) {
    EXPECT_EQ(layers::date_in("deepstatemap_data_20251224"), "2025-12-24");
    EXPECT_EQ(layers::date_in("control-2025-08-17.geojson"), "2025-08-17");
    EXPECT_EQ(layers::date_in("front-99999999.kml"), "");
    EXPECT_EQ(layers::date_in(""), "");
}

}  // namespace
