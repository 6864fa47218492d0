// SPDX-License-Identifier: MIT
#include "layers/model/slivers.h"

#include "geo/nearest.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

/// Is every disc in the polygon smaller than that? The shorter side of its box and its area tell of nearly all slivers.
bool has_no_disc_over(const geo::Face& face, Kilometres radius) {
    if (face.area.value() < std::numbers::pi * radius.value() * radius.value()) { return true; }
    const geo::Bounds box = geo::bounds_of(face.shape.shell);
    const double shrink = std::cos((box.south + box.north) / 2 * std::numbers::pi / 180);
    const double shorter = std::min((box.east - box.west) * shrink, box.north - box.south);
    if (geo::latitude_as_length(shorter) < radius * 2) { return true; }
    return geo::inscribed_radius(face.shape) <= radius;
}

/// No point of the face, and no disc in it, is farther than that from the outline.
bool near_outline(const geo::Face& face, const geo::SegmentIndex& outline, Kilometres reach) {
    const geo::Ring& ring = face.shape.shell;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const geo::LonLat middle{(ring[i - 1].lon + ring[i].lon) / 2, (ring[i - 1].lat + ring[i].lat) / 2};
        if (!outline.any_within(ring[i], reach) || !outline.any_within(middle, reach)) { return false; }
    }
    return has_no_disc_over(face, reach);
}

/// Pieces of Ukraine's side whose faces all lie near the outline.
std::vector<char> near_pieces(const SidedLand& land, const geo::SegmentIndex& outline, Kilometres reach) {
    std::vector<char> near(land.pieces.size());
    for (std::size_t i = 0; i < land.pieces.size(); ++i) {
        near[i] = land.pieces[i].side == Side::ukraine && land.pieces[i].touches_other_side ? 1 : 0;
    }
    for (std::size_t i = 0; i < land.faces.size(); ++i) {
        char& is_near = near[land.piece_of[i]];
        if (is_near != 0) { is_near = near_outline(*land.faces[i].face, outline, reach) ? 1 : 0; }
    }
    return near;
}

/// By piece: how long it is along the outline, and how deep.
struct Extent {
    Kilometres along, depth;
};

std::vector<Extent> extents(const SidedLand& land, const std::vector<char>& wanted, const geo::SegmentIndex& outline,
                            Kilometres reach) {
    std::vector<Extent> all(land.pieces.size());
    for (std::size_t i = 0; i < land.neighbours.outline.size(); ++i) {
        const std::size_t piece = land.piece_of[land.neighbours.outline_faces[i]];
        if (wanted[piece] == 0) { continue; }
        const geo::Segment& segment = land.neighbours.outline[i];
        all[piece].along += geo::nearest_on(geo::Segment{segment.to, segment.to}, segment.from).distance;
    }
    for (std::size_t i = 0; i < land.faces.size(); ++i) {
        const std::size_t piece = land.piece_of[i];
        if (wanted[piece] == 0) { continue; }
        for (const geo::LonLat& corner : land.faces[i].face->shape.shell) {
            if (const auto hit = outline.nearest(corner, reach)) {
                all[piece].depth = std::max(all[piece].depth, hit->distance);
            }
        }
    }
    return all;
}

}  // namespace

std::vector<std::size_t> slivers(const SidedLand& land, Kilometres reach) {
    constexpr Kilometres deep{2.5};  // where two sources drew the coast otherwise, no such piece was met
    constexpr double long_for_its_depth = 3;
    const geo::SegmentIndex& outline = *land.outline;
    std::vector<char> near = near_pieces(land, outline, reach);
    std::vector<char> large(near);  // whether a piece of less than 1 km² is a pocket is nobody's question
    for (std::size_t i = 0; i < large.size(); ++i) {
        if (land.pieces[i].area < SquareKilometres{1}) { large[i] = 0; }
    }
    const std::vector<Extent> all = extents(land, large, outline, reach);
    for (std::size_t i = 0; i < near.size(); ++i) {
        if (all[i].depth > deep && all[i].along < all[i].depth * long_for_its_depth) { near[i] = 0; }
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < land.faces.size(); ++i) {
        if (near[land.piece_of[i]] != 0) { found.push_back(i); }
    }
    return found;
}

}  // namespace layers
