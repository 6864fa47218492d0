// SPDX-License-Identifier: MIT
#include "layers/model/sketch.h"
#include "layers/model/detail/stencil.h"
#include "layers/model/properties.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace layers {

using geo::Kilometres;
using geo::LonLat;
using geo::SquareKilometres;

namespace {

std::string words_of(const SketchShape& shape) {
    const char* kind = shape.kind == SketchShape::Kind::line ? "line" : "polygon";
    return shape.name.empty() ? fmt::format("the {}", kind) : fmt::format("the {} \"{}\"", kind, shape.name);
}

std::size_t distinct(geo::Path positions) {
    const auto before = [](const LonLat& a, const LonLat& b) {
        return std::pair{a.lon, a.lat} < std::pair{b.lon, b.lat};
    };
    std::sort(positions.begin(), positions.end(), before);
    return static_cast<std::size_t>(std::unique(positions.begin(), positions.end()) - positions.begin());
}

bool is_on_earth(const LonLat& position) {
    return std::abs(position.lon) <= 180 && std::abs(position.lat) <= 90;  // false for what is not a number, too
}

geo::Ring closed_ring(geo::Ring ring) {
    if (!(ring.front() == ring.back())) { ring.push_back(ring.front()); }
    if (geo::signed_area_of(ring) < SquareKilometres{0}) { std::reverse(ring.begin(), ring.end()); }
    return ring;
}

/// What one of them encloses; nothing if none has an area.
geo::Region land_in(const std::vector<geo::Path>& rings) {
    geo::Region region;
    for (const geo::Path& ring : rings) {
        if (distinct(ring) > 2) { region.polygons.push_back({closed_ring(ring), {}}); }
    }
    try {
        return geo::repair(region).region;
    } catch (const geo::NoArea&) { return {}; }
}

geo::Region without(const geo::Region& land, const std::vector<geo::Path>& holes) {
    const geo::Region left_out = land_in(holes);
    return left_out.empty() ? land : geo::subtract(land, left_out);
}

}  // namespace

std::size_t corner_count(const SketchShape& shape) {
    std::size_t count = shape.vertices.size();
    for (const geo::Path& hole : shape.holes) { count += hole.size(); }
    for (const std::vector<geo::Path>& part : shape.others) {
        for (const geo::Path& ring : part) { count += ring.size(); }
    }
    return count;
}

geo::Repaired region_of(const SketchShape& shape) {
    if (shape.kind == SketchShape::Kind::line) {
        throw geo::Error{words_of(shape) + " encloses no area", "draw it as a polygon"};
    }
    if (!std::all_of(shape.vertices.begin(), shape.vertices.end(), is_on_earth)) {
        throw geo::Error{words_of(shape) + " has a corner that is not on the earth", "move it to longitude, latitude"};
    }
    if (const std::size_t corners = distinct(shape.vertices); corners < 3) {
        throw geo::Error{fmt::format("{} has {} of the three corners that it needs", words_of(shape), corners),
                         "add a corner"};
    }
    try {
        geo::Repaired repaired = geo::repair({{{closed_ring(shape.vertices), {}}}});
        repaired.region = without(repaired.region, shape.holes);
        geo::Region others;
        for (const std::vector<geo::Path>& part : shape.others) {
            const geo::Region land = without(land_in({part.front()}), {part.begin() + 1, part.end()});
            others.polygons.insert(others.polygons.end(), land.polygons.begin(), land.polygons.end());
        }
        if (!others.empty()) { repaired.region = geo::unite(repaired.region, geo::repair(others).region); }
        if (repaired.region.empty()) { throw geo::NoArea{}; }
        return repaired;
    } catch (const geo::Error& error) {
        throw geo::Error{fmt::format("{}: {}", words_of(shape), error.problem()),
                         "move a corner away from the line through the others"};
    }
}

// --- measuring -------------------------------------------------------------------------------------------------------

namespace {

/// A cell and how much of it lies in the shape.
using Part = std::pair<std::size_t, SquareKilometres>;

std::vector<Part> parts_of(const geo::Region& region, const Overlay& land) {
    detail::Stencil stencil{region};
    std::vector<Part> parts;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const SquareKilometres area = stencil.area_in(land.cells[i]);
        if (area > SquareKilometres{0}) { parts.emplace_back(i, area); }
    }
    return parts;
}

