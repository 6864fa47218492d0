// SPDX-License-Identifier: MIT
#include "geo/detail/kml.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/repair.h"
#include "support/archives.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

using testing_support::TemporaryFolder;

// Karney's PolygonArea is geodesic; these are PROJ's: a lattice of 1e-4° in +proj=cea +ellps=WGS84, edges straight in
// lon/lat.
constexpr double square_km2 = 8217.732, small_km2 = 2064.446;

std::string ring(double west, double south, double size) {
    return fmt::format(
        "<LinearRing><coordinates>{0},{1},7 {2},{1},7\n{2},{3} {0},{3} {0},{1}</coordinates></LinearRing>", west, south,
        west + size, south + size);
}

std::string outer(double west, double south, double size) {
    return "<outerBoundaryIs>" + ring(west, south, size) + "</outerBoundaryIs>";
}

std::string placemark(const std::string& content, const std::string& name = "x") {
    return "<Placemark><name>" + name + "</name>" + content + "</Placemark>";
}

const std::string square = "<Polygon>" + outer(36, 48, 1) + "</Polygon>",
                  small = "<Polygon>" + outer(38, 48, 0.5) + "</Polygon>";

std::string document(const std::string& content) {
    return "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>map</name>" + content +
           "</Document></kml>";
}

geo::Dataset read(const std::string& text, const std::vector<std::string>& layers = {}) {
    geo::Dataset dataset;
    geo::detail::read_kml({{"doc.kml", text}}, layers, dataset);
    return dataset;
}

double km2_of(const geo::Dataset& dataset) {
    double sum = 0;
    for (const geo::Feature& feature : dataset.features) {
        if (!feature.shape.region.empty()) { sum += area_of(geo::repair(feature.shape.region).region).value(); }
    }
    return sum;
}

geo::Error refusal_of(const std::string& text, const std::vector<std::string>& layers = {}) {
    return testing_support::error_of([&] { read(text, layers); }, text);
}

TEST(Kml, NoRingAndNoGeometryIsLost) {
    const double both = square_km2 + small_km2;
    EXPECT_NEAR(km2_of(read(document(placemark("<Polygon>" + outer(36, 48, 1) + outer(38, 48, 0.5) + "</Polygon>")))),
                both, 0.01);
    EXPECT_NEAR(km2_of(read(document(placemark(square + small)))), both, 0.01);
    EXPECT_NEAR(km2_of(read(document(placemark("<MultiGeometry>" + square + "<MultiGeometry>" + small +
                                               "</MultiGeometry></MultiGeometry>")))),
                both, 0.01);
    EXPECT_NEAR(km2_of(read(document(placemark(square) + "<Folder>" + placemark(small) + "</Folder>"))), both, 0.01);
}

/// Each hole a quarter of a degree wide; the second in the same boundary, or in the second of two outer rings.
TEST(Kml, EveryHoleIsCutOutOfTheRingAroundIt) {
    const std::string holes =
        "<innerBoundaryIs>" + ring(36.1, 48.1, 0.25) + ring(36.6, 48.6, 0.25) + "</innerBoundaryIs>";
    const geo::Dataset two_in_one = read(document(placemark("<Polygon>" + outer(36, 48, 1) + holes + "</Polygon>")));
    EXPECT_EQ(two_in_one.features[0].shape.region.polygons[0].holes.size(), 2U);
    const std::string hole = "<innerBoundaryIs>" + ring(38.1, 48.1, 0.25) + "</innerBoundaryIs>";
    const geo::Dataset of_second =
        read(document(placemark("<Polygon>" + hole + outer(36, 48, 1) + outer(38, 48, 0.5) + "</Polygon>")));
    EXPECT_TRUE(of_second.features[0].shape.region.polygons[0].holes.empty());
    EXPECT_EQ(of_second.features[0].shape.region.polygons[1].holes.size(), 1U);
}

