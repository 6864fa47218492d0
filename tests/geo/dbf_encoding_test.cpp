// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using testing_support::TemporaryFolder;

struct Named {
    std::string name;
    std::vector<std::string> notes;
};

/// Reads a Shapefile of one feature whose name is these bytes, with this language byte and this .cpg ("" for none).
Named read_shapefile(const std::string& bytes, unsigned char language, const std::string& cpg) {
    const TemporaryFolder folder;
    geo::Dataset dataset;
    geo::Feature feature;
    feature.shape.points = {{36, 48}};
    feature.properties = {{"name", std::string(20, '#')}};
    dataset.features = {feature};
    geo::write(dataset, folder.path("x.shp"));
    std::stringstream read;
    read << std::ifstream{folder.path("x.dbf"), std::ios::binary}.rdbuf();
    std::string dbf = read.str();
    dbf[29] = static_cast<char>(language);
    const std::string padded = bytes + std::string(20 - bytes.size(), ' ');
    std::copy(padded.begin(), padded.end(), dbf.begin() + static_cast<std::ptrdiff_t>(dbf.find("####")));
    std::ofstream{folder.path("x.dbf"), std::ios::binary} << dbf;
    std::filesystem::remove(folder.path("x.cpg"));
    if (!cpg.empty()) { folder.with("x.cpg", cpg); }
    const geo::Dataset back = geo::read(folder.path("x.shp"));
    return {geo::text_of(back.features.at(0).properties, "name"), back.notes};
}

// "Зона" as Python's encode() writes it
constexpr const char *cp1251 = "\xC7\xEE\xED\xE0", *cp866 = "\x87\xAE\xAD\xA0", *utf8 = "Зона",
                     *koi8 = "\xFA\xCF\xCE\xC1";

TEST(DbfEncoding, WhatTheFileSaysIsFollowedWithoutANote) {
    for (const auto& [bytes, language, cpg] :
         {std::tuple{cp1251, 0xC9, ""}, std::tuple{cp866, 0x65, ""}, std::tuple{utf8, 0x00, "UTF-8"},
          std::tuple{cp1251, 0x57, "1251"}, std::tuple{koi8, 0x00, "KOI8-R"}}) {
        const Named named = read_shapefile(bytes, static_cast<unsigned char>(language), cpg);
        EXPECT_EQ(named.name, "Зона") << language << cpg;
        EXPECT_TRUE(named.notes.empty()) << language << cpg;
    }
}

TEST(DbfEncoding, WhatItDoesNotSayIsToldByTheBytesAndNoted) {
    for (const auto& [bytes, language, cpg] :
         {std::tuple{cp1251, 0x00, ""}, std::tuple{cp1251, 0x57, ""}, std::tuple{cp866, 0x00, ""},
          std::tuple{utf8, 0x00, ""}, std::tuple{utf8, 0x57, ""}, std::tuple{cp1251, 0x00, "UTF-8"}}) {
        const Named named = read_shapefile(bytes, static_cast<unsigned char>(language), cpg);
        EXPECT_EQ(named.name, "Зона") << language << cpg;
        ASSERT_EQ(named.notes.size(), 1U) << language << cpg;
        EXPECT_NE(named.notes[0].find("by the look of the bytes"), std::string::npos);
    }
    EXPECT_EQ(read_shapefile("Chi\xB8in\xE3u \xE9", 0x57, "").name, "Chi\u00b8in\u00e3u \u00e9") << "Latin 1 stays so";
    EXPECT_TRUE(read_shapefile("plain", 0x00, "").notes.empty());
}

}  // namespace
