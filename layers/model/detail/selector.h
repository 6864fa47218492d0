// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/detail/from_line.h"
#include "layers/model/ground.h"
#include "layers/model/land.h"
#include "layers/model/where.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace layers::detail {

/// A set of a plan with its names looked up, to be asked of many places.
struct Selector {
    Where::Kind kind = Where::Kind::everywhere;
    std::vector<bool> units{};         ///< by unit: is it named?
    std::size_t line = 0, beyond = 0;  ///< indices of the line, and of the edge of its contested land
    Side side = Side::ukraine;
    Depths depths{};
    std::size_t outline = 0;
    std::vector<Selector> parts{};
};

/// Throws geo::Error for a line or an outline that is not among these.
Selector selector_of(const Where& where, const std::vector<Unit>& units, const std::vector<FrontLine>& lines,
                     const std::vector<OutlineRegion>& outlines);

/// What the plan language's sets mean; the only place that says it. A place, be it a plot or a position, has
/// `unit()`, `from_line(index)` as Plot has it, and `in_outline(index)`.
template <class Place>
bool contains(const Selector& set, const Place& place, const Shift& shift) {
    const auto part_contains = [&](const Selector& part) { return contains(part, place, shift); };
    const auto from_line = [&] {
        return FromLine{place.from_line(set.line), place.from_line(set.beyond), shift.of(set.line)}.counted(
            shift.contested);
    };
    switch (set.kind) {
        case Where::Kind::everywhere:
            return true;
        case Where::Kind::units:
            return set.units[place.unit()];
        case Where::Kind::held_by:
            return from_line().held_by(set.side);
        case Where::Kind::near_line:
            return from_line().is_near(set.depths);
        case Where::Kind::in_outline:
            return place.in_outline(set.outline);
        case Where::Kind::all:
            return std::all_of(set.parts.begin(), set.parts.end(), part_contains);
        case Where::Kind::any:
            return std::any_of(set.parts.begin(), set.parts.end(), part_contains);
        case Where::Kind::except:
            return std::none_of(set.parts.begin(), set.parts.end(), part_contains);
    }
    return false;
}

}  // namespace layers::detail
