// SPDX-License-Identifier: MIT
#include "layers/days.h"

#include "geo/error.h"
#include "layers/date.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace layers {

namespace {

/// What trackers and their mirrors call the day of a feature. Days of editing (EditDate) say nothing of the line's.
constexpr std::array day_keys{"date",        "day",      "snapshot_date", "report_date", "data_date", "map_date",
                              "date_of_map", "as_of",    "asof",          "timestamp",   "datetime",  "date_time",
                              "time",        "observed", "valid_from",    "begin",       "snapshot",  "дата"};

std::string lower(std::string text) {
    for (char& c : text) { c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
    return text;
}

std::string words_of(const geo::Value& value) {
    return geo::text_of({{"", value}}, "");
}

/// The first of the keys that the feature fills.
const geo::Value* day_value(const geo::Properties& properties) {
    for (const char* key : day_keys) {
        for (const auto& [name, value] : properties) {
            if (lower(name) == key && !words_of(value).empty()) { return &value; }
        }
    }
    return nullptr;
}

bool counts(const geo::Feature& feature) {
    return !feature.shape.region.empty() || !feature.shape.paths.empty();
}

/// ISO 8601; the words themselves where they are not understood.
std::string day_of(const geo::Feature& feature) {
    const geo::Value* value = day_value(feature.properties);
    if (value == nullptr) { return {}; }
    std::string day = date_of(*value);
    return day.empty() ? words_of(*value) : day;
}

/// The days that features of lines or polygons state.
std::set<std::string> days_of(const geo::Dataset& dataset) {
    std::set<std::string> days;
    for (const geo::Feature& feature : dataset.features) {
        if (counts(feature)) { days.insert(day_of(feature)); }
    }
    days.erase("");  // what states none is of the file's one day
    return days;
}

std::string list_of(const std::set<std::string>& days) {
    constexpr std::size_t most = 12;
    const std::vector<std::string> names{days.begin(), days.end()};
    if (names.size() <= most) { return fmt::format("{}", fmt::join(names, ", ")); }
    const auto half = static_cast<std::ptrdiff_t>(most / 2);
    return fmt::format("{}, …, {}", fmt::join(names.begin(), names.begin() + half, ", "),
                       fmt::join(names.end() - half, names.end(), ", "));
}

void note_not_understood(const std::string& words, StatedDay& day) {
    const std::string text =
        fmt::format("the date \"{}\" in the file is not understood; name it with --date YYYY-MM-DD", words);
    const auto same = [&text](const geo::Note& note) { return note.text == text; };
    if (std::none_of(day.notes.begin(), day.notes.end(), same)) { day.notes.push_back({text, {}}); }
}

/// By the title or the name of the file, where it has one date.
void take_from_name(const std::string& name, StatedDay& day) {
    if (!day.date.empty()) { return; }
    const std::vector<std::string> dates = dates_in(name);
    if (dates.size() == 1) { day.date = dates.front(); }
    if (dates.size() > 1) {
        day.notes.push_back(
            {fmt::format("the name \"{}\" has several dates ({}), so that none is taken", name, fmt::join(dates, ", ")),
             {}});
    }
}

}  // namespace

StatedDay stated_day(const geo::Dataset& dataset) {
    StatedDay day;
    if (const geo::Value* value = day_value(dataset.about)) {
        day.date = date_of(*value);
        if (day.date.empty()) { note_not_understood(words_of(*value), day); }
    }
    for (const geo::Feature& feature : dataset.features) {
        const geo::Value* value = counts(feature) ? day_value(feature.properties) : nullptr;
        if (value == nullptr || !day.date.empty()) { continue; }
        day.date = date_of(*value);
        if (day.date.empty()) { note_not_understood(words_of(*value), day); }
    }
    take_from_name(geo::text_of(dataset.about, "name"), day);
    take_from_name(std::filesystem::path{dataset.path}.filename().string(), day);
    return day;
}

geo::Dataset of_one_day(geo::Dataset dataset, const std::string& date) {
    const std::set<std::string> days = days_of(dataset);
    if (days.size() < 2) { return dataset; }
    const std::string list = list_of(days);
    if (date.empty()) {
        throw geo::Error{fmt::format("the features of the file are of {} days: {}; together they are no day's land",
                                     days.size(), list),
                         is_date(*days.rbegin()) ? fmt::format("choose one with --date {}", *days.rbegin())
                                                 : "choose features with --where",
                         geo::Error::Kind::bad_usage}
            .at({dataset.path});
    }
    if (!days.contains(date)) {
        throw geo::Error{fmt::format("the file has nothing of {}; its days are {}", date, list),
                         "choose one of them with --date", geo::Error::Kind::bad_usage}
            .at({dataset.path});
    }
    std::erase_if(dataset.features, [&date](const geo::Feature& feature) { return day_of(feature) != date; });
    return dataset;
}

}  // namespace layers
