// SPDX-License-Identifier: MIT
#include "layers/model/slivers.h"

#include "geo/nearest.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

Kilometres length_of(const geo::Segment& segment) {
    return geo::nearest_on({segment.to, segment.to}, segment.from).distance;
}

/// Is every disc in the polygon smaller than that? The shorter side of its box and its area tell of nearly all slivers.
bool has_no_disc_over(const geo::Face& face, Kilometres radius) {
    if (face.area.value() < std::numbers::pi * radius.value() * radius.value()) { return true; }
    const geo::Bounds box = geo::bounds_of(face.shape.shell);
    const double shrink = std::cos((box.south + box.north) / 2 * std::numbers::pi / 180);
    const double shorter = std::min((box.east - box.west) * shrink, box.north - box.south);
    if (geo::latitude_as_length(shorter) < radius * 2) { return true; }
    return geo::inscribed_radius(face.shape) <= radius;
}

/// Does it lie within that of the outline all along, as far as a tenth of it goes?
bool near_all_along(const geo::Segment& edge, const geo::SegmentIndex& outline, Kilometres reach) {
    const Kilometres length = length_of(edge);
    const int parts = std::max(2, static_cast<int>(std::ceil(length / (reach * 0.1))));
    for (int part = 1; part <= parts; ++part) {
        const double t = static_cast<double>(part) / parts;
        const geo::LonLat at{edge.from.lon + t * (edge.to.lon - edge.from.lon),
                             edge.from.lat + t * (edge.to.lat - edge.from.lat)};
        if (!outline.any_within(at, reach)) { return false; }
    }
    return true;
}

/// No point of the face, and no disc in it, is farther than that from the outline.
bool near_outline(const geo::Face& face, const geo::SegmentIndex& outline, Kilometres reach) {
    const geo::Ring& ring = face.shape.shell;
    for (std::size_t i = 1; i < ring.size(); ++i) {  // corners first: mostly one of them is far off
        if (!outline.any_within(ring[i], reach)) { return false; }
    }
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (!near_all_along({ring[i - 1], ring[i]}, outline, reach)) { return false; }
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
        all[piece].along += length_of(segment);
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

using PieceInUnit = std::pair<std::size_t, int>;

/// What a piece has in a unit whose coast mostly lies farther than that from held land, on land or at sea: the source
/// did not draw that coast otherwise, it left the land out.
std::set<PieceInUnit> left_out(const SidedLand& land, const std::vector<char>& near, const geo::SegmentIndex& held,
                               Kilometres reach) {
    constexpr double most = 0.3;
    struct Outline {
        Kilometres all, far;
    };
    std::map<PieceInUnit, Outline> outlines;
    for (std::size_t i = 0; i < land.neighbours.outline.size(); ++i) {
        const std::size_t face = land.neighbours.outline_faces[i];
        if (near[land.piece_of[face]] == 0) { continue; }
        const geo::Segment& edge = land.neighbours.outline[i];
        Outline& outline = outlines[{land.piece_of[face], land.faces[face].face->owners[0]}];
        const Kilometres length = length_of(edge);
        outline.all += length;
        const geo::LonLat middle{(edge.from.lon + edge.to.lon) / 2, (edge.from.lat + edge.to.lat) / 2};
        if (!held.any_within(middle, reach)) { outline.far += length; }
    }
    std::set<PieceInUnit> found;
    for (const auto& [where, outline] : outlines) {
        if (outline.far > outline.all * most) { found.insert(where); }
    }
    return found;
}

}  // namespace

std::vector<std::size_t> slivers(const SidedLand& land, const geo::SegmentIndex& held, Kilometres reach) {
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
    const std::set<PieceInUnit> out = left_out(land, near, held, reach);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < land.faces.size(); ++i) {
        const std::size_t piece = land.piece_of[i];
        if (near[piece] != 0 && !out.contains({piece, land.faces[i].face->owners[0]})) { found.push_back(i); }
    }
    return found;
}

}  // namespace layers
