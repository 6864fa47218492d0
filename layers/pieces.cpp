// SPDX-License-Identifier: MIT
#include "layers/pieces.h"

#include "geo/sides.h"

#include <limits>

namespace layers {

namespace {

void find_pieces(SidedLand& land) {
    land.pieces.clear();
    land.piece_of.clear();
    geo::Sides joined{land.faces.size()};
    for (const geo::SharedEdge& edge : land.neighbours.shared) {
        if (land.faces[edge.left].side == land.faces[edge.right].side) { joined.join(edge.left, edge.right, false); }
    }
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> piece_of_set(land.faces.size(), none);
    for (std::size_t i = 0; i < land.faces.size(); ++i) {
        std::size_t& piece = piece_of_set[joined.set_of(i)];
        if (piece == none) {
            piece = land.pieces.size();
            land.pieces.push_back({land.faces[i].side, {}, false});
        }
        land.pieces[piece].area += land.faces[i].face->area;
        land.piece_of.push_back(piece);
    }
    for (const geo::SharedEdge& edge : land.neighbours.shared) {
        if (land.faces[edge.left].side == land.faces[edge.right].side) { continue; }
        land.pieces[land.piece_of[edge.left]].touches_other_side = true;
        land.pieces[land.piece_of[edge.right]].touches_other_side = true;
    }
}

}  // namespace

SidedLand sided_land(const geo::Partition& parts) {
    SidedLand land;
    std::vector<const geo::Face*> bare;
    for (const geo::Face& face : parts.faces) {
        if (face.owners[0] == geo::Face::none) { continue; }
        land.faces.push_back({&face, face.owners[1] == geo::Face::none ? Side::ukraine : Side::russia});
        bare.push_back(&face);
    }
    land.neighbours = geo::adjacency(bare);
    find_pieces(land);
    return land;
}

void give(SidedLand& land, const std::vector<std::size_t>& faces) {
    for (const std::size_t face : faces) { land.faces[face].side = Side::russia; }
    find_pieces(land);
}

}  // namespace layers
