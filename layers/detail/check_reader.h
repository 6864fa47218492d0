// SPDX-License-Identifier: MIT
#pragma once

#include "layers/detail/where_reader.h"
#include "layers/detail/yaml.h"
#include "layers/plan.h"

namespace layers::detail {

/// One entry of a plan's `checks`; the plan's zones are read already. Throws geo::Error with line and column.
Check read_check(const YamlText& yaml, const YAML::Node& node, const WhereReader& where, const Plan& plan);

}  // namespace layers::detail
