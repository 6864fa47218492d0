// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/scene.h"

#include <cstdint>
#include <vector>

namespace layers {

/// By cell: the group that it is dissolved into.
using Grouping = std::vector<std::uint32_t>;

/// Where two groups meet: a polyline whose ends are nodes, at which others end too, or a closed one. Both neighbours
/// are drawn along the same one, so that no gap opens between them however it is simplified (as in TopoJSON).
struct SceneArc {
    std::uint32_t left = 0, right = 0;  ///< groups; SceneLand::Edge::outside off the land
    std::uint32_t from = 0, to = 0;     ///< nodes: points of the land by index
    ScenePath points;
};

/// Arcs between all groups, each once.
std::vector<SceneArc> arcs_between(const SceneLand& on_map, const Grouping& groups);

/// A part of an arc list as a ring: arcs by index, in the order in which they follow one another.
struct ArcUse {
    std::size_t arc = 0;
    bool backwards = false;
    friend bool operator==(const ArcUse&, const ArcUse&) = default;
};
using ArcRing = std::vector<ArcUse>;

/// The outlines of one group: shells counter-clockwise, holes clockwise; parts that touch in a point are rings of their
/// own.
std::vector<ArcRing> rings_of(std::uint32_t group, const std::vector<SceneArc>& arcs);

/// The ring's points, the first not repeated.
ScenePath points_of(const ArcRing& ring, const std::vector<SceneArc>& arcs);

}  // namespace layers
