// SPDX-License-Identifier: MIT
#include "layers/time/series.h"

#include "geo/error.h"
#include "layers/language/language.h"
#include "layers/model/words.h"
#include "layers/time/detail/meter.h"
#include "layers/time/outline_fits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace layers {

namespace {

using geo::SquareKilometres;

/// Notes that differ in their figures alone are one.
std::string without_numbers(const std::string& note) {
    std::string words;
    for (const char letter : note) {
        const bool is_digit = letter >= '0' && letter <= '9';
        if (!is_digit || words.empty() || words.back() != '#') { words += is_digit ? '#' : letter; }
    }
    return words;
}

/// Each kind once a day.
void add_notes(const std::vector<std::string>& notes, const std::string& file, Series& series) {
    std::map<std::string, std::string> kinds;
    for (const std::string& note : notes) { kinds.emplace(without_numbers(note), note); }
    for (const auto& [kind, text] : kinds) {
        Series::Note& note = series.notes[kind];
        if (note.days++ == 0) {
            note.text = text;
            note.file = file;
        }
    }
}

void refuse_two_of_one_day(const std::vector<DayAreas>& days) {
    std::vector<std::string> pairs;
    std::optional<geo::Error> first;
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (days[i].date != days[i - 1].date) { continue; }
        const std::string date = geo::to_text(std::optional{days[i].date});
        pairs.push_back(fmt::format("{} ({}, {})", date, days[i - 1].file, days[i].file));
        if (!first) {
            first = geo::Error{fmt::format("{} and {} are both of {}", days[i - 1].file, days[i].file, date),
                               "give one of them"};
        }
    }
    if (pairs.size() == 1) { throw *first; }
    if (first) {
        throw geo::Error{fmt::format("these days have two files: {}", fmt::join(pairs, ", ")), "give one of each"};
    }
}

}  // namespace

SquareKilometres DayAreas::held_in_all() const {
    SquareKilometres sum;
    for (const SquareKilometres area : held) { sum += area; }
    return sum;
}

bool has_contested(const Series& series) {
    return std::any_of(series.days.begin(), series.days.end(), [](const DayAreas& day) {
        return std::any_of(day.contested.begin(), day.contested.end(),
                           [](SquareKilometres area) { return area > SquareKilometres{}; });
    });
}

bool is_daily(const Series& series) {
    std::size_t daily = 0;
    for (std::size_t i = 1; i < series.days.size(); ++i) {
        if (series.days[i].date - series.days[i - 1].date == std::chrono::days{1}) { ++daily; }
    }
    return daily * 2 >= series.days.size();
}

std::vector<geo::Date> missing_days(const Series& series) {
    std::vector<geo::Date> missing;
    for (std::size_t i = 1; i < series.days.size(); ++i) {
        for (geo::Date day = series.days[i - 1].date + std::chrono::days{1}; day < series.days[i].date;
             day += std::chrono::days{1}) {
            missing.push_back(day);
        }
    }
    return missing;
}

namespace {

constexpr std::size_t most_words = 8;

std::string listed_words(std::vector<std::string> words) {
    if (words.size() > most_words) {
        words.resize(most_words);
        words.emplace_back("…");
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

/// "2025-03", "2025"; of a week its Monday.
std::string period_words(std::int64_t period, Every every) {
    using namespace std::chrono;
    if (every == Every::year) { return fmt::format("{}", period); }
    if (every == Every::month) { return fmt::format("{}-{:02}", (period - 1) / 12, (period - 1) % 12 + 1); }
    return geo::to_text(std::optional{geo::Date{sys_days{1970y / January / 5} + weeks{period}}});
}

}  // namespace

std::string days_in_words(const std::vector<geo::Date>& days) {
    std::vector<std::string> words;
    for (std::size_t first = 0, last = 0; first < days.size(); first = last + 1) {
        for (last = first; last + 1 < days.size() && days[last + 1] - days[last] == std::chrono::days{1};) { ++last; }
        const std::string begin = geo::to_text(std::optional{days[first]});
        words.push_back(first == last ? begin : tr("{} to {}", begin, geo::to_text(std::optional{days[last]})));
    }
    return listed_words(std::move(words));
}

std::vector<std::size_t> leaps(const Series& series) {
    std::vector<std::size_t> found;
    for (std::size_t i = 1; i < series.days.size(); ++i) {
        const SquareKilometres before = series.days[i - 1].held_in_all(), now = series.days[i].held_in_all();
        if (now * 2 < before || before * 2 < now) { found.push_back(i); }
    }
    return found;
}

Series track(const DayFiles& files, const Units& units, std::optional<geo::Kilometres> fit) {
    Series series;
    detail::Meter meter{units};
    std::optional<OutlineFits> fits;
    if (fit) { fits.emplace(units, *fit, OutlineFits::Keeps::areas); }
    std::vector<std::uint64_t> hashes;
    series.unread = each_day(files, [&](Day day) {
        const std::string source = day.control.info.source;
        const auto fitted = fits ? fits->begun(day.control) : nullptr;
        const DayLand land = land_of(std::move(day));
        return [&, source, fitted, date = land.date, file = land.file, notes = land.notes, held = meter.look(land.held),
                contested = meter.look(land.contested)]() mutable {
            constexpr std::uint64_t another = 0xC2B2AE3D27D4EB4FU;  // land that becomes contested is no repetition
            add_notes(notes, file, series);
            DayAreas areas{date, file, meter.measure(held), meter.measure(contested), false, source};
            if (fitted) {
                areas.fit = fitted();
                areas.fit->add_to(areas.held, areas.contested);
            }
            series.days.push_back(std::move(areas));
            hashes.push_back(held.hash + contested.hash * another);
        };
    });
    if (series.days.empty() && !series.unread.empty.empty()) { throw geo::Error{series.unread.empty.front().why}; }
    series.units = meter.unit_areas();
    series.edges = meter.edges();
    series.distinct_edges = meter.distinct_edges();
    std::vector<std::size_t> order(series.days.size());
    for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return series.days[a].date < series.days[b].date; });
    std::vector<DayAreas> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.push_back(std::move(series.days[order[i]]));
        sorted.back().repeats = i > 0 && hashes[order[i]] == hashes[order[i - 1]];
    }
    series.days = std::move(sorted);
    refuse_two_of_one_day(series.days);
    return series;
}

