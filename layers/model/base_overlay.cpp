// SPDX-License-Identifier: MIT
#include "layers/model/base_overlay.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "geo/setting.h"
#include "layers/model/front.h"
#include "layers/model/outline_fit.h"
#include "layers/model/sliver_words.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

// --- notes -----------------------------------------------------------------------------------------------------------

void add_sliver_notes(BaseOverlay& base, const FrontLine& line) {
    constexpr SquareKilometres worth_saying{0.5};
    const Slivers& slivers = line.slivers;
    if (slivers.past_units > worth_saying) {
        base.notes.push_back(
            {fmt::format("held land reaches {:.0f} km² past the units' border and coast; that does not count",
                         slivers.past_units.value()),
             {}});
    }
    if (slivers.slivers <= worth_saying) { return; }
    const std::optional<geo::Kilometres> fit = line.control.info.fit;
    const std::string area = with_thousands(slivers.slivers.value()), reach = geo::to_text(fit.value_or(sliver_reach)),
                      units = by_unit(slivers, slivers.slivers_by_unit.size());
    if (fit) {
        base.notes.push_back(
            {fmt::format("{} km² within {} of the border and coast (km²: {}) lie beside held land that "
                         "does not cover them, and count with that land; two sources never draw the "
                         "same coast: {} counts land as drawn",
                         area, reach, units, geo::setting("fit-outline", "none")),
             {}});
    } else {
        base.notes.push_back(
            {fmt::format("{} km² within {} of the border and coast (km²: {}) lie beside held land that "
                         "does not cover them, and count as not held; two sources never draw the "
                         "same coast: {} counts them as held",
                         area, reach, units, geo::setting("fit-outline", "5km")),
             {}});
    }
}

void add_line_notes(BaseOverlay& base, const Control& control) {
    base.notes.insert(base.notes.end(), control.notes.begin(), control.notes.end());
    for (const geo::Bridge& bridge : control.bridges) {
        base.notes.push_back({fmt::format("the line was led on by {:.1f} km from {} to {} at {}", bridge.length.value(),
                                          geo::to_text(bridge.from), bridge.onto, geo::to_text(bridge.to)),
                              {}});
    }
}

geo::Bounds swapped(const geo::Bounds& bounds) {
    geo::Bounds result;
    result.add(geo::LonLat{bounds.south, bounds.west});
    result.add(geo::LonLat{bounds.north, bounds.east});
    return result;
}

[[noreturn]] void refuse_disjoint(const BaseOverlay& base, const Control& control) {
    geo::Bounds country, held;
    for (const Unit& unit : base.units.units) { country.add(geo::bounds_of(unit.region)); }
    for (const geo::Region& region : control.held) { held.add(geo::bounds_of(region)); }
    const bool latitude_first = !country.overlaps(held) && country.overlaps(swapped(held));
    throw geo::Error{
        fmt::format("the {} lies outside all units: {} to {}", words_of(control.info.kind),
                    geo::to_text(geo::LonLat{held.west, held.south}), geo::to_text(geo::LonLat{held.east, held.north})),
        latitude_first ? "its latitudes seem to stand first: write longitude, then latitude"
                       : "give a line and units of the same country"}
        .at({control.info.name});
}

// --- lines -----------------------------------------------------------------------------------------------------------

Slivers slivers_of(const geo::Partition& parts, const SidedLand& land, const std::vector<std::size_t>& found,
                   const Units& units) {
    Slivers slivers;
    for (const geo::Face& face : parts.faces) {
        if (face.owners[0] == geo::Face::none && face.owners[1] != geo::Face::none) { slivers.past_units += face.area; }
    }
    std::map<int, SquareKilometres> by_unit;
    for (const std::size_t sliver : found) {
        by_unit[land.faces[sliver].face->owners[0]] += land.faces[sliver].face->area;
        slivers.slivers += land.faces[sliver].face->area;
    }
    for (const auto& [unit, area] : by_unit) {
        slivers.slivers_by_unit.emplace_back(units.units[static_cast<std::size_t>(unit)].name, area);
    }
    std::sort(slivers.slivers_by_unit.begin(), slivers.slivers_by_unit.end(),
              [](const auto& a, const auto& b) { return a.second > b.second; });
    return slivers;
}

