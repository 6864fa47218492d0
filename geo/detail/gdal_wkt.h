// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace geo::detail {

/// See Formats::straightened.
std::string gdal_straightened(const std::string& geometry);

}  // namespace geo::detail
