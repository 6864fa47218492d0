// SPDX-License-Identifier: MIT
#include "layers/sources/source_list.h"

#include "geo/error.h"
#include "layers/builtin/builtin.h"

#include <gtest/gtest.h>

#include <fstream>

namespace {

using layers::NamedSource;

geo::Date day(const char* text) {
    return *geo::parse_iso_date(text);
}

std::string problem_of(const std::string& yaml) {
    const std::string path = testing::TempDir() + "sources.yaml";
    std::ofstream{path} << yaml;
    try {
        layers::read_sources(path);
        return "none";
    } catch (const geo::Error& error) { return error.problem(); }
}

TEST(SourceList, BuiltInSourcesSayWhatUsersNeed) {
    for (const NamedSource& source : layers::builtin_sources()) {
        EXPECT_FALSE(source.title.empty() || source.title_uk.empty()) << source.name;
        EXPECT_FALSE(source.licence.empty() || source.provenance.empty()) << source.name;
        EXPECT_EQ(source.tried, "no") << source.name;
        EXPECT_TRUE(source.address.starts_with("https://")) << source.name;
        EXPECT_EQ(source.has_days(), source.address.find('{') != std::string::npos) << source.name;
        EXPECT_TRUE(source.first || source.name != "deepstate-daily");
        if (source.classes.empty()) { continue; }
        const std::string tracker = "- name: " + source.classes + "\n";
        EXPECT_NE(layers::builtin_file("trackers.yaml").find(tracker), std::string_view::npos) << source.name;
    }
}

TEST(SourceList, ADayGoesIntoTheAddress) {
    NamedSource source;
    source.name = "days";
    source.first = day("2024-07-08");
    const std::pair<const char*, const char*> filled[]{
        {"https://x/{YYYYMMDD}.json", "https://x/20260106.json"},
        {"https://x/{YYYY}/{MM}/{DD}?d={YYYY-MM-DD}", "https://x/2026/01/06?d=2026-01-06"},
        {"https://x/{YYMMDD}_0000.kmz", "https://x/260106_0000.kmz"},
        {"https://x/{id}/{}/{YYYYMMDD}", "https://x/{id}/{}/20260106"},
        {"https://x/{YYYYMMDD", "https://x/{YYYYMMDD"},
    };
    for (const auto& [pattern, address] : filled) {
        source.address = pattern;
        const bool has_days = std::string{pattern}.find('}') != std::string::npos;
        EXPECT_EQ(source.has_days(), has_days);
        EXPECT_EQ(layers::address_on(source, has_days ? std::optional{day("2026-01-06")} : std::nullopt), address);
    }
}

TEST(SourceList, DaysThatDoNotFitAreRefused) {
    NamedSource source;
    source.name = "days";
    source.address = "https://x/{YYYYMMDD}";
    source.first = day("2024-07-08");
    EXPECT_THROW(layers::address_on(source, std::nullopt), geo::Error);
    EXPECT_THROW(layers::address_on(source, day("2024-07-07")), geo::Error);
    EXPECT_NO_THROW(layers::address_on(source, day("2024-07-08")));
    source.address = "https://x/newest";
    EXPECT_THROW(layers::address_on(source, day("2026-01-06")), geo::Error);
    EXPECT_EQ(layers::address_on(source, std::nullopt), "https://x/newest");
}

TEST(SourceList, FaultsOfAUsersFileAreNamed) {
    EXPECT_EQ(problem_of("sources:\n- {name: a, kind: units, address: 'https://x'}\n"), "none");
    EXPECT_EQ(problem_of("[]"), "a list of sources is a list of keys and values");
    EXPECT_EQ(problem_of("surces: []"), "a list of sources has no key \"surces\"");
    EXPECT_EQ(problem_of("sources: []"), "a list is empty here");
    EXPECT_EQ(problem_of("sources: [a]"), "a source is a list of keys and values");
    EXPECT_EQ(problem_of("sources: [{kind: units, address: 'https://x'}]"), "a source needs a \"name\"");
    EXPECT_EQ(problem_of("sources: [{name: my.units, kind: units, address: 'https://x'}]"),
              "a name has no spaces, dots, slashes, colons and braces");
    EXPECT_EQ(problem_of("sources: [{name: a b, kind: units, address: 'https://x'}]"),
              "a name has no spaces, dots, slashes, colons and braces");
    EXPECT_EQ(problem_of("sources: [{name: a, kind: maps, address: 'https://x'}]"), "there is no kind \"maps\"");
    EXPECT_EQ(problem_of("sources: [{name: a, kind: units, address: 'file:///etc/passwd'}]"),
              "an address begins with https:// or http://");
    EXPECT_EQ(problem_of("sources: [{name: a, kind: units, address: 'https://x', first: soon}]"),
              "\"soon\" is no date");
    EXPECT_EQ(
        problem_of(
            "sources: [{name: a, kind: units, address: 'https://x'}, {name: a, kind: base, address: 'https://y'}]"),
        "two sources are called a");
    EXPECT_EQ(problem_of(std::string(2 << 20, ' ')), "a list of sources has at most 1 MB");
}

}  // namespace
