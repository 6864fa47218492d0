// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

struct KmlPlacemark {
    Feature feature;
    std::vector<std::string> folders;  ///< names of the folders around it, from the outermost
};

/// What one KML file says.
struct KmlDocument {
    std::vector<KmlPlacemark> placemarks;
    std::vector<std::string> links;  ///< addresses of its NetworkLinks
    std::vector<std::string> notes;
};

/// Throws Error with line and column for what is not KML.
KmlDocument parse_kml(std::string_view text);

}  // namespace geo::detail
