// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <random>

namespace testing_support {

/// A star about a centre, with 5 to `corners` corners and arms of up to `reach` degrees.
geo::Ring random_star(std::mt19937_64& random, geo::LonLat centre, double reach, int corners);

/// So many corners on a circle, an odd number, each joined with the two that lie farthest off: nearly every edge
/// crosses every other.
geo::Ring star_polygon(geo::LonLat centre, int corners);

/// A seed for laws on random regions: from DEMARC_SEED, or new each time; printed, so that a failure can be repeated.
std::uint64_t test_seed();

}  // namespace testing_support
