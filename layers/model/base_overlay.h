// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"
#include "geo/units.h"
#include "layers/model/contact_line.h"
#include "layers/model/slivers.h"
#include "layers/model/unit.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// A line on the land, with the edges of strips along it.
struct FrontLine {
    Control control;
    std::vector<geo::Path> front;         ///< see front_of()
    std::vector<geo::Kilometres> levels;  ///< distances at which it has been cut, ascending
    std::vector<geo::Region> within;      ///< what lies that near of `front`, by level
    std::vector<geo::Path> main_front{};  ///< `front` without that of small pieces, if there are any
    std::size_t small_pieces = 0;         ///< see Front
    geo::Region given;                    ///< slivers that went to Russia's side
    std::vector<geo::Path> gates;         ///< cuts that part slivers from land that is none
    Slivers slivers;
    geo::SquareKilometres contested_slivers;      ///< the same beside contested land
    std::optional<std::size_t> beyond_contested;  ///< the line behind the contested land, where there is some
    bool is_beyond_contested = false;             ///< this is such a line itself: no plan stands on it
    geo::Kilometres length() const;               ///< of the front, geodesic
};

/// Units and the lines laid on them, before any zone cuts them: what the lands of many plans have in common.
struct BaseOverlay {
    Units units;
    std::vector<FrontLine> lines;  ///< what strips they have already are not drawn again
    std::vector<geo::Note> notes;
    std::shared_ptr<const geo::Partition> parts{};  ///< by the units and the line, where there is one alone
};

/// Index of the line of that name, as Control::info has it; an empty name is the first. Throws geo::Error if there is
/// none.
std::size_t line_index(const std::vector<FrontLine>& lines, const std::string& name);

/// Throws geo::Error if a line and the units do not overlap. `fit` as in Cuts.
BaseOverlay lay_lines(Units units, std::vector<Control> lines, std::optional<geo::Kilometres> fit = {});

}  // namespace layers
