// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/gdal.h"
#include "geo/detail/input.h"

#include <cstdint>
#include <vector>

namespace geo::detail {

/// Opens the database for reading alone. All that is read is of one moment, whatever others write meanwhile. Throws
/// Error with what the server says, which is never the password.
GdalDataset open_database(const Database& database);

struct ChosenTable {
    OGRLayerH layer = nullptr;
    std::int64_t rows = 0;  ///< as the server counts them
};

/// The tables and views with geometry that the connection names, else the options; the only one if neither names any.
/// Throws Error that lists what there is if there are several and none is named, for one that is not there, with
/// several geometry columns, with positions in several CRSs, and for more than max_bytes.
std::vector<ChosenTable> tables_in(GDALDatasetH dataset, const Database& database, const ReadOptions& options);

/// See Formats::write_tables. What was written has been counted and measured by the server when this returns.
void gdal_write_tables(const Dataset& dataset, const Database& database, const std::vector<std::string>& names,
                       bool overwrite);

}  // namespace geo::detail
