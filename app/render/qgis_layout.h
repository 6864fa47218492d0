// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/sheet.h"

#include <string>
#include <vector>

namespace app {

/// A print layout for QGIS (3.22 and later), A4 landscape, as a template: the map of what the box shows, legend and
/// scale bar of the layers that are open there, such as those of the plan's GeoPackage, with title and small print.
std::string qgis_layout(const std::string& title, const std::vector<std::string>& notes, const layers::MapBox& shown,
                        const geo::LonLat& origin);

}  // namespace app
