// SPDX-License-Identifier: MIT
#include "geo/detail/csv_read.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

const std::string cell = "\"POLYGON((37 48,38 48,38 49,37 49,37 48))\"";
/// tests/accuracy/areas.csv: 40-digit quadrature.
constexpr double cell_km2 = 8217.7320761209428;

geo::Dataset read(const std::string& text, const geo::ReadOptions& options = {}, const char* name = "a.csv") {
    return testing_support::read_as(name, text, options);
}

geo::Error error_of(const std::string& text) {
    return testing_support::error_of([&] { read(text); }, text);
}

double km2(const geo::Dataset& dataset) {
    double sum = 0;
    for (const geo::Feature& feature : dataset.features) { sum += geo::area_of(feature.shape.region).value(); }
    return sum;
}

TEST(CsvRead, WktStandsInOneColumnHoweverItIsCalledAndSeparated) {
    for (const std::string& text :
         {"WKT\n" + cell + "\n", "name,the_geom\na," + cell + "\n", "\xEF\xBB\xBFname;Geometry\r\na;" + cell + "\r\n",
          "name\tgeom\na\t" + cell, "name|область\na|" + cell + "\n", cell + "\n",
          std::string{"wkt\nPOLYGON((37 48,38 48,38 49,37 49,37 48))\n"},
          std::string{"id,g\n1,\"POLYGON((37 48,\r\n38 48,38 49,\n37 49,37 48))\"\n"},
          std::string{"id,geom\n1,\"SRID=4326;POLYGON((37 48,38 48,38 49,37 49,37 48))\"\n"}}) {
        const geo::Dataset dataset = read(text);
        ASSERT_EQ(dataset.features.size(), 1U) << text;
        EXPECT_NEAR(km2(dataset), cell_km2, 1e-8) << text;
    }
    EXPECT_NEAR(km2(read("POLYGON((37 48,38 48,38 49,37 49,37 48))", {}, "a.wkt")), cell_km2, 1e-8);
}

TEST(CsvRead, TheFirstLineMayNameTheSeparatorAsForExcel) {
    const std::string wkt = "POLYGON((37 48,38 48,38 49,37 49,37 48))";
    for (const std::string& text : {"sep=;\nname;geom\nA;" + wkt + "\n", "\xEF\xBB\xBFSEP=;\r\ngeom\r\n" + wkt + "\r\n",
                                    "\"sep=|\"\rname|geom\rA|" + wkt, "sep=,\na;b,geom\nx," + cell + "\n"}) {
        const geo::Dataset dataset = read(text);
        ASSERT_EQ(dataset.features.size(), 1U) << text;
        EXPECT_NEAR(km2(dataset), cell_km2, 1e-8) << text;
    }
    EXPECT_EQ(error_of("sep=;\nname;geom\nA;" + wkt + "\nB;POLYGN((1 2))\n").place().line, 4);
    EXPECT_FALSE(error_of("sep=;").remedy().empty());
}

TEST(CsvRead, PositionsStandInTwoColumnsWithPointsOrCommas) {
    for (const char* text :
         {"name,lon,lat\na,37.5,48.25\n", "Latitude;LONGITUDE\n48,25;37,5\n",
          "назва,довгота,широта\na,\"37,5\",\"48,25\"\n", "lng\tlat\n37.5\t48.25\n", "x,y\n37.5,48.25\n"}) {
        const geo::Dataset dataset = read(text);
        ASSERT_EQ(dataset.features.at(0).shape.points.size(), 1U) << text;
        EXPECT_EQ(dataset.features[0].shape.points[0], (geo::LonLat{37.5, 48.25})) << text;
    }
}

TEST(CsvRead, ColumnsHaveTheTypeOfAllTheirCells) {
    const geo::Dataset dataset =
        read("id,code,v,t,mix,lon,lat\n1,007,1.5,a,1,37,48\n2,010,2,\"\",x,37,48\n3,,,,,37,48\n");
    const auto value = [&](std::size_t row, const char* name) {
        return *geo::find(dataset.features.at(row).properties, name);
    };
    EXPECT_EQ(value(1, "id"), geo::Value{std::int64_t{2}});
    EXPECT_EQ(value(0, "code"), geo::Value{std::string{"007"}});
    EXPECT_EQ(value(1, "v"), geo::Value{2.0});
    EXPECT_EQ(value(0, "mix"), geo::Value{std::string{"1"}});
    EXPECT_EQ(value(1, "t"), geo::Value{std::string{}}) << "empty, but there";
    EXPECT_EQ(value(2, "t"), geo::Value{});
    EXPECT_EQ(value(2, "v"), geo::Value{});
}

