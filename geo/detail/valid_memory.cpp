// SPDX-License-Identifier: MIT
#include "geo/detail/valid_memory.h"

#include "geo/detail/plainly_valid.h"
#include "geo/detail/sure_sides.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace geo::detail {

// --- numbers ---------------------------------------------------------------------------------------------------------

/// By open addressing. 0.0 and -0.0 are equal, and so have to begin at one slot.
std::size_t PositionNumbers::slot_of(const LonLat& position) const {
    const auto mixed = [](double number) {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(number + 0.0) * 0x9E3779B97F4A7C15U;
        return bits ^ bits >> 32U;
    };
    const std::uint64_t both = mixed(position.lon) + 3 * mixed(position.lat);
    std::size_t slot = (both ^ both >> 29U) & (slots_.size() - 1);
    while (slots_[slot] != none && !(positions_[slots_[slot]] == position)) { slot = (slot + 1) & (slots_.size() - 1); }
    return slot;
}

void PositionNumbers::grow() {
    slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), none);
    for (std::uint32_t i = 0; i < positions_.size(); ++i) { slots_[slot_of(positions_[i])] = i; }
}

std::uint32_t PositionNumbers::number_of(const LonLat& position) {
    if (positions_.size() * 2 >= slots_.size()) { grow(); }
    std::uint32_t& number = slots_[slot_of(position)];
    if (number == none) {
        number = static_cast<std::uint32_t>(positions_.size());
        positions_.push_back(position);
    }
    return number;
}

// --- bands of latitude -----------------------------------------------------------------------------------------------

/// What is asked of every edge of a region, by bands of latitude: its fresh edges, and one position of each ring.
struct ValidMemory::Bands {
    static constexpr std::size_t count = 1024;

    /// A ring's first position.
    struct First {
        LonLat position;
        std::size_t ring, band;
    };

    explicit Bands(const ValidMemory& memory) {
        double north = -1e300;
        for (const std::uint32_t number : memory.path_) {
            south_ = std::min(south_, memory.numbers_[number].lat);
            north = std::max(north, memory.numbers_[number].lat);
        }
        by_degree_ = static_cast<double>(count) / std::max(north - south_, 1e-9);
        const auto each_band = [&](const FreshEdge& edge, const auto& see) {
            const auto [low, high] =
                std::minmax({of(memory.numbers_[edge.from].lat), of(memory.numbers_[edge.to].lat)});
            for (std::size_t band = low; band <= high; ++band) { see(band); }
        };
        for (const FreshEdge& edge : memory.fresh_) {
            each_band(edge, [&](std::size_t band) { ++begin[band + 1]; });
        }
        for (std::size_t band = 0; band < count; ++band) {
            is_asked[band] = begin[band + 1] > 0;
            begin[band + 1] += begin[band];
        }
        constexpr std::size_t entries_by_edge = 32;
        is_crowded = begin.back() > entries_by_edge * memory.path_.size();
        if (is_crowded) { return; }
        fresh.resize(begin.back());
        std::array<std::uint32_t, count + 1> next = begin;
        for (std::uint32_t i = 0; i < memory.fresh_.size(); ++i) {
            each_band(memory.fresh_[i], [&](std::size_t band) { fresh[next[band]++] = i; });
        }
        for (std::size_t ring = 0; ring + 1 < memory.begin_.size(); ++ring) {
            const LonLat& position = memory.numbers_[memory.path_[memory.begin_[ring]]];
            firsts.push_back({position, ring, of(position.lat)});
            is_asked[firsts.back().band] = true;
        }
    }

    std::size_t of(double latitude) const {
        return std::min(static_cast<std::size_t>((latitude - south_) * by_degree_), count - 1);
    }

    std::array<std::uint32_t, count + 1> begin{};  ///< by band, in `fresh`
    std::array<bool, count> is_asked{};
    std::vector<std::uint32_t> fresh;  ///< in ValidMemory::fresh_
    std::vector<First> firsts;
    bool is_crowded = false;  ///< long edges are in too many bands: nothing is filled in

private:
    double south_ = 1e300, by_degree_ = 1;
};

