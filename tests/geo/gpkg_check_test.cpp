// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "geo/error.h"
#include "geo/file.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

namespace {

using testing_support::TemporaryFolder;

/// A GeoPackage with a layer "land" of one polygon, and what the statements do to it.
std::string package(const TemporaryFolder& folder, const std::string& statements) {
    geo::Dataset dataset;
    geo::Feature feature;
    feature.layer = "land";
    feature.number = 1;
    feature.properties = {{"name", std::string{"x"}}};
    feature.shape.region.polygons = {{{{36, 48}, {37, 48}, {37, 49}, {36, 48}}, {}}};
    dataset.features = {feature};
    std::string path = folder.path("x.gpkg");
    geo::write(dataset, path, {"", true, {}});
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    char* reason = nullptr;
    EXPECT_EQ(sqlite3_exec(database, statements.c_str(), nullptr, nullptr, &reason), SQLITE_OK) << reason;
    sqlite3_close(database);
    return path;
}

std::string contents_row(const std::string& table, const std::string& kind) {
    return "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('" + table + "', '" + kind +
           "', '" + table + "', 4326);";
}

const std::string endless_view =
    "CREATE VIEW evil AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
    "SELECT n AS fid, (SELECT geom FROM land) AS geom FROM c;" +
    contents_row("evil", "features") +
    "INSERT INTO gpkg_geometry_columns VALUES ('evil', 'geom', 'POLYGON', 4326, 0, 0);";

geo::Error refusal_of(const std::string& path, const geo::ReadOptions& options = {}) {
    return testing_support::error_of([&] { geo::read(path, options); });
}

TEST(GpkgCheck, AViewIsRefusedUnlessAnotherLayerIsChosen) {
    const TemporaryFolder folder;
    const std::string path = package(folder, endless_view);
    EXPECT_NE(refusal_of(path).problem().find("\"evil\" is a view"), std::string::npos);
    EXPECT_EQ(geo::read(path, {.layers = {"land"}}).features.size(), 1U);
}

TEST(GpkgCheck, VirtualTablesThatPlainSqliteDoesNotKnowAreRefused) {
    const TemporaryFolder folder;
    const std::string path =
        package(folder,
                "PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES ('table', 'vo', 'vo', 0, "
                "'CREATE VIRTUAL TABLE vo USING VirtualText(''/etc/passwd'', ''UTF-8'', 0) -- USING rtree');");
    EXPECT_NE(refusal_of(path).problem().find("\"vo\" is a virtual one"), std::string::npos);
}

TEST(GpkgCheck, ATableOfContentsThatIsAQueryIsRefused) {
    const TemporaryFolder folder;
    const std::string path = package(folder,
                                     "PRAGMA foreign_keys = OFF; ALTER TABLE gpkg_contents RENAME TO real_contents; "
                                     "CREATE VIEW gpkg_contents AS SELECT * FROM real_contents;");
    EXPECT_NE(refusal_of(path).problem().find("\"gpkg_contents\" is a view"), std::string::npos);
}

TEST(GpkgCheck, ComputedColumnsAreRefused) {
    const TemporaryFolder folder;
    const std::string path = package(folder, "ALTER TABLE land ADD COLUMN big AS (zeroblob(1000000));");
    EXPECT_NE(refusal_of(path).problem().find("computed"), std::string::npos);
}

TEST(GpkgCheck, TablesWithoutGeometryAreNotInTheWay) {
    const TemporaryFolder folder;
    const std::string path = package(
        folder, "CREATE TABLE notes (fid INTEGER PRIMARY KEY, t TEXT); INSERT INTO notes VALUES (1, 'x');" +
                    contents_row("notes", "attributes") +
                    "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, content BLOB); "
                    "INSERT INTO qgis_projects VALUES ('p', x'00'); CREATE VIEW unlisted AS SELECT * FROM land;");
    const geo::Dataset dataset = geo::read(path);
    ASSERT_EQ(dataset.features.size(), 1U);
    EXPECT_EQ(dataset.features[0].layer, "land");
    EXPECT_TRUE(dataset.notes.empty()) << dataset.notes.front();
}

TEST(GpkgCheck, ALayerThatIsNotThereIsAnsweredWithThoseThatAre) {
    const TemporaryFolder folder;
    const geo::Error error = refusal_of(package(folder, ""), {.layers = {"Lnad"}});
    EXPECT_EQ(error.problem(), "the file has no layer \"Lnad\"");
    EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
}

TEST(GpkgCheck, TheGivenCrsServesWhereThePackageSaysThatItKnowsNone) {
    for (const char* id : {"-1", "0"}) {
        const TemporaryFolder folder;
        const std::string path = package(folder, std::string{"UPDATE gpkg_geometry_columns SET srs_id = "} + id +
                                                     "; UPDATE gpkg_contents SET srs_id = " + id);
        const geo::Dataset plain = geo::read(path);
        EXPECT_EQ(plain.notes.at(0), "the file does not say its CRS; read as longitude and latitude on WGS84") << id;
        EXPECT_EQ(plain.features.at(0).shape.region.polygons.at(0).shell.at(0), (geo::LonLat{36, 48})) << id;
        const geo::Dataset metres = geo::read(path, {.crs = "EPSG:3857"});
        constexpr double metres_per_degree = 111319.49079327358;  // 2π × 6,378,137 m / 360
        EXPECT_NEAR(metres.features.at(0).shape.region.polygons.at(0).shell.at(0).lon, 36 / metres_per_degree, 1e-12);
    }
}

TEST(GpkgCheck, AFeatureWhoseGeometryCannotBeReadIsNamed) {
    const TemporaryFolder folder;
    const std::string path =
        package(folder,
                "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE type = 'trigger'; "
                "PRAGMA writable_schema = RESET; INSERT INTO land (geom, name) VALUES (x'47500001', 'y');");
    const geo::Error error = refusal_of(path);
    EXPECT_NE(error.problem().find("Unable to read geometry"), std::string::npos) << error.problem();
    EXPECT_EQ(error.place().feature, 2);
    EXPECT_FALSE(error.remedy().empty());
}

TEST(GpkgCheck, ADatabaseThatWasInUseIsReadAndOneThatIsInUseIsNot) {
    const TemporaryFolder folder;
    const std::string path = package(folder, "PRAGMA journal_mode = WAL; UPDATE gpkg_contents SET description = 'y';");
    EXPECT_EQ(geo::read(path).features.size(), 1U);
    EXPECT_FALSE(geo::exists(path + "-shm")) << "nothing is left beside it";
    std::ofstream{path + "-wal"} << "changes";
    EXPECT_NE(refusal_of(path).problem().find("x.gpkg-wal"), std::string::npos);
}

}  // namespace
