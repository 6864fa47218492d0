// SPDX-License-Identifier: MIT
#include "geo/crossings.h"

#include "geo/detail/geos.h"

namespace geo {

namespace {

std::vector<Segment> noded(const std::vector<Path>& paths) {
    using namespace detail;
    std::vector<const Path*> pointers;
    for (const Path& path : paths) {
        if (path.size() > 1) { pointers.push_back(&path); }
    }
    std::vector<Segment> segments;
    const Geometry lines = linework(pointers);
    const Geometry nodes = checked(GEOSUnaryUnion_r(geos(), lines.get()), "noding the line");
    for (const GEOSGeometry* member : members_of(nodes.get())) {
        const Path path = to_path(member);
        for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
    }
    return segments;
}

/// A position on the line counts as to its right, so that a link through a corner of a path crosses one of its legs.
bool left_of(const LonLat& a, const LonLat& b, const LonLat& p) {
    return (b.lon - a.lon) * (p.lat - a.lat) > (b.lat - a.lat) * (p.lon - a.lon);
}

bool cross(const LonLat& a, const LonLat& b, const Segment& leg) {
    return left_of(a, b, leg.from) != left_of(a, b, leg.to) &&
           left_of(leg.from, leg.to, a) != left_of(leg.from, leg.to, b);
}

}  // namespace

Crossings::Crossings(const std::vector<Path>& paths) : index_{noded(paths)} {}

bool Crossings::odd(const LonLat& from, const LonLat& to) const {
    Bounds box;
    box.add(from);
    box.add(to);
    bool odd = false;
    index_.visit(box, [&](std::size_t leg) {
        if (cross(from, to, index_.segments()[leg])) { odd = !odd; }
    });
    return odd;
}

}  // namespace geo
