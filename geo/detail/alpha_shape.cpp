// SPDX-License-Identifier: MIT
#include "geo/detail/alpha_shape.h"

#include "geo/adjacency.h"
#include "geo/detail/geos.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo::detail {

namespace {

bool before(const LonLat& a, const LonLat& b) {
    return a.lon < b.lon || (a.lon == b.lon && a.lat < b.lat);
}

double length(const LonLat& a, const LonLat& b) {
    return std::hypot(b.lon - a.lon, b.lat - a.lat);
}

void append_in_steps(const Path& path, double step, std::vector<LonLat>& positions) {
    positions.push_back(path.front());
    for (std::size_t i = 1; i < path.size(); ++i) {
        const LonLat &from = path[i - 1], &to = path[i];
        const int steps = std::max(1, static_cast<int>(std::ceil(length(from, to) / step)));
        for (int k = 1; k < steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            positions.push_back({from.lon + t * (to.lon - from.lon), from.lat + t * (to.lat - from.lat)});
        }
        positions.push_back(to);
    }
}

/// Four corners so far away that every position on the outside of the others has a triangle with one of them.
Path far_corners(const std::vector<LonLat>& positions, double reach) {
    Bounds all;
    for (const LonLat& position : positions) { all.add(position); }
    const double far = 10 * (all.east - all.west + all.north - all.south + reach);
    return {{all.west - far, all.south - far},
            {all.east + far, all.south - far},
            {all.east + far, all.north + far},
            {all.west - far, all.north + far}};
}

double circle_about(const Path& triangle) {
    const double a = length(triangle[0], triangle[1]), b = length(triangle[1], triangle[2]),
                 c = length(triangle[2], triangle[0]);
    const double twice_area = std::abs((triangle[1].lon - triangle[0].lon) * (triangle[2].lat - triangle[0].lat) -
                                       (triangle[2].lon - triangle[0].lon) * (triangle[1].lat - triangle[0].lat));
    return a * b * c / (2 * twice_area);  // of a flat one without end
}

Geometry triangulated(const std::vector<LonLat>& positions) {
    std::vector<Geometry> points;
    points.reserve(positions.size());
    for (const LonLat& position : positions) { points.push_back(to_geos(position)); }
    const Geometry all = collection(GEOS_MULTIPOINT, std::move(points));
    return checked(GEOSDelaunayTriangulation_r(geos(), all.get(), 0, 0), "triangulating a line");
}

/// In a flat triangle they run where the longest side runs too.
std::array<Segment, 2> shorter_sides(const Path& triangle) {
    std::array<Segment, 3> sides;
    for (std::size_t i = 0; i < 3; ++i) {
        const LonLat &a = triangle[i], &b = triangle[i + 1];
        sides[i] = before(a, b) ? Segment{a, b} : Segment{b, a};
    }
    std::sort(sides.begin(), sides.end(),
              [](const Segment& a, const Segment& b) { return length(a.from, a.to) < length(b.from, b.to); });
    return {sides[0], sides[1]};
}

template <class T, class Less>
void keep_one_of_each(std::vector<T>& list, Less less) {
    std::sort(list.begin(), list.end(), less);
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

std::vector<Path> alpha_shape_of(const std::vector<Path>& paths, double reach, double step) {
    std::vector<LonLat> positions;
    for (const Path& path : paths) { append_in_steps(path, step, positions); }
    keep_one_of_each(positions, before);
    const Path corners = far_corners(positions, reach);
    positions.insert(positions.end(), corners.begin(), corners.end());

    std::vector<Segment> chords;
    std::vector<LonLat> far, strung;
    const Geometry triangles = triangulated(positions);
    for (const GEOSGeometry* member : members_of(triangles.get())) {
        const Path triangle = to_path(GEOSGetExteriorRing_r(geos(), member));
        if (circle_about(triangle) < reach) { continue; }
        far.insert(far.end(), triangle.begin(), triangle.end() - 1);
        for (const Segment& side : shorter_sides(triangle)) {
            if (length(side.from, side.to) > step) { continue; }
            chords.push_back(side);
            strung.insert(strung.end(), {side.from, side.to});
        }
    }
    const auto is_known = [&](const LonLat& position) {  // strung together, or a far corner
        return std::binary_search(strung.begin(), strung.end(), position, before) ||
               std::find(corners.begin(), corners.end(), position) != corners.end();
    };
    keep_one_of_each(far, before);
    keep_one_of_each(strung, before);
    keep_one_of_each(chords, [](const Segment& a, const Segment& b) {
        return before(a.from, b.from) || (a.from == b.from && before(a.to, b.to));
    });

    std::vector<Path> alpha_shape = joined(chords);
    for (const LonLat& position : far) {
        if (!is_known(position)) { alpha_shape.push_back({position}); }
    }
    return alpha_shape;
}

}  // namespace geo::detail
