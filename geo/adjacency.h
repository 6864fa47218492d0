// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"

#include <cstddef>
#include <vector>

namespace geo {

struct Segment {
    LonLat from, to;
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// The same whichever way the segment runs.
struct SegmentHash {
    std::size_t operator()(const Segment& segment) const;
};

struct LonLatHash {
    std::size_t operator()(const LonLat& position) const;
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
