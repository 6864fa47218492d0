// SPDX-License-Identifier: MIT
#include "app/commands/track_chart.h"

#include "app/commands/track_notes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace app {

namespace {

std::string name_of(const std::string& path) {
    const std::filesystem::path whole{path};
    return one_line(whole.has_filename() ? whole.filename().string() : whole.parent_path().filename().string());
}

/// Who drew the days, as their files or --source say, and the files.
std::string source_words(const layers::Series& series, const ChartBasis& basis) {
    constexpr std::size_t most = 3;
    std::set<std::string> stated;
    for (const layers::DayAreas& day : series.days) {
        if (!day.source.empty()) { stated.insert(one_line(day.source)); }
    }
    std::vector<std::string> files;
    for (std::size_t i = 0; i < std::min(most, basis.sources.size()); ++i) {
        files.push_back(name_of(basis.sources[i]));
    }
    if (basis.sources.size() > most) { files.push_back(tr("{} more", basis.sources.size() - most)); }
    std::vector<std::string> some{stated.begin(), stated.end()};
    if (some.size() > most) {
        const std::size_t more = some.size() - most;
        some.resize(most);
        some.push_back(tr("{} more", more));
    }
    const std::string who =
        some.empty() ? tr("source not stated") : fmt::format("{}: {}", tr("source"), fmt::join(some, "; "));
    return fmt::format("{} ({})", who, fmt::join(files, ", "));
}

/// What was asked for, where it is not what is usual; empty if nothing is.
std::string parameter_words(const Inputs& inputs, const ChartBasis& basis) {
    std::vector<std::string> words;
    if (!inputs.where.empty()) { words.push_back(tr("counted as held: {}", one_line(inputs.where))); }
    if (!inputs.contested.empty()) { words.push_back(tr("counted as contested: {}", one_line(inputs.contested))); }
    if (!basis.since.empty()) { words.push_back(tr("asked for from {} on", one_line(basis.since))); }
    if (!basis.until.empty()) { words.push_back(tr("asked for up to {}", one_line(basis.until))); }
    return fmt::format("{}", fmt::join(words, " · "));
}

}  // namespace

Option add_chart_options(Command command, ChartOptions& options) {
    const Option chart =
        command
            .add_option("--chart", options.output, "draw km² over the days into a file to publish: .svg, .pdf or .png")
            .type_name("OUTPUT");
    command
        .add_option("--chart-by", options.by,
                    "total (default), or unit: also the change of each unit whose figure changes, in a small panel")
        .type_name("WHAT")
        .one_of({"total", "unit"})
        .needs(chart);
    for (const Option option : add_page_options(command, options.page)) { option.needs(chart); }
    command.add_option("--title", options.page.title, "instead of the chart's own").needs(chart);
    return chart;
}

layers::Chart chart_for(const layers::Series& series, const layers::Units& units, const layers::Sides& sides,
                        const Inputs& inputs, const ChartOptions& options, const ChartBasis& basis) {
    const std::vector<std::size_t> drawn = layers::listed_days(series, basis.every);
    layers::Chart chart = layers::chart_of(series, drawn, basis.every, units, sides, options.is_by_unit());
    if (std::string words = left_out_words(series); !words.empty()) { chart.notes.push_back({std::move(words)}); }
    chart.notes.push_back({source_words(series, basis)});
    if (std::string words = parameter_words(inputs, basis); !words.empty()) {
        chart.notes.push_back({std::move(words)});
    }
    chart.notes.push_back(
        {tr("units: {}", one_line(units.source.source.empty() ? name_of(units.path) : units.source.source)) +
         " · demarc " DEMARC_VERSION});
    return chart;
}

}  // namespace app
