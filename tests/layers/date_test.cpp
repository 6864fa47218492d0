// SPDX-License-Identifier: MIT
#include "layers/model/date.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace {

using Dates = std::vector<std::string>;

std::string parse_date(std::string_view text) {
    return geo::to_text(layers::parse_date(text));
}

std::string date_of(const geo::Value& value) {
    return geo::to_text(layers::date_of(value));
}

Dates dates_in(std::string_view name) {
    Dates dates;
    for (const geo::Date date : layers::dates_in(name)) { dates.push_back(geo::to_text(date)); }
    return dates;
}

TEST(Date, IsReadAsPeopleAndServersWriteIt) {
    // 1766534400 is 2025-12-24T00:00:00Z by `date -u -d @1766534400`.
    for (const char* text : {"2025-12-24",
                             " 2025-12-24 ",
                             "2025-12-24T03:00:00Z",
                             "2025-12-24 03:00",
                             "2025-12-24T23:59:59+02:00",
                             "24.12.2025",
                             "24.12.2025 08:00",
                             "2025/12/24",
                             "2025/12/24 00:00:00+00",
                             "2025.12.24",
                             "20251224",
                             "20251224T0300Z",
                             "24 December 2025",
                             "24 Dec 2025",
                             "December 24, 2025",
                             "24 грудня 2025",
                             "24 ГРУДНЯ 2025 року",
                             "1766534400",
                             "1766534400000",
                             "24/12/2025",
                             "12/24/2025",
                             "24-12-2025"}) {
        EXPECT_EQ(parse_date(text), "2025-12-24") << text;
    }
    EXPECT_EQ(parse_date("1.5.2024"), "2024-05-01");
}

TEST(Date, WhatMayMeanTwoDaysOrNoneIsNone) {
    for (const char* text :
         {"", " ", "05/06/2025", "31.02.2025", "2025-13-01", "Christmas", "2025", "12", "99999999", "1.2", "24.12.25",
          "120241231", "2025-12", "version 2.0.1", "12 angry men 2025 x", "1e300", "999999999999999999999999"}) {
        EXPECT_EQ(parse_date(text), "") << text;
    }
}

TEST(Date, FromOneDayToAnotherIsNone) {
    EXPECT_EQ(parse_date("2025-12-24/2025-12-31"), "");
    EXPECT_EQ(parse_date("24.12.2025 - 31.12.2025"), "");
    EXPECT_EQ(parse_date("2025-12-24/2025-12-24"), "2025-12-24");
}

TEST(Date, WhatMayMeanTwoDaysIsSaidTo) {
    EXPECT_NE(layers::why_no_date("01/11/2025").find("two days"), std::string::npos);
    EXPECT_NE(layers::why_no_date("1/2/2025").find("two days"), std::string::npos);
    for (const char* text : {"Monday", "2025-13-01", "0/5/2025", "31/31/2025", "1/2/25000", ""}) {
        EXPECT_EQ(layers::why_no_date(text), "\"" + std::string{text} + "\" is not a date");
    }
}

TEST(Date, OfAPropertyMayBeANumber) {
    EXPECT_EQ(date_of(geo::Value{std::int64_t{1766534400000}}), "2025-12-24");
    EXPECT_EQ(date_of(geo::Value{1766534400.0}), "2025-12-24");
    EXPECT_EQ(date_of(geo::Value{std::int64_t{20251224}}), "2025-12-24");
    EXPECT_EQ(date_of(geo::Value{std::int64_t{3}}), "");
    EXPECT_EQ(date_of(geo::Value{true}), "");
    EXPECT_EQ(date_of(geo::Value{}), "");
}

TEST(Date, IsFoundInNames) {
    EXPECT_EQ(dates_in("deepstatemap_data_20251224"), Dates{"2025-12-24"});
    EXPECT_EQ(dates_in("control-2025-08-17.geojson"), Dates{"2025-08-17"});
    EXPECT_EQ(dates_in("front 24.12.2025.kml"), Dates{"2025-12-24"});
    EXPECT_EQ(dates_in("2025_12_24_front.kml"), Dates{"2025-12-24"});
    EXPECT_EQ(dates_in("20251224T0300.json"), Dates{"2025-12-24"});
    EXPECT_EQ(dates_in("from-2022-02-24-until-2025-12-24"), (Dates{"2022-02-24", "2025-12-24"}));
    EXPECT_EQ(dates_in("20251224-2025-12-24"), Dates{"2025-12-24"}) << "the same twice";
    for (const char* none : {"front-99999999.kml", "", "order-120241231-v2", "v1.2.2025x9", "3-20251", "a2025122412"}) {
        EXPECT_EQ(dates_in(none), Dates{}) << none;
    }
}

}  // namespace
