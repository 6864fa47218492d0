// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"
#include "layers/plan_language/detail/area_expression_reader.h"
#include "layers/plan_language/detail/yaml.h"

namespace layers::detail {

/// One entry of a plan's `checks`; the plan's zones are read already. Throws geo::Error with line and column.
Check read_check(const YamlText& yaml, const YAML::Node& node, const AreaExpressionReader& where, const Plan& plan);

}  // namespace layers::detail
