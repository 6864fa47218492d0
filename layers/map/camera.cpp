// SPDX-License-Identifier: MIT
#include "layers/map/camera.h"

#include <algorithm>
#include <vector>

namespace layers {

bool Viewport::contains(ScreenPoint point) const {
    return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
}

ScreenPoint to_screen(const Camera& camera, const Viewport& viewport, const geo::MapPoint& point) {
    const ScreenPoint middle = viewport.middle();
    return {middle.x + (point.x_m - camera.centre.x_m) / camera.metres_per_px,
            middle.y - (point.y_m - camera.centre.y_m) / camera.metres_per_px};
}

geo::MapPoint to_map(const Camera& camera, const Viewport& viewport, ScreenPoint point) {
    const ScreenPoint middle = viewport.middle();
    return {camera.centre.x_m + (point.x - middle.x) * camera.metres_per_px,
            camera.centre.y_m - (point.y - middle.y) * camera.metres_per_px};
}

Camera panned(const Camera& camera, ScreenPoint from, ScreenPoint to) {
    Camera result = camera;
    result.centre.x_m -= (to.x - from.x) * camera.metres_per_px;
    result.centre.y_m += (to.y - from.y) * camera.metres_per_px;
    return result;
}

Camera zoomed(const Camera& camera, const Viewport& viewport, ScreenPoint fixed, double factor) {
    const geo::MapPoint under = to_map(camera, viewport, fixed);
    Camera result = camera;
    const double farthest = std::max(farthest_m_per_px, camera.metres_per_px);  // of large countries
    result.metres_per_px = std::clamp(camera.metres_per_px / factor, nearest_m_per_px, farthest);
    const geo::MapPoint moved = to_map(result, viewport, fixed);
    result.centre.x_m += under.x_m - moved.x_m;
    result.centre.y_m += under.y_m - moved.y_m;
    return result;
}

Camera fitted(const MapBox& box, const Viewport& viewport, double margin_px, double farthest) {
    const double width = std::max(1.0, viewport.width - 2 * margin_px);
    const double height = std::max(1.0, viewport.height - 2 * margin_px);
    const double scale = std::max((box.east - box.west) / width, (box.north - box.south) / height);
    return {{(box.west + box.east) / 2, (box.south + box.north) / 2}, std::clamp(scale, nearest_m_per_px, farthest)};
}

Camera kept_within(const Camera& camera, const MapBox& box) {
    Camera result = camera;
    result.centre.x_m = std::clamp(camera.centre.x_m, box.west, box.east);
    result.centre.y_m = std::clamp(camera.centre.y_m, box.south, box.north);
    return result;
}

MapBox shown_box(const Camera& camera, const Viewport& viewport) {
    const geo::MapPoint low = to_map(camera, viewport, {viewport.x, viewport.y + viewport.height});
    const geo::MapPoint high = to_map(camera, viewport, {viewport.x + viewport.width, viewport.y});
    return {low.x_m, low.y_m, high.x_m, high.y_m};
}

Camera on_whole(const MapFrame& frame, const Viewport& viewport) {
    const bool has_seas = frame.has_ukraine && !frame.is_part;  // over which scale and credits may lie
    constexpr double farthest = 1e5;                            // half of the earth in a small window
    Camera camera = fitted(frame.whole, viewport, has_seas ? 12 : 46, farthest);
    camera.origin = frame.origin;
    return camera;
}

Camera on_box(const MapBox& box, const MapFrame& frame, const Viewport& viewport,
              const std::optional<Viewport>& taken) {
    constexpr double margin_px = 24, least_px = 200, farthest = 1e5;
    std::vector<Viewport> parts;
    if (taken) {
        const double right = viewport.x + viewport.width, bottom = viewport.y + viewport.height,
                     taken_right = taken->x + taken->width, taken_bottom = taken->y + taken->height;
        parts = {{viewport.x, viewport.y, taken->x - viewport.x, viewport.height},
                 {taken_right, viewport.y, right - taken_right, viewport.height},
                 {viewport.x, viewport.y, viewport.width, taken->y - viewport.y},
                 {viewport.x, taken_bottom, viewport.width, bottom - taken_bottom}};
        std::erase_if(parts, [](const Viewport& part) { return part.width < least_px || part.height < least_px; });
    }
    if (parts.empty()) { parts.push_back(viewport); }
    Camera best;
    for (const Viewport& part : parts) {
        Camera camera = fitted(box, part, margin_px, farthest);
        const ScreenPoint here = part.middle(), middle = viewport.middle();
        camera.centre.x_m -= (here.x - middle.x) * camera.metres_per_px;
        camera.centre.y_m += (here.y - middle.y) * camera.metres_per_px;
        if (&part == &parts.front() || camera.metres_per_px < best.metres_per_px) { best = camera; }
    }
    best.origin = frame.origin;
    return best;
}

}  // namespace layers
