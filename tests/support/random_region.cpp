// SPDX-License-Identifier: MIT
#include "support/random_region.h"

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <numbers>
#include <string>

namespace testing_support {

geo::Ring random_star(std::mt19937_64& random, geo::LonLat centre, double reach, int corners) {
    const int count = std::uniform_int_distribution<int>{5, corners}(random);
    std::uniform_real_distribution<double> arm{0.3 * reach, reach};
    geo::Ring ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count, length = arm(random);
        ring.push_back({centre.lon + length * std::cos(angle), centre.lat + length * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

geo::Ring star_polygon(geo::LonLat centre, int corners) {
    geo::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i * (corners / 2) % corners) / corners;
        ring.push_back({centre.lon + std::cos(angle), centre.lat + std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

std::uint64_t test_seed() {
    const char* given = std::getenv("DEMARC_SEED");
    const std::uint64_t seed = given != nullptr ? std::stoull(given) : std::random_device{}();
    std::cout << "DEMARC_SEED=" << seed << '\n';
    return seed;
}

}  // namespace testing_support
