// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/unit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace layers::detail {

/// What lies near the outline of some units, roughly and at once: small squares, of which those are marked that lie
/// within a reach of it, and some beside them.
class NearOutline {
public:
    NearOutline(const Units& units, geo::Kilometres reach);

    /// True of all that lie within the reach, and of some others.
    bool may_be_near(const geo::LonLat& from, const geo::LonLat& to) const {
        geo::Bounds box;
        box.add(from);
        box.add(to);
        return each_square(box, [this](std::size_t square) { return squares_[square] != 0; });
    }

private:
    /// Until `see` says true; false if it never does.
    template <class See>
    bool each_square(const geo::Bounds& box, const See& see) const {
        if (squares_.empty() || !bounds_.overlaps(box)) { return false; }
        const auto index = [this](double from, double at) {
            return static_cast<std::size_t>(std::max(0.0, std::floor((at - from) / side_)));
        };
        const std::size_t high = squares_.size() / wide_;
        const std::size_t last_x = std::min(wide_ - 1, index(bounds_.west, box.east)),
                          last_y = std::min(high - 1, index(bounds_.south, box.north));
        for (std::size_t y = index(bounds_.south, box.south); y <= last_y; ++y) {
            for (std::size_t x = index(bounds_.west, box.west); x <= last_x; ++x) {
                if (see(y * wide_ + x)) { return true; }
            }
        }
        return false;
    }

    geo::Bounds bounds_;
    double side_ = 1;  ///< degrees
    std::size_t wide_ = 0;
    std::vector<char> squares_;
};

}  // namespace layers::detail
