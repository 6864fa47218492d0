// SPDX-License-Identifier: MIT
#include "layers/model/outline_fit.h"

#include "geo/error.h"
#include "geo/integrals.h"
#include "geo/measure.h"
#include "geo/segment_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

/// The ring from its least corner on: its area is then the same to the last bit wherever it was begun.
geo::Ring from_its_least(geo::Ring ring) {
    if (ring.size() < 2) { return ring; }
    ring.pop_back();
    const auto least = std::min_element(ring.begin(), ring.end(), [](const geo::LonLat& a, const geo::LonLat& b) {
        return std::pair{a.lon, a.lat} < std::pair{b.lon, b.lat};
    });
    std::rotate(ring.begin(), least, ring.end());
    ring.push_back(ring.front());
    return ring;
}

/// In steps of 2^-34 km².
double counts_of(const geo::Polygon& polygon) {
    constexpr double by_km2 = 0x1p34;
    const auto counts = [](const geo::Ring& ring) {
        return std::round(geo::area_of(from_its_least(ring)).value() * by_km2);
    };
    double sum = counts(polygon.shell);
    for (const geo::Ring& hole : polygon.holes) { sum -= counts(hole); }
    return sum / by_km2;
}

using Faces = std::vector<const geo::Face*>;

std::vector<SquareKilometres> by_unit(const Faces& faces, std::size_t units) {
    std::vector<SquareKilometres> sums(units);
    for (const geo::Face* face : faces) {
        sums[static_cast<std::size_t>(face->owners[0])] += SquareKilometres{counts_of(face->shape)};
    }
    return sums;
}

/// Behind the contested land, less what goes with held land.
Faces contested_slivers(const geo::Partition& parts) {
    enum Layer : std::size_t { unit, held, contested, with_held, with_contested };
    Faces faces;
    for (const geo::Face& face : parts.faces) {
        const auto is_in = [&face](Layer layer) { return face.owners[layer] != geo::Face::none; };
        if (is_in(unit) && !is_in(held) && !is_in(contested) && !is_in(with_held) && is_in(with_contested)) {
            faces.push_back(&face);
        }
    }
    return faces;
}

Faces faces_of(const SliveredLand& slivered) {
    Faces faces;
    for (const std::size_t face : slivered.found) { faces.push_back(slivered.land.faces[face].face); }
    return faces;
}

}  // namespace

SliveredLand find_slivers(const Control& control, const Units& units, Kilometres reach) {
    std::vector<geo::Coverage> layers{units.coverage(), control.coverage()};
    const bool has_contested = !control.contested.empty();
    if (has_contested) {
        layers.emplace_back();
        for (const geo::Region& region : control.contested) { layers.back().emplace_back(&region); }
    }
    std::vector<geo::Segment> edges;
    for (const geo::Region& region : control.held) {
        geo::each_edge(region, [&edges](const geo::LonLat& from, const geo::LonLat& to) {
            edges.push_back({from, to});
        });
    }
    const geo::SegmentIndex held{std::move(edges)};
    SliveredLand made;
    made.parts = std::make_shared<geo::Partition>(geo::partition(layers));
    made.without_gates = made.parts;
    made.land = sided_land(*made.parts, {}, has_contested);
    made.found = slivers(made.land, held, reach);
    made.gates = gates(made.land, made.found, reach);
    if (!made.gates.empty()) {
        made.parts = std::make_shared<geo::Partition>(geo::partition(layers, made.gates));
        made.land = sided_land(*made.parts, made.gates, has_contested);
        made.found = slivers(made.land, held, reach);
    }
    if (has_contested) { fold_contested(made.land); }
    return made;
}

SquareKilometres OutlineFit::in_all() const {
    SquareKilometres sum;
    for (const auto* areas : {&held_by_unit, &contested_by_unit}) {
        for (const SquareKilometres area : *areas) { sum += area; }
    }
    return sum;
}

void OutlineFit::add_to(std::vector<SquareKilometres>& all_held, std::vector<SquareKilometres>& all_contested) const {
    for (std::size_t unit = 0; unit < held_by_unit.size(); ++unit) {
        all_held[unit] += held_by_unit[unit];
        all_contested[unit] += contested_by_unit[unit];
    }
}

OutlineFit outline_fit(const Control& control, const Units& units, Kilometres reach) {
    const std::size_t count = units.units.size();
    const SliveredLand slivered = find_slivers(control, units, reach);
    const Faces with_held = faces_of(slivered);
    OutlineFit fit{geo::dissolve(with_held), {}, by_unit(with_held, count), std::vector<SquareKilometres>(count)};
    if (control.contested.empty()) { return fit; }
    const Control outer = beyond_contested(control);
    const SliveredLand behind = find_slivers(outer, units, reach);
    const geo::Region given = geo::dissolve(faces_of(behind));
    geo::Coverage contested;
    for (const geo::Region& region : control.contested) { contested.emplace_back(&region); }
    const geo::Partition parts =
        geo::partition({units.coverage(), control.coverage(), contested, {{&fit.held}}, {{&given}}});
    const Faces with_contested = contested_slivers(parts);
    fit.contested = geo::dissolve(with_contested);
    fit.contested_by_unit = by_unit(with_contested, count);
    return fit;
}

std::optional<Kilometres> parse_outline_fit(const std::string& words) {
    if (words.empty()) { return sliver_reach; }
    if (words == "none") { return std::nullopt; }
    constexpr Kilometres most{20};
    try {
        const Kilometres fit = geo::parse_length(words);
        if (fit <= most) { return fit; }
        throw geo::Error{
            fmt::format("{} from border and coast is no difference of drawings any more", geo::to_text(fit))};
    } catch (const geo::Error& error) {
        throw geo::Error{error.problem(), "give a length up to 20km, such as 5km, or none: land as the source drew it",
                         geo::Error::Kind::bad_usage};
    }
}

std::string outline_fit_text(std::optional<Kilometres> fit) {
    return fit ? fmt::format("{}km", fit->value()) : "none";
}

}  // namespace layers
