// SPDX-License-Identifier: MIT
#include "layers/model/pieces.h"

#include "geo/segment_index.h"
#include "geo/sides.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace layers {

namespace {

void find_pieces(SidedLand& land) {
    land.pieces.clear();
    land.piece_of.clear();
    geo::Sides joined{land.faces.size()};
    for (std::size_t i = 0; i < land.neighbours.shared.size(); ++i) {
        const geo::SharedEdge& edge = land.neighbours.shared[i];
        const bool one_side = land.faces[edge.left].side == land.faces[edge.right].side;
        if (one_side && land.is_gate[i] == 0) { joined.join(edge.left, edge.right, false); }
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
        if ((land.faces[edge.left].side == Side::russia) == (land.faces[edge.right].side == Side::russia)) { continue; }
        land.pieces[land.piece_of[edge.left]].touches_other_side = true;
        land.pieces[land.piece_of[edge.right]].touches_other_side = true;
    }
}

void find_gates(SidedLand& land, const std::vector<geo::Path>& gates) {
    land.is_gate.resize(land.neighbours.shared.size());
    if (gates.empty()) { return; }
    std::vector<geo::Segment> cuts;
    for (const geo::Path& gate : gates) { cuts.push_back({gate.front(), gate.back()}); }
    const geo::SegmentIndex index{std::move(cuts)};
    for (std::size_t i = 0; i < land.is_gate.size(); ++i) {
        const geo::Segment& segment = land.neighbours.shared[i].segment;
        constexpr geo::Kilometres on_it{1e-7};
        land.is_gate[i] = index.any_within(segment.from, on_it) && index.any_within(segment.to, on_it) ? 1 : 0;
    }
}

}  // namespace

SidedLand sided_land(const geo::Partition& parts, const std::vector<geo::Path>& gates, bool has_contested) {
    SidedLand land;
    std::vector<const geo::Face*> bare;
    const auto side_of = [has_contested](const geo::Face& face) {
        if (face.owners[1] != geo::Face::none) { return Side::russia; }
        return has_contested && face.owners[2] != geo::Face::none ? Side::contested : Side::ukraine;
    };
    for (const geo::Face& face : parts.faces) {
        if (face.owners[0] == geo::Face::none) { continue; }
        land.faces.push_back({&face, side_of(face)});
        bare.push_back(&face);
    }
    land.neighbours = geo::adjacency(bare);
    land.outline = std::make_shared<const geo::SegmentIndex>(land.neighbours.outline);
    find_gates(land, gates);
    find_pieces(land);
    return land;
}

void fold_contested(SidedLand& land) {
    for (SidedFace& face : land.faces) {
        if (face.side == Side::contested) { face.side = Side::ukraine; }
    }
    find_pieces(land);
}

void give(SidedLand& land, const std::vector<std::size_t>& faces) {
    for (const std::size_t face : faces) { land.faces[face].side = Side::russia; }
    std::fill(land.is_gate.begin(), land.is_gate.end(), 0);
    find_pieces(land);
}

}  // namespace layers
