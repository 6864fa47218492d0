// SPDX-License-Identifier: MIT
#include "geo/dataset.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/repair.h"
#include "support/drawn_map.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace {

using geo::Dataset;
using geo::read_geojson;
using testing_support::error_of;
using testing_support::TemporaryFolder;

constexpr const char* square =
    R"({"type":"Feature","properties":{"name":"Square","n":3,"x":1.5,"ok":true,"none":null},)"
    R"("geometry":{"type":"Polygon","coordinates":[[[30,48],[31,48],[31,49],[30,49],[30,48]]]}})";

std::string gzipped(const std::string& text) {
    TemporaryFolder folder;
    gzFile file = gzopen(folder.path("x").c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    std::stringstream bytes;
    bytes << std::ifstream{folder.path("x"), std::ios::binary}.rdbuf();
    return bytes.str();
}

TEST(Dataset, IsKnownByTheEndingOfItsName) {
    for (const char* name : {"a.geojson", "a.GPKG", "a.geojson.gz", "a.kmz", "a.zip", "folder.v2/a.csv"}) {
        EXPECT_TRUE(geo::has_known_ending(name)) << name;
    }
    for (const char* name : {"a.vrt", "a.sqlite", "a.png", "geojson", "a.geojson.bak", "a.gz", ""}) {
        EXPECT_FALSE(geo::has_known_ending(name)) << name;
    }
}

TEST(Dataset, GeojsonComesWithItsProperties) {
    const Dataset dataset = read_geojson(square, "test");
    ASSERT_EQ(dataset.features.size(), 1U);
    const geo::Feature& feature = dataset.features[0];
    EXPECT_EQ(feature.shape.type, "Polygon");
    EXPECT_EQ(geo::name_of(feature), "Square");
    EXPECT_EQ(std::get<std::int64_t>(*geo::find(feature.properties, "n")), 3);
    EXPECT_EQ(std::get<double>(*geo::find(feature.properties, "x")), 1.5);
    EXPECT_EQ(std::get<bool>(*geo::find(feature.properties, "ok")), true);
    EXPECT_EQ(geo::text_of(feature.properties, "none"), "");
}

TEST(Dataset, EveryGeometryTypeIsRead) {
    const Dataset dataset = read_geojson(
        R"({"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2,3]}},
        {"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}},
        {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
        {"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}},
        {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[1,2],[3,4],[1,4],[1,2]]]]}},
        {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
            {"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}},
        {"type":"Feature","geometry":null}]})",
        "test");
    ASSERT_EQ(dataset.features.size(), 7U);
    EXPECT_EQ(dataset.features[1].shape.points.size(), 2U);
    EXPECT_EQ(dataset.features[3].shape.paths.size(), 2U);
    EXPECT_EQ(dataset.features[4].shape.region.polygons.size(), 1U);
    EXPECT_EQ(dataset.features[5].shape.points.size() + dataset.features[5].shape.paths.size(), 2U);
    EXPECT_EQ(geo::name_of(dataset.features[6]), "7");
}

TEST(Dataset, NewlineDelimitedGzippedAndBomAreRead) {
    const TemporaryFolder folder;
    const std::string lines = std::string{square} + "\n" + square + "\n";
    EXPECT_EQ(geo::read(folder.with("a.ndjson", lines)).features.size(), 2U);
    EXPECT_EQ(geo::read(folder.with("b.geojson.gz", gzipped(lines))).features.size(), 2U);
    EXPECT_EQ(geo::read(folder.with("c.geojson", "\xEF\xBB\xBF" + std::string{square})).features.size(), 1U);
    EXPECT_EQ(geo::read(folder.with("d.geojsons", "\x1e" + std::string{square} + "\n\x1e" + square)).features.size(),
              2U);
}

TEST(Dataset, ASyntaxErrorHasLineAndColumn) {
    const geo::Error error = error_of([] { read_geojson("{\"type\":\n  oops}", "test.geojson"); });
    EXPECT_EQ(error.place().file, "test.geojson");
    EXPECT_EQ(error.place().line, 2);
    EXPECT_EQ(error.place().column, 3);
}

