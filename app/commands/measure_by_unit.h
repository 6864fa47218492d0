// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "geo/shapes.h"

#include <string>
#include <vector>

namespace app {

/// A feature with land, as it was measured.
struct NamedRegion {
    std::string name;
    geo::Region region;
};

/// The land of each by unit and by who holds it, on the line of contact or the land of a control file; what of it lies
/// in no unit is a row of its own.
void print_by_unit(const std::string& file, const std::vector<NamedRegion>& features, const std::string& line,
                   const std::string& control, Format format, Console& console);

}  // namespace app