// --- remembering -----------------------------------------------------------------------------------------------------

namespace {

/// Which rings lie in which, by whether an odd number of their edges is met on the way east.
class Insides {
public:
    explicit Insides(std::size_t rings) : rings_{rings}, odd_(rings * rings) {}
    void turn(std::size_t inner, std::size_t outer) { odd_[inner * rings_ + outer] ^= 1; }
    bool is_inside(std::size_t inner, std::size_t outer) const { return odd_[inner * rings_ + outer] != 0; }

private:
    std::size_t rings_;
    std::vector<std::uint8_t> odd_;
};

struct RingRange {
    std::size_t shell, end;  ///< the shell, and behind the last of its holes
};

/// Holes in their shells and not in one another; shells not in one another but in holes.
bool are_nested_well(const std::vector<RingRange>& polygons, const Insides& insides) {
    const auto is_in_hole = [&](std::size_t ring, const RingRange& of) {
        for (std::size_t hole = of.shell + 1; hole < of.end; ++hole) {
            if (hole != ring && insides.is_inside(ring, hole)) { return true; }
        }
        return false;
    };
    for (const RingRange& polygon : polygons) {
        for (std::size_t hole = polygon.shell + 1; hole < polygon.end; ++hole) {
            if (!insides.is_inside(hole, polygon.shell) || is_in_hole(hole, polygon)) { return false; }
        }
        for (const RingRange& other : polygons) {
            const bool is_within = other.shell != polygon.shell && insides.is_inside(other.shell, polygon.shell);
            if (is_within && !is_in_hole(other.shell, polygon)) { return false; }
        }
    }
    return true;
}

std::vector<RingRange> ranges_of(const Region& region) {
    std::vector<RingRange> ranges;
    std::size_t ring = 0;
    for (const Polygon& polygon : region.polygons) {
        ranges.push_back({ring, ring + 1 + polygon.holes.size()});
        ring = ranges.back().end;
    }
    return ranges;
}

}  // namespace

/// No if a ring is none.
bool ValidMemory::number(const Region& region) {
    path_.clear();
    begin_.clear();
    for (const Ring* ring : rings_of(region)) {
        if (ring->size() < 4 || !(ring->front() == ring->back())) { return false; }
        begin_.push_back(path_.size());
        std::uint32_t next = PositionNumbers::none;  // what followed the one before the last time
        for (std::size_t i = 0; i + 1 < ring->size(); ++i) {
            const LonLat& position = (*ring)[i];
            if (next == PositionNumbers::none || !(numbers_[next] == position)) {
                if (!std::isfinite(position.lon) || !std::isfinite(position.lat)) { return false; }
                next = numbers_.number_of(position);
                if (next == leaving_.size()) {
                    leaving_.emplace_back();
                    passed_.push_back(0);
                }
            }
            path_.push_back(next);
            next = leaving_[next].to;
        }
    }
    begin_.push_back(path_.size());
    return !path_.empty();
}

/// The region that most of some edges are of.
std::uint32_t ValidMemory::usual_region() const {
    constexpr std::size_t asked = 16;
    std::array<std::uint32_t, asked> regions{};
    for (std::size_t i = 0; i < asked; ++i) { regions[i] = leaving_[path_[i * path_.size() / asked]].of; }
    return *std::max_element(regions.begin(), regions.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::count(regions.begin(), regions.end(), a) < std::count(regions.begin(), regions.end(), b);
    });
}

/// The edges that the usual region does not have. No if it is not worth it.
bool ValidMemory::gather_fresh() {
    fresh_.clear();
    const std::uint32_t usual = usual_region();
    constexpr std::size_t one_in = 4;
    const std::size_t most = path_.size() / one_in;
    for (std::uint32_t ring = 0; ring + 1 < begin_.size(); ++ring) {
        for (std::size_t i = begin_[ring]; i < begin_[ring + 1]; ++i) {
            const std::uint32_t from = path_[i], to = path_[i + 1 < begin_[ring + 1] ? i + 1 : begin_[ring]];
            if (leaving_[from].of == usual && leaving_[from].to == to) { continue; }
            if (fresh_.size() == most) { return false; }
            fresh_.push_back({from, to, ring});
        }
    }
    return usual != 0;
}

