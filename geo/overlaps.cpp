// SPDX-License-Identifier: MIT
#include "geo/overlaps.h"

#include "geo/measure.h"
#include "geo/overlay.h"
#include "geo/partition.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace geo {

namespace {

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

/// Joined by their shared edges, regions that do not overlap keep the sum of their areas; others lose or gain some.
bool tile(const std::vector<const Region*>& regions, SquareKilometres sum) {
    return magnitude(area_of(unite_all(regions)) - sum) < least;
}

}  // namespace

Overlaps overlaps_of(const std::vector<const Region*>& regions) {
    Overlaps result;
    for (const Region* region : regions) { result.land += area_of(*region); }
    const std::vector<Pair> pairs = candidates(regions);
    result.too_many = pairs.size() > most_pairs;
    if (pairs.empty() || result.too_many || tile(regions, result.land)) { return result; }
    for (const auto& [first, second] : pairs) {
        const SquareKilometres area = area_of(intersect(*regions[first], *regions[second]));
        if (area > least) { result.pairs.push_back({first, second, area}); }
    }
    if (result.pairs.empty()) { return result; }
    Layer all;
    for (const Region* region : regions) { all.emplace_back(region); }
    result.land = result.land - partition({all}).overlaps.front();
    return result;
}

}  // namespace geo
