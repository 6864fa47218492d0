// SPDX-License-Identifier: MIT
#include "layers/model/days.h"

#include "geo/error.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

geo::Dataset dated(const std::vector<geo::Value>& dates, const char* key = "date") {
    geo::Dataset dataset;
    dataset.path = "front.geojson";
    for (const geo::Value& date : dates) {
        geo::Feature feature;
        feature.shape.type = "Polygon";
        feature.shape.region = {{{{{30, 48}, {31, 48}, {31, 49}, {30, 48}}, {}}}};
        feature.properties = {{key, date}};
        feature.number = static_cast<int>(dataset.features.size()) + 1;
        dataset.features.push_back(feature);
    }
    return dataset;
}

std::string date_of(const geo::Dataset& dataset) {
    return geo::to_text(layers::stated_day(dataset).date);
}

TEST(Days, AreReadFromTheFileItsFeaturesItsTitleAndItsName) {
    geo::Dataset file = dated({std::string{"24.12.2025"}});
    EXPECT_EQ(date_of(file), "2025-12-24");
    EXPECT_EQ(date_of(dated({std::int64_t{1766534400000}}, "Timestamp")), "2025-12-24");
    EXPECT_EQ(date_of(dated({std::int64_t{1766534400000}}, "EditDate")), "") << "the day of editing";
    file.about = {{"date", std::string{"2025-12-25"}}};
    EXPECT_EQ(date_of(file), "2025-12-25");
    geo::Dataset unnamed = dated({std::string{}});
    unnamed.path = "folder-2020-01-01/control_20251224.geojson";
    EXPECT_EQ(date_of(unnamed), "2025-12-24");
    unnamed.about = {{"name", std::string{"state of 2025-12-23"}}};
    EXPECT_EQ(date_of(unnamed), "2025-12-23");
}

TEST(Days, WhatIsNotUnderstoodIsSaid) {
    const layers::StatedDay day = layers::stated_day(dated({std::string{"Christmas Eve"}}));
    EXPECT_FALSE(day.date);
    ASSERT_EQ(day.notes.size(), 1U);
    EXPECT_NE(day.notes[0].text.find("\"Christmas Eve\""), std::string::npos);
    EXPECT_NE(day.notes[0].text.find("‹date"), std::string::npos);
    geo::Dataset two = dated({std::string{}});
    two.path = "from-2022-02-24-until-2025-12-24.geojson";
    EXPECT_EQ(date_of(two), "");
    EXPECT_EQ(layers::stated_day(two).notes.size(), 1U);
}

TEST(Days, OfSeveralOneIsChosenOrTheFileIsRefused) {
    const geo::Dataset file = dated(
        {std::string{"2025-12-23"}, std::string{"2025-12-24T03:00:00Z"}, std::string{"24.12.2025"}, std::string{}});
    const geo::Dataset chosen = layers::of_one_day(file, geo::parse_iso_date("2025-12-24"));
    ASSERT_EQ(chosen.features.size(), 2U);
    EXPECT_EQ(chosen.features[0].number, 2) << "numbers are those of the file";
    for (const char* date : {"", "2025-12-25"}) {
        try {
            (void)layers::of_one_day(file, geo::parse_iso_date(date));
            ADD_FAILURE() << "not refused: " << date;
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
            EXPECT_NE(error.problem().find("2025-12-23, 2025-12-24"), std::string::npos) << error.problem();
            EXPECT_NE(error.remedy().find("‹date"), std::string::npos);
        }
    }
}

TEST(Days, OfOneDayNothingIsLeftOut) {
    EXPECT_EQ(layers::of_one_day(dated({std::string{"2025-12-24"}, std::string{}, std::string{"24.12.2025"}}), {})
                  .features.size(),
              3U);
    EXPECT_EQ(layers::of_one_day(dated({std::string{"2025-12-24"}}), geo::parse_iso_date("2026-01-01")).features.size(),
              1U)
        << "the caller says it anew";
    EXPECT_THROW(layers::of_one_day(dated({std::string{"05/06/2025"}, std::string{"06/06/2025"}}), {}), geo::Error)
        << "two that are not understood are two all the same";
}

