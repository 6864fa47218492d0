// SPDX-License-Identifier: MIT
#include "geo/detail/output.h"

#include "geo/dataset.h"
#include "geo/detail/file_set.h"
#include "geo/error.h"
#include "geo/file.h"
#include "support/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;
using testing_support::TemporaryFolder;

std::string content_of(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// A work folder as it lies there after a kill -9.
fs::path dead_work(const TemporaryFolder& folder) {
    fs::path work = folder.path(".demarc-writing-abcdef");
    fs::create_directories(work / "new");
    fs::create_directories(work / "old");
    return work;
}

geo::Dataset land() {
    geo::Dataset dataset;
    dataset.features.push_back({});
    dataset.features.back().shape.type = "Polygon";
    dataset.features.back().shape.region = {{{{{30, 50}, {31, 50}, {31, 51}, {30, 51}, {30, 50}}, {}}}};
    return dataset;
}

TEST(PendingFile, LeavesNothingBesideTheFileAndNothingAtAllWithoutCommit) {
    const TemporaryFolder folder;
    { const geo::detail::PendingFile pending{folder.path("a.txt"), false}; }
    EXPECT_EQ(folder.count(), 0U);
    geo::detail::write_whole(folder.path("a.txt"), "one", false);
    geo::detail::write_whole(folder.path("a.txt"), "two", true);
    EXPECT_EQ(content_of(folder.path("a.txt")), "two");
    EXPECT_THROW(geo::detail::write_whole(folder.path("a.txt"), "three", false), geo::Error);
    EXPECT_EQ(content_of(folder.path("a.txt")), "two");
    EXPECT_EQ(folder.count(), 1U);
}

TEST(PendingFile, ClearsWhatTheDeadLeftButNotTheWorkOfTheLiving) {
    const TemporaryFolder folder;
    geo::detail::PendingFile living{folder.path("a.txt"), false};
    const fs::path dead = dead_work(folder);
    const fs::path others = folder.path(".demarc-mine");  // not one of ours, whatever it is
    fs::create_directory(others);
    // Once per run and folder: another name for the folder stands for another run.
    geo::detail::write_whole(folder.path("./b.txt"), "b", false);
    EXPECT_FALSE(fs::exists(dead));
    EXPECT_TRUE(fs::exists(others));
    geo::detail::write_all(living.path(), "a");
    living.commit();
    EXPECT_EQ(content_of(folder.path("a.txt")), "a");
}

TEST(FileSet, IndexesOfTheOldShapefileDoNotLieAboutTheNew) {
    const TemporaryFolder folder;
    geo::write(land(), folder.path("o.shp"));
    for (const char* name : {"o.qix", "o.SBN", "o.shp.xml", "o.name.atx"}) { (void)folder.with(name, "stale"); }
    (void)folder.with("o.qml", "the user's own style");
    (void)folder.with("old.qix", "of another file");
    geo::write(land(), folder.path("o.shp"), {"", true, {}});
    for (const char* name : {"o.qix", "o.SBN", "o.shp.xml", "o.name.atx"}) {
        EXPECT_FALSE(fs::exists(folder.path(name))) << name;
    }
    EXPECT_TRUE(fs::exists(folder.path("o.qml")));
    EXPECT_TRUE(fs::exists(folder.path("old.qix")));
    EXPECT_EQ(geo::read(folder.path("o.shp")).features.size(), 1U);
}

TEST(FileSet, AJournalOfTheOldGeoPackageIsNotPlayedIntoTheNew) {
    const TemporaryFolder folder;
    geo::write(land(), folder.path("o.gpkg"));
    (void)folder.with("o.gpkg-wal", "left by a crash");
    geo::write(land(), folder.path("o.gpkg"), {"", true, {}});
    EXPECT_EQ(folder.count(), 1U);
}

TEST(FileSet, ADeathWithTheOldMainFileAsideBringsTheOldSetBack) {
    const TemporaryFolder folder;
    const fs::path work = dead_work(folder);
    (void)folder.with("o.dbf", "new");  // in place already
    const auto identity = [](const std::string& path) {
        struct stat found {};
        EXPECT_EQ(stat(path.c_str(), &found), 0);
        return std::to_string(found.st_ino);
    };
    std::ofstream{work / "new" / "o.shp"} << "new";
    std::ofstream{work / "old" / "o.shp"} << "old";
    std::ofstream{work / "old" / "o.dbf"} << "old";
    std::ofstream{work / "set", std::ios::binary} << identity((work / "new" / "o.shp").string()) << " o.shp" << '\0'
                                                  << identity(folder.path("o.dbf")) << " o.dbf" << '\0';
    geo::detail::recover(folder.path(""), work);
    EXPECT_EQ(content_of(folder.path("o.shp")), "old");
    EXPECT_EQ(content_of(folder.path("o.dbf")), "old");
}

TEST(FileSet, ADeathAfterTheLastStepChangesNothingMore) {
    const TemporaryFolder folder;
    const fs::path work = dead_work(folder);
    (void)folder.with("o.shp", "new");
    (void)folder.with("o.dbf", "new");
    std::ofstream{work / "old" / "o.shp"} << "old";
    std::ofstream{work / "old" / "o.dbf"} << "old";
    std::ofstream{work / "set", std::ios::binary} << "1 o.shp" << '\0' << "2 o.dbf" << '\0';
    geo::detail::recover(folder.path(""), work);
    EXPECT_EQ(content_of(folder.path("o.shp")), "new");
    EXPECT_EQ(content_of(folder.path("o.dbf")), "new");
}

TEST(WriteFolder, IsThereInFullOrNotAtAll) {
    const TemporaryFolder folder;
    const std::string target = folder.path("pack");
    const auto fill = [](const std::string& made) {
        fs::create_directory(fs::path{made} / "en");
        std::ofstream{fs::path{made} / "en" / "words.txt"} << "new";
    };
    EXPECT_THROW(geo::write_folder(target, false,
                                   [&](const std::string& made) {
                                       fill(made);
                                       throw geo::Error{"no"};
                                   }),
                 geo::Error);
    EXPECT_TRUE(fs::is_empty(fs::path{target}.parent_path()));
    geo::write_folder(target, false, fill);
    EXPECT_EQ(content_of(target + "/en/words.txt"), "new");
    EXPECT_THROW(geo::write_folder(target, false, fill), geo::Error);
    std::ofstream{target + "/en/words.txt"} << "old";
    std::ofstream{target + "/en/mine.txt"} << "mine";
    geo::write_folder(target, true, fill);
    EXPECT_EQ(content_of(target + "/en/words.txt"), "new");
    EXPECT_EQ(content_of(target + "/en/mine.txt"), "mine");
    EXPECT_THROW(geo::write_folder(target + "/en/mine.txt", true, fill), geo::Error) << "a file";
    EXPECT_THROW(geo::write_folder(folder.path("nowhere/pack"), true, fill), geo::Error);
}

TEST(WriteFile, WithAReceiptOverwritesNeitherUnasked) {
    const TemporaryFolder folder;
    const std::string target = folder.path("map.pdf");
    std::ofstream{target + ".receipt.json"} << "of another";
    EXPECT_THROW(geo::write_file(target, "map", "receipt", false), geo::Error);
    EXPECT_FALSE(fs::exists(target));
    EXPECT_EQ(content_of(target + ".receipt.json"), "of another");
    geo::write_file(target, "map", "receipt", true);
    EXPECT_EQ(content_of(target), "map");
    EXPECT_EQ(content_of(target + ".receipt.json"), "receipt");
}

}  // namespace
