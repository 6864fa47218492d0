// SPDX-License-Identifier: MIT
#include "app/commands/track_notes.h"

#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

namespace {

void say_what_was_read(const layers::Series& series, Console& console) {
    constexpr std::size_t most = 6;
    std::size_t said = 0;
    for (const auto& [kind, note] : series.notes) {
        if (++said > most) { continue; }
        if (note.days == 1) {
            console.note(fmt::format("{}: {}", note.file, note.text));
        } else {
            console.note(fmt::format("on {} days, first in {}: {}", note.days, note.file, note.text));
        }
    }
    if (said > most) { console.note(fmt::format("{} more kinds of notes", said - most)); }
}

bool has(const layers::Series& series, const geo::Date& date) {
    return std::any_of(series.days.begin(), series.days.end(), [&date](const auto& day) { return day.date == date; });
}

/// A day of which another file has land is not left out.
std::string day_or_file(const layers::BadDay& day, const layers::Series& series) {
    return day.date && !has(series, *day.date) ? geo::to_text(day.date) : day.file;
}

void say_what_is_bad(const layers::Series& series, Console& console) {
    for (const layers::BadDay& day : series.unread.bad) {
        console.warn(geo::Error{fmt::format("{} is left out: {}", day_or_file(day, series), day.why.problem())}.at(
            {day.file, day.why.place().line, day.why.place().column, day.why.place().feature}));
    }
}

void say_what_is_empty(const layers::Series& series, Console& console) {
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < std::min(most, series.unread.empty.size()); ++i) {
        const layers::EmptyDay& day = series.unread.empty[i];
        const std::string date = geo::to_text(std::optional{day.date});
        if (has(series, day.date)) {
            console.warn(
                geo::Error{fmt::format("nothing of {}, of which another file has land: {}", date, day.why.problem()),
                           day.why.remedy()}
                    .at({day.file}));
        } else {
            console.warn(geo::Error{fmt::format("nothing of {}, which is left out: {}", date, day.why.problem()),
                                    day.why.remedy()}
                             .at({day.file}));
        }
    }
    if (series.unread.empty.size() > most) {
        console.note(
            fmt::format("{} more days are left out, of which there is nothing", series.unread.empty.size() - most));
    }
}

void say_what_is_missing(const layers::Series& series, Console& console) {
    const std::vector<geo::Date> missing = layers::missing_days(series);
    if (missing.empty() || !layers::is_daily(series)) { return; }
    const std::string words = layers::days_in_words(missing);
    const std::size_t all = missing.size() + series.days.size();
    if (missing.size() == 1) {
        console.note(fmt::format("one day is missing: {}", words));
    } else {
        console.note(fmt::format("{} of {} days are missing: {}", missing.size(), all, words));
    }
}

void say_what_repeats(const layers::Series& series, Console& console) {
    std::vector<geo::Date> repeated;
    for (const layers::DayAreas& day : series.days) {
        if (day.repeats) { repeated.push_back(day.date); }
    }
    if (repeated.empty()) { return; }
    if (repeated.size() == 1) {
        console.note(fmt::format("one day repeats the one before: {}", layers::days_in_words(repeated)));
    } else {
        console.note(
            fmt::format("{} days repeat the one before: {}", repeated.size(), layers::days_in_words(repeated)));
    }
}

void say_what_leaps(const layers::Series& series, Console& console) {
    for (const std::size_t i : layers::leaps(series)) {
        const layers::DayAreas &before = series.days[i - 1], &now = series.days[i];
        const layers::DayAreas& less = now.held_in_all() < before.held_in_all() ? now : before;
        console.warn(geo::Error{
            fmt::format("{} km² are held on {}, and {} km² on {}: land may be missing",
                        with_thousands(before.held_in_all().value()), geo::to_text(std::optional{before.date}),
                        with_thousands(now.held_in_all().value()), geo::to_text(std::optional{now.date})),
            "look at it, or leave it out"}
                         .at({less.file}));
    }
}

/// What each error says of its file, on a line.
void name_each(const layers::BadDays& bad, Console& console) {
    for (const layers::BadDay& day : bad.days) {
        const geo::SourceLocation& place = day.why.place();
        console.report(geo::Error{day.why.problem()}.at({place.file, place.line, place.column, place.feature}));
    }
}

/// Every file, of the same: rather what was asked for than what was given.
bool is_one_reason(const layers::BadDays& bad) {
    return bad.good_days == 0 && std::ranges::all_of(bad.days, [&bad](const layers::BadDay& day) {
               return day.why.problem() == bad.problem();
           });
}

}  // namespace

std::vector<LeftOutFile> left_out_of(const layers::Series& series) {
    std::vector<LeftOutFile> files;
    for (const layers::BadDay& day : series.unread.bad) {
        files.push_back({day.file, geo::to_text(day.date), day.why.problem()});
    }
    for (const layers::EmptyDay& day : series.unread.empty) {
        files.push_back({day.file, geo::to_text(std::optional{day.date}), day.why.problem()});
    }
    return files;
}

std::string left_out_words(const layers::Series& series) {
    constexpr std::size_t most = 8;
    std::vector<layers::BadDay> bad = series.unread.bad;
    std::erase_if(bad, [&series](const layers::BadDay& day) { return day.date && has(series, *day.date); });
    if (bad.empty()) { return ""; }
    std::vector<std::string> days;
    for (std::size_t i = 0; i < std::min(most, bad.size()); ++i) {
        days.push_back(one_line(day_or_file(bad[i], series)));
    }
    if (bad.size() > most) { days.emplace_back("…"); }
    const std::string words = fmt::format("{}", fmt::join(days, ", "));
    if (!std::ranges::all_of(bad, [](const layers::BadDay& day) { return day.date.has_value(); })) {
        return bad.size() == 1 ? tr("one file cannot be read and is left out, with all days that it holds: {}", words)
                               : tr("{} files cannot be read and are left out, with all days that they hold: {}",
                                    bad.size(), words);
    }
    if (bad.size() == 1) { return tr("one day is left out, as its file cannot be read: {}", words); }
    return tr("{} days are left out, as their files cannot be read: {}", bad.size(), words);
}

void refuse_bad(const layers::BadDays& bad, Console& console) {
    if (is_one_reason(bad)) {
        if (bad.days.size() > 1) {
            console.note(fmt::format("all {} files are refused, for the same reason; the first:", bad.files));
        }
        throw geo::Error{bad.days.front().why};
    }
    std::set<std::string> files;
    for (const layers::BadDay& day : bad.days) { files.insert(day.file); }
    if (bad.days.size() == 1) {
        console.report(bad);
    } else {
        name_each(bad, console);
    }
    if (bad.good_days == 0) {
        throw geo::Error{fmt::format("none of {} files can be read", bad.files), "give control polygons of days"};
    }
    throw geo::Error{fmt::format("{} of {} files cannot be read, and nothing is written", files.size(), bad.files),
                     "mend them or fetch them again; --skip-bad goes on without their days"};
}

void say_what_strikes(const layers::Series& series, Console& console) {
    say_what_was_read(series, console);
    say_what_is_bad(series, console);
    say_what_is_empty(series, console);
    say_what_is_missing(series, console);
    say_what_repeats(series, console);
    say_what_leaps(series, console);
}

}  // namespace app
