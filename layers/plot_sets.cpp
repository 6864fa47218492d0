// SPDX-License-Identifier: MIT
#include "layers/detail/levels.h"
#include "layers/land.h"

#include <algorithm>

namespace layers {

using geo::Kilometres;

std::vector<Shift> shifts(const Land& land, const std::vector<std::size_t>& lines) {
    return shifts(land.lines, lines);
}

std::vector<Shift> shifts(const std::vector<FrontLine>& fronts, const std::vector<std::size_t>& lines) {
    std::vector<Shift> all{Shift(fronts.size())};
    std::vector<Shift> ways{Shift(fronts.size())};
    for (const std::size_t line : lines) {
        const auto& accuracy = fronts[line].control.info.accuracy;
        if (!accuracy || *accuracy == Kilometres{0}) { continue; }
        std::vector<Shift> more;
        for (const Shift& way : ways) {
            for (const Kilometres off : {-*accuracy, *accuracy}) {
                more.push_back(way);
                more.back()[line] = off;
            }
        }
        ways = std::move(more);
    }
    if (ways.size() > 1) { all.insert(all.end(), ways.begin(), ways.end()); }
    return all;
}

namespace {

template <class Predicate>
PlotSet plots_where(const Land& land, const Predicate& is_in) {
    PlotSet set(land.plots.size());
    for (std::size_t i = 0; i < set.size(); ++i) { set[i] = is_in(land.plots[i]) ? 1 : 0; }
    return set;
}

PlotSet combined(const Where& where, const Land& land, const Shift& shift) {
    const bool both = where.kind == Where::Kind::all;
    PlotSet set(land.plots.size(), both ? 1 : 0);
    for (const Where& part : where.parts) {
        const PlotSet other = plots_in(part, land, shift);
        for (std::size_t i = 0; i < set.size(); ++i) {
            set[i] = both ? static_cast<char>(set[i] & other[i]) : static_cast<char>(set[i] | other[i]);
        }
    }
    if (where.kind == Where::Kind::except) {
        for (char& in : set) { in = in == 0 ? 1 : 0; }
    }
    return set;
}

}  // namespace

PlotSet plots_in(const Where& where, const Land& land, const Shift& shift) {
    switch (where.kind) {
        case Where::Kind::everywhere:
            return PlotSet(land.plots.size(), 1);
        case Where::Kind::units: {
            std::vector<bool> named;
            for (const Unit& unit : land.units.units) {
                const auto& codes = where.unit_codes;
                named.push_back(std::find(codes.begin(), codes.end(), unit.code) != codes.end());
            }
            return plots_where(land, [&](const Plot& plot) { return named[static_cast<std::size_t>(plot.unit)]; });
        }
        case Where::Kind::held_by:
        case Where::Kind::near_line: {
            const std::size_t line = land.line_index(where.line);
            const Kilometres off = shift.empty() ? Kilometres{0} : shift[line];
            if (where.kind == Where::Kind::held_by) {
                const bool by_russia = where.side == Side::russia;
                return plots_where(land, [&](const Plot& plot) { return (plot.from_line[line] < off) == by_russia; });
            }
            const Kilometres low = detail::to_metre(off - where.depths.russia),
                             high = detail::to_metre(off + where.depths.ukraine);
            return plots_where(
                land, [&](const Plot& plot) { return plot.from_line[line] > low && plot.from_line[line] < high; });
        }
        case Where::Kind::in_outline: {
            const std::size_t outline = land.outline_index(where.outline.key);
            return plots_where(land, [&](const Plot& plot) { return plot.in_outline[outline]; });
        }
        case Where::Kind::all:
        case Where::Kind::any:
        case Where::Kind::except:
            return combined(where, land, shift);
    }
    return {};
}

}  // namespace layers
