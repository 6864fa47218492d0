// SPDX-License-Identifier: MIT
#include "geo/units.h"

#include "geo/error.h"

#include <gtest/gtest.h>

namespace {

using geo::Kilometres;
using geo::parse_length;

TEST(Units, LengthsCarryTheirUnit) {
    EXPECT_DOUBLE_EQ(parse_length("15 km").value(), 15);
    EXPECT_DOUBLE_EQ(parse_length("500m").value(), 0.5);
    EXPECT_DOUBLE_EQ(parse_length("10 mi").value(), 16.09344);
    EXPECT_DOUBLE_EQ(parse_length("3nmi").value(), 5.556);
}

TEST(Units, LengthsAreReadAsUkrainiansWriteThem) {
    EXPECT_DOUBLE_EQ(parse_length("15 км").value(), 15);
    EXPECT_DOUBLE_EQ(parse_length("500 м").value(), 0.5);
    EXPECT_DOUBLE_EQ(parse_length("1,2 км").value(), 1.2);
    EXPECT_DOUBLE_EQ(parse_length("1,25km").value(), 1.25);
    EXPECT_DOUBLE_EQ(geo::parse_area("0,5 км²").value(), 0.5);
}

TEST(Units, BareNegativeAndForeignLengthsAreRefused) {
    for (const char* text : {"15", "", "km", "-3 km", "5 versts", "inf km", "nan km", "1e308 nmi", "5 km deep",
                             "1,200 km", "1,2,3 km", ",5 km", "5, km"}) {
        try {
            parse_length(text);
            ADD_FAILURE() << text << " was taken";
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
            EXPECT_NE(error.remedy().find("15 km"), std::string::npos);
        }
    }
}

TEST(Units, TextHasNoTrailingZeros) {
    EXPECT_EQ(to_text(Kilometres{15}), "15 km");
    EXPECT_EQ(to_text(Kilometres{0.5}), "0.5 km");
    EXPECT_EQ(to_text(Kilometres{100}), "100 km");
}

TEST(Units, TextReadsBackToTheMetre) {
    for (const double km : {0.0005, 14.9996, 40075.0165, 999999.9995}) {
        EXPECT_NEAR(parse_length(to_text(Kilometres{km})).value(), km, 0.0005000001);
    }
    EXPECT_EQ(parse_length(to_text(Kilometres{22222222.2225})).value(), 22222222.2225);
    EXPECT_EQ(parse_length(to_text(Kilometres{1e300})).value(), 1e300);
}

TEST(Units, QuantitiesAddAndCompare) {
    EXPECT_LT(Kilometres{1} + Kilometres{2}, Kilometres{4});
    EXPECT_DOUBLE_EQ(Kilometres{6} / Kilometres{3}, 2);
    EXPECT_EQ(magnitude(Kilometres{-2}), Kilometres{2});
}

}  // namespace
