// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "layers/model/place.h"
#include "layers/model/unit.h"

#include <string>

namespace layers {

/// What was asked about: a place by name, or a position.
struct Subject {
    std::string name;
    geo::LonLat position;
    const Place* place = nullptr;
    const Unit* unit = nullptr;       ///< that it turns out to lie in
    const Unit* reporting = nullptr;  ///< the same of --by
    std::string note{};               ///< how what was asked was read, where that is not plain
};

/// "Kramatorsk", or "37.58,48.74" with the longitude first, or with letters in either order: "48°44'N 37°35'E". Of two
/// bare numbers that lie on the units only with the latitude first, that is taken and noted. Throws geo::Error (bad
/// usage) with a suggestion.
Subject subject_from(const std::string& text, const Units& units);

}  // namespace layers
