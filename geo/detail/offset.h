// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/plane.h"
#include "geo/units.h"

#include <numbers>
#include <vector>

namespace geo::detail {

/// Of an arc's chords, at most. Half-way, and at their corners, they lie 0.8e-4 and 1.6e-4 of the radius off it; coarse
/// ones 1.3e-3 and 2.6e-3. The one corner of an arc of two chords lies twice as far off.
inline constexpr double fine_chord_angle = 2.5 * std::numbers::pi / 180, coarse_chord_angle = 4 * fine_chord_angle;

/// Everything within a distance of paths on a LocalPlane; a path of one position is a point. Sides lie within 0.01 % of
/// the distance where they belong, for paths are simplified by as much, and arcs are chords, within 0.02 % of it where
/// they are fine, and with the area of what they stand for. Polygons do not overlap. Throws Error if the edges that are
/// found do not close, which no input is known to bring about.
PlaneRegion grown(const std::vector<PlanePath>& paths, Kilometres distance, double chord_angle = fine_chord_angle);

}  // namespace geo::detail
