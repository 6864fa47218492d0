// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/repair.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/area_table.h"
#include "layers/model/assignment.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"
#include "layers/model/plan_on.h"

#include <cstddef>
#include <string>
#include <vector>

namespace layers {

/// Something that the user draws on the map: a zone to be, or a line.
struct SketchShape {
    enum class Kind { polygon, line };
    Kind kind = Kind::polygon;
    std::string name;
    ZoneKind zone_kind = ZoneKind::special;           ///< of a polygon
    geo::Path vertices;                               ///< of a polygon: the first is not repeated
    std::vector<geo::Path> holes = {};                ///< of a polygon that was opened, in the same way
    std::vector<std::vector<geo::Path>> others = {};  ///< its further parts, islands for one: the shell, then holes
    friend bool operator==(const SketchShape&, const SketchShape&) = default;
};

/// Of all its rings.
std::size_t corner_count(const SketchShape& shape);

struct Sketch {
    std::vector<SketchShape> shapes;
    friend bool operator==(const Sketch&, const Sketch&) = default;
};

/// What the polygon encloses, without its holes, and its further parts; valid, drawn in either direction. One that
/// crosses itself is read by the even-odd rule, with a note; a hole leaves land out also where it crosses the edge.
/// Throws geo::Error for a line, fewer than three distinct corners, positions off the earth, or a polygon without area.
geo::Repaired region_of(const SketchShape& shape);

/// A shape measured under a plan.
struct SketchTable {
    struct Row {
        std::string unit, unit_code;
        StatusClass status_class;
        Estimate estimate;
    };
    std::vector<Row> rows;          ///< in the order of units, then of statuses; none under 0.1 m² in every reading
    geo::SquareKilometres outside;  ///< at sea and abroad: the polygon less the rows
    geo::Kilometres length;         ///< of a line; of a polygon the way round it
    std::vector<geo::Note> notes;   ///< what was repaired

    geo::SquareKilometres total() const;   ///< the polygon, as geo::area_of() has it
    geo::SquareKilometres inside() const;  ///< of it, the land in the units: the rows
};

/// Throw as region_of(), for polygons. A polygon about Donbas takes 3 ms on
/// the built-in land, one across the whole country 5 ms: only cells that an edge cuts are overlaid.
SketchTable measure(const SketchShape& shape, const Plan& plan, const Overlay& land);
SketchTable measure(const SketchShape& shape, const PlanOn& on);

/// SketchTable::inside() alone, which takes a fraction of the time. Throws as region_of().
geo::SquareKilometres land_in(const SketchShape& shape, const Overlay& land);

/// The lines as features with name and km, fit for control_from_lines().
geo::Dataset as_lines(const Sketch& sketch);

/// Polygons with name, kind and km2, and lines with name and km, in layers "zones" and "lines". With plan and land also
/// how many of the km2 lie with whom: km2_UA, km2_RU, km2_undecided, each also as …_min and …_max were the lines off by
/// their accuracy, and, at sea and abroad, km2_outside; with the plan and the line. Throws as region_of().
geo::Dataset as_features(const Sketch& sketch, const Plan* plan = nullptr, const Overlay* land = nullptr);

}  // namespace layers
