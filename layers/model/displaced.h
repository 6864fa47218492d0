// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/base_overlay.h"

#include <cstdint>
#include <vector>

namespace layers {

/// A smooth random function of the position: normal with mean 0 and variance 1 everywhere, with the correlation
/// exp(-d²/2ℓ²) at a distance d. A sum of 80 cosines of random directions and lengths (Rahimi and Recht 2007): what it
/// lacks of a normal distribution is far less than what 64 draws tell. The same seed gives the same function on every
/// machine with IEEE arithmetic.
class RandomField {
public:
    /// Near `origin`, about which distances are flat.
    RandomField(std::uint64_t seed, geo::Kilometres correlation, const geo::LonLat& origin);

    double at(const geo::LonLat& position) const;

private:
    struct Wave {
        double per_lon, per_lat, phase;
    };
    geo::LonLat origin_;
    std::vector<Wave> waves_;
};

/// The line as it may as well run: every position of its front off along the normal, by a field with the line's
/// accuracy and correlation, and by a finer one with its roughness, which makes it as long as a detailed line is.
/// Slivers that went to Russia's side are held. It states no accuracy. Where held land meets border or coast, those
/// stay. Contested land stays as it is. Pieces and holes smaller than the accuracy each way have no front: displacing
/// makes them, and strips of tens of kilometres round land that nobody disputes.
Control displaced(const FrontLine& line, std::uint64_t seed);

}  // namespace layers
