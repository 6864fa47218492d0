// SPDX-License-Identifier: MIT
#include "geo/segment_index.h"

#include "geo/nearest.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace geo {

namespace {

Bounds box_of(const Segment& segment) {
    Bounds box;
    box.add(segment.from);
    box.add(segment.to);
    return box;
}

/// More cells than that per segment would be empty ones to walk through.
constexpr double most_cells = 4e6;

/// In degrees of latitude, flat about the position, as nearest_on() has it.
double squared_distance(const Segment& segment, const LonLat& position, double shrink) {
    const double ax = (segment.from.lon - position.lon) * shrink, ay = segment.from.lat - position.lat;
    const double dx = (segment.to.lon - segment.from.lon) * shrink, dy = segment.to.lat - segment.from.lat;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 == 0 ? 0 : std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0);
    const double x = ax + t * dx, y = ay + t * dy;
    return x * x + y * y;
}

}  // namespace

SegmentIndex::SegmentIndex(std::vector<Segment> segments) : segments_{std::move(segments)}, seen_(segments_.size()) {
    for (const Segment& segment : segments_) { bounds_.add(box_of(segment)); }
    if (segments_.empty()) { bounds_.add(LonLat{0, 0}); }
    const double width = std::max(bounds_.east - bounds_.west, 1e-9);
    const double height = std::max(bounds_.north - bounds_.south, 1e-9);
    const double cells = std::clamp(static_cast<double>(segments_.size()), 1.0, most_cells);
    wide_ = std::max(1, static_cast<int>(std::min(std::sqrt(cells * width / height), cells)));
    high_ = std::max(1, static_cast<int>(std::min(cells / wide_, cells)));
    cell_lon_ = width / wide_;
    cell_lat_ = height / high_;
    const auto each_cell = [this](const Segment& segment, const auto& see) {
        const Bounds box = box_of(segment);
        const Cell low = cell_at({box.west, box.south}), high = cell_at({box.east, box.north});
        for (int y = low.y; y <= high.y; ++y) {
            for (int x = low.x; x <= high.x; ++x) { see(number(x, y)); }
        }
    };
    first_.resize(static_cast<std::size_t>(wide_) * static_cast<std::size_t>(high_) + 1);
    for (const Segment& segment : segments_) {
        each_cell(segment, [this](std::size_t cell) { ++first_[cell + 1]; });
    }
    for (std::size_t cell = 1; cell < first_.size(); ++cell) { first_[cell] += first_[cell - 1]; }
    members_.resize(first_.back());
    std::vector<std::uint32_t> next = first_;
    for (std::uint32_t i = 0; i < segments_.size(); ++i) {
        each_cell(segments_[i], [&](std::size_t cell) { members_[next[cell]++] = i; });
    }
}

SegmentIndex::Cell SegmentIndex::cell_at(const LonLat& position) const {
    const double x = (position.lon - bounds_.west) / cell_lon_, y = (position.lat - bounds_.south) / cell_lat_;
    return {static_cast<int>(std::clamp(x, 0.0, wide_ - 1.0)), static_cast<int>(std::clamp(y, 0.0, high_ - 1.0))};
}

std::optional<SegmentIndex::Hit> SegmentIndex::nearest(const LonLat& position, Kilometres reach,
                                                       const std::function<bool(std::size_t)>& counts) const {
    std::optional<Hit> best;
    const Cell middle = cell_at(position);
    const double shrink = std::cos(position.lat * std::numbers::pi / 180);
    const Kilometres cell = latitude_as_length(std::min(cell_lon_ * shrink, cell_lat_));
    const int farthest = std::max({middle.x, wide_ - 1 - middle.x, middle.y, high_ - 1 - middle.y});
    ++query_;
    const double reach_degrees = reach / latitude_as_length(1) * (1 + 1e-9);
    double least2 = reach_degrees * reach_degrees;  // degrees², compared before any root is taken
    const auto look = [&](int x, int y) {
        for (std::uint32_t i = first_[number(x, y)]; i < first_[number(x, y) + 1]; ++i) {
            const std::uint32_t member = members_[i];
            if (std::exchange(seen_[member], query_) == query_ || (counts && !counts(member))) { continue; }
            const double off2 = squared_distance(segments_[member], position, shrink);
            if (off2 >= least2) { continue; }
            const Nearest found = nearest_on(segments_[member], position);
            if (found.distance > reach) { continue; }
            least2 = off2;
            reach = found.distance;
            best = {member, found.point, found.distance};
        }
    };
    for (int ring = 0; ring <= farthest && cell * (ring - 1) <= reach; ++ring) {
        const int west = middle.x - ring, east = middle.x + ring, south = middle.y - ring, north = middle.y + ring;
        for (int y = std::max(south, 0); y <= std::min(north, high_ - 1); ++y) {
            const int step = y == south || y == north || ring == 0 ? 1 : 2 * ring;  // whole rows, or both flanks
            for (int x = west; x <= east; x += step) {
                if (x >= 0 && x < wide_) { look(x, y); }
            }
        }
    }
    return best;
}

bool SegmentIndex::any_within(const LonLat& position, Kilometres reach) const {
    if (segments_.empty()) { return false; }
    const double shrink = std::cos(position.lat * std::numbers::pi / 180);
    const double reach_lat = reach / latitude_as_length(1);
    const double surely2 = reach_lat * reach_lat * (1 - 1e-9), perhaps2 = reach_lat * reach_lat * (1 + 1e-9);
    const auto is_near = [&](std::size_t member) {  // nearest_on() takes a root, and decides where it matters
        const double off2 = squared_distance(segments_[member], position, shrink);
        return off2 < surely2 || (off2 <= perhaps2 && nearest_on(segments_[member], position).distance <= reach);
    };
    if (is_near(last_hit_)) { return true; }
    const double off_lat = reach_lat * (1 + 1e-9), off_lon = off_lat / std::max(shrink, 1e-9);
    Bounds box;
    box.add(LonLat{position.lon - off_lon, position.lat - off_lat});
    box.add(LonLat{position.lon + off_lon, position.lat + off_lat});
    if (!box.overlaps(bounds_)) { return false; }
    const Cell low = cell_at({box.west, box.south}), high = cell_at({box.east, box.north});
    const auto in_row = [&](int y) {
        if (y < low.y || y > high.y) { return false; }
        const auto first = members_.begin() + first_[number(low.x, y)];
        const auto last = members_.begin() + first_[number(high.x, y) + 1];
        const auto found = std::find_if(first, last, is_near);
        if (found == last) { return false; }
        last_hit_ = *found;
        return true;
    };
    const int middle = cell_at(position).y;
    for (int off = 0; off <= std::max(middle - low.y, high.y - middle); ++off) {
        if (in_row(middle - off) || (off > 0 && in_row(middle + off))) { return true; }
    }
    return false;
}

void SegmentIndex::visit(const Bounds& bounds, const std::function<void(std::size_t)>& see) const {
    const Cell low = cell_at({bounds.west, bounds.south}), high = cell_at({bounds.east, bounds.north});
    ++query_;
    for (int y = low.y; y <= high.y; ++y) {
        for (int x = low.x; x <= high.x; ++x) {
            for (std::uint32_t i = first_[number(x, y)]; i < first_[number(x, y) + 1]; ++i) {
                const std::uint32_t member = members_[i];
                if (std::exchange(seen_[member], query_) == query_) { continue; }
                if (box_of(segments_[member]).overlaps(bounds)) { see(member); }
            }
        }
    }
}

}  // namespace geo
