// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A town, plant, dam, bridge or spit that plans and reports name.
struct Place {
    std::string name, name_uk;
    std::string unit_code;  ///< empty outside Ukraine
    std::string kind, role;
    std::optional<std::int64_t> population;  ///< before 24 February 2022
    bool population_approximate = false;     ///< known to 1–3 % only
    geo::LonLat position;                    ///< good to about 2 km
};

/// The places of builtin/places.geojson.
const std::vector<Place>& builtin_places();

/// By its name in English or Ukrainian, without regard to case; null if there is none.
const Place* find_place(std::string_view name);

std::vector<std::string> place_names();

/// A nuclear plant, a dam, a bridge, or a town with a port.
bool is_facility(const Place& place);

/// "nuclear plant", "dam", "bridge" or "port".
std::string facility_kind(const Place& place);

/// Kyiv, which tells which side of a line Ukraine holds.
geo::LonLat capital();

}  // namespace layers
