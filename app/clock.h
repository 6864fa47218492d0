// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"

namespace app {

/// The day, in UTC; SOURCE_DATE_EPOCH in the environment takes its place, so that output can be made again.
geo::Date today();

}  // namespace app
