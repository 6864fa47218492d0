// SPDX-License-Identifier: MIT
#include "layers/model/detail/from_line.h"
#include "layers/model/detail/selector.h"
#include "layers/model/land.h"

#include <algorithm>

namespace layers {

using geo::Kilometres;

std::vector<Shift> shifts(const Land& land, const std::vector<std::size_t>& lines) {
    return shifts(land.lines, lines);
}

std::vector<Shift> shifts(const std::vector<FrontLine>& fronts, const std::vector<std::size_t>& lines) {
    const Shift still{std::vector<Kilometres>(fronts.size())};
    std::vector<Shift> all{still}, ways{still};
    for (const std::size_t line : lines) {
        const auto& accuracy = fronts[line].control.info.accuracy;
        if (!accuracy || *accuracy == Kilometres{0}) { continue; }
        std::vector<Shift> more;
        for (const Shift& way : ways) {
            for (const Kilometres off : {-*accuracy, *accuracy}) {
                more.push_back(way);
                more.back().off[line] = off;
                if (const auto& beyond = fronts[line].beyond_contested) { more.back().off[*beyond] = off; }
            }
        }
        ways = std::move(more);
    }
    if (ways.size() > 1) { all.insert(all.end(), ways.begin(), ways.end()); }
    return all;
}

std::vector<Shift> contested_readings(const std::vector<FrontLine>& all) {
    const bool some =
        std::any_of(all.begin(), all.end(), [](const FrontLine& line) { return line.beyond_contested.has_value(); });
    if (!some) { return {}; }
    const std::vector<Kilometres> still(all.size());
    return {{still, Contested::with_ukraine}, {still, Contested::with_russia}};
}

namespace {

template <class Predicate>
PlotSet plots_where(const Land& land, const Predicate& is_in) {
    PlotSet set(land.plots.size());
    for (std::size_t i = 0; i < set.size(); ++i) { set[i] = is_in(land.plots[i]) ? 1 : 0; }
    return set;
}

/// A plot, as sets ask of it.
struct PlotPlace {
    const Plot& plot;
    std::size_t unit() const { return static_cast<std::size_t>(plot.unit); }
    Kilometres from_line(std::size_t line) const { return plot.from_line[line]; }
    bool in_outline(std::size_t outline) const { return plot.in_outline[outline]; }
};

}  // namespace

PlotSet contested_on(const Land& land, std::size_t line, const Shift& shift) {
    const auto& beyond = land.lines[line].beyond_contested;
    if (!beyond) { return PlotSet(land.plots.size()); }
    return plots_where(land, [&](const Plot& plot) {
        return detail::FromLine{plot.from_line[line], plot.from_line[*beyond], shift.of(line)}.is_contested();
    });
}

PlotSet plots_in(const Where& where, const Land& land, const Shift& shift) {
    const detail::Selector set = detail::selector_of(where, land.units.units, land.lines, land.outlines);
    return plots_where(land, [&](const Plot& plot) { return detail::contains(set, PlotPlace{plot}, shift); });
}

}  // namespace layers
