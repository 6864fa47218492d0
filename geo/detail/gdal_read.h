// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/input.h"

namespace geo::detail {

/// See Formats::read.
void gdal_read(const Input& input, const ReadOptions& options, Dataset& into);

}  // namespace geo::detail
