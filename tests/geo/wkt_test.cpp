// SPDX-License-Identifier: MIT
#include "geo/detail/wkt.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "support/errors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace {

using geo::detail::looks_like_geometry;
using geo::detail::parse_wkt;

/// tests/accuracy/areas.csv: 40-digit quadrature.
constexpr double cell_km2 = 8217.7320761209428;
constexpr const char* cell = "POLYGON((37 48,38 48,38 49,37 49,37 48))";

geo::Error error_of(const std::string& text) {
    return testing_support::error_of([&] { parse_wkt(text); }, text);
}

TEST(Wkt, EveryPlainTypeIsReadInEverySpelling) {
    struct Case {
        const char* text;
        const char* type;
        std::size_t points, paths, polygons;
    };
    for (const Case& one :
         {Case{"POINT(1 2)", "Point", 1, 0, 0}, Case{"point z (1 2 3)", "Point", 1, 0, 0},
          Case{" PointZM( 1 2 3 4 ) ", "Point", 1, 0, 0}, Case{"POINT EMPTY", "Point", 0, 0, 0},
          Case{"MULTIPOINT(1 2, 3 4)", "MultiPoint", 2, 0, 0}, Case{"MULTIPOINT((1 2), (3 4))", "MultiPoint", 2, 0, 0},
          Case{"LINESTRING(1 2, 3.5e0 -4, +5 6)", "LineString", 0, 1, 0},
          Case{"LINESTRING M (1 2 9, 3 4 9)", "LineString", 0, 1, 0},
          Case{"MULTILINESTRING((1 2,3 4),(5 6,7 8))", "MultiLineString", 0, 2, 0},
          Case{"POLYGON EMPTY", "Polygon", 0, 0, 0}, Case{cell, "Polygon", 0, 0, 1},
          Case{"MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((2 2,3 2,3 3,2 2)))", "MultiPolygon", 0, 0, 2},
          Case{"TRIANGLE((0 0,1 0,1 1,0 0))", "Polygon", 0, 0, 1},
          Case{"GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4),GEOMETRYCOLLECTION(POINT(5 6)))",
               "GeometryCollection", 2, 1, 0}}) {
        const geo::Shape shape = parse_wkt(one.text).shape;
        EXPECT_EQ(shape.type, one.type) << one.text;
        EXPECT_EQ(shape.points.size(), one.points) << one.text;
        EXPECT_EQ(shape.paths.size(), one.paths) << one.text;
        EXPECT_EQ(shape.region.polygons.size(), one.polygons) << one.text;
    }
}

TEST(Wkt, OuterRingsRunCounterClockwiseHoweverTheyAreWritten) {
    EXPECT_NEAR(geo::area_of(parse_wkt("POLYGON((37 48,37 49,38 49,38 48,37 48))").shape.region).value(), cell_km2,
                1e-8);
}

TEST(Wkt, ASridIsKeptAndBinaryIsTheSameAsText) {
    EXPECT_EQ(parse_wkt(std::string{"SRID=4326;"} + cell).srid, 4326);
    EXPECT_EQ(parse_wkt(std::string{"srid=3857; "} + cell).srid, 3857);
    EXPECT_EQ(parse_wkt(cell).srid, 0);
    // PostGIS: select ST_AsHEXEWKB('SRID=4326;POINT(37 48)'), and ST_AsBinary('POINT(37 48)', 'XDR')
    for (const char* text : {"0101000020E610000000000000008042400000000000004840",
                             "\\x0101000020E610000000000000008042400000000000004840"}) {
        const auto written = parse_wkt(text);
        EXPECT_EQ(written.srid, 4326);
        ASSERT_EQ(written.shape.points.size(), 1U);
        EXPECT_EQ(written.shape.points[0], (geo::LonLat{37, 48}));
    }
    const auto plain = parse_wkt(
        "0000000001"
        "4042800000000000"
        "4048000000000000");
    EXPECT_EQ(plain.srid, 0);
    EXPECT_EQ(plain.shape.points.at(0), (geo::LonLat{37, 48}));
}

/// A circle of a degree about (37, 48): in longitude and latitude it is an ellipse, whose area is that of the polygon
/// of 200,000 corners, summed by the program's own area (checked against quadrature in measure_test).
TEST(Wkt, ArcsAreDrawnToSixBillionthsOfTheirArea) {
    geo::Ring ring;
    constexpr int corners = 200'000;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * 3.14159265358979323846 * (i % corners) / corners;
        ring.push_back({37 + std::cos(angle), 48 + std::sin(angle)});
    }
    const double expected = geo::area_of(geo::Region{{{ring, {}}}}).value();
    const auto drawn = parse_wkt("CURVEPOLYGON(CIRCULARSTRING(36 48,37 49,38 48,37 47,36 48))").shape;
    EXPECT_NEAR(geo::area_of(drawn.region).value() / expected, 1, 6e-9);
}

TEST(Wkt, FaultsSayWhereAndWhatWasExpected) {
    struct Fault {
        const char* text;
        const char* problem;
        const char* remedy;
    };
    for (const Fault& fault :
         {Fault{"POLYGN((1 2,3 4,5 6,1 2))", "no geometry type \"POLYGN\"", "POLYGON"},
          Fault{"POLYGON((1 2,3 4,5 6,1 2)", "a ) is expected at character 26", "closed"},
          Fault{"POLYGON 1 2", "a ( is expected at character 9", ""},
          Fault{"POLYGON((36,5 48,2))", "two numbers is expected at character 10", "decimals with a point"},
          Fault{"POINT(a 2)", "a number is expected at character 7", ""},
          Fault{"POINT(1 2) POINT(3 4)", "character 12", "one geometry"}, Fault{"SRID=x;POINT(1 2)", "SRID", ""},
          Fault{"", "a geometry is expected", "such as"}}) {
        const geo::Error error = error_of(fault.text);
        EXPECT_NE(error.problem().find(fault.problem), std::string::npos) << fault.text << ": " << error.problem();
        EXPECT_NE(error.remedy().find(fault.remedy), std::string::npos) << fault.text << ": " << error.remedy();
    }
    std::string deep;
    for (int i = 0; i < 10'000; ++i) { deep += "GEOMETRYCOLLECTION("; }
    EXPECT_NE(error_of(deep).remedy().find("nested"), std::string::npos);
}

TEST(Wkt, TextOfOtherKindsIsNotTakenForGeometry) {
    for (const char* text : {"", "Point of no return", "polygon", "12", "0101", "Київ", "{}"}) {
        EXPECT_FALSE(looks_like_geometry(text)) << text;
    }
    for (const char* text : {"point(1 2)", " POLYGON EMPTY", "SRID=4326;POINT(1 2)", "MULTISURFACE EMPTY"}) {
        EXPECT_TRUE(looks_like_geometry(text)) << text;
    }
}

}  // namespace
