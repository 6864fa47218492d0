// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/receipt/receipt.h"
#include "geo/error.h"
#include "layers/model/date.h"
#include "layers/model/suggest.h"
#include "layers/report/record.h"
#include "layers/time/series.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace app {

namespace {

namespace field = layers::field;
namespace fs = std::filesystem;
using geo::SquareKilometres;

struct Options {
    std::vector<std::string> sources;
    Inputs inputs;
    std::string since, until, every;
    Format format = Format::table;
};

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

bool is_geodatabase(const fs::path& path) {
    return path.extension() == ".gdb" || path.parent_path().extension() == ".gdb";
}

/// Texts and receipts lie beside data.
bool is_of_days(const fs::directory_entry& entry) {
    const std::string path = entry.path().string();
    return entry.is_regular_file() && geo::has_known_ending(path) && !path.ends_with(".txt") &&
           !path.ends_with(".receipt.json");
}

/// What lies in a folder under names of formats that are read, in their order; files as they are named.
std::vector<std::string> files_of(const std::vector<std::string>& sources) {
    std::vector<std::string> files;
    for (const std::string& source : sources) {
        std::error_code ignored;
        if (!fs::is_directory(source, ignored) || is_geodatabase(source)) {
            files.push_back(source);
            continue;
        }
        std::vector<std::string> inside;
        for (const fs::directory_entry& entry : fs::directory_iterator{source}) {
            const std::string path = entry.path().string();
            if (is_of_days(entry) || is_geodatabase(path)) { inside.push_back(path); }
        }
        if (inside.empty()) { refuse(source + ": the folder holds no file of a known format", "name the files"); }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

std::optional<geo::Date> day_from(const std::string& option, const std::string& words) {
    if (words.empty()) { return std::nullopt; }
    if (const auto date = layers::parse_date(words)) { return date; }
    refuse(fmt::format("{}: {}", option, layers::why_no_date(words)), "write it as 2025-12-24");
}

/// Nothing: as many as fit a screen.
std::optional<layers::Every> every_from(const std::string& words) {
    if (words.empty()) { return std::nullopt; }
    if (words == "day") { return layers::Every::day; }
    if (words == "week") { return layers::Every::week; }
    if (words == "month") { return layers::Every::month; }
    if (words == "year") { return layers::Every::year; }
    refuse(fmt::format("--every: \"{}\" is no period", words),
           layers::did_you_mean(words, {"day", "week", "month", "year"}));
}

// --- output ----------------------------------------------------------------------------------------------------------

/// What each holder has, by unit, on the days that are listed.
report::Table data_of(const layers::Series& series, const std::vector<std::size_t>& listed, const layers::Units& units,
                      const layers::Sides& sides) {
    report::Table table{
        {{&field::date}, {&field::unit}, {&field::unit_code}, {&field::holder}, {&field::km2}, {&field::change_km2}}};
    const bool has_contested = std::any_of(series.days.begin(), series.days.end(), [](const layers::DayAreas& day) {
        return std::any_of(day.contested.begin(), day.contested.end(),
                           [](SquareKilometres area) { return area > SquareKilometres{}; });
    });
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const layers::DayAreas& day = series.days[listed[i]];
        const layers::DayAreas* before = i == 0 ? nullptr : &series.days[listed[i - 1]];
        for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
            const auto add = [&](const std::string& holder, const auto& of) {
                const SquareKilometres now = of(day);
                table.add({day.date, units.units[unit].name, report::entry_of(units.units[unit].code), holder, now,
                           before == nullptr ? report::Entry{} : report::Entry{now - of(*before)}});
            };
            add(sides.second, [unit](const layers::DayAreas& on) { return on.held[unit]; });
            if (has_contested) {
                add("contested", [unit](const layers::DayAreas& on) { return on.contested[unit]; });
            }
            add(sides.first, [&](const layers::DayAreas& on) {
                return std::max(SquareKilometres{}, series.units[unit] - on.held[unit] - on.contested[unit]);
            });
        }
    }
    return table;
}

std::string signed_km2(double km2) {
    const double rounded = std::round(km2);
    return rounded == 0 ? "0" : (rounded > 0 ? "+" : "−") + with_thousands(std::abs(rounded));
}

/// "Donetsk +123, Kharkiv −4": the units that changed most, as far as a whole km² shows it.
std::string most_changed(const layers::DayAreas& before, const layers::DayAreas& now, const layers::Units& units) {
    constexpr std::size_t most = 3;
    constexpr double least = 0.5;
    std::vector<std::pair<double, std::size_t>> changes;
    for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
        const double change = (now.held[unit] - before.held[unit]).value();
        if (std::abs(change) >= least) { changes.emplace_back(change, unit); }
    }
    std::sort(changes.begin(), changes.end(),
              [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(most, changes.size()); ++i) {
        words.push_back(fmt::format("{} {}", tr(units.units[changes[i].second].name), signed_km2(changes[i].first)));
    }
    if (changes.size() > most) { words.push_back(tr("{} more", changes.size() - most)); }
    return fmt::format("{}", fmt::join(words, ", "));
}

std::string text_of(const layers::Series& series, const std::vector<std::size_t>& listed, const layers::Units& units,
                    const layers::Sides& sides, const Console& console) {
    report::Table table{
        {{&field::date},
         {&field::km2, report::Shows::number, tr("km² held by {}", sides.in_words(layers::Holder::russia))},
         {&field::change_km2, report::Shows::number},
         {&field::unit, report::Shows::words, tr("most in")}}};
    const layers::DayAreas* before = nullptr;
    for (const std::size_t i : listed) {
        const layers::DayAreas& day = series.days[i];
        table.add({day.date, with_thousands(std::round(day.held_in_all().value())),
                   before == nullptr ? "" : signed_km2((day.held_in_all() - before->held_in_all()).value()),
                   before == nullptr ? "" : most_changed(*before, day, units)});
        before = &day;
    }
    if (listed.size() > 2) {
        const layers::DayAreas &first = series.days[listed.front()], &last = series.days[listed.back()];
        table.add_total({tr("in all"), "", signed_km2((last.held_in_all() - first.held_in_all()).value()),
                         most_changed(first, last, units)});
    }
    return to_text(table, console.text_output()) + "\n" +
           tr("land as drawn by the source, within the units; km² on WGS84, edges straight in longitude and latitude; "
              "figures are rounded one by one") +
           "\n";
}

// --- notes -----------------------------------------------------------------------------------------------------------

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

void say_what_is_missing(const layers::Series& series, Console& console) {
    const std::vector<geo::Date> missing = layers::missing_days(series);
    if (missing.empty() || missing.size() >= series.days.size()) { return; }  // else it is no daily series
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

layers::Series series_of(const Options& options, const std::vector<std::string>& files, const layers::Units& units) {
    layers::LineDetails details;
    details.choosing = {options.inputs.where, options.inputs.contested, !options.inputs.layers.empty()};
    geo::ReadOptions reading = reading_from(options.inputs);
    reading.where.clear();  // chooses classes: what it leaves aside is said
    const auto since = day_from("--since", options.since), until = day_from("--until", options.until);
    layers::Series series = layers::track(files, reading, details, units);
    std::erase_if(series.days, [&](const layers::DayAreas& day) {
        return (since && day.date < *since) || (until && day.date > *until);
    });
    if (series.days.empty()) { refuse("no day of the source lies between --since and --until", "leave them out"); }
    return series;
}

void run(const Options& options, Console& console) {
    const std::optional<layers::Every> every = every_from(options.every);
    const layers::Units units = units_from(options.inputs);
    const layers::Sides sides = sides_from(options.inputs).value_or(layers::Sides{});
    const std::vector<std::string> files = files_of(options.sources);
    const layers::Series series = series_of(options, files, units);
    say_what_was_read(series, console);
    say_what_is_missing(series, console);
    say_what_repeats(series, console);
    say_what_leaps(series, console);
    constexpr std::size_t on_one_screen = 40;
    const bool is_long = options.format == Format::table && series.days.size() > on_one_screen;
    const std::vector<std::size_t> listed =
        layers::last_days(series, every.value_or(is_long ? layers::Every::month : layers::Every::day));
    switch (options.format) {
        case Format::table:
            console.print(text_of(series, listed, units, sides, console));
            break;
        case Format::csv:
            console.print(to_csv(data_of(series, listed, units, sides)));
            break;
        case Format::json:
            console.print(to_json(with_receipt(records_of(data_of(series, listed, units, sides)),
                                               receipt_of(console, {options.inputs.units, "", files}, {}))));
            break;
    }
    if (series.days.size() == 1) { return; }
    console.say(fmt::format("{} days from {} to {}", series.days.size(),
                            geo::to_text(std::optional{series.days.front().date}),
                            geo::to_text(std::optional{series.days.back().date})));
}

}  // namespace

void add_track(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command =
        cli.add_subcommand("track", "Land held day by day: many control polygons, by unit and date");
    command
        .add_option("source", options->sources,
                    "files of control polygons, each of one day or with a date on each feature; or a folder of them")
        .type_name("FILE|FOLDER")
        .required();
    command.add_option("--since", options->since, "from that day on").type_name("DATE");
    command.add_option("--until", options->until, "up to that day").type_name("DATE");
    command
        .add_option("--every", options->every,
                    "list the last day of each day, week, month or year (default: day; month in a table of many days)")
        .type_name("PERIOD");
    command
        .add_option("--where", options->inputs.where,
                    "which features of the files count, as ogr2ogr has it: \"status = 'RU'\"")
        .type_name("WHERE");
    command
        .add_option("--contested", options->inputs.contested,
                    "which of their features are contested land, a holder of its own")
        .type_name("WHERE");
    command.add_option("--input-layer", options->inputs.layers, "layers of the files, where they have several")
        .delimiter(',')
        .type_name("NAMES");
    add_unit_options(command, options->inputs);
    command
        .add_option("--sides", options->inputs.sides,
                    "names of the two sides, first the one that keeps what is not held (default \"Ukraine,Russia\")")
        .type_name("NAME,NAME");
    command.add_option("--crs", options->inputs.crs, "CRS of files that do not say it, such as EPSG:32637")
        .type_name("CRS");
    command
        .add_option("--max-size", options->inputs.max_size,
                    "refuse input files larger than that once unpacked (default 2GB)")
        .type_name("SIZE");
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc track days\n"
        "          demarc track 2025-12-01.geojson 2025-12-31.geojson\n"
        "          demarc track days --since 2025-01-01 --every month --csv > held.csv");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