TEST(Dataset, AWrongFeatureIsNamed) {
    const geo::Error error = error_of([] {
        read_geojson(R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":null},
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[["a",2]]]}}]})",
                     "test");
    });
    EXPECT_EQ(error.place().feature, 2);
    EXPECT_NE(error.remedy().find("[longitude, latitude]"), std::string::npos);
}

TEST(Dataset, WhatIsOffTheEarthIsRefusedWithTheReason) {
    const auto refusal = [](const char* coordinates) {
        return error_of(
            [&] { read_geojson(std::string{R"({"type":"LineString","coordinates":)"} + coordinates + "}", "test"); });
    };
    EXPECT_NE(refusal("[[500000,5400000],[500100,5400100]]").remedy().find("‹crs EPSG:32637›"), std::string::npos);
    EXPECT_NE(refusal("[[48,137],[49,138]]").problem().find("latitude first"), std::string::npos);
    EXPECT_NE(refusal("[[30,48],[190,49]]").problem().find("off the earth"), std::string::npos);
}

TEST(Dataset, ACrsThatAFileHasNoUseForIsSaidToBeUnused) {
    const TemporaryFolder folder;
    Dataset dataset;
    dataset.features.emplace_back();
    dataset.features[0].shape.region.polygons = {{{{36, 48}, {37, 48}, {37, 49}, {36, 48}}, {}}};
    const std::string unused = "the file says its own CRS; EPSG:3857, given for it, is not used";
    for (const char* format : {"geojson", "kml", "gpkg", "shp", "fgb"}) {
        const std::string path = folder.path(std::string{"a."} + format);
        geo::write(dataset, path);
        const std::vector<std::string> notes = geo::read(path, {.crs = "EPSG:3857"}).notes;
        EXPECT_EQ(std::count(notes.begin(), notes.end(), unused), 1) << format;
        for (const std::string& note : geo::read(path, {.crs = "EPSG:4326"}).notes) {
            EXPECT_EQ(note.find("is not used"), std::string::npos) << format;
        }
    }
}

TEST(Dataset, TheCrsOfEsriJsonComesBeforeTheOneGiven) {
    const TemporaryFolder folder;
    const std::string path = folder.with(
        "a.json", R"({"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4326},)"
                  R"("fields":[{"name":"FID","type":"esriFieldTypeOID"}],"features":[{"attributes":{"FID":1},)"
                  R"("geometry":{"rings":[[[36,48],[36,49],[37,49],[37,48],[36,48]]]}}]})");
    const Dataset dataset = geo::read(path, {.crs = "EPSG:3857"});
    EXPECT_EQ(dataset.notes,
              std::vector<std::string>{"the file says its own CRS; EPSG:3857, given for it, is not used"});
    EXPECT_EQ(geo::bounds_of(dataset.features.at(0).shape.region).east, 37);
}

TEST(Dataset, ACrsThatAFileNamesItselfComesBeforeTheOneGiven) {
    const TemporaryFolder folder;
    const std::string named = folder.with("a.geojson", R"({"type":"Point","coordinates":[300000,5400000],)"
                                                       R"("crs":{"type":"name","properties":{"name":"EPSG:32636"}}})");
    const std::string row = folder.with("a.csv", "wkt\n\"SRID=32636;POINT(300000 5400000)\"\n");
    for (const std::string& path : {named, row}) {
        std::vector<std::string> notes = geo::read(path, {.crs = "EPSG:3857"}).notes;
        std::sort(notes.begin(), notes.end());
        EXPECT_EQ(notes, (std::vector<std::string>{"coordinates transformed to WGS84 from EPSG:32636",
                                                   "the file says its own CRS; EPSG:3857, given for it, is not used"}));
        EXPECT_EQ(geo::read(path, {.crs = "epsg:32636"}).notes.size(), 1U);
    }
}

