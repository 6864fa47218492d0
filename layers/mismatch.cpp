// SPDX-License-Identifier: MIT
#include "layers/mismatch.h"

#include "geo/adjacency.h"
#include "geo/nearest.h"

#include <map>
#include <numeric>

namespace layers {

namespace {

/// Sets of faces that touch along edges, without held land between them.
class Pieces {
public:
    explicit Pieces(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t of(std::size_t face) {
        while (parent_[face] != face) { face = parent_[face] = parent_[parent_[face]]; }
        return face;
    }
    void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

private:
    std::vector<std::size_t> parent_;
};

/// No point of the face, and no disc in it, is farther than that from the outline.
bool near_outline(const geo::Face& face, const std::vector<geo::Segment>& outline, geo::Kilometres reach) {
    const auto near = [&](const geo::LonLat& position) { return geo::nearest_on(outline, position).distance <= reach; };
    const geo::Ring& ring = face.shape.shell;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const geo::LonLat middle{(ring[i - 1].lon + ring[i].lon) / 2, (ring[i - 1].lat + ring[i].lat) / 2};
        if (!near(ring[i]) || !near(middle)) { return false; }
    }
    return geo::inscribed_radius(face.shape) <= reach;
}

}  // namespace

std::vector<std::size_t> slivers(const std::vector<SidedFace>& faces, geo::Kilometres reach) {
    std::vector<const geo::Face*> bare;
    for (const SidedFace& face : faces) { bare.push_back(face.face); }
    const geo::Adjacency neighbours = geo::adjacency(bare);
    Pieces pieces{faces.size()};
    std::vector<bool> touches_held(faces.size());
    for (const geo::SharedEdge& edge : neighbours.shared) {
        if (faces[edge.left].side == faces[edge.right].side) { pieces.join(edge.left, edge.right); }
    }
    for (const geo::SharedEdge& edge : neighbours.shared) {
        if (faces[edge.left].side == faces[edge.right].side) { continue; }
        touches_held[pieces.of(edge.left)] = true;
        touches_held[pieces.of(edge.right)] = true;
    }
    std::map<std::size_t, bool> near;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const std::size_t piece = pieces.of(i);
        if (faces[i].side != Side::ukraine || !touches_held[piece]) { continue; }
        const auto known = near.emplace(piece, true).first;
        known->second = known->second && near_outline(*faces[i].face, neighbours.outline, reach);
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const auto piece = near.find(pieces.of(i));
        if (faces[i].side == Side::ukraine && piece != near.end() && piece->second) { found.push_back(i); }
    }
    return found;
}

}  // namespace layers
