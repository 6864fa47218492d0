// SPDX-License-Identifier: MIT
#include "layers/model/properties.h"

#include "layers/model/assignment.h"

#include <utility>

namespace layers {

void add_line_properties(const Plan& plan, const Overlay& land, geo::Properties& properties) {
    const LineInfo& line = line_under(plan, land);
    properties.emplace_back("line", line.name);
    properties.emplace_back("line_date", geo::to_text(line.date));
    properties.emplace_back("line_source", line.source);
    properties.emplace_back("line_accuracy_km", line.accuracy ? geo::Value{line.accuracy->value()} : geo::Value{});
    properties.emplace_back("edges", "lonlat");
    properties.emplace_back("ellipsoid", "WGS84");
}

void add_estimate(const Estimate& estimate, geo::Properties& properties) {
    properties.emplace_back("km2", estimate.area.value());
    if (estimate.line) {
        properties.emplace_back("km2_min", estimate.line->least.value());
        properties.emplace_back("km2_max", estimate.line->most.value());
    }
    if (estimate.readings) {
        properties.emplace_back("km2_smallest", estimate.readings->least.value());
        properties.emplace_back("km2_largest", estimate.readings->most.value());
    }
    if (estimate.contested) {
        properties.emplace_back("km2_contested_not_held", estimate.contested->least.value());
        properties.emplace_back("km2_contested_held", estimate.contested->most.value());
    }
}

const std::vector<std::pair<std::string, std::string>>& short_names() {
    static const std::vector<std::pair<std::string, std::string>> names{{"line_source", "line_src"},
                                                                        {"line_accuracy_km", "line_acckm"},
                                                                        {"km2_smallest", "km2_small"},
                                                                        {"km2_largest", "km2_large"},
                                                                        {"km2_contested_not_held", "km2_cont_n"},
                                                                        {"km2_contested_held", "km2_cont_h"},
                                                                        {"from_holder", "from_hold"},
                                                                        {"from_status", "from_stat"},
                                                                        {"population_approximate", "pop_approx"},
                                                                        {"fill-opacity", "fill_opac"},
                                                                        {"stroke-width", "stroke_wid"}};
    return names;
}

}  // namespace layers
