// SPDX-License-Identifier: MIT
#include "layers/model/detail/from_line.h"
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

PlotSet contested_on(const Land& land, std::size_t line, const Shift& shift) {
    const auto& beyond = land.lines[line].beyond_contested;
    if (!beyond) { return PlotSet(land.plots.size()); }
    return plots_where(land, [&](const Plot& plot) {
        return detail::FromLine{plot.from_line[line], plot.from_line[*beyond], shift.of(line)}.is_contested();
    });
}

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
            const std::size_t beyond = land.lines[line].beyond_contested.value_or(line);
            const bool strip = where.kind == Where::Kind::near_line;
            return plots_where(land, [&](const Plot& plot) {
                const detail::FromLine from =
                    detail::FromLine{plot.from_line[line], plot.from_line[beyond], shift.of(line)}.counted(
                        shift.contested);
                return strip ? from.is_near(where.depths) : from.held_by(where.side);
            });
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
