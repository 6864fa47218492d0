// SPDX-License-Identifier: MIT
#include "app/commands/track_notes.h"

#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace app {

namespace {

std::string days_in_words(const std::vector<geo::Date>& days) {
    constexpr std::size_t most = 8;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(most, days.size()); ++i) {
        words.push_back(geo::to_text(std::optional{days[i]}));
    }
    if (days.size() > most) { words.emplace_back("…"); }
    return fmt::format("{}", fmt::join(words, ", "));
}

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

void say_what_is_empty(const layers::Series& series, Console& console) {
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < std::min(most, series.empty.size()); ++i) {
        const layers::EmptyDay& day = series.empty[i];
        const std::string date = geo::to_text(std::optional{day.date});
        const bool has_another = std::any_of(series.days.begin(), series.days.end(),
                                             [&day](const auto& other) { return other.date == day.date; });
        if (has_another) {
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
    if (series.empty.size() > most) {
        console.note(fmt::format("{} more days are left out, of which there is nothing", series.empty.size() - most));
    }
}

void say_what_is_missing(const layers::Series& series, Console& console) {
    const std::vector<geo::Date> missing = layers::missing_days(series);
    if (missing.empty() || !layers::is_daily(series)) { return; }
    if (missing.size() == 1) {
        console.note(fmt::format("one day is missing: {}", days_in_words(missing)));
    } else {
        console.note(fmt::format("{} days are missing: {}", missing.size(), days_in_words(missing)));
    }
}

void say_what_repeats(const layers::Series& series, Console& console) {
    std::vector<geo::Date> repeated;
    for (const layers::DayAreas& day : series.days) {
        if (day.repeats) { repeated.push_back(day.date); }
    }
    if (repeated.empty()) { return; }
    if (repeated.size() == 1) {
        console.note(fmt::format("one day repeats the one before: {}", days_in_words(repeated)));
    } else {
        console.note(fmt::format("{} days repeat the one before: {}", repeated.size(), days_in_words(repeated)));
    }
}

void say_what_leaps(const layers::Series& series, Console& console) {
    for (const std::size_t i : layers::leaps(series)) {
        const layers::DayAreas &before = series.days[i - 1], &now = series.days[i];
        const layers::DayAreas& less = now.held_in_all() < before.held_in_all() ? now : before;
        console.note(fmt::format("{} km² are held on {}, and {} km² on {}: land may be missing in {}",
                                 with_thousands(before.held_in_all().value()), geo::to_text(std::optional{before.date}),
                                 with_thousands(now.held_in_all().value()), geo::to_text(std::optional{now.date}),
                                 less.file));
    }
}

}  // namespace

void say_what_strikes(const layers::Series& series, Console& console) {
    say_what_was_read(series, console);
    say_what_is_empty(series, console);
    say_what_is_missing(series, console);
    say_what_repeats(series, console);
    say_what_leaps(series, console);
}

}  // namespace app
