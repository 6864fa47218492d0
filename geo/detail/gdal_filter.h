// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <vector>

namespace geo::detail {

/// See Formats::matching.
std::vector<bool> gdal_matching(const Dataset& dataset, const std::string& where);

}  // namespace geo::detail
