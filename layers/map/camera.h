// SPDX-License-Identifier: MIT
#pragma once

#include "geo/projection.h"
#include "layers/map/map_frame.h"

#include <optional>

namespace layers {

/// On the screen: logical pixels to the right and downwards from the window's upper left corner.
struct ScreenPoint {
    double x = 0, y = 0;
};

/// The part of the window that shows the map, in logical pixels.
struct Viewport {
    double x = 0, y = 0, width = 1, height = 1;
    ScreenPoint middle() const { return {x + width / 2, y + height / 2}; }
    bool contains(ScreenPoint point) const;
};

/// Which part of the map plane is shown, and how large. All functions are pure.
struct Camera {
    geo::MapPoint centre;
    double metres_per_px = 1000;             ///< per logical pixel
    geo::LonLat origin = middle_of_ukraine;  ///< of the plane: see MapFrame
};

inline constexpr double nearest_m_per_px = 5, farthest_m_per_px = 4000;

ScreenPoint to_screen(const Camera& camera, const Viewport& viewport, const geo::MapPoint& point);
geo::MapPoint to_map(const Camera& camera, const Viewport& viewport, ScreenPoint point);

/// What lay under the pointer at `from` lies under it at `to`.
Camera panned(const Camera& camera, ScreenPoint from, ScreenPoint to);

/// `factor` times larger, within the limits; what lies under `fixed` stays there.
Camera zoomed(const Camera& camera, const Viewport& viewport, ScreenPoint fixed, double factor);

/// The whole box, with `margin_px` free on every side.
Camera fitted(const MapBox& box, const Viewport& viewport, double margin_px, double farthest = farthest_m_per_px);

/// All units of the frame, clear of the scale bar below them; of Ukraine with its seas.
Camera on_whole(const MapFrame& frame, const Viewport& viewport);

/// All of the box in the viewport, with a margin; beside, above or below what is `taken` of it, whichever shows it
/// larger, where there is something.
Camera on_box(const MapBox& box, const MapFrame& frame, const Viewport& viewport,
              const std::optional<Viewport>& taken = {});

/// The same with its centre brought back into the box.
Camera kept_within(const Camera& camera, const MapBox& box);

MapBox shown_box(const Camera& camera, const Viewport& viewport);

}  // namespace layers