std::int64_t period_of(geo::Date day, Every every) {
    using namespace std::chrono;
    const year_month_day date{day};
    switch (every) {
        case Every::week:
            return floor<weeks>(day - (sys_days{1970y / January / 5})).count();  // a Monday
        case Every::month:
            return static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 + static_cast<unsigned>(date.month());
        case Every::year:
            return static_cast<std::int64_t>(static_cast<int>(date.year()));
        case Every::day:
            break;
    }
    return static_cast<std::int64_t>(day.time_since_epoch().count());
}

std::vector<std::size_t> listed_days(const Series& series, Every every) {
    std::vector<std::size_t> listed;
    for (std::size_t i = 0; i < series.days.size(); ++i) {
        const bool ends = i + 1 == series.days.size() ||
                          period_of(series.days[i].date, every) != period_of(series.days[i + 1].date, every);
        if (ends || i == 0) { listed.push_back(i); }
    }
    return listed;
}

std::string missing_words(const Series& series, const std::vector<std::size_t>& listed, Every every) {
    if (every == Every::day) {
        const std::vector<geo::Date> missing = missing_days(series);
        if (missing.empty() || !is_daily(series)) { return ""; }
        return tr("{} of {} days: {}", missing.size(), missing.size() + series.days.size(), days_in_words(missing));
    }
    std::vector<std::string> words;
    for (std::size_t i = 1; i < listed.size(); ++i) {
        const std::int64_t before = period_of(series.days[listed[i - 1]].date, every),
                           next = period_of(series.days[listed[i]].date, every);
        for (std::int64_t period = before + 1; period < next; ++period) {
            if (words.size() <= most_words) { words.push_back(period_words(period, every)); }
        }
    }
    const std::string all = listed_words(std::move(words));
    return all.empty() || every != Every::week ? all : tr("weeks from {}", all);
}

std::string fit_words(const Series& series, const std::vector<std::size_t>& listed) {
    const DayAreas& last = series.days[listed.back()];
    if (!last.fit) {
        return tr(
            "land as drawn by the source, within the units: what it leaves uncovered along border and coast "
            "counts as not held");
    }
    const bool none = std::ranges::all_of(
        listed, [&series](std::size_t i) { return series.days[i].fit->in_all() < SquareKilometres{0.5}; });
    if (none) { return tr("land within the units"); }
    return tr(
        "land within the units: on the last day {} km² along border and coast, which the source leaves "
        "uncovered, count with the land beside them",
        with_thousands(last.fit->in_all().value()));
}

std::string earth_words() {
    return tr("km² on WGS84, edges straight in longitude and latitude; figures are rounded one by one");
}

LeftOut keep_common_days(Series& first, Series& second) {
    const auto has = [](const Series& series, geo::Date date) {
        return std::ranges::binary_search(series.days, date, {}, &DayAreas::date);
    };
    const Series whole = first;
    LeftOut left{};
    left.of_first = std::erase_if(first.days, [&](const DayAreas& day) { return !has(second, day.date); });
    left.of_second = std::erase_if(second.days, [&](const DayAreas& day) { return !has(whole, day.date); });
    return left;
}

}  // namespace layers
