// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/capsules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

namespace geo::detail {

struct Disc {
    PlanePoint centre;
    double radius;
};

/// Without length where a path is a point: then a disc alone.
struct Bar {
    std::uint32_t begin, end;  ///< discs
    PlanePoint direction;
    double length, half_width;
};

struct Span {
    double from, to;
};

inline bool is_inside(const Disc& disc, const PlanePoint& point) {
    const double x = point.x - disc.centre.x, y = point.y - disc.centre.y;
    return x * x + y * y < disc.radius * disc.radius;
}

/// An edge and its ends, to ask without angles whether anything lies so near that it may cover some of it.
struct Reach {
    explicit Reach(const CapsuleEdge& whole) : edge{whole}, from{whole.at(whole.from)}, to{whole.at(whole.to)} {}

    /// Of an arc of less than half a turn, and a disc. What of a circle is in a disc lies about the way to its centre.
    bool meets_disc(const PlanePoint& centre, double radius) const {
        const double radius2 = radius * radius;
        if (squared_length(centre, from) <= radius2 || squared_length(centre, to) <= radius2) { return true; }
        const double far = edge.radius + radius;
        return turn(from, centre) >= 0 && turn(centre, to) >= 0 && squared_length(centre, edge.origin) <= far * far;
    }

    /// Of a side, to a position.
    double squared_distance(const PlanePoint& point) const {
        const double x = point.x - from.x, y = point.y - from.y;
        const double along = std::clamp(x * edge.direction.x + y * edge.direction.y, 0.0, edge.to - edge.from);
        return squared_length(point, {from.x + along * edge.direction.x, from.y + along * edge.direction.y});
    }

    static double squared_length(const PlanePoint& a, const PlanePoint& b) {
        return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
    }

    CapsuleEdge edge;
    PlanePoint from, to;

private:
    double turn(const PlanePoint& a, const PlanePoint& b) const {
        return (a.x - edge.origin.x) * (b.y - edge.origin.y) - (a.y - edge.origin.y) * (b.x - edge.origin.x);
    }
};

/// Of a point seen from a bar's beginning: along it, and to its left.
inline PlanePoint seen_from(const Disc& begin, const PlanePoint& direction, const PlanePoint& point) {
    const double x = point.x - begin.centre.x, y = point.y - begin.centre.y;
    return {x * direction.x + y * direction.y, direction.x * y - direction.y * x};
}

/// Of a circle the part about the angle `middle` by as much to both sides, within the edge.
template <class Add>
void add_turned(const CapsuleEdge& edge, double middle, double half, const Add& add) {
    for (const double turn : {-2 * std::numbers::pi, 0.0, 2 * std::numbers::pi}) {
        const Span span{std::max(middle - half + turn, edge.from), std::min(middle + half + turn, edge.to)};
        if (span.from < span.to) { add(span); }
    }
}

template <class Add>
void each_span_in(const CapsuleEdge& edge, const Disc& disc, const Add& add) {
    const double x = disc.centre.x - edge.origin.x, y = disc.centre.y - edge.origin.y;
    if (!edge.is_arc()) {
        const double along = x * edge.direction.x + y * edge.direction.y;
        const double aside = edge.direction.x * y - edge.direction.y * x;
        const double half2 = disc.radius * disc.radius - aside * aside;
        if (half2 <= 0) { return; }
        const double half = std::sqrt(half2);
        const Span span{std::max(along - half, edge.from), std::min(along + half, edge.to)};
        if (span.from < span.to) { add(span); }
        return;
    }
    const double apart = std::sqrt(x * x + y * y);
    if (apart >= edge.radius + disc.radius) { return; }
    if (apart <= std::abs(edge.radius - disc.radius)) {
        if (disc.radius > edge.radius) { add(Span{edge.from, edge.to}); }
        return;
    }
    const double cosine =
        (apart * apart + (edge.radius - disc.radius) * (edge.radius + disc.radius)) / (2 * apart * edge.radius);
    add_turned(edge, std::atan2(y, x), std::acos(std::clamp(cosine, -1.0, 1.0)), add);
}

/// Where an edge that is straight runs inside a bar.
template <class Add>
void each_span_of_side(const CapsuleEdge& edge, const Disc& begin, const Bar& bar, const Add& add) {
    const PlanePoint start = seen_from(begin, bar.direction, edge.origin);
    const double along = edge.direction.x * bar.direction.x + edge.direction.y * bar.direction.y;
    const double aside = bar.direction.x * edge.direction.y - bar.direction.y * edge.direction.x;
    Span span{edge.from, edge.to};
    const auto keep = [&span](double at, double slope, double least, double most) {
        if (slope == 0) {
            if (at <= least || at >= most) { span.to = span.from; }
            return;
        }
        const double a = (least - at) / slope, b = (most - at) / slope;
        span.from = std::max(span.from, std::min(a, b));
        span.to = std::min(span.to, std::max(a, b));
    };
    keep(start.x, along, 0, bar.length);
    keep(start.y, aside, -bar.half_width, bar.half_width);
    if (span.from < span.to) { add(span); }
}

/// Where a circle runs inside a bar: between the angles at which it crosses the bar's sides or ends, it does or does
/// not as a whole.
template <class Add>
void each_span_of_arc(const CapsuleEdge& edge, const Disc& begin, const Bar& bar, const Add& add) {
    const PlanePoint centre = seen_from(begin, bar.direction, edge.origin);
    std::array<double, 9> angles{};
    std::size_t count = 0;
    const auto cross = [&](double cosine, bool is_sine) {
        if (std::abs(cosine) >= 1) { return; }
        const double half = std::acos(cosine), middle = is_sine ? std::numbers::pi / 2 : 0;
        for (const double angle : {middle - half, middle + half}) {
            angles[count++] = angle < 0                       ? angle + 2 * std::numbers::pi
                              : angle >= 2 * std::numbers::pi ? angle - 2 * std::numbers::pi
                                                              : angle;
        }
    };
    cross(-centre.x / edge.radius, false);
    cross((bar.length - centre.x) / edge.radius, false);
    cross((-bar.half_width - centre.y) / edge.radius, true);
    cross((bar.half_width - centre.y) / edge.radius, true);
    const auto is_inside = [&](double angle) {
        const double along = centre.x + edge.radius * std::cos(angle), aside = centre.y + edge.radius * std::sin(angle);
        return along > 0 && along < bar.length && std::abs(aside) < bar.half_width;
    };
    if (count == 0) {
        if (is_inside(0)) { add(Span{edge.from, edge.to}); }
        return;
    }
    const double turned = std::atan2(bar.direction.y, bar.direction.x);
    std::sort(angles.begin(), angles.begin() + static_cast<std::ptrdiff_t>(count));
    angles[count] = angles[0] + 2 * std::numbers::pi;
    for (std::size_t i = 0; i < count; ++i) {
        const double middle = (angles[i] + angles[i + 1]) / 2, half = (angles[i + 1] - angles[i]) / 2;
        if (is_inside(middle)) { add_turned(edge, std::remainder(middle + turned, 2 * std::numbers::pi), half, add); }
    }
}

}  // namespace geo::detail
