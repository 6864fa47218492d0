// SPDX-License-Identifier: MIT
#pragma once

#include "geo/band.h"
#include "geo/error.h"
#include "geo/repair.h"
#include "geo/shapes.h"
#include "geo/units.h"

#include <string>
#include <vector>

namespace layers {

/// Who holds a piece of land on the day of a line; neither of them holds contested land.
enum class Side { ukraine, russia, contested };

/// How far a strip reaches to each side of a line; none on a side where it is 0 km.
struct Depths {
    geo::Kilometres ukraine, russia;
};

/// An area that a plan draws itself, whoever holds what.
struct Outline {
    enum class Kind { about_paths, about_border, polygon };
    Kind kind = Kind::polygon;
    std::vector<geo::Path> paths;  ///< of `about_paths`; a path of one position is a point
    std::string neighbour;         ///< of `about_border`: the country beyond it
    geo::Kilometres distance;      ///< of both
    geo::Ends ends = geo::Ends::round;
    geo::Region region;            ///< of `polygon`
    std::vector<geo::Note> notes;  ///< what was repaired in `region`
    std::string key;               ///< the same for two outlines that are the same
    std::string file{};            ///< that `region` was read from, if it was
};

/// A set of points, as a text describes it.
struct AreaExpression {
    enum class Kind { everywhere, units, held_by, near_line, in_outline, all, any, except };
    Kind kind = Kind::everywhere;
    std::vector<std::string> unit_codes{};  ///< of `units`
    Side side = Side::ukraine;              ///< of `held_by`
    std::string line{};                     ///< of `held_by` and `near_line`; empty: the line that the plan stands on
    bool on_resulting_line = false;         ///< the same, of the line that the plan's own rules make
    Depths depths{};                        ///< of `near_line`
    Outline outline{};                      ///< of `in_outline`
    std::vector<AreaExpression> parts{};    ///< of `all`, `any`, `except`
    std::string words{};                    ///< as a table says it: "within 15 km of the line"
    geo::SourceLocation place{};            ///< in the plan's file
};

/// Calls f with the set and all sets that it is made of.
template <class F>
void visit(const AreaExpression& where, const F& f) {
    f(where);
    for (const AreaExpression& part : where.parts) { visit(part, f); }
}

/// Is it a strip along a line, or cut by one?
bool has_strip(const AreaExpression& where);

/// Does it speak of the line that the plan's own rules make?
bool rests_on_resulting_line(const AreaExpression& where);

/// Every unit that the set speaks of, by code.
std::vector<std::string> units_named(const AreaExpression& where);

}  // namespace layers
