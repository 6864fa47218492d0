// SPDX-License-Identifier: MIT
#include "geo/adjacency.h"

#include "geo/detail/geos.h"

#include <memory_resource>
#include <optional>
#include <unordered_map>
#include <utility>

namespace geo {

namespace {

template <class Visit>
void for_each_segment(const Polygon& polygon, const Visit& visit) {
    const auto walk = [&visit](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) { visit(Segment{ring[i - 1], ring[i]}); }
    };
    walk(polygon.shell);
    for (const Ring& hole : polygon.holes) { walk(hole); }
}

}  // namespace

Adjacency adjacency(const std::vector<const Face*>& faces) {
    // Shells run counter-clockwise and holes clockwise, so a neighbour has the same segment the other way round.
    std::pmr::monotonic_buffer_resource memory;  // of many small nodes, freed at once
    std::pmr::unordered_map<Segment, std::size_t, SegmentHash> waiting{&memory};
    Adjacency result;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        for_each_segment(faces[i]->shape, [&](const Segment& segment) {
            const auto twin = waiting.find({segment.to, segment.from});
            if (twin == waiting.end()) {
                waiting.emplace(segment, i);
            } else {
                result.shared.push_back({i, twin->second, segment});
                waiting.erase(twin);
            }
        });
    }
    for (const auto& [segment, face] : waiting) {
        result.outline.push_back(segment);
        result.outline_faces.push_back(face);
    }
    return result;
}

namespace {

/// Segments that follow one another in the list, strung together where no third one meets them; never so far that a
/// path closes.
std::vector<Path> runs_of(const std::vector<Segment>& segments) {
    std::pmr::monotonic_buffer_resource memory;
    std::pmr::unordered_map<LonLat, int, LonLatHash> meeting{&memory};
    meeting.reserve(segments.size());
    for (const Segment& segment : segments) {
        ++meeting[segment.from];
        ++meeting[segment.to];
    }
    std::vector<Path> runs;
    for (const Segment& segment : segments) {
        const bool goes_on = !runs.empty() && runs.back().back() == segment.from && meeting[segment.from] == 2 &&
                             !(runs.back().front() == segment.to);
        if (!goes_on) { runs.push_back({segment.from}); }
        runs.back().push_back(segment.to);
    }
    return runs;
}

}  // namespace

std::vector<Path> joined(const std::vector<Segment>& segments) {
    using namespace detail;
    const std::vector<Path> pieces = runs_of(segments);  // GEOS takes long over many short lines
    std::vector<const Path*> pointers;
    for (const Path& piece : pieces) { pointers.push_back(&piece); }
    const Geometry lines = linework(pointers);
    const Geometry merged = checked(GEOSLineMerge_r(geos(), lines.get()), "joining segments");
    std::vector<Path> paths;
    for (const GEOSGeometry* line : members_of(merged.get())) { paths.push_back(to_path(line)); }
    return paths;
}

std::vector<Path> chained(const std::vector<Segment>& segments) {
    const auto key = [](const LonLat& at) { return Segment{at, {}}; };
    std::unordered_multimap<Segment, std::size_t, SegmentHash> from;
    std::unordered_map<Segment, int, SegmentHash> arriving;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        from.emplace(key(segments[i].from), i);
        ++arriving[key(segments[i].to)];
    }
    std::vector<char> used(segments.size());
    std::vector<Path> chains;
    const auto walk = [&](std::size_t start) {
        Path chain{segments[start].from};
        for (std::optional<std::size_t> next = start; next;) {
            used[*next] = 1;
            chain.push_back(segments[*next].to);
            next.reset();
            const auto [begin, end] = from.equal_range(key(chain.back()));
            for (auto candidate = begin; candidate != end; ++candidate) {
                if (used[candidate->second] == 0) { next = candidate->second; }
            }
        }
        chains.push_back(std::move(chain));
    };
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (used[i] == 0 && arriving.find(key(segments[i].from)) == arriving.end()) { walk(i); }
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (used[i] == 0) { walk(i); }
    }
    return chains;
}

}  // namespace geo
