// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"
#include "geo/repair.h"
#include "layers/model/unit.h"

#include <vector>

namespace layers::detail {

/// Reporting units are the last layer of a land's partition, the country's units its first. Behind them stands a unit
/// "elsewhere" without a region, for land that lies in none of them: so the rows of a table add up to the country.
Units with_elsewhere(Units by);

/// Of the face: the reporting unit that has it, or the last.
int reporting_index(const Units& by, const geo::Face& face);

/// What lies in none of them, in two of them, and what of them lies outside the country.
void add_reporting_notes(const geo::Partition& partition, const Units& by, std::vector<geo::Note>& notes);

}  // namespace layers::detail
