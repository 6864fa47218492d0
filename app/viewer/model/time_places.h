// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/contact_line.h"

#include <memory>
#include <vector>

namespace app::viewer {

/// Where the loaded lines stand on an axis, logical pixels from its left: first the line that each plan stands on
/// itself, then those without a date side by side, then the others in proportion to their dates.
struct TimePlaces {
    double own_right = 0;                    ///< of the plans' own; it begins at 0
    double dates_left = 0, dates_width = 0;  ///< from the first date to the last
    std::vector<geo::Date> dates;            ///< of those that have one, in order
    std::vector<double> x;                   ///< by line
    std::size_t first_dated = 0;             ///< by line
    double half = 0;                         ///< of the mark of a line: none reaches past the middle to the next day

    /// -1: the plans' own.
    int nearest(double x) const;
    double x_of(int line) const { return line < 0 ? own_right / 2 : x[static_cast<std::size_t>(line)]; }
};

/// Of lines in the order of their dates, those without one first, on an axis so wide; the plans' own take `own_width`.
TimePlaces time_places(const std::vector<std::shared_ptr<const layers::Control>>& lines, double own_width,
                       double width);

}  // namespace app::viewer
