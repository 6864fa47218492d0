// SPDX-License-Identifier: MIT
#pragma once

#include "layers/report/track_report.h"

#include <cstddef>
#include <optional>
#include <string>

namespace app {

/// One of several shares of the listed days, for as many processes; their outputs, one behind the other, are the output
/// of a process that does it all.
struct Slice {
    std::size_t number, of;  ///< from 1

    /// Its days among so many that are listed: shares are as even as can be, and some have none where there are few.
    layers::report::Part part_of(std::size_t listed) const;
};

/// Of "3/8"; nothing of no words. Throws geo::Error (bad usage) for anything else.
std::optional<Slice> slice_from(const std::string& words);

}  // namespace app
