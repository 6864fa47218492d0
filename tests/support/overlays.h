// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/assignment.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"
#include "layers/plan_language/plan_file.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// A built-in line on the built-in units; it is cut once, as that takes a second without optimisation.
inline const layers::Control& builtin_line(const std::string& name) {
    static std::map<std::string, layers::Control> cut;
    const auto found = cut.find(name);
    if (found != cut.end()) { return found->second; }
    return cut.emplace(name, layers::builtin_line(name, layers::builtin_units())).first->second;
}

/// The built-in line of 24 December 2025 on the built-in units, cut for these plans.
inline layers::Overlay builtin_land(const std::vector<const layers::Plan*>& plans = {},
                                    const std::string& line = "2025-12-24") {
    layers::Units units = layers::builtin_units();
    std::vector<layers::Control> lines;
    lines.push_back(builtin_line(line));
    layers::Cuts cuts;
    cuts.plans = plans;
    for (const layers::Plan* plan : plans) {
        for (const layers::AreaExpression* area : layers::areas_of(*plan)) { cuts.areas.push_back(area); }
        for (const std::string& name : layers::lines_named(*plan)) {
            if (name != line) { lines.push_back(builtin_line(name)); }
        }
    }
    return layers::cut(std::move(units), std::move(lines), cuts);
}

/// A unit between these meridians and parallels.
inline layers::Unit box_unit(const std::string& name, geo::LonLat low, geo::LonLat high) {
    layers::Unit unit{name, "", name.substr(0, 1), "", {}};
    unit.region.polygons = {{{low, {high.lon, low.lat}, high, {low.lon, high.lat}, low}, {}}};
    return unit;
}

inline layers::Plan plan_of(std::string_view text) {
    return layers::parse_plan(text, "test.yaml", {});
}

}  // namespace support
