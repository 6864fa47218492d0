// SPDX-License-Identifier: MIT
#include "geo/densify.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

/// What stands between two positions, from the first to the second.
Path between(const LonLat& from, const LonLat& to, Degrees longest) {
    const double span = std::max(std::abs(to.lon - from.lon), std::abs(to.lat - from.lat));
    if (span <= longest.value()) { return {}; }
    const bool turned = to.lon < from.lon || (to.lon == from.lon && to.lat < from.lat);
    const LonLat& a = turned ? to : from;
    const LonLat& b = turned ? from : to;
    const int pieces = static_cast<int>(std::ceil(span / longest.value()));
    Path added;
    for (int i = 1; i < pieces; ++i) {
        const double part = static_cast<double>(i) / pieces;
        added.push_back({a.lon + (b.lon - a.lon) * part, a.lat + (b.lat - a.lat) * part});
    }
    if (turned) { std::reverse(added.begin(), added.end()); }
    return added;
}

}  // namespace

Path with_short_edges(const Path& path, Degrees longest) {
    Path result;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i > 0) {
            const Path added = between(path[i - 1], path[i], longest);
            result.insert(result.end(), added.begin(), added.end());
        }
        result.push_back(path[i]);
    }
    return result;
}

}  // namespace geo