/// Given land has an owner in the layer of held land, as another partition would find it.
std::vector<std::size_t> give_slivers(geo::Partition& parts, SidedLand& land, FrontLine& line,
                                      const std::vector<std::size_t>& found) {
    std::vector<const geo::Face*> gone;
    std::vector<std::size_t> given;
    for (const std::size_t sliver : found) {
        gone.push_back(land.faces[sliver].face);
        given.push_back(static_cast<std::size_t>(gone.back() - parts.faces.data()));
    }
    line.given = geo::dissolve(gone);
    give(land, found);
    return given;
}

/// Units and a line of contact, which has no slivers.
SliveredLand without_slivers(const Control& control, const Units& units) {
    SliveredLand made;
    made.parts = std::make_shared<geo::Partition>(geo::partition({units.coverage(), control.coverage()}));
    made.without_gates = made.parts;
    made.land = sided_land(*made.parts);
    return made;
}

/// The line by itself on the land: its front and its slivers.
FrontLine lay(Control control, BaseOverlay& base, std::optional<Kilometres> fit) {
    FrontLine line;
    line.control = std::move(control);
    const bool may_have_slivers = line.control.info.kind == LineKind::control_polygon;
    SliveredLand on = may_have_slivers ? find_slivers(line.control, base.units, fit.value_or(sliver_reach))
                                       : without_slivers(line.control, base.units);
    const auto held = [](const Piece& piece) { return piece.side == Side::russia; };
    if (std::none_of(on.land.pieces.begin(), on.land.pieces.end(), held)) { refuse_disjoint(base, line.control); }
    add_line_notes(base, line.control);
    std::vector<std::size_t> given;
    if (may_have_slivers) {
        line.gates = on.gates;
        line.slivers = slivers_of(*on.parts, on.land, on.found, base.units);
        line.control.info.fit = fit;
        if (fit) { line.control.info.fitted = line.slivers.slivers; }
        if (fit) { given = give_slivers(*on.parts, on.land, line, std::exchange(on.found, {})); }
        add_sliver_notes(base, line);
    }
    Front front = front_of(on.land, on.found, line.control);
    line.front = std::move(front.paths);
    line.main_front = std::move(front.main_paths);
    line.small_pieces = front.small_pieces;
    if (front.crumbs) { base.notes.push_back(std::move(*front.crumbs)); }
    for (const std::size_t face : given) {
        on.parts->faces[face].owners[1] = static_cast<int>(line.control.coverage().owners.size());
    }
    base.parts = fit ? on.parts : on.without_gates;
    return line;
}

/// The line behind the contested land. What its own fit to the outline would note has been said of the line in front
/// of it.
void lay_beyond_contested(BaseOverlay& base, std::size_t line, std::optional<Kilometres> fit) {
    const std::size_t notes = base.notes.size();
    FrontLine beyond = lay(beyond_contested(base.lines[line].control), base, fit);
    beyond.is_beyond_contested = true;
    FrontLine& inner = base.lines[line];
    inner.contested_slivers = fit ? geo::area_of(geo::subtract(beyond.given, inner.given))
                                  : std::max(SquareKilometres{}, beyond.slivers.slivers - inner.slivers.slivers);
    if (fit) { inner.control.info.fitted += inner.contested_slivers; }
    base.notes.resize(notes);
    base.lines[line].beyond_contested = base.lines.size();
    base.lines.push_back(std::move(beyond));
}

}  // namespace

Kilometres FrontLine::length() const {
    Kilometres sum;
    for (const geo::Path& path : front) { sum += geo::length_of(path); }
    return sum;
}

std::size_t line_index(const std::vector<FrontLine>& lines, const std::string& name) {
    if (name.empty()) { return 0; }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].control.info.name == name) { return i; }
    }
    throw geo::Error{fmt::format("the land is not cut by a line \"{}\"", name)};
}

BaseOverlay lay_lines(Units units, std::vector<Control> lines, std::optional<Kilometres> fit) {
    BaseOverlay base;
    base.units = std::move(units);
    for (Control& control : lines) {
        const std::size_t before = base.notes.size();
        base.lines.push_back(lay(std::move(control), base, fit));
        if (lines.size() == 1) { continue; }
        for (std::size_t i = before; i < base.notes.size(); ++i) {
            base.notes[i].text = base.lines.back().control.info.name + ": " + base.notes[i].text;
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!base.lines[i].control.contested.empty()) { lay_beyond_contested(base, i, fit); }
    }
    if (base.lines.size() > 1) { base.parts.reset(); }
    return base;
}

}  // namespace layers
