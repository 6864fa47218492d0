// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/repair.h"
#include "geo/shapes.h"
#include "geo/units.h"

#include <vector>

namespace layers {

/// Throws geo::Error if the file holds two lines of which one lies behind the other: two days, or two authors. `seed`
/// lies on the side from which they are looked at.
void refuse_two_lines(const geo::Dataset& dataset, const geo::Region& country, geo::Kilometres closing,
                      const geo::LonLat& seed);

/// Where the file's lines cross themselves, and what was made of it.
std::vector<geo::Note> notes_on_loops(const geo::Dataset& dataset);

/// Where closed lines cross others, and what was made of it.
std::vector<geo::Note> notes_on_crossings(const std::vector<geo::Path>& paths);

/// Throws geo::Error if the country, or a leg of the line, spans more than 180° of longitude: it lies on both sides of
/// the antimeridian, where positions that are neighbours have longitudes 360° apart.
void refuse_antimeridian(const geo::Dataset& dataset, const geo::Region& country);

}  // namespace layers
