// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

namespace layers::report {

/// Gives every feature of a plan's layers a property `description`, the HTML that a globe shows in a balloon: what it
/// is, its km² with their interval, clause, what is unclear, line and sources.
void add_balloons(geo::Dataset& dataset);

}  // namespace layers::report
