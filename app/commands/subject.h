// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "layers/place.h"
#include "layers/unit.h"

#include <string>

namespace app {

/// What was asked about: a place by name, or a position.
struct Subject {
    std::string name;
    geo::LonLat position;
    const layers::PlaceOfInterest* place = nullptr;
    const layers::Unit* unit = nullptr;       ///< that it turns out to lie in
    const layers::Unit* reporting = nullptr;  ///< the same of --by
};

/// "Kramatorsk", or "37.58,48.74". Throws geo::Error (bad usage) with a suggestion.
Subject subject_from(const std::string& text, const layers::Units& units);

}  // namespace app