TEST(Dataset, EmptyFilesAndDirectoriesAreRefused) {
    const TemporaryFolder folder;
    EXPECT_THROW(geo::read(folder.with("empty.geojson", "")), geo::Error);
    EXPECT_THROW(geo::read(folder.with("none.geojson", R"({"type":"FeatureCollection","features":[]})")), geo::Error);
    EXPECT_THROW(geo::read(folder.path("missing.geojson")), geo::Error);
    EXPECT_THROW(geo::read(std::filesystem::path{folder.path("x")}.parent_path().string()), geo::Error);
    EXPECT_THROW(geo::read(folder.with("broken.gpkg", "this is no database")), geo::Error);
    EXPECT_THROW(geo::read(folder.with("cut.geojson.gz", gzipped(square).substr(0, 40))), geo::Error);
}

/// The same square in UTM zone 36N; PROJ's own inverse brings it back.
TEST(Dataset, AFileInAnotherCrsIsTransformed) {
    const TemporaryFolder folder;
    const std::string csv =
        "name,WKT\nmetres,\"POLYGON((300000 5400000,400000 5400000,400000 5500000,300000 5400000))\"\n";
    const std::string path = folder.with("metres.csv", csv);
    EXPECT_THROW(geo::read(path), geo::Error) << "no CRS";
    const Dataset dataset = geo::read(path, {.crs = "EPSG:32636"});
    // GeographicLib: GeoConvert -g -p 5 <<< "36n 300000 5400000"
    EXPECT_NEAR(dataset.features[0].shape.region.polygons[0].shell[0].lon, 30.2806415048, 1e-8);
    EXPECT_NEAR(dataset.features[0].shape.region.polygons[0].shell[0].lat, 48.7209148690, 1e-8);
    EXPECT_THROW(geo::read(path, {.crs = "EPSG:nonsense"}), geo::Error);
}

/// The reference is the same triangle with a thousand corners on one edge at a time, which stay on that edge in metres.
TEST(Dataset, LongEdgesOfMetresAreSaidToBend) {
    const std::vector<std::pair<double, double>> corners{{300000, 5400000}, {400000, 5400000}, {400000, 5500000}};
    const auto triangle = [&corners](std::size_t fine_edge) {
        std::string text = "name;WKT\nmetres;POLYGON((";
        for (std::size_t i = 0; i < 3; ++i) {
            const auto [x, y] = corners[i];
            const auto [to_x, to_y] = corners[(i + 1) % 3];
            const int parts = i == fine_edge ? 1000 : 1;
            for (int part = 0; part < parts; ++part) {
                const double t = part / static_cast<double>(parts);
                text += fmt::format("{} {},", x + t * (to_x - x), y + t * (to_y - y));
            }
        }
        return text + "300000 5400000))\n";
    };
    const auto read = [&triangle](std::size_t fine_edge) {
        return testing_support::read_as("metres.csv", triangle(fine_edge), {.crs = "EPSG:32636"});
    };
    const auto km2 = [](const Dataset& dataset) { return geo::area_of(dataset.features[0].shape.region).value(); };
    const Dataset coarse = read(3);
    double between = 0;
    for (std::size_t edge = 0; edge < 3; ++edge) { between += std::abs(km2(read(edge)) - km2(coarse)); }
    EXPECT_GT(between, 1);
    const std::string note = coarse.notes.back();
    const std::size_t figure = note.find("with ") + 5, after = note.find(" km² between");
    ASSERT_LT(figure, after) << note;
    ASSERT_NE(after, note.npos) << note;
    EXPECT_NEAR(std::stod(note.substr(figure, after - figure)) / between, 1, 0.02);

    const std::string small =
        "name;WKT\nfield;POLYGON((300000 5400000,301000 5400000,301000 5401000,300000 5400000))\n";
    const Dataset field = testing_support::read_as("field.csv", small, {.crs = "EPSG:32636"});
    EXPECT_EQ(field.notes.back(), "coordinates transformed to WGS84 from EPSG:32636");
}

