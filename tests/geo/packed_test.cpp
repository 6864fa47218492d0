// SPDX-License-Identifier: MIT
#include "geo/packed.h"

#include "geo/error.h"
#include "support/archives.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using testing_support::gzip_of;
using testing_support::tar_of;
using testing_support::TemporaryFolder;
using testing_support::zip_of;

constexpr std::uintmax_t megabyte = 1 << 20;

std::string point(const std::string& name) {
    return R"({"type":"Feature","properties":{"name":")" + name +
           R"("},"geometry":{"type":"Point","coordinates":[1,2]}})";
}

/// "path: name of its first feature" of each.
std::vector<std::string> sets_in(const std::string& archive, std::uintmax_t max_bytes = megabyte) {
    std::vector<std::string> sets;
    const std::string folder = std::filesystem::path{archive}.parent_path().string() + "/";
    geo::each_packed(archive, max_bytes, [&](const geo::Packed& packed) {
        sets.push_back(packed.path.substr(folder.size()) + ": " + geo::name_of(geo::read(packed).features.at(0)));
    });
    return sets;
}

geo::Error refusal_of(const std::string& archive, std::uintmax_t max_bytes = megabyte) {
    return testing_support::error_of([&] { sets_in(archive, max_bytes); }, archive);
}

const std::vector<std::pair<std::string, std::string>> two_days{
    {"days/", ""},
    {"days/2025-01-02.geojson", point("second")},
    {"./days/2025-01-01.geojson.gz", gzip_of(point("first"))},
    {"days/._2025-01-01.geojson", "litter"},
    {"days/readme.txt", "a,b"},
    {"days/map.pdf", "%PDF"}};

class PackedBy : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(PackedBy, TheDataSetsOfATarComeInItsOrder) {
    const TemporaryFolder folder;
    const auto [ending, filter] = GetParam();
    const std::string name = std::string{"d."} + ending, path = folder.with(name, tar_of(two_days, filter));
    const std::vector<std::string> expected{name + "/days/2025-01-02.geojson: second",
                                            name + "/days/2025-01-01.geojson.gz: first"};
    EXPECT_EQ(sets_in(path), expected);
    EXPECT_EQ(geo::name_of(geo::read(path + "/days/2025-01-02.geojson").features.at(0)), "second")
        << "one, by its path";
}

INSTANTIATE_TEST_SUITE_P(Endings, PackedBy,
                         testing::Values(std::pair{"tar", "none"}, std::pair{"tar.gz", "gzip"},
                                         std::pair{"tgz", "gzip"}, std::pair{"tar.xz", "xz"}, std::pair{"txz", "xz"},
                                         std::pair{"tar.bz2", "bzip2"}, std::pair{"tar.zst", "zstd"}),
                         [](const auto& row) {
                             std::string name = row.param.first;
                             std::replace(name.begin(), name.end(), '.', '_');
                             return name;
                         });

TEST(Packed, TheDataSetsOfAZip) {
    const TemporaryFolder folder;
    const std::vector<std::string> expected{"d.zip/a.geojson: a", "d.zip/sub/b.geojson: b"};
    EXPECT_EQ(sets_in(folder.with("d.zip", zip_of({{"a.geojson", point("a")}, {"sub/b.geojson", point("b")}}))),
              expected);
    EXPECT_EQ(sets_in(folder.with("2025-01-01.zip", zip_of({{"held.geojson", point("held")}}))),
              std::vector<std::string>{"2025-01-01.zip: held"})
        << "one alone is the archive, whose name says its day";
}

TEST(Packed, AShapefileInATarHasItsParts) {
    const TemporaryFolder folder;
    geo::Dataset dataset;
    geo::Feature feature;
    feature.shape.region.polygons = {{{{36, 48}, {37, 48}, {37, 49}, {36, 48}}, {}}};
    feature.properties = {{"name", std::string{"zone"}}};
    dataset.features = {feature};
    geo::write(dataset, folder.path("zone.shp"));
    std::vector<std::pair<std::string, std::string>> files{{"a.geojson", point("a")}};
    for (const char* ending : {".dbf", ".shp", ".shx", ".prj"}) {  // what belongs to it comes before and after it
        std::ifstream file{folder.path("zone" + std::string{ending}), std::ios::binary};
        files.emplace_back("in/zone" + std::string{ending}, std::string{std::istreambuf_iterator<char>{file}, {}});
    }
    files.emplace_back("b.geojson", point("b"));
    const std::vector<std::string> expected{"d.tar/a.geojson: a", "d.tar/b.geojson: b", "d.tar/in/zone.shp: zone"};
    EXPECT_EQ(sets_in(folder.with("d.tar", tar_of(files))), expected);
}

TEST(Packed, ArchivesInATarAreOpened) {
    const TemporaryFolder folder;
    const std::string zip = zip_of({{"held.geojson", point("held")}});
    EXPECT_EQ(sets_in(folder.with("d.tar", tar_of({{"2025-01-01.zip", zip}}))),
              std::vector<std::string>{"d.tar/2025-01-01.zip: held"});
}

