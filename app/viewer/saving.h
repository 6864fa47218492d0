// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/desk.h"

namespace app::viewer {

/// Writes what is no picture. Throws geo::Error as geo::write() does.
void write(const SaveRequest& request, const Sheet& sheet, const layers::Sketch& sketch);

/// Polygons and lines of a file as shapes that can be edited; holes are left out, which the notes of a polygon say.
/// Throws geo::Error if there are more corners than a hand would draw.
void add_to_sketch(const geo::Dataset& dataset, layers::Sketch& sketch);

}  // namespace app::viewer