bool ValidMemory::passes_none_twice() {
    ++region_;
    for (const std::uint32_t number : path_) {
        if (passed_[number] == region_) { return false; }
        passed_[number] = region_;
    }
    return true;
}

/// Edges that the usual region has too need not be looked at: which of them follow which, and that others are apart, is
/// the same there. "No" says nothing.
bool ValidMemory::holds(const Region& region) {
    constexpr std::size_t most_rings = 64, pairs_by_edge = 32;
    const std::size_t rings = begin_.size() - 1;
    if (rings > most_rings) { return false; }
    const Bands bands{*this};
    if (bands.is_crowded) { return false; }
    Insides insides{rings};
    std::size_t pairs_left = pairs_by_edge * path_.size();
    const auto agree = [this](const FreshEdge& fresh, std::uint32_t from, std::uint32_t to) {
        const LonLat &a = numbers_[fresh.from], &b = numbers_[fresh.to], &c = numbers_[from], &d = numbers_[to];
        if (fresh.to == from) { return surely_go_on(a, b, d); }
        if (fresh.from == to) { return surely_go_on(c, d, b); }
        return (fresh.from == from && fresh.to == to) || are_surely_apart(a, b, c, d);
    };
    const auto agrees_in = [&](std::size_t band, std::size_t ring, std::uint32_t from, std::uint32_t to) {
        const std::size_t pairs = bands.begin[band + 1] - bands.begin[band];
        if (pairs > pairs_left) { return false; }
        pairs_left -= pairs;
        for (std::size_t i = bands.begin[band]; i < bands.begin[band + 1]; ++i) {
            if (!agree(fresh_[bands.fresh[i]], from, to)) { return false; }
        }
        const LonLat &a = numbers_[from], &b = numbers_[to];
        for (const Bands::First& first : bands.firsts) {
            const LonLat& p = first.position;
            if (first.band != band || first.ring == ring || (a.lat > p.lat) == (b.lat > p.lat)) { continue; }
            const int side = side_of(a, b, p);
            if (side == 0) { return false; }
            if ((side > 0) == (b.lat > a.lat)) { insides.turn(first.ring, ring); }
        }
        return true;
    };
    for (std::size_t ring = 0; ring < rings; ++ring) {
        std::uint32_t from = path_[begin_[ring + 1] - 1];
        std::size_t from_band = bands.of(numbers_[from].lat);
        for (std::size_t i = begin_[ring]; i < begin_[ring + 1]; ++i) {
            const std::uint32_t to = path_[i];
            const std::size_t to_band = bands.of(numbers_[to].lat);
            for (std::size_t band = std::min(from_band, to_band); band <= std::max(from_band, to_band); ++band) {
                if (bands.is_asked[band] && !agrees_in(band, ring, from, to)) { return false; }
            }
            from = to;
            from_band = to_band;
        }
    }
    return are_nested_well(ranges_of(region), insides);
}

void ValidMemory::remember() {
    for (std::size_t ring = 0; ring + 1 < begin_.size(); ++ring) {
        for (std::size_t i = begin_[ring]; i < begin_[ring + 1]; ++i) {
            leaving_[path_[i]] = {path_[i + 1 < begin_[ring + 1] ? i + 1 : begin_[ring]], region_};
        }
    }
}

bool ValidMemory::is_plainly_valid(const Region& region) {
    constexpr std::size_t most_positions = 1U << 20U;  // 64 MB
    if (numbers_.size() > most_positions) { *this = {}; }
    try {
        const bool can_be = number(region) && passes_none_twice();
        if (!can_be) { return detail::is_plainly_valid(region); }
        const bool is_valid = (gather_fresh() && holds(region)) || detail::is_plainly_valid(region);
        if (is_valid) { remember(); }
        return is_valid;
    } catch (...) {  // out of memory: what was written by halves is no memory
        *this = {};
        throw;
    }
}

}  // namespace geo::detail
