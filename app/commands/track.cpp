// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/commands/track_answer.h"
#include "app/commands/track_chart.h"
#include "app/commands/track_files.h"
#include "app/commands/track_moves.h"
#include "app/commands/track_notes.h"
#include "app/commands/track_options.h"
#include "app/commands/track_plans.h"
#include "app/commands/track_slice.h"
#include "app/commands/track_spread.h"
#include "geo/error.h"
#include "layers/model/date.h"
#include "layers/model/suggest.h"
#include "layers/report/plans_by_day.h"
#include "layers/report/record.h"
#include "layers/report/track_report.h"
#include "layers/time/series.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include <set>

namespace app {

namespace {

using Options = TrackOptions;

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
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

layers::DayFiles day_files_from(const Options& options) {
    const Inputs& inputs = options.inputs;
    layers::DayFiles files{files_in(options.sources), reading_from(inputs), {}, options.leaves_out_bad};
    files.reading.where.clear();  // chooses classes: what it leaves aside is said
    files.details.source = inputs.source;
    files.details.choosing = {inputs.where, inputs.contested, !inputs.layers.empty()};
    if (!inputs.accuracy.empty()) { files.details.accuracy = geo::parse_length(inputs.accuracy); }
    if (!inputs.correlation.empty()) { files.details.correlation = geo::parse_length(inputs.correlation); }
    return files;
}

layers::DayFiles other_files_from(const Options& options) {
    Options other = options;
    other.sources = {options.against};
    if (!options.against_where.empty()) { other.inputs.where = options.against_where; }
    return day_files_from(other);
}

/// "2025-12-01", or "2025-12-01 to 2025-12-31".
std::string days_in_words(const layers::Series& series) {
    const std::string first = geo::to_text(std::optional{series.days.front().date});
    const std::string last = geo::to_text(std::optional{series.days.back().date});
    return first == last ? first : tr("{} to {}", first, last);
}

layers::Series series_of(const layers::DayFiles& files, const layers::Units& units, const Inputs& inputs,
                         Console& console) {
    try {
        return layers::track(files, units, fit_from(inputs));
    } catch (const layers::BadDays& bad) { refuse_bad(bad, console); }
}

layers::Series asked_days(const Options& options, const layers::DayFiles& files, const layers::Units& units,
                          Console& console) {
    const auto since = day_from("--since", options.since), until = day_from("--until", options.until);
    layers::Series series = series_of(files, units, options.inputs, console);
    const std::string all = days_in_words(series);
    const auto is_elsewhere = [](const auto& day) {
        const auto is_none = [](geo::SquareKilometres area) { return area <= geo::SquareKilometres{}; };
        return std::ranges::all_of(day.held, is_none) && std::ranges::all_of(day.contested, is_none);
    };
    if (std::ranges::all_of(series.days, is_elsewhere)) {
        throw geo::Error{"no held land of any day lies in the units", "give days and units of the same country"}.at(
            {series.days.front().file});
    }
    const auto is_beyond = [&](const auto& day) {
        return (since && day.date < *since) || (until && day.date > *until);
    };
    std::erase_if(series.days, is_beyond);
    std::erase_if(series.unread.empty, is_beyond);
    std::set<std::string> beyond;
    std::erase_if(series.unread.bad, [&](const layers::BadDay& day) {
        const bool is_out = day.date && ((since && *day.date < *since) || (until && *day.date > *until));
        if (is_out) { beyond.insert(day.file); }
        return is_out;
    });
    if (!beyond.empty()) {
        console.note(fmt::format("files that cannot be read, and lie outside of --since and --until by their names: {}",
                                 fmt::join(beyond, ", ")));
    }
    if (since && !series.days.empty() && series.days.front().date > *since) {
        console.note(fmt::format("the days begin after --since {}: with {}", options.since,
                                 geo::to_text(std::optional{series.days.front().date})));
    }
    if (until && !series.days.empty() && series.days.back().date < *until) {
        console.note(fmt::format("the days end before --until {}: with {}", options.until,
                                 geo::to_text(std::optional{series.days.back().date})));
    }
    if (series.days.empty() && !series.unread.empty.empty()) { throw geo::Error{series.unread.empty.front().why}; }
    if (series.days.empty()) {
        refuse("no day of the source lies between --since and --until", fmt::format("it has days from {}", all));
    }
    return series;
}

std::vector<layers::NamedDay> named(const layers::Series& series, const std::vector<std::size_t>& listed) {
    std::vector<layers::NamedDay> days;
    for (const std::size_t i : listed) { days.push_back({series.days[i].file, series.days[i].date}); }
    return days;
}

/// The other source's days, of which those stay that both have.
layers::Series series_against(const layers::DayFiles& files, const layers::Units& units, const Inputs& inputs,
                              layers::Series& series, Console& console) {
    layers::Series against = series_of(files, units, inputs, console);
    const std::string first = days_in_words(series), second = days_in_words(against);
    const layers::LeftOut left = layers::keep_common_days(series, against);
    if (series.days.empty()) {
        refuse(fmt::format("the two sources have no day in common: the first has {}, the other {}", first, second),
               "give two that do");
    }
    say_what_strikes(against, console);
    if (left.of_first == 1) { console.note("one day of the first source is not in the other"); }
    if (left.of_first > 1) {
        console.note(fmt::format("{} days of the first source are not in the other", left.of_first));
    }
    return against;
}

void run(const Options& options, const Charts& charts, Console& console) {
    refuse_idle(options);
    const std::optional<layers::Every> every = every_from(options.every);
    const std::optional<Slice> slice = slice_from(options.slice);
    const DrawChart draw = options.chart.output.empty() ? DrawChart{} : charts(options.chart, console);
    const layers::Units units = units_from(options.inputs);
    const layers::Sides sides = sides_from(options.inputs).value_or(layers::Sides{});
    const layers::DayFiles files = day_files_from(options);
    std::vector<layers::Plan> plans = plans_for(options.plans, units, options.inputs);
    layers::Series series = asked_days(options, files, units, console);
    say_what_strikes(series, console);
    layers::Series other;
    layers::DayFiles other_files;
    if (!options.against.empty()) {
        other_files = other_files_from(options);
        other = series_against(other_files, units, options.inputs, series, console);
    }
    constexpr std::size_t on_one_screen = 40;
    const bool is_table = options.format == Format::table && !options.as_lines;
    const bool is_long = is_table && series.days.size() > on_one_screen;
    const std::vector<std::size_t> listed =
        layers::listed_days(series, every.value_or(is_long ? layers::Every::month : layers::Every::day));
    const report::Part share = slice ? slice->part_of(listed.size()) : report::Part{0, listed.size()};
    const auto from = [&listed](std::size_t first, std::size_t last) {
        using Offset = std::vector<std::size_t>::difference_type;
        return std::vector<std::size_t>(listed.begin() + static_cast<Offset>(first),
                                        listed.begin() + static_cast<Offset>(last));
    };
    if (slice && share.first == share.last) { console.note(fmt::format("share {} has no day", options.slice)); }
    if (!options.moves.empty()) {
        const MovesOutput moves{options.moves,        options.chart.overwrite,
                                !options.all_hands,   fit_from(options.inputs),
                                options.inputs.units, left_out_of(series)};
        write_moves(moves, files, named(series, listed), units, sides, console);
    }
    if (draw) {
        const ChartBasis basis{options.sources, options.since, options.until, every.value_or(layers::Every::day)};
        layers::Chart chart = chart_for(series, units, sides, options.inputs, options.chart, basis);
        if (!options.inputs.accuracy.empty()) {
            const std::vector<std::size_t> drawn = layers::listed_days(series, basis.every);
            const Spreads spreads =
                spreads_on(layers::days_of(files, named(series, drawn)), units, chart.units, options.inputs, console);
            layers::add_spread(spreads.by_day, spreads.words, chart);
        }
        if (std::ranges::all_of(series.days, [](const auto& day) { return day.source.empty(); })) {
            console.note("no file says whose days these are, and so does the chart: --source NAME names who drew them");
        }
        draw(chart, {options.inputs.units, "", files.paths, left_out_of(series)});
    }
    const layers::TextOutput output = console.text_output();
    std::optional<Steps> steps;
    if (!options.inputs.accuracy.empty() && options.plans.empty()) {
        std::set<std::string> stated;
        for (const std::size_t i : listed) { stated.insert(series.days[i].source); }
        const std::vector<std::size_t> days = from(share.first == 0 ? 0 : share.first - 1, share.last);
        steps = moved_to(share, listed.size(),
                         steps_on(layers::days_of(files, named(series, days)), stated, units, options.inputs, console));
    }
    const layers::EstimatedSteps* const may = steps ? &steps->steps : nullptr;
    const std::string basis = steps ? steps->words : "";
    const report::Rows rows = options.in_all ? report::Rows::in_all : report::Rows::by_unit;
    Answer answer{[&](report::Part part) { return report::track_data(series, listed, units, sides, part, may, rows); },
                  listed.size(),
                  [&] { return report::track_text(series, listed, units, sides, output, may, basis); },
                  {},
                  files.paths,
                  left_out_of(series),
                  share,
                  !slice || slice->number == 1};
    std::vector<report::PlanOnDay> on_days;
    if (!options.against.empty()) {
        answer.data = [&](report::Part part) {
            return report::against_data(series, other, from(part.first, std::min(part.last, listed.size())), units,
                                        sides);
        };
        answer.text = [&] { return report::against_text(series, other, listed, units, sides, output); };
        answer.files.insert(answer.files.end(), other_files.paths.begin(), other_files.paths.end());
        const std::vector<LeftOutFile> of_other = left_out_of(other);
        answer.left_out.insert(answer.left_out.end(), of_other.begin(), of_other.end());
    } else if (!options.plans.empty()) {
        answer.plans = std::move(plans);
        on_days = plans_on(layers::days_of(files, named(series, from(share.first, share.last))), answer.plans, units,
                           options.inputs, console);
        answer.data = [&](report::Part part) {
            return report::plans_by_day(part.last == 0 ? std::vector<report::PlanOnDay>{} : on_days,
                                        layers::has_contested(series));
        };
        answer.days = 1;
        answer.share = {0, 1};
        answer.text = [&] { return report::plans_by_day_text(on_days, output); };
    }
    print(answer, {options.format, options.as_lines, options.inputs.units}, console);
    if (series.days.size() > 1) {
        console.say(fmt::format("{} days from {} to {}", series.days.size(),
                                geo::to_text(std::optional{series.days.front().date}),
                                geo::to_text(std::optional{series.days.back().date})));
    }
    if (const std::string words = left_out_words(series); !words.empty()) { console.note(words); }
}

}  // namespace

void add_track(Command cli, Console& console, Charts charts) {
    auto options = std::make_shared<Options>();
    const Command command =
        cli.add_subcommand("track", "Land held day by day: many control polygons, by unit and date");
    command
        .add_option(
            "source", options->sources,
            "files of control polygons, each of one day or with a date on each feature; or a folder or archive of them")
        .type_name("FILE|FOLDER")
        .required();
    command.add_flag("--skip-bad", options->leaves_out_bad,
                     "leave out days whose files cannot be read, each with a warning, where all would be refused");
    command.add_option("--since", options->since, "from that day on").type_name("DATE");
    command.add_option("--until", options->until, "up to that day").type_name("DATE");
    command
        .add_option("--every", options->every,
                    "list the last day of each day, week, month or year (default: day; month in a table of many days)")
        .type_name("PERIOD")
        .one_of({"day", "week", "month", "year"});
    const Option moves =
        command
            .add_option(
                "--moves", options->moves,
                "write the land that changes hands from each listed day to the next as polygons, with places; format "
                "by its ending")
            .type_name("OUTPUT");
    command
        .add_flag("--no-redrawing", options->all_hands,
                  "with --moves: mark no pieces as redrawn or undone; all of them changed hands")
        .needs(moves);
    command
        .add_option("--slice", options->slice,
                    "only the I-th of N shares of the listed days, for as many processes; their CSV or JSON Lines, one "
                    "behind the other, are those of one process")
        .type_name("I/N");
    command.add_flag("--in-all", options->in_all,
                     "in files: rows of all units together, instead of a row for each unit");
    add_chart_options(command, options->chart);
    command
        .add_option("--source", options->inputs.source,
                    "source of the days, where their files do not say it: for --chart, --plan and --accuracy")
        .type_name("TEXT");
    command.add_flag("--overwrite", options->chart.overwrite, "replace what --moves and --chart write if it exists");
    command
        .add_option("--plan", options->plans,
                    "what the plan comes to on each listed day, with its line, by unit and status; may be repeated")
        .type_name("PLAN");
    const Option against =
        command
            .add_option("--against", options->against,
                        "another source's days: what it has more or less on each listed day, by unit")
            .type_name("FILE|FOLDER");
    command
        .add_option("--against-where", options->against_where,
                    "which features of the other source count, if not as --where has it")
        .needs(against)
        .type_name("WHERE");
    add_laying_options(command, options->inputs);
    add_interval_option(command, options->inputs);
    add_fit_option(command, options->inputs);
    command
        .add_option("--min-piece", options->inputs.min_piece,
                    "for --plan: pieces and holes of held land smaller than that make no front (default 0.1 km²)")
        .type_name("AREA");
    command.add_flag("--partial", options->inputs.partial, "read an answer that the server cut short all the same");
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
    command.add_flag("--jsonl", options->as_lines, "JSON Lines: a row a line, numbers in full");
    command.footer(
        "examples: demarc track days\n"
        "          demarc track days.tar.xz\n"
        "          demarc track 2025-12-01.geojson 2025-12-31.geojson\n"
        "          demarc track days --since 2025-01-01 --every month --csv > held.csv\n"
        "          demarc track days --since 2025-10-31 --every month --accuracy \"1.2 km\"\n"
        "          demarc track days --since 2025-11-30 --every month --moves moves.geojson\n"
        "          demarc track days --chart held.svg --chart-by unit --lang uk\n"
        "          demarc track days --every month --plan us-28-point --plan ua-us-20-point");
    command.callback([options, &console, charts = std::move(charts)] { run(*options, charts, console); });
}

}  // namespace app
