// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/unit.h"

#include <string>

namespace layers {

/// Fields that the user has named; what is empty is looked for in the fields that publishers use, see
/// detail/unit_fields.cpp.
struct UnitFields {
    std::string name, code;
};

/// Units out of the user's own polygons, repaired, with names and codes from the file. A first-level unit of Ukraine,
/// whatever the file calls it, gets the name and code of the built-in one, so that plans find it. Features are one unit
/// if they have the same code, or no code and the same name in the same upper unit; the notes name those. Names are
/// told apart: "Pokrovskyi (Donetsk)". Throws geo::Error if there are no polygons, for demarc's own layers of something
/// else than units, for a name and a code that contradict each other, and for a field that the file lacks.
Units to_units(const geo::Dataset& dataset, const UnitFields& chosen = {});

}  // namespace layers
