// SPDX-License-Identifier: MIT
#include "geo/detail/locator.h"

#include <algorithm>

namespace geo::detail {

namespace {

/// To build takes as long as to look at all edges so many times.
constexpr int asked_before_building = 200;
constexpr std::size_t corners_per_slab = 8;

}  // namespace

bool Locator::contains(const LonLat& position) {
    if (!bounds_.contains(position)) { return false; }
    if (asked_++ < asked_before_building) { return geo::contains(*region_, position); }
    if (edges_.empty()) { build(); }
    const auto above = std::upper_bound(parallels_.begin(), parallels_.end(), position.lat);
    if (above == parallels_.begin() || above == parallels_.end()) { return false; }
    const auto slab = static_cast<std::size_t>(above - parallels_.begin()) - 1;
    std::size_t west = 0;
    for (const std::uint32_t edge : ending_[slab]) {
        if (edges_[edge].spans(position.lat) && edges_[edge].lon_at(position.lat) < position.lon) { ++west; }
    }
    for (std::size_t node = 1, first = 0, last = ending_.size();;) {
        west += west_of(position, through_[node]);
        if (last - first == 1) { break; }
        const std::size_t middle = (first + last) / 2;
        node = 2 * node + (slab < middle ? 0 : 1);
        (slab < middle ? last : first) = middle;
    }
    return west % 2 == 1;
}

std::size_t Locator::west_of(const LonLat& position, const Edges& through) const {
    const auto is_west = [&](std::uint32_t edge) { return edges_[edge].lon_at(position.lat) < position.lon; };
    return static_cast<std::size_t>(std::partition_point(through.begin(), through.end(), is_west) - through.begin());
}

void Locator::choose_parallels() {
    std::vector<double> lats;
    for (const Edge& edge : edges_) { lats.insert(lats.end(), {edge.south.lat, edge.north.lat}); }
    std::sort(lats.begin(), lats.end());
    for (std::size_t i = 0; i < lats.size(); i += corners_per_slab) {
        if (parallels_.empty() || lats[i] > parallels_.back()) { parallels_.push_back(lats[i]); }
    }
    if (parallels_.back() < bounds_.north) { parallels_.push_back(bounds_.north); }
}

void Locator::build() {
    for (const Ring* ring : rings_of(*region_)) {
        for (std::size_t i = 1; i < ring->size(); ++i) {
            const LonLat &a = (*ring)[i - 1], &b = (*ring)[i];
            if (a.lat != b.lat) { edges_.push_back(a.lat < b.lat ? Edge{a, b} : Edge{b, a}); }
        }
    }
    choose_parallels();
    const std::size_t slabs = parallels_.size() - 1;
    ending_.resize(slabs);
    through_.resize(4 * slabs);
    for (std::size_t i = 0; i < edges_.size(); ++i) { file_away(static_cast<std::uint32_t>(i), 1, 0, slabs); }
    sort(1, 0, slabs);
}

void Locator::file_away(std::uint32_t edge, std::size_t node, std::size_t first, std::size_t last) {
    const double south = edges_[edge].south.lat, north = edges_[edge].north.lat;
    if (north <= parallels_[first] || south >= parallels_[last]) { return; }
    if (south <= parallels_[first] && north >= parallels_[last]) {
        through_[node].push_back(edge);
    } else if (last - first == 1) {
        ending_[first].push_back(edge);
    } else {
        const std::size_t middle = (first + last) / 2;
        file_away(edge, 2 * node, first, middle);
        file_away(edge, 2 * node + 1, middle, last);
    }
}

/// Edges do not cross: their order is the same all through the slabs, and surest half-way.
void Locator::sort(std::size_t node, std::size_t first, std::size_t last) {
    const double lat = (parallels_[first] + parallels_[last]) / 2;
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const std::uint32_t edge : through_[node]) { order.emplace_back(edges_[edge].lon_at(lat), edge); }
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i) { through_[node][i] = order[i].second; }
    if (last - first == 1) { return; }
    const std::size_t middle = (first + last) / 2;
    sort(2 * node, first, middle);
    sort(2 * node + 1, middle, last);
}

}  // namespace geo::detail
