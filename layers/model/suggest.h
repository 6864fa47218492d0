// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// Lower case for Latin and Ukrainian letters, apostrophes and hyphens dropped: for comparing names.
std::string folded(std::string_view text);

/// "did you mean Donetsk?" for the known word nearest to what was written, or "known are: …" if none is near.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& known);

}  // namespace layers
