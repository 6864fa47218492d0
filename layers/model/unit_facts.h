// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// Units that texts and agencies sum up under one name, such as Donbas.
struct UnitGroup {
    std::string name, name_uk;
    std::vector<std::string> unit_codes;
};

/// Those of builtin/unit_groups.csv.
const std::vector<UnitGroup>& unit_groups();

/// Of a built-in unit by its ISO 3166-2 code, as State Statistics has it, inland water, bays and limans included:
/// builtin/official_areas.csv. Nothing for others.
std::optional<geo::SquareKilometres> official_area(std::string_view unit_code);

/// Of all of them; nothing if one has none.
std::optional<geo::SquareKilometres> official_area(const std::vector<std::string>& unit_codes);

}  // namespace layers
