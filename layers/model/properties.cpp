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
    properties.emplace_back("line_acc", line.accuracy ? geo::to_text(*line.accuracy) : "not stated");
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
        properties.emplace_back("km2_small", figure.readings->least.value());
        properties.emplace_back("km2_large", figure.readings->most.value());
    }
    if (figure.contested) {
        properties.emplace_back("km2_cont_n", figure.contested->least.value());
        properties.emplace_back("km2_cont_h", figure.contested->most.value());
    }
}

}  // namespace layers
