// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace geo {

struct Segment {
    LonLat from, to;
    friend bool operator==(const Segment&, const Segment&) = default;
};

struct LonLatHash {
    std::size_t operator()(const LonLat& position) const {
        constexpr std::uint64_t mix = 0x9E3779B97F4A7C15U;
        const auto bits = [](double degrees) { return std::bit_cast<std::uint64_t>(degrees + 0.0); };  // -0 as 0
        const std::uint64_t both = (bits(position.lon) * mix) ^ bits(position.lat);
        return (both ^ (both >> 29U)) * mix;
    }
};

/// The same whichever way the segment runs.
struct SegmentHash {
    std::size_t operator()(const Segment& segment) const {
        return (LonLatHash{}(segment.from) ^ LonLatHash{}(segment.to)) * 0x9E3779B97F4A7C15U;
    }
};

/// A segment between two faces: `left` has it to its left as it stands.
struct SharedEdge {
    std::size_t left, right;
    Segment segment;
};

struct Adjacency {
    std::vector<SharedEdge> shared;
    std::vector<Segment> outline;            ///< segments that only one of the faces has, that face to the left
    std::vector<std::size_t> outline_faces;  ///< that face, by segment of the outline
};

/// Which of the faces of one partition touch along an edge. Indices are into `faces`.
Adjacency adjacency(const std::vector<const Face*>& faces);

/// Segments strung together end to end into as few paths as their ends allow, without regard to direction.
std::vector<Path> joined(const std::vector<Segment>& segments);

/// The same with regard to direction: each path runs as its segments do.
std::vector<Path> chained(const std::vector<Segment>& segments);

}  // namespace geo
