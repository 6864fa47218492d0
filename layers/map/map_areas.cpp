// SPDX-License-Identifier: MIT
#include "layers/map/map_areas.h"

#include "layers/map/dissolve.h"
#include "layers/map/visible.h"

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

using Ring = std::vector<ScreenPoint>;

/// So far beyond the map shapes go on: more than any line is wide.
constexpr double beyond_px = 12;
/// Of lines that stand for land as detailed as it comes, positions nearer than that to the one before are left out.
constexpr double details_px = 0.4;

struct Projector {
    const Camera& camera;
    const Viewport& viewport;
    ScreenPoint operator()(const ScenePoint& point) const {
        return to_screen(camera, viewport, geo::MapPoint{point.x_m, point.y_m});
    }
};

/// One side of a box, for Sutherland and Hodgman's way of cutting a ring (1974): what lies on its inner side stays.
struct HalfPlane {
    bool is_x;
    double at, sign;
    double inside(const ScreenPoint& point) const { return sign * ((is_x ? point.x : point.y) - at); }
};

Ring cut(const Ring& ring, const HalfPlane& half) {
    Ring result;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const ScreenPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
        const double in_a = half.inside(a), in_b = half.inside(b);
        if (in_a >= 0) { result.push_back(a); }
        if ((in_a >= 0) != (in_b >= 0)) {
            const double t = in_a / (in_a - in_b);
            result.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return result;
}

Ring cut(Ring ring, const Viewport& viewport) {
    const HalfPlane sides[] = {{true, viewport.x - beyond_px, 1},
                               {true, viewport.x + viewport.width + beyond_px, -1},
                               {false, viewport.y - beyond_px, 1},
                               {false, viewport.y + viewport.height + beyond_px, -1}};
    for (const HalfPlane& side : sides) {
        const bool all_in =
            std::all_of(ring.begin(), ring.end(), [&side](const ScreenPoint& at) { return side.inside(at) >= 0; });
        if (!all_in) { ring = cut(ring, side); }
    }
    return ring;
}

void add_ring(const ScenePath& points, const Projector& project, Sheet::Area& area) {
    Ring ring;
    for (const ScenePoint& point : points) { ring.push_back(project(point)); }
    ring = cut(std::move(ring), project.viewport);
    if (ring.size() > 2) { area.rings.push_back(std::move(ring)); }
}

void add_dissolved(const SceneFill& fill, const SceneLand& on_map, const Projector& project, Sheet::Area& area) {
    Grouping groups(on_map.pieces->size());
    for (const std::uint32_t piece : fill.pieces) { groups[piece] = 1; }
    const std::vector<SceneArc> arcs = arcs_between(on_map, groups);
    for (const ArcRing& ring : rings_of(1, arcs)) { add_ring(points_of(ring, arcs), project, area); }
}

void add_pieces(const SceneFill& fill, const Scene& scene, const Projector& project, const MapBox& shown,
                Sheet::Area& area) {
    for (const std::uint32_t piece : fill.pieces) {
        if (!(*scene.pieces)[piece].box.overlaps(shown)) { continue; }
        for (const ScenePath& ring : (*scene.pieces)[piece].rings) { add_ring(ring, project, area); }
    }
}

/// Runs of the path that lie in the map or pass by it.
void add_path(const ScenePath& path, const Projector& project, double least_px, Sheet::Lines& lines) {
    const Viewport& map = project.viewport;
    const auto passes = [&map](const ScreenPoint& a, const ScreenPoint& b) {
        return std::max(a.x, b.x) > map.x - beyond_px && std::min(a.x, b.x) < map.x + map.width + beyond_px &&
               std::max(a.y, b.y) > map.y - beyond_px && std::min(a.y, b.y) < map.y + map.height + beyond_px;
    };
    Ring run;
    const auto end = [&] {
        if (run.size() > 1) { lines.paths.push_back(std::move(run)); }
        run.clear();
    };
    for (std::size_t i = 1; i < path.size(); ++i) {
        const ScreenPoint a = project(path[i - 1]), b = project(path[i]);
        if (!passes(a, b)) {
            end();
            continue;
        }
        if (run.empty()) { run.push_back(a); }
        const double off = std::hypot(b.x - run.back().x, b.y - run.back().y);
        if (off >= least_px || i + 1 == path.size()) { run.push_back(b); }
    }
    end();
}

/// Statuses are seen on opaque land: an opaque colour leaves no seam where two of them meet.
Colour seen(const SceneFill& fill, const SheetStyle& style) {
    const bool on_land = fill.part == Part::status || fill.part == Part::difference;
    const Colour land = palette(style.theme).land;
    return on_land ? blended(seen_on_land(fill.colour, land, style.paint), land) : fill.colour;
}

}  // namespace

Sheet::Area area_of(const SceneFill& fill, const SceneLand& on_map, const Camera& camera, const Viewport& viewport) {
    Sheet::Area area;
    add_dissolved(fill, on_map, {camera, viewport}, area);
    return area;
}

void add_fills(const Scene& scene, const SceneLand* on_map, const Camera& camera, const Viewport& viewport,
               const SheetStyle& style, Sheet::Group& group) {
    const Projector project{camera, viewport};
    const MapBox shown = shown_box(camera, viewport);
    for (const SceneFill& fill : scene.fills) {
        if (!style.paint.shows(fill.part) || fill.pieces.empty() || !meets(fill, scene, shown)) { continue; }
        Sheet::Area area{
            {}, seen(fill, style), fill.hatch, fill.hatch_colour, fill.words.empty() ? fill.id : fill.words};
        if (on_map != nullptr) {
            add_dissolved(fill, *on_map, project, area);
        } else {
            add_pieces(fill, scene, project, shown, area);
        }
        if (!area.rings.empty()) { group.items.emplace_back(std::move(area)); }
    }
}

void add_strokes(const Scene& scene, const Camera& camera, const Viewport& viewport, const SheetStyle& style,
                 Sheet::Group& group) {
    const Projector project{camera, viewport};
    const MapBox shown = shown_box(camera, viewport);
    for (const SceneStroke& stroke : scene.strokes) {
        if (!style.paint.shows(stroke.part) || camera.metres_per_px > stroke.coarsest_m_per_px) { continue; }
        if (!meets(stroke, shown)) { continue; }
        Sheet::Lines lines{{}, stroke.colour, stroke.width_px, stroke.id};
        const double least_px = std::isfinite(stroke.coarsest_m_per_px) ? details_px : 0;
        for (const ScenePath& path : stroke.paths) { add_path(path, project, least_px, lines); }
        if (!lines.paths.empty()) { group.items.emplace_back(std::move(lines)); }
    }
}

void add_scene(const Scene& scene, const SceneLand* on_map, const Camera& camera, const Viewport& viewport,
               const SheetStyle& style, Sheet::Group& group) {
    add_fills(scene, on_map, camera, viewport, style, group);
    add_strokes(scene, camera, viewport, style, group);
}

}  // namespace layers
