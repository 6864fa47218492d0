// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "app/receipt/receipt.h"
#include "layers/time/series.h"

#include <string>
#include <vector>

namespace app {

/// What was repaired or assumed on reading, once for all days; days that cannot be read and are left out, of which
/// there is nothing, that are missing, repeat the one before, or have lost half their land.
void say_what_strikes(const layers::Series& series, Console& console);

/// Days that were left out, for a receipt.
std::vector<LeftOutFile> left_out_of(const layers::Series& series);

/// How many days were left out since they cannot be read, and which; empty of none.
std::string left_out_words(const layers::Series& series);

/// Names every file that cannot be read, and throws geo::Error that says how to go on without them.
[[noreturn]] void refuse_bad(const layers::BadDays& bad, Console& console);

}  // namespace app
