// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "layers/time/series.h"

namespace app {

/// What was repaired or assumed on reading, once for all days; days of which there is nothing, that are missing,
/// repeat the one before, or have lost half their land.
void say_what_strikes(const layers::Series& series, Console& console);

}  // namespace app
