// SPDX-License-Identifier: MIT
#include "layers/model/properties.h"

#include "layers/language/language.h"

#include "layers/model/assignment.h"

#include <utility>

#include <algorithm>

namespace layers {

std::string unit_words(const std::string& name, const std::string& code, const Overlay& land) {
    const std::vector<Unit>& units = land.reporting_units();
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const Unit& other) { return other.code == code && other.name == name; });
    const std::string ukrainian = unit == units.end() ? std::string{} : unit->name_uk;
    return ukrainian.empty() ? tr(name) : local_name(name, ukrainian);
}

void add_line_properties(const Plan& plan, const Overlay& land, geo::Properties& properties) {
    const auto add = [&properties](const Field& field, geo::Value value) {
        add_property(field, std::move(value), properties);
    };
    const LineInfo& line = line_under(plan, land);
    add(field::line, line.name);
    add(field::line_date, geo::to_text(line.date));
    add(field::line_source, line.source);
    add(field::line_accuracy_km, line.accuracy ? geo::Value{line.accuracy->value()} : geo::Value{});
    add(field::line_correlation_km, line.accuracy ? geo::Value{correlation_of(line).value()} : geo::Value{});
    add(field::line_fit_km, line.fit ? geo::Value{line.fit->value()} : geo::Value{});
    add(field::interval, line.accuracy ? id_of(land.interval) : "");
    add(field::edges, "lonlat");
    add(field::ellipsoid, "WGS84");
}

void add_property(const Field& field, geo::Value value, geo::Properties& properties) {
    properties.emplace_back(field.key, std::move(value));
}

void add_estimate(const Estimate& estimate, geo::Properties& properties) {
    const auto add = [&properties](const Field& field, double value) { add_property(field, value, properties); };
    add(field::km2, estimate.area.value());
    if (estimate.line) {
        add(field::km2_min, estimate.line->least.value());
        add(field::km2_max, estimate.line->most.value());
        if (estimate.redrawn) { add(field::km2_redrawn, estimate.redrawn->value()); }
    }
    if (estimate.readings) {
        add(field::km2_smallest, estimate.readings->least.value());
        add(field::km2_largest, estimate.readings->most.value());
    }
    if (estimate.contested) {
        add(field::km2_contested_not_held, estimate.contested->least.value());
        add(field::km2_contested_held, estimate.contested->most.value());
    }
}

}  // namespace layers
