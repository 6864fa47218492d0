// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/input.h"

#include <string>

namespace geo::detail {

/// The encoding of a Shapefile's texts, as GDAL names it; empty where the .cpg or the .dbf's language byte says it
/// truly and GDAL will follow. Where they are silent, say "ANSI", or say UTF-8 of what is not, it is told by the bytes,
/// and a note says so.
std::string encoding_of(const Input& shapefile, std::vector<std::string>& notes);

}  // namespace geo::detail
