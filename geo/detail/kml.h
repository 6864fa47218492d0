// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/input.h"

#include <string>
#include <vector>

namespace geo::detail {

/// Appends the Placemarks of KML, a folder being a layer; `asked` names folders, with all that lies in them, or is
/// empty. GDAL's driver drops what the standard does not foresee but people draw: second outer rings, second rings in
/// one inner boundary, second geometries, Placemarks beside links, tracks without times. Of a KMZ all files are read:
/// the first, those that it links to, and then the rest. Nothing is fetched: links elsewhere are named in the notes.
void read_kml(const std::vector<InputFile>& files, const std::vector<std::string>& asked, Dataset& into);

}  // namespace geo::detail