/// By GDAL's way into the program too.
TEST(Dataset, LongEdgesOfMetresAreSaidToBendInEveryFormat) {
    const std::string metres = R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32636"}},
        "features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
        [[[300000,5400000],[400000,5400000],[400000,5500000],[300000,5400000]]]}}]})";
    const std::string esri = R"({"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":32636},"fields":[],
        "features":[{"attributes":{},"geometry":{"rings":
        [[[300000,5400000],[400000,5500000],[400000,5400000],[300000,5400000]]]}}]})";
    const auto bend = [](const std::string& text) {
        const std::string note = testing_support::read_as("a.json", text).notes.back();
        const std::size_t begin = note.find("; between them");
        return begin == std::string::npos ? "none: " + note : note.substr(begin);
    };
    EXPECT_EQ(bend(metres), bend(esri));
    EXPECT_NE(bend(metres).find(" m off, with "), std::string::npos) << bend(metres);
}

Dataset two_layers() {
    const testing_support::DrawnMap map{R"(
        a----b
        | pq |
        | sr |
        d----c )"};
    Dataset dataset;
    geo::Feature land;
    land.shape.region = map.region("adcb");
    land.shape.region.polygons[0].holes = {map.ring("pqrs")};
    land.properties = {{"name", std::string{"Земля \"A\""}},
                       {"km2", 12.25},
                       {"count", std::int64_t{7}},
                       {"fill", std::string{"#ff0000"}}};
    land.layer = "land";
    land.number = 1;
    geo::Feature road;
    road.shape.paths = {map.line("ac")};
    road.properties = {{"name", std::string{"road"}}};
    road.layer = "roads";
    road.number = 2;
    dataset.features = {land, road};
    return dataset;
}

/// Written and read again: the same area within a centimetre along the perimeter, the same names and figures.
TEST(Dataset, EveryFormatKeepsAreasAndAttributes) {
    const TemporaryFolder folder;
    const Dataset dataset = two_layers();
    for (const char* format : {"geojson", "gpkg", "kml", "kmz", "fgb", "csv"}) {
        const std::string path = folder.path(std::string{"out."} + format);
        geo::write(dataset, path);
        const Dataset back = geo::read(path);
        ASSERT_EQ(back.features.size(), 2U) << format;
        for (const geo::Feature& feature : back.features) {
            if (geo::name_of(feature) == "road") { continue; }
            EXPECT_EQ(geo::name_of(feature), "Земля \"A\"") << format;
            EXPECT_EQ(std::stod(geo::text_of(feature.properties, "km2")), 12.25) << format;
            const geo::Region& written = dataset.features[0].shape.region;
            const double tolerance = geo::perimeter_of(written).value() * 1e-5;
            EXPECT_NEAR(area_of(geo::repair(feature.shape.region).region).value(), area_of(written).value(), tolerance)
                << format;
        }
    }
}

TEST(Dataset, AShapefileHoldsOneKindAndItsEncoding) {
    const TemporaryFolder folder;
    Dataset dataset = two_layers();
    EXPECT_THROW(geo::write(dataset, folder.path("mixed.shp")), geo::Error);
    EXPECT_EQ(folder.count(), 0U) << "a failed run leaves nothing behind";
    dataset.features.pop_back();
    geo::write(dataset, folder.path("land.shp"));
    EXPECT_TRUE(std::filesystem::exists(folder.path("land.cpg")));
    EXPECT_EQ(geo::name_of(geo::read(folder.path("land.shp")).features[0]), "Земля \"A\"");
}

TEST(Dataset, WordsDoNoHarmInSpreadsheetsAndMaps) {
    const TemporaryFolder folder;
    Dataset dataset = two_layers();
    dataset.features[0].properties = {{"name", std::string{"=cmd|' /C calc'!A0"}},
                                      {"text", std::string{"]]><img\x1b>"}}};
    geo::write(dataset, folder.path("a.csv"));
    geo::write(dataset, folder.path("a.kml"));
    geo::write(dataset, folder.path("a.gpkg"));
    EXPECT_EQ(geo::name_of(geo::read(folder.path("a.csv")).features[0]), "'=cmd|' /C calc'!A0");
    EXPECT_EQ(geo::text_of(geo::read(folder.path("a.kml")).features[0].properties, "text"), "]]&gt;&lt;img\uFFFD>");
    EXPECT_EQ(geo::name_of(geo::read(folder.path("a.gpkg")).features[0]), "=cmd|' /C calc'!A0");
}

