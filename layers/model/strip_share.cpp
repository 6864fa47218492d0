// SPDX-License-Identifier: MIT
#include "layers/model/strip_share.h"

#include "geo/band.h"
#include "geo/measure.h"
#include "geo/overlay.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

/// Where a strip round the small pieces may lie: all others of its cells are within the depth of the rest of the front.
geo::Bounds near_small_pieces(const FrontLine& line, Kilometres depth) {
    using End = std::pair<double, double>;
    const auto key = [](const geo::LonLat& a, const geo::LonLat& b) {
        const End from{a.lon, a.lat}, to{b.lon, b.lat};
        return from < to ? std::pair{from, to} : std::pair{to, from};
    };
    std::set<std::pair<End, End>> rest;
    for (const geo::Path& path : line.main_front) {
        for (std::size_t i = 1; i < path.size(); ++i) { rest.insert(key(path[i - 1], path[i])); }
    }
    geo::Bounds small;
    for (const geo::Path& path : line.front) {
        for (std::size_t i = 1; i < path.size(); ++i) {
            if (rest.contains(key(path[i - 1], path[i]))) { continue; }
            small.add(path[i - 1]);
            small.add(path[i]);
        }
    }
    if (small.empty()) { return small; }
    constexpr double km_per_degree = 110;  // a little less than anywhere, so that nothing is left out
    const double reach = depth.value() / km_per_degree;
    const double farthest = std::min(89.0, std::max(std::abs(small.south), std::abs(small.north)) + reach);
    const double reach_lon = reach / std::cos(farthest * std::numbers::pi / 180);
    return {small.west - reach_lon, small.south - reach, small.east + reach_lon, small.north + reach};
}

/// Land of one side in the set, as far as a strip of that depth makes it so, and near small pieces.
geo::Region strip_of(const CellSet& in_zone, const Overlay& land, std::size_t line, Side side, Kilometres depth) {
    std::vector<const geo::Face*> faces;
    const geo::Bounds reach = near_small_pieces(land.lines[line], depth);
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const Kilometres off = land.cells[i].from_line[line];
        const bool on_side = (off < Kilometres{0}) == (side == Side::russia);
        const bool in_strip = in_zone[i] != 0 && on_side && geo::magnitude(off) < depth;
        if (in_strip && geo::bounds_of(land.cells[i].face->shape.shell).overlaps(reach)) {
            faces.push_back(land.cells[i].face);
        }
    }
    return geo::dissolve(faces);
}

SquareKilometres share_of(const AreaExpression& strip, const CellSet& in_zone, const Overlay& land) {
    const std::size_t line = land.line_index(strip.line);
    SquareKilometres share;
    for (const auto& [side, depth] :
         {std::pair{Side::ukraine, strip.depths.ukraine}, std::pair{Side::russia, strip.depths.russia}}) {
        if (depth == Kilometres{0}) { continue; }
        const geo::Region region = strip_of(in_zone, land, line, side, depth);
        if (region.empty()) { continue; }
        share += geo::area_of(geo::subtract(region, geo::within(land.lines[line].main_front, depth)));
    }
    return share;
}

}  // namespace

std::vector<StripShare> strip_shares(const Plan& plan, const Overlay& land) {
    constexpr SquareKilometres worth_saying{1};
    std::vector<StripShare> shares;
    for (const Zone& zone : plan.zones) {
        std::vector<const AreaExpression*> strips;
        visit(zone.where, [&](const AreaExpression& where) {
            if (where.kind != AreaExpression::Kind::near_line) { return; }
            if (land.lines[land.line_index(where.line)].small_pieces > 0) { strips.push_back(&where); }
        });
        if (strips.size() != 1) { continue; }  // of several strips, one may cover what another leaves
        const CellSet in_zone = cells_in(zone.where, land);
        StripShare share{&zone,
                         {},
                         share_of(*strips.front(), in_zone, land),
                         land.lines[land.line_index(strips.front()->line)].small_pieces};
        for (std::size_t i = 0; i < land.cells.size(); ++i) {
            if (in_zone[i] != 0) { share.all += land.cells[i].area; }
        }
        if (share.round_small_pieces > worth_saying) { shares.push_back(share); }
    }
    return shares;
}

}  // namespace layers
