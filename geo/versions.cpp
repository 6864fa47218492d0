// SPDX-License-Identifier: MIT
#include "geo/versions.h"

#include <GeographicLib/Config.h>
#include <geos_c.h>

namespace geo {

std::vector<std::string> library_versions() {
    const std::string geos = GEOSversion();  // "3.11.1-CAPI-1.17.1"
    return {"GDAL " DEMARC_GDAL_VERSION, "GEOS " + geos.substr(0, geos.find('-')),
            "GeographicLib " GEOGRAPHICLIB_VERSION_STRING, "PROJ " DEMARC_PROJ_VERSION};
}

}  // namespace geo
