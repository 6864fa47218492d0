// SPDX-License-Identifier: MIT
#include "geo/overlaps.h"

#include "geo/detail/geos.h"
#include "geo/measure.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace geo {

namespace {

using namespace detail;

constexpr std::size_t most_pairs = 200'000;
constexpr SquareKilometres least{1e-6};

using Pair = std::pair<std::size_t, std::size_t>;

bool cross(const Bounds& a, const Bounds& b) {
    return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}

/// Pairs whose boxes share more than an edge, by a sweep from west to east; one more than the most if there are more.
std::vector<Pair> candidates(const std::vector<const Region*>& regions) {
    std::vector<Bounds> boxes;
    for (const Region* region : regions) { boxes.push_back(bounds_of(*region)); }
    std::vector<std::size_t> order(regions.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return boxes[a].west < boxes[b].west; });
    std::vector<Pair> pairs;
    std::vector<std::size_t> open;
    for (const std::size_t next : order) {
        std::erase_if(open, [&](std::size_t i) { return boxes[i].east <= boxes[next].west; });
        for (const std::size_t other : open) {
            if (!cross(boxes[other], boxes[next])) { continue; }
            pairs.emplace_back(std::min(other, next), std::max(other, next));
            if (pairs.size() > most_pairs) { return pairs; }
        }
        open.push_back(next);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// All polygons of all regions; a collection takes its members, so that each use has its own.
Geometry everything(const std::vector<const Region*>& regions) {
    std::vector<Geometry> polygons;
    for (const Region* region : regions) {
        for (const Polygon& polygon : region->polygons) { polygons.push_back(to_geos(polygon)); }
    }
    return collection(GEOS_MULTIPOLYGON, std::move(polygons));
}

/// Joined by their shared edges, regions that do not overlap keep the sum of their areas; others lose or gain some.
bool tile(const std::vector<const Region*>& regions, SquareKilometres sum) {
    const Geometry joined = joined_by_edges(everything(regions).get());
    return joined && magnitude(area_of(to_region(joined.get())) - sum) < least;
}

std::vector<Overlap> overlapping(const std::vector<const Region*>& regions, const std::vector<Pair>& pairs) {
    std::vector<Geometry> shapes;
    for (const Region* region : regions) { shapes.push_back(to_geos(*region)); }
    std::vector<Overlap> found;
    for (const auto& [first, second] : pairs) {
        const Geometry common =
            checked(GEOSIntersection_r(geos(), shapes[first].get(), shapes[second].get()), "intersecting two features");
        const SquareKilometres area = area_of(to_region(common.get()));
        if (area > least) { found.push_back({first, second, area}); }
    }
    return found;
}

}  // namespace

Overlaps overlaps_of(const std::vector<const Region*>& regions) {
    Overlaps result;
    for (const Region* region : regions) { result.land += area_of(*region); }
    const std::vector<Pair> pairs = candidates(regions);
    result.too_many = pairs.size() > most_pairs;
    if (pairs.empty() || result.too_many || tile(regions, result.land)) { return result; }
    result.pairs = overlapping(regions, pairs);
    if (result.pairs.empty()) { return result; }
    const Geometry land = checked(GEOSUnaryUnion_r(geos(), everything(regions).get()), "uniting features");
    result.land = area_of(to_region(land.get()));
    return result;
}

}  // namespace geo
