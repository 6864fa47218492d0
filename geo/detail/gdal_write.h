// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <vector>

namespace geo::detail {

/// What a layer holds, in sum.
struct Content {
    std::size_t features = 0, shapes = 0;
    double area_deg2 = 0, length_deg = 0;
};

/// One more feature, with its geometry or null.
void add(Content& content, void* geometry);

/// Throws Error unless the file reads back with these layers: drivers swallow the errors of a full disk.
void check_written(const std::string& path, const char* driver, const std::vector<Content>& written);

/// Makes a layer of each of the data set's, of what the format (as GDAL's driver of it) has. Throws Error.
std::vector<Content> write_layers(void* gdal_dataset, const Dataset& from, const std::string& format);

/// Is what was found the same as what was written, but for rounding?
bool is_same(const Content& written, const Content& found);

/// See Formats::write. The file has been read back when this returns.
void gdal_write(const Dataset& dataset, const std::string& path, const std::string& format,
                const WriteOptions& options);

/// The same as it would lie in the file.
std::string gdal_bytes(const Dataset& dataset, const std::string& format, const WriteOptions& options);

/// The layer_styles table that makes QGIS show a GeoPackage in the styles' colours: statements of SQL.
std::vector<std::string> qgis_styles(const std::vector<LayerStyle>& styles);

}  // namespace geo::detail
