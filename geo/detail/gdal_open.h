// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/gdal.h"
#include "geo/detail/gdal_memory.h"

namespace geo::detail {

/// Opens an input that lies in GDAL's memory by the drivers of its format alone, whatever its content would suggest.
/// Notes say what was guessed. Throws Error for what is damaged, of another kind, or would do more than hold data.
GdalDataset open_with_gdal(const Input& input, const MemoryFolder& folder, const ReadOptions& options, Dataset& into);

}  // namespace geo::detail
