// SPDX-License-Identifier: MIT
#include "layers/model/resulting_line.h"

#include "geo/partition.h"
#include "layers/model/assignment.h"
#include "layers/model/front.h"
#include "layers/model/overlay.h"
#include "layers/model/pieces.h"

#include <algorithm>
#include <utility>

namespace layers {

namespace {

bool has_line(const BaseOverlay& base, const std::string& name) {
    return std::any_of(base.lines.begin(), base.lines.end(),
                       [&name](const FrontLine& line) { return line.control.info.name == name; });
}

/// The faces of a land by unit, and by whether the plan gives them to the second side.
geo::Partition divided(const Plan& plan, const Overlay& land) {
    Plan rules = plan;
    rules.zones.clear();  // the land is not cut by them
    const Assignment drawn = assign(rules, land);
    geo::Partition parts;
    parts.overlaps.resize(2);
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        geo::Face face = *land.cells[i].face;
        face.owners = {land.cells[i].unit, drawn.class_at(i).holder == Holder::russia ? 0 : geo::Face::none};
        parts.faces.push_back(std::move(face));
    }
    return parts;
}

FrontLine line_of(const Plan& plan, const Overlay& land) {
    const geo::Partition parts = divided(plan, land);
    std::vector<const geo::Face*> held;
    for (const geo::Face& face : parts.faces) {
        if (face.owners[1] != geo::Face::none) { held.push_back(&face); }
    }
    FrontLine line;
    line.control.info.name = resulting_line_name(plan);
    line.control.info.kind = LineKind::resulting;
    line.control.info.date = line_under(plan, land).date;
    line.control.min_piece = land.lines[land.line_index(plan.line)].control.min_piece;
    line.control.held.push_back(geo::dissolve(held));
    Front front = front_of(sided_land(parts), {}, line.control);
    line.front = std::move(front.paths);
    line.main_front = std::move(front.main_paths);
    line.small_pieces = front.small_pieces;
    return line;
}

}  // namespace

void lay_resulting_line(const Plan& plan, BaseOverlay& base) {
    if (has_resulting_line(plan) && !has_line(base, resulting_line_name(plan))) {
        Cuts cuts;
        cuts.drawn_areas = rule_areas_of(plan);
        cuts.interval = IntervalKind::worst;  // of no figure here
        FrontLine line = line_of(plan, cut(base, cuts));
        base.lines.push_back(std::move(line));
        base.parts.reset();
    }
    for (const Plan& reading : plan.readings) { lay_resulting_line(reading, base); }
}

}  // namespace layers
