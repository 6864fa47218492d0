// SPDX-License-Identifier: MIT
#include "layers/model/front.h"

#include "geo/segment_index.h"
#include "geo/setting.h"
#include "layers/model/water_front.h"

#include <fmt/format.h>

#include <set>

namespace layers {

namespace {

using geo::SquareKilometres;

/// By piece: is it too small to have a front?
std::vector<char> find_crumbs(const SidedLand& land, const std::vector<std::size_t>& left_out,
                              SquareKilometres min_piece) {
    std::vector<char> crumbs(land.pieces.size());
    for (std::size_t i = 0; i < land.pieces.size(); ++i) {
        crumbs[i] = land.pieces[i].touches_other_side && land.pieces[i].area < min_piece ? 1 : 0;
    }
    for (const std::size_t face : left_out) { crumbs[land.piece_of[face]] = 0; }
    return crumbs;
}

std::optional<geo::Note> note_on(const SidedLand& land, const std::vector<char>& crumbs, const Control& control) {
    std::size_t holes = 0, pieces = 0;
    SquareKilometres area;
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
        if (crumbs[i] == 0) { continue; }
        ++(land.pieces[i].side == Side::russia ? pieces : holes);
        area += land.pieces[i].area;
    }
    if (holes + pieces == 0) { return std::nullopt; }
    const std::string least = fmt::format("{}", control.min_piece.value()), all = fmt::format("{:.3g}", area.value());
    const std::string option = geo::setting("min-piece");
    const auto plural = [](std::size_t count) { return count == 1 ? "" : "s"; };
    if (holes == 0) {
        return geo::Note{
            fmt::format("{} small piece{} of held land, each under {} km² and {} km² in all, make no front; "
                        "the land itself counts as drawn ({} says how small)",
                        pieces, plural(pieces), least, all, option),
            {}};
    }
    if (pieces == 0) {
        return geo::Note{
            fmt::format("{} small hole{} in held land, each under {} km² and {} km² in all, make no front; "
                        "the land itself counts as drawn ({} says how small)",
                        holes, plural(holes), least, all, option),
            {}};
    }
    return geo::Note{
        fmt::format("{} small hole{} in and {} small piece{} of held land, each under {} km² and {} km² in "
                    "all, make no front; the land itself counts as drawn ({} says how small)",
                    holes, plural(holes), pieces, plural(pieces), least, all, option),
        {}};
}

struct Edge {
    geo::Segment segment;
    std::size_t left, right;
};

/// By face: it has no front.
std::vector<char> faces_out(const SidedLand& land, const std::vector<std::size_t>& left_out,
                            const std::vector<char>& crumbs) {
    std::vector<char> is_out(land.faces.size());
    for (const std::size_t face : left_out) { is_out[face] = 1; }
    for (std::size_t i = 0; i < land.faces.size(); ++i) {
        if (crumbs[land.piece_of[i]] != 0) { is_out[i] = 1; }
    }
    return is_out;
}

/// Rounding, or another drawing of the same coast, leaves a hair of land between held land and the outline: too little
/// for a front, and no piece by itself where it touches other land.
bool follows(const geo::SegmentIndex& outline, const geo::Segment& edge) {
    constexpr geo::Kilometres a_hair{0.001};
    const geo::LonLat middle{(edge.from.lon + edge.to.lon) / 2, (edge.from.lat + edge.to.lat) / 2};
    return outline.any_within(middle, a_hair) && outline.any_within(edge.from, a_hair) &&
           outline.any_within(edge.to, a_hair);
}

std::vector<Edge> edges_of(const SidedLand& land, const std::vector<char>& is_out, const Control& control) {
    const auto whole_from = static_cast<int>(control.held.size() - control.whole_units);
    const geo::SegmentIndex& outline = *land.outline;
    std::vector<Edge> edges;
    for (const geo::SharedEdge& edge : land.neighbours.shared) {
        if (land.faces[edge.left].side == land.faces[edge.right].side) { continue; }
        const std::size_t held = land.faces[edge.left].side == Side::russia ? edge.left : edge.right;
        const bool is_border = land.faces[held].face->owners[1] >= whole_from;
        if (!is_border && is_out[edge.left] == 0 && is_out[edge.right] == 0 && !follows(outline, edge.segment)) {
            edges.push_back({edge.segment, edge.left, edge.right});
        }
    }
    return edges;
}

}  // namespace

Front front_of(const SidedLand& land, const std::vector<std::size_t>& left_out, const Control& control) {
    const std::vector<char> crumbs = find_crumbs(land, left_out, control.min_piece);
    Front front;
    front.crumbs = note_on(land, crumbs, control);
    std::vector<geo::Segment> all, main;
    std::set<std::size_t> small;
    const std::vector<char> is_out = faces_out(land, left_out, crumbs);
    for (const Edge& edge : edges_of(land, is_out, control)) {
        all.push_back(edge.segment);
        bool is_main = true;
        for (const std::size_t face : {edge.left, edge.right}) {
            if (land.piece(face).area >= small_piece) { continue; }
            is_main = false;
            small.insert(land.piece_of[face]);
        }
        if (is_main) { main.push_back(edge.segment); }
    }
    const std::vector<geo::Segment> water = water_front(land, is_out, control, all);
    all.insert(all.end(), water.begin(), water.end());
    front.paths = geo::joined(all);
    front.small_pieces = small.size();
    if (!small.empty()) {
        main.insert(main.end(), water.begin(), water.end());
        front.main_paths = geo::joined(main);
    }
    return front;
}

}  // namespace layers