TEST(Kml, ATrackIsALineWithOrWithoutTimes) {
    const std::string positions = "<gx:coord>36 48 0</gx:coord><gx:coord>38 48.5</gx:coord>";
    for (const char* times : {"", "<when>2026-01-01</when>", "<when>2026-01-01</when><when>2026-01-02</when>"}) {
        const geo::Dataset dataset =
            read(document(placemark("<gx:Track>" + std::string{times} + positions + "</gx:Track>")));
        ASSERT_EQ(dataset.features[0].shape.paths.size(), 1U) << times;
        EXPECT_EQ(dataset.features[0].shape.paths[0], (geo::Path{{36, 48}, {38, 48.5}})) << times;
        EXPECT_EQ(geo::find(dataset.features[0].properties, "date"), nullptr);
    }
    const geo::Dataset many =
        read(document(placemark("<gx:MultiTrack><gx:Track>" + positions + "</gx:Track><gx:Track>" + positions +
                                "</gx:Track></gx:MultiTrack>")));
    EXPECT_EQ(many.features[0].shape.type, "MultiLineString");
}

TEST(Kml, FieldsAreReadWithTheirTypesAndDates) {
    const geo::Dataset dataset = read(document(
        R"(<Schema id="s"><SimpleField name="km2" type="double"/><SimpleField name="n" type="int"/></Schema>)" +
        placemark(
            R"(<TimeStamp><when>2025-12-24</when></TimeStamp><ExtendedData><Data name="source"><value>S &amp; T</value></Data>)"
            R"(<SchemaData schemaUrl="#s"><SimpleData name="km2">1.5</SimpleData><SimpleData name="n">12</SimpleData></SchemaData>)"
            "</ExtendedData>" +
                square,
            "Земля")));
    const geo::Properties& properties = dataset.features.at(0).properties;
    EXPECT_EQ(geo::name_of(dataset.features[0]), "Земля");
    EXPECT_EQ(geo::text_of(properties, "date"), "2025-12-24");
    EXPECT_EQ(geo::text_of(properties, "source"), "S & T");
    EXPECT_EQ(std::get<double>(*geo::find(properties, "km2")), 1.5);
    EXPECT_EQ(std::get<std::int64_t>(*geo::find(properties, "n")), 12);
}

TEST(Kml, FoldersAreLayersAndHoldTheirSubfolders) {
    const std::string text =
        document("<Folder><name>Occupied</name><Folder><name>North</name>" + placemark(square) +
                 "</Folder><Folder><name>South</name>" + placemark(small) + "</Folder></Folder>" +
                 "<Folder><name>Other</name><Folder><name>North</name>" + placemark(small) + "</Folder></Folder>");
    EXPECT_EQ(read(text).features.size(), 3U);
    EXPECT_EQ(read(text).features[0].layer, "map/Occupied/North") << "there are two Norths";
    EXPECT_EQ(read(text).features[1].layer, "South");
    EXPECT_NEAR(km2_of(read(text, {"Occupied"})), square_km2 + small_km2, 0.01);
    EXPECT_NEAR(km2_of(read(text, {"South", "map/Other/North"})), 2 * small_km2, 0.01);
    const geo::Error error = refusal_of(text, {"Souht"});
    EXPECT_NE(error.remedy().find("did you mean South?"), std::string::npos) << error.remedy();
}

TEST(Kml, PrefixesAndOldEncodingsAreRead) {
    EXPECT_EQ(read("<k:kml "
                   "xmlns:k=\"http://www.opengis.net/kml/2.2\"><k:Placemark><k:Point><k:coordinates>1,2</"
                   "k:coordinates></k:Point></k:Placemark></k:kml>")
                  .features[0]
                  .shape.points.size(),
              1U);
    const geo::Dataset dataset = read(
        "<?xml version=\"1.0\" "
        "encoding=\"windows-1251\"?><kml><Placemark><name>\xC7\xEE\xED\xE0</name></Placemark></kml>");
    EXPECT_EQ(geo::name_of(dataset.features[0]), "Зона");
}

