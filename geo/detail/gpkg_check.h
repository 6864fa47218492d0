// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace geo::detail {

/// A GeoPackage is a database, whose schema may hold programs: virtual tables that read other files, views that never
/// end. Throws Error if a layer that is to be read (all, if none is named) is anything but a plain table, or if the
/// schema needs modules that plain SQLite does not have.
void check_gpkg(const std::string& bytes, const std::vector<std::string>& layers);

/// Of the metadata item that holds a receipt.
inline constexpr const char* gpkg_receipt_key = "receipt";

/// What GDAL wrote under that key; nothing if there is none, or the file is no GeoPackage.
std::optional<std::string> gpkg_receipt(const std::string& path);

}  // namespace geo::detail
