// SPDX-License-Identifier: MIT
#include "layers/model/subject.h"

#include "geo/error.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

namespace {

std::string refusal_of(const std::string& text, const layers::Units& units) {
    try {
        (void)layers::subject_from(text, units);
    } catch (const geo::Error& error) { return error.problem() + " / " + error.remedy(); }
    return "";
}

TEST(Subject, IsAPlaceByNameInEitherLanguage) {
    const layers::Units units = layers::builtin_units();
    EXPECT_EQ(layers::subject_from("Kramatorsk", units).name, "Kramatorsk");
    EXPECT_EQ(layers::subject_from("Краматорськ", units).name, "Kramatorsk");
    EXPECT_NEAR(layers::subject_from("kramatorsk", units).position.lon, 37.6, 0.1);
}

TEST(Subject, IsAPositionLongitudeFirst) {
    const layers::Subject subject = layers::subject_from("37.58, 48.74", layers::builtin_units());
    EXPECT_EQ(subject.position, (geo::LonLat{37.58, 48.74}));
    EXPECT_EQ(subject.place, nullptr);
}

TEST(Subject, IsAPositionWithLettersInEitherOrder) {
    const layers::Units units = layers::builtin_units();
    for (const char* text :
         {"48°44'20\"N 37°35'05\"E", "N48 44 20, E37 35 5", "37°35'5″E 48°44′20″N", "48.738888889 N, 37.584722222 E",
          "48°44.333333'n37°35.083333'e", "48 44 20 N;37 35 05 E"}) {
        const geo::LonLat position = layers::subject_from(text, units).position;
        EXPECT_NEAR(position.lat, 48 + 44.0 / 60 + 20.0 / 3600, 1e-6) << text;
        EXPECT_NEAR(position.lon, 37 + 35.0 / 60 + 5.0 / 3600, 1e-6) << text;
    }
    EXPECT_EQ(layers::subject_from("33.5 S, 70.6 W", units).position, (geo::LonLat{-70.6, -33.5}));
    for (const char* text : {"N 48 E 37", "48 N 37 E", "E 37 N 48", "N48E37", "48N37E"}) {
        EXPECT_EQ(layers::subject_from(text, units).position, (geo::LonLat{37, 48})) << text;
    }
    EXPECT_EQ(layers::subject_from("N 48 30 E 137 30", units).position, (geo::LonLat{137.5, 48.5}));
    EXPECT_NE(refusal_of("48°74'N 37°35'E", units).find("74 minutes"), std::string::npos);
    for (const char* text : {"48°44'N", "48N 37N", "48.5°30'N 37E", "48°75'N 37°E", "48 N x 37 E", "N E"}) {
        EXPECT_NE(refusal_of(text, units), "") << text;
    }
}

TEST(Subject, WhatIsNeitherIsRefusedWithAWayOut) {
    const layers::Units units = layers::builtin_units();
    EXPECT_NE(refusal_of("Kramatorks", units).find("Kramatorsk"), std::string::npos);
    EXPECT_NE(refusal_of("37.58;48.74", units).find("37.58,48.74"), std::string::npos);
    EXPECT_NE(refusal_of("237.58,48.74", units).find("longitude first"), std::string::npos);
    layers::Units elsewhere;
    elsewhere.units = {support::box_unit("West", {17, 44}, {18, 45})};
    EXPECT_NE(refusal_of("Nowhere", elsewhere).find("17.50,44.50"), std::string::npos) << "its own land as the example";
}

}  // namespace
