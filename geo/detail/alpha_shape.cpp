// SPDX-License-Identifier: MIT
#include "geo/detail/alpha_shape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo::detail {

namespace {

using Chord = std::pair<PlanePoint, PlanePoint>;

void append_in_steps(const PlanePath& path, double step, std::vector<PlanePoint>& positions) {
    positions.push_back(path.front());
    for (std::size_t i = 1; i < path.size(); ++i) {
        const PlanePoint &from = path[i - 1], &to = path[i];
        const int steps = std::max(1, static_cast<int>(std::ceil(length(from, to) / step)));
        for (int k = 1; k < steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            positions.push_back({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)});
        }
        positions.push_back(to);
    }
}

/// Four corners so far away that every position on the outside of the others has a triangle with one of them.
PlanePath far_corners(const std::vector<PlanePoint>& positions, double reach) {
    PlaneBounds all;
    for (const PlanePoint& position : positions) { all.add(position); }
    const double far = 10 * (all.east - all.west + all.north - all.south + reach);
    return {{all.west - far, all.south - far},
            {all.east + far, all.south - far},
            {all.east + far, all.north + far},
            {all.west - far, all.north + far}};
}

/// Radius of the circle through the corners.
double circumradius(const PlanePath& triangle) {
    const double a = length(triangle[0], triangle[1]), b = length(triangle[1], triangle[2]),
                 c = length(triangle[2], triangle[0]);
    const double twice_area = std::abs((triangle[1].x - triangle[0].x) * (triangle[2].y - triangle[0].y) -
                                       (triangle[2].x - triangle[0].x) * (triangle[1].y - triangle[0].y));
    return a * b * c / (2 * twice_area);  // infinite for a flat triangle
}

Geometry triangulated(const std::vector<PlanePoint>& positions) {
    std::vector<Geometry> points;
    points.reserve(positions.size());
    for (const PlanePoint& position : positions) { points.push_back(to_geos(position)); }
    const Geometry all = collection(GEOS_MULTIPOINT, std::move(points));
    return checked(GEOSDelaunayTriangulation_r(geos(), all.get(), 0, 0), "triangulating a line");
}

/// In a flat triangle they run where the longest side runs too.
std::array<Chord, 2> shorter_sides(const PlanePath& triangle) {
    std::array<Chord, 3> sides;
    for (std::size_t i = 0; i < 3; ++i) {
        const PlanePoint &a = triangle[i], &b = triangle[i + 1];
        sides[i] = a < b ? Chord{a, b} : Chord{b, a};
    }
    std::sort(sides.begin(), sides.end(),
              [](const Chord& a, const Chord& b) { return length(a.first, a.second) < length(b.first, b.second); });
    return {sides[0], sides[1]};
}

template <class T>
void keep_one_of_each(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

std::vector<PlanePath> alpha_shape_of(const std::vector<PlanePath>& paths, double reach, double step) {
    std::vector<PlanePoint> positions;
    for (const PlanePath& path : paths) { append_in_steps(path, step, positions); }
    keep_one_of_each(positions);
    const PlanePath corners = far_corners(positions, reach);
    positions.insert(positions.end(), corners.begin(), corners.end());

    std::vector<Chord> chords;
    std::vector<PlanePoint> far, chained;
    const Geometry triangles = triangulated(positions);
    for (const GEOSGeometry* member : members_of(triangles.get())) {
        const PlanePath triangle = to_plane_path(GEOSGetExteriorRing_r(geos(), member));
        if (circumradius(triangle) < reach) { continue; }
        far.insert(far.end(), triangle.begin(), triangle.end() - 1);
        for (const Chord& side : shorter_sides(triangle)) {
            if (length(side.first, side.second) > step) { continue; }
            chords.push_back(side);
            chained.insert(chained.end(), {side.first, side.second});
        }
    }
    const auto is_known = [&](const PlanePoint& position) {  // strung together, or a far corner
        return std::binary_search(chained.begin(), chained.end(), position) ||
               std::find(corners.begin(), corners.end(), position) != corners.end();
    };
    keep_one_of_each(far);
    keep_one_of_each(chained);
    keep_one_of_each(chords);

    std::vector<PlanePath> alpha_shape = strung(chords);
    for (const PlanePoint& position : far) {
        if (!is_known(position)) { alpha_shape.push_back({position}); }
    }
    return alpha_shape;
}

}  // namespace geo::detail