/// What a shape covers: cells in part, and the edges that move with the line.
struct Covered {
    std::vector<Part> parts;
    std::vector<LineError::Edge> edges;

    Covered(const geo::Region& region, const Overlay& land) : parts{parts_of(region, land)} {
        const geo::Bounds bounds = geo::bounds_of(region);
        for (const LineError::Edge& edge : land.line_error->edges()) {
            if (bounds.contains(edge.at) && geo::contains(region, edge.at)) { edges.push_back(edge); }
        }
    }

    SquareKilometres area() const {
        SquareKilometres sum;
        for (const auto& [cell, area] : parts) { sum += area; }
        return sum;
    }
};

struct InOrder {
    using Key = std::pair<int, StatusClass>;  ///< index of the unit, and status class
    bool operator()(const Key& a, const Key& b) const {
        return a.first != b.first ? a.first < b.first : class_before(a.second, b.second);
    }
};
using Keys = std::set<InOrder::Key, InOrder>;

Keys keys_of(const std::vector<Part>& parts, const PlanOn& on) {
    Keys keys;
    const auto add = [&](const Assignment& assignment) {
        for (const auto& [cell, area] : parts) { keys.insert({on.land->cells[cell].unit, assignment.class_at(cell)}); }
    };
    add(on.moved.front());
    for (const auto* all : {&on.readings, &on.contested}) {
        for (const Assignment& reading : *all) { add(reading); }
    }
    return keys;
}

/// Of the parts that `picks`, which is asked of cell and assignment.
template <class Picks>
Estimate estimate_where(const Covered& covered, const PlanOn& on, const Picks& picks) {
    const std::vector<Part>& parts = covered.parts;
    const auto sums = [&](const std::vector<Assignment>& assignments) {
        std::vector<SquareKilometres> areas;
        for (const Assignment& assignment : assignments) {
            SquareKilometres sum;
            for (const auto& [cell, area] : parts) {
                if (picks(cell, assignment)) { sum += area; }
            }
            areas.push_back(sum);
        }
        return areas;
    };
    Estimate estimate = estimate_of(sums(on.moved), sums(on.readings), sums(on.contested));
    if (on.land->interval == IntervalKind::probable) {
        LineError::Slopes slopes;
        each_slope(
            covered.edges, [&](std::size_t cell, const auto& off) { return bool{picks(cell, off(on))}; },
            [&slopes](bool is_picked, const LineError::Edge& edge, double km) {
                if (is_picked) { slopes.add(edge, km); }
            });
        estimate.line =
            probable_range(estimate.area, slopes, *on.land->line_error, {SquareKilometres{0}, covered.area()});
    }
    for (const auto& [cell, area] : parts) {
        const Rule* rule = on.moved.front().rule_at(cell);
        const bool is_unclear = rule != nullptr && !rule->provenance.unclear.empty();
        estimate.unclear = estimate.unclear || (is_unclear && picks(cell, on.moved.front()));
    }
    return estimate;
}

std::vector<SketchTable::Row> rows_of(const Covered& covered, const PlanOn& on) {
    constexpr SquareKilometres least{1e-7};  // where an edge was snapped to a border, less than that lies beyond it
    std::vector<SketchTable::Row> rows;
    for (const InOrder::Key& key : keys_of(covered.parts, on)) {
        const Unit& unit = on.land->units.units[static_cast<std::size_t>(key.first)];
        const Estimate estimate = estimate_where(covered, on, [&](std::size_t cell, const Assignment& assignment) {
            return on.land->cells[cell].unit == key.first && assignment.class_at(cell) == key.second;
        });
        const auto reaches = [least](const std::optional<Range>& range) {
            return range && std::max(range->least, range->most) > least;
        };
        const bool counts = estimate.area > least || reaches(estimate.readings) || reaches(estimate.contested);
        if (counts) { rows.push_back({unit.name, unit.code, key.second, estimate}); }
    }
    return rows;
}

}  // namespace

SquareKilometres SketchTable::total() const {
    return inside() + outside;
}

SquareKilometres SketchTable::inside() const {
    SquareKilometres sum;
    for (const Row& row : rows) { sum += row.estimate.area; }
    return sum;
}

