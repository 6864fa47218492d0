// SPDX-License-Identifier: MIT
#include "layers/model/resulting_line.h"

#include "geo/partition.h"
#include "geo/segment_index.h"
#include "layers/model/assignment.h"
#include "layers/model/front.h"
#include "layers/model/overlay.h"
#include "layers/model/pieces.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace layers {

namespace {

bool has_line(const BaseOverlay& base, const std::string& name) {
    return std::any_of(base.lines.begin(), base.lines.end(),
                       [&name](const FrontLine& line) { return line.control.info.name == name; });
}

/// The faces of a land by unit, and by whether the plan gives them to the second side; and whether that side holds each
/// on the line that the plan stands on.
struct Divided {
    geo::Partition parts;
    std::vector<char> was_held;
};

Divided divided(const Plan& plan, const Overlay& land) {
    Plan rules = plan;
    rules.zones.clear();  // the land is not cut by them
    const Assignment drawn = assign(rules, land);
    const std::size_t line = land.line_index(plan.line);
    Divided result;
    result.parts.overlaps.resize(2);
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        geo::Face face = *land.cells[i].face;
        face.owners = {land.cells[i].unit, drawn.class_at(i).holder == Holder::russia ? 0 : geo::Face::none};
        result.parts.faces.push_back(std::move(face));
        result.was_held.push_back(land.cells[i].from_line[line] < geo::Kilometres{0} ? 1 : 0);
    }
    return result;
}

std::vector<geo::Segment> segments_of(const std::vector<geo::Path>& paths) {
    std::vector<geo::Segment> segments;
    for (const geo::Path& path : paths) {
        for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
    }
    return segments;
}

using Ends = std::array<double, 4>;

Ends ends_of(const geo::LonLat& from, const geo::LonLat& to) {
    return {from.lon, from.lat, to.lon, to.lat};
}

/// Edges of held land that are no front of the line itself: along coast and border where two sources draw them
/// differently, of units that are held as a whole, and of crumbs. They are none of the line that results either.
std::set<Ends> edges_without_front(const SidedLand& land, const Divided& divided, const FrontLine& base) {
    constexpr geo::Kilometres a_hair{0.001};
    const geo::SegmentIndex front{segments_of(base.front)};
    const auto was_held = [&](std::size_t face) {
        return divided.was_held[static_cast<std::size_t>(land.faces[face].face - divided.parts.faces.data())] != 0;
    };
    std::set<Ends> edges;
    for (const geo::SharedEdge& edge : land.neighbours.shared) {
        const auto& [from, to] = edge.segment;
        const bool divides = land.faces[edge.left].side != land.faces[edge.right].side;
        if (!divides || was_held(edge.left) == was_held(edge.right)) { continue; }
        if (front.any_within({(from.lon + to.lon) / 2, (from.lat + to.lat) / 2}, a_hair)) { continue; }
        edges.insert(ends_of(from, to));
        edges.insert(ends_of(to, from));
    }
    return edges;
}

/// Land that meets the second side along such edges alone: slivers, of which no water makes a front either.
std::vector<std::size_t> faces_without_front(const SidedLand& land, const std::set<Ends>& edges) {
    std::vector<char> meets_without(land.faces.size()), meets_with(land.faces.size());
    for (const geo::SharedEdge& edge : land.neighbours.shared) {
        if (land.faces[edge.left].side == land.faces[edge.right].side) { continue; }
        const std::size_t open = land.faces[edge.left].side == Side::russia ? edge.right : edge.left;
        (edges.contains(ends_of(edge.segment.from, edge.segment.to)) ? meets_without : meets_with)[open] = 1;
    }
    std::vector<std::size_t> faces;
    for (std::size_t face = 0; face < land.faces.size(); ++face) {
        if (meets_without[face] != 0 && meets_with[face] == 0) { faces.push_back(face); }
    }
    return faces;
}

std::vector<geo::Path> without(const std::set<Ends>& edges, const std::vector<geo::Path>& paths) {
    std::vector<geo::Segment> segments = segments_of(paths);
    std::erase_if(segments, [&edges](const geo::Segment& one) { return edges.contains(ends_of(one.from, one.to)); });
    return geo::joined(segments);
}

FrontLine line_of(const Plan& plan, const Overlay& land) {
    const Divided parts = divided(plan, land);
    const FrontLine& base = land.lines[land.line_index(plan.line)];
    std::vector<const geo::Face*> held;
    for (const geo::Face& face : parts.parts.faces) {
        if (face.owners[1] != geo::Face::none) { held.push_back(&face); }
    }
    FrontLine line;
    line.control.info.name = resulting_line_name(plan);
    line.control.info.source = resulting_line_words(plan);
    line.control.info.kind = LineKind::resulting;
    line.control.info.date = base.control.info.date;
    line.control.min_piece = base.control.min_piece;
    line.control.held.push_back(geo::dissolve(held));
    const SidedLand sided = sided_land(parts.parts);
    const std::set<Ends> dead = edges_without_front(sided, parts, base);
    const Front front = front_of(sided, faces_without_front(sided, dead), line.control);
    line.front = without(dead, front.paths);
    line.main_front = without(dead, front.main_paths);
    line.small_pieces = front.small_pieces;
    return line;
}

}  // namespace

void lay_resulting_line(const Plan& plan, BaseOverlay& base) {
    if (has_resulting_line(plan) && !has_line(base, resulting_line_name(plan))) {
        Cuts cuts;
        cuts.drawn_areas = rule_areas_of(plan);
        cuts.interval = IntervalKind::worst;  // of no figure here
        BaseOverlay still = base;             // nothing is asked of how far it may be off
        for (FrontLine& line : still.lines) { line.control.info.accuracy.reset(); }
        FrontLine line = line_of(plan, cut(std::move(still), cuts));
        base.lines.push_back(std::move(line));
        base.parts.reset();
    }
    for (const Plan& reading : plan.readings) { lay_resulting_line(reading, base); }
}

}  // namespace layers
