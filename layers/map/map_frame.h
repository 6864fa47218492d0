// SPDX-License-Identifier: MIT
#pragma once

#include "geo/projection.h"
#include "layers/map/scene.h"
#include "layers/model/unit.h"

namespace layers {

/// Where the map of Ukraine has its origin: lengths within the country are true to 0.3 % on Lambert's azimuthal
/// equal-area plane about it.
inline constexpr geo::LonLat middle_of_ukraine{31.2, 48.7};

/// Where the map of some units lies. Of Ukraine it is the same plane whatever part of it the units are; of another
/// country it is Lambert's azimuthal equal-area one about the middle of the units.
struct MapFrame {
    geo::LonLat origin = middle_of_ukraine;
    MapBox whole;             ///< what is shown at first, in metres from the origin
    MapBox world;             ///< the middle of the map stays within
    bool has_ukraine = true;  ///< its neighbours, seas and towns are on the map
    bool is_part = false;     ///< of Ukraine: the rest of it is drawn as other countries are
    geo::Bounds bounds;       ///< of the units; beyond 180° E where they lie on both sides of the antimeridian
};

MapFrame frame_of(const Units& units);

/// What lies behind and beside the units: of Ukraine seas, neighbouring land, graticule, and their names; elsewhere a
/// graticule alone, for what is land there is not known.
Scene backdrop_scene(const MapFrame& frame, Theme theme);

}  // namespace layers