TEST(Packed, WhatIsDamagedCutShortOrTooLargeIsRefused) {
    const TemporaryFolder folder;
    const std::string plain = tar_of(two_days), packed = tar_of(two_days, "xz");
    EXPECT_NE(refusal_of(folder.with("short.tar", plain.substr(0, 700))).problem().find("cut short"),
              std::string::npos);
    // Between two files nothing is wrong but that the end is missing.
    const std::string one = tar_of({two_days[1]});
    EXPECT_NE(refusal_of(folder.with("end.tar", one.substr(0, 1024))).problem().find("its end is missing"),
              std::string::npos);
    EXPECT_NE(refusal_of(folder.with("short.tar.xz", packed.substr(0, packed.size() - 30))).problem().find("cut short"),
              std::string::npos);
    std::string flipped = packed;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x20);
    EXPECT_NE(refusal_of(folder.with("flipped.tar.xz", flipped)).problem().find("damaged"), std::string::npos);
    std::string gzipped = gzip_of(tar_of({{"a.geojson", point(std::string(3000, 'a'))}}));
    gzipped[gzipped.size() - 6] = static_cast<char>(gzipped[gzipped.size() - 6] ^ 1);  // of its checksum
    EXPECT_NE(refusal_of(folder.with("flipped.tar.gz", gzipped)).problem().find("damaged"), std::string::npos);
    EXPECT_NE(refusal_of(folder.with("no.tar.xz", "no archive")).problem().find("damaged"), std::string::npos);
    const std::string bomb = tar_of({{"big.pdf", std::string(4 * megabyte, ' ')}, two_days[1]}, "xz");
    EXPECT_NE(refusal_of(folder.with("bomb.tar.xz", bomb)).problem().find("larger"), std::string::npos)
        << "what is passed over is unpacked too";
    const std::string large = tar_of({{"big.geojson", std::string(4 * megabyte, ' ')}}, "xz");
    EXPECT_NE(refusal_of(folder.with("large.tar.xz", large)).problem().find("larger"), std::string::npos);
}

TEST(Packed, TheLimitIsOfAllThatAnArchiveHolds) {
    const TemporaryFolder folder;
    std::vector<std::pair<std::string, std::string>> files;
    for (const char* name : {"1.geojson.gz", "2.geojson.gz", "3.geojson.gz"}) {
        files.emplace_back(name, gzip_of(point("a") + std::string(megabyte / 2, ' ')));
    }
    EXPECT_NE(refusal_of(folder.with("gz.tar", tar_of(files))).problem().find("larger"), std::string::npos);
    EXPECT_NE(refusal_of(folder.with("gz.zip", zip_of(files))).problem().find("larger"), std::string::npos);
    std::vector<std::pair<std::string, std::string>> nothing;
    for (int i = 0; i < 3000; ++i) { nothing.emplace_back("nothing" + std::to_string(i) + ".pdf", ""); }
    EXPECT_NE(refusal_of(folder.with("headers.tar.xz", tar_of(nothing, "xz"))).problem().find("larger"),
              std::string::npos)
        << "headers alone are unpacked too";
}

TEST(Packed, TwoFilesOfOneNameAreRefused) {
    const TemporaryFolder folder;
    const std::string table = "name,wkt\na,POINT (1 2)\n";
    EXPECT_NE(
        refusal_of(folder.with("d.tar", tar_of({{"a.csv", table}, {"a.csv", table}}))).problem().find("two files"),
        std::string::npos);
}

TEST(Packed, AFaultIsOfItsFile) {
    const TemporaryFolder folder;
    const std::string path = folder.with("d.tar", tar_of({{"a.geojson", point("a")}, {"b.geojson", "PK\x03\x04"}}));
    const geo::Error error = testing_support::error_of([&] { sets_in(path); }, path + "/b.geojson");
    EXPECT_NE(error.problem().find("a zip archive"), std::string::npos);
}

TEST(Packed, ALinkIsNoFile) {
    const TemporaryFolder folder;
    const std::string path =
        folder.with("link.tar", testing_support::tar_with_link("2025-01-01.geojson", point("a"), "2025-01-02.geojson"));
    EXPECT_NE(refusal_of(path).problem().find("2025-01-02.geojson in it is a link"), std::string::npos);
}

TEST(Packed, AnArchiveOfNothingReadIsRefused) {
    const TemporaryFolder folder;
    EXPECT_NE(
        refusal_of(folder.with("d.tar", tar_of({{"map.pdf", "%PDF"}}))).problem().find("no file that demarc reads"),
        std::string::npos);
    EXPECT_NE(
        refusal_of(folder.with("d.zip", zip_of({{"map.pdf", "%PDF"}}))).problem().find("no file that demarc reads"),
        std::string::npos);
}

}  // namespace
