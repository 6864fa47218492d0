// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/fetch_options.h"

#include <string>
#include <string_view>

namespace app {

/// Is it the address of a layer of an ArcGIS server, …/FeatureServer/49, or of the server as a whole?
bool is_arcgis_layer(const std::string& address);

/// All features of a layer of options.address as one GeoJSON file, in WGS 84, page by page in the order of their object
/// ids, with a record of every page. Their number must be what the server says it is. Throws geo::Error, or
/// Interrupted.
void download_layer(const FetchOptions& options, Console& console);

/// What stands between the brackets of the list under a key of the outermost object, byte for byte; nothing if there is
/// no such list. The text is JSON.
std::string_view list_in(std::string_view json, std::string_view key);

}  // namespace app
