// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/partition.h"
#include "geo/segment_index.h"
#include "geo/units.h"
#include "layers/model/area_expression.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace layers {

/// A face of the country and its side; contested land is that of neither for as long as slivers are looked for.
struct SidedFace {
    const geo::Face* face;
    Side side;
};

/// Land of one side that touches along edges.
struct Piece {
    Side side = Side::ukraine;
    geo::SquareKilometres area;
    bool touches_other_side = false;  ///< held land touches land that is not, or the other way round
};

/// The country's faces, what touches what, and the pieces that they make. It points into the partition.
struct SidedLand {
    std::vector<SidedFace> faces;
    geo::Adjacency neighbours;          ///< indices into `faces`
    std::vector<std::size_t> piece_of;  ///< by face: index into `pieces`
    std::vector<Piece> pieces;
    std::vector<char> is_gate;                           ///< by shared edge: it lies on a gate
    std::shared_ptr<const geo::SegmentIndex> outline{};  ///< of neighbours.outline

    const Piece& piece(std::size_t face) const { return pieces[piece_of[face]]; }
};

/// Of a partition by units and held land, and by gates, which part pieces of one side: faces of no unit are left out.
/// With `has_contested` the third layer is contested land.
SidedLand sided_land(const geo::Partition& parts, const std::vector<geo::Path>& gates = {}, bool has_contested = false);

/// Contested land goes to Ukraine's side, as what a line in front of it does not hold.
void fold_contested(SidedLand& land);

/// These faces go to Russia's side; pieces are found anew, and gates part nothing any more.
void give(SidedLand& land, const std::vector<std::size_t>& faces);

}  // namespace layers
