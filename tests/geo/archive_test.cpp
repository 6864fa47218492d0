// SPDX-License-Identifier: MIT
#include "geo/detail/archive.h"

#include "geo/error.h"
#include "geo/file.h"
#include "support/archives.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace {

using testing_support::gzip_of;
using testing_support::TemporaryFolder;
using testing_support::zip_of;

std::string point(const std::string& name) {
    return R"({"type":"Feature","properties":{"name":")" + name +
           R"("},"geometry":{"type":"Point","coordinates":[1,2]}})";
}

geo::Error refusal_of(const std::string& path, const geo::ReadOptions& options = {}) {
    return testing_support::error_of([&] { geo::read(path, options); }, path);
}

std::string first_name(const std::string& path) {
    return geo::name_of(geo::read(path).features.at(0));
}

TEST(Archive, TheOneDataSetIsReadWhateverLiesAroundIt) {
    const TemporaryFolder folder;
    const std::string path = folder.with("held.zip", zip_of({{"data/", ""},
                                                             {"data/2025/held.GeoJSON", point("held")},
                                                             {"readme.txt", "a,b"},
                                                             {"__MACOSX/data/._held.geojson", "litter"},
                                                             {"data/.DS_Store", "litter"}}));
    EXPECT_EQ(first_name(path), "held");
    EXPECT_EQ(first_name("/vsizip/" + path), "held") << "as GDAL's users write it";
    EXPECT_EQ(first_name(folder.with("gz.zip", zip_of({{"a.geojson.gz", gzip_of(point("packed twice"))}}))),
              "packed twice");
    EXPECT_EQ(first_name(folder.with("zip.zip", zip_of({{"inner.zip", zip_of({{"a.json", point("within")}})}}))),
              "within");
}

TEST(Archive, OfSeveralOneIsNamedByItsPath) {
    const TemporaryFolder folder;
    const std::string path = folder.with("two.zip", zip_of({{"a.geojson", point("a")}, {"sub/b.geojson", point("b")}}));
    const geo::Error error = refusal_of(path);
    EXPECT_EQ(error.problem(), "the archive holds several files: a.geojson, sub/b.geojson");
    EXPECT_NE(error.remedy().find(path + "/a.geojson"), std::string::npos);
    EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
    EXPECT_EQ(first_name(path + "/a.geojson"), "a");
    EXPECT_EQ(first_name(path + "/sub/b.geojson"), "b");
    EXPECT_TRUE(geo::names_input(path + "/sub/b.geojson"));
    EXPECT_NE(refusal_of(path + "/c.geojson").remedy().find("a.geojson, sub/b.geojson"), std::string::npos);
}

TEST(Archive, AShapefileComesWithItsParts) {
    const TemporaryFolder folder;
    geo::Dataset dataset;
    geo::Feature feature;
    feature.shape.region.polygons = {{{{36, 48}, {37, 48}, {37, 49}, {36, 48}}, {}}};
    feature.properties = {{"name", std::string{"Земля"}}};
    dataset.features = {feature};
    geo::write(dataset, folder.path("zone.shp"));
    std::vector<std::pair<std::string, std::string>> parts;
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        const std::string name = std::string{"zone"} + ending;
        std::FILE* file = std::fopen(folder.path(name).c_str(), "rb");
        std::string bytes(std::filesystem::file_size(folder.path(name)), '\0');
        ASSERT_EQ(std::fread(bytes.data(), 1, bytes.size(), file), bytes.size());
        std::fclose(file);
        parts.emplace_back("deep/ZONE" + std::string{ending}, bytes);
    }
    EXPECT_EQ(first_name(folder.with("zone.zip", zip_of(parts))), "Земля");
    const geo::Error alone = refusal_of(folder.with("alone.zip", zip_of({parts[0]})));
    EXPECT_NE(alone.problem().find("ZONE.shx is missing"), std::string::npos) << alone.problem();
}

TEST(Archive, WhatHoldsNothingOrIsDamagedIsSaid) {
    const TemporaryFolder folder;
    EXPECT_NE(refusal_of(folder.with("empty.zip", zip_of({}))).problem().find("empty"), std::string::npos);
    const geo::Error no_data = refusal_of(folder.with("text.zip", zip_of({{"readme.txt", "hello"}})));
    EXPECT_EQ(no_data.problem(), "the archive holds no file that demarc reads: readme.txt");
    std::string whole = zip_of({{"a.geojson", point("a")}});
    EXPECT_THROW(geo::read(folder.with("cut.zip", whole.substr(0, whole.size() / 2))), geo::Error);
    whole[45] ^= 1;  // in the content: the checksum tells
    EXPECT_NE(refusal_of(folder.with("bad.zip", whole)).problem().find("damaged"), std::string::npos);
    EXPECT_NE(refusal_of(folder.with("text2.zip", "no archive at all")).problem().find("though its name ends in .zip"),
              std::string::npos);
}

TEST(Archive, TwoFilesOfOneNameAreRefused) {
    const TemporaryFolder folder;
    const std::string path = folder.with("x.zip", zip_of({{"a.geojson", point("a")}, {"a.geojson", point("b")}}));
    EXPECT_EQ(refusal_of(path).problem(), "the archive holds two files called a.geojson");
}

TEST(Archive, NamesThatLeadOutOfTheArchiveLeadNowhere) {
    const TemporaryFolder folder;
    const std::string outside = folder.path("outside.geojson");
    EXPECT_EQ(first_name(folder.with("x.zip", zip_of({{"../../" + outside, point("in")}}))), "in");
    EXPECT_FALSE(geo::exists(outside));
}

TEST(Archive, TheSizeThatIsAllowedHoldsForWhatIsUnpacked) {
    const TemporaryFolder folder;
    const std::string path = folder.with("large.zip", zip_of({{"a.geojson", point(std::string(5000, 'x'))}}));
    EXPECT_EQ(geo::read(path, {.max_bytes = 10'000}).features.size(), 1U);
    const geo::Error error =
        refusal_of(folder.with("bomb.geojson.gz", gzip_of(point(std::string(5000, 'x')))), {.max_bytes = 1000});
    EXPECT_NE(error.remedy().find("‹max-size "), std::string::npos);
    EXPECT_NE(error.place().file.find("bomb.geojson.gz"), std::string::npos);
}

}  // namespace
