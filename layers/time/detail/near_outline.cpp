// SPDX-License-Identifier: MIT
#include "layers/time/detail/near_outline.h"

#include "geo/adjacency.h"
#include "geo/integrals.h"
#include "geo/nearest.h"

#include <numbers>
#include <unordered_map>

namespace layers::detail {

namespace {

/// Edges of units that no other unit has the other way round: border and coast, and what else two units do not share.
std::vector<geo::Segment> outline_of(const Units& units) {
    std::unordered_map<geo::Segment, bool, geo::SegmentHash> edges;
    for (const Unit& unit : units.units) {
        geo::each_edge(unit.region, [&](const geo::LonLat& from, const geo::LonLat& to) {
            const auto other = edges.find({to, from});
            if (other == edges.end()) {
                edges.emplace(geo::Segment{from, to}, true);
            } else {
                other->second = false;
            }
        });
    }
    std::vector<geo::Segment> outline;
    for (const auto& [edge, is_outline] : edges) {
        if (is_outline) { outline.push_back(edge); }
    }
    return outline;
}

/// A little more: a degree of latitude is not everywhere as long.
double degrees_of(geo::Kilometres length) {
    return 1.02 * length.value() / geo::latitude_as_length(1).value();
}

void widen(geo::Bounds& box, double north, double east) {
    box.south -= north;
    box.north += north;
    box.west -= east;
    box.east += east;
}

}  // namespace

NearOutline::NearOutline(const Units& units, geo::Kilometres reach) {
    const std::vector<geo::Segment> segments = outline_of(units);
    for (const geo::Segment& segment : segments) { bounds_.add(geo::bounds_of(geo::Path{segment.from, segment.to})); }
    if (segments.empty()) { return; }
    const double north = degrees_of(reach);
    const auto east = [north](double lat) {
        return north / std::max(0.01, std::cos(std::min(89.0, std::abs(lat) + north) * std::numbers::pi / 180));
    };
    widen(bounds_, north, east(std::max(std::abs(bounds_.south), std::abs(bounds_.north))));
    constexpr double finest = 0.01, most_squares = 4e6;
    const double all = (bounds_.east - bounds_.west) * (bounds_.north - bounds_.south);
    side_ = std::max(finest, std::sqrt(all / most_squares));
    wide_ = static_cast<std::size_t>((bounds_.east - bounds_.west) / side_) + 1;
    const std::size_t high = static_cast<std::size_t>((bounds_.north - bounds_.south) / side_) + 1;
    squares_.resize(wide_ * high);
    for (const geo::Segment& segment : segments) {
        geo::Bounds box = geo::bounds_of(geo::Path{segment.from, segment.to});
        widen(box, north, east(std::max(std::abs(box.south), std::abs(box.north))));
        each_square(box, [this](std::size_t square) {
            squares_[square] = 1;
            return false;
        });
    }
}

}  // namespace layers::detail