/// A point has a day of its own, and the file another: both say nothing of the polygons'.
TEST(Days, AFileOfManyIsOneDatasetForEach) {
    const auto dated = [](const char* date, bool is_point) {
        geo::Feature feature;
        if (date != nullptr) { feature.properties = {{"date", date}}; }
        if (is_point) { feature.shape.points = {{30, 50}}; }
        if (!is_point) { feature.shape.region.polygons = {{{{30, 50}, {31, 50}, {31, 51}, {30, 50}}, {}}}; }
        return feature;
    };
    geo::Dataset file;
    file.about = {{"date", "2024-01-01"}};
    file.features = {dated("2025-01-02", false), dated("2025-01-01", false), dated("2025-01-02", false),
                     dated(nullptr, false), dated("2023-05-05", true)};
    const std::vector<geo::Dataset> days = layers::by_day(file);
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(geo::to_text(layers::stated_day(days[0]).date), "2025-01-01");
    EXPECT_EQ(geo::to_text(layers::stated_day(days[1]).date), "2025-01-02");
    EXPECT_EQ(days[1].features.size(), 2U);
    ASSERT_EQ(days[0].notes.size(), 2U) << "the point's day, of which no land is stated, and the polygon of no day";
    EXPECT_TRUE(days[0].notes.front().find("2023-05-05") != std::string::npos) << days[0].notes.front();
    geo::Dataset one;
    one.features = {dated("2025-01-02", false), dated(nullptr, false), dated("2024-05-05", true),
                    dated("2023-05-05", true)};
    ASSERT_EQ(layers::by_day(one).size(), 1U);
    EXPECT_EQ(layers::by_day(one).front().features.size(), 4U) << "as it is";
}

TEST(Days, StandInFieldsOfManyNames) {
    const std::vector<geo::Value> two{std::string{"2025-12-23"}, std::string{"2025-12-24"}};
    for (const char* field : {"datum", "obs_date", "reportdate", "DateCurrent", "dt", "Дата"}) {
        EXPECT_THROW((void)layers::of_one_day(dated(two, field), {}), geo::Error) << field;
        EXPECT_EQ(date_of(dated({std::string{"24.12.2025"}}, field)), "2025-12-24") << field;
    }
    for (const char* field : {"updated", "EditDate", "date_end", "created"}) {
        const geo::Dataset file = dated(two, field);
        EXPECT_EQ(layers::of_one_day(file, {}).features.size(), 2U) << field;
        const layers::StatedDay day = layers::stated_day(file);
        EXPECT_FALSE(day.date) << field;
        ASSERT_EQ(day.notes.size(), 1U) << field;
        EXPECT_NE(day.notes[0].text.find("2025-12-23, 2025-12-24"), std::string::npos) << day.notes[0].text;
    }
    EXPECT_TRUE(layers::stated_day(dated({std::string{"2025-12-23"}, std::string{"x"}}, "code")).notes.empty());
}

TEST(Days, OnlyFeaturesThatAreChosenAreAskedForTheirs) {
    geo::Dataset file = dated({std::string{"2025-12-24"}, std::string{"some day"}});
    EXPECT_THROW((void)layers::of_one_day(file, {}), geo::Error);
    EXPECT_EQ(layers::of_one_day(file, {}, {"date = '2025-12-24'"}).features.size(), 2U)
        << "the other is left aside later";
    file.features.push_back(dated({std::string{"2025-12-25"}}).features.front());
    EXPECT_EQ(layers::of_one_day(file, geo::parse_iso_date("2025-12-24"), {"date LIKE '2025%'"}).features.size(), 2U);
}

TEST(Days, ManyAreListedByTheFirstAndTheLast) {
    std::vector<geo::Value> days;
    for (int day = 1; day <= 28; ++day) {
        days.emplace_back("2025-02-" + std::string{day < 10 ? "0" : ""} + std::to_string(day));
    }
    try {
        (void)layers::of_one_day(dated(days), {});
        FAIL() << "not refused";
    } catch (const geo::Error& error) {
        EXPECT_NE(error.problem().find("28 days"), std::string::npos);
        EXPECT_NE(error.problem().find("2025-02-06, …, 2025-02-23"), std::string::npos) << error.problem();
        EXPECT_EQ(error.remedy(), "choose one with ‹date 2025-02-28›");
    }
}

}  // namespace
