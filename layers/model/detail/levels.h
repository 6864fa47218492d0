// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"

#include <cmath>

namespace layers::detail {

/// Edges of strips nearer to one another than a metre are one.
inline geo::Kilometres to_metre(geo::Kilometres length) {
    return geo::Kilometres{std::round(length.value() * 1000) / 1000};
}

}  // namespace layers::detail
