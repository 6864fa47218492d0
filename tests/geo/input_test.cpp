// SPDX-License-Identifier: MIT
#include "geo/detail/input.h"

#include "geo/detail/sniff.h"
#include "geo/error.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

namespace {

using geo::detail::look_at_content;
using testing_support::TemporaryFolder;
using namespace std::string_literals;

constexpr std::uintmax_t plenty = 1'000'000;

geo::Error refusal_of(const std::string& path, std::uintmax_t max_bytes = plenty) {
    return testing_support::error_of([&] { geo::detail::open_input(path, max_bytes); }, path);
}

const std::string feature = R"({"type":"Feature","geometry":null,"properties":{}})";

TEST(Input, TheContentIsToldFromItsBeginning) {
    EXPECT_EQ(look_at_content("\xEF\xBB\xBF {\"type\":1}").format, "json");
    EXPECT_EQ(look_at_content("<?xml version=\"1.0\"?><!-- a > b --><kml>").format, "kml");
    EXPECT_EQ(look_at_content("<k:kml xmlns:k='x'>").format, "kml");
    EXPECT_EQ(look_at_content("<gpx version=\"1.1\">").format, "gpx");
    EXPECT_EQ(look_at_content("<wfs:FeatureCollection>").format, "gml");
    EXPECT_EQ(look_at_content("SQLite format 3\0"s).format, "gpkg");
    EXPECT_EQ(look_at_content("PK\x03\x04").format, "zip");
    EXPECT_EQ(look_at_content("name;WKT\n").format, "csv");
    for (const std::string& other :
         {"<OGRVRTDataSource>"s, "<OGRWFSDataSource>"s, "<!DOCTYPE html>"s, "PG:dbname=x,y"s,
          "https://example.org/a,b"s, "\xff\xfe{\0"s, "a,b\0c"s, "%PDF-1.4,"s, ""s, "<"s, "<?"s, "<!--"s, "<a"s}) {
        EXPECT_EQ(look_at_content(other).format, "") << other;
    }
}

TEST(Input, AnotherContentThanTheEndingPromisesIsRefusedByName) {
    const TemporaryFolder folder;
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"x\"/></OGRVRTDataSource>";
    for (const char* name : {"x.geojson", "x.gpkg", "x.shp", "x.kml", "x.csv", "x.gml", "x.fgb", "x.tab", "x.dxf"}) {
        EXPECT_NE(refusal_of(folder.with(name, vrt)).problem().find("VRT"), std::string::npos) << name;
    }
    EXPECT_NE(refusal_of(folder.with("y.gpkg", feature)).problem().find("it is JSON, though its name ends in .gpkg"),
              std::string::npos);
}

TEST(Input, WithoutAnEndingOnlyJsonIsTaken) {
    const TemporaryFolder folder;
    EXPECT_EQ(geo::detail::open_input(folder.with("query", feature), plenty).format, "json");
    EXPECT_EQ(geo::detail::open_input(folder.with("X.GEOJSON", feature), plenty).format, "json");
    const geo::Error error = refusal_of(folder.with("table.xyz", "a,b\n1,2\n"));
    EXPECT_NE(error.remedy().find(".geojson, .json"), std::string::npos);
    EXPECT_NE(refusal_of(folder.with("x.dbf", "a,b")).remedy().find("x.shp"), std::string::npos);
}

TEST(Input, AddressesAreSaidToBeWhatTheyAre) {
    for (const char* address :
         {"https://example.org/x.geojson", "HTTP://example.org", "/vsicurl/https://example.org/x", "s3://b/x"}) {
        EXPECT_NE(refusal_of(address).problem().find("network"), std::string::npos) << address;
        EXPECT_EQ(refusal_of(address).kind(), geo::Error::Kind::bad_usage);
    }
    for (const char* database : {"MySQL:x", "WFS:http://example.org"}) {
        EXPECT_NE(refusal_of(database).problem().find("database or server"), std::string::npos) << database;
    }
    EXPECT_NE(refusal_of("postgresql://x").remedy().find("PG:host"), std::string::npos);
    EXPECT_NE(refusal_of("/vsimem/x.geojson").problem().find("virtual"), std::string::npos);
    EXPECT_NE(refusal_of("missing.geojson").problem().find("no such file"), std::string::npos);
}

TEST(Input, APlainFileLargerThanAllowedIsRefused) {
    const TemporaryFolder folder;
    const std::string path = folder.with("x.geojson", feature);
    EXPECT_EQ(geo::detail::open_input(path, feature.size()).files.front().bytes, feature);
    EXPECT_NE(refusal_of(path, feature.size() - 1).remedy().find("‹max-size "), std::string::npos);
}

}  // namespace
