// SPDX-License-Identifier: MIT
#include "layers/model/properties.h"

#include "layers/model/assignment.h"

#include <utility>

namespace layers {

void add_line_properties(const Plan& plan, const Land& land, geo::Properties& properties) {
    const LineInfo& line = line_under(plan, land);
    properties.emplace_back("line", line.name);
    properties.emplace_back("line_date", line.date);
    properties.emplace_back("line_source", line.source);
    properties.emplace_back("line_accuracy_km", line.accuracy ? geo::Value{line.accuracy->value()} : geo::Value{});
    properties.emplace_back("edges", "lonlat");
    properties.emplace_back("ellipsoid", "WGS84");
}

void add_figure(const Figure& figure, geo::Properties& properties) {
    properties.emplace_back("km2", figure.area.value());
    if (figure.line) {
        properties.emplace_back("km2_min", figure.line->least.value());
        properties.emplace_back("km2_max", figure.line->most.value());
    }
    if (figure.readings) {
        properties.emplace_back("km2_smallest", figure.readings->least.value());
        properties.emplace_back("km2_largest", figure.readings->most.value());
    }
    if (figure.contested) {
        properties.emplace_back("km2_contested_not_held", figure.contested->least.value());
        properties.emplace_back("km2_contested_held", figure.contested->most.value());
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
