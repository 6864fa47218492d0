// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "app/receipt/receipt.h"
#include "layers/model/sides.h"
#include "layers/model/unit.h"
#include "layers/time/day_files.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct MovesOutput {
    std::string path;
    bool overwrite;
    bool marks;                          ///< which pieces were rather drawn anew, or undone
    std::optional<geo::Kilometres> fit;  ///< as in layers::track()
    std::string units_file;              ///< of --units, for the receipt
    std::vector<LeftOutFile> left_out;   ///< the same
};

/// Writes the land that changed hands from each listed day to the next, and says how much it is. Throws geo::Error (bad
/// usage) of one day alone.
void write_moves(const MovesOutput& output, const layers::DayFiles& files, const std::vector<layers::NamedDay>& listed,
                 const layers::Units& units, const layers::Sides& sides, Console& console);

}  // namespace app
