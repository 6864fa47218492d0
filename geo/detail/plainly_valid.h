// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

namespace geo::detail {

/// Is the region valid (OGC simple features) beyond doubt: closed rings without repeated positions that touch neither
/// themselves nor one another, holes in their shells, shells not in one another but in holes? In about n steps, several
/// times as fast as GEOS. "No" says nothing: what touches, is badly conditioned, or would take many steps has to be
/// looked at more closely.
bool is_plainly_valid(const Region& region);

}  // namespace geo::detail
