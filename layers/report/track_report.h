// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/sides.h"
#include "layers/model/unit.h"
#include "layers/model/words.h"
#include "layers/report/table.h"
#include "layers/time/estimates.h"
#include "layers/time/series.h"

#include <cstddef>
#include <string>
#include <vector>

namespace layers::report {

/// Some of the listed days: [first, last).
struct Part {
    std::size_t first = 0, last = static_cast<std::size_t>(-1);
};

/// A row for each unit, or one for all of them together.
enum class Rows { by_unit, in_all };

/// What each holder has, by unit, on the days that are listed, with the change since the day listed before; and with
/// how far both may be off, if that was estimated of each of the listed days.
Table track_data(const Series& series, const std::vector<std::size_t>& listed, const Units& units, const Sides& sides,
                 Part part = {}, const EstimatedSteps* steps = nullptr, Rows rows = Rows::by_unit);

/// What the second side holds on each of the days, and where it changed most; with ± as above, which `basis` explains.
std::string track_text(const Series& series, const std::vector<std::size_t>& listed, const Units& units,
                       const Sides& sides, const TextOutput& output, const EstimatedSteps* steps = nullptr,
                       const std::string& basis = {});

/// Two series of the same days side by side: by unit what the second side holds by the one source and by the other. The
/// difference is the other less the first.
Table against_data(const Series& series, const Series& other, const std::vector<std::size_t>& listed,
                   const Units& units, const Sides& sides);
std::string against_text(const Series& series, const Series& other, const std::vector<std::size_t>& listed,
                         const Units& units, const Sides& sides, const TextOutput& output);

}  // namespace layers::report
