// SPDX-License-Identifier: MIT
#include "layers/land.h"

#include "geo/adjacency.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace layers {

namespace {

using geo::SquareKilometres;

// --- slivers ---------------------------------------------------------------------------------------------------------

/// Sets of plots that touch along edges, without held land between them.
class Pieces {
public:
    explicit Pieces(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t of(std::size_t plot) {
        while (parent_[plot] != plot) { plot = parent_[plot] = parent_[parent_[plot]]; }
        return plot;
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

/// Plots of Ukraine's side that are mismatch of coasts rather than held by Ukraine: see cut().
std::vector<std::size_t> slivers(const std::vector<Plot>& plots, geo::Kilometres reach) {
    std::vector<const geo::Face*> faces;
    for (const Plot& plot : plots) { faces.push_back(plot.face); }
    const geo::Adjacency neighbours = geo::adjacency(faces);
    Pieces pieces{plots.size()};
    std::vector<bool> touches_held(plots.size());
    for (const geo::SharedEdge& edge : neighbours.shared) {
        if (plots[edge.left].side == plots[edge.right].side) { pieces.join(edge.left, edge.right); }
    }
    for (const geo::SharedEdge& edge : neighbours.shared) {
        if (plots[edge.left].side == plots[edge.right].side) { continue; }
        touches_held[pieces.of(edge.left)] = true;
        touches_held[pieces.of(edge.right)] = true;
    }
    std::map<std::size_t, bool> near;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const std::size_t piece = pieces.of(i);
        if (plots[i].side != Side::ukraine || !touches_held[piece]) { continue; }
        const auto known = near.emplace(piece, true).first;
        known->second = known->second && near_outline(*plots[i].face, neighbours.outline, reach);
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const auto piece = near.find(pieces.of(i));
        if (plots[i].side == Side::ukraine && piece != near.end() && piece->second) { found.push_back(i); }
    }
    return found;
}

void measure_slivers(Land& land, const std::vector<std::size_t>& found) {
    std::map<int, SquareKilometres> by_unit;
    for (const std::size_t plot : found) {
        by_unit[land.plots[plot].unit] += land.plots[plot].area;
        land.mismatch.slivers += land.plots[plot].area;
    }
    for (const auto& [unit, area] : by_unit) {
        land.mismatch.slivers_by_unit.emplace_back(land.units.units[static_cast<std::size_t>(unit)].name, area);
    }
    std::sort(land.mismatch.slivers_by_unit.begin(), land.mismatch.slivers_by_unit.end(),
              [](const auto& a, const auto& b) { return a.second > b.second; });
}

// --- notes -----------------------------------------------------------------------------------------------------------

std::string by_unit(const Mismatch& mismatch) {
    std::string text;
    for (const auto& [unit, area] : mismatch.slivers_by_unit) {
        text += fmt::format("{}{} {:.0f}", text.empty() ? "" : ", ", unit, area.value());
    }
    return text;
}

void add_mismatch_notes(Land& land, std::optional<geo::Kilometres> fit) {
    constexpr SquareKilometres worth_saying{0.5};
    const Mismatch& mismatch = land.mismatch;
    if (mismatch.past_units > worth_saying) {
        land.notes.push_back(
            {fmt::format("held land reaches {:.0f} km² past the units' border and coast; that does not count",
                         mismatch.past_units.value()),
             {}});
    }
    if (mismatch.slivers <= worth_saying) { return; }
    const std::string where = fmt::format("within {} of the border and coast (km²: {})",
                                          geo::to_text(fit.value_or(sliver_reach)), by_unit(mismatch));
    if (fit) {
        land.notes.push_back({"given to the side that holds the land beside it, land " + where, mismatch.slivers});
    } else {
        land.notes.push_back(
            {fmt::format("{:.0f} km² {} lie beside held land that does not cover them, and count as not held; "
                         "two sources never draw the same coast: --fit-outline 5km counts them as held",
                         mismatch.slivers.value(), where),
             {}});
    }
}

void add_source_notes(Land& land) {
    for (const geo::Note& note : land.units.notes) { land.notes.push_back(note); }
    for (const geo::Note& note : land.control.notes) { land.notes.push_back(note); }
    for (const geo::Bridge& bridge : land.control.bridges) {
        land.notes.push_back({fmt::format("the line was led on by {:.1f} km from {} to {} at {}", bridge.length.value(),
                                          geo::to_text(bridge.from), bridge.onto, geo::to_text(bridge.to)),
                              {}});
    }
    constexpr SquareKilometres worth_saying{1e-6};
    const SquareKilometres overlap = land.partition.overlaps.front();
    if (overlap > worth_saying) {
        land.notes.push_back(
            {fmt::format("units overlap by {:.3f} km²; the first in the file has it", overlap.value()), overlap});
    }
}

/// The faces must sum to the units; where GEOS had to snap to find a way, say by how much they do not.
void add_closure_note(Land& land) {
    SquareKilometres whole;
    for (const Unit& unit : land.units.units) { whole += geo::area_of(unit.region); }
    const SquareKilometres miss = land.total() + land.partition.overlaps.front() - whole;
    if (geo::magnitude(miss) > SquareKilometres{1e-6}) {
        land.notes.push_back({"the pieces do not add up to the units; vertices were snapped", geo::magnitude(miss)});
    }
}

geo::Bounds swapped(const geo::Bounds& bounds) {
    geo::Bounds result;
    result.add(geo::LonLat{bounds.south, bounds.west});
    result.add(geo::LonLat{bounds.north, bounds.east});
    return result;
}

[[noreturn]] void refuse_disjoint(const Land& land) {
    geo::Bounds country, held;
    for (const Unit& unit : land.units.units) { country.add(geo::bounds_of(unit.region)); }
    for (const geo::Region& region : land.control.held) { held.add(geo::bounds_of(region)); }
    const bool latitude_first = !country.overlaps(held) && country.overlaps(swapped(held));
    throw geo::Error{
        fmt::format("the {} lies outside all units: {} to {}", land.control.info.kind,
                    geo::to_text(geo::LonLat{held.west, held.south}), geo::to_text(geo::LonLat{held.east, held.north})),
        latitude_first ? "its latitudes seem to stand first: write longitude, then latitude"
                       : "give a line and units of the same country"}
        .at({land.control.info.name});
}

std::vector<Plot> plots_of(const geo::Partition& partition) {
    std::vector<Plot> plots;
    for (const geo::Face& face : partition.faces) {
        if (face.owners[0] == geo::Face::none) { continue; }
        const Side side = face.owners[1] == geo::Face::none ? Side::ukraine : Side::russia;
        plots.push_back({face.owners[0], side, face.area, &face});
    }
    return plots;
}

}  // namespace

SquareKilometres Land::total() const {
    SquareKilometres sum;
    for (const Plot& plot : plots) { sum += plot.area; }
    return sum;
}

Land cut(Units units, Control control, std::optional<geo::Kilometres> fit) {
    Land land;
    land.units = std::move(units);
    land.control = std::move(control);
    land.partition = geo::partition({land.units.layer(), land.control.layer()});
    land.plots = plots_of(land.partition);
    const auto is_held = [](const Plot& plot) { return plot.side == Side::russia; };
    if (std::none_of(land.plots.begin(), land.plots.end(), is_held)) { refuse_disjoint(land); }
    add_source_notes(land);
    add_closure_note(land);
    if (land.control.info.kind == "control polygon") {
        for (const geo::Face& face : land.partition.faces) {
            if (face.owners[0] == geo::Face::none && face.owners[1] != geo::Face::none) {
                land.mismatch.past_units += face.area;
            }
        }
        const std::vector<std::size_t> found = slivers(land.plots, fit.value_or(sliver_reach));
        measure_slivers(land, found);
        if (fit) {
            for (const std::size_t plot : found) { land.plots[plot].side = Side::russia; }
        }
        add_mismatch_notes(land, fit);
    }
    return land;
}

}  // namespace layers
