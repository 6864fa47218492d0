// SPDX-License-Identifier: MIT
#pragma once

#include "layers/report/compared.h"
#include "layers/report/table.h"

#include <string>
#include <vector>

namespace layers::report {

/// What changes hands, what one of the two leaves open, and what changes its status alone, each in all and by unit;
/// those that have rows.
std::vector<Table> changes_tables(const Compared& pair);

/// "+5,971 [102?] (+5,971 to +7,768) ±640": with what the text leaves open of it, the range over the readings, and over
/// what becomes of contested land.
std::string net_words(const Estimate& net);

/// "net: Ukraine −5,347 ±31 km², Russia +5,347 ±31 km²"; empty if there is none.
std::string net_text(const Compared& pair);

/// Built-in places that change hands, side by side what each side loses, with the people who lived there.
Table places_table(const Compared& pair);

}  // namespace layers::report
