// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"
#include "geo/units.h"
#include "layers/contact_line.h"
#include "layers/mismatch.h"
#include "layers/unit.h"
#include "layers/where.h"

#include <optional>
#include <string>
#include <vector>

namespace layers {

/// A piece of land that no border, no line and no edge of a zone crosses. A plan is a label on each.
struct Plot {
    int unit = 0;               ///< index in Land::units
    Side side = Side::ukraine;  ///< on the first line
    geo::SquareKilometres area;
    const geo::Face* face = nullptr;
    /// By line: how far off, negative on Russia's side. The strips' edges bound plots, so that any value between the
    /// same two edges serves; this is the middle one, and beyond the last edge 1 km past it.
    std::vector<geo::Kilometres> from_line;
    std::vector<bool> in_outline;  ///< by Land::outlines
};

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
    Mismatch mismatch;
    geo::Kilometres length() const;  ///< of the front, geodesic
};

struct OutlineRegion {
    std::string key;  ///< of Outline
    geo::Region region;
};

/// The country cut once by its borders, its lines and the edges of all zones. Tables, matrices and maps are sums and
/// drawings of these plots, and so never disagree.
struct Land {
    Units units;
    std::vector<FrontLine> lines;  ///< the first is the one that figures are about
    std::vector<OutlineRegion> outlines;
    geo::Partition partition;
    std::vector<Plot> plots;
    std::vector<geo::Note> notes;  ///< on units, lines and their fit, for the user

    Land() = default;
    Land(Land&&) = default;
    Land& operator=(Land&&) = default;
    Land(const Land&) = delete;  // plots point into the partition
    Land& operator=(const Land&) = delete;
    ~Land() = default;

    const Control& control() const { return lines.front().control; }
    const Mismatch& mismatch() const { return lines.front().mismatch; }
    geo::SquareKilometres total() const;  ///< the sum of the plots

    /// Index of the line of that name, as Control::info has it; an empty name is the first. Throws geo::Error if there
    /// is none.
    std::size_t line_index(const std::string& name) const;

    std::size_t outline_index(const std::string& key) const;

    /// Everything that cuts the land, for another partition of it; it points into this object.
    std::vector<geo::Layer> layers() const;

    /// The plots of a partition by layers(); they point into it.
    std::vector<Plot> plots_of(const geo::Partition& parts) const;
};

/// What else than units and lines a land is to be cut by.
struct Cuts {
    std::vector<const Where*> areas{};        ///< sets of plans; they name lines by Control::info.name
    std::vector<const Where*> drawn_areas{};  ///< the same, for figures without an interval
    std::optional<geo::Kilometres> fit{};     ///< slivers within that distance go to Russia's side: see slivers()
};

/// Units and the lines laid on them, before any zone cuts them: what the lands of many plans have in common.
struct Ground {
    Units units;
    std::vector<FrontLine> lines;  ///< what strips they have already are not drawn again
    std::vector<geo::Note> notes;
};

/// Throws geo::Error if a line and the units do not overlap. `fit` as in Cuts.
Ground lay_lines(Units units, std::vector<Control> lines, std::optional<geo::Kilometres> fit = {});

/// The ground cut along the edges of the given areas; `cuts.fit` has done its work by then. Throws as below.
Land cut(Ground ground, const Cuts& cuts);

/// Cuts the country along its units, the lines, and the edges of the given areas; along each line also at its accuracy
/// to both sides, and there along the edges of strips, so that figures can be had for a line that lies so much farther
/// on. Throws geo::Error if a line and the units do not overlap, or an area's polygon covers no land.
Land cut(Units units, std::vector<Control> lines, const Cuts& cuts = {});

/// The same land with every vertex on a grid of `decimals` places: what is written with so many decimals is still a
/// partition.
Land on_grid(const Land& land, int decimals);

/// How far each of a land's lines is thought to lie from where it is drawn, towards Ukraine's side; empty: not at all.
using Shift = std::vector<geo::Kilometres>;

/// No shift, then every way in which the named lines can each be off by their accuracy. Lines without an accuracy stay.
std::vector<Shift> shifts(const std::vector<FrontLine>& all, const std::vector<std::size_t>& lines);
std::vector<Shift> shifts(const Land& land, const std::vector<std::size_t>& lines);

/// By plot: is it in the set?
using PlotSet = std::vector<char>;
PlotSet plots_in(const Where& where, const Land& land, const Shift& shift = {});

}  // namespace layers
