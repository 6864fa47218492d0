// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// A town, plant, dam, bridge or spit that plans and reports name.
struct PlaceOfInterest {
    std::string name, name_uk;
    std::string unit_code;  ///< empty outside Ukraine
    std::string kind, role;
    std::optional<std::int64_t> population;  ///< before 24 February 2022
    bool population_approximate = false;     ///< known to 1–3 % only
    geo::LonLat position;                    ///< good to about 2 km
};

/// The places of builtin/places.geojson.
std::vector<PlaceOfInterest> builtin_places();

/// Kyiv, which tells which side of a line Ukraine holds.
geo::LonLat capital();

}  // namespace layers
