// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace geo::detail {

/// A GeoPackage is a database, whose schema may hold programs: virtual tables that read other files, views that never
/// end. Throws Error if a layer that is to be read (all, if none is named) is anything but a plain table, or if the
/// schema needs modules that plain SQLite does not have.
void check_gpkg(const std::string& bytes, const std::vector<std::string>& layers);

}  // namespace geo::detail
