// SPDX-License-Identifier: MIT
#pragma once

#include "geo/band.h"
#include "geo/partition.h"
#include "geo/units.h"
#include "layers/model/area_expression.h"
#include "layers/model/base_overlay.h"
#include "layers/model/line_error.h"
#include "layers/model/redrawn.h"
#include "layers/model/unit.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace layers {

struct Plan;

/// A piece of land that no border, no line and no edge of a zone crosses. A plan is a status class on each.
struct Cell {
    int unit = 0;               ///< index in Overlay::units
    int reporting = 0;          ///< index in Overlay::reporting_units()
    Side side = Side::ukraine;  ///< on the first line
    geo::SquareKilometres area;
    const geo::Face* face = nullptr;
    /// By line: how far off, negative on Russia's side. The strips' edges bound cells, so that any value between the
    /// same two edges serves; this is the middle one, and beyond the last edge 1 km past it.
    std::vector<geo::Kilometres> from_line;
    std::vector<bool> in_outline;  ///< by Overlay::outlines
};

struct OutlineRegion {
    std::string key;  ///< of Outline
    geo::Region region;
};

/// Throws geo::Error if none of them has that key.
std::size_t outline_index(const std::vector<OutlineRegion>& outlines, const std::string& key);

/// The country cut once by its borders, its lines and the edges of all zones. Tables, matrices and maps are sums and
/// drawings of these cells, and so never disagree.
struct Overlay {
    Units units;
    std::optional<Units> by;  ///< what tables go by instead of the units; the last is what lies in none of them
    /// The first is the one that figures are about. Behind those that have names stand the edges of contested land.
    std::vector<FrontLine> lines;
    std::vector<OutlineRegion> outlines;
    geo::Partition partition;
    std::vector<Cell> cells;
    std::vector<geo::Note> notes;  ///< on units, lines and their fit, for the user
    /// How figures move with the lines that zones and rules were cut for; never null.
    std::shared_ptr<const LineError> line_error = std::make_shared<const LineError>();
    IntervalKind interval = IntervalKind::probable;  ///< that estimates on this land are to have
    std::map<std::string, Redrawn> redrawn;          ///< by plan: with its strips drawn anew, where that was asked for

    Overlay() = default;
    Overlay(Overlay&&) = default;
    Overlay& operator=(Overlay&&) = default;
    Overlay(const Overlay&) = delete;  // cells point into the partition
    Overlay& operator=(const Overlay&) = delete;
    ~Overlay() = default;

    const Control& control() const { return lines.front().control; }
    const Slivers& slivers() const { return lines.front().slivers; }
    geo::SquareKilometres total() const;  ///< the sum of the cells
    const std::vector<Unit>& reporting_units() const { return by ? by->units : units.units; }
    const Unit& reporting_unit(const Cell& cell) const {
        return reporting_units()[static_cast<std::size_t>(cell.reporting)];
    }

    /// Index of the line of that name, as Control::info has it; an empty name is the first. Throws geo::Error if there
    /// is none.
    std::size_t line_index(const std::string& name) const;

    bool has_contested() const;  ///< on any of the lines

    /// Everything that cuts the land, for another partition of it; it points into this object.
    std::vector<geo::Coverage> coverages() const;

    /// The cells of a partition by coverages(); they point into it.
    std::vector<Cell> cells_of(const geo::Partition& parts) const;
};

/// What else than units and lines a land is to be cut by.
struct Cuts {
    std::vector<const AreaExpression*> areas{};        ///< sets of plans; they name lines by Control::info.name
    std::vector<const AreaExpression*> drawn_areas{};  ///< the same, for figures without an interval
    std::optional<geo::Kilometres> fit{};  ///< slivers within that distance go to Russia's side: see slivers()
    IntervalKind interval = IntervalKind::probable;
    std::optional<Units> by{};         ///< reporting units: where two overlap, the first has the land
    geo::Arcs arcs = geo::Arcs::fine;  ///< of strips along lines
    std::vector<const Plan*> plans{};  ///< whose lines that result are laid too: see lay_resulting_line()
};

/// The units and lines of a land, for a Probe.
BaseOverlay base_of(const Overlay& land);

/// The base cut along the edges of the given areas; `cuts.fit` has done its work by then. Throws as below.
Overlay cut(BaseOverlay base, const Cuts& cuts);

/// Cuts the country along its units, the lines, and the edges of the given areas; along each line also at its accuracy
/// to both sides, and there along the edges of strips, so that figures can be had for a line that lies so much farther
/// on. Throws geo::Error if a line and the units do not overlap, or an area's polygon covers no land.
Overlay cut(Units units, std::vector<Control> lines, const Cuts& cuts = {});

/// The same land with every vertex on a grid of `decimals` places: what is written with so many decimals is still a
/// partition.
Overlay on_grid(const Overlay& land, int decimals);

/// How contested land counts: as what it is, or all of it with the one or the other side.
enum class Contested { apart, with_ukraine, with_russia };

/// How far each of a land's lines is thought to lie from where it is drawn, towards Ukraine's side; empty: not at all.
/// And how contested land counts.
struct Shift {
    std::vector<geo::Kilometres> off{};
    Contested contested = Contested::apart;
    geo::Kilometres of(std::size_t line) const { return off.empty() ? geo::Kilometres{0} : off[line]; }
};

/// All contested land with the first side, then with the second; nothing where there is none.
std::vector<Shift> contested_readings(const std::vector<FrontLine>& all);

/// That line alone off, with the other edge of its contested land.
Shift shift_of(const std::vector<FrontLine>& all, std::size_t line, geo::Kilometres off);

/// No shift, then every way in which the named lines can each be off by their accuracy. Lines without an accuracy stay;
/// the two edges of contested land move together.
std::vector<Shift> shifts(const std::vector<FrontLine>& all, const std::vector<std::size_t>& lines);
std::vector<Shift> shifts(const Overlay& land, const std::vector<std::size_t>& lines);

/// By cell: is it in the set?
using CellSet = std::vector<char>;
CellSet cells_in(const AreaExpression& where, const Overlay& land, const Shift& shift = {});

/// Of the contested land on one of the lines.
CellSet contested_on(const Overlay& land, std::size_t line, const Shift& shift = {});

}  // namespace layers
