// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/units.h"
#include "layers/model/detail/unit_fields.h"
#include "layers/model/unit_file.h"

#include <cstddef>
#include <string>
#include <vector>

namespace layers::detail {

/// Features that are one unit.
struct Group {
    UnitIdentity identity;
    std::vector<geo::Region> pieces;  ///< of each feature
    std::string iso;                  ///< of a unit of Ukraine
    bool by_name = false;
    int number = 0;  ///< of its first feature
    geo::SquareKilometres area;
};

/// By code, else by name and upper unit; Ukraine's first-level units by whatever name or code they are known. Notes on
/// codes and names that were not taken for the units' own, the fields read and the level go into `units`. Throws
/// geo::Error for a name and a code that contradict each other.
std::vector<Group> groups_of(const geo::Dataset& dataset, const UnitFields& chosen, Units& units);

/// The built-in unit in which the largest piece lies, for files that do not say it.
std::string upper_by_place(const std::vector<geo::Region>& pieces);

/// A few of them, and how many more.
std::string some_of(const std::vector<std::string>& all, std::size_t shown = 8);

}  // namespace layers::detail
