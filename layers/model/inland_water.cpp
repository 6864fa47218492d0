// SPDX-License-Identifier: MIT
#include "layers/model/inland_water.h"

#include <algorithm>
#include <cmath>
#include <memory_resource>
#include <numbers>
#include <queue>
#include <unordered_set>
#include <utility>
#include <vector>

namespace layers {

namespace {

constexpr double cell_lat = 0.009;  // 1 km
constexpr geo::Kilometres clearance{1};
constexpr std::size_t largest = 3000;  // cells, about km²: the Kakhovka reservoir had 2,155

}  // namespace

InlandWater::InlandWater(const geo::SegmentIndex& outline) : outline_{outline} {
    for (const geo::Segment& segment : outline.segments()) { bounds_.add(segment.from); }
    cell_lon_ = cell_lat / std::cos((bounds_.south + bounds_.north) / 2 * std::numbers::pi / 180);
}

std::uint64_t InlandWater::key(const Cell& cell) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.x)) << 32U) | static_cast<std::uint32_t>(cell.y);
}

InlandWater::Cell InlandWater::cell_at(const geo::LonLat& position) const {
    return {static_cast<std::int32_t>(std::floor((position.lon - bounds_.west) / cell_lon_)),
            static_cast<std::int32_t>(std::floor((position.lat - bounds_.south) / cell_lat))};
}

geo::LonLat InlandWater::middle_of(const Cell& cell) const {
    return {bounds_.west + (cell.x + 0.5) * cell_lon_, bounds_.south + (cell.y + 0.5) * cell_lat};
}

bool InlandWater::is_navigable(const Cell& cell) const {
    return !outline_.any_within(middle_of(cell), clearance);
}

double InlandWater::to_the_edge(const Cell& cell) const {
    const geo::LonLat at = middle_of(cell);
    return std::min(std::min(at.lon - bounds_.west, bounds_.east - at.lon) / cell_lon_,
                    std::min(at.lat - bounds_.south, bounds_.north - at.lat) / cell_lat);
}

/// Cells nearest to the box's edge first, so that the open sea is soon found.
bool InlandWater::search(const Cell& start) {
    const auto farther = [](const auto& a, const auto& b) { return a.first > b.first; };
    std::priority_queue<std::pair<double, Cell>, std::vector<std::pair<double, Cell>>, decltype(farther)> waiting{
        farther};
    std::pmr::monotonic_buffer_resource memory;  // of many small nodes, freed at once
    std::pmr::unordered_set<std::uint64_t> seen{&memory};
    seen.insert(key(start));
    waiting.emplace(to_the_edge(start), start);
    std::size_t count = 0;
    bool inland = true;
    while (!waiting.empty() && inland) {
        const Cell cell = waiting.top().second;
        waiting.pop();
        for (const Cell& next :
             {Cell{cell.x + 1, cell.y}, Cell{cell.x - 1, cell.y}, Cell{cell.x, cell.y + 1}, Cell{cell.x, cell.y - 1}}) {
            if (!seen.insert(key(next)).second || !is_navigable(next)) { continue; }
            const double edge = to_the_edge(next);
            const auto known = known_.find(key(next));
            if (edge < 0 || ++count > largest || (known != known_.end() && !known->second)) { inland = false; }
            waiting.emplace(edge, next);
        }
    }
    for (const std::uint64_t cell : seen) { known_[cell] = inland; }  // shores too: nobody asks for them
    return inland;
}

bool InlandWater::has(const geo::LonLat& position) {
    const Cell cell = cell_at(position);
    const auto known = known_.find(key(cell));
    return known != known_.end() ? known->second : search(cell);
}

}  // namespace layers
