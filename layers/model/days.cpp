// SPDX-License-Identifier: MIT
#include "layers/model/days.h"

#include "geo/error.h"
#include "geo/setting.h"
#include "layers/model/date.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

namespace layers {

namespace {

/// What trackers and their mirrors call the day of a feature. Days of editing (EditDate) say nothing of the line's.
constexpr std::array day_keys{"date",        "day",      "snapshot_date", "report_date", "data_date", "map_date",
                              "date_of_map", "as_of",    "asof",          "timestamp",   "datetime",  "date_time",
                              "time",        "observed", "valid_from",    "begin",       "snapshot",  "дата"};

std::string words_of(const geo::Value& value) {
    return geo::text_of({{"", value}}, "");
}

/// Other names of a day. Days of editing and publishing say nothing of the line's, and one since when or until when
/// something holds is not its day.
bool is_called_a_day(const std::string& name) {
    constexpr std::array days{"date", "datum", "дата"};
    constexpr std::array others{"edit",  "creat", "modif", "updat", "upload", "publi", "start", "end",
                                "since", "until", "valid", "from",  "last",   "first", "add",   "access"};
    const auto is_in = [name = folded(name)](const char* word) { return name.find(word) != std::string::npos; };
    return folded(name) == "dt" ||
           (std::any_of(days.begin(), days.end(), is_in) && std::none_of(others.begin(), others.end(), is_in));
}

/// The first of the keys that the feature fills, else a date in a field that is called like one.
const geo::Value* day_value(const geo::Properties& properties) {
    for (const char* key : day_keys) {
        for (const auto& [name, value] : properties) {
            if (folded(name) == key && !words_of(value).empty()) { return &value; }
        }
    }
    const auto found = std::find_if(properties.begin(), properties.end(), [](const auto& property) {
        return is_called_a_day(property.first) && date_of(property.second);
    });
    return found == properties.end() ? nullptr : &found->second;
}

bool counts(const geo::Feature& feature) {
    return !feature.shape.region.empty() || !feature.shape.paths.empty();
}

/// ISO 8601; the words themselves where they are not understood.
std::string day_of(const geo::Feature& feature) {
    const geo::Value* value = day_value(feature.properties);
    if (value == nullptr) { return {}; }
    const std::optional<geo::Date> day = date_of(*value);
    return day ? geo::to_text(day) : words_of(*value);
}

/// The days that these features of lines or polygons state.
std::set<std::string> days_of(const geo::Dataset& dataset, const std::vector<bool>& which) {
    std::set<std::string> days;
    for (std::size_t i = 0; i < dataset.features.size(); ++i) {
        if (which[i]) { days.insert(day_of(dataset.features[i])); }
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

/// Of a field with dates that is not called like the day of the land: are there several, somebody may have meant them.
void note_other_days(const geo::Dataset& dataset, StatedDay& day) {
    std::map<std::string, std::set<std::string>> days;
    for (const geo::Feature& feature : dataset.features) {
        if (!counts(feature)) { continue; }
        for (const auto& [name, value] : feature.properties) {
            if (std::get_if<std::string>(&value) != nullptr) { days[name].insert(geo::to_text(date_of(value))); }
        }
    }
    for (const auto& [name, found] : days) {
        const bool is_day =
            is_called_a_day(name) || std::find(day_keys.begin(), day_keys.end(), folded(name)) != day_keys.end();
        if (is_day || found.size() < 2 || found.contains("")) { continue; }
        day.notes.push_back(
            {fmt::format("the field {} has several days ({}), which are not taken for days of the land: "
                         "{} chooses by them",
                         name, list_of(found), geo::setting("where")),
             {}});
    }
}

void note_not_understood(const std::string& words, StatedDay& day) {
    const std::string text = fmt::format("the date \"{}\" in the file is not understood; name it with {}", words,
                                         geo::setting("date", "YYYY-MM-DD"));
    const auto same = [&text](const geo::Note& note) { return note.text == text; };
    if (std::none_of(day.notes.begin(), day.notes.end(), same)) { day.notes.push_back({text, {}}); }
}

/// By the title or the name of the file, where it has one date.
void take_from_name(const std::string& name, StatedDay& day) {
    if (day.date) { return; }
    const std::vector<geo::Date> dates = dates_in(name);
    if (dates.size() == 1) { day.date = dates.front(); }
    if (dates.size() > 1) {
        std::vector<std::string> words;
        for (const geo::Date date : dates) { words.push_back(geo::to_text(date)); }
        day.notes.push_back(
            {fmt::format("the name \"{}\" has several dates ({}), so that none is taken", name, fmt::join(words, ", ")),
             {}});
    }
}

}  // namespace

StatedDay stated_day(const geo::Dataset& dataset) {
    StatedDay day;
    if (const geo::Value* value = day_value(dataset.about)) {
        day.date = date_of(*value);
        if (!day.date) { note_not_understood(words_of(*value), day); }
    }
    for (const geo::Feature& feature : dataset.features) {
        const geo::Value* value = counts(feature) ? day_value(feature.properties) : nullptr;
        if (value == nullptr || day.date) { continue; }
        day.date = date_of(*value);
        if (!day.date) { note_not_understood(words_of(*value), day); }
    }
    take_from_name(geo::text_of(dataset.about, "name"), day);
    take_from_name(std::filesystem::path{dataset.path}.filename().string(), day);
    note_other_days(dataset, day);
    return day;
}

geo::Dataset of_one_day(geo::Dataset dataset, const std::optional<geo::Date>& date, const Filters& filters) {
    const std::string wanted = geo::to_text(date);
    std::vector<bool> which(dataset.features.size(), filters.empty());
    for (const std::string& filter : filters) {
        const std::vector<bool> picked = geo::matching(dataset, filter);
        for (std::size_t i = 0; i < picked.size(); ++i) { which[i] = which[i] || picked[i]; }
    }
    for (std::size_t i = 0; i < which.size(); ++i) { which[i] = which[i] && counts(dataset.features[i]); }
    const std::set<std::string> days = days_of(dataset, which);
    if (days.size() < 2) { return dataset; }
    const std::string list = list_of(days);
    if (!date) {
        throw geo::Error{fmt::format("the features of the file are of {} days: {}; together they are no day's land",
                                     days.size(), list),
                         geo::parse_iso_date(*days.rbegin()) ? "choose one with " + geo::setting("date", *days.rbegin())
                                                             : "choose features with " + geo::setting("where"),
                         geo::Error::Kind::bad_usage}
            .at({dataset.path});
    }
    if (!days.contains(wanted)) {
        throw geo::Error{fmt::format("the file has nothing of {}; its days are {}", wanted, list),
                         "choose one of them with " + geo::setting("date"), geo::Error::Kind::bad_usage}
            .at({dataset.path});
    }
    std::size_t next = 0;
    std::erase_if(dataset.features,
                  [&](const geo::Feature& feature) { return which[next++] && day_of(feature) != wanted; });
    return dataset;
}

std::vector<geo::Dataset> by_day(geo::Dataset dataset) {
    std::vector<bool> which;
    for (const geo::Feature& feature : dataset.features) { which.push_back(counts(feature)); }
    const bool is_of_many = days_of(dataset, which).size() > 1;
    std::set<std::string> without_land;
    for (const geo::Feature& feature : dataset.features) {
        const bool is_nothing = !counts(feature) && feature.shape.points.empty();
        if (counts(feature) || !(is_of_many || is_nothing)) { continue; }  // points of one day's file are places
        if (const std::string words = day_of(feature); geo::parse_iso_date(words)) { without_land.insert(words); }
    }
    for (const std::string& day : days_of(dataset, which)) { without_land.erase(day); }
    if (!without_land.empty()) {
        dataset.notes.push_back(
            fmt::format("no land is stated of these days, which are left out: {}", list_of(without_land)));
    }
    if (!is_of_many) { return {std::move(dataset)}; }
    std::erase_if(dataset.about, [](const auto& property) {  // the day of a download, or of one of them
        return is_called_a_day(property.first) ||
               std::find(day_keys.begin(), day_keys.end(), folded(property.first)) != day_keys.end();
    });
    std::map<std::string, geo::Dataset> days;
    std::size_t undated = 0;
    for (geo::Feature& feature : dataset.features) {
        if (!counts(feature)) { continue; }
        const std::string words = day_of(feature);
        if (words.empty()) {
            ++undated;
            continue;
        }
        if (!geo::parse_iso_date(words)) {
            throw geo::Error{fmt::format("\"{}\" is no day", words), "write days as 2025-12-24"}.at(
                {dataset.path, 0, 0, feature.number});
        }
        const auto [day, is_new] = days.try_emplace(words);
        if (is_new) {
            day->second.path = dataset.path;
            day->second.about = dataset.about;
            day->second.layers_are_chosen = dataset.layers_are_chosen;
        }
        day->second.features.push_back(std::move(feature));
    }
    std::vector<geo::Dataset> result;
    for (auto& [words, day] : days) { result.push_back(std::move(day)); }
    result.front().notes = std::move(dataset.notes);
    if (undated > 0) {
        result.front().notes.push_back(fmt::format("{} features that state no day were left out", undated));
    }
    return result;
}

}  // namespace layers
