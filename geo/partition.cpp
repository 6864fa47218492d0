// SPDX-License-Identifier: MIT
#include "geo/partition.h"

#include "geo/adjacency.h"
#include "geo/detail/faces.h"
#include "geo/detail/geos.h"
#include "geo/detail/locator.h"
#include "geo/detail/noding.h"
#include "geo/error.h"
#include "geo/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_set>

namespace geo {

namespace {

using namespace detail;

/// What crosses more often would take minutes and gigabytes.
constexpr std::size_t most_border_crossings = 500'000;

[[noreturn]] void refuse_crossings() {
    throw Error{fmt::format("borders, lines, strips and areas cross one another more than {},000 times",
                            most_border_crossings / 1000),
                "give fewer, or simpler ones"};
}

std::vector<const Path*> pointers_to(const std::vector<Path>& paths) {
    std::vector<const Path*> pointers;
    for (const Path& path : paths) { pointers.push_back(&path); }
    return pointers;
}

class CoverageIndex {
public:
    explicit CoverageIndex(const Coverage& layer) : nested_{layer.nested} {
        locators_.reserve(layer.owners.size());
        for (const Owner& owner : layer.owners) {
            locators_.emplace_back(*owner.region);
            all_.add(locators_.back().bounds());
        }
        if (locators_.size() < many_owners || nested_) { return; }
        squares_.resize(std::size_t{rows} * rows);
        for (std::size_t i = 0; i < locators_.size(); ++i) { file_away(static_cast<std::uint32_t>(i)); }
    }

    /// The first region that contains the position, and how many do (of a nested layer: one at most).
    std::pair<int, int> owner_of(const LonLat& position) {
        if (nested_) { return first_of_nested(position); }
        int owner = Face::none, claims = 0;
        const auto ask = [&](std::size_t i) {
            if (!locators_[i].contains(position)) { return; }
            if (++claims == 1) { owner = static_cast<int>(i); }
        };
        if (squares_.empty()) {
            for (std::size_t i = 0; i < locators_.size(); ++i) { ask(i); }
        } else if (all_.contains(position)) {
            for (const std::uint32_t i : squares_[column_of(position.lon) + rows * row_of(position.lat)]) { ask(i); }
        }
        return {owner, claims};
    }

private:
    static constexpr std::size_t many_owners = 64;
    static constexpr std::size_t rows = 32;

    static std::size_t part_of(double value, double low, double high) {
        const double part = (value - low) / (high - low) * static_cast<double>(rows);
        return static_cast<std::size_t>(std::clamp(part, 0.0, static_cast<double>(rows - 1)));
    }
    std::size_t column_of(double lon) const { return part_of(lon, all_.west, all_.east); }
    std::size_t row_of(double lat) const { return part_of(lat, all_.south, all_.north); }

    void file_away(std::uint32_t owner) {
        const Bounds& bounds = locators_[owner].bounds();
        if (bounds.empty()) { return; }
        for (std::size_t row = row_of(bounds.south); row <= row_of(bounds.north); ++row) {
            for (std::size_t column = column_of(bounds.west); column <= column_of(bounds.east); ++column) {
                squares_[column + rows * row].push_back(owner);
            }
        }
    }

    std::pair<int, int> first_of_nested(const LonLat& position) {
        std::size_t first = 0, last = locators_.size();
        while (first < last) {
            const std::size_t middle = (first + last) / 2;
            if (locators_[middle].contains(position)) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        if (first == locators_.size()) { return {Face::none, 0}; }
        return {static_cast<int>(first), 1};
    }

    std::vector<Locator> locators_;
    Bounds all_;
    std::vector<std::vector<std::uint32_t>> squares_;  // which owners may lie there, where there are many
    bool nested_;
};

std::vector<const Path*> all_borders(const std::vector<Coverage>& layers, const std::vector<Path>& cuts) {
    std::vector<const Path*> borders;
    for (const Coverage& layer : layers) {
        for (const Owner& owner : layer.owners) {
            if (owner.borders == nullptr) {
                for (const Ring* ring : rings_of(*owner.region)) { borders.push_back(ring); }
            } else {
                for (const Path& path : *owner.borders) {
                    if (path.size() > 1) { borders.push_back(&path); }
                }
            }
        }
    }
    for (const Path& cut : cuts) { borders.push_back(&cut); }
    return borders;
}

Partition label(std::vector<Polygon> polygons, const std::vector<Coverage>& layers) {
    std::vector<CoverageIndex> indexes(layers.begin(), layers.end());
    Partition result;
    result.overlaps.resize(layers.size());
    for (Polygon& polygon : polygons) {
        Face face{std::move(polygon), {}, {}, {}};
        face.inside = point_inside(face.shape);
        face.area = area_of(face.shape);
        face.owners.reserve(indexes.size());
        for (std::size_t layer = 0; layer < indexes.size(); ++layer) {
            const auto [owner, claims] = indexes[layer].owner_of(face.inside);
            if (claims > 1) { result.overlaps[layer] += face.area * (claims - 1); }
            face.owners.push_back(owner);
        }
        result.faces.push_back(std::move(face));
    }
    return result;
}

}  // namespace

Partition partition(const std::vector<Coverage>& layers, const std::vector<Path>& cuts) {
    const std::optional<Walks> walks = noded(all_borders(layers, cuts), Doubled::once, most_border_crossings);
    if (!walks) { refuse_crossings(); }
    std::vector<VertexEdge> edges;
    for (const std::vector<int>& walk : walks->walks) {
        for (std::size_t i = 1; i < walk.size(); ++i) {
            edges.push_back({std::min(walk[i - 1], walk[i]), std::max(walk[i - 1], walk[i])});
        }
    }
    return label(faces_between(walks->vertices, std::move(edges)), layers);
}

Partition partition_on_grid(const std::vector<Coverage>& layers, int decimals) {
    const Geometry lines = linework(all_borders(layers, {}));
    const Geometry noded =
        checked(GEOSUnaryUnionPrec_r(geos(), lines.get(), std::pow(10.0, -decimals)), "rounding the borders to a grid");
    std::vector<Path> edges;
    for (const GEOSGeometry* line : members_of(noded.get())) { edges.push_back(to_path(line)); }
    return label(faces_between(pointers_to(edges)), layers);
}

/// The edges that only one of them has, made into polygons again.
Region dissolve(const std::vector<const Face*>& faces) {
    const std::vector<Segment> outline = adjacency(faces).outline;
    std::vector<Path> edges;
    for (const Segment& segment : outline) { edges.push_back({segment.from, segment.to}); }
    const std::unordered_set<Segment, SegmentHash> inner{outline.begin(), outline.end()};  // a face to the left
    Region result;
    for (Polygon& polygon : faces_between(pointers_to(edges))) {
        if (inner.contains({polygon.shell[0], polygon.shell[1]})) { result.polygons.push_back(std::move(polygon)); }
    }
    return result;
}

}  // namespace geo