TEST(CsvRead, RowsInAnotherCrsAreTransformedAndRowsWithoutGeometrySaid) {
    // GeographicLib: GeoConvert -g -p 5 <<< "36n 300000 5400000"
    const std::string metres = "\"POLYGON((300000 5400000,400000 5400000,400000 5500000,300000 5400000))\"";
    for (const geo::Dataset& dataset :
         {read("wkt\n" + metres + "\n", {.crs = "EPSG:32636"}), read("wkt\n\"SRID=32636;" + metres.substr(1) + "\n")}) {
        EXPECT_NEAR(dataset.features.at(0).shape.region.polygons.at(0).shell[0].lon, 30.2806415048, 1e-8);
    }
    const geo::Dataset gaps = read("name,wkt\na," + cell + "\nb,\n\nc," + cell + "\n");
    ASSERT_EQ(gaps.features.size(), 3U);
    EXPECT_EQ(gaps.notes.back(), "rows without geometry: 1, of the number 2");
}

/// Found by the fuzzer: the column of geometry is told by the first row, and the header ends before it.
TEST(CsvRead, AHeaderMayBeNarrowerThanItsRows) {
    const geo::Error error = error_of(fmt::format("a,b\n1,2,{}\n", cell));
    EXPECT_EQ(error.place().line, 2) << error.problem();
}

TEST(CsvRead, OfTwoColumnsWithOneNameNoneIsDroppedInSilence) {
    for (const std::string& text : {fmt::format("name,wkt,wkt\na,{0},{0}\n", cell),
                                    fmt::format("wkt,WKT \n{0},{0}\n", cell), std::string{"lon,lat,Lon\n37,48,31\n"}}) {
        const geo::Error error = error_of(text);
        EXPECT_TRUE(error.problem().starts_with("two columns are called \"")) << error.problem();
        EXPECT_EQ(error.place().line, 1);
        EXPECT_FALSE(error.remedy().empty());
    }
    EXPECT_EQ(read("status,lon,lat,status,,\nRU,37,48,UA,,\n").notes,
              std::vector<std::string>{"two columns are called \"status\": filters see the first"});
}

TEST(CsvRead, AFaultIsSaidWithItsRowAndLine) {
    struct Fault {
        std::string text;
        const char* problem;
        int line;
    };
    for (const Fault& fault : {Fault{"name,wkt\na," + cell + "\nb,\"POLYGN((1 2,3 4,1 2))\"\n", "row 2: WKT has no", 3},
                               Fault{"name,wkt\n\"a\nb\",\"POINT(1)\"\n", "row 1: a position of two", 2},
                               Fault{"name,lon,lat\na,37,48\nb,37,n/a\n", "row 2: the latitude is no number", 3},
                               Fault{"name,wkt\na,POLYGON((1 2,3 4,1 2))\n", "row 1: it has 4 cells", 2},
                               Fault{"name,wkt\na,\"POINT(1 2)\nb\n", "a quote opens", 2},
                               Fault{"a,b\n1,2\n", "no column of geometry; its columns are: a, b", 0},
                               Fault{"37,48\n38,49\n", "no header", 0},
                               Fault{"id,geom\n1,\"SRID=999999;POINT(1 2)\"\n", "row 1: there is no CRS", 2}}) {
        const geo::Error error = error_of(fault.text);
        EXPECT_NE(error.problem().find(fault.problem), std::string::npos) << error.problem();
        EXPECT_EQ(error.place().line, fault.line) << fault.text;
        EXPECT_FALSE(error.remedy().empty());
    }
}

TEST(CsvRead, OnlyTextWithGeometryIsTakenForCsv) {
    EXPECT_TRUE(geo::detail::looks_delimited("lon,lat\n1,2\n"));
    EXPECT_TRUE(geo::detail::looks_delimited("POINT(1 2)\n"));
    EXPECT_FALSE(geo::detail::looks_delimited(std::string{"lon,lat\n1,\0 2\n", 13}));
    EXPECT_FALSE(geo::detail::looks_delimited("a,b\n1,2\n"));
    EXPECT_FALSE(geo::detail::looks_delimited("<kml>,lon,lat"));
    EXPECT_FALSE(geo::detail::looks_delimited("\xff\x01,\x80lon,lat\n"));
    for (const char* name : {"a.csv", "b.TSV", "c.txt", "d.wkt"}) { EXPECT_TRUE(geo::detail::is_delimited(name)); }
    for (const char* name : {"a.tab", "b", "csv", "a.csv.zip"}) { EXPECT_FALSE(geo::detail::is_delimited(name)); }
}

}  // namespace
