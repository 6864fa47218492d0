// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/report/table.h"

#include <string>

namespace layers::report {

/// One more sheet of a workbook that geo::write() is to write as "xlsx": a row a row, without titles and totals, under
/// the keys of a CSV; numbers are numbers, in full.
void add_sheet(const std::string& name, const Table& table, geo::Dataset& workbook);

}  // namespace layers::report
