// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"
#include "layers/plan_language/detail/area_expression_reader.h"
#include "layers/plan_language/detail/plan_reader.h"

#include <string>
#include <vector>

namespace layers::detail {

/// Parameters of a chain of plans, each as the nearest plan has it. Throws geo::Error for a bound that is no quantity.
std::vector<Parameter> parameters_of(const PlanChain& chain, const Sides& sides);

/// Throws geo::Error if a parameter with bounds has a value of another kind or beyond them. A value that the caller has
/// set stands in no line of a file.
void check_value(const Parameter& parameter, const std::string& plan);

/// Throws geo::Error (bad usage) with a suggestion if there is no such parameter.
void set_parameter(std::vector<Parameter>& parameters, const std::string& name, const std::string& value,
                   const geo::SourceLocation& place, const std::string& plan);

/// "{depth} on each side" → "15 km on each side": titles say what is set.
std::string with_values(std::string title, const Values& values);

/// Lengths in the language that is spoken.
Values in_words(Values values);

/// "15 km" → "15 км"
Values in_ukrainian(Values values);

}  // namespace layers::detail
