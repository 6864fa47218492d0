// SPDX-License-Identifier: MIT
#include "geo/partition.h"

#include "geo/adjacency.h"
#include "geo/detail/geos.h"
#include "geo/detail/locator.h"
#include "geo/detail/near_pairs.h"
#include "geo/error.h"
#include "geo/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_set>

namespace geo {

namespace {

using namespace detail;

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

/// Neighbours share borders: each segment goes to the noder once, and what is left of each ring as paths.
class Borders {
public:
    void add(const Path& path) {
        Path run;
        for (std::size_t i = 1; i < path.size(); ++i) {
            if (is_new(path[i - 1], path[i])) {
                if (run.empty()) { run.push_back(path[i - 1]); }
                run.push_back(path[i]);
            } else {
                flush(run);
            }
        }
        flush(run);
    }
    /// What crosses too often would take minutes and gigabytes.
    void check() const {
        constexpr std::size_t most = 500'000;
        std::vector<Segment> segments;
        for (const Path& path : paths_) {
            for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
        }
        if (segments.size() * segments.size() / 2 < most || !cross_more_often(segments, most)) { return; }
        throw Error{
            fmt::format("borders, lines, strips and areas cross one another more than {},000 times", most / 1000),
            "give fewer, or simpler ones"};
    }
    Geometry linework() const {
        std::vector<const Path*> pointers;
        for (const Path& path : paths_) { pointers.push_back(&path); }
        return detail::linework(pointers);
    }

private:
    bool is_new(const LonLat& a, const LonLat& b) {
        if (a == b) { return false; }
        const bool ordered = a.lon < b.lon || (a.lon == b.lon && a.lat < b.lat);
        return seen_.insert(ordered ? Segment{a, b} : Segment{b, a}).second;
    }
    void flush(Path& run) {
        if (!run.empty()) { paths_.push_back(std::move(run)); }
        run.clear();
    }

    std::unordered_set<Segment, SegmentHash> seen_;
    std::vector<Path> paths_;
};

Geometry all_borders(const std::vector<Coverage>& layers, const std::vector<Path>& cuts) {
    Borders borders;
    for (const Coverage& layer : layers) {
        for (const Owner& owner : layer.owners) {
            if (owner.borders == nullptr) {
                for (const Ring* ring : rings_of(*owner.region)) { borders.add(*ring); }
            } else {
                for (const Path& path : *owner.borders) { borders.add(path); }
            }
        }
    }
    for (const Path& cut : cuts) { borders.add(cut); }
    borders.check();
    return borders.linework();
}

Partition label(const GEOSGeometry* noded, const std::vector<Coverage>& layers) {
    const GEOSGeometry* const inputs[] = {noded};
    const Geometry polygons = checked(GEOSPolygonize_r(geos(), inputs, 1), "making faces of the borders");
    std::vector<CoverageIndex> indexes(layers.begin(), layers.end());
    Partition result;
    result.overlaps.resize(layers.size());
    for (const GEOSGeometry* polygon : members_of(polygons.get())) {
        Face face{to_polygon(polygon), {}, {}, {}};
        face.inside = point_inside(face.shape);
        face.area = area_of(face.shape);
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
    const Geometry borders = all_borders(layers, cuts);
    const Geometry noded = checked(GEOSUnaryUnion_r(geos(), borders.get()), "noding the borders");
    return label(noded.get(), layers);
}

Partition partition_on_grid(const std::vector<Coverage>& layers, int decimals) {
    const Geometry borders = all_borders(layers, {});
    const Geometry noded = checked(GEOSUnaryUnionPrec_r(geos(), borders.get(), std::pow(10.0, -decimals)),
                                   "rounding the borders to a grid");
    return label(noded.get(), layers);
}

namespace {

/// What the faces' common outline encloses: the edges that only one of them has, made into polygons again. Where faces
/// are so thin that rounding makes them overlap by a hair, a union of thousands of them would take minutes.
Region within_outline(const std::vector<const Face*>& faces) {
    const std::vector<Segment> outline = adjacency(faces).outline;
    std::vector<Path> edges;
    std::vector<const Path*> pointers;
    for (const Segment& segment : outline) { edges.push_back({segment.from, segment.to}); }
    for (const Path& edge : edges) { pointers.push_back(&edge); }
    const Geometry lines = linework(pointers);
    const GEOSGeometry* const inputs[] = {lines.get()};
    const Geometry polygons = checked(GEOSPolygonize_r(geos(), inputs, 1), "joining faces");
    const std::unordered_set<Segment, SegmentHash> inner{outline.begin(), outline.end()};  // a face to the left
    Region result;
    for (const GEOSGeometry* member : members_of(polygons.get())) {
        Polygon polygon = to_polygon(member);
        if (inner.contains({polygon.shell[0], polygon.shell[1]})) { result.polygons.push_back(std::move(polygon)); }
    }
    return result;
}

}  // namespace

Region dissolve(const std::vector<const Face*>& faces) {
    if (faces.empty()) { return {}; }
    std::vector<Geometry> polygons;
    for (const Face* face : faces) { polygons.push_back(to_geos(face->shape)); }
    const Geometry all = collection(GEOS_MULTIPOLYGON, std::move(polygons));
    const Geometry region = joined_by_edges(all.get());
    return region ? to_region(region.get()) : within_outline(faces);
}

}  // namespace geo
