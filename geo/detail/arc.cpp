// SPDX-License-Identifier: MIT
#include "geo/detail/arc.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo::detail {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double longest_chord = 0.1 * pi / 180;

struct Arc {
    double x, y, radius, start, turn;  ///< turn in radians, counter-clockwise if positive
};

double cross(const LonLat& a, const LonLat& b, const LonLat& c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

/// False if the three lie on a line.
bool through(const LonLat& a, const LonLat& b, const LonLat& c, Arc& arc) {
    if (a == c) {  // a whole circle; b is opposite
        arc.x = a.lon + (b.lon - a.lon) / 2;
        arc.y = a.lat + (b.lat - a.lat) / 2;
        arc.turn = 2 * pi;
    } else {
        // from a, so that coordinates of millions of metres do not drown the curvature
        const double bx = b.lon - a.lon, by = b.lat - a.lat, cx = c.lon - a.lon, cy = c.lat - a.lat;
        const double twice = 2 * (bx * cy - by * cx), b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;
        if (std::fabs(twice) <= 1e-12 * (b2 + c2)) { return false; }
        arc.x = a.lon + (cy * b2 - by * c2) / twice;
        arc.y = a.lat + (bx * c2 - cx * b2) / twice;
        const double from = std::atan2(a.lat - arc.y, a.lon - arc.x), to = std::atan2(c.lat - arc.y, c.lon - arc.x);
        arc.turn = std::remainder(to - from, 2 * pi);
        const bool is_left = cross(a, b, c) > 0;
        if (is_left && arc.turn < 0) { arc.turn += 2 * pi; }
        if (!is_left && arc.turn > 0) { arc.turn -= 2 * pi; }
    }
    arc.radius = std::hypot(a.lon - arc.x, a.lat - arc.y);
    arc.start = std::atan2(a.lat - arc.y, a.lon - arc.x);
    return arc.radius > 0 && std::isfinite(arc.radius);
}

void append_arc(const LonLat& a, const LonLat& b, const LonLat& c, Path& path) {
    Arc arc{};
    if (!through(a, b, c, arc)) {
        path.push_back(b);
        path.push_back(c);
        return;
    }
    const int chords = std::max(2, static_cast<int>(std::ceil(std::fabs(arc.turn) / longest_chord - 1e-6)));
    const double out = arc.radius * corner_radius(chords, std::fabs(arc.turn) / chords);
    for (int i = 1; i < chords; ++i) {
        const double angle = arc.start + arc.turn * i / chords;
        path.push_back({arc.x + out * std::cos(angle), arc.y + out * std::sin(angle)});
    }
    path.push_back(c);
}

}  // namespace

double corner_radius(int chords, double angle) {
    const double whole = chords * angle / std::sin(angle);
    return chords == 2 ? whole / 2 : (std::sqrt(1 + (chords - 2) * whole) - 1) / (chords - 2);
}

Path along_arcs(const Path& controls) {
    if (controls.size() < 3) { return controls; }
    Path path{controls.front()};
    for (std::size_t i = 2; i < controls.size(); i += 2) {
        append_arc(controls[i - 2], controls[i - 1], controls[i], path);
    }
    return path;
}

}  // namespace geo::detail