SquareKilometres land_in(const SketchShape& shape, const Overlay& land) {
    SquareKilometres sum;
    for (const auto& [cell, area] : parts_of(region_of(shape).region, land)) { sum += area; }
    return sum;
}

SketchTable measure(const SketchShape& shape, const Plan& plan, const Overlay& land) {
    return measure(shape, PlanOn{plan, land});
}

SketchTable measure(const SketchShape& shape, const PlanOn& on) {
    SketchTable table;
    if (shape.kind == SketchShape::Kind::line) {
        table.length = geo::length_of(shape.vertices);
        return table;
    }
    geo::Repaired repaired = region_of(shape);
    table.rows = rows_of(Covered{repaired.region, *on.land}, on);
    table.outside = std::max(geo::area_of(repaired.region) - table.total(), SquareKilometres{0});
    table.length = geo::perimeter_of(repaired.region);
    table.notes = std::move(repaired.notes);
    return table;
}

// --- files -----------------------------------------------------------------------------------------------------------

namespace {

void add_feature(geo::Dataset& dataset, geo::Shape shape, geo::Properties properties, const char* layer) {
    const int number = static_cast<int>(dataset.features.size()) + 1;
    dataset.features.push_back({std::move(shape), std::move(properties), number, layer});
}

void add_line(geo::Dataset& dataset, const SketchShape& line) {
    if (line.vertices.size() < 2) { return; }
    geo::Properties properties;
    add_property(field::name, line.name, properties);
    add_property(field::km, geo::length_of(line.vertices).value(), properties);
    add_feature(dataset, {"LineString", {}, {line.vertices}, {}}, std::move(properties), "lines");
}

void add_holders(const geo::Region& region, const PlanOn& on, const Sides& sides, geo::Properties& properties) {
    const Covered covered{region, *on.land};
    const SquareKilometres outside = geo::area_of(region) - covered.area();
    const std::string first = "km2_" + sides.status(Status::ua), second = "km2_" + sides.code(Holder::russia);
    for (const auto& [key, holder] : {std::pair<std::string, Holder>{first, Holder::ukraine},
                                      {second, Holder::russia},
                                      {"km2_contested", Holder::contested},
                                      {"km2_undecided", Holder::undecided}}) {
        const Holder who = holder;  // Clang 14 captures no binding
        if (who == Holder::contested && !on.land->has_contested()) { continue; }
        const Estimate estimate = estimate_where(covered, on, [&](std::size_t cell, const Assignment& assignment) {
            return assignment.class_at(cell).holder == who;
        });
        properties.emplace_back(key, estimate.area.value());
        if (!estimate.line) { continue; }
        properties.emplace_back(key + "_min", estimate.line->least.value());
        properties.emplace_back(key + "_max", estimate.line->most.value());
    }
    add_property(field::km2_outside, std::max(outside, SquareKilometres{0}).value(), properties);
}

}  // namespace

geo::Dataset as_lines(const Sketch& sketch) {
    geo::Dataset dataset;
    for (const SketchShape& shape : sketch.shapes) {
        if (shape.kind == SketchShape::Kind::line) { add_line(dataset, shape); }
    }
    return dataset;
}

geo::Dataset as_features(const Sketch& sketch, const Plan* plan, const Overlay* land) {
    geo::Dataset dataset;
    std::optional<PlanOn> on;
    if (plan != nullptr && land != nullptr) { on.emplace(*plan, *land); }
    for (const SketchShape& shape : sketch.shapes) {
        if (shape.kind == SketchShape::Kind::line) {
            add_line(dataset, shape);
            continue;
        }
        geo::Region region = region_of(shape).region;
        geo::Properties properties;
        add_property(field::name, shape.name, properties);
        add_property(field::kind, id_of(shape.zone_kind), properties);
        add_property(field::km2, geo::area_of(region).value(), properties);
        if (on) {
            add_holders(region, *on, plan->sides, properties);
            add_property(field::plan, plan->name, properties);
            add_line_properties(*plan, *land, properties);
        }
        add_feature(dataset, {"MultiPolygon", {}, {}, std::move(region)}, std::move(properties), "zones");
    }
    return dataset;
}

}  // namespace layers
