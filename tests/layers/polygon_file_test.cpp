// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/polygon_file.h"

#include "geo/dataset.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "layers/plan_language/detail/plan_folder.h"
#include "layers/plan_language/plan_file.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace {

using testing_support::TemporaryFolder;

std::string plan_with(const std::string& where) {
    return "name: x\nrules: [{where: everywhere, holder: Ukraine, status: UA}]\n"
           "zones: [{id: z, kind: special, where: " +
           where + "}]\n";
}

geo::Feature land(const std::string& layer, const std::string& status, double west) {
    geo::Feature feature;
    feature.layer = layer;
    feature.properties = {{"status", status}};
    feature.shape.type = "Polygon";
    feature.shape.region.polygons = {{{{west, 48}, {west + 1, 48}, {west + 1, 49}, {west, 49}, {west, 48}}, {}}};
    return feature;
}

/// Two layers, the first with two classes; a cell of a degree each: tests/accuracy/areas.csv.
constexpr double cell_km2 = 8217.7320761209428;
void write_package(const TemporaryFolder& folder) {
    geo::Dataset dataset;
    dataset.features = {land("taken", "RU", 36), land("taken", "UA", 37), land("other", "RU", 38)};
    geo::write(dataset, folder.path("land.gpkg"));
}

geo::Error error_of(const TemporaryFolder& folder, const std::string& where) {
    return testing_support::error_of([&] { layers::load_plan(folder.with("plan.yaml", plan_with(where)), {}); }, where);
}

double km2(const TemporaryFolder& folder, const std::string& where, const layers::PlanOptions& options = {}) {
    const layers::Plan plan = layers::load_plan(folder.with("plan.yaml", plan_with(where)), {}, options);
    return geo::area_of(plan.zones.at(0).where.outline.region).value();
}

TEST(PolygonFile, KeysBesidePolygonChooseLayersAndFeatures) {
    const TemporaryFolder folder;
    write_package(folder);
    EXPECT_NEAR(km2(folder, "{polygon: land.gpkg, layer: other}"), cell_km2, 1e-5);
    EXPECT_NEAR(km2(folder, "{polygon: land.gpkg, layer: [taken, other]}"), 3 * cell_km2, 1e-5);
    EXPECT_NEAR(km2(folder, "{polygon: land.gpkg, layer: taken, where: \"status = 'RU'\"}"), cell_km2, 1e-5);
    const geo::Error several = error_of(folder, "{polygon: land.gpkg}");
    EXPECT_NE(several.problem().find("several layers: taken, other"), std::string::npos) << several.problem();
    EXPECT_NE(several.remedy().find("layer: taken beside polygon"), std::string::npos) << several.remedy();
    EXPECT_EQ(several.place().line, 3);
    const geo::Error nothing = error_of(folder, "{polygon: land.gpkg, layer: taken, where: \"status = 'XX'\"}");
    EXPECT_NE(nothing.remedy().find("'RU', 'UA'"), std::string::npos) << nothing.remedy();
    EXPECT_NE(error_of(folder, "{units: Sumy, where: \"a = 1\"}").problem().find("none is here"), std::string::npos);
    EXPECT_NE(error_of(folder, "{polygon: [[1, 2], [3, 4], [3, 5]], crs: EPSG:4326}").problem().find("none is here"),
              std::string::npos);
}

TEST(PolygonFile, SeveralClassesOrDaysAreChosenAmong) {
    const TemporaryFolder folder;
    geo::Dataset dataset;
    dataset.features = {land("", "occupied", 36), land("", "liberated", 37)};
    geo::write(dataset, folder.path("classes.geojson"));
    EXPECT_NE(error_of(folder, "{polygon: classes.geojson}").problem().find("several classes"), std::string::npos);
    EXPECT_NEAR(km2(folder, "{polygon: classes.geojson, where: \"status = 'occupied'\"}"), cell_km2, 1e-5);
    dataset.features[0].properties = {{"date", "2025-12-23"}};
    dataset.features[1].properties = {{"date", "2025-12-24"}};
    geo::write(dataset, folder.path("days.geojson"));
    const geo::Error days = error_of(folder, "{polygon: days.geojson}");
    EXPECT_NE(days.problem().find("2025-12-23, 2025-12-24"), std::string::npos) << days.problem();
    EXPECT_NE(days.remedy().find("where:"), std::string::npos) << days.remedy();
}

