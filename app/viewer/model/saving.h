// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

namespace app::viewer {

/// Writes what is no picture. Throws geo::Error as geo::write() does.
void write(const SaveRequest& request, const Result& result, const layers::Sketch& sketch);

/// Zones and lines of a file as shapes that can be edited; what was repaired, with the km² that it moved. Throws
/// geo::Error if there are more corners than a hand would draw.
std::vector<std::string> add_to_sketch(const geo::Dataset& dataset, layers::Sketch& sketch);

}  // namespace app::viewer
