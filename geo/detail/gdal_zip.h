// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace geo::detail {

/// What lies at a path of GDAL's virtual file system. Throws Error if it cannot be read.
std::string vsi_content(const std::string& path);

/// One KML as the only document of a KMZ, where it is no more; with a legend, if there is one.
void pack_kmz(const std::string& kml, const std::string& kmz, const std::string& legend_png);

/// Every file in the archive bears the first day that the format knows: the same content is the same bytes.
void forget_times(const std::string& zip);

}  // namespace geo::detail
