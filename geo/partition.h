// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <initializer_list>
#include <vector>

namespace geo {

/// A region that owns land in a layer. Where it was itself cut out along paths, the paths stand as its `borders`
/// instead of its rings: crossings are then computed once and not again beside themselves.
struct Owner {
    Owner(const Region* owned, const std::vector<Path>* along = nullptr) : region{owned}, borders{along} {}
    const Region* region;
    const std::vector<Path>* borders;
};

/// Regions of one kind, such as the units of a country. Where two overlap, the first owns the land. In a nested layer
/// each region contains the one before it: an owner is then found by bisection, and overlaps are not counted.
struct Coverage {
    std::vector<Owner> owners;
    bool nested = false;

    Coverage() = default;
    Coverage(std::initializer_list<Owner> list) : owners{list} {}
    void emplace_back(const Region* region, const std::vector<Path>* borders = nullptr) {
        owners.emplace_back(region, borders);
    }
};

/// A piece of the earth that no border crosses.
struct Face {
    static constexpr int none = -1;
    Polygon shape;
    SquareKilometres area;
    LonLat inside;            ///< a point within the face
    std::vector<int> owners;  ///< by layer: index of the region that owns the face, or none
};

/// All borders of all layers noded together once: every point that any region covers lies in exactly one face, faces
/// neither overlap nor leave gaps, and the faces of a region sum to it (within 1e-6 km² for a country of 600,000 km²).
struct Partition {
    std::vector<Face> faces;
    std::vector<SquareKilometres> overlaps;  ///< by layer: by how much its regions sum to more than their land
};

/// Regions valid, as repair() returns them; `cuts` are open or closed paths that cut faces without owning any.
Partition partition(const std::vector<Coverage>& layers, const std::vector<Path>& cuts = {});

/// The same with every vertex on a grid of `decimals` places (snap rounding; Hobby 1999): what is written with so many
/// decimals is still valid and still a partition. Faces thinner than the grid disappear.
Partition partition_on_grid(const std::vector<Coverage>& layers, int decimals);

/// The region that some of the faces make together; borders between them vanish.
Region dissolve(const std::vector<const Face*>& faces);

}  // namespace geo
