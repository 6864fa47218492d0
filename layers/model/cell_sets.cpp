// SPDX-License-Identifier: MIT
#include "layers/model/detail/from_line.h"
#include "layers/model/detail/selector.h"
#include "layers/model/overlay.h"

#include <algorithm>

namespace layers {

using geo::Kilometres;

std::vector<Shift> shifts(const Overlay& land, const std::vector<std::size_t>& lines) {
    return shifts(land.lines, lines);
}

Shift shift_of(const std::vector<FrontLine>& all, std::size_t line, Kilometres off) {
    Shift shift{std::vector<Kilometres>(all.size())};
    shift.off[line] = off;
    if (const auto& beyond = all[line].beyond_contested) { shift.off[*beyond] = off; }
    return shift;
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
CellSet cells_where(const Overlay& land, const Predicate& is_in) {
    CellSet set(land.cells.size());
    for (std::size_t i = 0; i < set.size(); ++i) { set[i] = is_in(land.cells[i]) ? 1 : 0; }
    return set;
}

/// A cell, as sets ask of it.
struct CellAsPlace {
    const Cell& cell;
    std::size_t unit() const { return static_cast<std::size_t>(cell.unit); }
    Kilometres from_line(std::size_t line) const { return cell.from_line[line]; }
    bool in_outline(std::size_t outline) const { return cell.in_outline[outline]; }
};

}  // namespace

CellSet contested_on(const Overlay& land, std::size_t line, const Shift& shift) {
    const auto& beyond = land.lines[line].beyond_contested;
    if (!beyond) { return CellSet(land.cells.size()); }
    return cells_where(land, [&](const Cell& cell) {
        return detail::FromLine{cell.from_line[line], cell.from_line[*beyond], shift.of(line)}.is_contested();
    });
}

CellSet cells_in(const AreaExpression& where, const Overlay& land, const Shift& shift) {
    const detail::Selector set = detail::selector_of(where, land.units.units, land.lines, land.outlines);
    return cells_where(land, [&](const Cell& cell) { return detail::contains(set, CellAsPlace{cell}, shift); });
}

}  // namespace layers
