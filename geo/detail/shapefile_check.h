// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/input.h"

namespace geo::detail {

/// A Shapefile's parts count the same features: shapes in the .shp, their places in the .shx, rows in the .dbf. GDAL
/// believes the shortest and drops the rest without a word. Throws Error with the counts where they disagree; parts
/// that are absent are not looked at.
void check_shapefile(const Input& shapefile);

}  // namespace geo::detail