TEST(Dataset, AFormatGetsTheEndingThatItsDriverWantsWhateverTheName) {
    const TemporaryFolder folder;
    Dataset dataset = two_layers();
    dataset.features.pop_back();
    for (const char* format : {"gpkg", "kml", "kmz", "fgb", "csv"}) {
        const std::string path = folder.path(std::string{"by-"} + format + ".out");
        geo::write(dataset, path, {format, false, {}});
        EXPECT_TRUE(std::filesystem::is_regular_file(path)) << format;
    }
    EXPECT_EQ(folder.count(), 5U);
    EXPECT_THROW(geo::write(dataset, folder.path("shape.out"), {"shp", false, {}}), geo::Error);
}

TEST(Dataset, AnExistingFileIsKeptUnlessAskedFor) {
    const TemporaryFolder folder;
    const std::string path = folder.with("out.geojson", "precious");
    EXPECT_THROW(geo::write(two_layers(), path), geo::Error);
    std::string kept;
    std::getline(std::ifstream{path}, kept);
    EXPECT_EQ(kept, "precious");
    geo::write(two_layers(), path, {"", true, {}});
    EXPECT_EQ(geo::read(path).features.size(), 2U);
    EXPECT_EQ(folder.count(), 1U);
}

TEST(Dataset, AFullDiskLeavesNothingBehind) {
    if (!std::filesystem::is_character_file("/dev/full")) { GTEST_SKIP() << "no /dev/full here"; }
    EXPECT_THROW(geo::write(two_layers(), "/dev/full", {"geojson", true, {}}), geo::Error);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full")) << "a device is not replaced by a file";
    EXPECT_THROW(geo::write(two_layers(), "/no/such/folder/out.geojson"), geo::Error);
}

TEST(Dataset, GeojsonIsRfc7946) {
    const nlohmann::json document = nlohmann::json::parse(geo::to_geojson(two_layers()));
    EXPECT_FALSE(document.contains("crs"));
    ASSERT_EQ(document["bbox"].size(), 4U);
    const nlohmann::json& rings = document["features"][0]["geometry"]["coordinates"];
    geo::Ring shell, hole;
    for (const auto& position : rings[0]) { shell.push_back({position[0], position[1]}); }
    for (const auto& position : rings[1]) { hole.push_back({position[0], position[1]}); }
    EXPECT_GT(geo::signed_area_of(shell).value(), 0);
    EXPECT_LT(geo::signed_area_of(hole).value(), 0);
    EXPECT_EQ(shell.front(), shell.back());
}

TEST(Dataset, WhatCrossesTheAntimeridianIsCutThere) {
    Dataset dataset;
    geo::Feature fiji;
    fiji.shape.region = {{{{{177, -19}, {181, -19}, {181, -16}, {177, -16}, {177, -19}}, {}}}};
    dataset.features = {fiji};
    const nlohmann::json document = nlohmann::json::parse(geo::to_geojson(dataset));
    EXPECT_EQ(document["bbox"][0], 177);
    EXPECT_EQ(document["bbox"][2], -179);
    EXPECT_EQ(document["features"][0]["geometry"]["type"], "MultiPolygon");
    const Dataset back = read_geojson(document.dump(), "test");
    EXPECT_NEAR(area_of(geo::repair(back.features[0].shape.region).region).value(), area_of(fiji.shape.region).value(),
                1e-6);
}

TEST(Dataset, FormatsAreToldByTheEnding) {
    EXPECT_EQ(geo::format_of("a/b.geojson"), "geojson");
    EXPECT_EQ(geo::format_of("b.gpkg"), "gpkg");
    EXPECT_THROW(geo::format_of("b.xyz"), geo::Error);
    EXPECT_THROW(geo::write(two_layers(), "out.geojson", {"tiff", false, {}}), geo::Error);
}

}  // namespace