TEST(Kml, LinksAreNamedAndNotFollowed) {
    const std::string link = "<NetworkLink><Link><href>http://example.org/live.kml</href></Link></NetworkLink>";
    const geo::Dataset dataset = read(document(placemark(square) + link));
    ASSERT_EQ(dataset.notes.size(), 1U);
    EXPECT_NE(dataset.notes[0].find("http://example.org/live.kml"), std::string::npos);
    EXPECT_NE(refusal_of(document(link)).problem().find("only links"), std::string::npos);
}

TEST(Kml, EveryFileOfAKmzIsReadOnce) {
    const auto link = [](const char* target) {
        return fmt::format("<NetworkLink><Link><href>{}</href></Link></NetworkLink>", target);
    };
    const TemporaryFolder folder;
    const std::string path = folder.with(
        "all.kmz", testing_support::zip_of({{"layers/a b.kml", document(placemark(small) + link("../doc.kml"))},
                                            {"doc.kml", document(placemark(square) + link("./layers/a%20b.kml") +
                                                                 link("layers/a%20b.kml#x"))},
                                            {"stray.kml", document(placemark(small))}}));
    const geo::Dataset dataset = geo::read(path);
    EXPECT_NEAR(km2_of(dataset), square_km2 + 2 * small_km2, 0.01);
    ASSERT_EQ(dataset.notes.size(), 1U);
    EXPECT_EQ(dataset.notes[0], "stray.kml in it was read too, though no link leads to it");
}

TEST(Kml, AClosedLineThatIsWrittenReadsBackAsThatLine) {
    const TemporaryFolder folder;
    geo::Dataset dataset;
    dataset.features.emplace_back();
    const geo::Path line{{36, 48}, {37, 48}, {37, 49}, {36, 49}, {36, 48}};
    dataset.features[0].layer = "line";
    dataset.features[0].shape.paths = {line};
    for (const char* name : {"a.kml", "a.kmz"}) {
        geo::write(dataset, folder.path(name));
        const geo::Dataset back = geo::read(folder.path(name));
        ASSERT_EQ(back.features.size(), 1U) << name;
        EXPECT_EQ(back.features[0].shape.paths, std::vector<geo::Path>{line}) << name;
        EXPECT_TRUE(back.features[0].shape.region.empty()) << name;
    }
}

TEST(Kml, WhatIsWrongHasItsLine) {
    const geo::Error position = refusal_of(
        "<kml>\n<Placemark><LineString><coordinates>\n36,48\n37;49</coordinates></LineString></Placemark></kml>");
    EXPECT_EQ(position.problem(), "\"37;49\" is no position");
    EXPECT_EQ(position.place().line, 4);
    EXPECT_EQ(refusal_of(document(placemark(square)).substr(0, 200)).problem(), "the KML ends in the middle");
    EXPECT_EQ(refusal_of("<gpx></gpx>").problem(), "this is XML of <gpx>, not KML");
    EXPECT_NE(refusal_of("<!DOCTYPE kml [<!ENTITY a \"b\">]><kml>&a;</kml>").problem().find("entities"),
              std::string::npos);
    for (const char* misplaced :
         {"<Polygon><coordinates>1,2 3,4 5,1 1,2</coordinates></Polygon>",
          "<Polygon><LinearRing><coordinates>1,2 3,4 5,1 1,2</coordinates></LinearRing></Polygon>",
          "<LineString><coordinates>1,2 3,4</coordinates><coordinates>5,6 7,8</coordinates></LineString>"}) {
        EXPECT_FALSE(refusal_of(document(placemark(misplaced))).problem().empty());
    }
}

TEST(Kml, GeometriesThatAreLeftAsideAreCounted) {
    const geo::Dataset dataset = read(document(
        placemark(square) + placemark("<Model/>") +
        placemark("<Polygon><outerBoundaryIs><LinearRing><coordinates/></LinearRing></outerBoundaryIs></Polygon>") +
        "<PhotoOverlay><Point><coordinates>1,2</coordinates></Point></PhotoOverlay>"));
    EXPECT_EQ(dataset.notes, (std::vector<std::string>{"geometries left aside, as they belong to no Placemark: 1",
                                                       "geometries left aside, as they have no coordinates: 1",
                                                       "three-dimensional models left aside: 1"}));
}

}  // namespace
