// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace layers::detail {

/// Numbers of edges that have been seen, by open addressing.
class EdgeNumbers {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    EdgeNumbers() : slots_(1024, none) {}
    std::size_t size() const { return edges_.size(); }
    const geo::Segment& operator[](std::uint32_t number) const { return edges_[number]; }
    std::uint32_t find(const geo::Segment& edge) const {
        for (std::size_t slot = hash_of(edge) & mask();; slot = (slot + 1) & mask()) {
            if (slots_[slot] == none || edges_[slots_[slot]] == edge) { return slots_[slot]; }
        }
    }
    /// Of an edge that is not there yet.
    void add(const geo::Segment& edge) {
        if (edges_.size() * 2 >= slots_.size()) { grow(); }
        edges_.push_back(edge);
        put(static_cast<std::uint32_t>(edges_.size() - 1));
    }

    static std::uint64_t hash_of(const geo::Segment& edge) {
        const std::uint64_t from = mixed(edge.from.lon) + 3 * mixed(edge.from.lat);
        const std::uint64_t both = from + 5 * mixed(edge.to.lon) + 7 * mixed(edge.to.lat);
        return both ^ both >> 29U;
    }

private:
    /// 0.0 and -0.0 are equal, and so are their edges.
    static std::uint64_t mixed(double number) {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(number + 0.0) * 0x9E3779B97F4A7C15U;
        return bits ^ bits >> 32U;
    }
    std::size_t mask() const { return slots_.size() - 1; }
    void put(std::uint32_t number) {
        std::size_t slot = hash_of(edges_[number]) & mask();
        while (slots_[slot] != none) { slot = (slot + 1) & mask(); }
        slots_[slot] = number;
    }
    void grow() {
        slots_.assign(slots_.size() * 2, none);
        for (std::uint32_t i = 0; i < edges_.size(); ++i) { put(i); }
    }

    std::vector<geo::Segment> edges_;
    std::vector<std::uint32_t> slots_;  ///< numbers of edges; their count is a power of two
};

}  // namespace layers::detail
