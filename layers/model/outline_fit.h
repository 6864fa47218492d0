// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/contact_line.h"
#include "layers/model/pieces.h"
#include "layers/model/slivers.h"
#include "layers/model/unit.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// Units and held land, with cuts at the ends of slivers, and which faces of it these are.
struct SliveredLand {
    std::shared_ptr<geo::Partition> parts, without_gates;  ///< the same one if there are no gates
    SidedLand land;                                        ///< without contested land: see fold_contested()
    std::vector<geo::Path> gates;
    std::vector<std::size_t> found;  ///< indices into land.faces
};

/// Of a control polygon; with no held land in the units there is none either.
SliveredLand find_slivers(const Control& control, const Units& units, geo::Kilometres reach);

/// Land that a source's polygons leave uncovered along border and coast, and that goes with the land beside it: with
/// held land, or with contested. By unit in the order of the units; in steps of 2^-34 km², so that a sum is the same
/// in whatever order.
struct OutlineFit {
    geo::Region held, contested;
    std::vector<geo::SquareKilometres> held_by_unit, contested_by_unit;
    geo::SquareKilometres in_all() const;
    /// To what is held and contested as drawn, by unit.
    void add_to(std::vector<geo::SquareKilometres>& all_held, std::vector<geo::SquareKilometres>& all_contested) const;
};

/// What lay_lines() gives when it fits: the areas are the same within 1e-6 km².
OutlineFit outline_fit(const Control& control, const Units& units, geo::Kilometres reach);

/// Of "none", or a length such as "5km", up to 20 km; sliver_reach if it is empty. Throws geo::Error (bad usage) for
/// anything else.
std::optional<geo::Kilometres> parse_outline_fit(const std::string& words);

/// The same the other way: "none", "5km".
std::string outline_fit_text(std::optional<geo::Kilometres> fit);

}  // namespace layers
