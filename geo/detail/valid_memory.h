// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace geo::detail {

/// Numbers for positions, from 0 in the order in which they were first seen; equal positions have one number.
class PositionNumbers {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::size_t size() const { return positions_.size(); }
    const LonLat& operator[](std::uint32_t number) const { return positions_[number]; }
    std::uint32_t number_of(const LonLat& position);

private:
    std::size_t slot_of(const LonLat& position) const;
    void grow();

    std::vector<LonLat> positions_;
    std::vector<std::uint32_t> slots_;  ///< their count is a power of two
};

/// is_plainly_valid(), which remembers the regions that it said yes to: of a region that has nearly the edges of one of
/// them, as the land that is held on the next day has, only edges that are new are looked at. What two edges of a
/// region are to each other they still are in the next one, as long as no position is passed twice.
class ValidMemory {
public:
    bool is_plainly_valid(const Region& region);

private:
    /// Of the edge that leaves a position.
    struct Leaving {
        std::uint32_t to = PositionNumbers::none;
        std::uint32_t of = 0;  ///< the region that it is of; 0: none
    };
    struct FreshEdge {
        std::uint32_t from, to, ring;
    };
    struct Bands;

    bool number(const Region& region);
    std::uint32_t usual_region() const;
    bool gather_fresh();
    bool passes_none_twice();
    bool holds(const Region& region);
    void remember();

    PositionNumbers numbers_;
    std::vector<Leaving> leaving_;       ///< by position
    std::vector<std::uint32_t> passed_;  ///< by position: the region that passed it last
    std::uint32_t region_ = 0;           ///< the one that is looked at
    std::vector<std::uint32_t> path_;    ///< its rings' positions one after the other
    std::vector<std::size_t> begin_;     ///< by ring, in path_; and the end of the last
    std::vector<FreshEdge> fresh_;
};

}  // namespace geo::detail
