// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"
#include "layers/model/sketch.h"

#include <string>
#include <utility>
#include <vector>

namespace layers {

/// A plan that the user draws over another one.
struct PlanDraft {
    std::string name;     ///< if empty, made from the title
    std::string title;    ///< may be empty
    std::string date;     ///< ISO 8601; may be empty
    std::string extends;  ///< a built-in plan, or a file as seen from the new one's folder; as-held if empty
    std::vector<std::pair<std::string, std::string>> settings;  ///< parameters of the extended plan and their values
    Sketch sketch;
};

/// The draft in the language of layers/PLANS.md: every polygon becomes a zone with corners at 6 decimals (a decimetre)
/// and an id made from its name; lines have no area and are left out. parse_plan() reads the same zones back, whatever
/// characters the names are made of. `extended` is the plan that the draft extends, whose zones must keep their ids and
/// whose parameters their bounds; built-in plans are found by name. Throws geo::Error for a date that is none, a
/// parameter that does not exist, a polygon without area, or more corners than parse_plan() takes.
std::string to_yaml(const PlanDraft& draft, const Plan* extended = nullptr);

}  // namespace layers