/// Read as one polygon, land that two features cover would be a hole.
TEST(PolygonFile, FeaturesThatOverlapCountOnce) {
    const TemporaryFolder folder;
    geo::Dataset dataset;
    dataset.features = {land("", "a", 36), land("", "a", 36), land("", "a", 37)};
    geo::write(dataset, folder.path("twice.geojson"));
    EXPECT_NEAR(km2(folder, "{polygon: twice.geojson}"), 2 * cell_km2, 1e-5);
}

TEST(PolygonFile, TheCrsOfMetresIsSaidInThePlanOrByTheCaller) {
    const TemporaryFolder folder;
    folder.with(
        "metres.geojson",
        R"({"type":"Polygon","coordinates":[[[300000,5400000],[400000,5400000],[400000,5500000],[300000,5400000]]]})");
    EXPECT_NE(error_of(folder, "{polygon: metres.geojson}").remedy().find("crs: EPSG:32637 beside polygon"),
              std::string::npos);
    const double in_plan = km2(folder, "{polygon: metres.geojson, crs: EPSG:32636}");
    layers::PlanOptions options;
    options.files.crs = "EPSG:32636";
    EXPECT_DOUBLE_EQ(km2(folder, "{polygon: metres.geojson}", options), in_plan);
    EXPECT_NEAR(in_plan, 5000, 40) << "half of 100 km by 100 km; edges that are straight in degrees bulge here";
}

TEST(PolygonFile, AnAnswerThatWasCutShortIsRefusedUnlessThePlanTakesIt) {
    const TemporaryFolder folder;
    folder.with("cut.geojson",
                R"({"type":"FeatureCollection","exceededTransferLimit":true,"features":[{"type":"Feature",)"
                R"("geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,49],[37,48]]]}}]})");
    EXPECT_NE(error_of(folder, "{polygon: cut.geojson}").remedy().find("partial: true beside polygon"),
              std::string::npos);
    EXPECT_NEAR(km2(folder, "{polygon: cut.geojson, partial: true}"), cell_km2, 1e-5);
}

TEST(PlanFolder, NothingOutsideOfThePlansFolderIsNamed) {
    const TemporaryFolder outside, folder;
    const std::string secret = outside.with("secret.geojson", R"({"type":"Point","coordinates":[1,2]})");
    std::filesystem::create_directory(folder.path("sub"));
    folder.with("sub/in.geojson", R"({"type":"Point","coordinates":[1,2]})");
    std::filesystem::create_symlink(secret, folder.path("link.geojson"));
    std::filesystem::create_directory_symlink(outside.path(""), folder.path("linked"));
    std::filesystem::create_symlink("sub/in.geojson", folder.path("inner.geojson"));
    const std::string plan = folder.path("plan.yaml");
    for (const std::string& name : {std::string{"sub/in.geojson"}, std::string{"sub/../sub/in.geojson"},
                                    std::string{"inner.geojson"}, std::string{"missing.geojson"}}) {
        EXPECT_EQ(layers::detail::file_beside(plan, name), folder.path(name)) << name;
    }
    for (const std::string& name :
         {secret, std::string{"../x.geojson"}, std::string{"sub/../../x.geojson"}, std::string{"link.geojson"},
          std::string{"linked/secret.geojson"}, std::string{"http://127.0.0.1/x.geojson"},
          std::string{"/vsicurl/http://127.0.0.1/x"}, std::string{"."}}) {
        EXPECT_THROW(layers::detail::file_beside(plan, name), geo::Error) << name;
    }
    EXPECT_NE(error_of(folder, "{polygon: " + secret + "}").problem().find("absolute path"), std::string::npos);
}

TEST(PlanFolder, AnErrorAboutAnExtendedFileShowsNoLineOfAForeignOne) {
    const TemporaryFolder folder;
    folder.with("notes.txt", "root:x:0:0\n");
    for (const char* name : {"notes.txt", "/etc/passwd", "../notes.yaml", "link.yaml"}) {
        if (std::string{name} == "link.yaml") { std::filesystem::create_symlink("/etc/passwd", folder.path(name)); }
        try {
            layers::load_plan(folder.with("plan.yaml", std::string{"name: x\nextends: "} + name + "\n"), {});
            FAIL() << name << " was read";
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.place().excerpt, std::string{"extends: "} + name) << "the plan's own line";
            EXPECT_EQ((error.problem() + error.remedy()).find("root:"), std::string::npos);
        }
    }
}

}  // namespace
