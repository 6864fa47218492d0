// SPDX-License-Identifier: MIT
#include "geo/partition.h"

#include "geo/adjacency.h"
#include "geo/detail/geos.h"
#include "geo/error.h"
#include "geo/measure.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace geo {

namespace {

using namespace detail;

/// A region made ready to be asked many times whether it contains a point.
struct Locator {
    Bounds bounds;
    Geometry geometry;
    Prepared prepared;

    explicit Locator(const Region& region)
        : bounds{bounds_of(region)}, geometry{to_geos(region)}, prepared{GEOSPrepare_r(geos(), geometry.get())} {}
    bool contains(const LonLat& position, const GEOSGeometry* point) const {
        return bounds.contains(position) &&
               checked(GEOSPreparedIntersects_r(geos(), prepared.get(), point), "locating");
    }
};

class LayerIndex {
public:
    explicit LayerIndex(const Layer& layer) : nested_{layer.nested} {
        locators_.reserve(layer.owners.size());
        for (const Owner& owner : layer.owners) { locators_.emplace_back(*owner.region); }
    }

    /// The first region that contains the position, and how many do (of a nested layer: one at most).
    std::pair<int, int> owner_of(const LonLat& position, const GEOSGeometry* point) const {
        if (nested_) { return first_of_nested(position, point); }
        int owner = Face::none, claims = 0;
        for (std::size_t i = 0; i < locators_.size(); ++i) {
            if (!locators_[i].contains(position, point)) { continue; }
            if (++claims == 1) { owner = static_cast<int>(i); }
        }
        return {owner, claims};
    }

private:
    std::pair<int, int> first_of_nested(const LonLat& position, const GEOSGeometry* point) const {
        const auto found = std::partition_point(locators_.begin(), locators_.end(),
                                                [&](const Locator& l) { return !l.contains(position, point); });
        if (found == locators_.end()) { return {Face::none, 0}; }
        return {static_cast<int>(found - locators_.begin()), 1};
    }

    std::vector<Locator> locators_;
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

Geometry all_borders(const std::vector<Layer>& layers, const std::vector<Path>& cuts) {
    Borders borders;
    for (const Layer& layer : layers) {
        for (const Owner& owner : layer.owners) {
            if (owner.borders == nullptr) {
                for (const Ring* ring : rings_of(*owner.region)) { borders.add(*ring); }
            } else {
                for (const Path& path : *owner.borders) { borders.add(path); }
            }
        }
    }
    for (const Path& cut : cuts) { borders.add(cut); }
    return borders.linework();
}

Partition label(const GEOSGeometry* noded, const std::vector<Layer>& layers) {
    const GEOSGeometry* const inputs[] = {noded};
    const Geometry polygons = checked(GEOSPolygonize_r(geos(), inputs, 1), "making faces of the borders");
    std::vector<LayerIndex> indexes(layers.begin(), layers.end());
    Partition result;
    result.overlaps.resize(layers.size());
    for (const GEOSGeometry* polygon : members_of(polygons.get())) {
        Face face{to_polygon(polygon), {}, {}, {}};
        face.inside = point_inside(face.shape);
        face.area = area_of(face.shape);
        const Geometry point = to_geos(face.inside);
        for (std::size_t layer = 0; layer < indexes.size(); ++layer) {
            const auto [owner, claims] = indexes[layer].owner_of(face.inside, point.get());
            if (claims > 1) { result.overlaps[layer] += face.area * (claims - 1); }
            face.owners.push_back(owner);
        }
        result.faces.push_back(std::move(face));
    }
    return result;
}

}  // namespace

Partition partition(const std::vector<Layer>& layers, const std::vector<Path>& cuts) {
    const Geometry borders = all_borders(layers, cuts);
    const Geometry noded = checked(GEOSUnaryUnion_r(geos(), borders.get()), "noding the borders");
    return label(noded.get(), layers);
}

Partition partition_on_grid(const std::vector<Layer>& layers, int decimals) {
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
    Region rings;  // contains() counts edges, whatever rings they stand in
    for (const Path& edge : edges) { rings.polygons.push_back({edge, {}}); }
    Region result;
    for (const GEOSGeometry* member : members_of(polygons.get())) {
        Polygon polygon = to_polygon(member);
        if (contains(rings, point_inside(polygon))) { result.polygons.push_back(std::move(polygon)); }
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
