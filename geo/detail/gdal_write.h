// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <vector>

namespace geo::detail {

/// See Formats::write.
void gdal_write(const Dataset& dataset, const std::string& path, const std::string& format,
                const std::vector<LayerStyle>& styles);

/// The layer_styles table that makes QGIS show a GeoPackage in the styles' colours: statements of SQL.
std::vector<std::string> qgis_styles(const std::vector<LayerStyle>& styles);

}  // namespace geo::detail
