// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace geo {

/// "GEOS 3.11.1" and so on: the libraries that figures rest on; GDAL and PROJ, which are loaded only where a
/// file needs them, as they were when this was built.
std::vector<std::string> library_versions();

}  // namespace geo
