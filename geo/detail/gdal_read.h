// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>

namespace geo::detail {

/// See Formats::read.
void gdal_read(const std::string& path, const std::string* bytes, const ReadOptions& options, Dataset& into);

}  // namespace geo::detail
