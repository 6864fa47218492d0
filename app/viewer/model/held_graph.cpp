// SPDX-License-Identifier: MIT
#include "app/viewer/model/held_graph.h"

#include "layers/language/language.h"
#include "layers/model/words.h"

#include <algorithm>

namespace app::viewer {

namespace {

/// Indices of units; empty: all.
std::vector<std::size_t> units_shown(const Document& document) {
    if (document.hover_unit) { return {*document.hover_unit}; }
    std::vector<std::size_t> chosen;
    const std::string& code = document.state.selection.unit_code;
    for (std::size_t i = 0; i < document.units->units.size() && !code.empty(); ++i) {
        if (document.units->units[i].code == code) { chosen.push_back(i); }
    }
    return chosen;
}

double sum_of(const std::vector<geo::SquareKilometres>& areas, const std::vector<std::size_t>& units) {
    geo::SquareKilometres sum;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (units.empty() || std::ranges::find(units, i) != units.end()) { sum += areas[i]; }
    }
    return sum.value();
}

/// Days of one source in the rhythm that most of them keep: see layers::joins_between(). Two lines of a day are two
/// sources.
std::vector<layers::Join> joins_of(const Document& document) {
    std::vector<layers::Join> joins;
    std::vector<geo::Date> dates;
    for (const auto& line : document.controls) {
        if (line->info.date) { dates.push_back(*line->info.date); }
    }
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    const std::vector<layers::Join> between = layers::joins_between(dates, layers::Every::day);
    std::size_t day = 0;
    const auto shares_its_day = [&](std::size_t i) {
        const auto is_of = [&](std::size_t k) {
            return k < document.controls.size() && document.controls[k]->info.date == document.controls[i]->info.date;
        };
        return is_of(i + 1) || (i > 0 && is_of(i - 1));
    };
    for (std::size_t i = 0; i + 1 < document.controls.size(); ++i) {
        const layers::LineInfo &one = document.controls[i]->info, &next = document.controls[i + 1]->info;
        if (!one.date || !next.date) {
            joins.push_back(layers::Join::gap);
            continue;
        }
        const bool is_next = one.date != next.date;
        const bool is_series = is_next && one.source == next.source && one.kind == next.kind && !shares_its_day(i) &&
                               !shares_its_day(i + 1);
        joins.push_back(is_series ? between[day] : layers::Join::gap);
        if (is_next) { ++day; }
    }
    return joins;
}

}  // namespace

HeldGraph held_graph(const Document& document) {
    HeldGraph graph;
    const std::vector<std::size_t> units = units_shown(document);
    if (!units.empty()) {
        const layers::Unit& unit = document.units->units[units.front()];
        graph.land = layers::local_name(unit.name, unit.name_uk);
    }
    bool is_first = true;
    for (const auto& line : document.controls) {
        const auto found = document.held.find(line);
        if (found == document.held.end()) {
            graph.km2.emplace_back();
            graph.contested.push_back(0);
            continue;
        }
        const double km2 = sum_of(found->second.held, units);
        graph.km2.emplace_back(km2);
        graph.contested.push_back(sum_of(found->second.contested, units));
        graph.least = is_first ? km2 : std::min(graph.least, km2);
        graph.greatest = is_first ? km2 : std::max(graph.greatest, km2);
        is_first = false;
    }
    graph.joins = joins_of(document);
    return graph;
}

std::string held_words(const Document& document, const HeldGraph& graph, int line) {
    if (line < 0 || !graph.km2[static_cast<std::size_t>(line)]) { return {}; }
    const auto words = [](double km2) { return layers::with_thousands(km2, km2 < 10 ? 1 : 0); };
    const layers::Sides sides = document.shown_sides();
    const double contested = graph.contested[static_cast<std::size_t>(line)];
    std::string text = layers::tr("{} km² held by {}", words(*graph.km2[static_cast<std::size_t>(line)]),
                                  sides.in_words(layers::Holder::russia));
    if (contested >= 0.05) { text += "\n" + layers::tr("{} km² contested beside it", words(contested)); }
    const auto& drawn = document.controls[static_cast<std::size_t>(line)];
    if (!document.state.fit && drawn->info.kind == layers::LineKind::control_polygon) {
        text += "\n" + layers::tr("as drawn, not fitted to border and coast");
    }
    return graph.land.empty() ? text : graph.land + ": " + text;
}

}  // namespace app::viewer
