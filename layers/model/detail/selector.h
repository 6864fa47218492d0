// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/area_expression.h"
#include "layers/model/base_overlay.h"
#include "layers/model/detail/from_line.h"
#include "layers/model/overlay.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace layers::detail {

/// A set of a plan with its names looked up, to be asked of many places.
struct Selector {
    AreaExpression::Kind kind = AreaExpression::Kind::everywhere;
    std::vector<bool> units{};         ///< by unit: is it named?
    std::size_t line = 0, beyond = 0;  ///< indices of the line, and of the edge of its contested land
    Side side = Side::ukraine;
    Depths depths{};
    std::size_t outline = 0;
    std::vector<Selector> parts{};
};

/// Throws geo::Error for a line or an outline that is not among these.
Selector selector_of(const AreaExpression& where, const std::vector<Unit>& units, const std::vector<FrontLine>& lines,
                     const std::vector<OutlineRegion>& outlines);

/// What the plan language's sets mean; the only place that says it. A place, be it a cell or a position, has
/// `unit()`, `from_line(index)` as Cell has it, and `in_outline(index)`.
template <class Place>
bool contains(const Selector& set, const Place& place, const Shift& shift) {
    const auto part_contains = [&](const Selector& part) { return contains(part, place, shift); };
    const auto from_line = [&] {
        return FromLine{place.from_line(set.line), place.from_line(set.beyond), shift.of(set.line)}.counted(
            shift.contested);
    };
    switch (set.kind) {
        case AreaExpression::Kind::everywhere:
            return true;
        case AreaExpression::Kind::units:
            return set.units[place.unit()];
        case AreaExpression::Kind::held_by:
            return from_line().held_by(set.side);
        case AreaExpression::Kind::near_line:
            return from_line().is_near(set.depths);
        case AreaExpression::Kind::in_outline:
            return place.in_outline(set.outline);
        case AreaExpression::Kind::all:
            return std::all_of(set.parts.begin(), set.parts.end(), part_contains);
        case AreaExpression::Kind::any:
            return std::any_of(set.parts.begin(), set.parts.end(), part_contains);
        case AreaExpression::Kind::except:
            return std::none_of(set.parts.begin(), set.parts.end(), part_contains);
    }
    return false;
}

}  // namespace layers::detail
