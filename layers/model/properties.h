// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/area_table.h"
#include "layers/model/field.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

namespace layers {

void add_property(const Field& field, geo::Value value, geo::Properties& properties);

/// What the figures rest on: line with date, source and accuracy, edges, ellipsoid.
/// What people read: the name of a reporting unit in the language that is spoken.
std::string unit_words(const std::string& name, const std::string& code, const Overlay& land);

void add_line_properties(const Plan& plan, const Overlay& land, geo::Properties& properties);

/// km2; km2_min and km2_max, the interval of the land; km2_smallest and km2_largest, of the smallest and the
/// largest reading. What is not known is left out.
void add_estimate(const Estimate& estimate, geo::Properties& properties);

}  // namespace layers
