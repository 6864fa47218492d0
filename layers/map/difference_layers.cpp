// SPDX-License-Identifier: MIT
#include "layers/map/difference_layers.h"
#include "layers/model/properties.h"

#include "geo/dataset.h"
#include "layers/language/language.h"
#include "layers/map/style.h"
#include "layers/model/assignment.h"
#include "layers/model/estimate_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace layers {

namespace {

using Groups = std::map<std::tuple<std::string, StatusClass, StatusClass>, std::vector<const geo::Face*>>;

Groups changed_faces(const Plan& a, const Plan& b, const Overlay& grid) {
    const Assignment under_a = assign(a, grid), under_b = assign(b, grid);
    Groups groups;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const StatusClass &from = under_a.class_at(i), &to = under_b.class_at(i);
        if (from == to) { continue; }
        const Unit& unit = grid.reporting_unit(grid.cells[i]);
        groups[{unit.code, from, to}].push_back(grid.cells[i].face);
    }
    return groups;
}

void add_lines(const Plan& a, const Plan& b, const Overlay& land, geo::Properties& properties) {
    const LineInfo &line_a = line_under(a, land), &line_b = line_under(b, land);
    const auto accuracy = [](const LineInfo& line) {
        return line.accuracy ? geo::Value{line.accuracy->value()} : geo::Value{};
    };
    add_property(field::line_a, line_a.name, properties);
    add_property(field::line_a_date, geo::to_text(line_a.date), properties);
    add_property(field::line_a_source, line_a.source, properties);
    add_property(field::line_a_accuracy_km, accuracy(line_a), properties);
    add_property(field::line_b, line_b.name, properties);
    add_property(field::line_b_date, geo::to_text(line_b.date), properties);
    add_property(field::line_b_source, line_b.source, properties);
    add_property(field::line_b_accuracy_km, accuracy(line_b), properties);
}

/// What changes hands is strong and has a strong edge, what changes its status alone is pale.
Paint paint_of(const Transfer& transfer) {
    Paint paint = paint_for(transfer.to);
    const Change change = change_of(transfer.from, transfer.to);
    paint.opacity = change == Change::hands ? 0.8 : change == Change::status ? 0.25 : 0.45;
    return paint;
}

double stroke_width_of(const Transfer& transfer) {
    return change_of(transfer.from, transfer.to) == Change::hands ? 2 : 0.5;
}

geo::Properties properties_of(const Transfer& transfer, const Plan& a, const Plan& b, const Overlay& land) {
    const StatusWords from = a.sides.words(transfer.from), to = b.sides.words(transfer.to);
    const std::string change = fmt::format("{} → {}", from.status, to.status);
    geo::Properties properties;
    add_property(field::name,
                 fmt::format("{}: {} → {}", unit_words(transfer.unit, transfer.unit_code, land),
                             in_words(transfer.from, a.sides), in_words(transfer.to, b.sides)),
                 properties);
    add_property(field::layer, "difference", properties);
    add_property(field::change, change, properties);
    add_property(field::changes, id_of(change_of(transfer.from, transfer.to)), properties);
    add_property(field::unit, transfer.unit, properties);
    add_property(field::unit_code, transfer.unit_code, properties);
    add_property(field::plan_a, a.name, properties);
    add_property(field::from_holder, from.holder, properties);
    add_property(field::from_status, from.status, properties);
    add_property(field::plan_b, b.name, properties);
    add_property(field::to_holder, to.holder, properties);
    add_property(field::to_status, to.status, properties);
    add_estimate(transfer.estimate, properties);
    add_lines(a, b, land, properties);
    add_property(field::edges, "lonlat", properties);
    add_property(field::ellipsoid, "WGS84", properties);
    const Paint paint = paint_of(transfer);
    add_property(field::fill, paint.fill, properties);
    add_property(field::fill_opacity, paint.opacity, properties);
    add_property(field::stroke, paint.stroke, properties);
    add_property(field::stroke_width, stroke_width_of(transfer), properties);
    return properties;
}

}  // namespace

PlanLayers difference_layers(const Plan& a, const Plan& b, const Comparison& comparison, const Overlay& land) {
    const Overlay grid = on_grid(land, geo::written_decimals);
    const Groups groups = changed_faces(a, b, grid);
    PlanLayers result;
    geo::Properties& about = result.dataset.about;
    add_property(field::plan_a, a.name, about);
    add_property(field::plan_b, b.name, about);
    add_lines(a, b, land, about);
    add_property(field::units_source, land.units.source.source, about);
    geo::LayerStyle style{"difference", "change", {}};
    for (const Transfer& transfer : comparison.matrix) {
        const auto group = groups.find({transfer.unit_code, transfer.from, transfer.to});
        if (group == groups.end()) { continue; }  // unchanged, or thinner than the grid
        geo::Feature feature{{}, properties_of(transfer, a, b, land), 0, "difference"};
        feature.shape.type = "MultiPolygon";
        feature.shape.region = geo::dissolve(group->second);
        feature.number = static_cast<int>(result.dataset.features.size()) + 1;
        const std::string change = geo::text_of(feature.properties, "change");
        const Paint paint = paint_of(transfer);
        const auto same = [&change](const geo::StyleEntry& entry) { return entry.value == change; };
        if (std::none_of(style.entries.begin(), style.entries.end(), same)) {
            style.entries.push_back(
                {change, change, paint.fill, paint.stroke, paint.opacity, stroke_width_of(transfer)});
        }
        result.dataset.features.push_back(std::move(feature));
    }
    result.styles.push_back(std::move(style));
    return result;
}

}  // namespace layers
